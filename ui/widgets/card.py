"""Cards: quiet boxes on the ground of the page."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.theme import TextStyle, Tone, current
from ui.widgets.painting import draw_box, draw_rule
from ui.widgets.text import Text

RADIUS = 10


class Card(QFrame):
    """A box with a title, a note and a link at the right, a body, and a foot that does not scroll.

    `body` is the layout to fill. Without a title there is no head.
    """

    def __init__(
        self,
        title: str = "",
        note: str = "",
        *,
        padding: int = 16,
        rows: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a card; with `rows` its body is made of rows that reach 8 px further out than the title."""
        super().__init__(parent)
        self.setAccessibleName(title)
        self._chosen = False
        self._foot: QWidget | None = None
        self._padding = padding
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._inside = QVBoxLayout()
        room = max(padding - (8 if rows else 0), 1)
        self._inside.setContentsMargins(room, room, room, room)
        self._inside.setSpacing(8)
        outer.addLayout(self._inside, 1)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        if rows:
            self.head.setContentsMargins(8, 8, 8, 0)
        self._title = Text(title, TextStyle.CARD, parent=self)
        self._note = Text(note, TextStyle.BODY, Tone.MUT, parent=self)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        if title:
            self.head.addWidget(self._title)
            self.head.addWidget(self._note, 1)
            self._inside.addLayout(self.head)
        else:
            self._title.hide()
            self._note.hide()
        self._inside.addLayout(self.body, 1)

    def set_title(self, title: str, note: str = "") -> None:
        """Show another title and note."""
        self._title.setText(title)
        self._note.setText(note)
        self.setAccessibleName(title)

    def add_link(self, widget: QWidget) -> None:
        """Put a link or a small button at the right of the title."""
        self.head.addWidget(widget, 0, Qt.AlignmentFlag.AlignRight)

    def add(self, item: QWidget | QLayout, stretch: int = 0) -> None:
        """Put something below what the body holds."""
        if isinstance(item, QWidget):
            self.body.addWidget(item, stretch)
        else:
            self.body.addLayout(item, stretch)

    def set_foot(self, *widgets: QWidget, height: int = 64) -> QHBoxLayout:
        """Give the card a foot with its actions; a spring stands before the last one."""
        foot = QWidget(self)
        row = QHBoxLayout(foot)
        row.setContentsMargins(self._padding, 0, self._padding, 0)
        row.setSpacing(8)
        for number, widget in enumerate(widgets):
            if number == len(widgets) - 1:
                row.addStretch(1)
            row.addWidget(widget)
        foot.setFixedHeight(current().px(height))
        layout = self.layout()
        if layout is not None:
            layout.addWidget(foot)
        self._foot = foot
        return row

    def set_chosen(self, chosen: bool) -> None:
        """Mark the card as the chosen one."""
        self._chosen = chosen
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, and the foot on its own ground."""
        theme = current()
        painter = QPainter(self)
        draw_box(painter, self.rect(), RADIUS, theme.colour("panel"))
        if self._foot is not None:
            self._draw_foot(painter, self._foot.geometry().top())
        edge, width = ("acc", 2.0) if self._chosen else ("line", 1.0)
        draw_box(painter, self.rect(), RADIUS, None, theme.colour(edge), width)

    def _draw_foot(self, painter: QPainter, top: int) -> None:
        theme = current()
        box = QPainterPath()
        box.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.rect().adjusted(0, top, 0, 0))
        painter.fillPath(box, theme.colour("alt"))
        painter.restore()
        draw_rule(painter, 0, self.width(), top, theme.colour("line"))


class Rule(QWidget):
    """A hairline between parts of a card."""

    def __init__(self, parent: QWidget | None = None, *, space: int = 8) -> None:
        super().__init__(parent)
        self.setFixedHeight(2 * space + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line in the middle."""
        draw_rule(QPainter(self), 0, self.width(), self.height() // 2, current().colour("line"))
