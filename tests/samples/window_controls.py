"""Finding controls in the window as a person would: by their names."""

from PySide6.QtWidgets import QAbstractButton, QWidget


def find_button(inside: QWidget, name: str) -> QAbstractButton:
    """Find a button by its words or its accessible name."""
    found = [one for one in inside.findChildren(QAbstractButton) if name in (one.text(), one.accessibleName())]
    assert found, f"there is no button “{name}”"
    return found[0]
