"""A table model over rows of one kind, told by its columns what each cell shows."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.widgets.column import Column

R = TypeVar("R")

CELL = Qt.ItemDataRole.UserRole + 1
FEW = 4
"""Up to so many rows are drawn anew one by one."""


class RowsModel(QAbstractTableModel, Generic[R]):
    """The rows that are shown; cells are made when they are drawn, so ten thousand rows cost nothing."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], str],
        describe: Callable[[R], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns, self._key, self._describe = tuple(columns), key, describe
        self._rows: Sequence[R] = ()

    @property
    def rows(self) -> Sequence[R]:
        """The rows that are shown."""
        return self._rows

    def row(self, number: int) -> R:
        """Give one row."""
        return self._rows[number]

    def key_at(self, number: int) -> str | None:
        """Give the key of a row; None for no row."""
        return self._key(self._rows[number]) if 0 <= number < len(self._rows) else None

    def find(self, key: str | None) -> int:
        """Give the number of the row with a key, or -1."""
        if key is None:
            return -1
        return next((number for number, row in enumerate(self._rows) if self._key(row) == key), -1)

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show other rows; where the keys are the same, only what they show is drawn anew."""
        changed = self._changed(rows)
        if changed is not None:
            self._rows = rows
            self._tell_of(changed)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _changed(self, rows: Sequence[R]) -> list[int] | None:
        """List the numbers of the rows that show something else; None where other rows are to be shown."""
        if len(rows) != len(self._rows):
            return None
        changed = [number for number, (new, old) in enumerate(zip(rows, self._rows, strict=True)) if new is not old]
        same = all(self._key(rows[number]) == self._key(self._rows[number]) for number in changed)
        return changed if same else None

    def _tell_of(self, numbers: Sequence[int]) -> None:
        """Let a few rows be drawn anew, or all from the first to the last."""
        last = len(self._columns) - 1
        if len(numbers) <= FEW:
            for number in numbers:
                self.dataChanged.emit(self.index(number, 0), self.index(number, last))
        else:
            self.dataChanged.emit(self.index(numbers[0], 0), self.index(numbers[-1], last))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Count the columns."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the cell, its words, or what a screen reader says of it."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return self._describe(row)
        cell = self._columns[index.column()].cell(row)
        match role:
            case int() if role == CELL:
                return cell
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return _words(cell)
            case Qt.ItemDataRole.ToolTipRole:
                return cell.text if len(cell.text) > 60 else None
        return None


def _words(cell: Any) -> str:
    state = cell.state.word if cell.state and not cell.text else ""
    match = f"{round(cell.confidence * 100)}%" if cell.confidence is not None else ""
    return ", ".join(part for part in (cell.over, state, match, cell.text, cell.under) if part)
