"""Suggestions from facts and evidence: what the question bank recognises, answered in the form the place takes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.domain.answers_in_words import (
    NOT_APPLICABLE,
    as_date,
    is_address,
    say_address,
    say_date,
    say_money,
    say_number,
    say_percent,
    say_value,
)
from app.domain.dates import ReferenceDates
from app.domain.profile import Profile
from app.domain.questionnaire import Kind, LimitUnit, Question
from app.domain.suggestions import GREEN, Suggestion
from app.domain.values import JsonValue
from app.matching.bank_index import NEARLY, SAME
from app.matching.close_reading import way_of_asking
from app.matching.context import Asked, Surroundings
from app.matching.contract_tables import suggest_contracts
from app.matching.evidence_answers import from_evidence, from_policy
from app.matching.fact_answers import from_facts
from app.matching.finding import UNSURE, Finding
from app.matching.options import choose, is_printed
from app.matching.question_bank import QuestionBank
from app.matching.recognise import Recognition
from app.matching.rows import from_records, rows_under
from app.matching.words import stems

_PLAIN = (Kind.TEXT, Kind.LONG_TEXT)
_CHOSEN = (Kind.CHOICE, Kind.MULTI_CHOICE)
_CLOSE = 0.015
"""Two different answers as near as this leave it open which is meant."""
_DOUBTED_READING = 0.75
"""Of the questions that a reader is no surer of, every third is none."""
_ASKS_MORE = tuple(map(stems, ("describe", "explain", "details", "how", "list", "outline", "evidence", "what", "why")))
_YES_OR_NO = re.compile(r"(?i)\by(?:es)?\s*[/|]\s*no?\b")
_AND_TELL = tuple(
    map(
        stems,
        (
            "please give",
            "please provide",
            "please state",
            "please specify",
            "give details",
            "give your",
            "and give",
            "registration number",
            "certificate number",
            "policy number",
        ),
    )
)
"""A yes is half an answer where one of these follows."""


class BankAnswers:
    """Answers the questions of one form from the profile; remembers what the form has already asked."""

    def __init__(self, bank: QuestionBank, profile: Profile, party_id: str | None, dates: ReferenceDates) -> None:
        """Answer as the supplier, or as another party of the profile."""
        self._bank, self._profile, self._party_id, self._dates = bank, profile, party_id, dates
        self._asked_before: set[tuple[object, ...]] = set()

    def suggest(self, place: Surroundings, recognised: Sequence[Recognition]) -> tuple[Suggestion, ...]:
        """Give the suggestions for one question, best first; the questions are asked in the form's order."""
        offered: list[Suggestion] = []
        unknown = 0.0
        for found in recognised:
            if found.confidence < unknown - _CLOSE:
                continue  # what is asked is known, and its answer is not: another question's would be wrong
            found = self._of_second_asking(found, place)
            finding = self._find(found, place.asked)
            if finding is None and found.confidence >= NEARLY:
                unknown = max(unknown, found.confidence)
            suggestion = self._suggestion(found, place.asked, finding) if finding is not None else None
            if suggestion is not None and all(suggestion.value != other.value for other in offered):
                offered.append(suggestion)
        offered.sort(key=lambda one: one.confidence, reverse=True)
        return without_rivals(tuple(offered))

    def contracts(self, question: Question) -> Suggestion | None:
        """Fill a table of past contracts; None where the table asks for something else, or for another party."""
        if self._party_id is not None:
            return None
        return suggest_contracts(question, self._profile, self._dates, self._bank)

    def _find(self, found: Recognition, asked: Asked) -> Finding | None:
        canonical = found.canonical
        if canonical.evidence:
            return from_evidence(canonical, asked, self._profile, self._party_id, self._dates)
        if canonical.policy:
            return from_policy(canonical, asked, self._profile, self._party_id, self._dates)
        if canonical.records:
            return from_records(canonical.records, self._profile, self._party_id)
        return from_facts(found, asked, self._profile, self._party_id, self._dates)

    def _of_second_asking(self, found: Recognition, place: Surroundings) -> Recognition:
        """Take what the same block asks a second time for the earlier period, or doubt it."""
        years = tuple(re.findall(r"\b(?:19|20)\d\d\b", place.asked.text)) if found.canonical.axis == "year" else ()
        key = (place.asked.block, found.canonical.id, found.context, years)
        if found.confidence < GREEN or key not in self._asked_before:
            if found.confidence >= GREEN:
                self._asked_before.add(key)
            return found
        if found.canonical.axis == "period" and found.context == "latest":
            return replace(found, context="earlier")
        signed = place.signed or any(one.question.kind is Kind.SIGNATURE for one in place.before)
        if found.canonical.axis == "firm" and (found.named or signed):
            return found
        doubt = "the form asks it twice here"
        return replace(found, confidence=min(found.confidence, UNSURE), doubt=doubt)

    def _suggestion(self, found: Recognition, asked: Asked, finding: Finding) -> Suggestion | None:
        question = asked.question
        value = _in_form(finding, question, self._bank)
        if value is None:
            return None
        most = min(finding.most, _most_in_form(finding, found, asked, self._bank), _most_by_limit(value, question))
        if question.confidence < _DOUBTED_READING and found.confidence < NEARLY:
            most = min(most, UNSURE)
        confidence = min(found.confidence, most)
        why = "; ".join(part for part in (f"asked as “{found.wording}”", finding.source.why, found.doubt) if part)
        text = _said(value, finding, question)
        return Suggestion(question.id, text, value, round(confidence, 3), replace(finding.source, why=why))


def _in_form(finding: Finding, question: Question, bank: QuestionBank) -> JsonValue:
    """Write a value in the form the place takes; None where it cannot."""
    value, kind = finding.value, question.kind
    if value is None:
        if kind in _CHOSEN:
            return choose(NOT_APPLICABLE, question.options, bank)
        return NOT_APPLICABLE if kind in (*_PLAIN, Kind.ADDRESS, Kind.NUMBER) else None
    if kind is Kind.YES_NO:
        return value if isinstance(value, bool) else None
    if kind in _CHOSEN and question.options:
        return choose(value, question.options, bank)
    if kind is Kind.TABLE:
        return rows_under(list(question.slot.options), value, bank)
    if isinstance(value, bool):
        return say_value(value)
    if kind is Kind.MONEY and isinstance(value, int | float) and not finding.money:
        return say_number(value)  # a ratio or a count under a heading "£" is no sum
    return _written(finding, kind)


def _written(finding: Finding, kind: Kind) -> JsonValue:
    value = finding.value
    if isinstance(value, Mapping):
        return value if is_address(value) else say_value(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return say_value(value)
    if kind in (*_PLAIN, *_CHOSEN):
        if isinstance(value, int | float):
            said = say_money(value) if finding.money else say_percent(value) if finding.percent else None
            return said or value
        day = as_date(value) if isinstance(value, str) and len(value) == len("2026-12-11") else None
        return say_date(day) if day else value
    return value


def _said(value: JsonValue, finding: Finding, question: Question) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        if finding.money:
            return say_money(value)
        if finding.percent:
            return say_percent(value)
        return f"{value:g}" if abs(value) < 10_000 else say_value(value)
    if isinstance(value, Mapping) and is_address(value):
        return say_address(value)
    if question.kind is Kind.TABLE and isinstance(finding.value, Sequence):
        return say_value(finding.value)
    return say_value(value)


def _most_in_form(finding: Finding, found: Recognition, asked: Asked, bank: QuestionBank) -> float:
    question = asked.question
    if finding.value is None:
        return UNSURE
    if isinstance(finding.value, bool) and question.kind in _PLAIN:
        if asked.says(_ASKS_MORE):
            return 0.85
        if _YES_OR_NO.search(question.text):
            return 1.0
        way = way_of_asking(asked.text)
        if way != "yes" and not (way == "topic" and (asked.text.rstrip().endswith("?") or _is_stated(found))):
            return UNSURE
    if finding.value is True and question.kind is Kind.YES_NO and not question.options and asked.says(_AND_TELL):
        return UNSURE
    if question.kind in _CHOSEN and not question.options and not is_printed(finding.value, question.text, bank):
        return UNSURE
    return 1.0


def _is_stated(found: Recognition) -> bool:
    """Tell a ground of exclusion that stands there in its own words, one of a list that is answered yes or no."""
    return found.canonical.declaration and found.confidence >= SAME


def _most_by_limit(value: JsonValue, question: Question) -> float:
    limit = question.limit
    if limit is None or not isinstance(value, str) or limit.per != "answer":
        return 1.0
    length = {LimitUnit.WORDS: len(value.split()), LimitUnit.CHARACTERS: len(value)}.get(limit.unit, 0)
    return 0.7 if length > limit.maximum else 1.0


def without_rivals(offered: tuple[Suggestion, ...]) -> tuple[Suggestion, ...]:
    """Doubt the first suggestions, best first, where another value is as likely."""
    if len(offered) < 2 or offered[0].confidence < GREEN or offered[0].confidence - offered[1].confidence > _CLOSE:
        return offered
    return tuple(replace(one, confidence=min(one.confidence, UNSURE)) for one in offered)
