"""Keep the proof of the last filling of a buyer's file with the file, inside the workspace."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from app.domain.filling import FilledAnswer, FillReport, LeftQuestion
from app.domain.tenders import TenderFile
from app.services.ports import UnitOfWork, Workspace

FILL = "fill"
"""Member of a tender file's `extra`: the attachment that holds the proof as JSON."""


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled copy: where the user wanted it, when, and what was done."""

    out: str
    at: datetime
    report: FillReport


def keep_fill(workspace: Workspace, file_id: str, fill: Fill, by: str) -> TenderFile | None:
    """Keep the proof; None where the file is no longer in the workspace."""
    content = json.dumps(_to_json(fill), ensure_ascii=False).encode()
    with workspace.work(f"Fill {fill.report.out}", by) as unit:
        file = unit.tender_files.get(file_id)
        if file is None:
            return None
        return unit.tender_files.replace(replace(file, extra={**file.extra, FILL: unit.attachments.put(content)}))


def last_fill(unit: UnitOfWork, file_id: str) -> Fill | None:
    """Give the proof of the last filling; None where the file has not been filled."""
    file = unit.tender_files.get(file_id)
    digest = file.extra.get(FILL) if file else None
    if not isinstance(digest, str) or digest not in unit.attachments:
        return None
    return _from_json(json.loads(unit.attachments.read(digest)))


def _to_json(fill: Fill) -> dict[str, Any]:
    return {"out": fill.out, "at": fill.at.isoformat(), "report": asdict(fill.report)}


def _from_json(document: Mapping[str, Any]) -> Fill:
    report = document["report"]
    return Fill(
        document["out"],
        datetime.fromisoformat(document["at"]),
        FillReport(
            report["out"],
            tuple(FilledAnswer(**one) for one in report["filled"]),
            tuple(LeftQuestion(**one) for one in report["left"]),
            tuple(report["changed"]),
            tuple(report["parts_changed"]),
            report["parts_identical"],
            tuple(report["notices"]),
        ),
    )
