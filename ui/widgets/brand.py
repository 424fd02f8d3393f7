"""The logo and the name."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QWidget

from ui.theme import current
from ui.widgets.painting import draw_box

_DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none"
 stroke-linecap="round" stroke-linejoin="round" stroke-width="2.6">
<g stroke="#8FB0FF"><path d="M15.5 28.2H4.6V3.4h12.6l8.8 8.4v5"/>
<path d="M10.2 11.6h4.6M10.2 17h7.6M10.2 22.4h3.6"/></g>
<path d="M16.6 24.2l4.2 4.2 8.6-9.4" stroke="%s" stroke-width="3.2"/></svg>"""


@lru_cache(maxsize=8)
def logo_pixmap(size: int, ratio: float, tick: str = "#FFFFFF") -> QPixmap:
    """Draw the logo for the dark navigation, or with a tick of another colour for a light ground."""
    picture = QPixmap(QSize(size, size) * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray((_DRAWING % tick).encode())).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def logo_icon() -> QIcon:
    """Give the icon of the window and the task bar: the logo on the dark blue of the navigation."""
    made = QIcon()
    for side in (16, 32, 48, 128, 256):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw_box(painter, picture.rect(), side / 5, QColor("#14213D"))
        inside = round(side * 0.7)
        painter.drawPixmap((side - inside) // 2, (side - inside) // 2, logo_pixmap(inside, 1.0))
        painter.end()
        made.addPixmap(picture)
    return made


class Logo(QLabel):
    """The logo as a picture."""

    def __init__(self, size: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = size
        self.setAccessibleName("Bidfolio")
        self.setFixedSize(current().px(size), current().px(size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.drawPixmap(QRect(self.rect()).topLeft(), logo_pixmap(self.width(), self.devicePixelRatioF()))
