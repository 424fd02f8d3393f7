"""The eight words of a new workspace: shown once, to print."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import TextStyle, Tone
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choices import TickBox
from ui.widgets.clipboard import SECONDS, ClipboardGuard
from ui.widgets.icon import Icon
from ui.widgets.text import Text
from ui.widgets.word_sheet import WordSheet

LEAD = "They open your workspace, here and on any other computer. They are shown this once."
_UNTICKED = "Tick that you have them: they are not shown again"


class RecoveryWordsView(QWidget):
    """The words in boxes, Print, and a tick before going on. Signals: `kept` says that the person has them."""

    kept = Signal()

    def __init__(self, parent: QWidget | None = None, *, lead: str = LEAD, go: str = "Open my workspace") -> None:
        super().__init__(parent)
        self._name = ""
        self._clipboard = ClipboardGuard(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 64, 0, 0)
        column.setSpacing(16)
        column.addWidget(Text("Keep these eight words", TextStyle.WELCOME))
        column.addWidget(Text(lead, TextStyle.LEAD, Tone.MUT, lines=2))
        column.addSpacing(8)
        card = Card(padding=24)
        self.sheet = WordSheet()
        card.add(self.sheet)
        warning = QHBoxLayout()
        warning.setSpacing(8)
        warning.addWidget(Icon("warning", 18, Tone.WARN))
        said = "Without them nobody can open the file, not even we. Put the paper where you keep your keys."
        warning.addWidget(Text(said, TextStyle.BODY, Tone.WARN, lines=2), 1)
        card.body.addSpacing(8)
        card.add(warning)
        column.addWidget(card)
        row = QHBoxLayout()
        row.setSpacing(16)
        self.print_button = Button("Print the words", icon="print")
        self.print_button.clicked.connect(self._print)
        self.tick = TickBox("I have printed them or written them down")
        self.go = Button(go, ButtonKind.PRIMARY, "go", icon_after=True)
        self.go.clicked.connect(self.kept)
        self.tick.toggled.connect(lambda on: self.go.set_reason("" if on else _UNTICKED))
        copy = Button("Copy", icon="copy")
        copy.setToolTip(f"For a password manager: they leave the clipboard after {SECONDS} seconds")
        copy.clicked.connect(lambda: self._clipboard.copy_secret(" ".join(self.sheet.words)))
        row.addWidget(self.print_button)
        row.addWidget(copy)
        row.addWidget(self.tick, 1)
        row.addWidget(self.go)
        column.addLayout(row)
        column.addStretch(1)

    def show_words(self, words: str, name: str) -> None:
        """Show words for the workspace called `name`; empty words wipe them from the screen."""
        self._name = name
        if not words:
            self._clipboard.forget()
        self.sheet.set_words(words)
        self.tick.setChecked(False)
        self.go.set_reason(_UNTICKED)
        self.print_button.setFocus()

    def paper(self) -> str:
        """Write the page to be printed, as HTML."""
        rows = "".join(f"<tr><td>{n}</td><td><b>{word}</b></td></tr>" for n, word in enumerate(self.sheet.words, 1))
        day = date.today()  # noqa: DTZ011 - the day on the paper is the person's own
        return (
            f"<h2>Bidfolio: words that open {self._name}</h2><p>Made on {day.day} {day:%B %Y}. "
            "Type them in this order, with spaces between; capitals do not matter.</p>"
            f"<table cellpadding='6'>{rows}</table><p>Keep this paper where you keep your keys.</p>"
        )

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec():
            document = QTextDocument()
            document.setHtml(self.paper())
            document.print_(printer)
