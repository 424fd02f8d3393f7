"""Notices in OCDS, made here: a bare release, a package, a record package."""

import json
from pathlib import Path
from typing import Any

OCID = "ocds-zzzzzz-0001"


def release(ocid: str = OCID, **tender: Any) -> dict[str, Any]:
    """Give a release of a school's cleaning; members of the tender may be set."""
    return {
        "ocid": ocid,
        "id": "000123-2026",
        "date": "2026-05-01T09:00:00+01:00",
        "tag": ["tender"],
        "buyer": {"id": "org-1", "name": "Larkmead School"},
        "tender": {
            "id": "LS/26/7",
            "title": "Cleaning of classrooms",
            "description": "Daily cleaning in term time.",
            "legalBasis": {"id": "2023/54", "scheme": "UKPGA"},
            "value": {"amount": 120000, "currency": "GBP"},
            "tenderPeriod": {"endDate": "2026-06-12T12:00:00+01:00"},
            "enquiryPeriod": {"endDate": "2026-06-01T17:00:00+01:00"},
            "awardPeriod": {"endDate": "2026-07-01T00:00:00+01:00"},
            "contractPeriod": {"startDate": "2026-09-01T00:00:00+01:00"},
            **tender,
        },
    }


def with_criteria(*criteria: dict[str, str], **tender: Any) -> dict[str, Any]:
    """Give a release that states selection criteria."""
    return release(**tender, selectionCriteria={"criteria": list(criteria)})


def write_notice(path: Path, *releases: dict[str, Any]) -> Path:
    """Write one release bare, or several as a package."""
    document: Any = releases[0] if len(releases) == 1 else {"uri": "x", "releases": list(releases)}
    path.write_text(json.dumps(document), encoding="utf-8")
    return path
