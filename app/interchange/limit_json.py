"""A buyer's limit as JSON (CONTRACT: `questions --json`), and back."""

from collections.abc import Mapping
from typing import Any

from app.domain.questionnaire import Limit, LimitUnit


def limit_to_json(limit: Limit | None) -> dict[str, Any] | None:
    """Give a limit as the contract writes it; None stays None."""
    if limit is None:
        return None
    return {"unit": str(limit.unit), "max": limit.maximum, "per": limit.per, "source": limit.source}


def limit_from_json(limit: Mapping[str, Any] | None) -> Limit | None:
    """Read one back."""
    return Limit(LimitUnit(limit["unit"]), limit["max"], limit["source"], limit["per"]) if limit else None
