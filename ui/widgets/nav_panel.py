"""The navigation at the left of the window: logo, workspace, search, places, settings."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import TextStyle, current, paint_icon
from ui.widgets.brand import logo_pixmap
from ui.widgets.key_hint import key_name
from ui.widgets.nav_list import NavList, NavRow
from ui.widgets.painting import draw_box
from ui.widgets.typesetting import draw_text, text_width

WIDE, COMPACT = 232, 60


class Switcher(QPushButton):
    """Logo, program and workspace; pressed it offers other workspaces."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compact = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ringToken", "navhi")
        self.set_name("")

    def set_name(self, name: str, note: str = "") -> None:
        """Show another workspace."""
        self.setText(name)
        self._note = note
        self.setAccessibleName(f"Workspace {name}, switch or lock" if name else "Switch or lock")
        self.setToolTip(name)
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Show the logo alone."""
        self._compact = compact
        self.update()

    def sizeHint(self) -> QSize:
        """Give 48 px."""
        return QSize(current().px(48), current().px(48))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw logo, names and the double chevron."""
        theme = current()
        painter = QPainter(self)
        if self.underMouse():
            draw_box(painter, self.rect(), 8, theme.colour("navhi", 0.06))
        side = theme.px(32)
        left = (self.width() - side) // 2 if self._compact else theme.px(7)
        at = QRect(left, (self.height() - side) // 2, side, side)
        painter.drawPixmap(at.topLeft(), logo_pixmap(side, self.devicePixelRatioF()))
        if self._compact:
            return
        left = at.right() + theme.px(9)
        room = self.width() - left - theme.px(30)
        top = (self.height() - theme.px(20) - theme.px(18)) // 2
        name = QRect(left, top, room, theme.px(20))
        draw_text(painter, name, "Bidfolio", TextStyle.CARD, theme.colour("navhi"))
        under = QRect(left, top + theme.px(21), room, theme.px(16))
        draw_text(painter, under, self.text(), TextStyle.NOTE, theme.colour("navtext"))
        size = theme.px(16)
        box = QRect(self.width() - size - theme.px(4), top + theme.px(21), size, size)
        paint_icon(painter, box, "switch", theme.colour("navtext"))


class SearchButton(QPushButton):
    """Looks like a field and opens the palette."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Search", parent)
        self._compact = False
        self.setAccessibleName("Search pages, records and actions")
        self.setToolTip(f"Search pages, records and actions ({key_name('Ctrl K')})")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ringToken", "navhi")

    def set_compact(self, compact: bool) -> None:
        """Show the glass alone."""
        self._compact = compact
        self.update()

    def sizeHint(self) -> QSize:
        """Give 32 px."""
        return QSize(current().px(36), current().px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw border, glass, word and key."""
        theme = current()
        painter = QPainter(self)
        edge = theme.colour("navhi" if self.underMouse() else "navedge")
        draw_box(painter, self.rect(), 8, theme.colour("navfield"), edge)
        size, ink = theme.px(18), theme.colour("navtext")
        left = (self.width() - size) // 2 if self._compact else theme.px(9)
        paint_icon(painter, QRect(left, (self.height() - size) // 2, size, size), "search", ink)
        if self._compact:
            return
        line = theme.line_height(TextStyle.BODY)
        room = QRect(theme.px(32), (self.height() - line) // 2, self.width(), line)
        draw_text(painter, room, "Search", TextStyle.BODY, ink)
        key = key_name("Ctrl K")
        width = text_width(key, TextStyle.NOTE_VALUE) + theme.px(12)
        cap = QRect(self.width() - width - theme.px(6), (self.height() - theme.px(20)) // 2, width, theme.px(20))
        draw_box(painter, cap, 4, None, theme.colour("navedge"))
        note = theme.line_height(TextStyle.NOTE_VALUE)
        inside = QRect(cap.left() + theme.px(6), cap.top() + (cap.height() - note) // 2, width, note)
        draw_text(painter, inside, key, TextStyle.NOTE_VALUE, ink)


class NavPanel(QWidget):
    """Signals: `chosen` carries the key of a place; `searched` and `switched` say that those were pressed."""

    chosen = Signal(str)
    searched = Signal()
    switched = Signal()

    def __init__(
        self,
        places: Sequence[tuple[str, str, str, str]],
        foot: tuple[str, str, str, str],
        parent: QWidget | None = None,
    ) -> None:
        """Take the places, and the one at the foot, each as key, word, icon and shortcut."""
        super().__init__(parent)
        self.setAccessibleName("Navigation")
        self.switcher = Switcher(self)
        self.switcher.clicked.connect(self.switched)
        self._search = SearchButton(self)
        self._search.clicked.connect(self.searched)
        self._list = NavList(places, self)
        self._list.chosen.connect(self._pick)
        self._foot = NavRow(*foot, parent=self)
        self._foot.clicked.connect(lambda: self._pick(self._foot.key))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 12)
        column.setSpacing(0)
        column.addWidget(self.switcher)
        column.addSpacing(16)
        column.addWidget(self._search)
        column.addSpacing(16)
        column.addWidget(self._list)
        column.addStretch(1)
        column.addWidget(self._foot)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.set_compact(compact=False)

    def choose(self, key: str) -> None:
        """Mark a place."""
        self._list.choose(key)
        self._foot.setChecked(key == self._foot.key)

    def set_count(self, key: str, count: int) -> None:
        """Show how many things wait in a place."""
        self._list.set_count(key, count)

    def set_compact(self, compact: bool) -> None:
        """Show icons with tooltips alone, where the window is narrow."""
        for part in (self.switcher, self._search, self._list, self._foot):
            part.set_compact(compact)
        self.setFixedWidth(current().px(COMPACT if compact else WIDE))

    def focus_chosen(self) -> None:
        """Put the focus on the chosen place."""
        if self._foot.isChecked():
            self._foot.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._list.focus_chosen()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and in high contrast the edge."""
        theme = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("nav"))
        if theme.is_contrast:
            painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), theme.colour("navedge"))

    def _pick(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)
