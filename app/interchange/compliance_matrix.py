"""The compliance matrix as a table: CSV, or Excel by the name of the file."""

from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path

from app.domain.compliance import Requirement
from app.interchange.table_files import write_table

HEADINGS = (
    "File",
    "Ref",
    "Section",
    "Requirement",
    "Mandatory or weight",
    "Where answered",
    "Party",
    "Answer",
    "Source or evidence",
    "Owner",
    "Reviewer",
    "State",
    "Length",
    "Limit",
)


def write_matrix(requirements: Sequence[Requirement], path: Path, *, replace: bool = False) -> None:
    """Write one row for each requirement. Raises `TargetExists`, `FileUnwritable`."""
    write_table([HEADINGS, *map(astuple, requirements)], "Compliance matrix", path, replace=replace, guarded=True)
