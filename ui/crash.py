"""What happens when the program itself fails: a report without contents, shown now and offered at the next start."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.theme import TextStyle, Tone
from ui.widgets.button import Button, ButtonKind
from ui.widgets.text import Text

Write = Callable[[type[BaseException], TracebackType | None], Path]

SENTENCE = (
    "Something went wrong inside Bidfolio. What you had saved is safe. A report was kept on this computer; "
    "it holds no answers and is sent to nobody."
)


class CrashHook(QObject):
    """Writes a report for everything nobody caught. Signals: `crashed` says that there is one."""

    crashed = Signal()

    def __init__(self, write: Write, parent: QObject | None = None) -> None:
        """Take what writes a report from the type of an exception and its traceback."""
        super().__init__(parent)
        self._write = write
        self._before = sys.excepthook
        self._before_in_threads = threading.excepthook

    def install(self) -> None:
        """Catch what nobody else does, on every thread."""
        sys.excepthook = self.take
        threading.excepthook = lambda told: self.take(told.exc_type, told.exc_value, told.exc_traceback)

    def remove(self) -> None:
        """Leave things as they were."""
        sys.excepthook = self._before
        threading.excepthook = self._before_in_threads

    def take(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Write the report; a person who pressed Ctrl C is none of our business."""
        if not issubclass(kind, Exception):
            self._before(kind, error or kind(), trace)
            return
        self._write(kind, trace)
        self.crashed.emit()


class CrashOffer(QDialog):
    """Offers the report of an earlier run: look at it, keep a copy, or let it go."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self.setWindowTitle("Bidfolio ended unexpectedly")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(560, 400)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Text("Bidfolio ended unexpectedly last time", TextStyle.TITLE, lines=2))
        words = (
            "Everything you had saved is in your workspace. This report says where in the program it happened. "
            "It holds no answers, no names and no files, and is sent to nobody; keep a copy if you want to report it."
        )
        column.addWidget(Text(words, TextStyle.BODY, Tone.MUT, lines=0))
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setAccessibleName("Report")
        text.setTabChangesFocus(True)
        column.addWidget(text, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        save = Button("Keep a copy", icon="download")
        save.clicked.connect(self._save)
        close = Button("Close", ButtonKind.PRIMARY)
        close.clicked.connect(self.accept)
        row.addStretch(1)
        row.addWidget(save)
        row.addWidget(close)
        column.addLayout(row)

    def _save(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(
            self, "Keep a copy of the report", "bidfolio-report.txt", "Text (*.txt)"
        )
        if chosen:
            Path(chosen).write_text(self._report, "utf-8")
            self.accept()
