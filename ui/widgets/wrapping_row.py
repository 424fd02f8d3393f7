"""A row of controls that goes on in a further line where there is no room for all of them."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class WrappingRow(QLayout):
    """Controls side by side, each at the width it asks for; those after `stretch` stand at the right of their line.

    Nothing is squeezed: a word that is cut or lies over another is worse than a second line.
    """

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8) -> None:
        """Take the px between controls and between lines."""
        super().__init__(parent)
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)
        self._items: list[QLayoutItem] = []
        self._right_from: int | None = None

    def stretch(self) -> None:
        """Let what is added from here on stand at the right."""
        self._right_from = len(self._items)

    def addItem(self, item: QLayoutItem) -> None:
        """Take a control; Qt calls this from `addWidget`."""
        self._items.append(item)

    def count(self) -> int:
        """Give the number of controls."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Give a control, or None behind the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give a control away, or None behind the last."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take the whole width and no more height than the lines need."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Say that fewer px of width make more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the lines at a width, in px."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """Give the size of one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self.spacing() * max(0, len(shown) - 1)
        return self._with_margins(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        """Give the size of the largest control alone."""
        shown = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return self._with_margins(
            max((size.width() for size in shown), default=0), max((size.height() for size in shown), default=0)
        )

    def setGeometry(self, rect: QRect) -> None:
        """Put each control into its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _with_margins(self, width: int, height: int) -> QSize:
        margins = self.contentsMargins()
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Go through the lines, moving the controls where asked; give the height of all."""
        inner = rect.marginsRemoved(self.contentsMargins())
        top = inner.top()
        for number, line in enumerate(self._lines(inner.width())):
            top += self.spacing() if number else 0
            sizes = {at: self._size(self._items[at], inner.width()) for at in line}
            height = max(size.height() for size in sizes.values())
            at_right = [at for at in line if self._right_from is not None and at >= self._right_from]
            x, right = inner.left(), inner.left() + inner.width() + self.spacing()
            right -= sum(sizes[at].width() + self.spacing() for at in at_right)
            for at, size in sizes.items():
                x = max(x, right) if at_right and at == at_right[0] else x
                if move:
                    self._items[at].setGeometry(QRect(QPoint(x, top + (height - size.height()) // 2), size))
                x += size.width() + self.spacing()
            top += height
        return top - rect.top() + self.contentsMargins().bottom()

    def _lines(self, width: int) -> list[list[int]]:
        """List the numbers of the controls that are shown, line by line."""
        lines: list[list[int]] = []
        used = 0
        for at, item in enumerate(self._items):
            if item.isEmpty():
                continue
            wanted = self._size(item, width).width()
            if lines and used + self.spacing() + wanted <= width:
                lines[-1].append(at)
                used += self.spacing() + wanted
            else:
                lines.append([at])
                used = wanted
        return lines

    def _size(self, item: QLayoutItem, width: int) -> QSize:
        """Give the size of a control: as it asks, and no wider than the line."""
        size = item.sizeHint()
        if size.width() <= width:
            return size
        return QSize(width, item.heightForWidth(width) if item.hasHeightForWidth() else size.height())
