"""What stands at a named place of any filled file, read without any of the program's own code.

Places are named as the command `questions --json` prints them: `t3.r2.c1`, `p4.x0.p1`, `Sheet!C5`, `field:Name`.
"""

import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from lxml import etree

from tests.samples.read_back import W, body_of, words_of

_TAGS = {"p": W + "p", "t": W + "tbl", "r": W + "tr", "c": W + "tc"}
_LOOKED_THROUGH = (W + "customXml", W + "smartTag", W + "ins", W + "sdtContent", W + "sdt")
_COPIES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


@dataclass(frozen=True)
class Held:
    """What one place holds."""

    value: Any = None
    """Text; of a cell of a workbook also a number, a day or a truth."""
    is_share: bool = False
    """Whether a cell shows its number as a percentage."""
    states: tuple[str, ...] = ()
    """Of a PDF's buttons: the state of each box, `Off` where it is not ticked."""

    @property
    def text(self) -> str:
        """The value in words, single-spaced."""
        return "" if self.value is None else " ".join(str(self.value).split())


class Places:
    """A file whose places can be read."""

    def __init__(self, path: Path) -> None:
        """Read the file."""
        self._kind = path.suffix.lower()[1:4]
        self._file: Any = {"doc": body_of, "xls": _book, "pdf": _fields}[self._kind](path)

    def __getitem__(self, place: str) -> Held:
        """Read a place; one the file lacks holds nothing."""
        base = place.partition("#")[0]
        if self._kind == "pdf":
            held: Held = self._file.get(base.removeprefix("field:"), Held())
            return held
        return _cell(self._file, base) if self._kind == "xls" else _word(self._file, base)

    @property
    def has_rows(self) -> bool:
        """Whether places can follow below each other: a PDF names its fields freely."""
        return self._kind != "pdf"

    def choice(self, place: str) -> str:
        """Give one of the values a cell or field allows, where it allows only some."""
        if self._kind == "pdf":
            return "Yes" if self[place].states else ""
        return _allowed(self._file, place) if self._kind == "xls" else ""

    def below(self, place: str, down: int) -> Held:
        """Read the place some rows further down in the same column."""
        if self._kind == "xls":
            return self[re.sub(r"(\d+)$", lambda row: str(int(row[1]) + down), place)]
        return self[re.sub(r"\.r(\d+)(?=\.c\d+(?:\.p\d+)?$)", lambda row: f".r{int(row[1]) + down}", place)]


def _word(body: etree._Element, place: str) -> Held:
    node = body
    for letter, number in re.findall(r"([ptrcx])(\d+)", place):
        found = list(_boxes(node) if letter == "x" else _children(node, _TAGS[letter]))
        if int(number) >= len(found):
            return Held()
        node = found[int(number)]
    return Held(words_of(node))


def _children(node: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag in _LOOKED_THROUGH:
            yield from _children(child, tag)


def _boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    for box in paragraph.iter(W + "txbxContent"):
        if not any(up.tag == _COPIES for up in box.iterancestors()):
            yield box


def _book(path: Path) -> Any:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of extensions openpyxl leaves out
        return openpyxl.load_workbook(io.BytesIO(path.read_bytes()))


def _cell(book: Any, place: str) -> Held:
    sheet, _, name = place.rpartition("!")
    if sheet not in book.sheetnames:
        return Held()
    cell = book[sheet][name]
    for merged in book[sheet].merged_cells.ranges:
        if name in merged:
            cell = book[sheet].cell(merged.min_row, merged.min_col)
    value = cell.value
    return Held(value.date() if isinstance(value, datetime) else value, "%" in (cell.number_format or ""))


def _allowed(book: Any, place: str) -> str:
    sheet, _, name = place.rpartition("!")
    for rule in book[sheet].data_validations.dataValidation:
        if rule.type == "list" and name in rule.sqref:
            if rule.formula1.startswith('"'):
                return str(rule.formula1.strip('"').split(",")[0])
            where, _, cells = rule.formula1.rpartition("!")
            return str(book[where.strip("'") or sheet][cells.replace("$", "").partition(":")[0]].value)
    return ""


def _fields(path: Path) -> dict[str, Held]:
    from pypdf import PdfReader

    reader = PdfReader(path)
    if reader.is_encrypted:
        reader.decrypt("")
    states: dict[str, list[str]] = {}
    for page in reader.pages:
        for reference in page.get("/Annots") or ():
            box = reference.get_object()
            if "/AS" in box:
                states.setdefault(_name(box), []).append(str(box["/AS"]).lstrip("/"))
    return {
        name: Held(str(field.get("/V", "")).lstrip("/"), states=tuple(states.get(name, ())))
        for name, field in (reader.get_fields() or {}).items()
    }


def _name(box: Any) -> str:
    parts: list[str] = []
    while box is not None:
        parts += [str(box["/T"])] if "/T" in box else []
        box = box["/Parent"].get_object() if "/Parent" in box else None
    return ".".join(reversed(parts))
