"""The ring around what has the focus: 2 px, 2 px away, never covered."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from ui.theme import current
from ui.widgets.painting import draw_box

REACH = 4
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """Lies over a window and draws the ring where the focus came by key.

    Fields and tables draw their focus themselves; a mouse press shows none.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._window = window
        self._watched: list[QWidget] = []
        self._target: QWidget | None = None
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the focused control and with all that holds it."""
        if event.type() in _MOVES:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring, cut off where a scrolling parent cuts its control off."""
        target = self._target
        if target is None or not isValid(target):
            return
        painter = QPainter(self)
        painter.setClipRect(self._view(target).translated(-self.pos()))
        radius = target.property("ringRadius") or 8
        token = target.property("ringToken") or "acc"
        draw_box(painter, self.rect(), int(radius) + REACH, None, current().colour(str(token)), 2)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in filter(isValid, self._watched):
            widget.removeEventFilter(self)
        self._watched = []
        self._target = new if new is not None and self._wants_ring(new) else None
        if self._target is None:
            self.hide()
            return
        chain: QWidget | None = self._target
        while chain is not None and chain is not self._window:
            chain.installEventFilter(self)
            self._watched.append(chain)
            chain = chain.parentWidget()
        self._place()

    def _wants_ring(self, widget: QWidget) -> bool:
        if widget.window() is not self._window or QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return False
        draws_own = isinstance(widget, QLineEdit | QComboBox | QAbstractScrollArea)
        return not draws_own and not getattr(widget, "draws_own_focus", False)

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        top_left = target.mapTo(self._window, target.rect().topLeft())
        self.setGeometry(QRect(top_left, target.size()).adjusted(-REACH, -REACH, REACH, REACH))
        self.show()
        self.raise_()
        self.update()

    def _view(self, target: QWidget) -> QRect:
        seen = self._window.rect()
        parent = target.parentWidget()
        while parent is not None and parent is not self._window:
            if isinstance(parent, QScrollArea):
                seen &= QRect(parent.mapTo(self._window, parent.rect().topLeft()), parent.size())
            parent = parent.parentWidget()
        return seen
