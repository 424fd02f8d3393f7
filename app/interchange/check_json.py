"""The check before submission as JSON."""

from typing import Any

from app.domain.findings import Finding, Gravity, Where
from app.services.check_bid import Checked


def check_to_json(checked: Checked) -> dict[str, Any]:
    """Give every finding with its id, what it is about and any override; and the figures."""
    standing = checked.standing
    return {
        "passes": checked.passes,
        "counts": {str(gravity): sum(one.gravity is gravity for one in standing) for gravity in Gravity}
        | {"overridden": len(checked.findings) - len(standing)},
        "questions": sum(1 for _ in checked.submission.answers()),
        "to_sign": checked.to_sign,
        "findings": [_finding(one) for one in checked.findings],
    }


def _finding(one: Finding) -> dict[str, Any]:
    word = one.override
    return {
        "id": one.id,
        "check": str(one.check),
        "gravity": str(one.gravity),
        "where": _where(one.where),
        "also": [_where(place) for place in one.also],
        "why": one.why,
        "remedy": one.remedy,
        "fingerprint": one.fingerprint,
        "override": {"reason": word.reason, "by": word.by, "at": word.at.isoformat()} if word else None,
    }


def _where(where: Where) -> dict[str, Any]:
    return {
        "kind": where.kind,
        "id": where.id,
        "name": where.name,
        "file_digest": where.file_digest or None,
        "party": where.party_id,
    }
