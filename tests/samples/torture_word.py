"""A Word form with every control and shape a buyer can think of, each with an answer and what is then to be read.

Run `python -m tests.samples.torture_word FILE` to write it.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from app.domain.values import JsonValue
from tests.samples.word import (
    cell,
    control,
    heading_style,
    legacy_box,
    legacy_list,
    legacy_text,
    numbering,
    p,
    row,
    run,
    styles,
    text_box,
    tick_control,
    write_docx,
)

YELLOW = '<w:highlight w:val="yellow"/>'
STORE = "{0B1F7A60-1111-4222-8333-444455556666}"
_BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right"))
_INSIDE = '<w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/>'
_TABLE = f"<w:tblPr><w:tblW w:w='9600' w:type='dxa'/><w:tblBorders>{_BORDERS}{_INSIDE}</w:tblBorders></w:tblPr>"

_COMBO = (
    '<w:comboBox><w:listItem w:displayText="North" w:value="N"/>'
    '<w:listItem w:displayText="South" w:value="S"/></w:comboBox>'
)


@dataclass(frozen=True, slots=True)
class Shape:
    """One question: how its answer place is drawn, the answer, and the words of the place afterwards."""

    question: str
    slot: str
    """The cell or its content."""
    value: JsonValue
    after: str
    """White space aside; empty where the answer is to be refused."""
    is_cell: bool = False


def grid(widths: tuple[int, ...], *rows: str) -> str:
    """A table with borders."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl>{_TABLE}<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _symbols() -> str:
    box = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'
    return p(run("Yes "), box, run("   No "), box)


def _legacy_limited() -> str:
    limit = '<w:textInput><w:maxLength w:val="8"/></w:textInput>'
    return p(legacy_text().replace("<w:textInput/>", limit))


def _bound() -> str:
    data = f'<w:dataBinding w:xpath="/buyer/contact" w:storeItemID="{STORE}"/><w:text/>'
    return p(control(run("Click here", '<w:rStyle w:val="PlaceholderText"/>'), data, placeholder=True))


def _locked() -> str:
    return p(control(run("Fixed by the buyer"), '<w:lock w:val="contentLocked"/><w:text/>'))


def _date() -> str:
    kind = '<w:date><w:dateFormat w:val="dd/MM/yyyy"/><w:lid w:val="en-GB"/></w:date>'
    return p(control(run("Choose a date", '<w:rStyle w:val="PlaceholderText"/>'), kind, placeholder=True))


def _shown(words: str, kind: str = "<w:text/>", options: list[str] | None = None) -> str:
    return control(run(words, '<w:rStyle w:val="PlaceholderText"/>'), kind, placeholder=True, options=options)


SHAPES: tuple[Shape, ...] = (
    Shape("What is the legal name of your organisation?", "", "Thistle & Oak Ltd", "Thistle & Oak Ltd"),
    Shape(
        "Describe how you will manage the service.",
        "",
        "First paragraph.\nSecond one – é, “q”.",
        "First paragraph. Second one – é, “q”.",
    ),
    Shape("Are you a small or medium enterprise?", p("Yes ☐   No ☐"), True, "Yes ☒   No ☐"),
    Shape("Do you hold employer's liability insurance?", p("☐ Yes   ☐ No"), False, "☐ Yes   ☒ No"),
    Shape("Have you been declared bankrupt?", _symbols(), False, "Yes ☐   No ☒"),
    Shape("Do you pay the real living wage?", p(tick_control(), " Yes  ", tick_control(), " No"), True, "☒ Yes  ☐ No"),
    Shape("Are your accounts audited?", p(run("Yes "), legacy_box(), run(" No "), legacy_box()), True, "Yes ☒ No ☐"),
    Shape(
        "Which form does your organisation take?",
        p(_shown("Choose an item.", "", ["Limited company", "Charity", "Partnership"])),
        "Charity",
        "Charity",
    ),
    Shape(
        "Which region do you serve?",
        p(
            _shown(
                "Choose an item.",
                _COMBO,
            )
        ),
        "Scotland",
        "Scotland",
    ),
    Shape("On what date were you incorporated?", _date(), "2011-03-07", "07/03/2011"),
    Shape(
        "What is your website address?",
        p(_shown("Click to enter text")),
        "https://thistle.example",
        "https://thistle.example",
    ),
    Shape(
        "Describe your experience of similar contracts.",
        control(p(run("Click to enter text", '<w:rStyle w:val="PlaceholderText"/>')), "", placeholder=True),
        "One contract.\nAnd another.",
        "One contract. And another.",
    ),
    Shape(
        "What is your trading name?",
        control(cell(p(run("Click to enter", '<w:rStyle w:val="PlaceholderText"/>'))), "<w:text/>", placeholder=True),
        "Thistle",
        "Thistle",
        is_cell=True,
    ),
    Shape("What is your company number?", _legacy_limited(), "07654321", "07654321"),
    Shape("Which lot are you bidding for?", p(legacy_list(" ", "Lot 1", "Lot 2")), "Lot 2", "Lot 2"),
    Shape("Who is your contact for this bid?", _bound(), "Ada Example", "Ada Example"),
    Shape(
        "What is your VAT number?", p(run("[Insert VAT", YELLOW), run(" number]", YELLOW)), "GB123456789", "GB123456789"
    ),
    Shape("Who will sign the contract?", p("Name: ______________________"), "Ada Example", "Name: Ada Example"),
    Shape(
        "Where is your head office?", p("........................................"), "1 High Street", "1 High Street"
    ),
    Shape("State your turnover in the last financial year.", p("£________________"), 412000, "£412,000"),
    Shape("What share of invoices did you pay within 30 days?", p("________%"), 97.5, "97.5%"),
    Shape("How many staff do you employ?", p("________"), 34, "34"),
    Shape("Do you agree to the terms and conditions?", p("Yes / No"), True, "Yes"),
    Shape(
        "Which of these certificates do you hold? Tick all that apply.",
        p("☐ ISO 9001\n☐ ISO 14001\n☐ ISO 27001"),
        ["ISO 9001", "ISO 27001"],
        "☒ ISO 9001 ☐ ISO 14001 ☒ ISO 27001",
    ),
    Shape("Contract reference (for the buyer only)", _locked(), "Something else", ""),
)
"""The rows of the first table: row n of it asks the n-th from 1, its second cell takes the answer."""

TICKS = (
    ("Do you have a quality policy?", True, (False, True, False)),
    ("Do you have an environmental policy?", False, (False, False, True)),
)
"""Rows of the second table: Yes in its second column, No in its third."""
ENTRIES = (
    ["Widgets for schools", "Anytown Council", "£120,000"],
    ["Repairs", "Otherton NHS", "£80,000"],
    ["Advice", "Thirdville", "£5,000"],
)
REPEATED = (["Ada Example", "Director"], ["Ben Sample", "Manager"])


def torture_docx(path: Path) -> Path:
    """Write the form."""
    made = [row(cell("Question", bold=True, fill="D9D9D9"), cell("Answer", bold=True, fill="D9D9D9"), header=True)]
    for number, one in enumerate(SHAPES, 1):
        slot = one.slot if one.is_cell else cell(one.slot) if one.slot else cell(p(run("", "<w:i/>")))
        made.append(row(cell(f"{number}. {one.question}"), slot))
    ticks = [row(*(cell(one, bold=True) for one in ("Question", "Yes", "No")))]
    ticks += [row(cell(question), cell(), cell()) for question, *_ in TICKS]
    entries = [row(*(cell(one, bold=True) for one in ("Description of contract", "Customer", "Value")))]
    entries += [row(cell(), cell(), cell()), row(cell(), cell(), cell())]
    return write_docx(
        path,
        p("Torture questionnaire", style="Heading1"),
        p("Please answer every question below in the space given."),
        grid((4800, 4800), *made),
        p("Policies", style="Heading1"),
        grid((6000, 1800, 1800), *ticks),
        p("Relevant experience: list your last three contracts.", style="Heading1"),
        grid((4200, 3000, 2400), *entries),
        p("Key people: list the people who will work on the contract.", style="Heading1"),
        grid((4800, 4800), row(cell("Name", bold=True), cell("Role", bold=True)), _repeating(row(cell(), cell()))),
        p("Declaration", style="Heading1"),
        p("3.1 Please state the name of your insurer:"),
        p(),
        p("3.2 Policy number: ______________________"),
        p(_drawn(text_box(p("3.3 Name of broker: ________________")))),
        p("End of the questionnaire. Thank you."),
        parts={
            "styles.xml": styles(heading_style(1), _placeholder_style()),
            "numbering.xml": numbering(("bullet", "•")),
        },
    )


def _drawn(box: str) -> str:
    """Give a text box the frame that programs draw it by."""
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    frame = (
        f'<w:drawing><wp:inline xmlns:wp="{drawing}/wordprocessingDrawing"><wp:extent cx="4000000" cy="360000"/>'
        f'<wp:docPr id="1" name="Box"/><a:graphic xmlns:a="{drawing}/main"><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="4000000" cy="360000"/></a:xfrm><a:prstGeom prst="rect">'
        '<a:avLst/></a:prstGeom><a:ln w="6350"><a:solidFill><a:srgbClr val="808080"/></a:solidFill></a:ln></wps:spPr>'
    )
    end = "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    made = box.replace("<w:drawing><wps:wsp>", frame).replace("</wps:wsp></w:drawing>", end)
    return made.replace("<v:textbox>", '<v:rect style="width:315pt;height:28pt"><v:textbox>').replace(
        "</v:textbox>", "</v:textbox></v:rect>"
    )


def _repeating(inner: str) -> str:
    item = f"<w:sdt><w:sdtPr><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    return f"<w:sdt><w:sdtPr><w15:repeatingSection/></w:sdtPr><w:sdtContent>{item}</w:sdtContent></w:sdt>"


def _placeholder_style() -> str:
    return (
        '<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>'
        '<w:rPr><w:color w:val="808080"/></w:rPr></w:style>'
    )


if __name__ == "__main__":
    torture_docx(Path(sys.argv[1]))
