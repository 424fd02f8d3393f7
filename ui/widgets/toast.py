"""A toast: what was done, and Undo with its key."""

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPropertyAnimation, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QHBoxLayout, QPushButton, QWidget

from ui.theme import TextStyle, current, paint_icon
from ui.widgets.key_hint import key_name
from ui.widgets.painting import draw_box
from ui.widgets.typesetting import draw_text, text_width

SECONDS = 8


class _UndoLink(QPushButton):
    """The word Undo and its key, in the colours of the toast."""

    def sizeHint(self) -> QSize:
        """Give room for word and key."""
        theme = current()
        key = text_width(key_name("Ctrl Z"), TextStyle.NOTE_VALUE)
        return QSize(text_width("Undo", TextStyle.STRONG) + key + theme.px(28), theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw word and key."""
        theme = current()
        painter = QPainter(self)
        act, ink = theme.colour("toastact"), theme.colour("toasttext")
        line = theme.line_height(TextStyle.STRONG)
        word = text_width("Undo", TextStyle.STRONG)
        draw_text(painter, QRect(4, (self.height() - line) // 2, word + 2, line), "Undo", TextStyle.STRONG, act)
        box = QRect(word + theme.px(12), theme.px(4), self.width() - word - theme.px(14), theme.px(20))
        draw_box(painter, box, 4, None, ink)
        note = theme.line_height(TextStyle.NOTE_VALUE)
        room = QRect(box.left() + theme.px(6), box.top() + (box.height() - note) // 2, box.width(), note)
        draw_text(painter, room, key_name("Ctrl Z"), TextStyle.NOTE_VALUE, ink)


class Toast(QFrame):
    """Floats above the foot of the window for 8 s, longer while pointed at or focused.

    Signals: `undone` says that Undo was pressed.
    """

    undone = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self._undo = _UndoLink(self)
        self._undo.setAccessibleName("Undo")
        self._undo.setCursor(Qt.CursorShape.PointingHandCursor)
        self._undo.setProperty("ringToken", "toastact")
        self._undo.clicked.connect(self._take_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.addStretch(1)
        row.addWidget(self._undo)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(SECONDS * 1000)
        self._clock.timeout.connect(self._leave)
        self._veil = QGraphicsOpacityEffect(self)
        self._fade = self._make_fade()
        parent.installEventFilter(self)
        self.hide()

    def _make_fade(self) -> QPropertyAnimation:
        effect = self._veil
        effect.setEnabled(False)
        self.setGraphicsEffect(effect)
        fade = QPropertyAnimation(effect, b"opacity", self)
        fade.setDuration(160)
        fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        fade.finished.connect(lambda: effect.setEnabled(False))
        return fade

    @property
    def words(self) -> str:
        """What it says, or said last."""
        return self._words

    def say(self, words: str, *, undo: bool = False) -> None:
        """Show a sentence; a newer one takes the place of an older one."""
        self._words = words
        self._undo.setVisible(undo)
        self.setAccessibleName(words)
        self._place()
        self.show()
        self.raise_()
        self._clock.start()
        announcement = QAccessibleAnnouncementEvent(self, words)
        announcement.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(announcement)
        if current().motion:
            self._veil.setEnabled(True)
            self._fade.setStartValue(0.0)
            self._fade.setEndValue(1.0)
            self._fade.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the foot when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEvent) -> None:
        """Wait while pointed at."""
        self._clock.stop()
        super().enterEvent(event)  # type: ignore[arg-type]

    def leaveEvent(self, event: QEvent) -> None:
        """Go on counting."""
        self._clock.start()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shadow, ground, tick and words."""
        theme = current()
        painter = QPainter(self)
        box = self.rect().adjusted(4, 4, -4, -4)
        if theme.is_contrast:
            draw_box(painter, box, 8, theme.colour("toast"), theme.colour("toastact"), 2)
        else:
            for spread in (4, 3, 2, 1):
                shade = theme.colour("toast")
                shade.setAlphaF(0.05)
                draw_box(painter, box.adjusted(-spread, -spread, spread, spread), 8 + spread, shade)
            draw_box(painter, box, 8, theme.colour("toast"))
        size, line = theme.px(18), theme.line_height(TextStyle.VALUE)
        ink = theme.colour("toasttext")
        paint_icon(painter, QRect(box.left() + 16, (self.height() - size) // 2, size, size), "tick", ink)
        left = box.left() + 16 + size + 12
        room = QRect(left, (self.height() - line) // 2, self._room(), line)
        draw_text(painter, room, self._words, TextStyle.VALUE, ink)

    def _room(self) -> int:
        undo = self._undo.sizeHint().width() + 24 if not self._undo.isHidden() else 12
        return self.width() - 50 - current().px(18) - undo

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        theme = current()
        undo = self._undo.sizeHint().width() + 24 if not self._undo.isHidden() else 12
        width = min(text_width(self._words, TextStyle.VALUE) + theme.px(18) + 54 + undo, parent.width() - 32)
        height = theme.px(40) + 8
        self.setGeometry((parent.width() - width) // 2, parent.height() - height - theme.px(32), width, height)

    def _leave(self) -> None:
        if self._undo.hasFocus():
            self._clock.start()
        else:
            self.hide()

    def _take_back(self) -> None:
        self.hide()
        self.undone.emit()
