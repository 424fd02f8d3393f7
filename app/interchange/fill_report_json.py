"""The report of a fill as JSON (CONTRACT: `fill --json`)."""

from typing import Any

from app.domain.filling import FillReport


def fill_report_to_json(report: FillReport, *, with_before: bool = False) -> dict[str, Any]:
    """Give the document that `bidfolio fill --json` prints; for the window also what stood in each place before."""
    return {
        "out": report.out,
        "filled": [
            {
                "id": one.question_id,
                "where": one.where,
                "value": one.value,
                "source": one.source,
                "confidence": one.confidence,
                "reviewed_by": one.reviewed_by,
                **({"before": one.before} if with_before else {}),
            }
            for one in report.filled
        ],
        "left": [{"id": one.question_id, "reason": one.reason} for one in report.left],
        "changed": list(report.changed),
        "parts": {"changed": list(report.parts_changed), "identical": report.parts_identical},
        "notices": list(report.notices),
    }
