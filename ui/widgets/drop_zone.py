"""A place to drop files on, with a button beside."""

from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import TextStyle, Tone, current
from ui.widgets.button import Button, ButtonKind
from ui.widgets.icon import Icon
from ui.widgets.painting import draw_box
from ui.widgets.text import Text


class DropState(Enum):
    """What the zone shows."""

    QUIET = "quiet"
    OVER = "over"
    REFUSED = "refused"


def dropped_paths(data: QMimeData) -> tuple[Path, ...]:
    """List the files and folders of this computer that are being dragged."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


class DropZone(QFrame):
    """A dashed box: picture, one sentence, the formats, a button that does the same.

    Signals: `dropped` carries a tuple of paths; `asked` says that the button was pressed.
    """

    dropped = Signal(object)
    asked = Signal()

    def __init__(
        self,
        sentence: str,
        formats: str,
        button: str = "Choose a file",
        *,
        note: str = "",
        accepts: Callable[[Sequence[Path]], str] = lambda _paths: "",
        wide: bool = False,
        primary: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a zone; `accepts` gives the reason why files cannot be taken, or nothing; `wide` lays it flat."""
        super().__init__(parent)
        self._sentence_words, self._formats_words, self._accepts = sentence, formats, accepts
        self._state = DropState.QUIET
        self.setAcceptDrops(True)
        self.setAccessibleName(sentence)
        self._icon = Icon("download", 32, Tone.ACC)
        align = Qt.AlignmentFlag.AlignLeft if wide else Qt.AlignmentFlag.AlignHCenter
        self._sentence = Text(sentence, TextStyle.CARD, align=align)
        self._formats = Text(formats, TextStyle.BODY, Tone.MUT, lines=2, align=align)
        self.button = Button(button, ButtonKind.PRIMARY if primary else ButtonKind.GHOST, "choose_file")
        self.button.clicked.connect(self.asked)
        self._note = Text(note, TextStyle.NOTE, Tone.MUT)
        (self._lay_flat if wide else self._lay_tall)()

    def _lay_flat(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 16, 24, 16)
        row.setSpacing(32)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._sentence)
        words.addWidget(self._formats)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self._note.hide()

    def _lay_tall(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 24, 16, 16)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        column.addWidget(self._sentence)
        column.addWidget(self._formats)
        column.addSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        if self._note.text():
            row = QHBoxLayout()
            row.setSpacing(6)
            row.addStretch(1)
            row.addWidget(Icon("lock", 16, Tone.MUT))
            row.addWidget(self._note)
            row.addStretch(1)
            column.addLayout(row)

    @property
    def state(self) -> DropState:
        """What the zone shows."""
        return self._state

    def refuse(self, reason: str) -> None:
        """Say why a file was not taken; nothing is lost."""
        self._show(DropState.REFUSED, "Not taken", reason)

    def reset(self) -> None:
        """Wait for files again."""
        self._show(DropState.QUIET, self._sentence_words, self._formats_words)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say what letting go would do."""
        paths = dropped_paths(event.mimeData())
        reason = self._accepts(paths) if paths else "Only files of this computer can be dropped here."
        if reason:
            self.refuse(reason)
            event.ignore()
            return
        count = len(paths)
        words = f"Let go to read {count} files" if count > 1 else f"Let go to read {paths[0].name}"
        self._show(DropState.OVER, words, self._formats_words)
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Wait again."""
        self.reset()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files over."""
        self.reset()
        event.acceptProposedAction()
        self.dropped.emit(dropped_paths(event.mimeData()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and border."""
        theme = current()
        ground = {DropState.QUIET: "alt", DropState.OVER: "soft", DropState.REFUSED: "badbg"}[self._state]
        edge = {DropState.QUIET: "edge", DropState.OVER: "acc", DropState.REFUSED: "bad"}[self._state]
        over = self._state is DropState.OVER
        width = 2.0 if over else 1.5
        draw_box(QPainter(self), self.rect(), 10, theme.colour(ground), theme.colour(edge), width, dashed=not over)

    def _show(self, state: DropState, sentence: str, formats: str) -> None:
        self._state = state
        refused = state is DropState.REFUSED
        self._icon.set("problem" if refused else "download", Tone.BAD if refused else Tone.ACC)
        self._sentence.setText(sentence)
        self._formats.setText(formats)
        self.setAccessibleDescription(formats)
        self.update()
