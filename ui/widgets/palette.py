"""The command palette: type, choose with the arrows, Enter."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.theme import TextStyle, current, paint_icon
from ui.widgets.entries_model import ENTRY, EntriesModel
from ui.widgets.key_hint import key_name
from ui.widgets.painting import draw_box, draw_rule
from ui.widgets.typesetting import draw_text, text_width

WIDTH = 640
ROW = 44
MOST = 9


class Entry(Protocol):
    """What the palette shows of a thing that was found."""

    @property
    def title(self) -> str:
        """Name it."""

    @property
    def note(self) -> str:
        """Say where it lies."""

    @property
    def icon(self) -> str:
        """Give the role of its icon."""

    @property
    def key(self) -> str:
        """Give the key that does the same."""


class _EntryDelegate(QStyledItemDelegate):
    """Icon, title, note, key."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give a row."""
        del option, index
        return QSize(100, current().px(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one entry."""
        theme, entry, view = current(), index.data(ENTRY), option.widget
        rect = option.rect.adjusted(8, 1, -8, -1)
        painter.save()
        if isinstance(view, QListView) and view.currentIndex().row() == index.row():
            draw_box(painter, rect, 8, theme.colour("sel"))
            draw_box(painter, QRect(rect.left(), rect.top() + 6, 3, rect.height() - 12), 1.5, theme.colour("acc"))
        size, line = theme.px(20), theme.line_height(TextStyle.VALUE)
        top = rect.top() + (rect.height() - line) // 2
        box = QRect(rect.left() + 12, rect.top() + (rect.height() - size) // 2, size, size)
        paint_icon(painter, box, entry.icon, theme.colour("mut"))
        key = key_name(entry.key)
        end = rect.right() - 12
        if key:
            width = text_width(key, TextStyle.NOTE_VALUE) + 12
            cap = QRect(end - width, rect.top() + (rect.height() - theme.px(20)) // 2, width, theme.px(20))
            draw_box(painter, cap, 4, None, theme.colour("edge"))
            note = theme.line_height(TextStyle.NOTE_VALUE)
            room = QRect(cap.left() + 6, cap.top() + (cap.height() - note) // 2, width, note)
            draw_text(painter, room, key, TextStyle.NOTE_VALUE, theme.colour("mut"))
            end = cap.left() - 12
        left = box.right() + 13
        title = min(text_width(entry.title, TextStyle.VALUE), end - left)
        draw_text(painter, QRect(left, top, title + 1, line), entry.title, TextStyle.VALUE, theme.colour("text"))
        rest = QRect(left + title + 12, top, max(end - left - title - 12, 0), line)
        if rest.width() > 24:
            draw_text(painter, rest, entry.note, TextStyle.BODY, theme.colour("mut"))
        painter.restore()


class Palette(QFrame):
    """Floats over the window.

    Signals: `asked` carries what was typed; `picked` the chosen entry; `closed` says that it is gone.
    """

    asked = Signal(str)
    picked = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Find a page, a record or an action")
        self._field = QLineEdit()
        self._field.setProperty("plain", "true")
        self._field.setPlaceholderText("Find a page, a record or an action")
        self._field.setAccessibleName("Find a page, a record or an action")
        self._field.setFont(current().font(TextStyle.LEAD))
        self._field.setFixedHeight(current().px(40))
        self._field.setTextMargins(12, 0, 12, 0)
        self._field.textChanged.connect(self.asked)
        self._entries = EntriesModel(self)
        self._list = QListView()
        self._list.setModel(self._entries)
        self._list.setItemDelegate(_EntryDelegate(self._list))
        self._list.setAccessibleName("Found")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.entered.connect(self._list.setCurrentIndex)
        self._list.clicked.connect(lambda _index: self._pick())
        self._back: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 13, 13, 13)
        column.setSpacing(8)
        column.addWidget(self._field)
        column.addWidget(self._list, 1)
        self._field.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show it over the window, empty, and remember where the focus was."""
        window = self.window()
        self._back = window.focusWidget()
        self._field.clear()
        self.asked.emit("")
        self._place()
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show what was found; the first is chosen."""
        self._entries.set_entries(entries)
        if entries:
            self._list.setCurrentIndex(self._entries.index(0))
        self._place()

    @property
    def titles(self) -> tuple[str, ...]:
        """What is shown, in words."""
        return tuple(entry.title for entry in self._entries.entries)

    def close_up(self) -> None:
        """Put it away and give the focus back."""
        if not self.isVisible():
            return
        self.hide()
        if self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back = None
        self.closed.emit()

    def eventFilter(self, watched: object, event: object) -> bool:
        """Move in the list while the field keeps the focus."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            return self._take_key(Qt.Key(event.key()))
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Swallow clicks beside the rows."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shadow, box, and the line under the field."""
        theme = current()
        painter = QPainter(self)
        box = self.rect().adjusted(12, 12, -12, -12)
        if theme.is_contrast:
            draw_box(painter, box, 10, theme.colour("panel"), theme.colour("edge"), 2)
        else:
            shade = theme.colour("toast" if theme.name == "light" else "bg")
            for spread in range(12, 0, -2):
                shade.setAlphaF(0.03 if theme.name == "light" else 0.12)
                draw_box(painter, box.adjusted(-spread, -spread + 4, spread, spread), 10 + spread, shade)
            draw_box(painter, box, 10, theme.colour("panel"), theme.colour("line"))
        draw_rule(painter, box.left() + 1, box.right(), self._field.geometry().bottom() + 4, theme.colour("line"))

    def _take_key(self, key: Qt.Key) -> bool:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(key, 0)
        count = len(self._entries.entries)
        if step and count:
            row = (self._list.currentIndex().row() + step) % count
            self._list.setCurrentIndex(self._entries.index(row))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick()
            return True
        if key == Qt.Key.Key_Escape:
            self.close_up()
            return True
        return False

    def _pick(self) -> None:
        index = self._list.currentIndex()
        if index.isValid():
            entry = self._entries.entries[index.row()]
            self.close_up()
            # The window is drawn without the palette before anything slow begins.
            QTimer.singleShot(0, self, lambda: self.picked.emit(entry))

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        theme = current()
        width = min(theme.px(WIDTH), window.width() - 48)
        rows = min(max(len(self._entries.entries), 1), MOST)
        height = theme.px(40) + 8 + rows * theme.px(ROW) + 30
        self.setGeometry(
            (window.width() - width) // 2, min(theme.px(88), 88), width, min(height, window.height() - 100)
        )
