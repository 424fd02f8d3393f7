"""The open item: what it is at the top, its content in the middle, its actions in a foot that does not scroll."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import TextStyle, Tone
from ui.widgets.button import IconButton
from ui.widgets.card import Card
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import Text


class DetailPanel(Card):
    """A card of the right column; under 1280 px it is shown as a sheet over the page, with a way to close it.

    `content` is the layout to fill; `marks` stands at the right of the caption.
    Signals: `closed` says that the sheet is to go.
    """

    closed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self.setAccessibleName(name)
        self._caption = Text("", TextStyle.NOTE_STRONG, Tone.MUT)
        self._title = Text("", TextStyle.CARD, lines=4)
        self.marks = QHBoxLayout()
        self.marks.setSpacing(8)
        self._close = IconButton("close", "Close", key="Esc")
        self._close.clicked.connect(self.closed)
        self._close.hide()
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._caption, 1)
        top.addLayout(self.marks)
        top.addWidget(self._close)
        scroll = ScrollColumn(spacing=12, margin=24)
        scroll.column.addLayout(top)
        scroll.column.addWidget(self._title)
        self.content = QVBoxLayout()
        self.content.setSpacing(12)
        scroll.column.addLayout(self.content, 1)
        self.body.addWidget(scroll, 1)

    def set_heading(self, caption: str, title: str, style: TextStyle = TextStyle.CARD) -> None:
        """Say what is open."""
        self._caption.setText(caption)
        self._title.setText(title)
        self._title.set_style(style)

    def set_actions(self, *widgets: QWidget) -> None:
        """Give the panel its foot."""
        row = self.set_foot(*widgets, height=72)
        row.setContentsMargins(24, 0, 24, 0)

    def set_sheet(self, sheet: bool) -> None:
        """Show the way to close it."""
        self._close.setVisible(sheet)

    def focus_close(self) -> None:
        """Put the focus on the way to close it."""
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
