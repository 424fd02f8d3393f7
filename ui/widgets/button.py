"""Buttons: primary, ghost, quiet, and icons alone."""

from enum import Enum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme import TextStyle, current, paint_icon
from ui.widgets.painting import draw_arc, draw_box, over
from ui.widgets.typesetting import draw_text, text_width


class ButtonKind(Enum):
    """How much a button asks for: at most two primary ones on a page."""

    PRIMARY = "primary"
    GHOST = "ghost"
    QUIET = "quiet"
    PLAIN = "plain"
    """An icon alone, without a border."""


class Button(QPushButton):
    """A button that draws itself from the theme.

    `reason` (see `set_reason`) says in the tooltip why it is disabled; `set_busy` keeps its width.
    """

    def __init__(
        self,
        text: str,
        kind: ButtonKind = ButtonKind.GHOST,
        icon: str = "",
        *,
        small: bool = False,
        icon_after: bool = False,
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a button; `small` ones are 32 px high and stand in cards; `key` is told in the tooltip."""
        super().__init__(text, parent)
        self.kind, self.icon_role, self._icon_after, self._small = kind, icon, icon_after, small
        self._busy = ""
        self._kept_width = 0
        self._help = f"{text} ({key})" if key else ""
        self._reason = ""
        self.setAccessibleName(text)
        self.setToolTip(self._help)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_reason(self, reason: str) -> None:
        """Disable the button and say why; an empty reason enables it."""
        self._reason = reason
        self.setEnabled(not reason)
        self.setToolTip(reason or self._help)

    def set_busy(self, verb: str) -> None:
        """Show what is being done ("Filling…") and take no clicks; an empty verb ends it."""
        self._kept_width = self.width() if verb and not self._busy else self._kept_width
        self._busy = verb
        self.setEnabled(not verb and not self._reason)
        self.setAccessibleName(verb or self.text())
        self.updateGeometry()
        self.update()

    @property
    def is_busy(self) -> bool:
        """Whether the button shows work in hand."""
        return bool(self._busy)

    def setText(self, text: str) -> None:
        """Show another verb."""
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Give the size that words, icon and padding need."""
        theme = current()
        height = theme.px(32 if self._small else 40)
        if not self.text():
            return QSize(height, height)
        width = text_width(self._words(), self._style()) + 2 * self._padding()
        if self._icon() or self._busy:
            width += theme.px(18) + self._gap()
        return QSize(max(width, self._kept_width if self._busy else 0), height)

    def minimumSizeHint(self) -> QSize:
        """Never cut a verb."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, border, icon and words."""
        painter = QPainter(self)
        if not self.isEnabled() and not self._busy:
            painter.setOpacity(0.45)
        self._draw_ground(painter)
        self._draw_content(painter, self._ink())

    def _draw_ground(self, painter: QPainter) -> None:
        theme = current()
        rect = self.rect()
        if self.kind is ButtonKind.PRIMARY:
            draw_box(painter, rect, 8, theme.colour("acc"))
        elif self.kind is ButtonKind.GHOST:
            draw_box(painter, rect, 8, theme.colour("panel"), theme.colour("edge"))
        strength = self._strength()
        if strength:
            draw_box(painter, rect, 8, over(self._ink(), strength) if self._is_solid() else self._tint(strength))

    def _draw_content(self, painter: QPainter, ink: QColor) -> None:
        theme = current()
        words, style, size = self._words(), self._style(), theme.px(18)
        icon = self._icon()
        gap = self._gap() if words and (icon or self._busy) else 0
        room = self.width() - (2 * self._padding() if words else 0)
        mark = size if icon or self._busy else 0
        text = min(text_width(words, style), room - mark - gap) if words else 0
        left = (self.width() - mark - gap - text) // 2
        after = self._icon_after and not self._busy
        box = QRect(left + text + gap if after else left, (self.height() - size) // 2, size, size)
        if self._busy:
            draw_arc(painter, box.toRectF().adjusted(1, 1, -1, -1), 0.7, ink, 2)
        elif icon:
            paint_icon(painter, box, icon, ink)
        line = theme.line_height(style)
        draw_text(
            painter,
            QRect(left if after else left + mark + gap, (self.height() - line) // 2, text + 1, line),
            words,
            style,
            ink,
        )

    def _strength(self) -> float:
        if not self.isEnabled():
            return 0.0
        if self.isDown():
            return 0.12
        return 0.06 if self.underMouse() else 0.0

    def _tint(self, strength: float) -> QColor:
        return current().colour("acc" if self.kind is ButtonKind.QUIET else "text", strength)

    def _is_solid(self) -> bool:
        return self.kind is ButtonKind.PRIMARY

    def _ink(self) -> QColor:
        return current().colour(
            {ButtonKind.PRIMARY: "acctext", ButtonKind.QUIET: "acc", ButtonKind.PLAIN: "mut"}.get(self.kind, "text")
        )

    def _style(self) -> TextStyle:
        return TextStyle.VALUE if self.kind is ButtonKind.GHOST else TextStyle.STRONG

    def _padding(self) -> int:
        if self.kind is ButtonKind.QUIET:
            return current().px(8)
        return current().px(12 if self._small else 16)

    def _gap(self) -> int:
        return current().px(8)

    def _icon(self) -> str:
        return self.icon_role

    def _words(self) -> str:
        return self._busy or self.text()


class IconButton(Button):
    """An icon alone, with its name in the tooltip and for screen readers."""

    def __init__(
        self, icon: str, name: str, *, small: bool = True, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__("", ButtonKind.PLAIN, icon, small=small, parent=parent)
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({key})" if key else name)


class LinkButton(Button):
    """A link at the right of a card: accent text with a chevron."""

    def __init__(self, text: str, parent: QWidget | None = None, *, icon: str = "next") -> None:
        super().__init__(text, ButtonKind.QUIET, icon, small=True, icon_after=True, parent=parent)

    def sizeHint(self) -> QSize:
        """Be no higher than the title it stands beside."""
        return QSize(super().sizeHint().width(), current().px(24))

    def _style(self) -> TextStyle:
        return TextStyle.VALUE

    def _padding(self) -> int:
        return current().px(2)

    def _gap(self) -> int:
        return current().px(2)
