"""Reading made-up PDF forms and printed questionnaires."""

from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from app.domain.errors import FileMissing, FileUnreadable
from app.domain.questionnaire import Kind, LimitUnit, Question
from app.readers.pdf import read_pdf
from tests.samples.pdf import Field, write_pdf

MULTILINE, READ_ONLY, RADIO = 1 << 12, 1, 1 << 15


def read(
    folder: Path, *pages: list[tuple[float, float, str]], fields: list[Field] | None = None
) -> dict[str, Question]:
    found = read_pdf(write_pdf(folder / "form.pdf", pages, fields or []))
    return {question.slot.where or question.text: question for question in found}


def test_the_label_at_the_left_asks_and_the_tooltip_does_not(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        [(50, 700, "Company name:"), (50, 670, "E-mail:")],
        fields=[
            Field("Text1", (150, 695, 400, 712), tooltip="VAT number"),
            Field("Text2", (150, 665, 400, 682)),
        ],
    )
    assert found["field:Text1"].text == "Company name:"
    assert found["field:Text1"].guidance == "VAT number"
    assert found["field:Text2"].kind is Kind.EMAIL


def test_a_label_above_or_a_caption_below_is_found(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        [(50, 700, "Registered address"), (50, 560, "Signature of bidder")],
        fields=[
            Field("A", (50, 640, 400, 695), flags=MULTILINE),
            Field("S", (50, 575, 300, 605), kind="/Sig"),
        ],
    )
    assert (found["field:A"].text, found["field:A"].kind) == ("Registered address", Kind.ADDRESS)
    assert (found["field:S"].text, found["field:S"].kind) == ("Signature of bidder", Kind.SIGNATURE)


def test_a_label_far_at_the_left_is_found_where_nothing_stands_between(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        [(50, 700, "Legal name of respondent"), (50, 670, "Trading name"), (300, 670, "ABN")],
        fields=[
            Field("F1", (380, 696, 540, 712)),
            Field("F2", (200, 666, 290, 682)),
            Field("F3", (380, 666, 540, 682)),
        ],
    )
    assert [one.text for one in found.values()] == ["Legal name of respondent", "Trading name", "ABN"]


def test_a_field_for_several_lines_that_is_one_line_high_holds_a_short_text(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        [(50, 700, "Doing business as:"), (50, 660, "Summary of your firm:")],
        fields=[
            Field("A", (180, 696, 500, 714), flags=MULTILINE),
            Field("B", (180, 600, 500, 672), flags=MULTILINE),
        ],
    )
    assert [one.kind for one in found.values()] == [Kind.TEXT, Kind.LONG_TEXT]


def test_two_fields_on_a_line_have_their_own_labels_and_units(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        [(50, 700, "Discount when paid within"), (250, 700, "days of receipt ="), (420, 700, "%")],
        fields=[Field("days", (200, 696, 245, 712)), Field("rate", (350, 696, 415, 712))],
    )
    assert (found["field:days"].text, found["field:days"].kind) == ("Discount when paid within ___ days", Kind.NUMBER)
    assert (found["field:rate"].text, found["field:rate"].kind) == ("days of receipt = ___ %", Kind.PERCENT)


@pytest.mark.parametrize("side", ["left", "right"])
def test_boxes_of_a_line_are_one_question_whichever_side_their_words_stand(tmp_path: Path, side: str) -> None:
    shift = 0 if side == "right" else -45
    found = read(
        tmp_path,
        [(50, 700, "Are you the manufacturer?"), (272 + shift, 700, "Yes"), (342 + shift, 700, "No")],
        fields=[
            Field("Box1", (255, 698, 268, 711), kind="/Btn"),
            Field("Box2", (325, 698, 338, 711), kind="/Btn"),
        ],
    )
    question = found["field:Box1"]
    assert question.text == "Are you the manufacturer?"
    assert dict(question.slot.options) == {"Yes": "field:Box1", "No": "field:Box2"}
    assert question.kind is Kind.YES_NO
    assert len(found) == 1


def test_boxes_below_each_other_are_the_options_of_the_text_above(tmp_path: Path) -> None:
    names = ("Small business", "Micro business", "Veteran-owned")
    found = read(
        tmp_path,
        [(50, 700, "Check all that apply to your firm:"), *((70, 680 - 20 * n, name) for n, name in enumerate(names))],
        fields=[Field(f"B{n}", (50, 676 - 20 * n, 62, 688 - 20 * n), kind="/Btn") for n in range(3)],
    )
    (asked,) = found.values()
    assert (asked.text, asked.kind, asked.options) == (
        "Check all that apply to your firm:",
        Kind.MULTI_CHOICE,
        names,
    )
    assert asked.slot.options["Micro business"] == "field:B1"


def test_boxes_beside_statements_are_confirmed_one_by_one(tmp_path: Path) -> None:
    names = ("Price schedule enclosed", "Insurance certificate enclosed")
    found = read(
        tmp_path,
        [(50, 720, "RESPONSE LIST"), *((70, 680 - 20 * n, name) for n, name in enumerate(names))],
        fields=[Field(f"B{n}", (50, 676 - 20 * n, 62, 688 - 20 * n), kind="/Btn") for n in range(2)],
    )
    assert [(one.text, one.kind) for one in found.values()] == [(name, Kind.YES_NO) for name in names]


def test_what_the_buyer_filled_in_or_locked_is_left_alone(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        [(50, 700, "Lot:"), (50, 670, "Buyer:"), (50, 640, "Bidder:"), (50, 610, "Tender number:")],
        fields=[
            Field("lot", (150, 695, 400, 712), value="Lot 3"),
            Field("buyer", (150, 665, 400, 682), flags=READ_ONLY),
            Field("bidder", (150, 635, 400, 652)),
            Field("number", (150, 605, 400, 622)),
        ],
    )
    assert list(found) == ["field:bidder"]


def test_a_part_for_the_buyer_only_is_left_alone(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        [(50, 740, "Name:"), (50, 700, "To be completed by the procurement officer only"), (50, 670, "Name:")],
        fields=[Field("mine", (150, 735, 400, 752)), Field("theirs", (150, 665, 400, 682))],
    )
    assert list(found) == ["field:mine"]


def test_rows_of_fields_are_one_table_with_its_headings(tmp_path: Path) -> None:
    columns = ((50, "Name"), (200, "Role"), (350, "Share"))
    fields = [
        Field(f"{name}{row}", (left, 600 - 25 * row, left + 130, 620 - 25 * row))
        for row in range(3)
        for left, name in columns
    ]
    found = read(tmp_path, [(left, 630, name) for left, name in columns], fields=fields)
    assert list(found) == ["field:Name0"]
    assert dict(found["field:Name0"].slot.options) == {
        "Name": "field:Name0",
        "Role": "field:Role0",
        "Share": "field:Share0",
    }


def test_choices_and_longest_texts_come_from_the_field(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        [(50, 700, "Legal form:"), (50, 670, "Describe your service:")],
        fields=[
            Field("form", (150, 695, 400, 712), kind="/Ch", flags=1 << 17, options=("Company", "Charity")),
            Field("service", (180, 665, 500, 682), longest=300),
        ],
    )
    assert (found["field:form"].kind, found["field:form"].options) == (Kind.CHOICE, ("Company", "Charity"))
    limit = found["field:service"].limit
    assert limit is not None
    assert (limit.unit, limit.maximum) == (LimitUnit.CHARACTERS, 300)


def test_a_printed_questionnaire_is_read_without_places(tmp_path: Path) -> None:
    first = [(50, 750, "1. Please state the name of your organisation.")]
    first += [(50, 700, "2. Do you hold a quality certificate"), (50, 686, "for all of your services?")]
    first += [(90, 650, "Yes"), (90, 630, "No"), (40, 40, "Printed by a portal 1/3")]
    second = [(50, 750, "3. Describe your approach in no more than 300 words."), (40, 40, "Printed by a portal 2/3")]
    second += [(50, 700, "4. Please confirm that you have read the terms.")]
    third = [(50, 750, "5. How many staff do you employ?"), (40, 40, "Printed by a portal 3/3")]
    found = list(read_pdf(write_pdf(tmp_path / "print.pdf", [first, second, third])))
    assert [question.ref for question in found] == ["1", "2", "3", "4", "5"]
    assert {question.slot.where for question in found} == {None}
    assert found[1].text == "Do you hold a quality certificate for all of your services?"
    assert (found[1].kind, found[1].options) == (Kind.YES_NO, ("Yes", "No"))
    assert found[2].limit is not None
    assert found[2].limit.maximum == 300
    assert not any("portal" in question.text for question in found)


def test_a_scan_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable, match="scan"):
        read_pdf(write_pdf(tmp_path / "scan.pdf", [[], []]))


def test_a_form_in_xfa_only_is_said_plainly(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "xfa.pdf", [[(50, 700, "Please wait... your reader cannot show this form")]], xfa=True)
    with pytest.raises(FileUnreadable, match="XFA"):
        read_pdf(path)


def test_a_password_is_asked_for_only_where_one_is_needed(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "form.pdf", [[(50, 700, "Name:"), (50, 660, "Post:")]], [
        Field("a", (150, 695, 400, 712)),
        Field("b", (150, 655, 400, 672)),
    ])  # fmt: skip
    for user, name in (("", "owner.pdf"), ("secret", "user.pdf")):
        writer = PdfWriter(PdfReader(path))
        writer.encrypt(user, "owner", algorithm="AES-128")
        writer.write(tmp_path / name)
    assert len(read_pdf(tmp_path / "owner.pdf").questions) == 2
    with pytest.raises(FileUnreadable, match="password"):
        read_pdf(tmp_path / "user.pdf")


def test_what_is_missing_or_broken_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read_pdf(tmp_path / "none.pdf")
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7\nnothing\n%%EOF")
    with pytest.raises(FileUnreadable):
        read_pdf(tmp_path / "bad.pdf")


def test_reading_twice_gives_the_same_ids(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "print.pdf", [[(50, 750 - 40 * n, f"{n}. What is item {n}?") for n in range(1, 7)]])
    assert [question.id for question in read_pdf(path)] == [question.id for question in read_pdf(path)]
    assert len(read_pdf(path).questions) == 6


def test_rows_below_one_lead_in_each_keep_it_in_a_print(tmp_path: Path) -> None:
    asked = [(50.0, 760.0 - 24 * n, f"1.{n} Describe how you do thing {n}.") for n in range(1, 6)]
    rows = [
        (50.0, 600.0, "2.1 Confirm the cover that you hold or will hold:"),
        (80.0, 584.0, "Employers liability of £5m"),
        (420.0, 584.0, "Yes"),
        (420.0, 572.0, "No"),
        (80.0, 553.0, "Public liability of £2m"),
        (420.0, 548.0, "Yes"),
        (420.0, 536.0, "No"),
    ]
    found = list(read_pdf(write_pdf(tmp_path / "print.pdf", [[*asked, *rows]])))
    lead = "Confirm the cover that you hold or will hold:"
    assert [one.text for one in found[5:]] == [
        f"{lead} Employers liability of £5m",
        f"{lead} Public liability of £2m",
    ]
