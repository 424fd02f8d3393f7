import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.readers.headings import Role, heading_role, heading_roles


@pytest.mark.parametrize(
    ("headings", "roles"),
    [
        (["Question number", "Question", "Response"], "reference question answer"),
        (["Ref", "Requirement", "Comply (Y/N)", "Comments"], "reference question answer remark"),
        (["No.", "Requirements", "Yes", "No", "Remarks"], "reference question yes no remark"),
        (["No", "Question", "Yes", "No"], "reference question yes no"),
        (
            ["ID", "Control", "Fully compliant", "Partially compliant", "Not compliant"],
            "reference question yes option no",
        ),
        (
            ["Question", "Guidance", "Your Response", "Maximum score", "Weighting"],
            "question guidance answer score weight",
        ),
        (["Item", "Description", "Details"], "reference question answer"),
        (
            ["Q", "Question", "Word limit", "Supplier response", "Evaluator comments"],
            "reference question limit answer buyer",
        ),
        (["Marking Scheme", "Assessment Guidance"], "buyer buyer"),
        (["Requirement", "Bidder's Response"], "question answer"),
        (
            ["Question", "Mandatory?", "Pass/Fail", "Response type", "Answer"],
            "question mandatory pass_fail type answer",
        ),
        (["Question", "Yes / No", "Evidence"], "question answer remark"),
    ],
)
def test_a_row_of_headings_tells_what_its_columns_hold(headings, roles):
    assert " ".join(heading_roles(headings)) == roles


def test_headings_that_name_something_else_have_no_role():
    assert heading_roles(["Term", "Definition"]) == (None, None)
    assert heading_roles(["Detail", "Contract 1", "Contract 2"]) == (None, None, None)


def test_a_whole_paragraph_is_no_heading():
    assert heading_role("The response must address each requirement. " * 6) is None


def test_yes_alone_is_the_column_of_the_answer():
    assert heading_roles(["Requirement", "Yes"]) == (Role.QUESTION, Role.ANSWER)


@given(st.lists(st.text(max_size=40), max_size=8))
def test_any_row_is_read_without_fail(texts):
    assert len(heading_roles(texts)) == len(texts)
