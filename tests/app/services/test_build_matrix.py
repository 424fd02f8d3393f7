from dataclasses import replace
from datetime import datetime

from app.domain.responses import Person, Response, ResponseKey, ResponseState
from app.domain.suggestions import Source, SourceKind
from app.interchange.questionnaire_json import questionnaire_from_json
from app.services.build_matrix import build_matrix
from app.services.ports import Ports
from tests.samples.questionnaire_of_eight import DIGEST, QUESTIONNAIRE
from tests.samples.records import ALL
from tests.samples.tender_in_memory import TENDER, workspace_with_tender

NOW = datetime(2026, 11, 22, 9, 41)


def no(*_arguments: object) -> None:
    raise AssertionError("not needed")


PORTS = Ports(no, no, no, no, no, now=lambda: NOW, load_questionnaire=questionnaire_from_json)  # type: ignore[arg-type]


def test_every_requirement_has_a_row_with_its_answer_source_reviewer_and_length() -> None:
    workspace = workspace_with_tender()
    library = replace(ALL["answers"], id="answer-1")
    workspace.unit.answers.add(library)  # type: ignore[arg-type]
    plain = Response(
        "r-1",
        ResponseKey(DIGEST, "q-breach", TENDER.id),
        "Explain",
        "We tell you within 24 hours.",
        source=Source(SourceKind.ANSWER, "answer-1", "Breaches"),
    )
    workspace.unit.responses.add(plain.approved_by(Person("Piran Shah"), NOW))
    rows = build_matrix(workspace, PORTS, TENDER)  # type: ignore[arg-type]
    assert [row.requirement for row in rows] == [question.text for question in QUESTIONNAIRE]
    row = rows[3]
    assert (row.ref, row.must, row.where) == ("3.4", "Mandatory, 5%", "t1.r0.c1")
    assert (row.source, row.owner, row.reviewer) == ("Answer: Breaches", "A. Rowan", "Piran Shah")
    assert (row.state, row.length, row.limit) == ("Approved", "6 words", "10 words")
    assert (rows[0].state, rows[0].answer, rows[0].length) == ("No answer", "", "")


def test_what_was_approved_by_nobody_is_called_unreviewed() -> None:
    workspace = workspace_with_tender()
    key = ResponseKey(DIGEST, "q-date", TENDER.id)
    workspace.unit.responses.add(Response("r-2", key, "When?", "2026-09-18", state=ResponseState.APPROVED))
    row = build_matrix(workspace, PORTS, TENDER)[4]  # type: ignore[arg-type]
    assert (row.state, row.reviewer, row.answer) == ("Unreviewed", "", "18 September 2026")
