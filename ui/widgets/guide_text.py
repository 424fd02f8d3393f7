"""A page of the guide, as text in the window."""

import re
from urllib.parse import urlsplit

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QFont, QPalette, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from ui.theme import TextStyle, current

_PICTURE = re.compile(r"^!\[.*\]\(.*\)\n+", re.MULTILINE)
_TITLE = re.compile(r"\A# .*\n+")


def heading_of(markdown: str) -> str:
    """Give the title of a page."""
    return markdown.partition("\n")[0].lstrip("# ")


class GuideText(QTextBrowser):
    """Shows Markdown without its pictures and title: the window itself is the picture, and the sheet has a heading.

    Signals: `asked` carries the page a link leads to, from the folder of this one: "../security.md".
    """

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("plain", "true")
        self.setAccessibleName("From the guide")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(16)
        self.anchorClicked.connect(self._follow)

    def show_page(self, markdown: str) -> None:
        """Set the text in the type of the theme."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Link, current().colour("acc"))
        self.setPalette(palette)
        self.document().setDefaultFont(current().font(TextStyle.BODY))
        self.setMarkdown(_PICTURE.sub("", _TITLE.sub("", markdown)))
        self._set_type()
        self._fit()

    def sizeHint(self) -> QSize:
        """Ask for the height of the whole text: the sheet scrolls, not this."""
        return QSize(super().sizeHint().width(), round(self.document().size().height()) + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(self.sizeHint().height())

    def _set_type(self) -> None:
        theme = current()
        block = self.document().begin()
        while block.isValid():
            heading = block.blockFormat().headingLevel() > 0
            style = TextStyle.STRONG if heading else TextStyle.BODY
            lines = QTextBlockFormat()
            lines.setLineHeight(theme.line_height(style), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            lines.setTopMargin(theme.px(12 if heading else 0))
            lines.setBottomMargin(theme.px(4 if heading or block.textList() else 8))
            cursor = QTextCursor(block)
            cursor.mergeBlockFormat(lines)
            if heading:
                letters = QTextCharFormat()
                letters.setFont(theme.font(style), QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll)
                letters.setFontWeight(QFont.Weight.DemiBold)
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                cursor.mergeCharFormat(letters)
            block = block.next()

    def _follow(self, url: QUrl) -> None:
        page = urlsplit(url.toString()).path
        if page.endswith(".md"):
            self.asked.emit(page)
