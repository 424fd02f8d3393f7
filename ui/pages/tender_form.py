"""Asks for what is known of a tender: new, or to be changed."""

from datetime import datetime, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.tenders import Regime, Tender
from ui.theme import TextStyle, Tone
from ui.viewmodels.tenders import REGIMES, TenderDraft
from ui.widgets.button import Button, ButtonKind
from ui.widgets.choices import ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.form import Field, TextField
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import Text

NOON = time(12)
_NO_DAY = "This is not a date. Write it as 11 Dec 2026."


def parse_time(words: str) -> time | None:
    """Read a time of day: "12:00", "17.00", "5pm", "noon"; None of anything else."""
    plain = words.strip().casefold().replace(".", ":")
    if plain in ("", "noon"):
        return NOON
    for form in ("%H:%M", "%I:%M%p", "%I:%M %p", "%I%p", "%I %p", "%H"):
        try:
            return datetime.strptime(plain, form).time()  # noqa: DTZ007
        except ValueError:
            continue
    return None


class TenderForm(QDialog):
    """A form over the page. Signals: `given` carries a `TenderDraft`."""

    given = Signal(object)

    def __init__(self, tender: Tender | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Change tender" if tender else "New tender")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(520, 680)
        self.title = TextField(example="Digital Housing Platform")
        self.buyer = TextField(example="Northshire Council")
        self.reference = TextField(example="NC-2026-118")
        self.lots = TextField(example="Lot 1 Housing management; Lot 2 Data migration")
        self.regime = ChoiceField("Rules", [(str(regime), words) for regime, words in REGIMES])
        self.due, self.time = DateField(), TextField(example="12:00")
        self.award, self.start = DateField(), DateField()
        self._title = Field("Title", self.title, "As the buyer calls it")
        self._due = Field("Due", self.due)
        self._time = Field("At", self.time)
        self._award = Field("Award", self.award, "Facts and insurances are checked for these days")
        self._start = Field("Contract start", self.start)
        self.save = Button("Save" if tender else "Make tender", ButtonKind.PRIMARY, "tick", key="Ctrl Enter")
        self.save.clicked.connect(self._give)
        self._lay_out("Change tender" if tender else "New tender")
        if tender:
            self._fill(tender)
        self.title.setFocus()

    def _lay_out(self, heading: str) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = ScrollColumn(spacing=16, margin=24)
        column = scroll.column
        column.addWidget(Text(heading, TextStyle.TITLE))
        words = "Only the title is needed now. Facts and certificates are tested on the three days below."
        column.addWidget(Text(words, TextStyle.BODY, Tone.MUT, lines=0))
        column.addWidget(self._title)
        column.addWidget(Field("Buyer", self.buyer))
        column.addWidget(Field("Reference", self.reference))
        column.addWidget(Field("Lots", self.lots, "With a semicolon between them", optional=True))
        column.addWidget(Field("Rules", self.regime, "The law the procurement runs under"))
        column.addLayout(_beside((self._due, 2), (self._time, 1)))
        column.addLayout(_beside((self._award, 1), (self._start, 1)))
        column.addStretch(1)
        outer.addWidget(scroll, 1)
        cancel = Button("Cancel")
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 24)
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.save)
        outer.addLayout(foot)

    def _fill(self, tender: Tender) -> None:
        self.title.setText(tender.title)
        self.buyer.setText(tender.buyer)
        self.reference.setText(tender.reference)
        self.lots.setText("; ".join(tender.lots))
        self.regime.choose(str(tender.regime))
        self.due.set_day(tender.submission.date() if tender.submission else None)
        self.time.setText(f"{tender.submission:%H:%M}" if tender.submission else "")
        self.award.set_day(tender.award)
        self.start.set_day(tender.start)

    def _give(self) -> None:
        self._title.set_error("" if self.title.text().strip() else "Give it a title.")
        at = parse_time(self.time.text())
        self._time.set_error("" if at else "Write it as 12:00.")
        days = ((self._due, self.due), (self._award, self.award), (self._start, self.start))
        for field, day in days:
            field.set_error(_NO_DAY if day.is_wrong else "")
        if self._title.error or at is None or any(field.error for field, _day in days):
            return
        self.given.emit(self._draft(at))
        self.accept()

    def _draft(self, at: time) -> TenderDraft:
        due = self.due.day
        return TenderDraft(
            self.title.text(),
            self.buyer.text(),
            self.reference.text(),
            tuple(lot.strip() for lot in self.lots.text().split(";") if lot.strip()),
            Regime(self.regime.key),
            datetime.combine(due, at) if due else None,
            self.award.day,
            self.start.day,
        )


def _beside(*fields: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for field, share in fields:
        row.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
    return row
