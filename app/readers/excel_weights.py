"""How surely a place of a sheet waits for the supplier's answer: general signals, weighed together.

Each signal says one thing that can be seen; the sum decides, and goes with the question for the user to look at.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.questionnaire import Signal
from app.packages.sheet_styles import NumberKind
from app.readers.answer_labels import is_answer_label
from app.readers.excel_bands import ColumnHeading
from app.readers.excel_legend import Legend
from app.readers.excel_view import SheetView, Spot
from app.readers.headings import Role, heading_role
from app.readers.prompts import Prompt, PromptForm
from app.readers.sentences import asks, instructs
from app.readers.who_fills import Filler, owner_of

ENOUGH = 2.5
"""From this sum on a place counts as one to answer."""
MARKS = frozenset(
    {
        "offers a list of answers",
        "checks what is typed in",
        "is unlocked on a protected sheet",
        "has the colour the buyer names for answers",
        "has a colour that only blanks have",
    }
)
"""The names of the signals by which a buyer marks a place as one to fill in."""
NO_LABEL = "has neither label nor heading"
_SHARE_OF_COLUMN = 0.6
_LONG_LABEL = 90
_SHORT_LABEL = 5
_VALUE = re.compile(
    r"(?i)\b(?:prices?|costs?|rates?|fees?|charges?|amount|total|tender(?:ed)?|offer(?:ed)?|bid|brand|make|model|manufacturer|"
    r"lead\s+time|delivery|discount|harga|jumlah|kos|jenama)\b|[£€$]"
)
_ANSWERS = (Role.ANSWER, Role.YES, Role.NO, Role.OPTION)
_PRINTED = (Role.ITEM, Role.REFERENCE, Role.QUESTION, Role.GUIDANCE, Role.TYPE, Role.LIMIT, Role.MANDATORY)
_BUYERS = (Role.BUYER, Role.SCORE, Role.WEIGHT, Role.PASS_FAIL)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a place."""

    label: str = ""
    heading: ColumnHeading | None = None
    prompt: Prompt | None = None
    is_marked: bool = False
    share_of_column: float = 0.0
    """How many of the rows with a label leave this column blank, 0 to 1."""
    is_beside: bool = False
    """Whether nothing stands between the label and the place."""
    is_printed_elsewhere: bool = False
    """Whether the buyer's own text stands below the same heading in other rows or sheets."""
    is_one_of_fields: bool = False
    """Whether the rows around it are the labels of a form."""
    follows_request: bool = False
    """Whether the text above the headings asks to fill the table in."""
    follows_value: bool = False
    """Whether the label has a value already, between the two."""
    is_filled_elsewhere: bool = False
    """Whether the buyer wrote into other rows of the column."""
    is_total: bool = False
    """Whether the row adds up others by a formula."""
    is_counted: bool = False
    """Whether its heading is one of several that count the same thing."""
    is_title: bool = False
    """Whether the label lacks the colon that most labels of the form have."""
    is_for_buyer: bool = False
    """Whether a title or note above gives the rows to the buyer."""
    has_title_fill: bool = False
    """Whether the place is painted as a title or heading is."""


def weigh(view: SheetView, legend: Legend, spot: Spot, around: Surroundings) -> tuple[Signal, ...]:
    """List the signals that speak for and against a place."""
    return (
        *_by_cell(view, legend, spot, around),
        *_by_heading(around),
        *_by_label(around),
        *_by_words(around),
        *_by_others(around),
    )


def total(signals: tuple[Signal, ...]) -> float:
    """Add the weights up."""
    return sum(signal.weight for signal in signals)


def confidence(weight: float) -> float:
    """Turn a sum of weights into a share of 1: a half a little below what is enough, 0.97 at 6."""
    return round(1 / (1 + math.exp(-(weight - 1.75) * 0.85)), 3)


def _by_cell(view: SheetView, legend: Legend, spot: Spot, around: Surroundings) -> Iterator[Signal]:
    if around.is_marked:
        yield from _by_mark(view, legend, spot)
    if spot.validation is not None and spot.validation.prompt:
        yield Signal("shows a prompt when entered", 0.5)
    if spot.style.bordered:
        yield Signal("is drawn as a box", 1.0)
    if spot.style.number_kind not in (NumberKind.GENERAL, NumberKind.TEXT):
        yield Signal("is formatted for a value", 0.5)
    if not spot.in_file or not _is_styled(spot):
        yield Signal("is an ordinary empty cell", -1.0)
    if around.has_title_fill and not around.is_marked:
        yield Signal("is painted as a title", -2.0)
    if legend.closes(spot.style.fill):
        yield Signal("has the colour the buyer names for no answer", -4.0)
    elif not around.is_marked and legend.is_told and not legend.opens(spot.style.fill):
        yield Signal("lacks the colour the buyer names for answers", -1.5)
    if view.instructs and not around.is_marked:
        yield Signal("stands on a sheet of instructions", -2.0)
    if around.prompt is not None and around.prompt.form is not PromptForm.EMPTY:
        yield Signal("says what to put in", 2.0)


def _by_mark(view: SheetView, legend: Legend, spot: Spot) -> Iterator[Signal]:
    """List how the buyer marked a place as one to fill in."""
    if spot.has_list:
        yield Signal("offers a list of answers", 3.0)
    elif spot.has_rule:
        yield Signal("checks what is typed in", 2.0)
    if view.sheet.is_protected:
        yield Signal("is unlocked on a protected sheet", 3.0)
    if legend.opens(spot.style.fill):
        yield Signal("has the colour the buyer names for answers", 3.0)
    elif spot.style.fill in view.input_fills:
        yield Signal("has a colour that only blanks have", 2.0)


def _is_styled(spot: Spot) -> bool:
    style = spot.style
    return bool(
        style.bordered
        or style.fill
        or spot.validation
        or style.number_kind is not NumberKind.GENERAL
        or not style.locked
    )


def _by_heading(around: Surroundings) -> Iterator[Signal]:
    role = around.heading.role if around.heading is not None else None
    if role in _ANSWERS:
        yield Signal("stands under a heading for answers", 2.0)
    elif role is Role.REMARK:
        yield Signal("stands under a heading for remarks", 1.0)
    elif role in _BUYERS:
        yield Signal("stands under a heading of the buyer's", -4.0)
    elif role in _PRINTED:
        yield Signal("stands under a heading for printed text", -1.5)
    elif around.heading is not None and _VALUE.search(around.heading.text):
        yield Signal("stands under a heading for prices or makes", 1.5)
    elif around.heading is not None and around.heading.text:
        yield Signal("stands under a heading", 0.5)
    if around.is_counted:
        yield Signal("stands under one of several like headings", 1.0)
    if around.follows_request and role not in (*_BUYERS, *_PRINTED):
        yield Signal("belongs to a table that is asked for", 1.0)
    if around.is_printed_elsewhere:
        yield Signal("has printed text under the same heading elsewhere", -2.0)


def _by_words(around: Surroundings) -> Iterator[Signal]:
    """List what a label says that is no question: where the answer goes, how to fill in the form."""
    if around.heading is None and is_answer_label(around.label):
        yield Signal("is where the answer goes", 2.5)
    if instructs(around.label) and not around.is_marked:
        yield Signal("says how to fill in the form", -2.5)


def _by_others(around: Surroundings) -> Iterator[Signal]:
    """List what the buyer's own values around an unmarked place say against it."""
    if around.is_for_buyer:
        yield Signal("is for the buyer to fill in", -6.0)
    if around.is_marked:
        return
    if around.is_title:
        yield Signal("lacks the colon of its neighbours", -1.5)
    if around.follows_value:
        yield Signal("stands behind a value", -3.0)
    if around.is_filled_elsewhere:
        yield Signal("has printed text in other rows of its column", -1.5)
    if around.is_total:
        yield Signal("stands in a row of totals", -3.0)


def _is_named(label: str) -> bool:
    """Tell whether a short label names a detail and not only whose it is: "Supplier name", "Bidder:"."""
    return _is_short(label) and (len(label.split()) > 1 or label.endswith(":"))


def _is_short(label: str) -> bool:
    return len(label.split()) <= _SHORT_LABEL


def _by_label(around: Surroundings) -> Iterator[Signal]:
    asking = asks(around.label) if around.label else 0.0
    if _is_short(around.label) and heading_role(around.label) is Role.BUYER:
        yield Signal("answers a label of the buyer's", -4.0)
    if asking:
        yield Signal("answers a text that asks", asking)
    if around.label:
        yield Signal("has a label", 0.5)
    elif around.heading is None or not around.heading.text:
        yield Signal(NO_LABEL, -3.0)
    if around.heading is None and owner_of(around.label) is Filler.SUPPLIER and _is_named(around.label):
        yield Signal("names a detail of the supplier", 1.0)
    if around.is_one_of_fields and asking:
        yield Signal("is one of the fields of a form", 0.75)
    headed = around.heading is not None and around.heading.role in _ANSWERS
    if asking < 1.25 and len(around.label.split()) > _LONG_LABEL and not headed:
        yield Signal("stands beside a long note", -2.0)
    if around.is_beside:
        yield Signal("stands beside its label", 0.5)
    elif around.label and not around.is_marked and not (around.heading and around.heading.text):
        yield Signal("stands away from its label", -1.5)
    if around.share_of_column >= _SHARE_OF_COLUMN:
        yield Signal("is blank in most rows of its column", 1.0)
