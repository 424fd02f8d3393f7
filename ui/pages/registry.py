"""Which page stands in which place; a page's module is imported when the page is first made."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module

from ui.pages.page import Page
from ui.viewmodels.navigation import Place
from ui.viewmodels.session import Session

PAGES: Mapping[Place, tuple[str, str]] = {
    Place.HOME: ("home", "HomePage"),
    Place.COMPANY: ("company", "CompanyPage"),
    Place.EVIDENCE: ("evidence", "EvidencePage"),
    Place.EXPERIENCE: ("case_studies_and_people", "CaseStudiesAndPeoplePage"),
    Place.LIBRARY: ("library", "LibraryPage"),
    Place.TENDERS: ("tenders", "TendersPage"),
    Place.TEMPLATES: ("templates", "TemplatesPage"),
    Place.HISTORY: ("history", "HistoryPage"),
    Place.SETTINGS: ("settings", "SettingsPage"),
}
"""Module of `ui.pages` and class of each place."""


def make_page(place: Place, session: Session) -> Page:
    """Make the page of a place."""
    module, name = PAGES[place]
    page = getattr(import_module(f"ui.pages.{module}"), name)(session)
    if not isinstance(page, Page):
        raise TypeError(f"{name} is no page")
    return page


FACTORIES: Mapping[Place, Callable[[Session], Page]] = {place: partial(make_page, place) for place in PAGES}
"""A page is made when its place is first shown, and again after every unlocking."""


def import_pages() -> Iterator[None]:
    """Import one page's module at each step: once the window stands, nobody waits for them later."""
    for module, _name in PAGES.values():
        import_module(f"ui.pages.{module}")
        yield
