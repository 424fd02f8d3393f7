"""A page of several record lists, one behind each tab."""

from collections.abc import Mapping
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.pages.page import Page
from ui.pages.record_list import RecordList
from ui.viewmodels.navigation import Target
from ui.viewmodels.records import RecordKind, RecordsViewModel, with_article
from ui.viewmodels.session import Session


def make_list(session: Session, kind: RecordKind[Any], icon: str, detail: str, until: str = "Valid") -> RecordList:
    """Make the list of a kind of records, with the heads of its second and third column."""
    return RecordList(session, RecordsViewModel(session, kind), icon=icon, detail=detail, until=until)


class ListsPage(Page):
    """Lists that share a head."""

    def __init__(
        self, session: Session, lists: Mapping[str, tuple[str, RecordList]], parent: QWidget | None = None
    ) -> None:
        """Take for each tab its key, its word and its list."""
        super().__init__(session, parent)
        self._words = {key: word for key, (word, _list) in lists.items()}
        self.lists = {key: one for key, (_word, one) in lists.items()}
        self._wanted: str | None = None
        self._stack = QStackedWidget()
        for one in self.lists.values():
            self._stack.addWidget(one)
            one.counted.connect(self._count)
            one.counted.connect(self._open_wanted)
        self.body.addWidget(self._stack, 1)
        self.add = self.head.add_button("Add", "add", primary=True)
        self.add.clicked.connect(lambda: self.shown.add())
        self.head.tab_chosen.connect(self.show_tab)
        self._count()
        self.show_tab(next(iter(self.lists)))

    @property
    def shown(self) -> RecordList:
        """The list behind the chosen tab."""
        return cast("RecordList", self._stack.currentWidget())

    def show_tab(self, key: str) -> None:
        """Show a list."""
        self.shown.form.settle()
        self._stack.setCurrentWidget(self.lists[key])
        self.head.choose_tab(key)
        self.add.setText(f"Add {with_article(self.shown.model.kind.noun)}")

    def show_target(self, target: Target) -> None:
        """Open a record, as soon as it has been read; or begin a new one of a kind (`part` "new:KIND")."""
        self._wanted = target.record_id
        self._open_wanted()
        if target.part in self.lists:
            self.show_tab(target.part)
        word, _colon, kind = target.part.partition(":")
        if word == "new":
            self.shown.add()
            self.shown.form.choose_kind(kind)

    def _open_wanted(self) -> None:
        for key, one in self.lists.items():
            if self._wanted and any(record.id == self._wanted for record in one.model.records):
                wanted, self._wanted = self._wanted, None
                self.show_tab(key)
                one.open_record(wanted)

    def focus_search(self) -> bool:
        """Put the cursor into the search of the list that is shown."""
        self.shown.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def focus_first(self) -> None:
        """Begin in the list."""
        self.shown.table.setFocus()

    def areas(self) -> tuple[QWidget, ...]:
        """Head, list, form."""
        return (self.head, self.shown.table, self.shown.form)

    def set_narrow(self, narrow: bool) -> None:
        """Show forms as sheets."""
        for one in self.lists.values():
            one.set_narrow(narrow)

    def _count(self) -> None:
        self.head.set_tabs([(key, word, len(self.lists[key].model.records)) for key, word in self._words.items()])
