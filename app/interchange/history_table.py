"""The history of a workspace as a table: CSV, or Excel by the name of the file."""

import json
from collections.abc import Sequence
from pathlib import Path

from app.domain.changes import Change
from app.domain.values import JsonObject
from app.interchange.table_files import MOST_IN_CELL, write_table

HEADING = ["Number", "At", "By", "Doing", "Deed", "Table", "Record", "Before", "After", "Hash"]


def write_history(changes: Sequence[Change], path: Path, *, replace: bool = False) -> None:
    """Write one row for each change, with its hash; what stood before and after as JSON.

    In Excel a text longer than a cell is cut, with three dots at its end; CSV holds it whole. Raises `TargetExists`
    or `FileUnwritable`.
    """
    most = MOST_IN_CELL if path.suffix.lower() == ".xlsx" else None
    rows = [[_cut(text, most) for text in _row(change)] for change in changes]
    write_table([HEADING, *rows], "History", path, replace=replace, guarded=True)


def _row(change: Change) -> list[str]:
    texts = [str(change.number), change.at.isoformat(), change.by, change.doing, change.group, change.table]
    return [*texts, change.record_id, _json(change.before), _json(change.after), change.hash]


def _json(row: JsonObject | None) -> str:
    return "" if row is None else json.dumps(row, ensure_ascii=False, sort_keys=True)


def _cut(text: str, most: int | None) -> str:
    return text if most is None or len(text) <= most else f"{text[: most - 3]}..."
