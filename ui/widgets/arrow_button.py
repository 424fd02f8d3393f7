"""A button of a row or column whose arrow keys belong to the whole."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class ArrowButton(QPushButton):
    """Leaves the arrow keys to the widget it stands in: Qt would only move the focus."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand arrows on."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)
