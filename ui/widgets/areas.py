"""Walking through the areas of a window with one key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def walk_areas(areas: Sequence[QWidget], step: int) -> bool:
    """Put the focus into the next area (`step` 1) or the one before (-1); False where none takes it."""
    shown = [area for area in areas if area.isVisible()]
    at = next((number for number, area in enumerate(shown) if _holds_focus(area)), -1 if step > 0 else 0)
    return any(enter_area(shown[(at + step * turn) % len(shown)]) for turn in range(1, len(shown) + 1))


def enter_area(area: QWidget) -> bool:
    """Put the focus on the first control of an area that takes it; False where there is none."""
    for one in (area, *area.findChildren(QWidget)):
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and one.isEnabled():
            one.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False


def _holds_focus(area: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (area is focused or area.isAncestorOf(focused))
