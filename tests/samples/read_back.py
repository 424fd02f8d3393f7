"""What a filled file says at its places, read without any of the program's own code."""

import io
import warnings
import zipfile
from pathlib import Path
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COPIES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TICKS, _BOXES = frozenset(range(0xFC, 0xFF)), frozenset({0x6F, 0x71, 0x72, 0xA8})


def body_of(path: Path) -> etree._Element:
    """Parse the body of a Word file."""
    with zipfile.ZipFile(path) as package:
        body = etree.fromstring(package.read("word/document.xml")).find(W + "body")
    assert body is not None
    return body


def word_cell(body: etree._Element, table: int, row: int, column: int) -> str:
    """Read a cell of a table; controls around rows and cells are looked through."""
    rows = list(body.iterfind(f"{W}tbl"))[table].iter(W + "tr")
    cells = list(list(rows)[row].iter(W + "tc"))
    return words_of(cells[column])


def count_rows(body: etree._Element, table: int) -> int:
    """Count the rows of a table."""
    return len(list(list(body.iterfind(f"{W}tbl"))[table].iter(W + "tr")))


def words_of(element: etree._Element) -> str:
    """Join what a person sees in an element, parted by single spaces."""
    parts = [_shown(one) for one in element.iter() if not any(up.tag == _COPIES for up in one.iterancestors())]
    return " ".join("".join(parts).split())


def excel_values(path: Path) -> dict[str, Any]:
    """Read every cell that holds something, by `Sheet!C5`."""
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of extensions openpyxl leaves out
        book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    return {
        f"{sheet.title}!{cell.coordinate}": cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def _shown(element: etree._Element) -> str:
    name = str(element.tag).removeprefix(W)
    if name == "t":
        return element.text or ""
    if name == "sym":
        code = int(element.get(W + "char", "0"), 16) & 0xFF
        return "☒" if code in _TICKS else "☐" if code in _BOXES else "?"
    if name == "checkBox":
        state = element.find(W + "checked")
        return "☒" if state is not None and state.get(W + "val", "1") == "1" else "☐"
    if name == "ddList":
        chosen = element.find(W + "result")
        return element.findall(W + "listEntry")[int(chosen.get(W + "val", "0")) if chosen is not None else 0].get(
            W + "val", ""
        )
    return " " if name in ("p", "br", "tab") else ""
