"""Fields for a passphrase, and a hint on how strong it is."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.theme import TextStyle, Tone, current, icon
from ui.widgets.bars import ProgressLine
from ui.widgets.icon import Icon
from ui.widgets.text import Text


class SecretField(QLineEdit):
    """One line whose letters are hidden until its eye is pressed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setFixedHeight(current().px(40))
        self._eye = QAction(self)
        self._eye.triggered.connect(self._turn)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self._show_eye()

    @property
    def is_hidden(self) -> bool:
        """Whether the letters are hidden."""
        return self.echoMode() is QLineEdit.EchoMode.Password

    def changeEvent(self, event: QEvent) -> None:
        """Draw the eye in the colours of the new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_eye()

    def _turn(self) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if self.is_hidden else QLineEdit.EchoMode.Password)
        self._show_eye()

    def _show_eye(self) -> None:
        self._eye.setIcon(icon("show" if self.is_hidden else "hide", current().colour("mut")))
        self._eye.setText("Show the letters" if self.is_hidden else "Hide the letters")
        self._eye.setToolTip(self._eye.text())


class StrengthHint(QWidget):
    """A bar of three steps and a sentence. Signals: `weakened` is told with whether it is the lowest step."""

    weakened = Signal(bool)
    _STEPS = (
        (0.33, "badfill", Tone.BAD, "problem"),
        (0.66, "warnfill", Tone.WARN, "warning"),
        (1.0, "okfill", Tone.OK, "approved"),
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = ProgressLine("Strength of the passphrase")
        self._bar.setFixedWidth(current().px(96))
        self._icon = Icon("problem", 16, Tone.BAD)
        self._words = Text("", TextStyle.NOTE, lines=2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._bar)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        self.hide()

    def show_strength(self, step: int, sentence: str) -> None:
        """Show step 0 (weak), 1 or 2 (good) and what to do; an empty sentence hides it."""
        share, token, tone, role = self._STEPS[step]
        self._bar.set_share(share, token)
        self._icon.set(role, tone)
        self._words.setText(sentence)
        self._words.set_tone(tone)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
        self.weakened.emit(step == 0)
