"""What each row of a sheet is there for, by the look and the words of its places."""

import re
from collections.abc import Sequence
from enum import StrEnum

from app.readers.excel_legend import Legend
from app.readers.excel_view import Row, SheetView, Spot, is_number, is_numbering
from app.readers.headings import heading_role, heading_roles
from app.readers.prompts import PromptForm, read_prompt
from app.readers.sentences import asks

_HEADING_WORDS = 45
_TITLE_WORDS = 40
_STRAY_SHARE = 0.25
_DEFAULTS = frozenset(("0", "0.0", "0.00", "1", "n/a", "na", "n", "y", "tbc", "tba", "-", "12", "select", "annual"))
_LONGEST_PLACEHOLDER = 120


class RowKind(StrEnum):
    """What a row is there for."""

    HEADING = "heading"
    SECTION = "section"
    NOTE = "note"
    DATA = "data"
    EMPTY = "empty"


class RowReader:
    """Tells the rows of one sheet apart."""

    def __init__(self, view: SheetView, legend: Legend) -> None:
        self._view = view
        self._legend = legend

    def kind(self, rows: Sequence[Row], at: int, *, is_headed: bool = False) -> RowKind:
        """Tell what a row is there for; `is_headed` says that it stands under headings."""
        row = rows[at]
        texts = [spot for spot in row.texts if not self.is_open(row, spot)]
        opens = [spot for spot in row.spots if self.is_open(row, spot)]
        if not texts:
            drawn = any(not spot.text and (spot.style.bordered or self.is_marked(row, spot)) for spot in row.spots)
            return RowKind.DATA if opens or drawn else RowKind.EMPTY
        if not opens and self._is_heading(rows, at, texts):
            return RowKind.HEADING
        words = [spot for spot in texts if not is_numbering(spot.text)]
        if opens or len(words) != 1 or row.above or any(spot.column > words[0].column for spot in texts):
            return RowKind.DATA
        return self._single(row, words[0], is_headed=is_headed)

    def is_marked(self, row: Row, spot: Spot) -> bool:
        """Tell whether the buyer marked a place as one to fill in: a rule, an unlocked cell, its colour."""
        if not spot.writable or spot.is_formula or self._legend.closes(spot.style.fill):
            return False
        unlocked = self._view.sheet.is_protected
        coloured = self._legend.opens(spot.style.fill) or spot.style.fill in self._view.input_fills
        listed = spot.has_list or spot.has_rule
        if not (unlocked or listed or coloured):
            return False
        return not self._is_stray(row, spot)

    def is_open(self, row: Row, spot: Spot) -> bool:
        """Tell whether a marked place waits for an answer: blank, or holding one of its own options or a default."""
        if not self.is_marked(row, spot):
            return False
        if not spot.text:
            return True
        if spot.has_list:
            options = self._view.sheet.options(spot.position)
            return spot.text.casefold() in {option.casefold() for option in options}
        unlocked = self._view.sheet.is_protected
        tinted = self._legend.opens(spot.style.fill) or (unlocked and spot.has_rule)
        return tinted and _is_default(spot.text)

    def _is_stray(self, row: Row, spot: Spot) -> bool:
        """Tell a blank of a title row, painted as the title, from those of its column that are to be filled in."""
        fill = spot.style.fill
        same = [one for one in row.texts if one.style.fill == fill and one.column < spot.column]
        if not fill or not same or self._legend.opens(fill) or not any(one.style.bold for one in same):
            return False
        column = self._view.list_fills.get(spot.column)
        return column is None or column[fill] < _STRAY_SHARE * column.total()

    def _single(self, row: Row, words: Spot, *, is_headed: bool) -> RowKind:
        """Tell what a row is that says one thing and opens nothing."""
        beside = [spot for spot in row.spots if not spot.text and spot.column > words.column]
        boxes = [spot for spot in beside if spot.style.bordered]
        plain = not words.style.fill and not (is_headed and words.style.bordered)
        waits = any(spot.style.fill != words.style.fill for spot in boxes) or bool(boxes and plain)
        formatted = any(spot.style.number_kind not in ("general", "text") and not spot.style.fill for spot in beside)
        if (waits or formatted) and not self.is_wide(words):
            return RowKind.DATA
        long = len(words.text.split()) > _TITLE_WORDS
        styled = words.style.bold or words.style.fill or words.style.size > 12
        numbered = any(is_numbering(spot.text) and spot.column < words.column for spot in row.texts)
        if is_headed and numbered and not styled:
            return RowKind.DATA
        if styled and not long and not words.text.endswith("?"):
            return RowKind.SECTION
        if long or (self.is_wide(words) and asks(words.text) < 1):
            return RowKind.NOTE
        return RowKind.DATA

    def is_wide(self, spot: Spot) -> bool:
        """Tell whether a place reaches across most of the sheet."""
        used = self._view.sheet.used
        return used is not None and spot.last_column - spot.column + 1 >= max(2, 0.7 * used.width)

    def _is_heading(self, rows: Sequence[Row], at: int, texts: list[Spot]) -> bool:
        """Weigh whether a row names the columns below it."""
        numbers = sum(is_number(spot.text) for spot in texts)
        if len(texts) - numbers < 2 or numbers > 0.3 * len(texts):
            return False
        if any(len(spot.text.split()) > _HEADING_WORDS or _is_placeholder(spot.text) for spot in texts):
            return False
        roles = [role for role in heading_roles([spot.text for spot in texts]) if role is not None]
        weight = 2.0 if len(roles) >= 2 else 1.0 if roles else 0.0
        weight += all(spot.style.bold for spot in texts)
        fills = {spot.style.fill for spot in texts}
        weight += len(fills) == 1 and "" not in fills
        weight += self._differs_below(rows, at, texts)
        weight += 2.0 * are_counted([spot.text for spot in texts])
        weight -= 1.5 * (is_numbering(texts[0].text) and heading_role(texts[0].text) is None)
        weight -= sum(spot.text.endswith(("?", ":")) and heading_role(spot.text) is None for spot in texts) / len(texts)
        return weight >= 2

    def _differs_below(self, rows: Sequence[Row], at: int, texts: list[Spot]) -> bool:
        """Tell whether the next row with anything is made differently: not bold, another colour, blanks to fill in."""
        for row in rows[at + 1 : at + 4]:
            below = {spot.column: spot for spot in row.spots}
            pairs = [(spot, below[spot.column]) for spot in texts if spot.column in below]
            if len(pairs) < 2:
                continue
            return sum(look(a) != look(b) or bool(a.text) != bool(b.text) for a, b in pairs) > len(pairs) / 2
        return False

    def heading_end(self, rows: Sequence[Row], at: int) -> int:
        """Find where the headings end: merged ones reach down, and a second line of headings belongs to the first."""
        bottom = max(spot.last_row for spot in rows[at].spots if spot.text)
        fills = {spot.style.fill for spot in rows[at].texts if spot.style.fill}
        end = at + 1
        while end < len(rows):
            row = rows[end]
            opens = any(self.is_open(row, spot) for spot in row.spots)
            covered = row.number <= bottom
            painted = (
                row.spots
                and not row.texts
                and all(spot.style.fill in fills and spot.style.fill for spot in row.spots[:2])
            )
            second = not opens and self._is_second_line(rows, at, end, fills)
            if opens or not (covered or painted or second):
                return end
            end += 1
        return end

    def _is_second_line(self, rows: Sequence[Row], at: int, end: int, fills: set[str]) -> bool:
        row, texts = rows[end], list(rows[end].texts)
        if not texts or row.number > rows[end - 1].number + 1 or any(is_numbering(spot.text) for spot in texts[:1]):
            return False
        if len(texts) == 1:
            return False
        same = all(spot.style.bold for spot in texts) and all(spot.style.bold for spot in rows[at].texts)
        painted = bool(fills) and all(spot.style.fill in fills for spot in texts)
        return (same or painted) and self._is_heading(rows, end, texts)


def are_counted(texts: Sequence[str]) -> bool:
    """Tell whether texts count the same thing: "Contract 1", "Contract 2", "Contract 3"."""
    parts = [re.fullmatch(r"(\D*\D)\s*(\d{1,2})", text.strip()) for text in texts if text.strip()]
    numbers = [int(part[2]) for part in parts if part is not None]
    stems = {part[1].strip().casefold() for part in parts if part is not None}
    return len(numbers) == len(parts) > 1 and len(stems) == 1 and numbers == list(range(numbers[0], numbers[-1] + 1))


def _is_placeholder(text: str) -> bool:
    prompt = read_prompt(text) if len(text) < _LONGEST_PLACEHOLDER else None
    return prompt is not None and prompt.form in (PromptForm.PLACEHOLDER, PromptForm.LINE, PromptForm.BOXES)


def _is_default(text: str) -> bool:
    """Tell whether a filled cell holds only what is to be written over: a nought, "N/A", 31/XX/20XX."""
    plain = text.strip().strip("£$€%").casefold()
    return plain in _DEFAULTS or "xx" in plain or plain.startswith(("enter ", "insert ", "select ", "please "))


def look(spot: Spot) -> tuple[str, bool]:
    """Give what a title shares with others of its level."""
    return spot.style.fill, spot.style.bold
