"""Icons by role, in any colour and size, crisp on every screen."""

import tomllib
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.paths import RESOURCES

ICONS = RESOURCES / "icons"


@lru_cache
def roles() -> dict[str, str]:
    """Give for each role the name of its file."""
    roles: dict[str, str] = tomllib.loads((ICONS / "icons.toml").read_text("utf-8"))["roles"]
    return roles


@lru_cache(maxsize=512)
def pixmap(role: str, colour: str, size: int, ratio: float) -> QPixmap:
    """Draw an icon of `size` logical px for a screen of `ratio` device px each; `colour` is #AARRGGBB."""
    picture = QPixmap(QSize(size, size) * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    opaque = QColor(colour)
    painter.setOpacity(opaque.alphaF())
    _renderer(role, opaque.name()).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def paint_icon(painter: QPainter, rect: QRect, role: str, colour: QColor) -> None:
    """Draw an icon into a square."""
    ratio = painter.device().devicePixelRatioF()
    picture = pixmap(role, colour.name(QColor.NameFormat.HexArgb), rect.width(), ratio)
    painter.drawPixmap(rect.topLeft(), picture)


def icon(role: str, colour: QColor, size: int = 18) -> QIcon:
    """Give a `QIcon` for menus and fields of Qt's own."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(pixmap(role, colour.name(QColor.NameFormat.HexArgb), size, ratio))
    return made


@lru_cache(maxsize=256)
def _renderer(role: str, colour: str) -> QSvgRenderer:
    drawing = (ICONS / f"{roles()[role]}.svg").read_text("utf-8").replace("<svg ", f'<svg fill="{colour}" ', 1)
    return QSvgRenderer(QByteArray(drawing.encode()))
