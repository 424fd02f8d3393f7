"""Facts that differ from the profile, or from one answer to another."""

import re
from collections.abc import Iterator
from datetime import date

from app.domain.answers_in_words import say_date, say_money, say_value
from app.domain.checks.amounts import days_in, sentences
from app.domain.checks.claims import Claim, bare, claims_of
from app.domain.checks.evidence_words import kinds_in, title_of
from app.domain.findings import Check, Finding, Gravity
from app.domain.records import Evidence
from app.domain.submission import Answer, Submission

TITLES = {
    "supplier.company_number": "company number",
    "supplier.vat_number": "VAT number",
    "supplier.duns_number": "DUNS number",
    "supplier.charity_number": "charity number",
    "supplier.ppon": "PPON",
    "workforce.headcount": "number of staff",
    "finance.turnover": "turnover",
    "finance.profit": "profit",
    "finance.net_assets": "net assets",
}
_ROUND = 0.1
"""A figure given as "some 30" may be this share away."""
_ENDS = re.compile(
    r"\b(?:expir\w+|valid (?:until|to|till)|ends?|runs? (?:to|until)|renew\w* (?:on|by|until)|until)"
    r"(?:\s+(?:date|on|in|is|by))*\W*$",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(previous|former|earlier|last year|replaced|was|expired)\b", re.IGNORECASE)


def facts(bid: Submission) -> Iterator[Finding]:
    """Find them: the profile is right where it knows, else two answers are held against each other."""
    loose: dict[str, list[Claim]] = {}
    names = _own_names(bid)
    for answer in bid.written():
        for claim in claims_of(answer, names):
            truths = _truths(bid, claim)
            if not truths:
                loose.setdefault(f"{claim.key} {answer.file.party_id}", []).append(claim)
            elif not any(_agrees(claim, truth) for truth in truths):
                yield _differs(claim, truths[0])
        yield from _certificates(bid, answer)
    for claims in loose.values():
        yield from _between_answers(claims)


def _own_names(bid: Submission) -> tuple[str, ...]:
    """List what the firm calls itself, with and without its legal form."""
    fact = bid.profile.fact_on("supplier.legal_name", bid.dates.submission)
    legal = say_value(fact.value) if fact else ""
    short = re.sub(r",?\s+(Ltd|Limited|PLC|plc|LLP|CIC|C\.I\.C\.)\.?$", "", legal)
    return tuple(filter(None, dict.fromkeys((legal, short))))


def _truths(bid: Submission, claim: Claim) -> tuple[str, ...]:
    """List what the profile says that the claim may be: bare numbers, or pounds of one year or another."""
    party = claim.answer.file.party_id
    if claim.key.startswith("insurance."):
        held = [one for one in bid.profile.evidence if one.kind == claim.key and one.party_id == party]
        now = [one for one in held if one.ends is None or one.ends >= bid.dates.submission] or held
        return tuple(str(one.cover) for one in now if isinstance(one.cover, (int, float)))
    fact = bid.profile.fact_on(claim.key, bid.dates.submission, party)
    if fact is None or fact.value is None:
        return ()
    rows = fact.value if isinstance(fact.value, (list, tuple)) else (fact.value,)
    values = [row.get("amount") if isinstance(row, dict) else row for row in rows]
    return tuple(str(value) if claim.amount else bare(str(value)) for value in values if value is not None)


def _agrees(claim: Claim, truth: str) -> bool:
    if claim.amount is not None:
        return claim.amount.agrees_with(float(truth))
    if claim.key == "supplier.vat_number":
        return claim.value.removeprefix("gb") == truth.removeprefix("gb")
    if claim.key == "supplier.company_number":
        return claim.value.zfill(8) == truth.zfill(8)
    if claim.about and claim.value.isdigit() and truth.isdigit():
        return abs(int(claim.value) - int(truth)) <= int(truth) * _ROUND
    return claim.value == truth


def _differs(claim: Claim, truth: str) -> Finding:
    title = TITLES.get(claim.key) or title_of(claim.key)
    known = say_money(float(truth)) if claim.amount else truth.upper()
    why = f"The answer gives the {title} as “{claim.said}”; the profile says {known}."
    remedy = "Put the answer right, or bring the profile up to date."
    return claim.answer.finding(Check.FACT, Gravity.LOOK_AGAIN, why, remedy, f"{claim.key} {claim.value}")


def _between_answers(claims: list[Claim]) -> Iterator[Finding]:
    first = claims[0]
    for claim in claims[1:]:
        same = claim.amount.agrees_with(first.amount.pounds) if claim.amount and first.amount else False
        if not same and claim.value != first.value and not (claim.about or first.about):
            title = TITLES.get(claim.key) or title_of(claim.key)
            why = f"The {title} is “{claim.said}” here and “{first.said}” in {first.answer.where.name}."
            remedy = "Find out which is right, and keep it in the profile."
            yield claim.answer.finding(Check.FACT, Gravity.LOOK_AGAIN, why, remedy, f"{claim.key} {claim.value}")


def _certificates(bid: Submission, answer: Answer) -> Iterator[Finding]:
    """Hold the numbers and last days of certificates against the evidence kept."""
    party = answer.file.party_id
    mine = [one for one in bid.profile.evidence if one.party_id == party]
    yield from _numbers(bid, answer, mine)
    for sentence in sentences(answer.text):
        yield from _last_days(answer, sentence, mine)


def _numbers(bid: Submission, answer: Answer, mine: list[Evidence]) -> Iterator[Finding]:
    known = {one.number: one for one in mine if one.number}
    for item in mine:
        prefix = re.match(r".*[A-Za-z]\D*(?=\d+$)", item.number) or re.match(
            r"(?=.*[A-Za-z]).*[^\d](?=\d+$)", item.number
        )
        if prefix is None or not _is_current(bid, item):
            continue
        for said in re.findall(rf"(?<![\w-]){re.escape(prefix[0])}\d{{3,}}(?![\w-])", answer.text):
            other = known.get(said)
            if said == item.number or (other and (_is_current(bid, other) or _PAST.search(answer.text))):
                continue
            title = title_of(item.kind, item)
            why = f"The answer gives “{said}” as the number of {title}; the evidence says {item.number}."
            remedy = "Put the number right, or take in the new certificate."
            yield answer.finding(Check.FACT, Gravity.LOOK_AGAIN, why, remedy, f"number {said}")


def _is_current(bid: Submission, item: Evidence) -> bool:
    return item.ends is None or item.ends >= bid.dates.submission


def _last_days(answer: Answer, sentence: str, mine: list[Evidence]) -> Iterator[Finding]:
    said = [one for one in days_in(sentence) if _is_last_day(sentence, one.start)]
    if not said:
        return
    kinds = kinds_in(sentence)
    numbered = [one for one in mine if one.number and one.number in sentence]
    about = numbered or [one for one in mine if len(kinds) == 1 and one.kind == kinds[0]]
    about = [one for one in about if one.ends]
    if not about or len({one.kind for one in about}) > 1:
        return
    right = {day for one in about for day in (one.ends, one.starts, one.review_by)}
    first = next((one for one in said if one.day not in right), None)
    if first is not None:
        yield _wrong_day(answer, about[0], first.day)


def _is_last_day(sentence: str, start: int) -> bool:
    """Tell whether the words just before a day say that something ends there."""
    return bool(_ENDS.search(sentence[max(0, start - 30) : start]))


def _wrong_day(answer: Answer, item: Evidence, day: date) -> Finding:
    title = title_of(item.kind, item)
    why = f"The answer says that {title} ends on {say_date(day)}; the evidence says {say_value(str(item.ends))}."
    remedy = "Put the date right, or take in the new certificate."
    return answer.finding(Check.FACT, Gravity.LOOK_AGAIN, why, remedy, f"ends {item.kind}")
