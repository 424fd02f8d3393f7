"""Answers into PDF forms: values, what every viewer shows of them, and the buyer's own bytes untouched."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from app.domain.errors import FileUnreadable
from app.domain.filling import FillReport
from app.domain.questionnaire import Kind, Question, Questionnaire, Slot
from app.domain.values import JsonValue
from app.fillers import fill_file
from app.fillers.pdf import XFA
from app.fillers.values import clean, one_line
from tests.samples.pdf import Field, write_pdf

READ_ONLY, SEVERAL_LINES = 1, 1 << 12
LINE, AREA = (100, 700, 300, 718), (100, 500, 300, 560)
Answer = Callable[..., "Filled"]


class Filled:
    """A filled copy, and what was said of it."""

    def __init__(self, path: Path, report: FillReport) -> None:
        self.path, self.report = path, report
        self.fields: Any = pypdf.PdfReader(path).get_fields() or {}
        annotations = pypdf.PdfReader(path).pages[0]["/Annots"]
        self.boxes: Any = {one.get_object()["/T"]: one.get_object() for one in annotations}

    def value(self, name: str) -> str:
        return str(self.fields[name].get("/V", ""))

    def drawn(self, name: str) -> bytes:
        return bytes(self.boxes[name]["/AP"]["/N"].get_data())

    @property
    def reasons(self) -> list[str]:
        return [one.reason for one in self.report.left if one.refused]


def ask(name: str, kind: Kind = Kind.TEXT, options: tuple[str, ...] = (), **places: str) -> Question:
    fields = {option: f"field:{place}" for option, place in places.items()}
    return Question(f"q-{name}", "Question?", Slot(f"field:{name}", fields), kind, options=options)


@pytest.fixture
def answer(tmp_path: Path) -> Answer:
    def fill(fields: list[Field], *pairs: tuple[Question, JsonValue], xfa: bool = False) -> Filled:
        source = write_pdf(tmp_path / "buyer.pdf", [[(50, 704, "Name:")]], fields, xfa=xfa)
        own = source.read_bytes()
        form = Questionnaire("buyer.pdf", "pdf", "", tuple(question for question, _ in pairs))
        answers = {question.id: value for question, value in pairs}
        report = fill_file(source, form, answers, tmp_path / "filled.pdf")
        assert source.read_bytes() == own
        assert (tmp_path / "filled.pdf").read_bytes().startswith(own)
        return Filled(tmp_path / "filled.pdf", report)

    return fill


def test_words_are_set_and_drawn_with_accents_and_dashes(answer: Answer) -> None:
    filled = answer([Field("Name", LINE), Field("Other", AREA, value="buyer's own")], (ask("Name"), "Café – “Oak” £5"))
    assert filled.value("Name") == "Café – “Oak” £5"
    assert "Café – “Oak” £5".encode("cp1252") in filled.drawn("Name")
    assert filled.report.changed == ("field:Name",)
    assert filled.value("Other") == "buyer's own"


def test_long_answers_are_wrapped_and_shrunk_to_what_the_box_shows(answer: Answer) -> None:
    words = "Every delivery is checked twice and the papers are kept for seven years. " * 4
    filled = answer([Field("How", AREA, flags=SEVERAL_LINES)], (ask("How", Kind.LONG_TEXT), words + "\nThe end."))
    assert filled.value("How") == words.strip() + "\nThe end."
    assert filled.drawn("How").count(b"Tj") > 4
    size = float(re.findall(rb"([\d.]+) Tf", filled.drawn("How"))[0])
    assert size < 12
    assert "/DA" not in filled.boxes["How"]


def test_a_field_of_one_line_takes_the_lines_of_an_address_as_one(answer: Answer) -> None:
    address = {"street": "1 High Street", "locality": "York", "postcode": "YO1 1AA"}
    filled = answer([Field("Address", LINE)], (ask("Address", Kind.ADDRESS), address))
    assert filled.value("Address") == "1 High Street, York, YO1 1AA"


def test_dates_money_and_shares_are_said_in_words(answer: Answer) -> None:
    fields = [Field(name, (100, top, 300, top + 18)) for name, top in (("day", 700), ("sum", 660), ("share", 620))]
    pairs = (ask("day", Kind.DATE), "2026-12-11"), (ask("sum", Kind.MONEY), 1250.5), (ask("share", Kind.PERCENT), 12.5)
    filled = answer(fields, *pairs)
    assert [filled.value(one) for one in ("day", "sum", "share")] == ["11 December 2026", "£1,250.50", "12.5%"]


def test_boxes_are_ticked_by_the_name_of_their_own_state(answer: Answer) -> None:
    fields = [Field("y", (100, 700, 110, 710), "/Btn", state="On"), Field("n", (130, 700, 140, 710), "/Btn", state="1")]
    filled = answer(fields, (ask("y", Kind.YES_NO, ("Yes", "No"), Yes="y", No="n"), False))
    assert (filled.value("y"), filled.value("n")) == ("", "/1")
    assert filled.boxes["n"]["/AS"] == "/1"
    assert filled.boxes["y"]["/AS"] == "/Off"


@pytest.mark.parametrize(("value", "state"), [(True, "/Yes"), ("Yes", "/Yes"), (False, "")])
def test_a_box_that_stands_alone_is_ticked_for_yes(value: JsonValue, state: str, answer: Answer) -> None:
    filled = answer([Field("b", (100, 700, 110, 710), "/Btn")], (ask("b", Kind.YES_NO, **{"We agree": "b"}), value))
    assert filled.value("b") in ({state} if state else {"", "/Off"})


def _as_one_field(path: Path, name: str) -> None:
    """Make the boxes of a form those of one group of radio buttons."""
    writer = pypdf.PdfWriter(clone_from=path)
    form: Any = writer.root_object["/AcroForm"]
    group = DictionaryObject(
        {
            NameObject("/FT"): NameObject("/Btn"),
            NameObject("/Ff"): NumberObject(1 << 15),
            NameObject("/T"): TextStringObject(name),
        }
    )
    group[NameObject("/Kids")] = form["/Fields"]
    reference = writer._add_object(group)
    for kid in group["/Kids"]:
        kid.get_object()[NameObject("/Parent")] = reference
        for own in ("/T", "/FT", "/Ff"):
            del kid.get_object()[own]
    form[NameObject("/Fields")] = ArrayObject([reference])
    writer.write(path)


@pytest.mark.parametrize(("value", "state"), [(True, "/1"), (False, "/2")])
def test_a_radio_button_is_set_by_name_in_its_group_and_its_box(value: bool, state: str, tmp_path: Path) -> None:
    boxes = [Field(f"b{at}", (100 * at, 700, 100 * at + 10, 710), "/Btn", state=str(at)) for at in (1, 2)]
    source = write_pdf(tmp_path / "buyer.pdf", [[]], boxes)
    _as_one_field(source, "Choice")
    question = ask("Choice", Kind.YES_NO, ("Yes", "No"), Yes="Choice", No="Choice")
    form = Questionnaire("buyer.pdf", "pdf", "", (question,))
    report = fill_file(source, form, {question.id: value}, tmp_path / "filled.pdf")
    assert report.changed == ("field:Choice",)
    reader = pypdf.PdfReader(tmp_path / "filled.pdf")
    chosen: Any = reader.get_fields()["Choice"]["/V"]
    assert (chosen, type(chosen)) == (state, NameObject)
    states = [one.get_object()["/AS"] for one in reader.pages[0]["/Annots"]]
    assert states == [state if state == f"/{at}" else "/Off" for at in (1, 2)]


def test_a_list_takes_only_its_own_items(answer: Answer) -> None:
    fields = [Field("Form", LINE, "/Ch", 1 << 17, options=("Limited company", "Sole trader"))]
    assert answer(fields, (ask("Form", Kind.CHOICE), "sole trader")).value("Form") == "Sole trader"
    refused = answer(fields, (ask("Form", Kind.CHOICE), "Trust"))
    assert refused.reasons == ["“Trust” is not one of the buyer's options: Limited company, Sole trader."]
    assert refused.report.changed == ()


def test_an_answer_longer_than_its_field_is_refused(answer: Answer) -> None:
    filled = answer([Field("Code", LINE, longest=4)], (ask("Code"), "12345"))
    assert filled.reasons == ["The answer is longer than this place can hold: 5 of 4 characters."]


def test_locked_fields_signatures_and_missing_fields_are_left_with_their_reason(answer: Answer) -> None:
    fields = [Field("Ref", LINE, flags=READ_ONLY), Field("Sign", AREA, "/Sig")]
    filled = answer(fields, (ask("Ref"), "x"), (ask("Sign"), "x"), (ask("Gone"), "x"))
    assert filled.reasons == [
        "The buyer has locked this place.",
        "Signatures are written by hand: sign it yourself.",
        "The place of the answer is not in the file.",
    ]


def test_entries_of_a_table_go_into_the_rows_below_each_other(answer: Answer) -> None:
    fields = [
        Field(f"{name}{row}", (left, 700 - 20 * row, left + 90, 716 - 20 * row))
        for row in range(3)
        for name, left in (("who", 100), ("role", 200))
    ]
    question = ask("who0", Kind.TABLE, Name="who0", Role="role0")
    filled = answer(fields, (question, [["Ann", "Lead"], {"role": "Clerk", "Name": "Cy"}]))
    assert [filled.value(one) for one in ("who0", "role0", "who1", "role1", "who2")] == [
        "Ann",
        "Lead",
        "Cy",
        "Clerk",
        "",
    ]
    full = answer(fields, (question, [["a", "b"]] * 4))
    assert full.reasons == ["The buyer's table has room for 3 of 4 entries."]


def test_a_second_description_of_the_form_is_named(answer: Answer) -> None:
    assert answer([Field("Name", LINE)], (ask("Name"), "x"), xfa=True).report.notices == (XFA,)


def test_a_protected_form_is_refused(tmp_path: Path) -> None:
    write_pdf(tmp_path / "open.pdf", [[]], [Field("Name", LINE)])
    writer = pypdf.PdfWriter(tmp_path / "open.pdf")
    writer.encrypt("", "owner", algorithm="RC4-128")
    writer.write(tmp_path / "locked.pdf")
    form = Questionnaire("locked.pdf", "pdf", "", (ask("Name"),))
    with pytest.raises(FileUnreadable):
        fill_file(tmp_path / "locked.pdf", form, {"q-Name": "x"}, tmp_path / "out.pdf")
    assert not (tmp_path / "out.pdf").exists()


@example("/", "/Off")
@given(st.text(max_size=60), st.text(max_size=400))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_answered_is_read_back(answer: Answer, line: str, area: str) -> None:
    fields = [Field("line", LINE), Field("area", AREA, flags=SEVERAL_LINES), Field("rest", (100, 300, 300, 320))]
    filled = answer(fields, (ask("line"), line), (ask("area"), area))
    for name, words in (("line", one_line(clean(line))), ("area", clean(area))):
        assert filled.value(name) == words
    assert filled.value("rest") == ""
