"""Lists and emphasis of an answer: Word's own where the place shows structure, plain words where it does not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from app.domain.answer_marks import plain_text
from app.domain.questionnaire import Kind, Question, Questionnaire, Slot
from app.fillers import fill_file
from tests.samples.excel import save, sheet
from tests.samples.package_check import faults
from tests.samples.read_back import W, body_of, excel_values, words_of
from tests.samples.word import cell, control, legacy_text, numbering, p, run, table, write_docx

ANSWER = "We work in **three** steps:\n- plan\n- *build* and test\n• run\nThat is all."
BULLETS = {"numbering.xml": numbering(("bullet", "•"))}


def _fill(folder: Path, place: str, *blocks: str, parts: dict[str, str] | None = None) -> etree._Element:
    source, target = write_docx(folder / "b.docx", *blocks, parts=parts), folder / "f.docx"
    question = Question("q", "How?", Slot(place), Kind.LONG_TEXT)
    report = fill_file(source, Questionnaire("b.docx", "docx", "", (question,)), {"q": ANSWER}, target)
    assert report.left == ()
    assert faults(target) == []
    return body_of(target)


def _items(body: etree._Element) -> list[str]:
    return [words_of(one) for one in body.iter(W + "p") if one.find(f"{W}pPr/{W}numPr/{W}numId") is not None]


def test_bullets_in_a_cell_become_items_of_the_buyers_own_list(tmp_path: Path) -> None:
    body = _fill(tmp_path, "t0.r0.c1", table(["How?", cell()]), parts=BULLETS)
    assert _items(body) == ["plan", "build and test", "run"]
    assert words_of(body) == "How? We work in three steps: plan build and test run That is all."


def test_without_a_list_of_the_buyers_a_bullet_is_a_character(tmp_path: Path) -> None:
    body = _fill(tmp_path, "t0.r0.c1", table(["How?", cell()]))
    assert _items(body) == []
    assert "• plan • build and test • run" in words_of(body)


def test_bold_and_italic_words_are_runs_of_their_own_in_the_places_font(tmp_path: Path) -> None:
    font = '<w:rFonts w:ascii="Arial"/><w:sz w:val="20"/>'
    prompt = p(run("[Insert your answer]", font + '<w:highlight w:val="yellow"/>'))
    body = _fill(tmp_path, "t0.r0.c1", table(["How?", cell(prompt)]))
    shown = {
        words_of(one): [child.tag.removeprefix(W) for child in one[0]] for one in body.iter(W + "r") if len(one) > 1
    }
    assert shown["three"] == ["rFonts", "b", "bCs", "sz"]
    assert shown["build"] == ["rFonts", "i", "iCs", "sz"]


def test_a_paragraph_of_the_body_keeps_its_lines_and_their_bullets(tmp_path: Path) -> None:
    body = _fill(tmp_path, "p1", p("How?"), p(), p("Next"), parts=BULLETS)
    assert len(list(body.iterfind(W + "p"))) == 3
    assert words_of(body[1]) == "We work in three steps: • plan • build and test • run That is all."
    assert [words_of(one.getparent().getparent()) for one in body.iter(W + "i")] == ["build"]  # type: ignore[union-attr]


def test_a_rich_control_takes_structure_and_a_plain_one_words_alone(tmp_path: Path) -> None:
    rich = _fill(tmp_path, "t0.r0.c1", table(["How?", cell(control(p(), ""))]), parts=BULLETS)
    assert _items(rich) == ["plan", "build and test", "run"]
    for slot in (p(control(run("Click"), '<w:text w:multiLine="1"/>', placeholder=True)), p(legacy_text())):
        plain = _fill(tmp_path, "t0.r0.c1", table(["How?", cell(slot)]), parts=BULLETS)
        assert _items(plain) == []
        assert list(plain.iter(W + "b", W + "i")) == []
        assert "*" not in words_of(plain)


def test_a_cell_of_a_workbook_takes_the_words_alone(tmp_path: Path) -> None:
    source, target = save(sheet("Form", [["How?", None]]), tmp_path), tmp_path / "f.xlsx"
    question = Question("q", "How?", Slot("Form!B1"), Kind.LONG_TEXT)
    fill_file(source, Questionnaire("form.xlsx", "xlsx", "", (question,)), {"q": ANSWER}, target)
    assert excel_values(target)["Form!B1"] == ("We work in three steps:\n• plan\n• build and test\n• run\nThat is all.")


@pytest.mark.parametrize("text", ["5 * 3 * 2", "- 5 degrees", "a*b*c", "**", "2 ** 3 ** 4", "* note", "snake_case"])
def test_what_is_no_mark_stays(text: str) -> None:
    assert plain_text(text) == text


@given(st.text(st.sampled_from("a *-•\n"), max_size=30))
def test_taking_marks_out_loses_no_letter(text: str) -> None:
    assert [one for one in plain_text(text) if one == "a"] == [one for one in text if one == "a"]


def test_a_list_behind_a_label_begins_with_a_bullet_too(tmp_path: Path) -> None:
    source = write_docx(tmp_path / "b.docx", p("Qualifications:........"), p("Steps. "))
    questions = tuple(Question(place, "How?", Slot(place), Kind.LONG_TEXT) for place in ("p0", "p1"))
    form = Questionnaire("b.docx", "docx", "", questions)
    report = fill_file(source, form, {"p0": "- one\n- **two**", "p1": "- plan\n- do"}, tmp_path / "f.docx")
    assert report.left == ()
    body = body_of(tmp_path / "f.docx")
    assert [words_of(one) for one in body.iterfind(W + "p")] == ["Qualifications:• one • two", "Steps. • plan • do"]
