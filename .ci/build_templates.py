"""Build the Word templates of `templates/` from their sources in `templates/source/`.

A source is a text with a head (`title:`, `about:`, and `contents: yes` where it is long), a line `---` and the body:

    # title of the document      ## heading      ### heading below it
    - an entry of a list         > a note to whoever adapts it        *** a new page
    |? label | name:filter |     a row that is left out where the name has no answer
    | label | text |             a row of a table; a row of dashes below the first makes it the heading
    {%p if ... %}                a tag of its own paragraph, inside a table {%tr ... %}
    **bold** within a paragraph

Building again gives the same bytes, so that a change of the sources shows as what it is.
"""

import io
import json
import re
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "templates"
PAGES = (TEMPLATES / "README.md", ROOT / "docs" / "guide" / "templates.md")
"""Where the list of templates and their names stands: beside them, and in the guide."""
FONT = "Arial"
INK, ACCENT, MUTED = RGBColor(0x1B, 0x24, 0x37), RGBColor(0x14, 0x21, 0x3D), RGBColor(0x56, 0x61, 0x79)
LABEL_FILL, HEAD_FILL, NOTE_FILL, LINE = "F4F6FA", "14213D", "FFF1D9", "C9D3E8"
MADE = datetime(2026, 11, 1)  # noqa: DTZ001  a fixed day: the same sources give the same bytes
STAMP = (2026, 11, 1, 0, 0, 0)
BOLD = re.compile(r"\*\*(.+?)\*\*")
MOST_KEPT = 6
"""Rows up to which a table of labels stays on one page."""
WIDTH = 16.5
"""Centimetres between the margins."""


@dataclass(frozen=True)
class Source:
    """One template as it is written down."""

    name: str
    title: str
    about: str
    contents: bool
    lines: tuple[str, ...]


def sources() -> Iterator[Source]:
    """Read every source, in the order of their names."""
    for path in sorted((TEMPLATES / "source").glob("*.txt")):
        head, _, body = path.read_text("utf-8").partition("\n---\n")
        told = dict(line.split(": ", 1) for line in head.splitlines())
        lines = tuple(part for line in body.splitlines() for part in _spelt_out(line.rstrip()))
        yield Source(path.stem, told["title"], told["about"], told.get("contents") == "yes", lines)


def _spelt_out(line: str) -> tuple[str, ...]:
    """Spell out a row that is left out where nothing answers it."""
    if not line.startswith("|?"):
        return (line,)
    label, value = (cell.strip() for cell in line[2:].strip("|").split("|"))
    name, _, way = value.partition(":")
    tag = f"{name}|{way}" if way else name
    return (f"{{%tr if {name} is answered %}}", f"| {label} | {{{{ {tag} }}}} |", "{%tr endif %}")


def build(source: Source) -> bytes:
    """Make the Word file of one source."""
    document = docx.Document()
    _set_styles(document)
    _set_page(document, source)
    at = 0
    while at < len(source.lines):
        line = source.lines[at]
        if _of_table(line):
            stop = next((n for n in range(at, len(source.lines)) if not _of_table(source.lines[n])), len(source.lines))
            document.paragraphs[-1].paragraph_format.keep_with_next = True
            _add_table(document, source.lines[at:stop])
            at = stop
        else:
            _add_line(document, line, source)
            at += 1
    properties = document.core_properties
    properties.title, properties.author, properties.comments = source.title, "", ""
    properties.created = properties.modified = MADE
    properties.last_modified_by, properties.revision = "", 1
    return _same_bytes(document)


def _add_line(document: Any, line: str, source: Source) -> None:
    if not line:
        return
    if line == "***":
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    elif line.startswith("# "):
        _write(document.add_paragraph(style="Title"), line[2:])
        if source.contents:
            _add_contents(document, source)
    elif line.startswith("## "):
        _write(document.add_paragraph(style="Heading 1"), line[3:])
    elif line.startswith("### "):
        _write(document.add_paragraph(style="Heading 2"), line[4:])
    elif line.startswith("- "):
        _write(document.add_paragraph(style="List Bullet"), line[2:])
    elif line.startswith("> "):
        note = document.add_paragraph(style="Note")
        _write(note, line[2:])
    else:
        _write(document.add_paragraph(), line)


def _write(paragraph: Any, text: str) -> None:
    for number, part in enumerate(BOLD.split(text)):
        if part:
            paragraph.add_run(part).bold = True if number % 2 else None


def _of_table(line: str) -> bool:
    return line.startswith(("|", "{%tr "))


def _add_table(document: Any, lines: tuple[str, ...]) -> None:
    rows = [line if line.startswith("{%tr") else _cells(line) for line in lines]
    headed = len(rows) > 1 and isinstance(rows[1], list) and all(set(cell) <= {"-"} and cell for cell in rows[1])
    if headed:
        del rows[1]
    width = max(len(row) for row in rows if isinstance(row, list))
    table = document.add_table(0, width)
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    table.autofit = False
    for column, centimetres in zip(table.columns, _widths(width, headed), strict=True):
        column.width = Cm(centimetres)
    _draw_lines(table)
    for number, row in enumerate(rows):
        cells = table.add_row().cells
        if isinstance(row, str):
            cells[0].text = row
            continue
        for at, text in enumerate(row):
            cell = cells[at]
            cell.width = Cm(_widths(width, headed)[at])
            paragraph = cell.paragraphs[0]
            paragraph.style = "Table text"
            _write(paragraph, text)
            head = headed and number == 0
            if head or (not headed and at == 0 and width > 1):
                _fill(cell, HEAD_FILL if head else LABEL_FILL)
                for run in paragraph.runs:
                    run.bold = True
                    run.font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF) if head else INK
        if headed and number == 0:
            table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        table.rows[-1]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    if not headed:
        _keep_together(table)
    document.add_paragraph(style="After table")


def _keep_together(table: Any) -> None:
    """Keep a short table, such as a signature, on one page."""
    if len(table.rows) <= MOST_KEPT:
        for row in table.rows[:-1]:
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True


def _cells(line: str) -> list[str]:
    """Part a row at its bars, but for those inside a tag."""
    whole = re.sub(r"{{.*?}}", lambda tag: tag[0].replace("|", "\0"), line.strip("|"))
    return [cell.strip().replace("\0", "|") for cell in whole.split("|")]


def _widths(count: int, headed: bool) -> list[float]:
    """Give the widths of columns: labels narrow, columns under headings alike but for a narrow reference."""
    if not headed and count == 2:
        return [5.5, WIDTH - 5.5]
    return [WIDTH / count] * count


def _draw_lines(table: Any) -> None:
    borders = OxmlElement("w:tblBorders")
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{edge}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", LINE)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    properties = table._tbl.tblPr
    indent = OxmlElement("w:tblInd")
    indent.set(qn("w:w"), "85")
    indent.set(qn("w:type"), "dxa")
    properties.find(qn("w:tblLayout")).addprevious(indent)
    properties.find(qn("w:tblLayout")).addprevious(borders)
    margins = OxmlElement("w:tblCellMar")
    for edge in ("top", "left", "bottom", "right"):
        margin = OxmlElement(f"w:{edge}")
        margin.set(qn("w:w"), "85")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.find(qn("w:tblLook")).addprevious(margins)


def _fill(cell: Any, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _add_contents(document: Any, source: Source) -> None:
    """Add a table of contents that shows the headings, and that Word completes with pages when it opens the file."""
    headings = [line[3:] for line in source.lines if line.startswith("## ")]
    begin = document.add_paragraph(style="Contents")
    _field_mark(begin, "begin", dirty=True)
    instruction = OxmlElement("w:instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = ' TOC \\o "1-1" \\h \\z \\u '
    begin.add_run()._r.append(instruction)
    _field_mark(begin, "separate")
    last = begin
    for number, heading in enumerate(headings):
        last = begin if number == 0 else document.add_paragraph(style="Contents")
        last.add_run(BOLD.sub(r"\1", heading))
    _field_mark(last, "end")
    document.add_paragraph(style="After table")


def _field_mark(paragraph: Any, kind: str, *, dirty: bool = False) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    if dirty:
        mark.set(qn("w:dirty"), "true")
    paragraph.add_run()._r.append(mark)


def _add_field(paragraph: Any, instruction: str) -> None:
    for kind in ("begin", "", "separate", "text", "end"):
        if kind == "":
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = f" {instruction} "
            paragraph.add_run()._r.append(element)
        elif kind == "text":
            paragraph.add_run("1")
        else:
            _field_mark(paragraph, kind)


def _set_page(document: Any, source: Source) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.25)
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2.2)
    header = section.header.paragraphs[0]
    header.style = "Running"
    header.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    header.add_run("{% if supplier.legal_name is known %}{{ supplier.legal_name }}{% endif %}")
    footer = section.footer.paragraphs[0]
    footer.style = "Running"
    footer.add_run(f"{source.title}" + "{% if tender.reference is known %}, {{ tender.reference }}{% endif %}\tPage ")
    _add_field(footer, "PAGE")
    footer.add_run(" of ")
    _add_field(footer, "NUMPAGES")


def _set_styles(document: Any) -> None:
    styles = document.styles
    _style(styles["Normal"], 11, INK, after=6, lines=1.15)
    _style(styles["Title"], 22, ACCENT, bold=True, after=14)
    _style(styles["Heading 1"], 15, ACCENT, bold=True, before=16, after=6)
    _style(styles["Heading 2"], 12, ACCENT, bold=True, before=10, after=4)
    styles["Heading 1"].paragraph_format.keep_with_next = styles["Heading 2"].paragraph_format.keep_with_next = True
    _style(styles["List Bullet"], 11, INK, after=3, lines=1.15)
    for name, size, colour, after in (
        ("Table text", 10, INK, 0),
        ("After table", 6, INK, 6),
        ("Contents", 11, INK, 2),
        ("Running", 9, MUTED, 0),
        ("Note", 10, INK, 8),
    ):
        style = styles.add_style(name, 1)
        style.base_style = styles["Normal"]
        _style(style, size, colour, after=after)
    styles["Running"].paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    _bar(styles["Title"], "bottom", "2457D6", "8")
    note = styles["Note"].element.get_or_add_pPr()
    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", NOTE_FILL)):
        shade.set(qn(f"w:{key}"), value)
    note.insert_element_before(shade, "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc")


def _style(
    style: Any,
    size: float,
    colour: RGBColor,
    *,
    bold: bool = False,
    before: float = 0,
    after: float = 0,
    lines: float = 1.0,
) -> None:
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    style.font.color.rgb = colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)
    for name in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), lines
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _bar(style: Any, edge: str, colour: str, size: str) -> None:
    borders, line = OxmlElement("w:pBdr"), OxmlElement(f"w:{edge}")
    for name, value in (("val", "single"), ("sz", size), ("space", "4"), ("color", colour)):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc")


def _same_bytes(document: Any) -> bytes:
    """Save with fixed times, so that building again gives the same file."""
    saved = io.BytesIO()
    document.save(saved)
    out = io.BytesIO()
    with zipfile.ZipFile(saved) as made, zipfile.ZipFile(out, "w") as package:
        for info in sorted(made.infolist(), key=lambda one: (one.filename != "[Content_Types].xml", one.filename)):
            entry = zipfile.ZipInfo(info.filename, STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, made.read(info.filename))
    return out.getvalue()


def readme(listed: tuple[Source, ...]) -> str:
    """Write what each template is for, and every name it uses."""
    lines = [(TEMPLATES / "source" / "README.head.md").read_text("utf-8")]
    for source in listed:
        names = ", ".join(f"`{name}`" for name in _names(source))
        lines += [f"### {source.title}", "", f"`{source.name}`. {source.about}", "", f"Uses {names}.", ""]
    return "\n".join(lines)


def index(listed: tuple[Source, ...]) -> str:
    """Write the list that the window shows: of each template its title and what it is for."""
    cards = {source.name: {"title": source.title, "about": source.about} for source in listed}
    return json.dumps(cards, ensure_ascii=False, indent=1) + "\n"


def _names(source: Source) -> list[str]:
    """List the names of the data that a source uses, in the order of the alphabet."""
    tags = " ".join(re.findall(r"{[{%].*?[%}]}", "\n".join(source.lines)))
    own = set(re.findall(r"\bfor (\w+) in\b", tags))
    dotted = set(re.findall(r"\b([a-z]\w*(?:\.\w+)+)", tags)) | set(re.findall(r"\bin ([a-z_]+)\b", tags))
    return sorted(name for name in dotted | {"supplier.legal_name"} if name.partition(".")[0] not in own)


def main() -> int:
    """Build every template and the list of them."""
    listed = tuple(sources())
    for source in listed:
        (TEMPLATES / f"{source.name}.docx").write_bytes(build(source))
        print(f"{source.name}.docx")
    (TEMPLATES / "index.json").write_text(index(listed), "utf-8")
    for page in PAGES:
        page.write_text(readme(listed), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
