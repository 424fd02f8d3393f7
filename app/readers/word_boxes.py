"""Boxes to tick and the options beside them: "Yes ☐ No ☐", "☐ Yes" over "☐ No", one box to a line."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.packages.blanks import TICKED_BOXES, Blank, BlankKind
from app.readers.word_view import Line

_LEAD = re.compile(r"(?s)(?P<lead>.*(?:[?:.]|\t|\s{3,}))\s*(?P<option>[^?:\t]*)")
_END_OF_OPTION = re.compile(r"\s{3,}|\t|_{3,}|\.{4,}|…|(?i:[\s,;(]+if\s+(?:yes|no|so|not)\b)")
_NOISE = " \t\n\u00a0:;,.–-•*"
_LONGEST_OPTION = 3
"""Words up to which text before a first box is its option and no question."""


@dataclass
class BoxGroup:
    """Options that answer one question."""

    lead: str = ""
    """Text that stands before the first option, on its line."""
    options: dict[str, str] = field(default_factory=dict)
    """Each option and the place of its box; an option without a text is named by its number."""
    rest: list[str] = field(default_factory=list)
    """Lines between and after that hold no box."""

    @property
    def where(self) -> str:
        """The place of the first box."""
        return next(iter(self.options.values()))


def has_box(line: Line) -> bool:
    """Tell whether a line holds a box to tick."""
    boxes = [one.blank for one in line.blanks if one.blank.kind is BlankKind.BOX]
    return bool(boxes) and not (len(boxes) == 1 and _is_shown(line.word.text, boxes[0]))


def _is_shown(text: str, box: Blank) -> bool:
    """Tell whether a sentence only shows what a tick looks like: "Tick ☑ the boxes that apply."."""
    words = [len(part.split()) for part in (text[: box.start], text[box.end :])]
    return box.text in TICKED_BOXES and min(words) > 1 and text.rstrip().endswith(".")


def group_boxes(lines: Iterable[Line]) -> list[BoxGroup]:
    """Read the boxes of lines that follow each other; a second "Yes" begins another group."""
    groups: list[BoxGroup] = []
    for line in lines:
        for text, boxes in _printed_lines(line):
            if boxes:
                _add_boxes(groups, line, text, boxes)
            elif text.strip() and groups:
                groups[-1].rest.append(text.strip())
    return groups


def named_boxes(options: Mapping[str, str]) -> dict[str, str]:
    """Name a lone box without a text beside it: to tick it is to say yes."""
    return {"Yes": options["1"]} if list(options) == ["1"] else dict(options)


_Boxes = list[tuple[int, int, int]]
"""The number of each box among the blanks of its paragraph, its start and end in the printed line."""


def _printed_lines(line: Line) -> Iterator[tuple[str, _Boxes]]:
    """Part a paragraph at its line breaks."""
    at = 0
    boxes = [(n, one.blank) for n, one in enumerate(line.blanks) if one.blank.kind is BlankKind.BOX]
    for text in line.word.text.split("\n"):
        inside = [(n, blank.start - at, blank.end - at) for n, blank in boxes if at <= blank.start <= at + len(text)]
        yield text, inside
        at += len(text) + 1


def _add_boxes(groups: list[BoxGroup], line: Line, text: str, boxes: _Boxes) -> None:
    edges = [0, *(edge for _, start, end in boxes for edge in (start, end)), len(text)]
    parts = [text[edges[i] : edges[i + 1]] for i in range(0, len(edges), 2)]
    lead, names = _names(parts)
    plain = [_END_OF_OPTION.split(name.strip(_NOISE), maxsplit=1)[0].strip(_NOISE) for name in names]
    if not groups or lead.strip() or any(name in groups[-1].options for name in plain if name):
        groups.append(BoxGroup(lead.strip()))
    for name, (n, _, _) in zip(plain, boxes, strict=True):
        place = f"{line.place}#{n}" if n else line.place
        groups[-1].options[name or str(len(groups[-1].options) + 1)] = place


def _names(parts: Sequence[str]) -> tuple[str, list[str]]:
    """Take the text beside each box for its option: before it where a line ends with a box, else after it."""
    first, last = parts[0].strip(_NOISE), parts[-1].strip(_NOISE)
    if first and not last:
        lead, option = _split_lead(parts[0])
        return lead, [option, *parts[1:-1]]
    return parts[0], list(parts[1:])


def _split_lead(text: str) -> tuple[str, str]:
    """Part "Are you registered? Yes" into its question and its option."""
    if len(text.split()) <= _LONGEST_OPTION:
        return "", text
    match = _LEAD.fullmatch(text.rstrip(_NOISE))
    return (match["lead"], match["option"]) if match and match["option"].strip() else ("", text)
