import pytest

from app.domain.questionnaire import Kind, LimitUnit, question_id
from app.readers import read_file
from tests.samples.word import cell, control, heading_style, numbering, p, row, run, styles, table, text_box, write_docx


@pytest.fixture
def ask(tmp_path):
    """Read a body and give its questions by place."""

    def read(*blocks, parts=None):
        questionnaire = read_file(write_docx(tmp_path / "form.docx", *blocks, parts=parts))
        return {question.slot.where: question for question in questionnaire}

    return read


def test_a_question_is_named_by_its_place(ask):
    (asked,) = ask(table(["Ref", "Question", "Response"], ["1.1", "What is your name?", ""])).values()
    assert (asked.id, asked.ref, asked.text) == (question_id("t0.r1.c2"), "1.1", "What is your name?")


def test_headings_above_are_the_section(ask):
    asked = ask(
        p("Part 1", style="Heading1"),
        p("Company", style="Heading2"),
        p("Name: ________"),
        p("Part 2", style="Heading1"),
        p("Date: ________"),
        parts={"styles.xml": styles(heading_style(1), heading_style(2))},
    )
    assert [asked[place].section for place in ("p2", "p4")] == ["Part 1 > Company", "Part 2"]


def test_a_title_row_is_the_section_of_the_rows_below_it(ask):
    asked = ask(
        table(
            ["Ref", "Requirement", "Response"],
            ["1", cell("Security", bold=True), ""],
            ["1.1", "The system must encrypt data.", ""],
            ["1.2", "The system must log access.", ""],
        )
    )
    assert list(asked) == ["t0.r2.c2", "t0.r3.c2"]
    assert asked["t0.r2.c2"].section == "1 Security"


def test_a_row_named_by_the_rows_below_it_asks_nothing(ask):
    asked = ask(
        table(
            ["Ref", "Question", "Response"],
            ["7.2", "Data protection", ""],
            ["7.2(a)", "Do you comply with the law?", ""],
            ["7.2(b)", "Describe your measures.", ""],
        )
    )
    assert list(asked) == ["t0.r2.c2", "t0.r3.c2"]


def test_yes_and_no_columns_are_the_options_of_one_question(ask):
    asked = ask(
        table(
            row("No.", "Requirement", cell("Compliance", span=2), "Remarks"),
            row("", "", "Yes", "No", ""),
            ["1", "The system must be available at all times.", "", "", ""],
            ["2", "The system must keep an audit trail.", "", "", ""],
        )
    )
    assert list(asked) == ["t0.r2.c2", "t0.r2.c4", "t0.r3.c2", "t0.r3.c4"]
    assert dict(asked["t0.r2.c2"].slot.options) == {"Yes": "t0.r2.c2", "No": "t0.r2.c3"}


def test_a_column_for_remarks_adds_to_each_question(ask):
    asked = ask(table(["Requirement", "Yes", "No", "Remarks"], ["The vehicle must have a tow bar.", "", "", ""]))
    remark = asked["t0.r1.c3"]
    assert (remark.text, remark.kind) == ("The vehicle must have a tow bar.\nRemarks", Kind.LONG_TEXT)
    assert not remark.mandatory


def test_a_column_for_remarks_that_the_buyer_filled_asks_nothing(ask):
    asked = ask(
        table(["Requirement", "Yes", "No", "Notes on evidence"], ["It must tow 2 t.", "", "", "See the type approval."])
    )
    assert list(asked) == ["t0.r1.c1"]


def test_boxes_in_one_cell_have_numbered_places(ask):
    asked = ask(table(["Question", "Response"], ["Are you an SME?", "Yes ☐ No ☐"]))
    assert dict(asked["t0.r1.c1.p0"].slot.options) == {"Yes": "t0.r1.c1.p0", "No": "t0.r1.c1.p0#1"}


def test_a_list_of_people_gives_each_column_and_its_first_cell(ask):
    (asked,) = ask(
        p("List your directors"), table([cell("Name", bold=True), cell("Role", bold=True)], ["", ""])
    ).values()
    assert asked.kind is Kind.TABLE
    assert dict(asked.slot.options) == {"Name": "t0.r1.c0", "Role": "t0.r1.c1"}


def test_a_form_broken_over_pages_keeps_its_headings(ask):
    asked = ask(
        table(["Ref", "Requirement", "Yes", "No"], ["1", "The system must be fast.", "", ""]),
        p(""),
        table(["2", "The system must be safe.", "", ""], ["3", "The system must be open.", "", ""]),
    )
    assert dict(asked["t1.r1.c2"].slot.options) == {"Yes": "t1.r1.c2", "No": "t1.r1.c3"}


def test_a_follow_up_belongs_to_its_question(ask):
    asked = ask(
        table(
            ["Ref", "Question", "Response"],
            ["1", "Have you been convicted?", "Yes ☐ No ☐"],
            ["2", "If yes, please give details.", ""],
        )
    )
    condition = asked["t0.r2.c2"].condition
    assert (condition.question_id, condition.answers) == (asked["t0.r1.c2.p0"].id, ("Yes",))


def test_limit_weight_and_duty_come_from_the_columns(ask):
    asked = ask(
        table(
            ["Ref", "Question", "Word limit", "Weighting", "Mandatory", "Pass/Fail", "Response"],
            ["1", "Describe your plan.", "300 words", "20%", "Yes", "", ""],
            ["2", "Describe your staff.", "200 words", "10%", "No", "", ""],
        )
    )
    first = asked["t0.r1.c6"]
    assert (first.limit.unit, first.limit.maximum, first.weight, first.mandatory) == (LimitUnit.WORDS, 300, 20.0, True)
    assert not asked["t0.r2.c6"].mandatory


def test_guidance_beside_a_question_stays_guidance(ask):
    asked = ask(table(["Question", "Guidance", "Response"], ["Who are you?", "Give your full name.", ""]))
    assert asked["t0.r1.c2"].guidance == "Give your full name."


def test_a_sentence_that_heads_the_questions_is_the_guidance_of_each(ask):
    heading = "In the last five years, have you or your directors been convicted of:"
    asked = ask(table(["No.", heading, "Answer"], ["1", "Fraud", "Yes / No"], ["2", "Bribery", "Yes / No"]))
    assert [one.guidance for one in asked.values()] == [heading, heading]


def test_an_automatic_number_is_the_reference(ask):
    part = {"numbering.xml": numbering(("decimal", "%1."), ("lowerLetter", "(%2)"))}
    asked = ask(
        p("Company", number=(1, 0)), p("Name: _______", number=(1, 1)), p("Date: _______", number=(1, 1)), parts=part
    )
    assert [asked[place].ref for place in ("p1", "p2")] == ["(a)", "(b)"]


def test_a_drop_down_gives_its_entries(ask):
    field = control(run("Choose an item."), placeholder=True, options=["North", "South"])
    asked = ask(table(["Region", cell(p(field))], ["Name", ""]))
    assert asked["t0.r0.c1"].options == ("North", "South")


def test_each_question_says_why_it_was_taken_for_one(ask):
    (asked,) = ask(table(["Question", "Response"], ["Describe your company.", ""])).values()
    assert {signal.name for signal in asked.signals} >= {"stands under a heading for answers", "is an empty cell"}
    assert 0.65 <= asked.confidence < 1


def test_the_first_heading_is_the_title(tmp_path):
    path = write_docx(tmp_path / "a.docx", p("Selection Questionnaire"), p("Name: ____"))
    questionnaire = read_file(path)
    assert (questionnaire.title, questionnaire.file_kind, questionnaire.file_name) == (
        "Selection Questionnaire",
        "docx",
        "a.docx",
    )


def test_a_document_without_text_asks_nothing(ask):
    assert ask(p("")) == {}


def test_text_boxes_are_read_once_however_deep_they_stand(ask):
    asked = ask(p("Anchor", text_box(p("Name: ________"), p(text_box(p("Date: ________"))))))
    assert list(asked) == ["p0.x0.p0", "p0.x0.p1.x0.p0"]


def test_a_column_of_references_without_a_heading_is_not_what_is_asked(ask):
    asked = ask(
        table(["", "Ground", "Yes", "No"], ["(a)", "Corruption or bribery", "☐", "☐"], ["(b)", "Fraud", "☐", "☐"])
    )
    assert [(one.ref, one.text) for one in asked.values()] == [("(a)", "Corruption or bribery"), ("(b)", "Fraud")]
