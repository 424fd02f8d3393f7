"""What every page is: a head, a body, and what the frame may ask of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.viewmodels.navigation import Target
from ui.viewmodels.session import Session
from ui.widgets.page_head import PageHead


class Page(QWidget):
    """One place of the navigation: its head stands at the top, its `body` layout takes the rest.

    A page is made once for each open workspace, when it is first shown, and thrown away on locking.
    """

    retitled = Signal()

    draws_own_focus = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.head = PageHead(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.setSpacing(16)
        outer.addWidget(self.head)
        self.body = QVBoxLayout()
        self.body.setSpacing(16)
        outer.addLayout(self.body, 1)

    def show_target(self, target: Target) -> None:
        """Show a record or a part; called on every arrival, also with none."""

    def focus_search(self) -> bool:
        """Put the cursor into the page's search; False where it has none."""
        return False

    def focus_first(self) -> None:
        """Put the focus where work on this page begins."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def areas(self) -> tuple[QWidget, ...]:
        """Give the areas that F6 walks through, in order."""
        return (self.head,)

    def set_narrow(self, narrow: bool) -> None:
        """Turn the right column into a sheet (`narrow`: the window is under 1280 px)."""
