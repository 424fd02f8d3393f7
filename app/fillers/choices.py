"""Which of the buyer's own options an answer chooses, and which box belongs to which option."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.values import JsonValue
from app.fillers.refusal import Unwritable
from app.fillers.values import plain
from app.packages.blanks import Blank, BlankKind

_YES = (
    "yes",
    "y",
    "true",
    "agree",
    "agreed",
    "accept",
    "accepted",
    "confirm",
    "confirmed",
    "compliant",
    "comply",
    "pass",
)
_NO = ("no", "n", "false", "disagree", "not", "non", "reject", "rejected", "decline", "declined", "fail", "do not")
_MOST_LISTED = 6
_REMARK = re.compile(
    r"(?i)\d[\d,.]*%?|(?:foot)?note \w{1,4}"
    r"|(?:max(?:imum|\.)?|up to|(?:no|not) more than|limit(?:ed to|:)?|not exceeding)\b.*"
    r"|(?:see|refer to)\b.*|\d[\d,]* (?:words?|characters?|pages?|marks?|points?)(?: max(?:imum)?)?"
)


def choose(value: JsonValue, options: Sequence[str]) -> str:
    """Find the option that one answer means, in the buyer's own words.

    Raises `Unwritable` where none or more than one fits.
    """
    if isinstance(value, bool):
        words = _YES if value else _NO
        found = [one for word in words for one in options if _begins(one, word)]
        if found:
            return found[0]
    wanted = plain(("Yes" if value else "No") if isinstance(value, bool) else str(value))
    same = [one for one in options if plain(one) == wanted]
    near = same or [one for one in options if wanted and (_begins(one, wanted) or _begins(str(value), plain(one)))]
    if same or len(near) == 1:
        return near[0]
    if isinstance(value, str) and wanted in ("true", "false", "y", "n", "yes", "no") and not near:
        return choose(wanted in ("true", "y", "yes"), options)
    raise Unwritable(f"“{_shown(value)}” is not one of the buyer's options: {_listed(options)}.")


def choose_all(value: JsonValue, options: Sequence[str]) -> tuple[str, ...]:
    """Find the options that an answer of several means: a list, or a text with one to a line or semicolon."""
    parts: Sequence[JsonValue]
    if isinstance(value, str):
        whole = [one for one in options if plain(one) == plain(value)]
        parts = whole or [part for part in re.split(r"[\n;]", value) if part.strip()]
    else:
        parts = value if isinstance(value, Sequence) else [value]
    chosen = tuple(dict.fromkeys(choose(part, options) for part in parts))
    if not chosen:
        raise Unwritable("The answer is empty.")
    return chosen


def choose_boxes(value: JsonValue, options: Sequence[str], *, several: bool) -> tuple[str, ...]:
    """Find the boxes an answer ticks; a box that stands alone is ticked for Yes and left for No.

    Raises `Unwritable` where none fits, or more than one is chosen and `several` are not asked for.
    """
    if len(options) == 1 and is_yes_or_no(value):
        return tuple(options) if choose(value, ("Yes", "No")) == "Yes" else ()
    chosen = choose_all(value, options)
    if len(chosen) > 1 and not several:
        raise Unwritable("Only one of the buyer's options can be chosen.")
    return chosen


def is_yes_or_no(value: JsonValue) -> bool:
    """Tell whether an answer says Yes or No and nothing else."""
    return isinstance(value, bool) or plain(str(value)) in ("yes", "no", "true", "false")


@dataclass(frozen=True, slots=True)
class LabelledBox:
    """A box in a text, its number among the blanks of the text, and the words that belong to it."""

    number: int
    blank: Blank
    label: str


def labelled_boxes(text: str, blanks: Sequence[Blank]) -> tuple[LabelledBox, ...]:
    """Join each box with its words: those after it in "☐ Yes ☐ No", those before it in "Yes ☐ No ☐"."""
    boxes = [(number, one) for number, one in enumerate(blanks) if one.kind is BlankKind.BOX]
    if not boxes:
        return ()
    starts = [0, *(one.end for _, one in boxes)]
    ends = [*(one.start for _, one in boxes), len(text)]
    between = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    words_first = bool(plain(between[0].rpartition("\n")[2])) and not plain(between[-1].partition("\n")[0])
    labels = [_last_line(one) for one in between[:-1]] if words_first else [_first_line(one) for one in between[1:]]
    return tuple(LabelledBox(number, one, label) for (number, one), label in zip(boxes, labels, strict=True))


def is_remark(blank: Blank, text: str) -> bool:
    """Tell whether brackets among other words hold a figure, a limit or a footnote of the buyer, and no answer."""
    alone = not plain(text[: blank.start] + text[blank.end :])
    return blank.kind is BlankKind.BRACKETED and not alone and bool(_REMARK.fullmatch(blank.text.strip("[] ")))


def printed_choice(text: str, options: Sequence[str]) -> tuple[int, int] | None:
    """Find where a text prints the options to choose from, such as "Yes / No"; None where it does not."""
    if len(options) < 2:
        return None
    between = r"\s*(?:/|\||,|;|\bor\b|\n)\s*"
    pattern = between.join(rf"\b{re.escape(one.strip())}(?!\w)" for one in options)
    match = re.search(pattern, text, re.IGNORECASE)
    return (match.start(), match.end()) if match else None


def option_places(places: Mapping[str, str], chosen: Sequence[str]) -> dict[str, bool]:
    """Say for each place of a box whether it is to be ticked."""
    return {place: option in chosen for option, place in places.items()}


def _begins(text: str, words: str) -> bool:
    mine = plain(text)
    return bool(words) and (mine == words or mine.startswith(words + " "))


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.split("\n") if plain(line)), "")


def _last_line(text: str) -> str:
    return next((line.strip() for line in reversed(text.split("\n")) if plain(line)), "")


def _shown(value: JsonValue) -> str:
    text = ("Yes" if value else "No") if isinstance(value, bool) else str(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _listed(options: Sequence[str]) -> str:
    more = f" and {len(options) - _MOST_LISTED} more" if len(options) > _MOST_LISTED else ""
    return ", ".join(options[:_MOST_LISTED]) + more
