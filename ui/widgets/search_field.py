"""A field to search with."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme import current, icon


class SearchField(QLineEdit):
    """A line with a magnifying glass; Esc empties it.

    Signals: `searched` carries the words, a moment after the last key.
    """

    searched = Signal(str)

    def __init__(self, placeholder: str, parent: QWidget | None = None, *, width: int = 176) -> None:
        """Make a field of at least `width` px; the placeholder is its name."""
        super().__init__(parent)
        self.setObjectName("search")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._width = width
        self.setFixedHeight(current().px(32))
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(120)
        self._wait.timeout.connect(self._tell)
        self.textChanged.connect(self._wait.start)
        self._glass.setIcon(icon("search", current().colour("mut")))

    def sizeHint(self) -> QSize:
        """Give the width it was made for."""
        return QSize(current().px(self._width), current().px(32))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field on Esc; search at once on Enter."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._tell()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the glass in the colours of the new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._glass.setIcon(icon("search", current().colour("mut")))

    def _tell(self) -> None:
        self._wait.stop()
        self.searched.emit(self.text().strip())
