"""New values of fields, set behind the buyer's own bytes with a picture of each that every viewer shows."""

import logging
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from app.domain.errors import FileUnreadable
from app.packages.archive import written_beside

_UNLOCK = "Ask the buyer for a copy that is not protected, or copy the answers out."
_MULTILINE, _COMB = 1 << 12, 1 << 24
_SIZE = re.compile(rb"(/[^\s/]+\s+)([\d.]+)(\s+Tf)")
_DRAWN_EVERYWHERE = ("cp1252", "cp1250", "cp1254", "cp1257")
"""Encodings in which the fonts that every viewer has can draw a text."""
_DEEPEST = 30


def write_values(source: Path, values: Mapping[str, str], copy: Path) -> None:
    """Write a copy of a form whose fields, by full name, have these values; of boxes, the name of their state.

    The buyer's bytes stand at the head of the copy and the changes behind them (ISO 32000-1, 7.5.6). Raises
    `FileUnreadable` where the form is protected, OSError.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    from pypdf import PdfReader, PdfWriter

    if PdfReader(source).is_encrypted:
        raise FileUnreadable(source, "is protected against changes", _UNLOCK)
    writer: Any = PdfWriter(source, incremental=True)
    if values:
        hard = any(not _is_drawn_everywhere(value) for value in values.values())
        _set_values(writer, values, needs_redrawing=hard)
    with written_beside(copy) as out:
        writer.write(out)


def _set_values(writer: Any, values: Mapping[str, str], *, needs_redrawing: bool) -> None:
    """Set values and draw them: letters of the buyer's size, smaller only where the text would not fit its box."""
    pages = list(writer.pages)
    values = _without_buttons(writer, values)
    boxes = [(box, *_text_size(box, writer)) for box in _text_boxes(writer, values)]
    own = [box.get("/DA") for box, _, _ in boxes]
    for box, look, _ in boxes:
        _set_look(box, _with_size(look, b"0"))
    writer.update_page_form_field_values(pages, dict(values), auto_regenerate=needs_redrawing)
    for (box, _, _), look in zip(boxes, own, strict=True):
        _set_look(box, look)
    again = {}
    for box, _, size in boxes:
        if size and _drawn_size(box) > size:
            if _is_multiline(box):
                _bound_size(box, size)
            else:
                again[_full_name(box)] = values[_full_name(box)]
    writer.update_page_form_field_values(pages, again, auto_regenerate=needs_redrawing)


def _without_buttons(writer: Any, values: Mapping[str, str]) -> dict[str, str]:
    """Set the boxes to tick, whose value is the name of a state (ISO 32000-1, 12.7.4.2), and give the other values."""
    from pypdf.generic import NameObject

    rest = dict(values)
    for box in _boxes(writer):
        name = _full_name(box)
        if name not in values or _inherited(box, "/FT") != "/Btn":
            continue
        state, states = NameObject(values[name]), box["/AP"]["/N"] if "/AP" in box else {}
        box[NameObject("/AS")] = state if state in states else NameObject("/Off")
        _field_of(box)[NameObject("/V")] = state
        rest.pop(name, None)
    return rest


def _field_of(box: Any) -> Any:
    """Give the field a box belongs to: itself, or the first above it that has a name."""
    for _ in range(_DEEPEST):
        if "/T" in box or "/Parent" not in box:
            break
        box = box["/Parent"].get_object()
    return box


def _is_drawn_everywhere(value: str) -> bool:
    for name in _DRAWN_EVERYWHERE:
        try:
            value.encode(name)
        except UnicodeEncodeError:
            continue
        return True
    return False


def _text_boxes(writer: Any, values: Mapping[str, str]) -> Iterator[Any]:
    """Find the boxes of the text fields that get a value."""
    for box in _boxes(writer):
        if _inherited(box, "/FT") == "/Tx" and not _flags(box) & _COMB and _full_name(box) in values:
            yield box


def _boxes(writer: Any) -> Iterator[Any]:
    for page in writer.pages:
        for reference in page.get("/Annots") or ():
            yield reference.get_object()


def _is_multiline(box: Any) -> bool:
    return bool(_flags(box) & _MULTILINE)


def _flags(box: Any) -> int:
    return int(_inherited(box, "/Ff") or 0)


def _full_name(node: Any) -> str:
    parts = []
    for _ in range(_DEEPEST):
        if node is None:
            break
        if "/T" in node:
            parts.append(str(node["/T"]))
        node = node["/Parent"].get_object() if "/Parent" in node else None
    return ".".join(reversed(parts))


def _inherited(node: Any, key: str) -> Any:
    for _ in range(_DEEPEST):
        if node is None or key in node:
            break
        node = node["/Parent"].get_object() if "/Parent" in node else None
    return None if node is None or key not in node else node[key]


def _text_size(box: Any, writer: Any) -> tuple[Any, float]:
    """Give the look a box has for its text (`/DA`), its own or inherited, and the size of the letters in it."""
    form = writer._root_object["/AcroForm"].get_object()
    look = _inherited(box, "/DA") or form.get("/DA") or "/Helv 0 Tf 0 g"
    found = _SIZE.search(str(look).encode("latin-1", "replace"))
    return look, float(found[2]) if found else 0.0


def _with_size(look: Any, size: bytes) -> Any:
    from pypdf.generic import TextStringObject

    changed = _SIZE.sub(rb"\g<1>" + size + rb"\g<3>", str(look).encode("latin-1", "replace"))
    return TextStringObject(changed.decode("latin-1"))


def _set_look(box: Any, look: Any) -> None:
    from pypdf.generic import NameObject

    if look is None:
        box.pop("/DA", None)
    else:
        box[NameObject("/DA")] = look


def _drawn_size(box: Any) -> float:
    picture = box["/AP"]["/N"].get_object() if "/AP" in box else None
    found = _SIZE.search(picture.get_data()) if picture is not None else None
    return float(found[2]) if found else 0.0


def _bound_size(box: Any, size: float) -> None:
    """Draw smaller letters: what was wrapped at a larger size fits at a smaller one."""
    picture = box["/AP"]["/N"].get_object()
    picture.set_data(_SIZE.sub(rb"\g<1>" + f"{size:g}".encode() + rb"\g<3>", picture.get_data()))
