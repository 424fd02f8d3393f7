"""Case studies and people: what the supplier has done, and who will do the work."""

from PySide6.QtWidgets import QWidget

from ui.pages.lists_page import ListsPage, make_list
from ui.viewmodels.case_studies import CASE_STUDIES
from ui.viewmodels.people import PEOPLE
from ui.viewmodels.saying import say_count
from ui.viewmodels.session import Session


class CaseStudiesAndPeoplePage(ListsPage):
    """Past contracts, and the people to name in a bid."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        lists = {
            "case_studies": ("Case studies", make_list(session, CASE_STUDIES, "case_study", "Value", "When")),
            "people": ("People", make_list(session, PEOPLE, "person", "Biography", "")),
        }
        super().__init__(session, lists, parent)
        self.head.set_title("Case studies and people")

    def _count(self) -> None:
        super()._count()
        studies, people = (len(one.model.records) for one in self.lists.values())
        said = say_count(studies, "case study", "case studies"), say_count(people, "person", "people")
        self.head.set_context(*said)
