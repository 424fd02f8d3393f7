"""The eight words over a page: new ones, or those of today printed again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.pages.recovery_words import RecoveryWordsView


class WordsDialog(QDialog):
    """Shows words until they are kept, then wipes them."""

    def __init__(self, words: str, name: str, lead: str, parent: QWidget | None = None, *, go: str = "Done") -> None:
        super().__init__(parent)
        self.setWindowTitle("The eight words")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(760)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 24)
        self.view = RecoveryWordsView(lead=lead, go=go)
        self.view.kept.connect(self.accept)
        self.finished.connect(lambda _result: self.view.show_words("", ""))
        column.addWidget(self.view)
        self.view.show_words(words, name)
