"""Making a workspace: its name, who works in it, and what opens it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.passphrase_strength import Strength, strength_hint
from ui.theme import TextStyle, Tone
from ui.viewmodels.gate import Gate, say_path
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice_card import ChoiceCard
from ui.widgets.choices import TickBox
from ui.widgets.form import Field, TextField, caption
from ui.widgets.icon import Icon
from ui.widgets.secret_field import SecretField, StrengthHint
from ui.widgets.text import Text

SHORTEST = 8
STEPS = tuple(Strength)


class MakeWorkspaceView(QWidget):
    """A form. Signals: `left` says that Back was pressed; `named` carries the name the person works under."""

    left = Signal()
    named = Signal(str)

    def __init__(self, gate: Gate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gate = gate
        self._folder: Path | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 64, 0, 0)
        column.setSpacing(16)
        column.addWidget(Text("Make your workspace", TextStyle.WELCOME))
        lead = "One encrypted file holds everything of one firm. Copy it, back it up, take it with you."
        column.addWidget(Text(lead, TextStyle.LEAD, Tone.MUT, lines=2))
        column.addSpacing(8)
        column.addWidget(self._names())
        column.addWidget(self._ways())
        column.addLayout(self._foot())
        column.addStretch(1)
        gate.changed.connect(self._show_state)
        self._words.setChecked(True)
        self._show_way()
        self._show_target()

    def _names(self) -> Card:
        card = Card(padding=24)
        self._firm = TextField(example="Harbour Systems Ltd")
        self._user = TextField(example="P. Shah")
        self._firm_field = Field("Name of your firm", self._firm, "The file is called after it")
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._firm_field, 1)
        row.addWidget(Field("Your name", self._user, "Stands beside what you approve"), 1)
        card.add(row)
        card.body.addSpacing(8)
        place = QHBoxLayout()
        place.setSpacing(8)
        self._target = Text("", TextStyle.BODY, Tone.MUT)
        move = Button("Change folder", small=True)
        move.clicked.connect(self._choose_folder)
        place.addWidget(Icon("folder", 18, Tone.MUT))
        place.addWidget(self._target, 1)
        place.addWidget(move)
        card.add(place)
        self._firm.textChanged.connect(self._show_target)
        return card

    def _ways(self) -> Card:
        card = Card(padding=24)
        card.add(caption("What opens it"))
        self._words = ChoiceCard(
            "Eight words, made for you",
            "Shown once, to print and put away. Nobody can guess them, and they open the file on any computer.",
            "print",
        )
        self._own = ChoiceCard(
            "A passphrase of your own",
            "You type it each time. Best are four or more words that have nothing to do with each other.",
            "key",
        )
        group = QButtonGroup(self)
        pair = QHBoxLayout()
        pair.setSpacing(16)
        for choice in (self._words, self._own):
            group.addButton(choice)
            pair.addWidget(choice, 1)
        card.add(pair)
        self._own_form = self._passphrase_form()
        card.add(self._own_form)
        self._remember = TickBox("Remember on this computer, so that it opens without asking")
        card.add(self._remember)
        note = "Kept in the keyring of your system. Without it Bidfolio asks at each start."
        card.add(Text(note, TextStyle.NOTE, Tone.MUT, lines=2))
        group.buttonToggled.connect(self._show_way)
        return card

    def _passphrase_form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        self._first, self._second = SecretField("Passphrase"), SecretField("The same again")
        self._first_field = Field("Passphrase", self._first)
        self._second_field = Field("The same again", self._second)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._first_field, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._second_field, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self._strength = StrengthHint()
        column.addWidget(self._strength)
        self._first.textChanged.connect(self._show_strength)
        self._second.textChanged.connect(lambda: self._second_field.set_error(""))
        return form

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        back = Button("Back")
        back.clicked.connect(self.left)
        self._problem = Text("", TextStyle.BODY, Tone.BAD, lines=3)
        self._go = Button("Make the workspace", ButtonKind.PRIMARY, "lock")
        self._go.clicked.connect(self.submit)
        for field in (self._firm, self._user, self._first, self._second):
            field.returnPressed.connect(self.submit)
        row.addWidget(back)
        row.addWidget(self._problem, 1)
        row.addWidget(self._go)
        return row

    @property
    def firm(self) -> str:
        """The name of the firm, as typed."""
        return self._firm.text().strip()

    def begin(self, user: str) -> None:
        """Start afresh."""
        for field in (self._firm, self._first, self._second):
            field.clear()
        self._user.setText(user)
        self._problem.setText("")
        self._firm.setFocus()

    def submit(self) -> None:
        """Make the workspace, or say what is missing."""
        own = self._own.isChecked()
        if not self._is_right(own=own):
            return
        self.named.emit(self._user.text().strip())
        passphrase = self._first.text() if own else None
        self._gate.make(self._path(), passphrase, remember=self._remember.isChecked())

    def _is_right(self, *, own: bool) -> bool:
        missing = "" if self._firm.text().strip() else "Type the name of your firm; it can be changed later."
        self._firm_field.set_error(missing)
        if missing:
            self._firm.setFocus()
            return False
        if not own:
            return True
        short = len(self._first.text()) < SHORTEST
        self._first_field.set_error(f"Take {SHORTEST} characters or more." if short else "")
        differs = self._first.text() != self._second.text()
        self._second_field.set_error("This is not the same. Type it once more." if differs and not short else "")
        if short or differs:
            (self._first if short else self._second).setFocus()
        return not short and not differs

    def _path(self) -> Path:
        return self._gate.target_for(self._firm.text(), self._folder)

    def _choose_folder(self) -> None:
        start = str(self._folder or self._gate.places.documents)
        chosen = QFileDialog.getExistingDirectory(self, "Folder for the workspace", start)
        if chosen:
            self._folder = Path(chosen)
            self._show_target()

    def _show_target(self) -> None:
        self._target.setText(f"Kept as {say_path(self._path())}")

    def _show_way(self) -> None:
        self._own_form.setVisible(self._own.isChecked())

    def _show_strength(self) -> None:
        self._first_field.set_error("")
        hint = strength_hint(self._first.text())
        self._strength.show_strength(STEPS.index(hint.strength), hint.sentence if self._first.text() else "")

    def _show_state(self) -> None:
        self._go.set_busy(self._gate.busy)
        self._problem.setText(self._gate.error)
