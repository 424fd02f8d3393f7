"""Answers into Word documents: every shape of place, and nothing else changed."""

import hashlib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from app.domain.answer_marks import plain_text
from app.domain.filling import FillReport
from app.domain.questionnaire import Kind, Question, Questionnaire, Slot, question_id
from app.domain.values import JsonValue
from app.fillers import fill_file
from app.fillers.values import clean
from app.packages.word_names import W
from app.packages.word_places import element_at, place_text
from tests.samples.package_check import faults
from tests.samples.word import (
    cell,
    control,
    legacy_box,
    legacy_list,
    legacy_text,
    p,
    run,
    table,
    text_box,
    tick_control,
    write_docx,
)

Answer = Callable[..., "Filled"]


class Filled:
    """A filled copy, and what was said of it."""

    def __init__(self, path: Path, report: FillReport) -> None:
        self.path, self.report = path, report
        with zipfile.ZipFile(path) as package:
            self.xml = package.read("word/document.xml")
        self.root = etree.fromstring(self.xml)

    def text(self, place: str) -> str:
        return place_text(self.root, place) or ""


def ask(where: str, kind: Kind = Kind.TEXT, options: dict[str, str] | tuple[str, ...] = ()) -> Question:
    places = options if isinstance(options, dict) else {}
    return Question(question_id(where), "Question?", Slot(where, places), kind, options=tuple(options))


@pytest.fixture
def answer(tmp_path: Path) -> Answer:
    def fill(blocks: list[str], *pairs: tuple[Question, JsonValue], parts: dict[str, str] | None = None) -> Filled:
        source = write_docx(tmp_path / "buyer.docx", *blocks, parts=parts)
        digest = hashlib.sha256(source.read_bytes()).hexdigest()
        questionnaire = Questionnaire("buyer.docx", "docx", digest, tuple(question for question, _ in pairs))
        target = tmp_path / "filled.docx"
        report = fill_file(source, questionnaire, {question.id: value for question, value in pairs}, target)
        assert hashlib.sha256(source.read_bytes()).hexdigest() == digest
        assert faults(target) == []
        return Filled(target, report)

    return fill


def test_an_empty_cell_takes_the_answer_in_its_own_font(answer: Answer) -> None:
    blank = "<w:p><w:pPr><w:rPr><w:i/><w:highlight/></w:rPr></w:pPr></w:p>"
    filled = answer([table(["Name", cell(blank)])], (ask("t0.r0.c1"), "Thistle & Co <Ltd>"))
    assert filled.text("t0.r0.c1") == "Thistle & Co <Ltd>"
    run_font = element_at(filled.root, "t0.r0.c1").find(f".//{W}r/{W}rPr")  # type: ignore[union-attr]
    assert [etree.QName(child).localname for child in run_font] == ["i"]  # type: ignore[union-attr]
    assert filled.report.changed == ("t0.r0.c1",)


def test_lines_of_an_answer_become_paragraphs_in_a_cell(answer: Answer) -> None:
    filled = answer([table(["Address", ""])], (ask("t0.r0.c1"), "1 Quay\nNorthport"))
    assert filled.text("t0.r0.c1.p0") == "1 Quay"
    assert filled.text("t0.r0.c1.p1") == "Northport"


def test_lines_of_an_answer_become_breaks_in_a_paragraph_of_the_body(answer: Answer) -> None:
    filled = answer([p(""), p("Next")], (ask("p0"), "one\ntwo"))
    assert filled.text("p0") == "one\ntwo"
    assert filled.text("p1") == "Next"


def test_a_line_of_underscores_gives_way_and_its_label_stays(answer: Answer) -> None:
    filled = answer([p("Name: ________ (as registered)")], (ask("p0"), "Thistle Ltd"))
    assert filled.text("p0") == "Name: Thistle Ltd (as registered)"


def test_a_second_blank_of_a_line_is_its_own(answer: Answer) -> None:
    filled = answer([p("From ______ to ______")], (ask("p0#1"), "June"), (ask("p0"), "May"))
    assert filled.text("p0") == "From May to June"


def test_several_blanks_of_a_place_each_take_their_own_answer(answer: Answer) -> None:
    boxes = {"Yes": "p1", "No": "p1#1"}
    filled = answer(
        [
            p("Name: ____ Age: ____ Town: ____"),
            p("Yes ( ) No ( ) Other: ____"),
            table(["Q", "[name] of [place] by [day]"]),
        ],
        *((ask(f"p0{blank}"), value) for blank, value in (("", "Ann [A]"), ("#1", "41"), ("#2", "York"))),
        (ask("p1", Kind.YES_NO, boxes), False),
        (ask("p1#2"), "none"),
        (ask("t0.r0.c1"), "Ann"),
        (ask("t0.r0.c1#2"), "Monday"),
    )
    assert filled.text("p0") == "Name: Ann [A] Age: 41 Town: York"
    assert filled.text("p1") == "Yes ( ) No (X) Other: none"
    assert filled.text("t0.r0.c1") == "Ann of [place] by Monday"


def test_a_highlighted_bracket_goes_whole_with_its_highlight_over_several_runs(answer: Answer) -> None:
    pieces = [run("[insert ", "<w:highlight/>"), run("full ", "<w:b/><w:highlight/>"), run("name]", "<w:highlight/>")]
    filled = answer([p("We, ", *pieces, ", offer")], (ask("p0"), "Thistle Ltd"))
    assert filled.text("p0") == "We, Thistle Ltd, offer"
    assert b"highlight" not in filled.xml


def test_the_colour_of_a_marked_placeholder_goes_with_its_ground(answer: Answer) -> None:
    marked = run("[name]", '<w:color w:val="FF0000"/><w:sz w:val="20"/><w:highlight w:val="yellow"/>')
    filled = answer([p("We, ", marked, ", agree.")], (ask("p0"), "Thistle"))
    assert b'<w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t>Thistle</w:t></w:r>' in filled.xml


def test_words_behind_a_label_take_the_font_of_the_words_shown(answer: Answer) -> None:
    filled = answer([p(run("Name:", '<w:b/><w:sz w:val="18"/>'), run("", '<w:sz w:val="40"/>'))], (ask("p0"), "Ann"))
    assert b'<w:rPr><w:sz w:val="18"/></w:rPr><w:t xml:space="preserve"> Ann</w:t>' in filled.xml


def test_lines_joined_into_one_read_as_sentences_or_as_a_list(answer: Answer) -> None:
    filled = answer([p("Detail:")], (ask("p0"), "We check.\nWe sign\nand keep,\nsafely"))
    assert filled.text("p0") == "Detail: We check. We sign, and keep, safely"


def test_a_label_with_nothing_behind_it_is_followed_by_the_answer(answer: Answer) -> None:
    assert answer([p("Telephone:")], (ask("p0"), "01632 960123")).text("p0") == "Telephone: 01632 960123"


def test_a_question_in_the_answers_own_cell_keeps_its_words(answer: Answer) -> None:
    filled = answer([table([cell(p("Who are you?", bold=True))])], (ask("t0.r0.c0"), "Thistle"))
    assert filled.text("t0.r0.c0") == "Who are you?\nThistle"
    answered = element_at(filled.root, "t0.r0.c0.p1")
    assert answered is not None
    assert answered.find(f".//{W}b") is None


@pytest.mark.parametrize(
    "remark", ["[500] words", "[footnote 3]", "[max 500 words]", "[see Annex D]", "[250 words maximum]"]
)
def test_figures_limits_and_footnotes_in_brackets_stay_and_the_answer_stands_below(remark: str, answer: Answer) -> None:
    words = f"Describe your approach in no more than {remark}."
    filled = answer([table(["1", words])], (ask("t0.r0.c1", Kind.LONG_TEXT), "We check."))
    assert filled.text("t0.r0.c1") == f"{words}\nWe check."


def test_a_limit_in_brackets_that_is_all_a_cell_holds_gives_way(answer: Answer) -> None:
    assert answer([table(["Q", "[max 500 words]"])], (ask("t0.r0.c1"), "We check.")).text("t0.r0.c1") == "We check."


@pytest.mark.parametrize("sign", ["£", "RM", "USD ", "€ "])
def test_another_currency_printed_by_the_buyer_gets_no_pound_sign(sign: str, answer: Answer) -> None:
    filled = answer([p(f"Turnover: {sign}____")], (ask("p0", Kind.MONEY), 1250.5))
    assert filled.text("p0") == f"Turnover: {sign}1,250.50"


def test_a_printed_pound_sign_is_not_written_twice(answer: Answer) -> None:
    assert answer([p("Turnover: £______")], (ask("p0", Kind.MONEY), 412000)).text("p0") == "Turnover: £412,000"


BOXES = {
    "words first in one cell": ([table([cell(p("Yes ☐ No ☐"))])], {"Yes": "t0.r0.c0.p0", "No": "t0.r0.c0.p0#1"}),
    "boxes first": ([p("☐ Yes ☐ No")], {"Yes": "p0", "No": "p0#1"}),
    "old boxes": ([p("Yes ▢ No ▢")], {"Yes": "p0", "No": "p0#1"}),
    "brackets": ([p("[ ] Yes [ ] No")], {"Yes": "p0", "No": "p0#1"}),
}


@pytest.mark.parametrize("shape", BOXES)
def test_the_box_of_the_chosen_word_is_ticked_and_no_other(shape: str, answer: Answer) -> None:
    blocks, places = BOXES[shape]
    slot = Slot(next(iter(places.values())), places)
    filled = answer(blocks, (Question("q", "?", slot, Kind.YES_NO, options=("Yes", "No")), False))
    text = "".join(filled.root.itertext())
    marks = [mark for mark in text if mark in "☒☐▢X"]
    assert marks.count("☒") + marks.count("X") == 1
    yes, no = text.index("Yes"), text.index("No")
    ticked = max(text.find("☒"), text.find("X"))
    boxes_first = text[0] in "☐[☒"
    assert (yes < ticked < no) if boxes_first else ticked > no


def test_a_tick_goes_into_the_column_of_the_option(answer: Answer) -> None:
    blocks = [table(["Requirement", "Yes", "No"], ["Is open", "", "\u00a0"])]
    question = Question("q", "?", Slot("t0.r1.c1", {"Yes": "t0.r1.c1", "No": "t0.r1.c2"}), Kind.YES_NO)
    filled = answer(blocks, (question, True))
    assert (filled.text("t0.r1.c1"), filled.text("t0.r1.c2")) == ("X", "")


def test_a_symbol_of_wingdings_is_ticked_as_a_symbol(answer: Answer) -> None:
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'
    blocks = [p(symbol, " Yes ", symbol, " No")]
    question = Question("q", "?", Slot("p0", {"Yes": "p0", "No": "p0#1"}), Kind.YES_NO)
    filled = answer(blocks, (question, "yes"))
    assert [one.get(W + "char") for one in filled.root.iter(W + "sym")] == ["F0FE", "F0A8"]


@pytest.mark.parametrize(
    ("empty", "ticked", "font"),
    [
        ("\uf0a8", "\uf0fe", ""),
        ("\uf06f", "\uf0fe", "Wingdings"),
        ("o", "\u00fe", "Wingdings"),
        ("£", "þ", "Wingdings 2"),
    ],
)
def test_a_letter_of_a_symbol_font_is_ticked_as_a_letter(empty: str, ticked: str, font: str, answer: Answer) -> None:
    properties = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    line = p("Yes ", run(empty, properties), " No ", run(empty, properties))
    filled = answer([line], (ask("p0", Kind.YES_NO, ("Yes", "No")), True))
    letters = [one.text for one in filled.root.iter(W + "t")]
    assert letters == ["Yes ", ticked, " No ", empty]
    assert {one.get(W + "ascii") for one in filled.root.iter(W + "rFonts")} <= {"Wingdings", font}


def test_controls_and_legacy_boxes_are_ticked_in_state_and_drawing(answer: Answer) -> None:
    blocks = [p(tick_control(), " Yes ", tick_control(), " No"), p(legacy_box(), " Yes ", legacy_box(), " No")]
    questions = [
        Question(f"q{at}", "?", Slot(f"p{at}", {"Yes": f"p{at}", "No": f"p{at}#1"}), Kind.YES_NO) for at in (0, 1)
    ]
    filled = answer(blocks, *((question, True) for question in questions))
    assert filled.text("p0") == "☒ Yes ☐ No"
    assert filled.text("p1") == "☒ Yes ☐ No"


def test_a_text_control_loses_its_placeholder(answer: Answer) -> None:
    prompt = run("Click to enter", '<w:rStyle w:val="PlaceholderText"/>')
    filled = answer([p("Name: ", control(prompt, placeholder=True))], (ask("p0"), "Thistle"))
    assert filled.text("p0") == "Name: Thistle"
    assert b"showingPlcHdr" not in filled.xml
    assert b"PlaceholderText" not in filled.xml


def test_a_drop_down_takes_only_its_own_entries(answer: Answer) -> None:
    blocks = [p(control(run("Choose"), placeholder=True, options=["Private company", "Charity"])), p("")]
    refused = answer(blocks, (ask("p0", Kind.CHOICE, ("Private company", "Charity")), "Bank"))
    assert "is not one of the buyer's options" in refused.report.left[0].reason
    filled = answer(blocks, (ask("p0", Kind.CHOICE, ("Private company", "Charity")), "charity"))
    assert filled.text("p0") == "Charity"


def test_a_date_control_notes_the_day_and_writes_it_its_own_way(answer: Answer) -> None:
    kind = '<w:date><w:dateFormat w:val="dd/MM/yyyy"/></w:date>'
    filled = answer([p(control(run("Pick"), kind, placeholder=True))], (ask("p0", Kind.DATE), "2026-12-01"))
    assert filled.text("p0") == "01/12/2026"
    assert b'w:fullDate="2026-12-01T00:00:00Z"' in filled.xml


def test_a_block_control_takes_paragraphs(answer: Answer) -> None:
    blocks = [control(p("Click to enter"), "<w:richText/>", placeholder=True), p("After")]
    filled = answer(blocks, (ask("p0", Kind.LONG_TEXT), "one\ntwo"))
    assert [place_text(filled.root, f"p{at}") for at in (0, 1, 2)] == ["one", "two", "After"]


def test_a_locked_control_is_refused_with_its_reason(answer: Answer) -> None:
    kind = '<w:lock w:val="sdtContentLocked"/><w:text/>'
    filled = answer([p(control(run("Ref"), kind, placeholder=True))], (ask("p0"), "x"))
    assert filled.report.left[0].reason == "The buyer has locked this place."
    assert filled.report.left[0].refused


def test_a_document_open_for_form_fields_only_lets_only_those_be_filled(answer: Answer) -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    protection = '<w:documentProtection w:edit="forms" w:enforcement="1"/>'
    settings = {"settings.xml": f'<w:settings xmlns:w="{space}">{protection}</w:settings>'}
    filled = answer([p("Name: ______"), p(legacy_text())], (ask("p0"), "a"), (ask("p1"), "b"), parts=settings)
    assert filled.text("p1") == "b"
    assert [one.reason for one in filled.report.left] == ["The buyer has locked this place."]


def test_legacy_fields_take_text_within_their_length_and_entries_of_their_list(answer: Answer) -> None:
    blocks = [p("Name ", legacy_text()), p("Form ", legacy_list("Select", "Ltd", "PLC"))]
    filled = answer(blocks, (ask("p0"), "Thistle"), (ask("p1", Kind.CHOICE, ("Ltd", "PLC")), "PLC"))
    assert filled.text("p0") == "Name Thistle"
    assert filled.text("p1").strip() == "Form PLC"


def test_a_legacy_field_that_is_too_short_is_refused(answer: Answer) -> None:
    short = legacy_text().replace("<w:textInput/>", '<w:textInput><w:maxLength w:val="5"/></w:textInput>')
    filled = answer([p(short)], (ask("p0"), "longer than five"))
    assert "16 of 5 characters" in filled.report.left[0].reason


def test_a_control_bound_to_data_the_file_lacks_is_unbound(answer: Answer) -> None:
    kind = '<w:dataBinding w:prefixMappings="" w:xpath="/form/name" w:storeItemID="{A}"/><w:text/>'
    filled = answer([p(control(run("x"), kind, placeholder=True))], (ask("p0"), "Thistle"))
    assert filled.text("p0") == "Thistle"
    assert b"dataBinding" not in filled.xml


def test_the_data_behind_a_control_is_written_too(tmp_path: Path) -> None:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    where = """w:prefixMappings="xmlns:f='urn:form'" w:xpath="/f:form[1]/f:name[1]" w:storeItemID="{A1}\""""
    kind = f"<w:dataBinding {where}/><w:text/>"
    source = write_docx(tmp_path / "b.docx", p(control(run("x"), kind, placeholder=True)))
    with zipfile.ZipFile(source, "a") as package:
        package.writestr("customXml/item1.xml", '<form xmlns="urn:form"><name>old</name> <!-- kept --></form>')
        package.writestr("customXml/itemProps1.xml", f'<d:datastoreItem d:itemID="{{a1}}" xmlns:d="{space}"/>')
    questionnaire = Questionnaire("b.docx", "docx", "", (ask("p0"),))
    report = fill_file(source, questionnaire, {question_id("p0"): "Thistle"}, tmp_path / "filled.docx")
    with zipfile.ZipFile(tmp_path / "filled.docx") as package:
        assert b"<name>Thistle</name> <!-- kept -->" in package.read("customXml/item1.xml")
    assert report.parts_changed == ("word/document.xml", "customXml/item1.xml")


def test_a_table_takes_its_entries_and_grows_by_the_rows_it_lacks(answer: Answer) -> None:
    blocks = [table(["Name", "Role"], ["", ""]), p("After")]
    question = Question("q", "?", Slot("t0.r1.c0", {"Name": "t0.r1.c0", "Role": "t0.r1.c1"}), Kind.TABLE)
    filled = answer(blocks, (question, [{"name": "A", "Role": "Lead"}, ["B", "Tester"], {"Name": "C"}]))
    assert [filled.text(f"t0.r{at}.c0") for at in (1, 2, 3)] == ["A", "B", "C"]
    assert filled.text("t0.r2.c1") == "Tester"
    assert filled.text("p0") == "After"


def test_a_table_with_a_total_below_does_not_grow(answer: Answer) -> None:
    blocks = [table(["Name", "Sum"], ["", ""], ["Total", ""])]
    question = Question("q", "?", Slot("t0.r1.c0", {"Name": "t0.r1.c0", "Sum": "t0.r1.c1"}), Kind.TABLE)
    filled = answer(blocks, (question, [["a", 1], ["b", 2]]))
    assert filled.report.left[0].reason == "The buyer's table has room for 1 of 2 entries."
    assert filled.report.changed == ()


def test_entries_stand_side_by_side_where_the_titles_stand_in_the_first_column(answer: Answer) -> None:
    grid = table(["Detail", "Contract 1", "Contract 2"], ["Customer", "", ""], ["Value:", "", ""])
    columns = {"Detail": "t0.r1.c0", "Contract 1": "t0.r1.c1", "Contract 2": "t0.r1.c2"}
    question = ask("t0.r1.c0", Kind.TABLE, columns)
    entries = [{"customer": "York", "Value": "£5"}, {"Customer": "Hull"}]
    filled = answer([grid], (question, entries))
    assert [filled.text(f"t0.r{row}.c{column}") for row in (1, 2) for column in (0, 1, 2)] == [
        *("Customer", "York", "Hull"),
        *("Value:", "£5", ""),
    ]
    assert answer([grid], (question, [*entries, {"Customer": "Leeds"}])).report.left[0].reason == (
        "The buyer's table has room for 2 of 3 entries."
    )


def test_a_table_is_filled_whole_or_not_at_all(answer: Answer) -> None:
    locked = control(p("Fixed"), '<w:lock w:val="contentLocked"/>')
    grid = table(["Name", "Role"], ["", ""], [cell(""), cell(locked, p(""))])
    question = ask("t0.r1.c0", Kind.TABLE, {"Name": "t0.r1.c0", "Role": "t0.r1.c1"})
    filled = answer([grid], (question, [["Ann", "Lead"], ["Bob", "Clerk"]]))
    assert filled.report.left[0].refused
    assert filled.report.changed == ()


def test_a_text_box_and_its_copy_for_old_programs_say_the_same(answer: Answer) -> None:
    filled = answer([p(text_box(p("Name: ______")))], (ask("p0.x0.p0"), "Thistle"))
    assert filled.xml.count(b"Thistle") == 2
    assert b"____" not in filled.xml


def test_bytes_outside_the_answer_stay_as_they_were(answer: Answer, tmp_path: Path) -> None:
    odd = "<w:p  w:rsidR='00A1'><w:r><w:t>caf&#233; &#x2610;</w:t></w:r></w:p>"
    filled = answer([odd, p("Name: ____"), odd], (ask("p1"), "Thistle"))
    assert filled.xml.count(odd.encode()) == 2
    with zipfile.ZipFile(tmp_path / "buyer.docx") as before, zipfile.ZipFile(filled.path) as after:
        assert before.namelist() == after.namelist()
        assert filled.report.parts_changed == ("word/document.xml",)
        assert filled.report.parts_identical == len(before.namelist()) - 1


def test_two_fills_of_the_same_answers_are_the_same_bytes(answer: Answer) -> None:
    blocks = [table(["Name", ""])]
    first = answer(blocks, (ask("t0.r0.c1"), "Thistle")).path.read_bytes()
    assert answer(blocks, (ask("t0.r0.c1"), "Thistle")).path.read_bytes() == first


def test_signatures_and_places_that_are_gone_are_left_with_their_reason(answer: Answer) -> None:
    filled = answer([p("Signed: ____")], (ask("p0", Kind.SIGNATURE), "A. Person"), (ask("t9.r0.c0"), "x"))
    assert {one.reason for one in filled.report.left} == {
        "Signatures are written by hand: sign it yourself.",
        "The place of the answer is not in the file.",
    }
    assert filled.text("p0") == "Signed: ____"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.text(min_size=1, max_size=400), min_size=4, max_size=4))
def test_whatever_is_answered_is_read_back_and_the_rest_is_unchanged(answer: Answer, texts: list[str]) -> None:
    blocks = [
        table(["Name", ""]),
        p("Line: ________ end"),
        p("We [insert] offer"),
        p(control(run("Click"), placeholder=True)),
        p("Untouched"),
    ]
    places = ["t0.r0.c1", "p0", "p1", "p2"]
    filled = answer(blocks, *((ask(place), text) for place, text in zip(places, texts, strict=True)))
    left = {one.question_id for one in filled.report.left}
    for place, text in zip(places, texts, strict=True):
        words = plain_text(clean(text))
        assert (question_id(place) in left) == (not words)
        if words and "\n" not in words and "\t" not in words:
            assert words in filled.text(place)
    assert filled.text("p3") == "Untouched"
    assert filled.text("t0.r0.c0") == "Name"


def test_an_answer_of_thirty_thousand_characters_fits(answer: Answer) -> None:
    long = "Wort. " * 5000
    assert answer([table(["Q", ""])], (ask("t0.r0.c1"), long)).text("t0.r0.c1") == long.strip()
