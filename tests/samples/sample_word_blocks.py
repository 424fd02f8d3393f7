"""The building blocks of the sample Word questionnaire, made with python-docx and raw XML."""

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document as Doc
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

TEAL, PALE, GREY = "0F5C66", "DCECEE", "F1F1F1"
WHITE = RGBColor(255, 255, 255)
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
BOX = "☐"
SMALL = '<w:color w:val="5A5A5A"/><w:sz w:val="16"/>'
PADDING = (
    '<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
    '<w:bottom w:w="20" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>'
)


def xml(content: str) -> Any:
    """Parse one element of Word's namespace."""
    name = content[1:].split(">", 1)[0].split("/", 1)[0].split(" ", 1)[0]
    return parse_xml(content.replace(f"<{name}", f"<{name} {nsdecls('w')} {W14}", 1))


def run_xml(text: str, properties: str = "") -> str:
    """A run as XML."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def say(place: Paragraph, text: str, *, bold: bool = False, size: float = 10, colour: RGBColor | None = None) -> None:
    """Add a run to a paragraph."""
    run = place.add_run(text)
    run.bold = bold or None
    run.font.size = Pt(size)
    if colour is not None:
        run.font.color.rgb = colour


def shade(cell: _Cell, fill: str) -> None:
    """Colour a cell."""
    cell._tc.get_or_add_tcPr().append(xml(f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'))


def grid(document: Doc, rows: int, widths: Sequence[float]) -> Table:
    """Add a table with borders; widths in centimetres."""
    table = document.add_table(rows, len(widths), style="Table Grid")
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(xml(PADDING))
    return table


def header_row(table: Table, titles: Sequence[str], row: int = 0) -> None:
    """Write a coloured row of headings that is repeated on each page."""
    for cell, title in zip(table.rows[row].cells, titles, strict=True):
        shade(cell, TEAL)
        say(cell.paragraphs[0], title, bold=True, colour=WHITE)
    table.rows[row]._tr.get_or_add_trPr().append(xml("<w:tblHeader/>"))


def section_row(table: Table, row: int, title: str) -> None:
    """Merge a row over the whole width and write a heading into it."""
    cells = table.rows[row].cells
    merged = cells[0].merge(cells[-1])
    shade(merged, PALE)
    say(merged.paragraphs[0], title, bold=True)


def fill_cell(cell: _Cell, text: str, *, bold: bool = False) -> None:
    """Write text into a cell, one paragraph for each line."""
    for number, line in enumerate(text.split("\n")):
        say(cell.paragraphs[0] if number == 0 else cell.add_paragraph(), line, bold=bold)


def fill_rows(table: Table, rows: Sequence[Sequence[str]]) -> None:
    """Write texts into the rows under the headings."""
    for row, texts in zip(table.rows[1:], rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            fill_cell(cell, text)


def text_control(tag: str, prompt: str = "Click or tap here to enter text.") -> str:
    """A plain text content control that shows its prompt."""
    return _control(tag, "<w:text/>", prompt)


def date_control(tag: str) -> str:
    """A date content control that shows its prompt."""
    kind = (
        '<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="en-GB"/>'
        '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
    )
    return _control(tag, kind, "Click or tap to enter a date.")


def list_control(tag: str, options: Sequence[str]) -> str:
    """A drop-down content control that shows its prompt."""
    items = "".join(f"<w:listItem w:displayText={quoteattr(one)} w:value={quoteattr(one)}/>" for one in options)
    prompt = '<w:listItem w:displayText="Choose an item." w:value=""/>'
    return _control(tag, f"<w:dropDownList>{prompt}{items}</w:dropDownList>", "Choose an item.")


def tick_control(tag: str) -> str:
    """A check box content control, not ticked."""
    state = (
        '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
    )
    font = '<w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic"/>'
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/><w:id w:val="{_identity(tag)}"/>{state}</w:sdtPr>'
        f"<w:sdtContent>{run_xml(BOX, font)}</w:sdtContent></w:sdt>"
    )


def legacy_text(name: str) -> list[str]:
    """The runs of a legacy text form field."""
    data = f'<w:ffData><w:name w:val="{name}"/><w:enabled/><w:calcOnExit w:val="0"/><w:textInput/></w:ffData>'
    return _legacy(data, "FORMTEXT", run_xml("\u2002" * 5))


def legacy_box(name: str) -> list[str]:
    """The runs of a legacy check box form field."""
    data = (
        f'<w:ffData><w:name w:val="{name}"/><w:enabled/><w:calcOnExit w:val="0"/>'
        '<w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox></w:ffData>'
    )
    return _legacy(data, "FORMCHECKBOX", "")


def append(place: Paragraph, *content: str) -> None:
    """Append elements given as XML to a paragraph."""
    for one in content:
        place._p.append(xml(one))


def placeholder(place: Paragraph, text: str) -> None:
    """Add a bracketed prompt highlighted in yellow, cut into three runs as editors leave it."""
    mark = '<w:highlight w:val="yellow"/>'
    append(place, run_xml("[", mark), run_xml(text, mark), run_xml("]", mark))


def row_height(table: Table, row: int, centimetres: float) -> None:
    """Give a row at least this height."""
    table.rows[row].height = Cm(centimetres)


def field(place: Paragraph, instruction: str, shown: str) -> None:
    """Add a field such as the page number."""
    append(
        place,
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>',
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        run_xml(shown, SMALL),
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )


def keep_together(table: Table) -> None:
    """Keep every row of a table on one page."""
    for row in table.rows[:-1]:
        for paragraph in row.cells[0].paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def style_colour(document: Doc, name: str, size: float, colour: str) -> None:
    """Set font, size and colour of a style."""
    style = document.styles[name]
    style.font.name = "Arial"
    style.font.size = Pt(size)
    if colour:
        style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{attribute}"), None)
    for attribute in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{attribute}"), "Arial")


def _control(tag: str, kind: str, prompt: str) -> str:
    shown = run_xml(prompt, '<w:color w:val="808080"/>')
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{tag}"/><w:tag w:val="{tag}"/><w:id w:val="{_identity(tag)}"/>'
        f"<w:showingPlcHdr/>{kind}</w:sdtPr><w:sdtContent>{shown}</w:sdtContent></w:sdt>"
    )


def _legacy(data: str, instruction: str, shown: str) -> list[str]:
    separate = ['<w:r><w:fldChar w:fldCharType="separate"/></w:r>', shown] if shown else []
    return [
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>',
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>',
        *separate,
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ]


def _identity(tag: str) -> int:
    return 1000 + sum(ord(letter) * place for place, letter in enumerate(tag, 1))
