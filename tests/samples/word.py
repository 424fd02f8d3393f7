"""Word files made for tests: just enough of a package, with a body written block by block.

write_docx(path, p("Name: ____"), table(["Question", "Answer"], ["Who are you?", ""]))
"""

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_PARTS = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(text: str, properties: str = "") -> str:
    """A run; tabs and line breaks in the text become their elements."""
    inner = escape(text).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    inner = inner.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{inner}</w:t></w:r>'


def p(*content: str, style: str = "", number: tuple[int, int] | None = None, bold: bool = False) -> str:
    """A paragraph of texts and of ready XML (what begins with `<w:`); `number` is (numbering, level)."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        properties += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    runs = "".join(
        one if one.startswith(("<w:", "<mc:")) else run(one, "<w:b/>" if bold else "") for one in content if one
    )
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def cell(*blocks: str, span: int = 1, merge: str = "", fill: str = "", bold: bool = False) -> str:
    """A cell of paragraphs (a plain text is one); `merge` is `restart` or `continue`, `fill` a colour."""
    properties = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    properties += f'<w:shd w:val="clear" w:fill="{fill}"/>' if fill else ""
    inner = "".join(one if one.startswith("<w:") else p(one, bold=bold) for one in blocks or ("",))
    closing = "<w:p/>" if inner.endswith("</w:tbl>") else ""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}{closing}</w:tc>"


def row(*cells: str, header: bool = False) -> str:
    """A row of cells, or of plain texts."""
    properties = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    return f"<w:tr>{properties}{''.join(one if one.startswith('<w:') else cell(one) for one in cells)}</w:tr>"


def table(*rows: str | list[str]) -> str:
    """A table of rows, or of lists of texts."""
    made = [one if isinstance(one, str) else row(*one) for one in rows]
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(made)}</w:tbl>"


def control(
    content: str, kind: str = "<w:text/>", *, placeholder: bool = False, options: list[str] | None = None
) -> str:
    """A content control around runs, blocks, rows or cells."""
    shown = "<w:showingPlcHdr/>" if placeholder else ""
    if options is not None:
        entries = "".join(f'<w:listItem w:displayText="{escape(one)}" w:value="{escape(one)}"/>' for one in options)
        kind = f"<w:dropDownList>{entries}</w:dropDownList>"
    return f"<w:sdt><w:sdtPr>{shown}{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def tick_control(*, ticked: bool = False) -> str:
    """A check box content control."""
    state = f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/></w14:checkbox>'
    return control(run("☒" if ticked else "☐"), state)


def legacy_text(result: str = "\u2002\u2002\u2002\u2002\u2002") -> str:
    """A legacy text form field."""
    data = '<w:ffData><w:name w:val="Text1"/><w:enabled/><w:textInput/></w:ffData>'
    return _field(f'<w:fldChar w:fldCharType="begin">{data}</w:fldChar>', " FORMTEXT ", run(result))


def legacy_box(*, ticked: bool = False) -> str:
    """A legacy check box form field."""
    data = f'<w:ffData><w:name w:val="Check1"/><w:enabled/><w:checkBox><w:default w:val="{int(ticked)}"/></w:checkBox>'
    return _field(f'<w:fldChar w:fldCharType="begin">{data}</w:ffData></w:fldChar>', " FORMCHECKBOX ", "")


def legacy_list(*entries: str) -> str:
    """A legacy drop-down form field."""
    listed = "".join(f'<w:listEntry w:val="{escape(one)}"/>' for one in entries)
    data = f'<w:ffData><w:name w:val="List1"/><w:enabled/><w:ddList>{listed}</w:ddList></w:ffData>'
    return _field(f'<w:fldChar w:fldCharType="begin">{data}</w:fldChar>', " FORMDROPDOWN ", "")


def text_box(*blocks: str) -> str:
    """A run with a text box, and its fallback copy for old programs."""
    inner = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    modern = (
        f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
    )
    old = f"<mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{modern}{old}</mc:AlternateContent></w:r>"


def inserted(content: str) -> str:
    """Runs inserted with tracked changes."""
    return f'<w:ins w:id="1" w:author="A">{content}</w:ins>'


def deleted(text: str) -> str:
    """Text deleted with tracked changes."""
    return f'<w:del w:id="2" w:author="A"><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del>'


def numbering(*levels: tuple[str, str], start: int = 1) -> str:
    """A numbering part with one list, number 1: (format, text) for each level, such as ("lowerLetter", "(%2)")."""
    made = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (form, text) in enumerate(levels)
    )
    return (
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0">{made}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def styles(*definitions: str) -> str:
    """A styles part of ready definitions."""
    return f"<w:styles {NAMESPACES}>{''.join(definitions)}</w:styles>"


def heading_style(level: int) -> str:
    """The built-in heading style of a level from 1."""
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
    )


def write_docx(path: Path, *blocks: str, parts: dict[str, str] | None = None, main: str = MAIN) -> Path:
    """Write a Word file with this body; `parts` are further parts of `word/`, such as `numbering.xml`."""
    further = parts or {}
    types = "".join(
        f'<Override PartName="/word/{name}" ContentType="{_PARTS}{name.removesuffix(".xml")}+xml"/>' for name in further
    )
    links = "".join(
        f'<Relationship Id="rId{i}" Type="{_OFFICE}/{name.removesuffix(".xml")}" Target="{name}"/>'
        for i, name in enumerate(further, 1)
    )
    relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
    content = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main}"/>{types}</Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{relationships}">'
            f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{relationships}">{links}</Relationships>',
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{''.join(blocks)}<w:sectPr/></w:body></w:document>",
    } | {f"word/{name}": text for name, text in further.items()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in content.items():
            package.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text)
    return path


def _field(begin: str, code: str, result: str) -> str:
    return (
        f'<w:r>{begin}</w:r><w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
