"""What the supplier's facts answer: the value that holds on the days that count, turned the way the question asks."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from app.domain.answers_in_words import MONTHS, as_date, say_date, say_value
from app.domain.dates import ReferenceDates
from app.domain.profile import Profile
from app.domain.questionnaire import Kind
from app.domain.records import Fact
from app.domain.suggestions import Source, SourceKind
from app.domain.values import ADDRESS_PARTS, JsonObject, JsonValue
from app.matching.context import Asked
from app.matching.finding import UNSURE, Finding
from app.matching.recognise import Recognition
from app.matching.words import stems

_MOST_STAFF, _MOST_TURNOVER, _MOST_BALANCE = 250, 44_000_000, 38_000_000
"""An SME has fewer staff, and turnover or balance sheet up to these pounds (Companies Act 2006, section 465 as
used by central government buyers in 2026)."""
_SIZES = ((10, "Micro"), (50, "Small"), (_MOST_STAFF, "Medium"))
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b(?:\s*[/–-]\s*(\d\d(?:\d\d)?)\b)?")
"""A year, or the two years that an accounting year touches: it ends in the second."""
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS)
_DAY = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+({_MONTH})\s+((?:19|20)\d\d)\b", re.IGNORECASE)
"""A whole day: the end of the year or of the period that is meant."""
_DETAILS = ("name", "address", "company_number", "vat_number", "duns_number")
_LABEL_WORDS = 15
"""In a longer text a year may belong to a law."""
_BOTH = tuple(map(stems, ("both", "each of the", "two previous", "two preceding", "last two", "previous two")))
_CONTEXT_PLACES = {"latest": 0, "earlier": 1}


def from_facts(
    found: Recognition, asked: Asked, profile: Profile, party_id: str | None, dates: ReferenceDates
) -> Finding | None:
    """Answer from the facts; None where nothing is known, or where it does not fit what is asked."""
    canonical = found.canonical
    if canonical.any_of:
        finding = _any_of(canonical.any_of, profile, party_id, dates)
    elif (key := canonical.fact_for(found.context)).endswith(".*"):
        finding = _details(key.removesuffix(".*"), profile, party_id, dates)
    else:
        finding = _one(key, profile, party_id, dates)
        if finding is None and canonical.derive:
            finding = _derived(canonical.derive, profile, party_id, dates)
    return _asked_way(found, asked, finding) if finding is not None else None


def _one(key: str, profile: Profile, party_id: str | None, dates: ReferenceDates) -> Finding | None:
    days = (dates.submission, dates.award, dates.start)
    facts = [profile.fact_on(key, day, party_id) for day in days]
    first = facts[0]
    if first is None:
        return _name_of_party(key, profile, party_id)
    why = _why(first)
    other = next(
        (day for day, fact in zip(days, facts, strict=True) if fact is None or fact.value != first.value), None
    )
    if other is not None:
        return Finding(first.value, _source(first, f"{why}; it changes by {say_date(other)}"), UNSURE)
    return Finding(first.value, _source(first, why))


def _name_of_party(key: str, profile: Profile, party_id: str | None) -> Finding | None:
    party = next((one for one in profile.parties if one.id == party_id), None) if party_id else None
    if party is None or key != "supplier.legal_name" or not party.name:
        return None
    return Finding(party.name, Source(SourceKind.FACT, party.id, "Name of the party", "as the party is kept"))


def _any_of(keys: Sequence[str], profile: Profile, party_id: str | None, dates: ReferenceDates) -> Finding | None:
    findings = [_one(key, profile, party_id, dates) for key in keys]
    known = [one for one in findings if one is not None and isinstance(one.value, bool)]
    if any(one.value for one in known):
        return next(one for one in known if one.value)
    if len(known) < len(keys):
        return None
    return Finding(False, known[0].source, min(one.most for one in known))  # noqa: FBT003


def _details(prefix: str, profile: Profile, party_id: str | None, dates: ReferenceDates) -> Finding | None:
    name = _one(f"{prefix}.name", profile, party_id, dates)
    if name is None or name.value is None:
        return name
    lines = [say_value(name.value)]
    for member in _DETAILS[1:]:
        found = _one(f"{prefix}.{member}", profile, party_id, dates)
        if found is not None and found.value is not None:
            label = member.replace("_", " ").replace("vat", "VAT").replace("duns", "DUNS")
            lines.append(
                say_value(found.value) if member == "address" else f"{label[0].upper()}{label[1:]}: {found.value}"
            )
    return Finding("\n".join(lines), name.source, name.most)


def _derived(rule: str, profile: Profile, party_id: str | None, dates: ReferenceDates) -> Finding | None:
    staff = _one("workforce.headcount", profile, party_id, dates)
    if staff is None or not isinstance(staff.value, int | float):
        return None
    source = Source(SourceKind.FACT, staff.source.id, "Number of staff", f"from {say_value(staff.value)} staff")
    if rule == "size":
        return Finding(next((size for most, size in _SIZES if staff.value < most), "Large"), source, UNSURE)
    sums = [_one(key, profile, party_id, dates) for key in ("finance.turnover", "finance.balance_sheet_total")]
    amounts = [_latest(one.value, 0) if one else None for one in sums]
    limits = (_MOST_TURNOVER, _MOST_BALANCE)
    known = [(amount, most) for amount, most in zip(amounts, limits, strict=True) if isinstance(amount, int | float)]
    if staff.value >= _MOST_STAFF:
        return Finding(False, source, UNSURE)  # noqa: FBT003
    return Finding(True, source, UNSURE) if any(amount <= most for amount, most in known) else None  # noqa: FBT003


def _asked_way(found: Recognition, asked: Asked, finding: Finding) -> Finding | None:
    """Turn a fact's value the way the question asks: the part of it, its year, its opposite."""
    canonical, value = found.canonical, finding.value
    if canonical.asks == "exists":
        value = _exists(value)
    elif canonical.asks in ADDRESS_PARTS:
        value = value.get(canonical.asks) if isinstance(value, Mapping) else value
    elif canonical.asks == "year":
        day = as_date(value)
        value = day.year if day else value
    elif canonical.axis in ("period", "year"):
        if asked.says(_BOTH):
            return _both(finding)
        value = _of_period(value, found.context, asked)
        if value is None and finding.value is not None:
            return None
    if isinstance(value, bool) and canonical.kind is Kind.YES_NO:
        value = value is not (canonical.inverted is not found.denied)
    money = canonical.kind is Kind.MONEY and isinstance(value, int | float)
    percent = canonical.kind is Kind.PERCENT and isinstance(value, int | float)
    return Finding(value, finding.source, finding.most, money=money, percent=percent)


def _both(finding: Finding) -> Finding:
    """Say a history period by period; a single number is only half of what is asked."""
    if not isinstance(finding.value, Sequence) or isinstance(finding.value, str):
        return replace(finding, most=0.85)
    lines = [f"{say_value(_end(one))}: {say_value(_amount(one))}" for one in _newest_first(finding.value)[:2]]
    return replace(finding, value="\n".join(lines))


def _exists(value: JsonValue) -> bool:
    return value not in (None, "", False) and value != [] and value != {}


def _of_period(value: JsonValue, context: str, asked: Asked) -> JsonValue:
    """Pick the period asked for out of a history; a single number is the latest one, whose days nobody knows."""
    label = len(asked.text.split()) <= _LABEL_WORDS
    day = _DAY.search(asked.text) if label else None
    named = _YEAR.search(asked.text) if label else None
    if not isinstance(value, Sequence) or isinstance(value, str):
        return value if context == "latest" and named is None else None
    if day:
        number = next(at for at, name in enumerate(MONTHS, 1) if name.casefold().startswith(day[2][:3].casefold()))
        ends = f"{day[3]}-{number:02}-{int(day[1]):02}"
        return next((_amount(one) for one in _newest_first(value) if str(_end(one)) == ends), None)
    if named:
        follows = named[2] and int(named[2][-2:]) == (int(named[1]) + 1) % 100
        year = str(int(named[1]) + 1) if follows else named[1]
        entry = next((one for one in _newest_first(value) if year in str(_end(one))), None)
        return _amount(entry) if entry else None
    return _latest(value, _CONTEXT_PLACES.get(context, 0))


def _latest(value: JsonValue, place: int) -> JsonValue:
    if not isinstance(value, Sequence) or isinstance(value, str):
        return value
    entries = _newest_first(value)
    return _amount(entries[place]) if place < len(entries) else None


def _newest_first(value: Sequence[JsonValue]) -> list[JsonObject]:
    return sorted((one for one in value if isinstance(one, Mapping)), key=lambda one: str(_end(one)), reverse=True)


def _end(entry: JsonObject) -> JsonValue:
    return entry.get("year_end", entry.get("period_ends", ""))


def _amount(entry: JsonObject) -> JsonValue:
    return entry.get("amount", entry.get("value"))


def _why(fact: Fact) -> str:
    since = f" since {say_date(fact.valid_from)}" if isinstance(fact.valid_from, date) else ""
    return f"your fact “{title_of(fact.key)}”{since}" + (f", from {fact.source}" if fact.source else "")


def title_of(key: str) -> str:
    """Name a fact for a reader: "supplier.vat_number" is "Supplier VAT number"."""
    words = (
        key.replace(".", " ").replace("_", " ").replace("vat", "VAT").replace("duns", "DUNS").replace("ppon", "PPON")
    )
    return words[:1].upper() + words[1:]


def _source(fact: Fact, why: str) -> Source:
    return Source(SourceKind.FACT, fact.id, title_of(fact.key), why)
