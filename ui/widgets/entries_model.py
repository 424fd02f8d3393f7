"""A list model over entries that have a title and a note."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

ENTRY = Qt.ItemDataRole.UserRole + 1


class EntriesModel(QAbstractListModel):
    """What the command palette lists."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.entries: Sequence[Any] = ()

    def set_entries(self, entries: Sequence[Any]) -> None:
        """List other entries."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Count them."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the entry, or its words."""
        entry = self.entries[index.row()]
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{entry.title}, {entry.note}" if entry.note else entry.title
        return None
