"""Which page stands in which place."""

from collections.abc import Callable, Mapping

from ui.pages.case_studies_and_people import CaseStudiesAndPeoplePage
from ui.pages.company import CompanyPage
from ui.pages.evidence import EvidencePage
from ui.pages.home import HomePage
from ui.pages.library import LibraryPage
from ui.pages.page import Page
from ui.pages.settings import SettingsPage
from ui.pages.tenders import TendersPage
from ui.viewmodels.navigation import Place
from ui.viewmodels.session import Session

FACTORIES: Mapping[Place, Callable[[Session], Page]] = {
    Place.HOME: HomePage,
    Place.COMPANY: CompanyPage,
    Place.EVIDENCE: EvidencePage,
    Place.EXPERIENCE: CaseStudiesAndPeoplePage,
    Place.LIBRARY: LibraryPage,
    Place.TENDERS: TendersPage,
    Place.SETTINGS: SettingsPage,
}
"""A page is made when its place is first shown, and again after every unlocking."""
