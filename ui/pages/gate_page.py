"""What the pages before an open workspace share: the dark panel at the left, the work in the middle."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import current
from ui.viewmodels.gate import Gate
from ui.widgets.scroll import ScrollColumn
from ui.widgets.steps_panel import PROMISES, StepsPanel


class GatePage(QWidget):
    """A page without navigation; `column` is the layout to fill, at most `width` px wide, in the middle."""

    help_text = ""

    def __init__(
        self,
        gate: Gate,
        heading: str,
        steps: Sequence[tuple[str, str]] = (),
        *,
        width: int = 1120,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.gate = gate
        self.setObjectName("page")
        self.panel = StepsPanel(heading, steps, PROMISES)
        scroll = ScrollColumn(margin=0, spacing=0)
        inside = QWidget()
        inside.setObjectName("scrolled")
        inside.setMaximumWidth(current().px(width))
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 24, 0, 24)
        self.column.setSpacing(16)
        middle = QHBoxLayout()
        middle.setContentsMargins(40, 0, 40, 0)
        middle.addStretch(1)
        middle.addWidget(inside, 100)
        middle.addStretch(1)
        scroll.column.addLayout(middle, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panel)
        row.addWidget(scroll, 1)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the panel out where there is no room for it."""
        self.panel.setVisible(not narrow)
