"""Unlocking a workspace."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from app.domain.errors import WorkspaceDamaged, WorkspaceHeld, WorkspaceMissing
from ui.pages.gate_page import GatePage
from ui.theme import TextStyle, Tone
from ui.viewmodels.gate import ENDING, Gate, say_path
from ui.widgets.button import Button, ButtonKind, LinkButton
from ui.widgets.card import Card
from ui.widgets.choices import TickBox
from ui.widgets.form import Field
from ui.widgets.icon import Icon
from ui.widgets.secret_field import SecretField
from ui.widgets.text import Text


class UnlockPage(GatePage):
    """One field and one button. Signals: `restarted` says that another workspace is to be made or restored."""

    restarted = Signal()
    help_text = (
        "Type the passphrase of this workspace, or the eight words that were printed when it was made: in their "
        "order, with spaces between; capitals do not matter. There is no other way in, for anybody. If both are lost, "
        "a backup will not help, since it opens with the same words."
    )

    def __init__(self, gate: Gate, parent: QWidget | None = None) -> None:
        super().__init__(gate, "Locked. Everything is\nstill on this computer.", width=480, parent=parent)
        self._title = Text("", TextStyle.WELCOME, lines=2)
        self._where = Text("", TextStyle.BODY, Tone.MUT)
        self.secret = SecretField("Passphrase or eight words")
        self._field = Field("Passphrase or eight words", self.secret)
        self.remember = TickBox("Remember on this computer")
        self.go = Button("Unlock", ButtonKind.PRIMARY)
        self.go.clicked.connect(self.submit)
        self.secret.returnPressed.connect(self.submit)
        self.secret.textEdited.connect(gate.forget_error)
        self.column.addStretch(2)
        self.column.addWidget(self._title)
        self.column.addLayout(self._place())
        self.column.addSpacing(8)
        card = Card(padding=24)
        card.body.setSpacing(16)
        card.add(self._field)
        row = QHBoxLayout()
        row.addWidget(self.remember, 1)
        row.addWidget(self.go)
        card.add(row)
        self.column.addWidget(card)
        self.column.addLayout(self._ways_out())
        self.column.addLayout(self._links())
        self.column.addStretch(3)
        gate.changed.connect(self._show_state)

    def _place(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Icon("lock", 18, Tone.MUT))
        row.addWidget(self._where, 1)
        return row

    def _ways_out(self) -> QHBoxLayout:
        """Give the row of links that a refusal brings: most of the time it is empty."""
        row = QHBoxLayout()
        self.repair = LinkButton("Repair it from the last backup")
        self.repair.clicked.connect(lambda: self._with_secret(self.gate.repair))
        self.override = LinkButton("It is not open there: open it here")
        self.override.clicked.connect(lambda: self._with_secret(self.gate.open_all_the_same))
        for link in (self.repair, self.override):
            link.hide()
            row.addWidget(link)
        row.addStretch(1)
        return row

    def _links(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        other = LinkButton("Open another workspace")
        other.clicked.connect(self._open_other)
        fresh = LinkButton("Make or restore one")
        fresh.clicked.connect(self.restarted)
        row.addWidget(other)
        row.addWidget(fresh)
        row.addStretch(1)
        return row

    def begin(self) -> None:
        """Show the workspace to be unlocked, with an empty field."""
        self.secret.clear()
        self.remember.setChecked(self.gate.remembers)
        self._show_state()
        first = self.go if self.gate.needs_no_passphrase else self.secret
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Try what was typed."""
        if not self.gate.busy:
            self.gate.unlock(self.secret.text(), remember=self.remember.isChecked())

    @property
    def error(self) -> str:
        """What is wrong, or nothing."""
        return self._field.error

    def _show_state(self) -> None:
        path = self.gate.path
        if path is None:
            return
        is_open_to_all = self.gate.needs_no_passphrase
        self._title.setText("Unlock the sample" if is_open_to_all else f"Unlock {path.stem}")
        self._where.setText("It opens without a passphrase" if is_open_to_all else say_path(path.parent))
        self._field.setVisible(not is_open_to_all)
        self.remember.setVisible(not is_open_to_all)
        self._field.set_error(self.gate.error)
        self.repair.setVisible(isinstance(self.gate.refusal, (WorkspaceDamaged, WorkspaceMissing)))
        self.override.setVisible(isinstance(self.gate.refusal, WorkspaceHeld))
        self.go.set_busy(self.gate.busy)
        self.secret.setEnabled(not self.gate.busy)
        if self.gate.error:
            self.secret.setFocus(Qt.FocusReason.OtherFocusReason)
            self.secret.selectAll()

    def _with_secret(self, act: Callable[[str], None]) -> None:
        if self.secret.text():
            act(self.secret.text())
            return
        self._field.set_error("Type the passphrase first.")
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_other(self) -> None:
        start = str(self.gate.path.parent if self.gate.path else self.gate.places.documents)
        chosen, _kind = QFileDialog.getOpenFileName(self, "Open a workspace", start, f"Workspaces (*{ENDING})")
        if chosen:
            self.gate.choose(Path(chosen))
            self.begin()
