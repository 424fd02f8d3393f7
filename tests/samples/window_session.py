"""A session on a workspace in memory, in which everything happens at once: for view-models and pages."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import cast

from app.domain.catalogue import Catalogue, FactDefinition, FactType, Section
from app.domain.dates import ReferenceDates
from app.domain.filling import FillReport
from app.domain.preferences import Preferences
from app.domain.profile import Profile
from app.domain.questionnaire import Question, Questionnaire
from app.domain.responses import Response
from app.domain.suggestions import Suggestion
from app.domain.values import JsonValue
from app.interchange.questionnaire_json import questionnaire_from_json, questionnaire_to_json
from app.services.ports import Ports, Workspace, Workspaces
from tests.samples.workspace_in_memory import MemoryWorkspace
from ui.tasks import InlineTasks
from ui.tasks.tasks import Tasks
from ui.viewmodels.session import Session

NOW = datetime(2026, 11, 22, 9, 41)
USER = "P. Shah"

CATALOGUE = Catalogue(
    "test",
    (
        Section("basic", "Basic information", "Core supplier information"),
        Section("payments", "Payments", "If the buyer asks"),
        Section("insurance", "Insurance", "Also asked by buyers"),
    ),
    {
        one.key: one
        for one in (
            FactDefinition("supplier.legal_name", "Legal name", FactType.TEXT, "basic", hint="As registered"),
            FactDefinition("supplier.registered_address", "Registered office", FactType.ADDRESS, "basic"),
            FactDefinition("supplier.website", "Website", FactType.URL, "basic"),
            FactDefinition("supplier.is_vcse", "Social enterprise", FactType.YES_NO, "basic"),
            FactDefinition("supplier.incorporated_on", "Date of registration", FactType.DATE, "basic"),
            FactDefinition("payment.terms_days", "Payment terms", FactType.INTEGER, "payments", unit="days"),
            FactDefinition("payment.share_within_30", "Paid within 30 days", FactType.PERCENT, "payments"),
            FactDefinition("insurance.public_liability", "Public liability", FactType.EVIDENCE, "insurance"),
            FactDefinition("insurance.cyber", "Cyber insurance", FactType.EVIDENCE, "insurance"),
        )
    },
)


def match_by_table(table: Mapping[str, Sequence[Suggestion]]) -> object:
    """Give a matcher that offers what `table` holds for a question id."""

    def match(
        questions: Sequence[Question],
        profile: Profile,
        memory: Sequence[Response],
        party_id: str | None,
        dates: ReferenceDates,
    ) -> Mapping[str, tuple[Suggestion, ...]]:
        return {question.id: tuple(table.get(question.id, ())) for question in questions}

    return match


def _no_read(path: Path) -> Questionnaire:
    raise AssertionError(f"the window reads {path} in a child process")


def _no_fill(source: Path, questionnaire: Questionnaire, answers: Mapping[str, JsonValue], target: Path) -> FillReport:
    raise AssertionError(f"the window fills {target} in a child process")


def make_ports(suggestions: Mapping[str, Sequence[Suggestion]] | None = None) -> Ports:
    """Give ports that read and fill nothing themselves."""
    return Ports(
        read=_no_read,
        fill=_no_fill,
        match=match_by_table(suggestions or {}),  # type: ignore[arg-type]
        workspaces=cast("Workspaces", None),
        catalogue=lambda: CATALOGUE,
        now=lambda: NOW,
        dump_questionnaire=questionnaire_to_json,
        load_questionnaire=questionnaire_from_json,
    )


def make_session(
    workspace: MemoryWorkspace | None = None,
    tasks: Tasks | None = None,
    suggestions: Mapping[str, Sequence[Suggestion]] | None = None,
) -> Session:
    """Open a session on a workspace in memory."""
    session = Session(make_ports(suggestions), tasks or InlineTasks(), Preferences(user=USER))
    session.open(cast("Workspace", workspace or MemoryWorkspace()), 0)
    return session
