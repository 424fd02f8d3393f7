"""Shapes that several widgets draw."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen


def draw_box(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    fill: QColor | None = None,
    edge: QColor | None = None,
    width: float = 1.0,
    *,
    dashed: bool = False,
) -> None:
    """Draw a rounded box whose border lies inside `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inside = QRectF(rect)
    painter.setPen(Qt.PenStyle.NoPen)
    if edge is not None:
        pen = QPen(edge, width)
        if dashed:
            pen.setDashPattern([4.0, 3.0])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        half = width / 2
        inside = inside.adjusted(half, half, -half, -half)
        radius = max(0.0, radius - half)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inside, radius, radius)
    painter.restore()


def draw_arc(painter: QPainter, rect: QRectF, share: float, colour: QColor, width: float, start: float = 0.0) -> None:
    """Draw `share` (0 to 1) of a ring clockwise, beginning `start` of a turn after twelve o'clock."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    half = width / 2
    first = round((90 - 360 * start) * 16)
    painter.drawArc(rect.adjusted(half, half, -half, -half), first, round(-360 * 16 * share))
    painter.restore()


def draw_rule(painter: QPainter, left: int, right: int, y: int, colour: QColor) -> None:
    """Draw a hairline of one px."""
    painter.fillRect(QRect(left, y, right - left, 1), colour)


def over(colour: QColor, share: float) -> QColor:
    """Give the colour that a tint of `share` is laid on with: black over light text, white over dark text."""
    tint = QColor(Qt.GlobalColor.white) if colour.lightnessF() < 0.5 else QColor(Qt.GlobalColor.black)
    tint.setAlphaF(share)
    return tint


def centred(rect: QRect, size: int) -> QRect:
    """Give a square in the middle of `rect`."""
    return QRect(rect.left() + (rect.width() - size) // 2, rect.top() + (rect.height() - size) // 2, size, size)


def polygon(*points: tuple[float, float]) -> list[QPointF]:
    """Give points for a polygon."""
    return [QPointF(x, y) for x, y in points]
