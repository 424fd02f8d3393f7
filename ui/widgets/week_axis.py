"""Two pictures on one axis of weeks: how long things last, and how many fall into each week."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import TextStyle, Theme, current, paint_icon
from ui.widgets.legend import Mark, paint_mark
from ui.widgets.painting import draw_box
from ui.widgets.typesetting import draw_text, text_width

LABELS = 208
"""Px at the left for the labels, the same in both pictures."""
ROW = 32


@dataclass(frozen=True, slots=True)
class Span:
    """One bar: until when it lasts, in words too, and whether that is too short."""

    title: str
    ends: date
    said: str
    too_short: bool = False


@dataclass(frozen=True, slots=True)
class Flag:
    """A day that matters, with its name."""

    title: str
    day: date


class WeekAxis(QWidget):
    """What both pictures share: where a day lies, and the dates below."""

    def __init__(self, name: str, weeks: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weeks = weeks
        self._monday = date(2000, 1, 3)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def x_of(self, day: date) -> int:
        """Give the place of a day on the axis, kept inside it."""
        left, width = current().px(LABELS), self.width() - current().px(LABELS)
        share = (day - self._monday).days / (7 * self._weeks)
        return round(left + width * min(max(share, 0.0), 1.0))

    def draw_dates(self, painter: QPainter, top: int, *, middle: bool) -> None:
        """Write the Mondays below, with the month where it changes."""
        theme, month = current(), 0
        for week in range(self._weeks):
            day = self._monday + timedelta(weeks=week)
            words = f"{day.day} {day:%b}" if day.month != month else str(day.day)
            month = day.month
            wide = theme.px(60)
            shift = (self.x_of(day + timedelta(weeks=1)) - self.x_of(day)) // 2 if middle else 0
            room = QRect(self.x_of(day) + shift - wide // 2, top, wide, theme.px(16))
            draw_text(painter, room, words, TextStyle.NOTE, theme.colour("mut"), align=Qt.AlignmentFlag.AlignHCenter)


class SpanChart(WeekAxis):
    """Bars along the weeks, crossed by flags: a tick where a bar still lasts on the day, a cross where not."""

    def __init__(self, name: str, weeks: int, parent: QWidget | None = None) -> None:
        super().__init__(name, weeks, parent)
        self._spans: tuple[Span, ...] = ()
        self._flags: tuple[Flag, ...] = ()
        self._today = self._monday

    def show_spans(self, today: date, monday: date, spans: Sequence[Span], flags: Sequence[Flag]) -> None:
        """Show other bars and flags."""
        self._today, self._monday = today, monday
        self._spans, self._flags = tuple(spans), tuple(flags)
        said = [f"{span.title}: {span.said}" for span in self._spans]
        self.setAccessibleDescription(". ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give room for flags, bars and dates."""
        theme = current()
        return QSize(theme.px(600), self._head() + theme.px(ROW) * max(len(self._spans), 1) + theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw bars, flags, marks and dates."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, span in enumerate(self._spans):
            self._draw_bar(painter, theme, span, self._middle(number))
        bottom = self._head() + theme.px(ROW) * len(self._spans)
        for number, flag in enumerate(self._flags):
            self._draw_flag(painter, theme, flag, number, bottom)
        x = self.x_of(self._today)
        painter.fillRect(QRect(x - 1, theme.px(18), 2, bottom - theme.px(18)), theme.colour("acc"))
        crowded = any(abs(self.x_of(flag.day) - x) < theme.px(30) for flag in self._flags)
        room = QRect(x - theme.px(64 if crowded else 30), 0, theme.px(60), theme.px(16))
        side = Qt.AlignmentFlag.AlignRight if crowded else Qt.AlignmentFlag.AlignHCenter
        draw_text(painter, room, "Today", TextStyle.NOTE_STRONG, theme.colour("acc"), align=side)
        for number, span in enumerate(self._spans):
            self._draw_said(painter, theme, span, self._middle(number))
            self._draw_marks(painter, span, self._middle(number))
        self.draw_dates(painter, bottom + theme.px(6), middle=False)

    def _head(self) -> int:
        return current().px(24) + current().px(20) * min(len(self._flags), 4)

    def _middle(self, number: int) -> int:
        return self._head() + current().px(ROW) * number + current().px(ROW) // 2

    def _draw_bar(self, painter: QPainter, theme: Theme, span: Span, y: int) -> None:
        line = theme.line_height(TextStyle.BODY)
        label = QRect(0, y - line // 2, theme.px(LABELS) - theme.px(12), line)
        draw_text(painter, label, span.title, TextStyle.BODY, theme.colour("text"))
        left, end, right = theme.px(LABELS), self.x_of(span.ends), self.width()
        tall = theme.px(12)
        draw_box(painter, QRect(left, y - tall // 2, end - left, tall), 2, theme.colour("track"))
        if end >= right:
            return
        if span.too_short:
            paint_mark(painter, QRect(end, y - tall // 2, right - end, tall), Mark.AFTER)
        painter.fillRect(QRect(end - 1, y - tall // 2 - 2, 3, tall + 4), theme.colour("mut"))

    def _draw_said(self, painter: QPainter, theme: Theme, span: Span, y: int) -> None:
        style = TextStyle.NOTE_STRONG if span.too_short else TextStyle.NOTE
        wide, line = text_width(span.said, style), theme.line_height(style)
        left = min(self.x_of(span.ends) + theme.px(8), self.width() - wide - theme.px(4))
        for flag in sorted(self._flags, key=lambda one: one.day):
            x = self.x_of(flag.day)
            if left - theme.px(12) < x < left + wide + theme.px(12):
                left = x + theme.px(14)
        left = min(left, self.width() - wide - theme.px(4))
        room = QRect(left, y - line // 2, wide + 2, line)
        painter.fillRect(room.adjusted(-4, -1, 4, 1), theme.colour("panel"))
        draw_text(painter, room, span.said, style, theme.colour("bad" if span.too_short else "mut"))

    def _draw_flag(self, painter: QPainter, theme: Theme, flag: Flag, number: int, bottom: int) -> None:
        x, top = self.x_of(flag.day), theme.px(20) * min(number, 3) + theme.px(4)
        painter.fillRect(QRect(x, top, 1, bottom - top), theme.colour("text"))
        size = theme.px(12)
        day = f"{flag.day.day} {flag.day:%b}"
        name = text_width(flag.title, TextStyle.NOTE_STRONG)
        whole = size + theme.px(8) + name + theme.px(6) + text_width(day, TextStyle.NOTE)
        left = x + theme.px(5) if x + whole + theme.px(5) < self.width() else x - whole - theme.px(5)
        painter.fillRect(QRect(left, top, whole, theme.px(16)), theme.colour("panel"))
        paint_icon(painter, QRect(left, top + 2, size, size), "mandatory", theme.colour("text"))
        left += size + theme.px(6)
        room = QRect(left, top, name + 2, theme.px(16))
        draw_text(painter, room, flag.title, TextStyle.NOTE_STRONG, theme.colour("text"))
        room = QRect(left + name + theme.px(6), top, theme.px(60), theme.px(16))
        draw_text(painter, room, day, TextStyle.NOTE, theme.colour("mut"))

    def _draw_marks(self, painter: QPainter, span: Span, y: int) -> None:
        size = current().px(16)
        for flag in self._flags:
            box = QRect(self.x_of(flag.day) - size // 2, y - size // 2, size, size)
            paint_mark(painter, box, Mark.LASTS if flag.day <= span.ends else Mark.LAPSED)


@dataclass(frozen=True, slots=True)
class HeatRow:
    """How many of a kind fall into each week, and how many are late."""

    title: str
    late: int
    weeks: tuple[int, ...]


class WeekHeat(WeekAxis):
    """Cells for the weeks, darker for more; each figure is written in its cell."""

    LATE = 56

    def __init__(self, name: str, weeks: int, parent: QWidget | None = None) -> None:
        super().__init__(name, weeks, parent)
        self._rows: tuple[HeatRow, ...] = ()

    def show_rows(self, monday: date, rows: Sequence[HeatRow]) -> None:
        """Show other counts."""
        self._monday, self._rows = monday, tuple(rows)
        said = [f"{row.title}: {row.late} overdue, {sum(row.weeks)} in the next weeks" for row in self._rows]
        self.setAccessibleDescription(". ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give room for the rows and the dates."""
        theme = current()
        return QSize(theme.px(600), theme.px(28) * max(len(self._rows), 1) + theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw labels, late ones, cells and dates."""
        theme = current()
        painter = QPainter(self)
        most = max((count for row in self._rows for count in row.weeks), default=0) or 1
        for number, row in enumerate(self._rows):
            top = number * theme.px(28)
            line = theme.line_height(TextStyle.BODY)
            label = QRect(0, top + (theme.px(24) - line) // 2, theme.px(LABELS - self.LATE - 16), line)
            draw_text(painter, label, row.title, TextStyle.BODY, theme.colour("text"))
            self._draw_late(painter, theme, row.late, top)
            for week, count in enumerate(row.weeks):
                self._draw_cell(painter, theme, week, count, most, top)
        bottom = theme.px(28) * len(self._rows) + theme.px(4)
        room = QRect(theme.px(LABELS - self.LATE - 16), bottom, theme.px(self.LATE), theme.px(16))
        draw_text(painter, room, "Overdue", TextStyle.NOTE, theme.colour("mut"), align=Qt.AlignmentFlag.AlignHCenter)
        self.draw_dates(painter, bottom, middle=True)

    def _draw_late(self, painter: QPainter, theme: Theme, late: int, top: int) -> None:
        box = QRect(theme.px(LABELS - self.LATE - 16), top, theme.px(self.LATE), theme.px(24))
        line = theme.line_height(TextStyle.NOTE_STRONG)
        room = QRect(box.left(), top + (box.height() - line) // 2, box.width(), line)
        centre = Qt.AlignmentFlag.AlignHCenter
        if not late:
            draw_text(painter, room, "none", TextStyle.NOTE, theme.colour("mut"), align=centre)
            return
        edge = theme.colour("bad") if theme.is_contrast else None
        draw_box(painter, box, 6, theme.colour("badbg"), edge)
        size = theme.px(14)
        icon = QRect(box.left() + theme.px(10), box.top() + (box.height() - size) // 2, size, size)
        paint_icon(painter, icon, "lapses", theme.colour("bad"))
        room.setLeft(icon.right() + 2)
        draw_text(painter, room, str(late), TextStyle.NOTE_STRONG, theme.colour("bad"), align=centre)

    def _draw_cell(self, painter: QPainter, theme: Theme, week: int, count: int, most: int, top: int) -> None:
        day = self._monday + timedelta(weeks=week)
        left, right = self.x_of(day), self.x_of(day + timedelta(weeks=1))
        box = QRect(left + 1, top, right - left - 3, theme.px(24))
        if not count:
            edge = theme.colour("track") if theme.is_contrast else None
            draw_box(painter, box, 6, theme.colour("bg"), edge)
            return
        strong = count / most > 0.6
        edge = theme.colour("acc") if theme.is_contrast else None
        fill = theme.colour("acc") if strong else theme.colour("acc", 0.14 if count / most < 0.34 else 0.28)
        draw_box(painter, box, 6, fill, edge)
        line = theme.line_height(TextStyle.NOTE_STRONG)
        room = QRect(box.left(), top + (box.height() - line) // 2, box.width(), line)
        ink = theme.colour("acctext" if strong else "text")
        draw_text(painter, room, str(count), TextStyle.NOTE_STRONG, ink, align=Qt.AlignmentFlag.AlignHCenter)
