"""The dark panel of the first run: where you are, and what we promise."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import TextStyle, Theme, Tone, current, paint_icon
from ui.widgets.brand import Logo
from ui.widgets.icon import Icon
from ui.widgets.key_hint import KeyHint
from ui.widgets.painting import draw_box
from ui.widgets.text import Text
from ui.widgets.typesetting import draw_text

WIDTH = 320
PITCH = 72


class StepList(QWidget):
    """Numbered steps on a line: done with a tick, the present one solid."""

    def __init__(self, steps: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = tuple(steps)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_step(0)

    def set_step(self, step: int) -> None:
        """Show that step `step`, counted from 0, is in hand."""
        self._step = step
        self.setAccessibleName(f"Step {step + 1} of {len(self._steps)}: {self._steps[step][0]}")
        self.update()

    def sizeHint(self) -> QSize:
        """Give room for all steps."""
        return QSize(200, current().px(PITCH) * len(self._steps))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw discs, the line between them, and words."""
        theme = current()
        painter = QPainter(self)
        disc = theme.px(28)
        for number, (title, note) in enumerate(self._steps):
            top = number * theme.px(PITCH)
            if number < len(self._steps) - 1:
                line = theme.colour("okfill" if number < self._step else "navedge")
                painter.fillRect(QRect(disc // 2, top + disc + 4, 2, theme.px(PITCH) - disc - 8), line)
            self._draw_disc(painter, QRect(1, top, disc, disc), number, theme)
            ink = theme.colour("navhi")
            left = disc + theme.px(20)
            style = TextStyle.STRONG if number == self._step else TextStyle.VALUE
            draw_text(painter, QRect(left, top - 4, self.width() - left, theme.px(20)), title, style, ink)
            room = QRect(left, top + theme.px(15), self.width() - left, theme.px(16))
            draw_text(painter, room, note, TextStyle.NOTE, theme.colour("navtext"))

    def _draw_disc(self, painter: QPainter, box: QRect, number: int, theme: Theme) -> None:
        radius = box.width() / 2
        if number < self._step:
            draw_box(painter, box, radius, theme.colour("okfill"))
            paint_icon(painter, box.adjusted(6, 6, -6, -6), "tick", theme.colour("onfill"))
            return
        here = number == self._step
        if here:
            draw_box(painter, box, radius, theme.colour("navhi"))
        else:
            draw_box(painter, box, radius, None, theme.colour("navedge"), 1.5)
        ink = theme.colour("nav" if here else "navtext")
        line = theme.line_height(TextStyle.STRONG)
        room = QRect(box.left(), box.top() + (box.height() - line) // 2, box.width(), line)
        draw_text(painter, room, str(number + 1), TextStyle.STRONG, ink, align=Qt.AlignmentFlag.AlignHCenter)


class HelpRow(QPushButton):
    """Help with this step, and its key."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{text} (F1)")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ringToken", "navhi")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Icon("help", 20, Tone.NAV_CHOSEN))
        row.addWidget(Text(text, TextStyle.VALUE, Tone.NAV_CHOSEN), 1)
        row.addWidget(KeyHint("F1", framed=True, nav=True))

    def sizeHint(self) -> QSize:
        """Give 32 px."""
        return QSize(200, current().px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw nothing of its own: the row speaks."""


class StepsPanel(QWidget):
    """320 px at the left of the first run. Signals: `helped` says that help was asked for."""

    helped = Signal()

    def __init__(
        self,
        heading: str,
        steps: Sequence[tuple[str, str]],
        promises: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """Take the steps as title and note, the promises as icon and words."""
        super().__init__(parent)
        self.setAccessibleName("Steps")
        self.setFixedWidth(current().px(WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(0)
        brand = QHBoxLayout()
        brand.setSpacing(14)
        brand.addWidget(Logo(36))
        brand.addWidget(Text("Bidfolio", TextStyle.TITLE, Tone.NAV_CHOSEN), 1)
        column.addLayout(brand)
        column.addSpacing(44)
        column.addWidget(Text(heading, TextStyle.CARD, Tone.NAV_CHOSEN, lines=3))
        column.addSpacing(40)
        self.steps = StepList(steps or (("", ""),))
        column.addWidget(self.steps)
        self.steps.setVisible(bool(steps))
        column.addStretch(1)
        column.addSpacing(24)
        for icon, words in promises:
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(Icon(icon, 20, Tone.NAV))
            row.addWidget(Text(words, TextStyle.BODY, Tone.NAV), 1)
            column.addLayout(row)
            column.addSpacing(20)
        column.addSpacing(20)
        self._help = HelpRow("Help with this step")
        self._help.clicked.connect(self.helped)
        column.addWidget(self._help)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and in high contrast the edge."""
        theme = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("nav"))
        if theme.is_contrast:
            painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), theme.colour("navedge"))


PROMISES = (
    ("lock", "Kept encrypted on this computer"),
    ("offline", "Works without a network"),
    ("file_safe", "The buyer’s file is never touched"),
    ("reviewed", "Nothing is used until you keep it"),
)
