"""Boxes to tick and the options beside them: "Yes ☐ No ☐", "☐ Yes" over "☐ No", one box to a line."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from app.packages.blanks import BlankKind
from app.readers.word_view import Line

_LEAD = re.compile(r"(?s)(?P<lead>.*(?:[?:.]|\t|\s{3,}))\s*(?P<option>[^?:\t]*)")
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
    return any(one.blank.kind is BlankKind.BOX for one in line.blanks)


def group_boxes(lines: Iterable[Line]) -> list[BoxGroup]:
    """Read the boxes of lines that follow each other; a second "Yes" begins another group."""
    groups: list[BoxGroup] = []
    for line in lines:
        if not has_box(line):
            if line.text and groups:
                groups[-1].rest.append(line.text)
            continue
        lead, options = read_boxes(line)
        if not groups or lead or any(name in groups[-1].options for name, _ in options):
            groups.append(BoxGroup(lead))
        for name, place in options:
            groups[-1].options[name or str(len(groups[-1].options) + 1)] = place
    return groups


def read_boxes(line: Line) -> tuple[str, list[tuple[str, str]]]:
    """Give the text before the options of one line, and each option with the place of its box."""
    text = line.word.text
    boxes = [(n, one.blank) for n, one in enumerate(line.blanks) if one.blank.kind is BlankKind.BOX]
    edges = [0, *(edge for _, blank in boxes for edge in (blank.start, blank.end)), len(text)]
    parts = [text[edges[i] : edges[i + 1]] for i in range(0, len(edges), 2)]
    lead, names = _names(parts)
    places = [f"{line.place}#{n}" if n else line.place for n, _ in boxes]
    return lead.strip(), [(name.strip(_NOISE), place) for name, place in zip(names, places, strict=True)]


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
