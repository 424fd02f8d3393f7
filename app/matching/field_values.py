"""What stands behind the fields of kept answers: facts and evidence, on the days at which they must hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.answer_fields import FilledText, fill_fields
from app.domain.answers_in_words import say_date
from app.domain.dates import ReferenceDates
from app.domain.profile import Profile
from app.domain.records import Evidence
from app.domain.values import JsonValue

_DETAILS = {
    "title": "title",
    "issuer": "issuer",
    "insurer": "issuer",
    "number": "number",
    "policy_number": "number",
    "cover": "cover",
    "starts": "starts",
    "ends": "ends",
    "expires_on": "ends",
}
"""Names of a detail of evidence in a field, and the member that holds it."""


@dataclass(frozen=True, slots=True)
class FieldValues:
    """Fills the fields of kept answers for one bid."""

    profile: Profile
    party_id: str | None
    dates: ReferenceDates

    def fill(self, text: str) -> tuple[FilledText, str]:
        """Fill the fields of a text; give also why it must be looked at, or "" where it need not."""
        if "{{" not in text:
            return FilledText(text), ""
        filled = fill_fields(text, lambda key: self._find(key, self.dates.submission))
        if filled.missing:
            return filled, f"nothing is known of {', '.join(filled.missing)} on {say_date(self.dates.submission)}"
        for day in (self.dates.award, self.dates.start):
            changed = [key for key in filled.used if self._differs(key, day)]
            if changed:
                return filled, f"{', '.join(changed)} changes by {say_date(day)}"
        return filled, ""

    def _differs(self, key: str, day: date) -> bool:
        try:
            return self._find(key, day) != self._find(key, self.dates.submission)
        except KeyError:
            return True

    def _find(self, key: str, day: date) -> JsonValue:
        """Give what is known of a key on a day. Raises KeyError where nothing is."""
        fact = self.profile.fact_on(key, day, self.party_id)
        if fact is not None:
            return _newest(fact.value)
        kind, _, detail = key.rpartition(".")
        evidence = self.profile.evidence_on(kind, day, self.party_id)
        if evidence is None or detail not in _DETAILS:
            raise KeyError(key)
        return _detail(evidence, key, _DETAILS[detail])


def _newest(value: JsonValue) -> JsonValue:
    """Take of figures by period the newest amount: a sentence speaks of one."""
    if not isinstance(value, list | tuple) or not value or not all(isinstance(one, Mapping) for one in value):
        return value
    ends = [one for one in value if isinstance(one, Mapping) and ("year_end" in one or "period_ends" in one)]
    if len(ends) != len(value):
        return value
    last = max(ends, key=lambda one: str(one.get("year_end", one.get("period_ends"))))
    amount: JsonValue = last.get("amount", last.get("value"))
    return amount


def _detail(evidence: Evidence, key: str, member: str) -> JsonValue:
    value = getattr(evidence, member)
    if value in (None, ""):
        raise KeyError(key)
    return value.isoformat() if isinstance(value, date) else value
