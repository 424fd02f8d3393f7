"""The fields of a PDF form into questions: the printed label asks, the field's tooltip only helps."""

import re
from collections.abc import Iterator, Sequence

from app.domain.questionnaire import Kind, Limit, LimitUnit, Question, Signal, Slot, question_id
from app.packages.pdf_fields import FieldKind, PdfField
from app.packages.pdf_file import PdfFile
from app.readers.headings import SUPPLIER
from app.readers.kinds import is_yes_no, kind_of
from app.readers.limits import find_limit
from app.readers.patterns import any_of
from app.readers.pdf_boxes import BoxGroup, group_boxes
from app.readers.pdf_grid import Grid, find_grids
from app.readers.pdf_labels import FieldLabel, find_label
from app.readers.pdf_layout import FieldSpot, FormPage, lay_out
from app.readers.prompts import read_prompt
from app.readers.sentences import asks, is_sentence
from app.readers.who_fills import Filler, told_filler

_PROCUREMENT = any_of(
    "solicitation", "tender", "procurement", "opportunity", "rfq", "rfp", "itt", "bid", "contract", "project"
)
_BUYERS = re.compile(
    rf"(?i)\W*(?:{_PROCUREMENT}\s+(?:number|no\.?|ref(?:erence)?|#|id|title|name)|"
    r"(?:release|due|closing|issue|issued|return|deadline|submission)\s+(?:date|time)|"
    r"(?:date|time)\s+(?:issued|due)|deadline|page[\W_\d]*(?:of)?[\W_\d]*|(?:enter\s+)?(?:total\s+)?(?:number\s+of\s+)?pages?"
    r"(?:\s+numbers?)?|of)\W*"
)
_ONLY = re.compile(r"(?i)\b(?:completed|filled\s+(?:in|out)|used?|signed)\s+by\s+(?P<who>[\w\s/&'’-]{2,60}?)\s+only\b")
_ON_PAGES = 3
_SHARED_WORDS = 0.5
_TWO_LINES = 24.0
"""Points of height from which a field for several lines holds more than one."""
_MEANINGLESS = re.compile(
    r"(?i)(?:text(?:\s?field)?|check\s?box|field|drop\s?down|radio|button|untitled|undefined)?\s*\d*"
)


def read_form(pdf: PdfFile) -> tuple[Question, ...]:
    """Read the questions of a form's fields, page by page from the top down."""
    fields = [field for field in pdf.fields if field.kind is not FieldKind.BUTTON]
    seen: set[str] = set()
    found: list[Question] = []
    for number in sorted({widget.page for field in fields for widget in field.widgets}):
        page = lay_out(number, pdf.words(number), fields)
        for question in _questions(page):
            if question.id not in seen:
                seen.add(question.id)
                found.append(question)
    return tuple(found)


def _questions(page: FormPage) -> Iterator[Question]:
    """Give the questions of a page in the order in which their places stand."""
    found: list[tuple[float, float, Question]] = []
    taken: set[str] = set()
    for grid in find_grids(page):
        if _is_open(page, grid.rows[0][0]) and not any(spot.field.is_filled for spot in grid.rows[0]):
            found.append((*_order(grid.rows[0][0]), _of_grid(page, grid)))
        taken |= {spot.field.name for spot in grid.spots}
    for group in group_boxes(page):
        spots = [spot for _, spot in group.options]
        free = not any(spot.field.name in taken or spot.field.is_filled for spot in spots)
        if free and group.text and _is_open(page, spots[0]):
            found.append((*_order(spots[0]), _of_boxes(group)))
        taken |= {spot.field.name for spot in spots}
    for spot in page.spots:
        if spot.field.name not in taken and not spot.field.is_filled and _is_open(page, spot):
            question = _of_field(page, spot)
            if question is not None:
                found.append((*_order(spot), question))
    return (question for *_, question in sorted(found, key=lambda one: one[:2]))


def _order(spot: FieldSpot) -> tuple[float, float]:
    return -round(spot.box.middle / 8), spot.box.left


def _is_open(page: FormPage, spot: FieldSpot) -> bool:
    """Tell whether the supplier is to fill a field: not locked, not repeated as a page's head, not the buyer's."""
    field = spot.field
    if field.is_read_only or len({widget.page for widget in field.widgets}) >= _ON_PAGES:
        return False
    above = [s for s in page.segments if s.box.bottom >= spot.box.top - 4]
    told = [filler for s in sorted(above, key=lambda one: one.box.bottom) if (filler := _filler(s.text))]
    return not told or told[0] is Filler.SUPPLIER


def _filler(text: str) -> Filler | None:
    """Tell who fills in what follows a text; "by ... only" closes it to all but those named."""
    only = _ONLY.search(text)
    if only is None:
        return told_filler(text)
    return Filler.SUPPLIER if re.search(rf"(?i)\b{SUPPLIER}", only["who"]) else Filler.BUYER


def _of_field(page: FormPage, spot: FieldSpot) -> Question | None:
    field = spot.field
    printed = find_label(page, spot)
    tooltip = _plain(field.tooltip)
    label = printed or FieldLabel(tooltip or _spelt(field.name))
    if not label.text or _BUYERS.fullmatch(label.text):
        return None
    signals = (Signal("is a field of the form", 2.5), _by_label(printed, tooltip))
    text = f"{label.text} ___ {label.unit}" if label.unit else label.text
    limit = find_limit(text, tooltip) or _longest(field)
    return Question(
        id=question_id(_place(field)),
        text=text,
        slot=Slot(_place(field)),
        kind=_kind(spot, label, limit),
        ref=label.ref,
        section=_section(page, spot),
        guidance="" if _says_the_same(tooltip, text) else tooltip,
        options=field.options,
        limit=limit,
        mandatory=field.is_required,
        confidence=0.95 if printed is not None else 0.7 if tooltip else 0.5,
        signals=signals,
    )


def _by_label(printed: FieldLabel | None, tooltip: str) -> Signal:
    if printed is not None:
        return Signal("has a printed label", 1.0 + asks(printed.text) / 2)
    return Signal("has a tooltip and no printed label", 0.5) if tooltip else Signal("has only a name", -0.5)


def _kind(spot: FieldSpot, label: FieldLabel, limit: Limit | None) -> Kind:
    field = spot.field
    if field.kind is FieldKind.SIGNATURE:
        return Kind.SIGNATURE
    if field.options:
        told = kind_of(label.text, options=field.options)
        return Kind.MULTI_CHOICE if field.takes_several else told
    told = kind_of(label.text, prompt=read_prompt(label.unit) if label.unit else None, limit=limit)
    roomy = field.kind is FieldKind.MULTILINE and spot.box.height >= _TWO_LINES
    if roomy and told in (Kind.TEXT, Kind.YES_NO, Kind.DECLARATION):
        return Kind.LONG_TEXT
    return Kind.TEXT if told is Kind.DECLARATION else told


def _longest(field: PdfField) -> Limit | None:
    if field.longest is None:
        return None
    return Limit(LimitUnit.CHARACTERS, field.longest, f"The field holds {field.longest} characters.")


def _of_boxes(group: BoxGroup) -> Question:
    spots = [spot for _, spot in group.options]
    names = [name or spot.widget.state or f"Box {at}" for at, (name, spot) in enumerate(group.options, 1)]
    place = _place(spots[0].field)
    one_field = spots[0].field.kind is FieldKind.RADIO
    slots = {name: _place(spot.field) for name, spot in zip(names, spots, strict=True)}
    text = re.sub(r"^\s*\(?(?:\d{1,2}|[a-z])[.)]\s+", "", group.text).strip()
    return Question(
        id=question_id(place),
        text=text or names[0],
        slot=Slot(place, slots if len(spots) > 1 or not one_field else {}),
        kind=_kind_of_boxes(text, names, one_field=one_field, is_list=group.is_list),
        options=tuple(names),
        confidence=0.93,
        signals=(Signal("has boxes to tick", 3.0), Signal("has a printed label", 1.0 + asks(text) / 2)),
    )


def _kind_of_boxes(text: str, names: Sequence[str], *, one_field: bool, is_list: bool) -> Kind:
    if len(names) == 1:
        return Kind.DECLARATION if is_sentence(text) and "?" not in text else Kind.YES_NO
    if is_yes_no(names):
        return Kind.YES_NO
    told = kind_of(text, options=names)
    return told if one_field or not is_list else Kind.MULTI_CHOICE


def _of_grid(page: FormPage, grid: Grid) -> Question:
    first = grid.rows[0]
    names = [
        heading or _plain(spot.field.tooltip) or _spelt(spot.field.name)
        for heading, spot in zip(grid.headings, first, strict=True)
    ]
    place = _place(first[0].field)
    section = _section(page, first[0])
    return Question(
        id=question_id(place),
        text="; ".join(names),
        slot=Slot(place, {name: _place(spot.field) for name, spot in zip(names, first, strict=True)}),
        kind=Kind.TABLE,
        section=section,
        confidence=0.93,
        signals=(Signal("is a field of the form", 2.5), Signal("stands in rows and columns of fields", 1.5)),
    )


def _section(page: FormPage, spot: FieldSpot) -> str:
    """Give the nearest heading above: a short line in capitals or with a number, that no field stands beside."""
    for segment in sorted(page.segments, key=lambda one: one.box.bottom):
        if segment.box.bottom < spot.box.top + 2 or len(segment.text.split()) > 12 or not segment.says_something:
            continue
        beside = any(other.box.shares_line(segment.box) for other in page.spots)
        headed = segment.text.isupper() or re.match(r"\d{1,2}\.\s+[A-Z]", segment.text)
        if headed and not beside:
            return segment.text
    return ""


def _place(field: PdfField) -> str:
    return f"field:{field.name}"


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(" :_")


def _spelt(name: str) -> str:
    """Make words of a field's name: `form1[0].Registered_Office` is "Registered Office"; nothing of `Text12`."""
    last = re.sub(r"\[\d+\]", "", name.rpartition(".")[2] or name)
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|[_\-.]+", " ", last).strip()
    return (
        ""
        if re.fullmatch(r"(?i)(?:text|check\s?box|field|dropdown|radio|button|untitled|undefined)?\s*\d*", words)
        else words
    )


def _says_the_same(tooltip: str, text: str) -> bool:
    words = set(re.findall(r"\w+", tooltip.lower()))
    return len(words & set(re.findall(r"\w+", text.lower()))) >= _SHARED_WORDS * len(words) if words else True
