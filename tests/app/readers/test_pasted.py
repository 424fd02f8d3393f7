"""Questions pasted as lists and tables."""

from pathlib import Path

import pytest

from app.domain.questionnaire import Kind
from app.readers import read_file
from app.readers.pasted import read_pasted


def test_numbered_items_run_on_over_lines() -> None:
    found = read_pasted(
        "1. What is the name of your firm?\n2. Describe your approach\n(max 250 words).\n3) Are you an SME?\n"
    )
    assert [(question.ref, question.text) for question in found] == [
        ("1", "What is the name of your firm?"),
        ("2", "Describe your approach (max 250 words)."),
        ("3", "Are you an SME?"),
    ]
    assert found.questions[1].limit is not None
    assert {question.slot.where for question in found} == {None}


def test_each_line_is_a_question_where_nothing_is_numbered() -> None:
    found = read_pasted("Please state your turnover.\nAre you an SME?\nDescribe your approach.")
    assert [question.kind for question in found] == [Kind.MONEY, Kind.YES_NO, Kind.LONG_TEXT]


def test_paragraphs_are_kept_together() -> None:
    found = read_pasted("Tell us how you will\nmanage the quality of the service.\n\nHow many staff\ndo you have?")
    assert [question.text for question in found] == [
        "Tell us how you will manage the quality of the service.",
        "How many staff do you have?",
    ]


def test_headings_become_sections_and_lists_options() -> None:
    found = read_pasted(
        "SECTION A - COMPANY\n1. Which size is your firm?\nOptions: Micro, Small, Medium\n# Quality\n2. Who checks it?"
    )
    assert [question.section for question in found] == ["SECTION A - COMPANY", "Quality"]
    assert found.questions[0].options == ("Micro", "Small", "Medium")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_read_by_its_headings(delimiter: str) -> None:
    rows = [("Ref", "Question", "Guidance", "Word limit"), ("1.1", "Describe your approach.", "Be brief", "500")]
    found = read_pasted("\n".join(delimiter.join(row) for row in rows))
    question = found.questions[0]
    assert (question.ref, question.text, question.guidance) == ("1.1", "Describe your approach.", "Be brief")
    assert question.limit is not None
    assert question.limit.maximum == 500


def test_commas_in_sentences_make_no_table() -> None:
    found = read_pasted("Describe your people, tools and methods.\nName your insurer, broker and cover.")
    assert len(found.questions) == 2


def test_a_follow_up_is_tied_to_the_question_before() -> None:
    first, second = read_pasted("1. Do you hold a certificate?\n2. If yes, give its number.")
    assert second.condition is not None
    assert second.condition.question_id == first.id


def test_files_of_text_are_read_by_what_they_hold(tmp_path: Path) -> None:
    path = tmp_path / "questions.txt"
    path.write_text("1. What is your name?\n2. Where are you based?\n", encoding="utf-8")
    assert len(read_file(path).questions) == 2


def test_nothing_gives_no_questions() -> None:
    assert read_pasted(" \n--\n").questions == ()
