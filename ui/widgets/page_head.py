"""The head of a page: trail and title, one line of context, actions at the right, tabs below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import TextStyle, Tone
from ui.widgets.button import Button, ButtonKind
from ui.widgets.tabs import TabRow
from ui.widgets.text import Text
from ui.widgets.trail import TrailLink


class PageHead(QWidget):
    """What stands at the top of every page.

    Signals: `trail_clicked` says that the way back in the trail was chosen; `tab_chosen` carries a tab's key.
    """

    trail_clicked = Signal()
    tab_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Page head")
        self._trail = TrailLink(self)
        self._trail.clicked.connect(self.trail_clicked)
        self._title = Text("", TextStyle.TITLE)
        self._context = Text("", TextStyle.BODY, Tone.MUT)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        self._buttons: list[Button] = []
        self._tabs = TabRow(self)
        self._tabs.chosen.connect(self.tab_chosen)
        self._lay_out()
        self._trail.hide()
        self._tabs.hide()

    def _lay_out(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(0)
        title.addWidget(self._trail)
        title.addWidget(self._title, 1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(title)
        words.addWidget(self._context)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addLayout(self._actions)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 8)
        outer.setSpacing(16)
        outer.addLayout(row)
        outer.addWidget(self._tabs)

    @property
    def title(self) -> str:
        """The title that is shown."""
        return self._title.text()

    def set_title(self, title: str, trail: str = "") -> None:
        """Show a title, and before it the place it lies in."""
        self._title.setText(title)
        self._trail.setText(trail)
        self._trail.setVisible(bool(trail))

    def set_context(self, *parts: str) -> None:
        """Show one line of context; empty parts are left out."""
        self._context.setText("  ·  ".join(part for part in parts if part))

    def add_action(self, widget: QWidget) -> None:
        """Put a button or a field at the right; the primary one last."""
        self._actions.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        if isinstance(widget, Button):
            self._buttons.append(widget)

    def add_button(self, text: str, icon: str = "", *, primary: bool = False, key: str = "") -> Button:
        """Make a button at the right."""
        button = Button(text, ButtonKind.PRIMARY if primary else ButtonKind.GHOST, icon, key=key)
        self.add_action(button)
        return button

    def buttons(self) -> tuple[Button, ...]:
        """List the buttons at the right that can be pressed now."""
        return tuple(button for button in self._buttons if button.isEnabled() and not button.isHidden())

    def set_tabs(self, tabs: Sequence[tuple[str, str, int | None]]) -> None:
        """Show tabs: key, word, count or None."""
        self._tabs.set_tabs(tabs)
        self._tabs.setVisible(bool(tabs))
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, 0, 0 if tabs else 8)

    def choose_tab(self, key: str) -> None:
        """Mark the tab that is shown."""
        self._tabs.choose(key)
