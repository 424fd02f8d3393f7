"""The printed label of a form field: the words beside, above or below it, the nearest first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.packages.pdf_fields import FieldKind
from app.packages.pdf_text import Box
from app.readers.pdf_layout import FieldSpot, FormPage, Segment

_FAR_LEFT = 320.0
_ABOVE, _BELOW = 16.0, 12.0
_LINE_STEP = 1.7
_MOST_LINES = 9
_UNIT = re.compile(r"(?i)(%|per\s?cent|days?|weeks?|months?|years?|hours?|miles|km|pounds|gbp|tonnes?|kg|fte)\b|%")
_NUMBERED = re.compile(r"^\(?((?:\d{1,2}(?:\.\w{1,3})*|[a-z]|[ivx]{1,4}))[.)]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class FieldLabel:
    """What is printed for a field."""

    text: str
    unit: str = ""
    """What is printed right after it: %, days."""
    ref: str = ""


def find_label(page: FormPage, spot: FieldSpot) -> FieldLabel | None:
    """Find the printed label of a field that text is written into, or None."""
    options = [*_left(page, spot), *_above(page, spot), *_below(page, spot)]
    if not options:
        return None
    _, segment, is_above = min(options, key=lambda one: one[0])
    text = paragraph(page, segment) if is_above or _goes_on(segment) else segment.text
    ref = _NUMBERED.match(text)
    return FieldLabel(_NUMBERED.sub("", text).strip(), _unit(page, spot), ref[1] if ref else "")


def beside(page: FormPage, box: Box, before: float) -> str:
    """Give all the words at the left of `before` that stand level with a box."""
    level = [segment for segment in page.segments if segment.box.shares_line(box)]
    words = [
        (round(-word.box.middle), word.box.left, word.text)
        for segment in level
        for word in segment.words
        if word.box.right <= before + 2
    ]
    return " ".join(text for *_, text in sorted(words))


def paragraph(page: FormPage, last: Segment) -> str:
    """Give the text that ends with a segment: the lines above it that run on, up to a gap or a field."""
    found = [last]
    while len(found) < _MOST_LINES:
        above = _line_above(page, found[0])
        if above is None:
            break
        found.insert(0, above)
        if _begins_after_field(page, above) or _NUMBERED.match(above.text):
            break
    return " ".join(segment.text for segment in found)


def _line_above(page: FormPage, segment: Segment) -> Segment | None:
    """Give the segment on the line above that this one continues."""
    if _NUMBERED.match(segment.text):
        return None
    for line in range(segment.line - 1, max(-1, segment.line - 3), -1):
        over = [page.segments[index] for index in page.lines[line]]
        fits = [one for one in over if one.box.overlap_across(segment.box) > 0 and one.says_something]
        if fits:
            return fits[-1] if _runs_on(fits[-1], segment) else None
    return None


def _runs_on(above: Segment, segment: Segment) -> bool:
    """Tell whether a sentence goes on from one segment to the next."""
    if above.box.middle - segment.box.middle > _LINE_STEP * segment.box.height:
        return False
    if _goes_on(segment):
        return True
    reaches = above.box.right > segment.box.left + 0.6 * segment.box.width
    return reaches and not above.text.endswith((":", ".", "?", "!")) and not segment.text.isupper()


def _begins_after_field(page: FormPage, segment: Segment) -> bool:
    on_line = [spot for spot in page.spots if spot.box.shares_line(segment.box)]
    return any(spot.box.right <= segment.box.left + 4 for spot in on_line)


def _goes_on(segment: Segment) -> bool:
    return segment.text[:1].islower()


def _left(page: FormPage, spot: FieldSpot) -> list[tuple[float, Segment, bool]]:
    found = []
    for segment in page.segments:
        gap = spot.box.left - segment.box.right
        if segment.box.shares_line(spot.box) and -6 <= gap <= _FAR_LEFT and segment.says_something:
            blocked = any(_between(other.box, segment.box, spot.box) for other in page.spots if other is not spot)
            if not blocked:
                found.append((max(0.0, gap) / 150, segment, False))
    return found


def _between(other: Box, left: Box, right: Box) -> bool:
    return other.shares_line(right) and left.right - 6 <= other.left and other.right <= right.left + 6


def _above(page: FormPage, spot: FieldSpot) -> list[tuple[float, Segment, bool]]:
    inside = spot.field.kind in (FieldKind.MULTILINE, FieldKind.SIGNATURE)
    found = []
    for segment in page.segments:
        gap = segment.box.bottom - spot.box.top
        low = -0.8 * segment.box.height if inside else -5
        if low <= gap <= _ABOVE and _stands_over(segment, spot) and not _is_label_of_another(page, segment, spot):
            found.append((0.4 + max(0.0, gap) / 20, segment, True))
    return found


def _below(page: FormPage, spot: FieldSpot) -> list[tuple[float, Segment, bool]]:
    found = []
    for segment in page.segments:
        gap = spot.box.bottom - segment.box.top
        if -4 <= gap <= _BELOW and _stands_over(segment, spot) and not _is_label_of_another(page, segment, spot):
            found.append(
                ((0.5 if spot.field.kind is FieldKind.SIGNATURE else 0.7) + max(0.0, gap) / 20, segment, False)
            )
    return found


def _stands_over(segment: Segment, spot: FieldSpot) -> bool:
    across = segment.box.overlap_across(spot.box)
    return segment.says_something and across > 0.4 * min(segment.box.width, spot.box.width)


def _is_label_of_another(page: FormPage, segment: Segment, spot: FieldSpot) -> bool:
    """Tell whether a segment stands right at the left of another field."""
    return any(
        other.box.shares_line(segment.box) and -6 <= other.box.left - segment.box.right <= 30
        for other in page.spots
        if other is not spot
    )


def _unit(page: FormPage, spot: FieldSpot) -> str:
    """Give the unit printed right after a field."""
    right = [s for s in page.segments if s.box.shares_line(spot.box) and -4 <= s.box.left - spot.box.right <= 20]
    match = _UNIT.match(min(right, key=lambda one: one.box.left).text) if right else None
    return match[0] if match else ""


def words_between(page: FormPage, box: Box, left: float, right: float) -> str:
    """Give the words on a box's line between two edges."""
    found: Sequence[Segment] = [s for s in page.segments if s.box.shares_line(box)]
    words = [
        word for segment in found for word in segment.words if word.box.left >= left - 2 and word.box.right <= right + 2
    ]
    return " ".join(word.text for word in sorted(words, key=lambda one: one.box.left))
