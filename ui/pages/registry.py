"""Which page stands in which place."""

from collections.abc import Callable, Mapping

from ui.pages.page import Page
from ui.pages.settings import SettingsPage
from ui.viewmodels.navigation import Place
from ui.viewmodels.session import Session

FACTORIES: Mapping[Place, Callable[[Session], Page]] = {Place.SETTINGS: SettingsPage}
"""A page is made when its place is first shown, and again after every unlocking."""
