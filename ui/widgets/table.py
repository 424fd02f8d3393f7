"""A table of rows with two lines at most, drawn by one delegate; the choice survives filtering."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.theme import current
from ui.widgets.cell_delegate import CellDelegate
from ui.widgets.column import Column
from ui.widgets.painting import draw_box
from ui.widgets.rows_model import RowsModel
from ui.widgets.table_header import TableHeader

R = TypeVar("R")


class Table(QTableView, Generic[R]):
    """Rows of one kind.

    Signals: `chosen` carries the row that became current, or None; `opened` a row on Enter or a double click;
    `lettered` a letter pressed while the list has the focus, in capitals.
    """

    draws_own_focus = True

    chosen = Signal(object)
    opened = Signal(object)
    lettered = Signal(str)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[R]],
        key: Callable[[R], str],
        describe: Callable[[R], str],
        *,
        row_height: int = 60,
        parent: QWidget | None = None,
    ) -> None:
        """Make a table; `key` tells rows apart, `describe` is what a screen reader says of a row."""
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: RowsModel[R] = RowsModel(columns, key, describe, self)
        self._hovered = -1
        self._by_mouse = False
        self._quiet = False
        self.setModel(self._rows)
        self.setAccessibleName(name)
        self._dress(row_height)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._rows.row(index.row())))

    def _dress(self, row_height: int) -> None:
        self.setItemDelegate(CellDelegate(self))
        self.setHorizontalHeader(TableHeader([column.right for column in self._columns], self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(current().px(row_height))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)

    @property
    def hovered(self) -> int:
        """The row under the pointer, or -1."""
        return self._hovered

    @property
    def rows(self) -> Sequence[R]:
        """The rows that are shown."""
        return self._rows.rows

    @property
    def current_row(self) -> R | None:
        """The row that is chosen."""
        index = self.currentIndex()
        return self._rows.row(index.row()) if index.isValid() else None

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show other rows; the chosen one stays chosen where it is still there, without a signal."""
        held = self._rows.key_at(self.currentIndex().row())
        self._quiet = True
        self._rows.set_rows(rows)
        at = self._rows.find(held)
        if at >= 0:
            self.setCurrentIndex(self._rows.index(at, 0))
        self._quiet = False
        if at < 0 and held is not None:
            self.chosen.emit(None)

    def choose(self, key: str) -> bool:
        """Choose a row by its key and bring it into view; False where it is not shown."""
        at = self._rows.find(key)
        if at >= 0:
            self.setCurrentIndex(self._rows.index(at, 0))
            self.scrollTo(self._rows.index(at, 0))
        return at >= 0

    def choose_at(self, number: int) -> None:
        """Choose the row numbered `number` from 0, where there is one."""
        if 0 <= number < len(self.rows):
            self.setCurrentIndex(self._rows.index(number, 0))
            self.scrollTo(self._rows.index(number, 0))

    def step(self, step: int) -> None:
        """Choose the row `step` further down."""
        self.choose_at(min(max(self.currentIndex().row() + step, 0), len(self.rows) - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter; hand letters on; arrows, Home and End move."""
        self._by_mouse = False
        key, row = event.key(), self.current_row
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.opened.emit(row)
        elif plain and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.choose_at(0 if key == Qt.Key.Key_Home else len(self.rows) - 1)
        elif plain and event.text().isalpha():
            self.lettered.emit(event.text().upper())
        elif plain and key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose with the mouse; no ring then."""
        self._by_mouse = True
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint the row under the pointer."""
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the tint away."""
        self._hover(-1)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first row when the list is entered for the first time by key."""
        super().focusInEvent(event)
        self._by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        if not self._by_mouse and not self.currentIndex().isValid():
            self.choose_at(0)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._share_width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, then the ring of the focus around the chosen one."""
        super().paintEvent(event)
        if self.hasFocus() and not self._by_mouse and self.currentIndex().isValid():
            row = self.currentIndex().row()
            box = QRect(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))
            draw_box(QPainter(self.viewport()), box, 4, None, current().colour("acc"), 2)

    def _share_width(self) -> None:
        theme, room = current(), self.viewport().width()
        shown = self._fitting(room)
        fixed = sum(theme.px(column.width) for column in shown if column.width)
        shares = sum(column.share for column in shown if not column.width) or 1
        left = max(room - fixed - 2 * theme.px(CellDelegate.EDGE), 0)
        for number, column in enumerate(self._columns):
            self.setColumnHidden(number, column not in shown)
            width = theme.px(column.width) if column.width else left * column.share // shares
            edge = theme.px(CellDelegate.EDGE) if column in (shown[0], shown[-1]) else 0
            self.setColumnWidth(number, width + edge)

    def _fitting(self, room: int) -> tuple[Column[R], ...]:
        theme = current()
        for rank in (2, 1, 0):
            kept = tuple(column for column in self._columns if column.rank <= rank)
            need = sum(theme.px(column.width or 140 * column.share) for column in kept)
            if need <= room:
                return kept
        return tuple(column for column in self._columns if column.rank == 0)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def _tell(self, current_index: QModelIndex, _previous: QModelIndex) -> None:
        self.viewport().update()
        if not self._quiet:
            self.chosen.emit(self._rows.row(current_index.row()) if current_index.isValid() else None)
