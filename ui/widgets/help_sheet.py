"""Help with what is on the screen: some sentences, the page of the guide, and the keys."""

from collections.abc import Callable, Sequence
from posixpath import dirname, normpath

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import TextStyle, Tone, current
from ui.widgets.detail_panel import DetailPanel
from ui.widgets.form import caption
from ui.widgets.guide_text import GuideText, heading_of
from ui.widgets.key_hint import KeyHint
from ui.widgets.painting import draw_box
from ui.widgets.text import Text

WIDTH = 400


class HelpSheet(DetailPanel):
    """Lies over the right edge of the window; Esc closes it."""

    def __init__(self, window: QWidget, keys: Sequence[tuple[str, str]], read: Callable[[str], str]) -> None:
        super().__init__("Help", window)
        self._window = window
        self._read = read
        self._page = ""
        self._back: QWidget | None = None
        self._words = Text("", TextStyle.BODY, lines=0)
        self.content.addWidget(self._words)
        self._guide = GuideText()
        self._guide.asked.connect(self._turn_to)
        self.content.addWidget(self._guide)
        self.content.addSpacing(8)
        self.content.addWidget(caption("Keys"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (key, does) in enumerate(keys):
            grid.addWidget(KeyHint(key, framed=True), row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(Text(does, TextStyle.BODY, Tone.MUT), row, 1)
        self.content.addLayout(grid)
        self.content.addStretch(1)
        self.set_sheet(sheet=True)
        self.closed.connect(self.put_away)
        self.hide()

    def explain(self, title: str, words: str, page: str = "") -> None:
        """Show a page of the guide, or `words` where it has none; put the help away where it is shown."""
        if self.isVisible():
            self.put_away()
            return
        self._back = self._window.focusWidget()
        self.set_heading("Help", title, TextStyle.TITLE)
        self._words.setText(words)
        self.place()
        self.show()
        self._show_page(page)
        self.raise_()
        self.focus_close()

    def _turn_to(self, link: str) -> None:
        """Follow a link of the page that is shown, as far as it leads to another page."""
        page = normpath(f"{dirname(self._page)}/{link}").removesuffix(".md")
        if text := self._read(page):
            self.set_heading("Help", heading_of(text), TextStyle.TITLE)
            self._show_page(page)

    def _show_page(self, page: str) -> None:
        text = self._read(page) if page else ""
        self._page = page
        self._words.setVisible(not text)
        self._guide.setVisible(bool(text))
        self._guide.show_page(text)

    def place(self) -> None:
        """Stay at the right edge of the window."""
        width = min(current().px(WIDTH), self._window.width())
        self.setGeometry(self._window.width() - width - 8, 8, width, self._window.height() - 16)

    def put_away(self) -> None:
        """Close it and give the focus back."""
        self.hide()
        if self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card with a border that shows over the page."""
        super().paintEvent(event)
        draw_box(QPainter(self), self.rect(), 10, None, current().colour("edge"))
