"""The window: before a workspace is open its gate, then the workbench; over both what floats. It holds no state."""

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from app.domain.preferences import Preferences
from ui.pages.damage_dialog import RepairOffer
from ui.pages.gate_page import GatePage
from ui.pages.page import Page
from ui.pages.unlock import UnlockPage
from ui.pages.workbench import Workbench
from ui.pages.workspace_menu import WorkspaceMenu
from ui.theme import current, install_theme
from ui.viewmodels.buyers_file import READABLE
from ui.viewmodels.finder import Deliver, Found, fits
from ui.viewmodels.gate import ENDING, Gate
from ui.viewmodels.keeping import Keeping
from ui.viewmodels.lock_watch import LockWatch
from ui.viewmodels.navigation import TITLES, Place
from ui.viewmodels.record_finder import RecordFinder
from ui.viewmodels.session import Notice, Session
from ui.widgets.areas import walk_areas
from ui.widgets.clipboard import ClipboardGuard
from ui.widgets.drop_zone import dropped_paths
from ui.widgets.focus_ring import FocusRing
from ui.widgets.help_sheet import HelpSheet
from ui.widgets.palette import Palette
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from ui.pages.first_run import FirstRunPage

LEAST = (760, 560)
USUAL = (1600, 980)

KEYS = (
    ("Ctrl K", "Find a page, record or action"),
    ("Ctrl 1 to 8", "Go to a place"),
    ("Ctrl ,", "Settings"),
    ("Ctrl F", "Search in this page"),
    ("Ctrl O", "Read a buyer’s file"),
    ("Ctrl Z", "Undo"),
    ("Ctrl Shift Z", "Redo"),
    ("F6", "Next area"),
    ("Ctrl L", "Lock at once"),
    ("Esc", "Back to the list"),
)


class MainWindow(QWidget):
    """Frame, keys and what floats: toast, palette, help, the ring of the focus."""

    def __init__(
        self,
        session: Session,
        gate: Gate,
        factories: Mapping[Place, Callable[[Session], Page]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._gate = session, gate
        self._watch = LockWatch(lambda: session.preferences.idle_minutes, parent=self)
        self.keeping = Keeping(session, self)
        self._clipboard = ClipboardGuard(self)
        self.workbench = Workbench(session, factories, lambda: gate.is_sample)
        self.unlock = UnlockPage(gate)
        self._stack = QStackedWidget()
        for page in (self.unlock, self.workbench):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.toast = Toast(self)
        self.palette_box = Palette(self)
        self.help_sheet = HelpSheet(self, KEYS, session.ports.guide_page)
        self._ring = FocusRing(self)
        self.setAcceptDrops(True)
        self.setMinimumSize(*LEAST)
        self._connect()
        self._bind_keys()
        self._restore_geometry()
        self._show_gate()

    @cached_property
    def first_run(self) -> "FirstRunPage":
        """The page of the first run; who has a workspace to unlock does not wait for it."""
        from ui.pages.first_run import FirstRunPage

        page = FirstRunPage(self._session, self._gate)
        page.panel.helped.connect(self.show_help)
        page.set_narrow(self._is_narrow)
        self._stack.addWidget(page)
        return page

    def _connect(self) -> None:
        session = self._session
        session.opened.connect(self._enter)
        session.locked.connect(self._leave)
        session.noticed.connect(self._say)
        session.preferred.connect(self._dress)
        session.finder.add(self._find)
        RecordFinder(session, self)
        session.finder.found.connect(self.palette_box.show_entries)
        self.palette_box.asked.connect(session.finder.search)
        self.palette_box.picked.connect(lambda found: found.act())
        self.toast.undone.connect(session.undo)
        self._watch.due.connect(session.lock)
        RepairOffer(session, self._gate, self.keeping, self)
        self._gate.changed.connect(self._show_gate)
        self.unlock.restarted.connect(self._restart)
        self.unlock.panel.helped.connect(self.show_help)
        self.workbench.searched.connect(self.palette_box.open)
        self.workbench.switched.connect(self._offer_workspaces)
        self.workbench.page_shown.connect(lambda _page: self._name_window())

    def _bind_keys(self) -> None:
        session = self._session
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+K": self._open_palette,
            "Ctrl+L": session.lock,
            "Ctrl+Z": session.undo,
            "Ctrl+Shift+Z": session.redo,
            "Ctrl+F": self._search_in_page,
            "Ctrl+O": self._choose_files,
            "Ctrl+,": lambda: session.navigation.go(Place.SETTINGS),
            "Alt+Left": session.navigation.back,
            "F1": self.show_help,
            "F6": lambda: self._next_area(1),
            "Shift+F6": lambda: self._next_area(-1),
        }
        for number, place in enumerate([place for place in Place if place is not Place.SETTINGS], 1):
            keys[f"Ctrl+{number}"] = partial(session.navigation.go, place)
        for key, act in keys.items():
            bound = QShortcut(QKeySequence(key), self)
            bound.setAutoRepeat(False)
            bound.activated.connect(act)

    def show_help(self) -> None:
        """Explain what is on the screen, or put the help away."""
        if self._session.is_open:
            place = self._session.navigation.here.place
            self.help_sheet.explain(TITLES[place], "", f"guide/window/{place}")
        elif self._stack.currentWidget() is self.unlock:
            self.help_sheet.explain("Unlocking", self.unlock.help_text)
        else:
            self.help_sheet.explain("Starting", self.first_run.help_text)

    def lock(self) -> None:
        """Lock at once, as before the computer sleeps."""
        self._session.lock()

    def begin(self, paths: tuple[Path, ...], passphrase: str = "") -> None:
        """Take the buyers' files the program was started with, and open the workspace the gate was given."""
        self.keeping.take_back_lent()
        self.take_paths(tuple(path for path in paths if path.suffix != ENDING))
        if self._gate.path is not None:
            self._gate.choose(self._gate.path)
            if passphrase:
                self._gate.unlock(passphrase)

    def take_paths(self, paths: tuple[Path, ...]) -> None:
        """Open a workspace, or take buyers' files, that came from outside; the window comes to the front."""
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()
        workspaces = [path for path in paths if path.suffix == ENDING]
        if workspaces and not (self._session.is_open and self._session.workspace.path == workspaces[0]):
            self._session.lock()
            self._gate.choose(workspaces[0])
        files = tuple(path for path in paths if path.suffix.lower() in READABLE)
        if files:
            self._session.hand_over(files)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the frame to the width."""
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember place and size; lock."""
        self._session.prefer(geometry=bytes(self.saveGeometry().toBase64().data()).decode("ascii"))
        self._session.lock()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the colours of the system."""
        if event.type() == QEvent.Type.ThemeChange:
            self._dress(self._session.preferences)
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Watch the native window for keys and clicks, once there is one."""
        if event.type() == QEvent.Type.WinIdChange and self.windowHandle() is not None:
            self.windowHandle().installEventFilter(self)
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that a person is there."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel):
            self._watch.touch()
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take buyers' files and workspaces anywhere."""
        paths = dropped_paths(event.mimeData())
        if paths and all(path.suffix.lower() in (*READABLE, ENDING) for path in paths):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over what was dropped."""
        event.acceptProposedAction()
        self.take_paths(dropped_paths(event.mimeData()))

    def _enter(self) -> None:
        self._stack.setCurrentWidget(self.workbench)
        self.workbench.focus_page()
        self._watch.start()
        self._fit()
        self._name_window()

    def _leave(self) -> None:
        self._clipboard.forget()
        self._watch.stop()
        self.toast.hide()
        self.palette_box.close_up()
        self.help_sheet.hide()
        self._show_gate()

    def _show_gate(self) -> None:
        if self._session.is_open:
            return
        page = self.unlock if self._gate.path is not None else self.first_run
        if self._stack.currentWidget() is not page or not self.isVisible():
            self._stack.setCurrentWidget(page)
            page.begin()
        self._name_window()

    def _restart(self) -> None:
        self._gate.path = None
        self._show_gate()

    def _name_window(self) -> None:
        page = self.workbench.page if self._session.is_open else None
        self.setWindowTitle(f"{TITLES[self._session.navigation.here.place]} - Bidfolio" if page else "Bidfolio")

    def _say(self, notice: Notice) -> None:
        self.toast.say(notice.text, undo=notice.undo)

    def _dress(self, preferences: Preferences) -> None:
        application = QApplication.instance()
        before = current()
        if isinstance(application, QApplication) and install_theme(application, preferences) != before:
            self.workbench.rebuild()
            self._fit()

    @property
    def _is_narrow(self) -> bool:
        return self.width() < 1000

    def _fit(self) -> None:
        self.workbench.set_width(self.width())
        for page in self._stack.findChildren(GatePage):
            page.set_narrow(self._is_narrow)
        if self.help_sheet.isVisible():
            self.help_sheet.place()

    def _restore_geometry(self) -> None:
        kept = self._session.preferences.geometry
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode())):
            screen = self.screen().availableGeometry().size()
            self.resize(min(USUAL[0], screen.width()), min(USUAL[1], screen.height()))

    def _open_palette(self) -> None:
        if self._session.is_open:
            self.palette_box.open()

    def _search_in_page(self) -> None:
        page = self.workbench.page
        if self._session.is_open and (page is None or not page.focus_search()):
            self.palette_box.open()

    def _choose_files(self) -> None:
        if not self._session.is_open:
            return
        kinds = " ".join(f"*{ending}" for ending in READABLE)
        start = str(self._gate.places.documents)
        chosen, _kind = QFileDialog.getOpenFileNames(self, "Read a buyer’s file", start, f"Buyers’ files ({kinds})")
        if chosen:
            self._session.hand_over([Path(one) for one in chosen])

    def _next_area(self, step: int) -> None:
        if self._session.is_open:
            walk_areas(self.workbench.areas(), step)

    def _offer_workspaces(self) -> None:
        menu = WorkspaceMenu(self._session, self._gate, self)
        menu.chosen.connect(lambda path: self.take_paths((path,)))
        menu.asked.connect(self.first_run.open_workspace)
        menu.restarted.connect(self._make_another)
        menu.open_below(self.workbench.nav.switcher)

    def _make_another(self) -> None:
        self._session.lock()
        self._restart()

    def _find(self, words: str, deliver: Deliver) -> None:
        actions = (
            Found("Read a buyer’s file", self._choose_files, "Action", "choose_file", "Ctrl O"),
            Found("Undo the last change", self._session.undo, "Action", "undo", "Ctrl Z"),
            Found("Do again what was undone", self._session.redo, "Action", "redo", "Ctrl Shift Z"),
            Found("Lock the workspace", self._session.lock, "Action", "lock", "Ctrl L"),
            Found("Help with this page", self.show_help, "Action", "help", "F1"),
        )
        known = (*self.workbench.page_actions(), *self.workbench.places(), *actions)
        deliver([one for one in known if fits(words, one.title, one.note)])
