"""A list at the left and the open item at the right; where there is little room, the item becomes a sheet."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import current
from ui.widgets.detail_panel import DetailPanel

GAP = 16


class MainAndDetail(QWidget):
    """Two columns, the right one `width` px wide at 100 %.

    Narrow, the right one lies over the left at its right edge while an item is open, and Esc closes it.
    """

    def __init__(self, main: QWidget, detail: DetailPanel, *, width: int = 392, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._main, self._detail, self._wide = main, detail, width
        self._narrow = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(main, 1)
        self._row.addWidget(detail)
        detail.setFixedWidth(current().px(width))
        detail.closed.connect(self.close_sheet)

    @property
    def is_narrow(self) -> bool:
        """Whether the right column is a sheet."""
        return self._narrow

    def set_narrow(self, narrow: bool) -> None:
        """Turn the right column into a sheet, or back."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._detail.set_sheet(narrow)
        if narrow:
            self._row.removeWidget(self._detail)
            self._detail.hide()
        else:
            self._row.addWidget(self._detail)
            self._detail.show()

    def open_sheet(self) -> None:
        """Show the open item; with room for both it is in view already."""
        if self._narrow:
            self._place()
            self._detail.show()
            self._detail.raise_()

    def close_sheet(self) -> None:
        """Go back to the list."""
        if self._narrow:
            self._detail.hide()
        self._main.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sheet at the right edge."""
        super().resizeEvent(event)
        if self._narrow:
            self._place()

    def _place(self) -> None:
        width = min(current().px(self._wide), self.width())
        self._detail.setGeometry(self.width() - width, 0, width, self.height())
