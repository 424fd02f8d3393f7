"""The places of a band that wait for an answer, each with its label, its heading and what speaks for it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.questionnaire import Signal
from app.readers.answer_labels import is_answer_label
from app.readers.excel_bands import Band, BandRow, ColumnHeading, blank_places
from app.readers.excel_labels import Label, find_label
from app.readers.excel_legend import Legend
from app.readers.excel_rows import RowReader
from app.readers.excel_surroundings import BandLook, RowLook, are_fields, is_drawn_cell, look_of
from app.readers.excel_view import SheetView, Spot, is_numbering
from app.readers.excel_weights import ENOUGH, Surroundings, total, weigh
from app.readers.headings import Role, heading_role
from app.readers.prompts import Prompt, PromptForm, read_prompt
from app.readers.sentences import asks

_NEVER_DRAWN = (Role.BUYER, Role.SCORE, Role.WEIGHT, Role.PASS_FAIL, Role.ITEM)
_LONGEST_PROMPT = 200
_WEAK = 1.0
_ANSWER_WORDS = 4
_CLEAR_FORMS = (PromptForm.LINE, PromptForm.PLACEHOLDER, PromptForm.BOXES, PromptForm.UNIT)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may wait for an answer."""

    spot: Spot
    label: Label
    heading: ColumnHeading | None
    prompt: Prompt | None
    signals: tuple[Signal, ...]

    @property
    def weight(self) -> float:
        """The sum of its signals."""
        return total(self.signals)

    @property
    def role(self) -> Role | None:
        """What its column's heading makes it."""
        return None if self.heading is None else self.heading.role


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """A row with the places on it that wait for an answer."""

    band_row: BandRow
    candidates: tuple[Candidate, ...]
    texts: tuple[Spot, ...]
    """The row's printed places."""
    weak: tuple[Candidate, ...] = ()
    """Blanks under headings that weigh too little alone, and belong to a table where others of the row do."""

    @property
    def number(self) -> int:
        """The row's number on the sheet."""
        return self.band_row.row.number

    @property
    def has_words(self) -> bool:
        """Whether the row prints more than a number."""
        return _has_words(self.texts)


class CandidateReader:
    """Finds the candidates of one sheet's bands."""

    def __init__(self, view: SheetView, legend: Legend, rows: RowReader, printed: frozenset[str]) -> None:
        """Take the sheet; `printed` are headings that have the buyer's text below them anywhere in the workbook."""
        self._view = view
        self._legend = legend
        self._reader = rows
        self._printed = printed

    def read(self, band: Band) -> tuple[CandidateRow, ...]:
        """Give the rows of a band, each with the places that weigh enough."""
        found = list(blank_places(self._view, band))
        fields = not band.headings and are_fields([places for _, places in found])
        rows = [(row, self._with_beside(band, row, places, all_wait=fields)) for row, places in found]
        look = look_of(band, rows, fields=fields, printed=self._printed)
        return _with_questions_above([self._row(band, row, places, look) for row, places in rows])

    def _row(self, band: Band, row: BandRow, places: Mapping[int, Spot], band_look: BandLook) -> CandidateRow:
        opens = self._opens(band, row, places)
        printed = (spot for spot in places.values() if spot.text and spot.column not in opens)
        texts = tuple(sorted((*row.row.above, *printed), key=lambda spot: spot.column))
        blanks = [column for column in opens if self._might_be(opens[column][0], band)]
        look = RowLook(band, band_look, texts, opens, any(spot.is_formula for spot in places.values()))
        has_words = _has_words(texts)
        found, weak = [], []
        for column, (spot, prompt) in opens.items():
            label = find_label(band, texts, blanks, column)
            heading = band.headings.get(column)
            around = look.around(row, spot, label, prompt, is_marked=self._reader.is_marked(row.row, spot))
            one = Candidate(spot, label, heading, prompt, weigh(self._view, self._legend, spot, around))
            named = label.text or (self._view.instructs and not around.is_marked)
            if one.weight >= ENOUGH if named else not has_words and _is_drawn(one, around):
                found.append(one)
            elif heading is not None and one.weight >= _WEAK and one.role not in _NEVER_DRAWN:
                weak.append(one)
        return CandidateRow(row, tuple(_drawn_first(found)), texts, tuple(weak))

    def _opens(self, band: Band, row: BandRow, places: Mapping[int, Spot]) -> dict[int, tuple[Spot, Prompt | None]]:
        """Give the places that show nothing, or only what is to be put in."""
        opens: dict[int, tuple[Spot, Prompt | None]] = {}
        for column, spot in places.items():
            if not spot.writable or spot.is_formula:
                continue
            if not spot.text or self._reader.is_open(row.row, spot):
                opens[column] = (spot, None)
            elif (prompt := self._prompt(band, places, spot)) is not None:
                opens[column] = (spot, prompt)
        return opens

    def _prompt(self, band: Band, places: Mapping[int, Spot], spot: Spot) -> Prompt | None:
        """Read a text as what is to be put in here, where it stands in an answer's place."""
        if spot.column == min(places) or len(spot.text) > _LONGEST_PROMPT:
            return None
        beside = places.get(spot.last_column + 1)
        if beside is not None and not beside.text and self._might_be(beside, band):
            return None
        prompt = read_prompt(spot.text)
        before = [one for one in places.values() if one.column < spot.column]
        if prompt is None or not _has_words(before):
            return None
        later = (one for column, one in places.items() if column > spot.last_column and not one.text)
        if prompt.form is PromptForm.UNIT and any(self._might_be(one, band) for one in later):
            return None
        role = band.headings[spot.column].role if spot.column in band.headings else None
        told = role in (Role.ANSWER, Role.REMARK) or spot.has_list
        return prompt if prompt.form in _CLEAR_FORMS or told else None

    def _might_be(self, spot: Spot, band: Band) -> bool:
        if spot.text:
            return True
        role = band.headings[spot.column].role if spot.column in band.headings else None
        return bool(spot.style.bordered or spot.validation or spot.style.fill or role is Role.ANSWER)

    def _with_beside(self, band: Band, row: BandRow, places: dict[int, Spot], *, all_wait: bool) -> dict[int, Spot]:
        """Add the empty cell at the right of a text that waits for one, where the file does not hold it."""
        if band.headings:
            return places
        found = dict(places)
        for spot in places.values():
            column = spot.last_column + 1
            if column in places or column > self._view.right or self._view.is_hidden((row.row.number, column)):
                continue
            if spot.text and (_waits(spot, places) or (all_wait and not is_numbering(spot.text))):
                beside = self._view.spot((row.row.number, column))
                if not beside.text and beside.row == row.row.number:
                    found[column] = beside
        return dict(sorted(found.items()))


def _with_questions_above(rows: Sequence[CandidateRow]) -> tuple[CandidateRow, ...]:
    """Give places labelled "Answer" the question that stands above them for a label."""
    found: list[CandidateRow] = []
    for row in rows:
        above = found[-1] if found else None
        if above is not None and _is_answer_row(row) and not any(is_drawn_cell(c.spot) for c in above.candidates):
            asked = _asked(above)
            if asked is not None:
                found[-1] = replace(above, candidates=())
                row = replace(row, candidates=tuple(replace(one, label=asked) for one in row.candidates))
        found.append(row)
    return tuple(found)


def _asked(row: CandidateRow) -> Label | None:
    """Give the text of a row that asks, with the number before it."""
    words = [spot for spot in row.texts if not is_numbering(spot.text) and asks(spot.text) >= 1.25]
    if not words:
        return None
    numbers = [spot.text for spot in row.texts if is_numbering(spot.text) and spot.column < words[-1].column]
    return Label(words[-1].text, numbers[-1] if numbers else "", column=words[-1].column)


def _is_answer_row(row: CandidateRow) -> bool:
    labels = [one.label.text for one in row.candidates]
    short = all(len(text.split()) <= _ANSWER_WORDS and not text.endswith("?") for text in labels)
    return bool(labels) and short and all(heading_role(text) is Role.ANSWER for text in labels)


def _waits(spot: Spot, places: Mapping[int, Spot]) -> bool:
    """Tell whether a text calls for something beside it: a label with a colon, a question, a numbered request."""
    if spot.text.rstrip().endswith((":", "?")) or is_answer_label(spot.text):
        return True
    numbered = any(one.column < spot.column and is_numbering(one.text) for one in places.values())
    return numbered and asks(spot.text) >= 1.75


def _has_words(spots: Iterable[Spot]) -> bool:
    return any(spot.text and not is_numbering(spot.text) for spot in spots)


def _drawn_first(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Leave out an ordinary empty cell without a heading where a box of the same row has the same label."""
    drawn = {one.label.column for one in found if is_drawn_cell(one.spot)}
    return (one for one in found if one.heading or is_drawn_cell(one.spot) or one.label.column not in drawn)


def _is_drawn(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether a place without a label was made to be filled in."""
    if around.has_title_fill or around.is_printed_elsewhere or candidate.role in _NEVER_DRAWN:
        return False
    return (
        around.is_marked or candidate.spot.style.bordered or (candidate.role is Role.ANSWER and candidate.spot.in_file)
    )
