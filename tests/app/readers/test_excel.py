"""Reading made-up workbooks, a shape each."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from app.domain.errors import FileMissing, FileUnreadable
from app.domain.questionnaire import Kind, LimitUnit, Question, Questionnaire, question_id
from app.readers.excel import read_excel
from tests.samples.excel import GREY, QUESTIONS, choice, heading, merge, paint, put, save, sheet, unlock
from tests.samples.excel_parts import with_part

Read = Callable[[Worksheet], Questionnaire]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def one(made: Worksheet) -> Questionnaire:
        return read_excel(save(made, tmp_path))

    return one


def places(found: Questionnaire) -> list[str]:
    return [question.slot.where or "" for question in found]


def at(found: Questionnaire, place: str) -> Question:
    question = found.question(question_id(place))
    assert question is not None, places(found)
    return question


def test_questions_stand_under_their_heading_and_answers_beside_them(read: Read) -> None:
    rows = [("Ref", "Question", "Response"), *((f"1.{n}", text, None) for n, text in enumerate(QUESTIONS, 1))]
    found = read(sheet("Quality", rows))
    assert places(found) == [f"Quality!C{row}" for row in range(2, 6)]
    first = found.questions[0]
    assert (first.ref, first.text, first.section) == ("1.1", QUESTIONS[0], "Quality")
    assert [question.kind for question in found] == [Kind.LONG_TEXT, Kind.YES_NO, Kind.MONEY, Kind.LONG_TEXT]


def test_headings_are_found_below_a_title_and_instructions(read: Read) -> None:
    made = sheet("Stage 2", [("Tender for grounds maintenance",), ("Complete every question.",), (), ()])
    put(made, [("No.", "Question", "Guidance", "Max marks", "Tenderer response")], at=5)
    heading(made, 5, 5)
    put(made, [(n, text, "Cover people and tools.", 10) for n, text in enumerate(QUESTIONS, 1)], at=6)
    found = read(made)
    assert places(found) == [f"Stage 2!E{row}" for row in range(6, 10)]
    assert found.questions[0].guidance == "Cover people and tools."


def test_columns_of_the_evaluator_are_left_alone(read: Read) -> None:
    made = sheet("Award", [("No", "Question", "Weighting", "Your response", "Score (Authority use only)")])
    heading(made, 1, 5)
    put(made, [(n, text, "25%", None, None) for n, text in enumerate(QUESTIONS, 1)], at=2, boxed=True)
    found = read(made)
    assert places(found) == [f"Award!D{row}" for row in range(2, 6)]
    assert found.questions[0].weight == 25.0


def test_an_evaluation_sheet_asks_nothing(read: Read) -> None:
    made = sheet("Evaluation", [("Criterion", "Weighting", "Score (0-5)", "Evaluator comments")])
    heading(made, 1, 4)
    put(made, [(text, "20%", None, None) for text in ("Quality", "Price", "Social value")], at=2, boxed=True)
    assert places(read(made)) == []


def test_labels_with_boxes_are_a_form(read: Read) -> None:
    labels = ("Organisation name", "Registered address", "E-mail", "Telephone number", "Date of incorporation")
    made = sheet("Details", [("Supplier information",)])
    heading(made, 1, 1)
    put(made, [(label, None) for label in labels], at=3, boxed=True)
    found = read(made)
    assert places(found) == [f"Details!B{row}" for row in range(3, 8)]
    assert [question.kind for question in found] == [Kind.TEXT, Kind.ADDRESS, Kind.EMAIL, Kind.PHONE, Kind.DATE]
    assert found.questions[0].section == "Details > Supplier information"


def test_labels_without_any_box_are_a_form_too(read: Read) -> None:
    labels = ("Company name", "Registered address", "VAT number", "Contact name", "E-mail")
    assert places(read(sheet("Details", [(label,) for label in labels]))) == [f"Details!B{row}" for row in range(1, 6)]


def test_two_fields_on_a_row_are_told_apart(read: Read) -> None:
    made = sheet("Signing", [("Name:", None, None, "Position:", None), ("Signature:", None, None, "Date:", None)])
    found = read(made)
    assert {question.slot.where: question.text for question in found} == {
        "Signing!B1": "Name:",
        "Signing!E1": "Position:",
        "Signing!B2": "Signature:",
        "Signing!E2": "Date:",
    }
    assert at(found, "Signing!B2").kind is Kind.SIGNATURE


def test_fields_stand_below_their_labels(read: Read) -> None:
    made = sheet("Contact")
    put(made, [("Contact name", "Position", "Telephone"), (None, None, None)], at=2, boxed=True)
    found = read(made)
    assert [(question.slot.where, question.text) for question in found] == [
        ("Contact!A3", "Contact name"),
        ("Contact!B3", "Position"),
        ("Contact!C3", "Telephone"),
    ]


def test_an_answer_box_below_its_question_is_found(read: Read) -> None:
    made = sheet("Quality")
    for row in (1, 4):
        made.cell(row, 1, f"2.{row}")
        made.cell(row, 2, f"{QUESTIONS[0]} (maximum 500 words)")
        merge(made, f"B{row}:F{row}")
        merge(made, f"B{row + 1}:F{row + 1}", boxed=True, height=90)
    found = read(made)
    assert places(found) == ["Quality!B2", "Quality!B5"]
    first = found.questions[0]
    assert first.ref == "2.1"
    assert first.limit is not None
    assert (first.limit.unit, first.limit.maximum) == (LimitUnit.WORDS, 500)


def test_a_count_of_words_behind_a_question_is_not_its_number(read: Read) -> None:
    made = sheet("Service", [("Ref", "Question and answer", None, None, None, None, "Words")])
    for row in (2, 5):
        made.cell(row, 1, f"3.{row}")
        made.cell(row, 2, QUESTIONS[0])
        made.cell(row, 7, 0)
        merge(made, f"B{row}:F{row}")
        merge(made, f"B{row + 1}:F{row + 1}", boxed=True, height=90)
    assert [(one.ref, one.slot.where) for one in read(made)] == [("3.2", "Service!B3"), ("3.5", "Service!B6")]


def test_questions_across_a_row_are_answered_below(read: Read) -> None:
    asked = ("What is your full legal name?", "What is your registered number?", "How many staff do you employ?")
    made = sheet("Across")
    put(made, [asked], at=2)
    heading(made, 2, 3)
    put(made, [(None, None, None)], at=3, boxed=True)
    assert [(q.slot.where, q.text) for q in read(made)] == [
        ("Across!A3", asked[0]),
        ("Across!B3", asked[1]),
        ("Across!C3", asked[2]),
    ]


def test_blank_rows_under_headings_are_one_table(read: Read) -> None:
    made = sheet("Sub-contractors", [("Sub-contractors",), ("No.", "Name", "Role", "Share of the contract")])
    heading(made, 1, 1)
    heading(made, 2, 4)
    put(made, [(number, None, None, None) for number in range(1, 11)], at=3, boxed=True)
    found = read(made)
    assert places(found) == ["Sub-contractors!B3"]
    table = found.questions[0]
    assert table.kind is Kind.TABLE
    assert dict(table.slot.options) == {
        "Name": "Sub-contractors!B3",
        "Role": "Sub-contractors!C3",
        "Share of the contract": "Sub-contractors!D3",
    }


def test_items_with_several_things_to_fill_in_are_one_table(read: Read) -> None:
    made = sheet("Insurance", [("Type", "Minimum level", "Insurer", "Policy number", "Expiry date")])
    heading(made, 1, 5)
    put(made, [("Public liability", "£5m", None, None, None), ("Cyber", "£1m", None, None, None)], at=2, boxed=True)
    found = read(made)
    assert places(found) == ["Insurance!C2"]
    assert list(found.questions[0].slot.options) == ["Insurer", "Policy number", "Expiry date"]


def test_prices_are_asked_for_each_item_and_totals_are_left_alone(read: Read) -> None:
    made = sheet("Pricing", [("Item", "Description", "Quantity", "Unit price (£)", "Total (£)")])
    heading(made, 1, 5)
    rows = [(n, text, 10, None, f"=C{n + 1}*D{n + 1}") for n, text in enumerate(("Desks", "Chairs", "Delivery"), 1)]
    put(made, rows, at=2, boxed=True)
    for row in (2, 3, 4):
        made.cell(row, 4).number_format = '"£"#,##0.00'
    made["E5"] = "=SUM(E2:E4)"
    found = read(made)
    assert places(found) == ["Pricing!D2", "Pricing!D3", "Pricing!D4"]
    assert {question.kind for question in found} == {Kind.MONEY}


def test_columns_to_tick_are_one_question_with_a_place_for_each_answer(read: Read) -> None:
    made = sheet("Compliance", [("No.", "Specification", "Comply", "Partially comply", "Do not comply", "Remarks")])
    heading(made, 1, 6)
    put(made, [(1, "The system must keep an audit log.", *[None] * 4)], at=2, boxed=True)
    put(made, [(2, "The system must run in a browser.", *[None] * 4)], at=3, boxed=True)
    found = read(made)
    first = at(found, "Compliance!C2")
    assert first.options == ("Comply", "Partially comply", "Do not comply")
    assert first.slot.options["Do not comply"] == "Compliance!E2"
    assert at(found, "Compliance!F2").text == "The system must keep an audit log.\nRemarks"


def test_only_unlocked_cells_of_a_protected_sheet_are_offered(read: Read) -> None:
    made = sheet("SQ", [("1.1", "Name of the supplier", None), ("1.2", "Registered office", None), ("1.3", "Status")])
    unlock(made, ["C1", "C3"])
    found = read(made)
    assert places(found) == ["SQ!C1", "SQ!C3"]
    assert "is unlocked on a protected sheet" in [signal.name for signal in found.questions[0].signals]


def test_the_colour_of_a_legend_opens_cells_and_others_stay_closed(read: Read) -> None:
    book = Workbook()
    guide = book.active
    assert isinstance(guide, Worksheet)
    put(guide, [("How to use this workbook",), ("All yellow cells must be completed by the bidder.",)])
    made = sheet("Bid", [("Day rate", None), ("Notice period", None), ("Sum of all days", None)], book=book, boxed=True)
    paint(made, ["B1", "B2"], "FFFF00")
    paint(made, ["B3"], "BFBFBF")
    assert places(read(made)) == ["Bid!B1", "Bid!B2"]


def test_options_come_from_the_rule_an_area_and_a_name_on_a_hidden_sheet(read: Read) -> None:
    book = Workbook()
    made = book.active
    assert isinstance(made, Worksheet)
    made.title = "Form"
    put(made, [("Question", "Answer"), ("Are you an SME?",), ("Status?",), ("Size?",)])
    lists = sheet("Lists", [("Public company", "Micro"), ("Partnership", "Small")], book=book)
    lists.sheet_state = "hidden"
    book.defined_names["Sizes"] = DefinedName("Sizes", attr_text="Lists!$B$1:$B$2")
    choice(made, "B2", '"Yes,No"')
    choice(made, "B3", "Lists!$A$1:$A$2")
    choice(made, "B4", "Sizes")
    found = read(made)
    assert places(found) == ["Form!B2", "Form!B3", "Form!B4"]
    assert [question.options for question in found] == [
        ("Yes", "No"),
        ("Public company", "Partnership"),
        ("Micro", "Small"),
    ]


def test_hidden_sheets_rows_and_columns_are_left_out(read: Read) -> None:
    book = Workbook()
    made = book.active
    assert isinstance(made, Worksheet)
    made.title = "Shown"
    put(made, [("Ref", "Question", "Internal", "Response"), *((n, text) for n, text in enumerate(QUESTIONS, 1))])
    made.row_dimensions[3].hidden = True
    made.column_dimensions["C"].hidden = True
    sheet("Old", [("Question", "Response"), (QUESTIONS[0],)], book=book).sheet_state = "hidden"
    assert places(read(made)) == ["Shown!D2", "Shown!D4", "Shown!D5"]


def test_a_merged_answer_is_named_by_its_top_left_cell(read: Read) -> None:
    made = sheet("Form", [("Question", "Answer")])
    heading(made, 1, 4)
    made["A2"] = QUESTIONS[0]
    merge(made, "B2:D4", boxed=True)
    assert places(read(made)) == ["Form!B2"]


def test_a_merged_group_at_the_left_joins_the_section(read: Read) -> None:
    made = sheet("Security", [("Area", "Question", "Answer")])
    heading(made, 1, 3)
    put(
        made,
        [("Encryption", "Is data encrypted?", None), (None, "Is it encrypted in transit?", None)],
        at=2,
        boxed=True,
    )
    merge(made, "A2:A3", boxed=True)
    assert [question.section for question in read(made)] == ["Security > Encryption"] * 2


def test_what_waits_in_a_cell_gives_place_and_form(read: Read) -> None:
    rows = [
        ("Question", "Response"),
        ("Name of bidder", "[Insert name]"),
        ("Will you comply?", "Yes / No"),
        ("Sum insured", "£"),
        ("Insurer", "Please select"),
    ]
    found = read(sheet("Form", rows))
    assert places(found) == ["Form!B2", "Form!B3", "Form!B4", "Form!B5"]
    assert at(found, "Form!B3").options == ("Yes", "No")
    assert at(found, "Form!B4").kind is Kind.MONEY


def test_boxes_inside_a_cell_have_places_of_their_own(read: Read) -> None:
    made = sheet("Form", [("Are you an SME?", "☐ Yes  ☐ No"), ("Are you a charity?", "Yes ☐  No ☐")], boxed=True)
    found = read(made)
    assert dict(at(found, "Form!B1").slot.options) == {"Yes": "Form!B1", "No": "Form!B1#1"}
    assert dict(at(found, "Form!B2").slot.options) == {"Yes": "Form!B2", "No": "Form!B2#1"}


def test_lines_inside_a_sentence_are_blanks_in_order(read: Read) -> None:
    made = sheet("Offer", [("Our price is ................ pounds and holds for ................ days.",)])
    found = read(made)
    assert places(found) == ["Offer!A1", "Offer!A1#1"]
    assert [question.text for question in found] == ["Our price is", "pounds and holds for"]


def test_a_limit_stands_in_the_heading_or_in_a_column_of_its_own(read: Read) -> None:
    made = sheet("One", [("#", "Question", "Response (max 750 words)"), *((n, q) for n, q in enumerate(QUESTIONS, 1))])
    assert {question.limit.maximum for question in read(made) if question.limit} == {750}
    made = sheet("Two", [("#", "Question", "Word limit", "Response")])
    heading(made, 1, 4)
    put(made, [(1, QUESTIONS[0], 300, None), (2, QUESTIONS[3], 250, None)], at=2, boxed=True)
    assert [question.limit.maximum for question in read(made) if question.limit] == [300, 250]


def test_a_follow_up_depends_on_the_question_it_follows(read: Read) -> None:
    rows = [("1.1", "Do you have a policy?"), ("1.2", "If yes, please give its date"), ("1.3", "Any breaches?")]
    rows.append(("1.4", "If you answered no to question 1.1, explain why"))
    made = sheet("Checks")
    put(made, [(*row, None) for row in rows], boxed=True)
    choice(made, "C1")
    choice(made, "C3")
    found = read(made)
    first = at(found, "Checks!C1")
    condition = at(found, "Checks!C2").condition
    assert condition is not None
    assert (condition.question_id, condition.answers) == (first.id, ("Yes",))
    other = at(found, "Checks!C4").condition
    assert other is not None
    assert (other.question_id, other.answers) == (first.id, ("No",))


def test_a_blank_of_a_title_row_with_a_stray_list_is_no_answer(read: Read) -> None:
    made = sheet(
        "Lot 1", [("No", "Question", "Your response"), (1, QUESTIONS[1], None), ("Legal capacity", None, None)]
    )
    put(made, [(2, "Are you registered?", None), (3, "Are you insured?", None)], at=4)
    heading(made, 1, 3)
    heading(made, 3, 3, GREY)
    paint(made, ["C2", "C4", "C5"], "D9E2F3")
    choice(made, "C2:C5")
    assert places(read(made)) == ["Lot 1!C2", "Lot 1!C4", "Lot 1!C5"]


def test_headings_of_a_data_template_are_no_questions(read: Read) -> None:
    made = sheet("Invoices", [("Customer", "Invoice number", "Order channel", "Contract value")])
    heading(made, 1, 4, "E55302")
    choice(made, "C2:C1048576")
    assert len(read(made).questions) <= 1


def test_printed_lists_with_gaps_ask_nothing(read: Read) -> None:
    book = Workbook()
    made = book.active
    assert isinstance(made, Worksheet)
    made.title = "Services"
    for name, values in (("Services", ("Cleaning", "Catering", "Security")), ("Places", (None, None, None))):
        one = made if name == made.title else sheet(name, book=book)
        put(one, [("Value", "Sub-value")])
        heading(one, 1, 2, "0A214F")
        put(one, [(f"{name} {n}", value) for n, value in enumerate(values, 1)], at=2, boxed=True)
    assert places(read(made)) == []


def test_a_sheet_of_instructions_asks_nothing(read: Read) -> None:
    rows = [
        ("1", "Please complete every sheet."),
        ("2", "Do not alter the workbook."),
        ("Questions?", "Use the portal."),
    ]
    assert places(read(sheet("Read me", rows))) == []


def test_a_request_to_put_a_document_in_is_an_upload(read: Read) -> None:
    found = read(sheet("Annex 1", [("To be completed if applicable",), (), ("Insert your prompt payment plan",)]))
    assert [(question.slot.where, question.kind) for question in found] == [("Annex 1!A4", Kind.UPLOAD)]


def test_text_of_a_formula_is_read_by_its_last_value(read: Read, tmp_path: Path) -> None:
    path = save(sheet("Form", [("Question", "Answer"), ('="Is it " & "true?"', None)]), tmp_path, "formula.xlsx")
    with_part(path, "xl/worksheets/sheet1.xml", b'<c r="A2">', b'<c r="A2" t="str">')
    with_part(path, "xl/worksheets/sheet1.xml", b"<v></v>", b"<v>Is the supplier registered?</v>")
    assert read_excel(path).questions[0].text == "Is the supplier registered?"


def test_an_empty_column_may_part_labels_from_their_boxes(read: Read) -> None:
    made = sheet("Form")
    for row, label in enumerate(("Trading name", "Company number", "E-mail address"), 3):
        made.cell(row, 2, label)
        paint(made, [f"D{row}"], "FFF2CC")
    assert places(read(made)) == ["Form!D3", "Form!D4", "Form!D5"]


def test_a_box_labelled_answer_belongs_to_the_question_above(read: Read) -> None:
    made = sheet("Responses")
    for row in (1, 5):
        put(made, [("1.1", "How will you meet the objectives of the service?")], at=row)
        put(made, [(None, "Answer", None)], at=row + 1, boxed=True)
    found = read(made)
    assert places(found) == ["Responses!C2", "Responses!C6"]
    assert found.questions[0].text == "How will you meet the objectives of the service?"


def test_guidance_below_a_question_does_not_take_its_place(read: Read) -> None:
    made = sheet("Quality", [("Ref", "Question", "Response")])
    heading(made, 1, 3)
    rows = [("Q1", "Please describe how you will start.", None), (None, "Guidance: name your staff.", None)]
    put(made, rows, at=2, boxed=True)
    merge(made, "C2:C3", boxed=True)
    found = read(made)
    assert [(question.slot.where, question.text) for question in found] == [
        ("Quality!C2", "Please describe how you will start.")
    ]


def test_a_column_of_units_is_printed_text(read: Read) -> None:
    made = sheet("Targets", [("Ref", "Measure", "Unit", "Target")])
    heading(made, 1, 4)
    put(made, [("N1", "Number of apprentices", "weeks", None), ("N2", "Hours given", "hours", None)], at=2, boxed=True)
    assert places(read(made)) == ["Targets!D2", "Targets!D3"]


def test_a_box_to_tick_may_stand_before_what_it_ticks(read: Read) -> None:
    made = sheet("Checklist", [("Tick", "Document"), (None, "Form of tender"), (None, "Price schedule")], boxed=True)
    heading(made, 1, 2)
    found = read(made)
    assert [(question.slot.where, question.text) for question in found] == [
        ("Checklist!A2", "Form of tender"),
        ("Checklist!A3", "Price schedule"),
    ]


def test_reading_twice_gives_the_same_ids(read: Read) -> None:
    made = sheet("Form", [("Question", "Answer"), *((text, None) for text in QUESTIONS)])
    assert [question.id for question in read(made)] == [question.id for question in read(made)]


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    with pytest.raises(FileMissing):
        read_excel(path)
    path.write_bytes(b"no workbook")
    with pytest.raises(FileUnreadable):
        read_excel(path)


def test_a_long_numbered_text_beside_a_blank_answer_is_a_question_and_no_note(read: Read) -> None:
    long = "In the past five years, has anyone with control of the firm done any of these: " + "- an offence " * 40
    rows = [("No", "Question", "Response"), (1, QUESTIONS[0], None), (2, long, None), (3, QUESTIONS[1], None)]
    assert places(read(sheet("Declaration", rows))) == ["Declaration!C2", "Declaration!C3", "Declaration!C4"]


def test_columns_below_the_evaluators_heading_are_the_evaluators(read: Read) -> None:
    over = (None, None, "Bidder", None, "Evaluator", None)
    made = sheet("Quality", [over, ("Ref", "Question", "Response", "Evidence", "Score", "Comments")])
    for number, text in enumerate(QUESTIONS, 1):
        made.append((f"1.{number}", text, None, None, None, None))
    heading(made, 1, 6)
    heading(made, 2, 6)
    columns = {(question.slot.where or "")[: len("Quality!X")] for question in read(made)}
    assert columns == {"Quality!C", "Quality!D"}


def test_a_list_below_a_table_and_a_title_of_its_own_is_not_read_under_the_headings_of_the_table(read: Read) -> None:
    made = sheet("Sheet", [("C. Insurance",), ("Class", "In force? (Y/N)", "Insurer", "Policy no.", "Limit")])
    heading(made, 1, 1)
    heading(made, 2, 5)
    put(made, [(name, *[None] * 4) for name in ("Public liability", "Motor", "Product liability")], at=3, boxed=True)
    put(made, [("D. Data",)], at=7)
    heading(made, 7, 1)
    put(made, [("Registration number", None), ("Who keeps your data safe?", None)], at=8, boxed=True)
    found = read(made)
    assert (at(found, "Sheet!B8").text, at(found, "Sheet!B8").kind) == ("Registration number", Kind.TEXT)
    assert at(found, "Sheet!B9").options == ()


def test_a_limit_beside_an_insurer_is_one_of_cover_and_is_filled_in(read: Read) -> None:
    made = sheet("Sheet", [("C. Insurance",), ("Class", "In force? (Y/N)", "Insurer", "Policy no.", "Limit")])
    heading(made, 1, 1)
    heading(made, 2, 5)
    put(made, [(name, *[None] * 4) for name in ("Public liability", "Motor", "Product liability")], at=3, boxed=True)
    assert {f"Sheet!{column}3" for column in "BCDE"} <= set(places(read(made)))
