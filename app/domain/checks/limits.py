"""Answers over the buyer's limit.

Words are counted as Word counts them: each run of characters between blanks is one, so "24-hour", "and/or", "–" on
its own and "£5m" are one each; a non-breaking blank parts words too. Characters are counted with blanks, a line
break once in the editors of most portals and twice in those that send both its characters (DOMAIN 7.5): an answer
that only the stricter count puts over is named as such. Items are the lines that say something, or the rows.
Pages cannot be counted without setting the document.
"""

from collections.abc import Iterator

from app.domain.counting import Measure, count_characters, measure
from app.domain.findings import Check, Finding, Gravity
from app.domain.questionnaire import Kind, LimitUnit
from app.domain.submission import Answer, Submission

_COUNTED = (Kind.TEXT, Kind.LONG_TEXT, Kind.TABLE, Kind.MULTI_CHOICE, Kind.ADDRESS, Kind.UPLOAD)
_BY = {LimitUnit.WORDS: "counted as Word counts", LimitUnit.CHARACTERS: "blanks and line breaks included"}


def over_limit(bid: Submission) -> Iterator[Finding]:
    """Find them, with the figures."""
    for answer in bid.written():
        if answer.question.limit and answer.question.kind in _COUNTED:
            yield from _findings(answer)


def _findings(answer: Answer) -> Iterator[Finding]:
    held = _measured(answer)
    if held.over:
        how = f" ({_BY[held.unit]})" if held.unit in _BY else ""
        why = f"{held.used:,} {held.unit}{how}: {held.over:,} over the limit of {held.maximum:,}."
        yield answer.finding(Check.LIMIT, Gravity.LOOK_AGAIN, why, "Shorten it: text past the limit is not read.")
        return
    strict = _with_two_for_a_break(answer)
    if strict is not None and strict.over:
        why = f"{strict.used:,} characters where a portal counts a line break as two: {strict.over:,} over the limit."
        yield answer.finding(Check.LIMIT, Gravity.HINT, why, "Shorten it, or take out line breaks.", "strict")


def _measured(answer: Answer) -> Measure:
    limit = answer.question.limit
    value = answer.value
    if limit and limit.unit is LimitUnit.ITEMS and isinstance(value, (list, tuple)):
        return Measure(len(value), LimitUnit.ITEMS, limit.maximum)
    return measure(answer.text, limit)


def _with_two_for_a_break(answer: Answer) -> Measure | None:
    limit = answer.question.limit
    if limit is None or limit.unit is not LimitUnit.CHARACTERS or limit.per == "item":
        return None
    text = answer.text.replace("\r\n", "\n").strip("\n")
    return Measure(count_characters(text) + text.count("\n"), limit.unit, limit.maximum)
