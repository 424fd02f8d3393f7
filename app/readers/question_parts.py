"""A text that asks several things in a list, for which the answer's place holds as many groups of boxes."""

import re

_MARK = re.compile(r"^\W*(?:[-–•●▪*]|\(?(?:[a-z]|[ivx]+|\d{1,2})[.)])\s+", re.IGNORECASE)
_OPENS = re.compile(r"[:–-]\s*$")
"""How a line ends below which a list begins."""
_SHORT = 14
"""Words of an item that stands in a list without a mark of its own."""


def parts_of(text: str, count: int) -> tuple[str, ...]:
    """Part a text into `count` questions, each with what stands before the list; none where no list is so long.

    A list is a run of lines with marks ("- ", "(a) "), or of short lines below one that ends with a colon.
    """
    if count < 2:
        return ()
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for start in range(1, len(lines) - count + 1):
        items, before, after = lines[start : start + count], lines[start - 1], lines[start + count :][:1]
        marked = all(map(_MARK.match, items))
        if marked and (_MARK.match(before) or any(map(_MARK.match, after))):
            continue
        if marked or (_OPENS.search(before) and all(map(_is_item, items)) and not any(map(_is_item, after))):
            intro = "\n".join(lines[:start])
            return tuple(f"{intro}\n{_MARK.sub('', item)}" for item in items)
    return ()


def _is_item(line: str) -> bool:
    return len(line.split()) <= _SHORT and line[-1] not in ".:?" and not line.startswith("*")
