import pytest

from app.domain.questionnaire import Kind, question_id
from app.readers import read_file
from tests.samples.word import cell, p, row, table, write_docx


@pytest.fixture
def ask(tmp_path):
    """Read a body and give its questions by place."""

    def read(*blocks, parts=None):
        questionnaire = read_file(write_docx(tmp_path / "form.docx", *blocks, parts=parts))
        return {question.slot.where: question for question in questionnaire}

    return read


def test_a_response_column_is_answered_row_by_row(ask):
    asked = ask(
        table(
            ["Ref", "Question", "Response"],
            ["1.1", "What is the registered name of your organisation?", ""],
            ["1.2", "Describe your approach to quality in no more than 500 words.", ""],
        )
    )
    assert list(asked) == ["t0.r1.c2", "t0.r2.c2"]
    second = asked["t0.r2.c2"]
    assert (second.ref, second.kind, second.limit.maximum) == ("1.2", Kind.LONG_TEXT, 500)
    assert second.id == question_id("t0.r2.c2")


def test_yes_and_no_columns_are_the_options_of_one_question(ask):
    asked = ask(
        table(
            row("No.", "Requirement", cell("Compliance", span=2), "Remarks"),
            row("", "", "Yes", "No", ""),
            ["1", "The system must be available at all times.", "", "", ""],
            ["2", "The system must keep an audit trail.", "", "", ""],
        )
    )
    assert list(asked) == ["t0.r2.c2", "t0.r3.c2"]
    assert dict(asked["t0.r2.c2"].slot.options) == {"Yes": "t0.r2.c2", "No": "t0.r2.c3"}


def test_labels_beside_blanks_are_a_form(ask):
    asked = ask(table(["Organisation name", ""], ["E-mail address", ""], ["Date of formation", ""]))
    assert [(where, question.kind) for where, question in asked.items()] == [
        ("t0.r0.c1", Kind.TEXT),
        ("t0.r1.c1", Kind.EMAIL),
        ("t0.r2.c1", Kind.DATE),
    ]


def test_lines_with_underscores_are_labels(ask):
    asked = ask(p("Name: ____________  Date: ____________"), p("Signature ……………………………"))
    assert {where: question.text for where, question in asked.items()} == {
        "p0": "Name",
        "p0#1": "Date",
        "p1": "Signature",
    }
