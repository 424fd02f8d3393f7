"""Evidence a bid leans on: there, in date on the three days of the tender, and with enough cover."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.answers_in_words import say_date, say_money
from app.domain.checks.amounts import amounts_in, sentences
from app.domain.checks.evidence_words import WORDS, kinds_in, title_of
from app.domain.findings import Check, Finding, Gravity
from app.domain.questionnaire import Kind
from app.domain.records import Evidence
from app.domain.submission import Answer, Submission
from app.domain.suggestions import SourceKind

_HOLDS = re.compile(
    r"\b(hold(s|ing)?|held|certified|certificates?|certification|accredited|accreditation|insured|maintain|carry|"
    r"registered|in force|policy)\b",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(
    r"\b(not|no|never|working towards|work towards|plan(s|ned|ning)? to|will (obtain|seek|apply|hold|"
    r"take out|reach|be)|"
    r"would|if|by award|suppliers?|sub-?(contractors?|processors?)|both are|data cent(re|er)s?|"
    r"host(ed|ing)? (by|supplier)|"
    r"partners?|they|their|aligned?|in line|based on|principles|allows?|requires?|must|equivalent)\b",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(r"^\s*(no|none|n/?a|not (applicable|held|met|yet))\b", re.IGNORECASE)
_ASKS = re.compile(
    r"\b(hold|held|have|in (place|force)|cover|insur\w+|certifi\w+|accredit\w+|regist\w+|evidence|confirm|expir\w+|"
    r"copy|number|valid|minimum|level)\b",
    re.IGNORECASE,
)
_COPY = re.compile(
    r"\b(attach|upload|enclose|provide|submit|supply|include|send) (\w+ ){0,6}?(copy|copies|certificates?|evidence)\b",
    re.IGNORECASE,
)
_OBTAIN = re.compile(
    r"\b(or|will) (commit|obtain|have in place|be willing|undertake)|\bby (award|(the )?contract)", re.IGNORECASE
)
_SUM_WITHIN = 60
"""Characters between the name of an insurance and its sum."""


@dataclass(frozen=True, slots=True)
class Reliance:
    """One kind of evidence, and the answers that lean on it."""

    kind: str
    party_id: str | None
    answers: tuple[Answer, ...]
    named: tuple[str, ...] = ()
    """Records that an answer was taken from."""
    asked: bool = False
    """Whether a question asks for it, rather than an answer mentioning it."""


def evidence(bid: Submission) -> Iterator[Finding]:
    """Find evidence that is missing, lapsed or lapsing before award or start, without a file, or too low."""
    for reliance in _reliances(bid):
        held = _held(bid, reliance)
        best = max(held, key=lambda one: (one.ends is None, one.ends or bid.dates.submission), default=None)
        if best is None:
            yield from _missing(reliance)
            continue
        yield from _dates(bid, reliance, best)
        yield from _cover(reliance, best)
        yield from _copy(reliance, best)


def _reliances(bid: Submission) -> Iterator[Reliance]:
    found: dict[tuple[str, str | None], list[tuple[Answer, bool]]] = {}
    records = {one.id: one for one in bid.profile.evidence}
    named: dict[tuple[str, str | None], list[str]] = {}
    for answer in bid.written():
        party = answer.file.party_id
        source = answer.response.source if answer.response else None
        if source and source.kind is SourceKind.EVIDENCE and source.id in records:
            key = (records[source.id].kind, party)
            found.setdefault(key, []).append((answer, True))
            named.setdefault(key, []).append(source.id)
        for kind, asked in _relied_on(answer).items():
            found.setdefault((kind, party), []).append((answer, asked))
    for (kind, party), pairs in found.items():
        pairs.sort(key=lambda pair: not pair[1])
        yield Reliance(
            kind, party, _unique(pairs), tuple(named.get((kind, party), ())), any(asked for _, asked in pairs)
        )


def _unique(pairs: Sequence[tuple[Answer, bool]]) -> tuple[Answer, ...]:
    kept: dict[tuple[str, str], Answer] = {}
    for answer, _ in pairs:
        kept.setdefault((answer.where.file_digest, answer.question.id), answer)
    return tuple(kept.values())


def _relied_on(answer: Answer) -> dict[str, bool]:
    """Give the kinds an answer leans on; True where the question asks for them."""
    kinds: dict[str, bool] = {}
    question = answer.question
    own = f"{question.text}\n{question.guidance}"
    if not _says_no(answer) and _ASKS.search(own) and question.kind is not Kind.LONG_TEXT:
        kinds |= dict.fromkeys(kinds_in(own), True)
    for sentence in sentences(answer.text):
        if _HOLDS.search(sentence) and not _NOT_OURS.search(sentence):
            kinds |= {kind: kinds.get(kind, False) for kind in kinds_in(sentence)}
    return kinds


def _says_no(answer: Answer) -> bool:
    return answer.value is False or bool(_NEGATIVE.match(answer.text))


def _held(bid: Submission, reliance: Reliance) -> list[Evidence]:
    mine = [one for one in bid.profile.evidence if one.kind == reliance.kind]
    if reliance.kind == "certificate.cyber_essentials":
        # Plus is awarded only to holders of the first step.
        mine += [one for one in bid.profile.evidence if one.kind == "certificate.cyber_essentials_plus"]
    named = [one for one in mine if one.id in reliance.named]
    return named or [one for one in mine if one.party_id == reliance.party_id]


def _make(reliance: Reliance, gravity: Gravity, why: str, remedy: str, mark: str, basis: str = "") -> Finding:
    first, *others = reliance.answers
    also = tuple(one.where for one in others)
    return Finding(Check.EVIDENCE, gravity, first.where, why, remedy, f"{reliance.kind} {mark}", basis, also)


def _missing(reliance: Reliance) -> Iterator[Finding]:
    """Say that nothing is kept; where a promise to obtain it will do, it only is to be looked at."""
    question = reliance.answers[0].question
    promised = bool(_OBTAIN.search(f"{question.text}\n{question.guidance}"))
    gravity = Gravity.STOPS if reliance.asked and not promised else Gravity.LOOK_AGAIN
    why = f"The answer leans on {title_of(reliance.kind)}, and no such evidence is kept."
    yield _make(reliance, gravity, why, "Add the certificate under Evidence, or change the answer.", "missing")


def _dates(bid: Submission, reliance: Reliance, item: Evidence) -> Iterator[Finding]:
    title, days = title_of(reliance.kind, item), bid.dates
    title = title[0].upper() + title[1:]
    if item.starts is not None and item.starts > days.start:
        why = f"{title} begins on {say_date(item.starts)}, after the contract starts."
        yield _make(reliance, Gravity.LOOK_AGAIN, why, "Check the date, or take in the present one.", "begins", why)
    if item.ends is None:
        return
    for day, event, gravity in (
        (days.submission, "submission", Gravity.STOPS),
        (days.award, "the award", Gravity.LOOK_AGAIN),
        (days.start, "the start of the contract", Gravity.LOOK_AGAIN),
    ):
        if item.ends < day:
            why = f"{title} ends on {say_date(item.ends)}, before {event} on {say_date(day)}."
            yield _make(reliance, gravity, why, "Renew it, and take in the new certificate.", "ends", why)
            return


def _cover(reliance: Reliance, item: Evidence) -> Iterator[Finding]:
    if isinstance(item.cover, bool) or not isinstance(item.cover, (int, float)):
        return
    for answer in reliance.answers:
        own = f"{answer.question.text}\n{answer.question.guidance}"
        asked = _sum_for(own, reliance.kind)
        if asked is not None and item.cover < asked:
            gravity = Gravity.LOOK_AGAIN if _OBTAIN.search(own) else Gravity.STOPS
            title = title_of(reliance.kind, item)
            why = f"The buyer asks for {say_money(asked)} of {title}; the cover is {say_money(item.cover)}."
            yield _make(reliance, gravity, why, "Raise the cover, or say that you will before the start.", "cover", why)
            return


def _sum_for(text: str, kind: str) -> float | None:
    """Give the sum a question asks for: the one nearest to the name of the insurance, on the same line."""
    for line in text.splitlines():
        for match in WORDS[kind].finditer(line) if kind in WORDS else ():
            sums = [one for one in amounts_in(line) if _between(line, match, one.start, one.end)]
            if sums:
                return min(sums, key=lambda one: min(abs(one.start - match.end()), abs(match.start() - one.end))).pounds
    return None


def _between(line: str, match: re.Match[str], start: int, end: int) -> bool:
    """Tell whether a sum belongs to this name: near it, with no other insurance between them."""
    gap = line[match.end() : start] if start >= match.end() else line[end : match.start()]
    return len(gap) <= _SUM_WITHIN and not kinds_in(gap)


def _copy(reliance: Reliance, item: Evidence) -> Iterator[Finding]:
    wanted = [one for one in reliance.answers if _COPY.search(one.question.text + "\n" + one.question.guidance)]
    if wanted and item.attachment is None:
        why = f"The buyer asks for a copy, and no file is kept for {title_of(reliance.kind, item)}."
        yield _make(reliance, Gravity.LOOK_AGAIN, why, "Attach the certificate under Evidence.", "copy")
