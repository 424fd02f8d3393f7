"""The menu under the name of the firm: other workspaces, and locking this one."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ui.theme import current, icon
from ui.viewmodels.gate import Gate
from ui.viewmodels.session import Session
from ui.widgets.key_hint import key_name


class WorkspaceMenu(QMenu):
    """Made each time it is opened.

    Signals: `chosen` carries the path of a workspace opened before; `asked` wants a file dialog; `restarted` the
    first run, to make or restore another.
    """

    chosen = Signal(object)
    asked = Signal()
    restarted = Signal()

    def __init__(self, session: Session, gate: Gate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ink = current().colour("mut")
        for path in gate.recent:
            if path != session.workspace.path:
                self.addAction(icon("folder", ink), path.stem, partial(self.chosen.emit, path))
        self.addAction(icon("choose_file", ink), "Open another workspace…", self.asked.emit)
        self.addAction(icon("add", ink), "Make or restore a workspace…", self.restarted.emit)
        self.addSeparator()
        if gate.is_sample:
            self.addAction(icon("remove", ink), "Remove the sample", gate.remove_sample)
        self.addAction(icon("lock", ink), f"Lock\t{key_name('Ctrl L')}", session.lock)

    def open_below(self, widget: QWidget) -> None:
        """Show the menu at the lower edge of what was pressed."""
        self.popup(widget.mapToGlobal(widget.rect().bottomLeft()))
