"""Questions exported from a portal, with their types, options and follow-ups."""

from pathlib import Path

from app.domain.questionnaire import Kind, Question, question_id
from app.readers.excel import read_excel
from tests.samples.excel import save, sheet

HEADINGS = ("Section name", "Summary text", "Question", "Question hint", "Question type", "Answer 1", "Answer 2")
FOLLOW_UPS = ("Follow up question 1", "Follow up question 2")
MENDED = "Don’t know"
BROKEN = MENDED.encode().decode("cp1252")
GROUP = "Grouped and related questions"
WHEN_YES = "'D' [row 4] if answer is any of 'Yes'"
WHEN_ANY = f"'O' [row 9] if answer is any of 'UK', '{BROKEN}'"
ROWS = [
    (*HEADINGS, *FOLLOW_UPS),
    ("Parent", "Parent company", None, None, GROUP),
    ("Parent", "Parent", "Do you have a parent?", None, "Yes/No radio buttons", "Yes", "No", WHEN_YES),
    ("Parent", "Details", "What are its details?", None, GROUP),
    ("Parent", "Name", "Full name of the parent", None, "Text field"),
    ("Parent", "Town", "Town or city", None, "Text field"),
    ("Service", "Features", "List the features.", "10 words for each feature, 10 features maximum.", "List of fields"),
    ("Service", "Where", "Where is it hosted?", None, "Checkboxes", "UK", BROKEN, WHEN_ANY),
    ("Service", "Other", "Describe the place.", None, "Textarea"),
]


def read(folder: Path) -> dict[str, Question]:
    made = sheet("Declaration", ROWS)
    return {question.text: question for question in read_excel(save(made, folder))}


def test_each_row_but_a_group_is_a_question_without_a_place(tmp_path: Path) -> None:
    found = read(tmp_path)
    assert list(found) == [
        "Do you have a parent?",
        "Full name of the parent",
        "Town or city",
        "List the features.",
        "Where is it hosted?",
        "Describe the place.",
    ]
    assert {question.slot.where for question in found.values()} == {None}
    assert found["Town or city"].section == "Declaration > Parent"


def test_types_options_and_limits_come_from_their_columns(tmp_path: Path) -> None:
    found = read(tmp_path)
    assert found["Do you have a parent?"].kind is Kind.YES_NO
    assert found["Where is it hosted?"].kind is Kind.MULTI_CHOICE
    assert found["Where is it hosted?"].options == ("UK", MENDED)
    assert found["Describe the place."].kind is Kind.LONG_TEXT
    limit = found["List the features."].limit
    assert limit is not None
    assert (limit.maximum, limit.per) == (10, "item")


def test_a_follow_up_of_a_group_counts_for_what_the_group_holds(tmp_path: Path) -> None:
    found = read(tmp_path)
    for text in ("Full name of the parent", "Town or city"):
        condition = found[text].condition
        assert condition is not None
        assert (condition.question_id, condition.answers) == (question_id("Declaration!C3"), ("Yes",))
    assert found["List the features."].condition is None


def test_a_follow_up_names_each_answer_that_leads_to_it(tmp_path: Path) -> None:
    condition = read(tmp_path)["Describe the place."].condition
    assert condition is not None
    assert condition.answers == ("UK", MENDED)
