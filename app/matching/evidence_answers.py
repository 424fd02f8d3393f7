"""What certificates, insurances and policies answer: whether they are held on the days that count, and details."""

from collections.abc import Callable, Sequence
from datetime import date

from app.domain.answers_in_words import say_date, say_money, say_value
from app.domain.dates import ReferenceDates, holds_on
from app.domain.profile import Profile
from app.domain.questionnaire import Kind
from app.domain.records import Evidence, Policy
from app.domain.suggestions import Source, SourceKind
from app.domain.values import JsonValue
from app.matching.context import Asked
from app.matching.finding import UNSURE, Finding, pounds_in
from app.matching.question_bank import CanonicalQuestion
from app.matching.words import stems

LAPSED = 0.96
"""No, because it has lapsed, is a dated fact; a firm may still prefer to renew before it answers."""
_TO_COME = tuple(map(stems, ("will", "commit", "prior", "award", "obtain", "able", "agree", "intend")))
_STRONGER = {"certificate.cyber_essentials": "certificate.cyber_essentials_plus"}
"""A certificate that cannot be had without the other one."""


def from_evidence(
    canonical: CanonicalQuestion, asked: Asked, profile: Profile, party_id: str | None, dates: ReferenceDates
) -> Finding | None:
    """Answer from the evidence of a kind; None where the supplier has recorded nothing."""
    mine = [item for item in profile.evidence if item.kind == canonical.evidence and item.party_id == party_id]
    if not mine:
        return _from_stronger(canonical, asked, profile, party_id, dates) or _from_fact(
            canonical, profile, party_id, dates
        )
    best = max(mine, key=lambda item: (_days_held(item, dates), item.ends or date.max))
    if canonical.asks == "held":
        return _held(best, asked, dates)
    value = _MEMBERS[canonical.asks](best)
    if value in (None, ""):
        return None
    ok = _days_held(best, dates) == len(_days(dates))
    why = "" if ok else f"{_title(best)} does not cover all of the tender's days ({_period(best)})"
    money = canonical.asks == "cover" and isinstance(value, int | float)
    return Finding(value, _source(best, why), 1.0 if ok else 0.85, money=money)


def from_policy(
    canonical: CanonicalQuestion, asked: Asked, profile: Profile, party_id: str | None, dates: ReferenceDates
) -> Finding | None:
    """Answer from a policy of this kind; None where the supplier keeps none."""
    words = set(stems(canonical.policy.replace("_", " "))) - {"and"}
    fitting = [one for one in profile.policies if words <= set(stems(f"{one.kind.replace('_', ' ')} {one.title}"))]
    exact = [one for one in fitting if one.kind == canonical.policy]
    if party_id is not None or not fitting:
        return None
    policy = (exact or fitting)[0]
    overdue = policy.review_by is not None and policy.review_by < dates.submission
    why = f"its review was due on {say_date(policy.review_by)}" if overdue and policy.review_by else ""
    source = Source(SourceKind.POLICY, policy.id, policy.title or policy.kind, why)
    value = _policy_value(policy, canonical.asks, asked)
    return Finding(value, source, 0.85 if overdue or not exact else 0.97) if value not in (None, "") else None


def _policy_value(policy: Policy, asks: str, asked: Asked) -> JsonValue:
    match asks:
        case "held":
            plain = asked.question.kind in (Kind.TEXT, Kind.LONG_TEXT)
            return f"Yes. {policy.title}".strip() if plain and policy.title else True
        case "approved_on":
            return policy.approved_on.isoformat() if policy.approved_on else None
        case _:
            return policy.statement


def _held(item: Evidence, asked: Asked, dates: ReferenceDates) -> Finding:
    days = _days(dates)
    held = [holds_on(day, item.starts, item.ends) for day in days]
    to_come = asked.says(_TO_COME)
    if not held[0]:
        why = f"{_title(item)} is not in date on {say_date(days[0])} ({_period(item)}): renew it, or answer No"
        return Finding(_yes_or_summary(item, asked, held=False), _source(item, why), 0.8 if to_come else LAPSED)
    wanted = pounds_in(f"{asked.text} {asked.question.guidance}") if item.kind.startswith("insurance.") else None
    if wanted is not None and (not isinstance(item.cover, int | float) or item.cover < wanted):
        why = f"the buyer asks {say_money(wanted)}; {_title(item)} covers {say_value(item.cover) or 'an unknown sum'}"
        return Finding(to_come, _source(item, why), 0.7)
    if not all(held):
        last = max(day for day, ok in zip(days, held, strict=True) if not ok)
        why = f"{_title(item)} is not in date on {say_date(last)} ({_period(item)})"
        return Finding(_yes_or_summary(item, asked, held=True), _source(item, why), 0.85)
    return Finding(_yes_or_summary(item, asked, held=True), _source(item, f"in date on all days ({_period(item)})"))


def _yes_or_summary(item: Evidence, asked: Asked, *, held: bool) -> JsonValue:
    if not held or asked.question.kind not in (Kind.TEXT, Kind.LONG_TEXT):
        return held
    cover = say_money(item.cover) if isinstance(item.cover, int | float) else say_value(item.cover)
    parts = (
        f"issued by {item.issuer}" if item.issuer else "",
        f"number {item.number}" if item.number else "",
        f"cover {cover}" if cover else "",
        f"valid until {say_date(item.ends)}" if item.ends else "",
    )
    return "Yes: " + ", ".join(part for part in (_title(item), *parts) if part)


def _from_stronger(
    canonical: CanonicalQuestion, asked: Asked, profile: Profile, party_id: str | None, dates: ReferenceDates
) -> Finding | None:
    stronger = profile.evidence_on(_STRONGER.get(canonical.evidence, ""), dates.last, party_id)
    if stronger is None or canonical.asks != "held":
        return None
    why = f"{_title(stronger)} cannot be had without it"
    return Finding(_yes_or_summary(stronger, asked, held=True), _source(stronger, why), UNSURE)


def _from_fact(
    canonical: CanonicalQuestion, profile: Profile, party_id: str | None, dates: ReferenceDates
) -> Finding | None:
    """Take "does not apply" or No, kept as a fact under the evidence's key, for No."""
    fact = profile.fact_on(canonical.evidence, dates.submission, party_id)
    if fact is None or fact.value or canonical.asks != "held":
        return None
    return Finding(False, Source(SourceKind.FACT, fact.id, canonical.evidence, "recorded as not held"))  # noqa: FBT003


def _days(dates: ReferenceDates) -> Sequence[date]:
    return (dates.submission, dates.award, dates.start)


def _days_held(item: Evidence, dates: ReferenceDates) -> int:
    return sum(holds_on(day, item.starts, item.ends) for day in _days(dates))


def _title(item: Evidence) -> str:
    return item.title or item.kind.split(".")[-1].replace("_", " ").capitalize()


def _period(item: Evidence) -> str:
    starts = f"from {say_date(item.starts)}" if item.starts else ""
    ends = f"until {say_date(item.ends)}" if item.ends else "without an end"
    return f"{starts} {ends}".strip()


def _source(item: Evidence, why: str) -> Source:
    return Source(SourceKind.EVIDENCE, item.id, _title(item), why)


_MEMBERS: dict[str, Callable[[Evidence], JsonValue]] = {
    "number": lambda item: item.number,
    "issuer": lambda item: item.issuer,
    "cover": lambda item: item.cover,
    "title": lambda item: item.title,
    "starts": lambda item: item.starts.isoformat() if item.starts else None,
    "ends": lambda item: item.ends.isoformat() if item.ends else None,
}
