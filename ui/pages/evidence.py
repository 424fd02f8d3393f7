"""Evidence and policies: what proves the answers, and when it lapses."""

from PySide6.QtWidgets import QWidget

from app.domain.validity import Validity
from ui.pages.lists_page import ListsPage, make_list
from ui.viewmodels.evidence import evidence_kind
from ui.viewmodels.navigation import Place
from ui.viewmodels.policies import POLICIES
from ui.viewmodels.saying import say_count
from ui.viewmodels.session import Session


class EvidencePage(ListsPage):
    """Certificates and insurances, and policies."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        evidence = evidence_kind(session.ports.catalogue())
        lists = {
            "evidence": ("Evidence", make_list(session, evidence, "evidence", "Cover or scope")),
            "policies": ("Policies", make_list(session, POLICIES, "policy", "Approved", "Review")),
        }
        super().__init__(session, lists, parent)
        self.head.set_title("Evidence")

    def _count(self) -> None:
        super()._count()
        counts = [one.model.counts for one in self.lists.values()]
        lapsed = sum(count[Validity.LAPSED] for count in counts)
        soon = sum(count[Validity.LAPSES_SOON] for count in counts)
        self.session.navigation.set_count(Place.EVIDENCE, lapsed + soon)
        parts = [
            f"{say_count(lapsed, 'record')} lapsed" if lapsed else "",
            f"{soon} {'lapses' if soon == 1 else 'lapse'} soon" if soon else "",
        ]
        self.head.set_context(*(parts if any(parts) else ["Everything is in date"]))
