"""A list in a question, parted for the groups of boxes beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.questionnaire import Kind
from app.readers import read_file
from app.readers.question_parts import parts_of
from tests.samples.word import table, write_docx

COVERS = "Confirm the cover you hold or will hold:\nEmployers' liability = £x\nPublic liability = £x\n* See the note."


def test_short_lines_below_a_colon_are_parts_each_with_the_lead_in() -> None:
    assert parts_of(COVERS, 2) == (
        "Confirm the cover you hold or will hold:\nEmployers' liability = £x",
        "Confirm the cover you hold or will hold:\nPublic liability = £x",
    )


def test_marked_lines_are_parts_whatever_their_length() -> None:
    text = "If so, please\n- confirm that your statement has been published.\n- confirm that it meets the law."
    assert parts_of(text, 2) == (
        "If so, please\nconfirm that your statement has been published.",
        "If so, please\nconfirm that it meets the law.",
    )


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (COVERS, 3),
        (COVERS, 1),
        ("Do you train your staff?\nHow often?", 2),
        ("Please tick:\n- one\n- two\n- three", 2),
        ("", 2),
    ],
)
def test_a_list_of_another_length_parts_nothing(text: str, count: int) -> None:
    assert parts_of(text, count) == ()


@given(st.text(max_size=300), st.integers(2, 6))
def test_parts_are_as_many_as_the_boxes_or_none(text: str, count: int) -> None:
    assert len(parts_of(text, count)) in (0, count)


def test_each_pair_of_boxes_in_a_cell_answers_its_own_line(tmp_path) -> None:
    boxes = "Yes ☐\nNo ☐\n\nYes ☐\nNo ☐"
    path = write_docx(tmp_path / "form.docx", table(["Question", "Response"], [COVERS, boxes]))
    asked = read_file(path).questions
    assert [(one.kind, one.text.splitlines()[-1]) for one in asked] == [
        (Kind.YES_NO, "Employers' liability = £x"),
        (Kind.YES_NO, "Public liability = £x"),
    ]
