"""A date, typed in any usual way or picked from a calendar."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QVBoxLayout, QWidget

from ui.theme import current, icon

_FORMS = ("%d %b %Y", "%d %B %Y", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d", "%d/%m/%y", "%d %b %y")


def parse_day(words: str) -> date | None:
    """Read a day as people in Britain write it; None where it is none. Needs an English C locale for names."""
    plain = " ".join(words.replace(",", " ").split())
    for form in _FORMS:
        try:
            return datetime.strptime(plain, form).date()  # noqa: DTZ007
        except ValueError:
            continue
    return None


def day_words(day: date) -> str:
    """Write a day: "11 Dec 2026"."""
    return f"{day.day} {day:%b %Y}"


class DateField(QLineEdit):
    """A field for a day. Signals: `picked` says that a person settled on a day, or on none."""

    picked = Signal()

    def __init__(self, day: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("11 Dec 2026")
        self.setFixedHeight(current().px(40))
        self._open = QAction("Open the calendar", self)
        self._open.setIcon(icon("calendar", current().colour("mut")))
        self._open.triggered.connect(self._show_calendar)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self.editingFinished.connect(self._settle)
        self.set_day(day)

    @property
    def day(self) -> date | None:
        """The day, or None where the field is empty or holds none."""
        return parse_day(self.text())

    @property
    def is_wrong(self) -> bool:
        """Whether something stands in it that is no day."""
        return bool(self.text().strip()) and self.day is None

    def set_day(self, day: date | None) -> None:
        """Show a day."""
        self.setText(day_words(day) if day else "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, so that typing replaces it."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the calendar in the colours of the new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._open.setIcon(icon("calendar", current().colour("mut")))

    def _settle(self) -> None:
        if self.day:
            self.set_day(self.day)
        self.picked.emit()

    def _show_calendar(self) -> None:
        popup = QWidget(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(popup)
        column.setContentsMargins(1, 1, 1, 1)
        calendar = QCalendarWidget(popup)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        if self.day:
            calendar.setSelectedDate(QDate(self.day.year, self.day.month, self.day.day))
        column.addWidget(calendar)
        calendar.clicked.connect(lambda day: self._take(day, popup))
        calendar.activated.connect(lambda day: self._take(day, popup))
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        popup.show()
        calendar.setFocus()

    def _take(self, day: QDate, popup: QWidget) -> None:
        self.set_day(date(day.year(), day.month(), day.day()))
        popup.close()
        self.picked.emit()
