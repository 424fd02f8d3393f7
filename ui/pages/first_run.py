"""The first run: three ways to begin, then a workspace of your own."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from ui.pages.gate_page import GatePage
from ui.pages.make_workspace import MakeWorkspaceView
from ui.pages.recovery_words import RecoveryWordsView
from ui.pages.restore_backup import RestoreView
from ui.pages.welcome import WelcomeView
from ui.viewmodels.buyers_file import READABLE
from ui.viewmodels.gate import ENDING, Gate
from ui.viewmodels.session import Session

STEPS = (
    ("Start", "A buyer’s form, empty or sample"),
    ("Protect", "Eight words or a passphrase"),
    ("Your company", "Facts and certificates, typed once"),
    ("Review and fill", "Every answer seen by you first"),
)


class FirstRunPage(GatePage):
    """Signals: `refused` carries a sentence for the window to show."""

    refused = Signal(str)
    help_text = (
        "A workspace is one encrypted file that holds everything of one firm: its facts, certificates, answers and "
        "tenders. Start with a buyer’s form if you have one to answer; start empty to type your company in first; "
        "or open the sample to look around. The buyer’s file itself is never changed."
    )

    def __init__(self, session: Session, gate: Gate, parent: QWidget | None = None) -> None:
        super().__init__(gate, "Your first filled form,\nin about ten minutes", STEPS, parent=parent)
        self._session = session
        self._files: Sequence[Path] = ()
        self.welcome = WelcomeView()
        self.make = MakeWorkspaceView(gate)
        self.words = RecoveryWordsView()
        self.restore = RestoreView(gate)
        self._views = QStackedWidget()
        for view in (self.welcome, self.make, self.words, self.restore):
            self._views.addWidget(view)
        self.column.addWidget(self._views, 1)
        self._connect()
        self._show(self.welcome)

    def _connect(self) -> None:
        self.welcome.started.connect(self.start)
        self.welcome.browsed.connect(self._browse)
        self.welcome.sampled.connect(self.gate.try_sample)
        self.welcome.opened.connect(self.open_workspace)
        self.welcome.restored.connect(lambda: self._show(self.restore))
        self.make.left.connect(lambda: self._show(self.welcome))
        self.make.named.connect(lambda name: self._session.prefer(user=name))
        self.restore.left.connect(lambda: self._show(self.welcome))
        self.gate.changed.connect(lambda: self.welcome.show_state(self.gate.busy, self.gate.error))
        self.gate.words_made.connect(self._show_words)
        self.words.kept.connect(self._enter)
        self._session.opened.connect(self._reset)

    @property
    def view(self) -> QWidget | None:
        """The view that is shown."""
        return self._views.currentWidget()

    def begin(self) -> None:
        """Show the ways to start, the first one ready for Enter."""
        self._show(self.welcome)
        self.welcome.setFocus(Qt.FocusReason.OtherFocusReason)

    def start(self, files: Sequence[Path] = ()) -> None:
        """Make a workspace; buyers' files are handed over once it is open."""
        self._files = tuple(files)
        self._show(self.make)
        self.make.begin(self._session.user)

    def open_workspace(self) -> None:
        """Ask for a workspace file."""
        start = str(self.gate.places.documents)
        chosen, _kind = QFileDialog.getOpenFileName(self, "Open a workspace", start, f"Workspaces (*{ENDING})")
        if chosen:
            self.gate.choose(Path(chosen))

    def _browse(self) -> None:
        kinds = " ".join(f"*{ending}" for ending in READABLE)
        chosen, _kind = QFileDialog.getOpenFileNames(
            self, "Choose a buyer’s file", str(self.gate.places.documents), f"Buyers’ files ({kinds})"
        )
        if chosen:
            self.start([Path(one) for one in chosen])

    def _show(self, view: QWidget) -> None:
        self._views.setCurrentWidget(view)
        self.panel.steps.set_step(0 if view is self.welcome else 1)
        self.gate.forget_error()

    def _show_words(self, words: str) -> None:
        self._show(self.words)
        self.words.show_words(words, self.make.firm)

    def _enter(self) -> None:
        self.words.show_words("", "")
        self.gate.enter()

    def _reset(self) -> None:
        files, self._files = self._files, ()
        self._show(self.welcome)
        if files:
            self._session.hand_over(files)
