"""The frame around an open workspace: navigation at the left, the page, the status bar."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import BidfolioError
from app.wording import sentence
from ui.pages.page import Page
from ui.theme import Tone, current
from ui.viewmodels.finder import Found
from ui.viewmodels.navigation import TITLES, Place, Target
from ui.viewmodels.session import Session, Touched
from ui.viewmodels.status import Status
from ui.widgets.banner import Banner
from ui.widgets.key_hint import key_name
from ui.widgets.nav_panel import NavPanel
from ui.widgets.status_bar import StatusBar

NARROW, COMPACT = 1280, 1000
"""Widths in px at 100 % text below which the right column becomes a sheet, and the navigation shows icons."""

KEYS = (("F1", "Help"), ("Ctrl Z", "Undo"), ("Ctrl K", "Commands"))

_ICONS = {place: place.value for place in Place}


def shortcut(place: Place) -> str:
    """Name the key that goes to a place."""
    if place is Place.SETTINGS:
        return key_name("Ctrl ,")
    number = list(Place).index(place) + 1
    return key_name(f"Ctrl {number}")


class Workbench(QWidget):
    """Makes each page when its place is first shown.

    Signals: `searched` and `switched` come from the navigation; `page_shown` carries the page.
    """

    searched = Signal()
    switched = Signal()
    page_shown = Signal(object)

    def __init__(
        self,
        session: Session,
        factories: Mapping[Place, Callable[[Session], Page]],
        is_sample: Callable[[], bool] = lambda: False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._factories = session, factories
        self._pages: dict[Place, Page] = {}
        self._narrow = False
        self._is_sample = is_sample
        self._is_stale = False
        self._lay_out()
        self._status = Status(session, self)
        self._status.changed.connect(self._show_status)
        self.status_bar.cancelled.connect(self._status.cancel)
        self.nav.chosen.connect(lambda key: session.navigation.go(Place(key)))
        self.nav.searched.connect(self.searched)
        self.nav.switched.connect(self.switched)
        session.navigation.moved.connect(self._show_target)
        session.navigation.counted.connect(self._show_count)
        session.refused.connect(self.show_refusal)
        session.opened.connect(self._begin)
        session.locked.connect(self._clear)
        session.changed.connect(self._on_changed)
        session.tasks.rested.connect(self._rebuild_at_rest)

    def _lay_out(self) -> None:
        rows = [_row(place) for place in Place if place in self._factories and place is not Place.SETTINGS]
        self.nav = NavPanel(rows, _row(Place.SETTINGS))
        self.banner = Banner()
        self._places = QStackedWidget()
        self._places.setObjectName("places")
        self.status_bar = StatusBar([(key_name(key), does) for key, does in KEYS])
        margin = QVBoxLayout()
        margin.setContentsMargins(24, 16, 24, 0)
        margin.addWidget(self.banner)
        self._banner_room = QWidget()
        self._banner_room.setObjectName("page")
        self._banner_room.setLayout(margin)
        self._banner_room.hide()
        self.banner.dismissed.connect(self._banner_room.hide)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._banner_room)
        right.addWidget(self._places, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.nav)
        middle.addLayout(right, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(middle, 1)
        outer.addWidget(self.status_bar)

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        shown = self._places.currentWidget()
        return shown if isinstance(shown, Page) else None

    def show_refusal(self, error: BidfolioError) -> None:
        """Say what went wrong and what to do."""
        self.show_message(sentence(error), Tone.BAD)

    def show_message(self, words: str, tone: Tone = Tone.WARN) -> None:
        """Show a banner over the page: the first sentence strong, the rest below."""
        first, _dot, rest = words.partition(". ")
        self.banner.show_message(f"{first}." if rest else first, rest, tone)
        self._banner_room.show()

    def set_width(self, width: int) -> None:
        """Fit the frame to the width of the window."""
        scale = current().scale
        self._narrow = width < NARROW * scale
        self.nav.set_compact(compact=width < COMPACT * scale)
        self.status_bar.set_narrow(width < COMPACT * scale)
        for page in self._pages.values():
            page.set_narrow(self._narrow)

    def focus_page(self) -> None:
        """Put the focus where work on the page begins."""
        if self.page is not None:
            self.page.focus_first()

    def areas(self) -> tuple[QWidget, ...]:
        """Give the areas that F6 walks through: navigation, then those of the page, then the foot."""
        page = self.page
        return (self.nav, *(page.areas() if page else ()), self.status_bar)

    def places(self) -> tuple[Found, ...]:
        """List the places one can go to."""
        go = self._session.navigation.go
        return tuple(
            Found(TITLES[place], partial(go, place), "Page", place.value, shortcut(place)) for place in self._factories
        )

    def page_actions(self) -> tuple[Found, ...]:
        """List what the buttons in the head of the page do."""
        page = self.page
        if page is None:
            return ()
        title = TITLES[self._session.navigation.here.place]
        return tuple(Found(one.text(), one.click, title, one.icon_role or "go") for one in page.head.buttons())

    def rebuild(self) -> None:
        """Make the pages anew, as when the size of text was changed: once nothing is in hand.

        A fill or a check that is under way ends where it was begun; its page would be gone otherwise.
        """
        self._is_stale = True
        self._rebuild_at_rest()

    def _rebuild_at_rest(self) -> None:
        if not self._is_stale or not self._session.tasks.is_resting:
            return
        self._is_stale = False
        self._clear()
        if self._session.is_open:
            self._begin()

    def _begin(self) -> None:
        self._show_target(self._session.navigation.here)
        self._show_status()
        self._show_name()

    def _show_target(self, target: Target) -> None:
        if not self._session.is_open or target.place not in self._factories:
            return
        page = self._pages.get(target.place)
        if page is None:
            page = self._factories[target.place](self._session)
            page.setObjectName("page")
            self._pages[target.place] = page
            self._places.addWidget(page)
            page.set_narrow(self._narrow)
        self.nav.choose(target.place)
        self._banner_room.hide()
        focused = QApplication.focusWidget()
        inside = focused is not None and self._places.isAncestorOf(focused)
        self._places.setCurrentWidget(page)
        page.show_target(target)
        if inside:
            page.focus_first()
        self.page_shown.emit(page)

    def _show_name(self) -> None:
        """Name the firm as its profile does, else as its file is called."""
        if self._is_sample():
            self.nav.switcher.set_name("Sample, not a real firm")
            return
        today, name = self._session.ports.now().date(), self._session.name
        self.nav.switcher.set_name(name)
        self._session.look(
            lambda unit: unit.profile().fact_on("supplier.legal_name", today),
            lambda fact: self.nav.switcher.set_name(str(fact.value) if fact and fact.value else name),
        )

    def _on_changed(self, touched: Touched) -> None:
        if touched.touches("fact"):
            self._show_name()

    def _show_count(self, place: Place) -> None:
        self.nav.set_count(place, self._session.navigation.count(place))

    def _show_status(self) -> None:
        self.status_bar.set_parts(*self._status.parts)
        self.status_bar.show_work(self._status.doing, self._status.share)

    def _clear(self) -> None:
        """Throw the pages away: nothing of a locked workspace stays in a widget."""
        for page in self._pages.values():
            self._places.removeWidget(page)
            page.deleteLater()
        self._pages = {}
        self._banner_room.hide()
        for place in Place:
            self.nav.set_count(place, 0)


def _row(place: Place) -> tuple[str, str, str, str]:
    return (place.value, TITLES[place], _ICONS[place], shortcut(place))
