"""Python's own pauses are kept away from the window."""

import gc
import sys
import weakref

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.tasks.pauses import SWITCH, ShortPauses


class Knot:
    """Something that only a collection of cycles frees."""

    def __init__(self) -> None:
        self.itself = self


def test_full_collections_wait_until_the_user_looks_elsewhere(qapp: QApplication) -> None:
    before = gc.get_threshold(), sys.getswitchinterval()
    pauses = ShortPauses(qapp)
    assert sys.getswitchinterval() == SWITCH
    knot = Knot()
    gone = weakref.ref(knot)
    del knot
    pauses.collect_when_away(Qt.ApplicationState.ApplicationActive)
    assert gone() is not None
    pauses.collect_when_away(Qt.ApplicationState.ApplicationInactive)
    assert gone() is None
    pauses.end()
    assert (gc.get_threshold(), sys.getswitchinterval()) == before
    pauses.deleteLater()
