"""History: what was done in this workspace, and its backups."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from ui.pages.backup_list import BackupList
from ui.pages.chosen_path import with_ending
from ui.pages.deed_list import DeedList
from ui.pages.page import Page
from ui.viewmodels.backups import BackupsViewModel
from ui.viewmodels.history import HistoryViewModel
from ui.viewmodels.navigation import Target
from ui.viewmodels.saying import say_count
from ui.viewmodels.session import Session

DEEDS, BACKUPS = "deeds", "backups"


class HistoryPage(Page):
    """The audit trail and the backups, a tab each."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.model = HistoryViewModel(session, self)
        self.backups_model = BackupsViewModel(session, self)
        self.deeds = DeedList(self.model)
        self.backups = BackupList(self.backups_model)
        self.head.set_title("History")
        self.verify = self.head.add_button("Check the hashes", "check")
        self.verify.clicked.connect(self.model.verify)
        self.export = self.head.add_button("Export", "download")
        self.export.clicked.connect(self._export)
        self._stack = QStackedWidget()
        self._lists = {DEEDS: self.deeds, BACKUPS: self.backups}
        for one in self._lists.values():
            self._stack.addWidget(one)
        self.body.addWidget(self._stack, 1)
        self.head.tab_chosen.connect(self.show_tab)
        self.model.listed.connect(self._count)
        self.model.verified.connect(self._count)
        self.backups_model.listed.connect(self._count)
        self._count()
        self.show_tab(DEEDS)
        self.model.reload()
        self.backups_model.reload()

    def show_tab(self, key: str) -> None:
        """Show what was done, or the backups."""
        self._stack.setCurrentWidget(self._lists[key])
        self.head.choose_tab(key)
        for button in (self.verify, self.export):
            button.setVisible(key == DEEDS)

    def show_target(self, target: Target) -> None:
        """Show a tab (`part`)."""
        if target.part in self._lists:
            self.show_tab(target.part)

    def focus_search(self) -> bool:
        """Put the cursor into the search over what was done."""
        self.show_tab(DEEDS)
        self.deeds.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def focus_first(self) -> None:
        """Begin in the list."""
        shown = self.backups if self._stack.currentWidget() is self.backups else self.deeds
        shown.table.setFocus()

    def areas(self) -> tuple[QWidget, ...]:
        """Head, list, what is open."""
        shown = self.backups if self._stack.currentWidget() is self.backups else self.deeds
        return (self.head, shown.table, shown.panel)

    def set_narrow(self, narrow: bool) -> None:
        """Show what is open as a sheet."""
        self.deeds.set_narrow(narrow)
        self.backups.set_narrow(narrow)

    def _export(self) -> None:
        start = str(self.session.workspace.path.with_name(f"{self.session.name} history.csv"))
        chosen, _kind = QFileDialog.getSaveFileName(self, "Export the history", start, "Tables (*.csv *.xlsx)")
        if chosen:
            self.model.export(with_ending(chosen, ".csv", ".xlsx"))

    def _count(self) -> None:
        model = self.model
        self.verify.set_busy(model.busy)
        self.head.set_tabs(
            [(DEEDS, "What was done", len(model.deeds)), (BACKUPS, "Backups", len(self.backups_model.rows))]
        )
        changes = sum(deed.changes for deed in model.deeds)
        standing = model.standing or "Each entry is hashed over the one before"
        self.head.set_context(say_count(changes, "change"), standing)
