"""The first thing a person sees: three ways to begin."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import TextStyle, Tone
from ui.viewmodels.buyers_file import READABLE
from ui.widgets.banner import Banner
from ui.widgets.button import Button, LinkButton
from ui.widgets.card import Card
from ui.widgets.drop_zone import DropZone
from ui.widgets.first_run_drawings import Draw, Drawing, draw_form, draw_list, draw_sample
from ui.widgets.icon import Icon
from ui.widgets.pill import Pill
from ui.widgets.text import Text


def refusal_of(paths: Sequence[Path]) -> str:
    """Say why files cannot be read as a buyer's; nothing where they can."""
    wrong = next((path for path in paths if path.suffix.lower() not in READABLE), None)
    return f"{wrong.name} is none of Word, Excel, PDF or ESPD. Nothing was read." if wrong else ""


class WelcomeView(QWidget):
    """Three cards and two links.

    Signals: `started` carries the buyers' files to begin with, perhaps none; `sampled`, `opened` and `restored`
    say which of the other ways was chosen; `browsed` asks for a file dialog.
    """

    started = Signal(object)
    browsed = Signal()
    sampled = Signal()
    opened = Signal()
    restored = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self.banner = Banner()
        column.addWidget(self.banner)
        column.addStretch(2)
        column.addWidget(Text("Welcome. How would you like to start?", TextStyle.WELCOME, lines=2))
        lead = "You can do the others later. Nothing here is final, and every step can be undone."
        column.addWidget(Text(lead, TextStyle.LEAD, Tone.MUT, lines=3))
        column.addSpacing(20)
        column.addWidget(self._form_card())
        pair = QHBoxLayout()
        pair.setSpacing(16)
        self.empty = Button("Start empty")
        self.empty.clicked.connect(lambda: self.started.emit(()))
        words = "Fill in your company step by step, in the order the Central Digital Platform asks."
        pair.addWidget(_way(draw_list, "Start empty", words, self.empty, "About 45 minutes, or a little each day"), 1)
        self.sample = Button("Open the sample")
        self.sample.clicked.connect(self.sampled)
        words = "A made-up firm to play in, with its facts, certificates and answers. Marked as a sample on every page."
        pair.addWidget(
            _way(draw_sample, "Try the sample", words, self.sample, "Two minutes. Remove it with one click"), 1
        )
        column.addLayout(pair)
        column.addSpacing(8)
        column.addLayout(self._links())
        column.addStretch(3)
        self.setFocusProxy(self.zone.button)

    def show_state(self, busy: str, error: str) -> None:
        """Show that the sample is being made, or why it was not."""
        self.sample.set_busy(busy)
        if error:
            self.banner.show_message(error, "", Tone.BAD)
        else:
            self.banner.hide()

    def _form_card(self) -> Card:
        card = Card(padding=32)
        card.set_chosen(chosen=True)
        row = QHBoxLayout()
        row.setSpacing(40)
        row.addWidget(Drawing(draw_form, 320, 280), 0)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addStretch(1)
        words.addWidget(Pill("Quickest", Tone.ACC, "quickest"))
        words.addSpacing(4)
        words.addWidget(Text("Start with a buyer’s form", TextStyle.TITLE))
        said = (
            "Drop the questionnaire you have to answer. Bidfolio lists what it asks, and every fact you type "
            "once answers it in this form and in the next."
        )
        words.addWidget(Text(said, TextStyle.LEAD, Tone.MUT, lines=4))
        words.addSpacing(8)
        self.zone = DropZone(
            "Drop a buyer’s file here", "Word, Excel, PDF or ESPD", accepts=refusal_of, wide=True, primary=True
        )
        self.zone.dropped.connect(self.started)
        self.zone.asked.connect(self.browsed)
        words.addWidget(self.zone)
        words.addSpacing(8)
        words.addLayout(_time("About ten minutes, most of it reading"))
        words.addStretch(1)
        row.addLayout(words, 1)
        card.add(row, 1)
        return card

    def _links(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Text("Already use Bidfolio?", TextStyle.BODY, Tone.MUT))
        for words, signal in (("Open a workspace", self.opened), ("Restore a backup", self.restored)):
            link = LinkButton(words)
            link.clicked.connect(signal)
            row.addWidget(link)
        row.addStretch(1)
        return row


def _way(draw: Draw, title: str, words: str, button: Button, time: str) -> Card:
    card = Card(padding=24)
    row = QHBoxLayout()
    row.setSpacing(24)
    row.addWidget(Drawing(draw, 136, 184))
    column = QVBoxLayout()
    column.setSpacing(8)
    column.addWidget(Text(title, TextStyle.TITLE))
    column.addWidget(Text(words, TextStyle.BODY, Tone.MUT, lines=4))
    column.addStretch(1)
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    column.addSpacing(8)
    column.addLayout(_time(time))
    row.addLayout(column, 1)
    card.add(row, 1)
    return card


def _time(words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(Icon("clock", 18, Tone.MUT))
    row.addWidget(Text(words, TextStyle.BODY, Tone.MUT), 1)
    return row
