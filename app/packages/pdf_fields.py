"""The fields of a PDF form: names, kinds, values and where their boxes stand (ISO 32000-1, 12.7)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.packages.pdf_text import Box

_READ_ONLY, _REQUIRED = 1 << 0, 1 << 1
_MULTILINE, _PASSWORD = 1 << 12, 1 << 13
_RADIO, _PUSH = 1 << 15, 1 << 16
_COMBO, _MULTI_SELECT = 1 << 17, 1 << 21
_HIDDEN = 1 << 1
_DEEPEST = 30
_MOST_FIELDS = 20_000


class FieldKind(StrEnum):
    """What a field takes."""

    TEXT = "text"
    MULTILINE = "multiline"
    CHECKBOX = "checkbox"
    RADIO = "radio"
    CHOICE = "choice"
    SIGNATURE = "signature"
    BUTTON = "button"


@dataclass(frozen=True, slots=True)
class Widget:
    """One box of a field on a page."""

    page: int
    """Counted from 0."""
    box: Box
    state: str = ""
    """Of a box to tick: the value that ticking it gives, without its slash."""


@dataclass(frozen=True, slots=True)
class PdfField:
    """One field, by its full name."""

    name: str
    kind: FieldKind
    value: str
    widgets: tuple[Widget, ...]
    options: tuple[str, ...] = ()
    tooltip: str = ""
    longest: int | None = None
    is_read_only: bool = False
    is_required: bool = False
    takes_several: bool = False

    @property
    def is_filled(self) -> bool:
        """Whether it holds a value already."""
        return self.value.strip() not in ("", "Off")


def read_fields(reader: Any) -> tuple[PdfField, ...]:
    """Read every field of a form that has a box on a page, in the order of the form."""
    form = _object(reader.trailer["/Root"].get("/AcroForm"))
    if not form:
        return ()
    pages = _pages_of_widgets(reader)
    found = []
    for node, name, inherited in _terminals(_list(form.get("/Fields")), "", {}, 0):
        field = _field(node, name, inherited, pages)
        if field is not None:
            found.append(field)
        if len(found) >= _MOST_FIELDS:
            break
    return tuple(found)


def _object(value: Any) -> Any:
    return value.get_object() if value is not None and hasattr(value, "get_object") else value


def _list(value: Any) -> list[Any]:
    value = _object(value)
    return list(value) if isinstance(value, list) else []


def _pages_of_widgets(reader: Any) -> dict[int, int]:
    """Map the number of each box's object to its page."""
    pages = {}
    for number, page in enumerate(reader.pages):
        for annotation in _list(page.get("/Annots")):
            if (reference := getattr(annotation, "idnum", None)) is not None:
                pages[reference] = number
    return pages


def _terminals(
    nodes: list[Any], prefix: str, inherited: Mapping[str, Any], depth: int
) -> Iterator[tuple[Any, str, Mapping[str, Any]]]:
    """Walk the tree of fields down to those that hold a value; what a parent sets holds for its children."""
    for reference in nodes:
        node = _object(reference)
        if not hasattr(node, "get") or depth > _DEEPEST:
            continue
        part = node.get("/T")
        name = ".".join(piece for piece in (prefix, str(part) if part is not None else "") if piece)
        own = {key: node[key] for key in ("/FT", "/Ff", "/V", "/TU", "/MaxLen", "/Opt", "/DV") if key in node}
        merged = {**inherited, **own}
        kids = [kid for kid in _list(node.get("/Kids")) if hasattr(_object(kid), "get")]
        named = [kid for kid in kids if "/T" in _object(kid)]
        if named:
            yield from _terminals(named, name, merged, depth + 1)
        elif name:
            yield (kids or [reference]), name, merged


def _field(boxes: list[Any], name: str, facts: Mapping[str, Any], pages: Mapping[int, int]) -> PdfField | None:
    flags = _number(facts.get("/Ff"))
    kind = _kind(str(facts.get("/FT", "")), flags)
    widgets = tuple(_widgets(boxes, pages))
    if kind is None or not widgets:
        return None
    value = _object(facts.get("/V"))
    return PdfField(
        name=name,
        kind=kind,
        value=_text(value),
        widgets=widgets,
        options=tuple(_options(facts.get("/Opt"))) if kind is FieldKind.CHOICE else (),
        tooltip=_text(_object(facts.get("/TU"))),
        longest=_number(facts.get("/MaxLen")) or None,
        is_read_only=bool(flags & _READ_ONLY),
        is_required=bool(flags & _REQUIRED),
        takes_several=kind is FieldKind.CHOICE and bool(flags & _MULTI_SELECT),
    )


def _kind(form: str, flags: int) -> FieldKind | None:
    if form == "/Tx":
        return FieldKind.MULTILINE if flags & _MULTILINE else FieldKind.TEXT
    if form == "/Ch":
        return FieldKind.CHOICE
    if form == "/Sig":
        return FieldKind.SIGNATURE
    if form == "/Btn":
        return FieldKind.BUTTON if flags & _PUSH else FieldKind.RADIO if flags & _RADIO else FieldKind.CHECKBOX
    return None


def _widgets(boxes: list[Any], pages: Mapping[int, int]) -> Iterator[Widget]:
    for reference in boxes:
        node = _object(reference)
        page = pages.get(getattr(reference, "idnum", -1))
        sides = [_float(side) for side in _list(node.get("/Rect"))]
        if page is None or len(sides) != 4 or _number(node.get("/F")) & _HIDDEN:
            continue
        left, right = sorted((sides[0], sides[2]))
        bottom, top = sorted((sides[1], sides[3]))
        yield Widget(page, Box(left, bottom, right, top), _state(node))


def _state(node: Any) -> str:
    appearances = _object((_object(node.get("/AP")) or {}).get("/N"))
    names = [str(name).lstrip("/") for name in appearances] if isinstance(appearances, dict) else []
    return next((name for name in names if name != "Off"), "")


def _options(value: Any) -> Iterator[str]:
    for one in _list(value):
        pair = _list(one)
        text = _text(pair[-1] if pair else _object(one)).strip()
        if text:
            yield text


def _text(value: Any) -> str:
    if value is None or isinstance(value, dict):
        return ""
    if isinstance(value, list):
        return "; ".join(_text(_object(one)) for one in value)
    return str(value).lstrip("/") if type(value).__name__ == "NameObject" else str(value)


def _number(value: Any) -> int:
    value = _object(value)
    return int(value) if isinstance(value, (int, float)) else 0


def _float(value: Any) -> float:
    value = _object(value)
    return float(value) if isinstance(value, (int, float)) else 0.0
