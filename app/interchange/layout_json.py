"""How a file looks, and what was put right in its reading, as JSON and back."""

from collections.abc import Mapping
from typing import Any

from app.domain.corrections import Correction, Mark
from app.domain.layout import LaidBlock, LaidCell, Layout
from app.domain.questionnaire import Kind
from app.interchange.limit_json import limit_from_json, limit_to_json


def layout_to_json(layout: Layout) -> dict[str, Any]:
    """Give the document that `layout` prints."""
    return {
        "blocks": [
            {"title": block.title, "level": block.level, "rows": [[_cell(cell) for cell in row] for row in block.rows]}
            for block in layout.blocks
        ]
    }


def layout_from_json(document: Mapping[str, Any]) -> Layout:
    """Read it back. Raises KeyError or ValueError on anything else."""
    return Layout(
        tuple(
            LaidBlock(
                tuple(tuple(_laid(cell) for cell in row) for row in block["rows"]), block["title"], block["level"]
            )
            for block in document["blocks"]
        )
    )


def correction_to_json(one: Correction) -> dict[str, Any]:
    """Give one correction as a buyer's file keeps it."""
    told = {"place": one.place, "mark": str(one.mark), "asked_at": one.asked_at, "text": one.text}
    return {**told, "kind": str(one.kind), "limit": limit_to_json(one.limit), "before": one.before}


def correction_from_json(one: Mapping[str, Any]) -> Correction:
    """Read it back."""
    return Correction(
        one["place"],
        Mark(one["mark"]),
        one["asked_at"],
        one["text"],
        Kind(one["kind"]),
        limit_from_json(one["limit"]),
        one["before"],
    )


def _cell(cell: LaidCell) -> list[Any]:
    told: list[Any] = [cell.place, cell.text, cell.column, cell.span, cell.bold, cell.fill, str(cell.kind)]
    return [*told, limit_to_json(cell.limit)]


def _laid(cell: list[Any]) -> LaidCell:
    place, text, column, span, bold, fill, kind, limit = cell
    return LaidCell(place, text, column, span, bold, fill, Kind(kind), limit_from_json(limit))
