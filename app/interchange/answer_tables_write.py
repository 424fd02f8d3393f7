"""The answer library as a table: CSV, or Excel by the name of the file."""

from collections.abc import Sequence
from pathlib import Path

from app.domain.records import LibraryAnswer
from app.interchange.answer_columns import column_of
from app.interchange.table_files import write_table

Table = list[list[str]]


def write_answer_table(answers: Sequence[LibraryAnswer], path: Path, *, replace: bool = False) -> None:
    """Write one row for each answer; `.xlsx` makes an Excel workbook, any other ending CSV in UTF-8.

    Raises `TargetExists`, or `FileUnwritable`, also where an answer is longer than a cell of Excel.
    """
    write_table(answer_table(answers), "Answers", path, replace=replace)


def answer_table(answers: Sequence[LibraryAnswer]) -> Table:
    """Give the header row and the rows, with a column for each further wording and each further length."""
    wordings = max((len(one.questions) for one in answers), default=1)
    lengths = max((len(one.variants) for one in answers), default=1)
    kept = dict.fromkeys(name for one in answers for name, value in one.extra.items() if _is_column(name, value))
    heading = ["ID", *_numbered("Question", wordings), *_numbered("Answer", lengths)]
    heading += ["Tags", "State", "Owner", "Reviewed on", "Review by", *kept]
    return [heading, *(_row(one, wordings, lengths, list(kept)) for one in answers)]


def _row(one: LibraryAnswer, wordings: int, lengths: int, kept: Sequence[str]) -> list[str]:
    texts = [variant.text for variant in one.variants]
    days = [day.isoformat() if day else "" for day in (one.reviewed_on, one.review_by)]
    row = [one.key, *_padded(one.questions, wordings), *_padded(texts, lengths)]
    return [
        *row,
        "; ".join(one.tags),
        str(one.state),
        one.owner,
        *days,
        *(str(one.extra.get(name, "")) for name in kept),
    ]


def _is_column(name: str, value: object) -> bool:
    return isinstance(value, str) and column_of(name) is None


def _numbered(name: str, count: int) -> list[str]:
    return [name, *(f"{name} {number}" for number in range(2, count + 1))]


def _padded(texts: Sequence[str], count: int) -> list[str]:
    return [*texts, *[""] * (count - len(texts))]
