"""A session on a workspace in memory, in which everything happens at once: for view-models and pages."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import cast

from app.domain.catalogue import Catalogue, FactDefinition, FactType, Section
from app.domain.filling import FillReport
from app.domain.preferences import Preferences
from app.domain.questionnaire import Questionnaire
from app.domain.suggestions import Suggestion
from app.domain.values import JsonValue
from app.interchange.questionnaire_json import questionnaire_from_json, questionnaire_to_json
from app.services.ports import Ports, Workspace, Workspaces
from tests.samples.workspace_in_memory import MemoryWorkspace
from ui.tasks import Command, InlineTasks, Outcome
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


RunCommand = Callable[[Command], tuple[Outcome, str]]


def no_command(command: Command) -> tuple[Outcome, str]:
    """Stand in where no child process is expected."""
    raise AssertionError(f"no command is expected here: {command.arguments}")


def offering(suggestions: Mapping[str, Sequence[Suggestion]], otherwise: RunCommand = no_command) -> RunCommand:
    """Give a child process that matches by a table of question ids, and does other work as told."""

    def run(command: Command) -> tuple[Outcome, str]:
        if command.arguments[0] != "offers":
            return otherwise(command)
        questions = [{"id": one, "suggestions": [_as_json(it) for it in found]} for one, found in suggestions.items()]
        return Outcome(0, json.dumps({"questions": questions}).encode()), ""

    return run


def _as_json(one: Suggestion) -> dict[str, object]:
    source = {"kind": str(one.source.kind), "id": one.source.id, "title": one.source.title, "why": one.source.why}
    document = {"text": one.text, "value": one.value, "confidence": one.confidence, "source": source}
    return document | ({"passage": True} if one.passage else {})


def _no_match(*_arguments: object) -> Mapping[str, tuple[Suggestion, ...]]:
    raise AssertionError("the window matches in a child process")


def _no_read(path: Path) -> Questionnaire:
    raise AssertionError(f"the window reads {path} in a child process")


def _no_fill(source: Path, questionnaire: Questionnaire, answers: Mapping[str, JsonValue], target: Path) -> FillReport:
    raise AssertionError(f"the window fills {target} in a child process")


def make_ports() -> Ports:
    """Give ports that read, match and fill nothing themselves."""
    return Ports(
        read=_no_read,
        fill=_no_fill,
        match=_no_match,
        workspaces=cast("Workspaces", None),
        catalogue=lambda: CATALOGUE,
        now=lambda: NOW,
        dump_questionnaire=questionnaire_to_json,
        load_questionnaire=questionnaire_from_json,
    )


def make_session(
    workspace: MemoryWorkspace | None = None,
    run: RunCommand = no_command,
    suggestions: Mapping[str, Sequence[Suggestion]] | None = None,
) -> Session:
    """Open a session on a workspace in memory; `run` stands for the child process."""
    tasks = InlineTasks(offering(suggestions or {}, run))
    session = Session(make_ports(), tasks, Preferences(user=USER))
    session.open(cast("Workspace", workspace or MemoryWorkspace()), 0)
    return session
