"""A buyer's file as it looks, on paper white, with what was found in it: only what is in view is painted."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.domain.layout import LaidBlock, LaidCell, Layout
from ui.theme import TextStyle, current
from ui.widgets.typesetting import draw_text, text_lines

MARGIN, PAD, GAP = 24, 8, 10
MOST_LINES = 12
"""Lines of a cell that are shown; the rest ends in an ellipsis."""
SLIGHT = 14.0
"""Share of the width of a column that holds little: an answer has to be seen in it."""
PAPER, INK, RULE = QColor("#FFFFFF"), QColor("#1B2437"), QColor("#B8C2D6")
ASKS, ANSWERS, NAMES = QColor("#2457D6"), QColor("#0F7A56"), QColor("#566179")
ASKS_TINT, ANSWERS_TINT = QColor("#EAF0FF"), QColor("#F0FAF5")


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell on the paper."""

    cell: LaidCell
    rect: QRect
    in_table: bool
    heading: bool


class DocumentView(QAbstractScrollArea):
    """Shows a layout; a click or the arrow keys choose a place.

    Signals: `chosen` carries the place a person chose; `lettered` a letter that was pressed, in capitals, and whether
    Shift was held.
    """

    draws_own_focus = True

    chosen = Signal(str)
    lettered = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout: Layout | None = None
        self._spots: list[Spot] = []
        self._titles: list[tuple[str, int]] = []
        self._height = 0
        self._marks: Mapping[str, str] = {}
        self._refs: Mapping[str, str] = {}
        self.place = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("The buyer’s file with what was found in it")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)

    def show_layout(self, layout: Layout | None) -> None:
        """Show a file from its top."""
        self._layout = layout
        self._set()
        self.verticalScrollBar().setValue(0)

    def shows(self, layout: Layout) -> bool:
        """Tell whether this very file is shown."""
        return self._layout is layout

    def spot_of(self, place: str) -> QRect | None:
        """Give where a place lies on the viewport; None where the file has no such place."""
        spot = self._spot(place)
        return spot.rect.translated(0, -self.verticalScrollBar().value()) if spot else None

    def show_marks(self, marks: Mapping[str, str], refs: Mapping[str, str]) -> None:
        """Mark places as `question`, `answer`, `both` or `section`; `refs` are the numbers shown beside answers."""
        self._marks, self._refs = marks, refs
        self.viewport().update()

    def show_place(self, place: str) -> None:
        """Mark a place as chosen and bring it into view."""
        self.place = place
        spot = self._spot(place)
        if spot is not None:
            bar, view = self.verticalScrollBar(), self.viewport().height()
            if not bar.value() <= spot.rect.top() <= bar.value() + view - spot.rect.height():
                bar.setValue(max(0, spot.rect.top() - view // 3))
            mark = self._marks.get(place, "nothing of ours")
            self.setAccessibleDescription(f"{spot.cell.text or 'A blank place'}, {mark}")
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Ask for a page's width."""
        return QSize(current().px(760), current().px(480))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the text anew for another width."""
        super().resizeEvent(event)
        self._set()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the pointer."""
        at = event.position().toPoint() + QPoint(0, self.verticalScrollBar().value())
        spot = next((one for one in self._spots if one.rect.contains(at)), None)
        if spot is not None:
            self.chosen.emit(spot.cell.place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrow keys; letters say what a place is."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if step or event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._walk(step, down=event.key() == Qt.Key.Key_Down)
        elif event.text().strip() and event.text().isalpha():
            held = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.lettered.emit(event.text().upper(), held)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper and the places in view."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, top = current(), self.verticalScrollBar().value()
        painter.fillRect(self.viewport().rect(), theme.colour("bg"))
        edge = theme.px(MARGIN) // 2
        paper = QRect(edge, edge - top, self.viewport().width() - 2 * edge, self._height - edge)
        painter.fillRect(paper, PAPER)
        painter.translate(0, -top)
        seen = QRect(0, top, self.viewport().width(), self.viewport().height())
        for title, at in self._titles:
            if seen.top() - 40 <= at <= seen.bottom():
                room = QRect(theme.px(MARGIN), at, seen.width(), theme.px(24))
                draw_text(painter, room, title, TextStyle.STRONG, NAMES)
        for spot in self._spots:
            if spot.rect.intersects(seen):
                self._paint(painter, spot)

    def _paint(self, painter: QPainter, spot: Spot) -> None:
        theme, rect, mark = current(), spot.rect, self._marks.get(spot.cell.place, "")
        if spot.cell.fill and spot.in_table:
            painter.fillRect(rect, QColor(f"#{spot.cell.fill[-6:]}"))
        if mark and mark != "section":
            painter.fillRect(rect.adjusted(1, 1, -1, -1), ASKS_TINT if mark == "question" else ANSWERS_TINT)
        if spot.in_table:
            painter.setPen(QPen(RULE, 1))
            painter.drawRect(rect)
        if mark == "question":
            painter.fillRect(QRect(rect.left(), rect.top(), theme.px(3), rect.height()), ASKS)
        elif mark == "section":
            painter.fillRect(QRect(rect.left(), rect.bottom() - theme.px(2), rect.width(), theme.px(2)), NAMES)
        elif mark:
            painter.setPen(QPen(ANSWERS, 1.5, Qt.PenStyle.DashLine))
            painter.drawRect(rect.adjusted(2, 2, -2, -2))
        bold = spot.cell.bold or spot.heading
        dark = (
            bool(spot.cell.fill)
            and spot.in_table
            and mark in ("", "section")
            and QColor(f"#{spot.cell.fill[-6:]}").lightness() < 110
        )
        inside = rect.adjusted(theme.px(PAD), theme.px(PAD) // 2, -theme.px(PAD), 0)
        style = TextStyle.STRONG if bold else TextStyle.BODY
        draw_text(painter, inside, spot.cell.text, style, PAPER if dark else INK, lines=MOST_LINES)
        if mark in ("answer", "both"):
            self._paint_tag(painter, rect, f"A {self._refs.get(spot.cell.place, '')}".strip(), ANSWERS)
        elif mark:
            word, colour = ("S", NAMES) if mark == "section" else ("Q", ASKS)
            self._paint_tag(painter, rect, word, colour)
        if spot.cell.place == self.place:
            painter.setPen(QPen(theme.colour("acc"), 2.5))
            painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 4, 4)

    def _paint_tag(self, painter: QPainter, rect: QRect, words: str, colour: QColor) -> None:
        theme = current()
        width = painter.fontMetrics().horizontalAdvance(words) + theme.px(10)
        tag = QRect(rect.right() - width - 3, rect.top() + 3, width, theme.px(16))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(tag, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        room = tag.adjusted(theme.px(5), 0, 0, 0)
        draw_text(painter, room, words, TextStyle.NOTE_STRONG, PAPER)

    def _set(self) -> None:
        """Lay every block out for the present width."""
        theme = current()
        self._spots, self._titles = [], []
        at, left = theme.px(MARGIN), theme.px(MARGIN)
        width = max(theme.px(240), self.viewport().width() - 2 * left)
        for block in self._layout.blocks if self._layout else ():
            if block.title:
                self._titles.append((block.title, at))
                at += theme.px(28)
            at = self._set_block(block, left, at, width) + theme.px(GAP)
        self._height = at
        self.verticalScrollBar().setRange(0, max(0, at - self.viewport().height() + theme.px(MARGIN)))
        self.verticalScrollBar().setPageStep(max(1, self.viewport().height()))
        self.verticalScrollBar().setSingleStep(theme.px(40))
        self.viewport().update()

    def _set_block(self, block: LaidBlock, left: int, at: int, width: int) -> int:
        edges = _edges(block, left, width)
        for row in block.rows:
            rects = [(cell, edges[cell.column], edges[min(cell.column + cell.span, len(edges) - 1)]) for cell in row]
            height = max((self._needed(cell, end - start) for cell, start, end in rects), default=0)
            for cell, start, end in rects:
                rect = QRect(start, at, max(end - start, 8), height)
                self._spots.append(Spot(cell, rect, block.is_table, block.level is not None))
            at += height
        return at

    def _needed(self, cell: LaidCell, width: int) -> int:
        theme = current()
        room = max(width - 2 * theme.px(PAD), 20)
        style = TextStyle.STRONG if cell.bold else TextStyle.BODY
        lines = len(text_lines(cell.text, style, room, MOST_LINES)) if cell.text else 1
        return lines * theme.line_height(style) + theme.px(PAD)

    def _spot(self, place: str) -> Spot | None:
        return next((one for one in self._spots if one.cell.place == place), None)

    def _walk(self, step: int, *, down: bool) -> None:
        at = next((number for number, one in enumerate(self._spots) if one.cell.place == self.place), None)
        if at is None or not self._spots:
            target = 0 if self._spots else None
        elif step:
            target = min(max(at + step, 0), len(self._spots) - 1)
        else:
            target = self._beyond(at, down=down)
        if target is not None:
            self.chosen.emit(self._spots[target].cell.place)

    def _beyond(self, at: int, *, down: bool) -> int:
        """Find the place below or above in the same column."""
        here = self._spots[at].rect
        order = range(at + 1, len(self._spots)) if down else range(at - 1, -1, -1)
        other = (n for n in order if self._spots[n].rect.top() != here.top())
        return next(
            (n for n in other if self._spots[n].rect.left() <= here.left() + 4 <= self._spots[n].rect.right()), at
        )


def _edges(block: LaidBlock, left: int, width: int) -> list[int]:
    """Share the width among the columns by how much they hold."""
    first = min((cell.column for row in block.rows for cell in row), default=0)
    count = max((cell.column + cell.span for row in block.rows for cell in row), default=1)
    shares = [SLIGHT] * count
    for row in block.rows[:60]:
        for cell in row:
            if cell.span == 1:
                shares[cell.column] = max(shares[cell.column], min(len(cell.text), 60.0))
    shares[:first] = [0.0] * first
    whole = sum(shares) or 1.0
    edges, at = [left], float(left)
    for share in shares:
        at += width * share / whole
        edges.append(round(at))
    return edges
