"""Keep a person's written word that a finding is right as it stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.errors import NotFound, OverrideOutsideTender, ReasonNotGiven, ReviewerNotGiven
from app.domain.findings import Finding, Override
from app.domain.tenders import Tender
from app.domain.values import JsonObject, JsonValue
from app.services.ports import UnitOfWork, Workspace

OVERRIDES = "overrides"
"""Member of a tender's `extra`: {finding id: {reason, by, at, basis}}."""


@dataclass(frozen=True, slots=True)
class Named:
    """A finding by its id, and the name of what it is about."""

    id: str
    name: str


def override_finding(
    workspace: Workspace, tender: Tender | None, finding: Finding, reason: str, by: str, at: datetime
) -> Finding:
    """Keep the word and give the finding with it; it holds until what the finding rests on changes.

    Raises `ReasonNotGiven`, `ReviewerNotGiven`, or `OverrideOutsideTender` where there is no tender to keep it in.
    """
    word = Override(reason.strip(), by.strip(), at, finding.fingerprint)
    keep_override(workspace, tender.id if tender else "", Named(finding.id, finding.where.name), word)
    return replace(finding, override=word)


def keep_override(workspace: Workspace, tender_id: str, finding: Named, word: Override) -> None:
    """Keep a word for a finding that another process found. Raises as `override_finding` does."""
    if not word.reason:
        raise ReasonNotGiven
    if not word.by:
        raise ReviewerNotGiven
    plain = {"reason": word.reason, "by": word.by, "at": word.at.isoformat(), "basis": word.basis}
    with workspace.work(f"Override a finding: {finding.name}", word.by) as unit:
        held = _tender(unit, tender_id)
        _write(unit, held, {**_kept(held), finding.id: plain})


def take_back_override(workspace: Workspace, tender_id: str, finding: Named, by: str) -> None:
    """Let a finding stand again. Raises `OverrideOutsideTender`."""
    with workspace.work(f"Take back an override: {finding.name}", by) as unit:
        held = _tender(unit, tender_id)
        _write(unit, held, {key: word for key, word in _kept(held).items() if key != finding.id})


def find_finding(findings: Iterable[Finding], finding_id: str) -> Finding:
    """Find a finding by its id. Raises `NotFound`."""
    found = next((one for one in findings if one.id == finding_id), None)
    if found is None:
        raise NotFound("finding", finding_id)
    return found


def with_overrides(tender: Tender | None, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Put to each finding the word that was kept for it and still holds."""
    kept = _kept(tender) if tender else {}
    return tuple(_with_word(finding, kept.get(finding.id)) for finding in findings)


def _with_word(finding: Finding, word: JsonValue) -> Finding:
    if not isinstance(word, Mapping) or word.get("basis") != finding.fingerprint:
        return finding
    at = datetime.fromisoformat(str(word.get("at")))
    return replace(finding, override=Override(str(word.get("reason")), str(word.get("by")), at, finding.fingerprint))


def _kept(tender: Tender) -> JsonObject:
    kept = tender.extra.get(OVERRIDES)
    return kept if isinstance(kept, Mapping) else {}


def _tender(unit: UnitOfWork, tender_id: str) -> Tender:
    held = unit.tenders.get(tender_id) if tender_id else None
    if held is None:
        raise OverrideOutsideTender
    return held


def _write(unit: UnitOfWork, tender: Tender, overrides: JsonObject) -> None:
    unit.tenders.replace(replace(tender, extra={**tender.extra, OVERRIDES: overrides}))
