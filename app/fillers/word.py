"""Answers into a copy of a Word document: each goes to its place, the rest of the part keeps its bytes."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from lxml import etree

from app.domain.answer_marks import may_carry, plain_value
from app.domain.questionnaire import Kind, Question, Questionnaire
from app.domain.values import JsonValue
from app.fillers.choices import (
    LabelledBox,
    choose,
    choose_all,
    choose_boxes,
    is_remark,
    is_yes_or_no,
    labelled_boxes,
    printed_choice,
)
from app.fillers.package import fill_package, parts_that_differ
from app.fillers.patch import Patch, write_answers
from app.fillers.refusal import LOCKED, PLACE_GONE, Unwritable
from app.fillers.values import answer_text, beside_signs
from app.fillers.word_boxes import set_box
from app.fillers.word_document import WordDocument
from app.fillers.word_elements import fill_control, fill_field
from app.fillers.word_proof import markup_outside
from app.fillers.word_runs import put_after, put_into_range
from app.fillers.word_structure import structure, texts_in
from app.fillers.word_tables import fill_table
from app.packages.archive import Archive
from app.packages.blanks import BlankKind
from app.packages.main_part import find_main_part
from app.packages.word_blanks import WordBlank, WordText, control_kind, word_text
from app.packages.word_names import CONTROL, PARAGRAPH, TABLE, W
from app.packages.word_places import children, container, elements, split_blank
from app.packages.word_text import text_of
from app.packages.xml_part import parse_xml

__all__ = ["differences", "fill_copy", "place_texts"]


def fill_copy(source: Path, questionnaire: Questionnaire, answers: Mapping[str, JsonValue], copy: Path) -> Patch:
    """Write a copy of the buyer's file with the answers in it."""
    return fill_package(source, questionnaire, answers, copy, patch_package)


def patch_package(archive: Archive, questionnaire: Questionnaire, answers: Mapping[str, JsonValue]) -> Patch:
    """Write the answers into the document, and those of bound controls also into their data."""
    document = WordDocument(archive)
    filler = _WordFiller(document)
    patch = write_answers(questionnaire, answers, filler.write)
    patch.parts, patch.meant = document.parts(), filler.meant
    patch.growth, patch.rows_added = document.growth, document.rows_added
    return patch


def place_texts(path: Path, growth: Mapping[int, int] | None = None) -> Mapping[str, str]:
    """Read the text of every cell, text box, and paragraph outside both.

    A paragraph of the body is named as in the buyer's file: those an answer added belong to the one before them.
    """
    with Archive(path) as archive:
        root = parse_xml(archive.read(find_main_part(archive).name))
    texts: dict[str, list[str]] = {}
    found = elements(root)
    for place, element in found.items():
        block = container(place)
        if element.tag != TABLE and (block == place or block not in found):
            texts.setdefault(_before_growth(block, growth or {}), []).append(text_of(element, inner=False))
    return {place: "\n".join(parts) for place, parts in texts.items()}


def differences(source: Path, copy: Path, patch: Patch) -> tuple[str, ...]:
    """List the parts of a copy that differ from the buyer's in more than the answers."""
    with Archive(source) as before, Archive(copy) as after:
        name = find_main_part(before).name
        was = markup_outside(parse_xml(before.read(name)), patch, filled=False)
        now = markup_outside(parse_xml(after.read(name)), patch, filled=True)
    return parts_that_differ(source, copy, patch) or (() if was == now else (name,))


def _before_growth(place: str, growth: Mapping[int, int]) -> str:
    number = re.match(r"p(\d+)", place)
    if number is None or not growth:
        return place
    at = int(number[1])
    for grown, by in sorted(growth.items()):
        if at > grown:
            at = max(grown, at - by)
    return f"p{at}{place[number.end() :]}"


class _WordFiller:
    """Writes answers into one document."""

    def __init__(self, document: WordDocument) -> None:
        self._document = document
        self.meant: dict[str, str] = {}
        """What is to be read at each place afterwards."""

    def write(self, question: Question, value: JsonValue) -> Iterable[str]:
        """Write one answer and list the places it went to. Raises `Unwritable`."""
        if question.kind is Kind.TABLE and question.slot.options:
            return fill_table(self._document, question, value, self._put)
        if question.slot.options:
            return self._boxes(question, value)
        place = question.slot.where or ""
        self._put(place, question, value)
        return [container(place)]

    def _boxes(self, question: Question, value: JsonValue) -> list[str]:
        chosen = choose_boxes(value, tuple(question.slot.options), several=question.kind is Kind.MULTI_CHOICE)
        # Backwards: a changed character must not move the ones still to be changed.
        ordered = sorted(question.slot.options.items(), key=lambda one: split_blank(one[1]), reverse=True)
        found = [(place, option in chosen, *self._look(place)) for option, place in ordered]
        for _, _, element, text, number in found:
            self._guard(element, _blank(text, number))
        for place, ticked, element, text, number in found:
            self._tick(place, element, text, _blank(text, number), ticked=ticked)
        return list(dict.fromkeys(container(place) for place in question.slot.options.values()))

    def _put(self, place: str, question: Question, value: JsonValue) -> None:
        """Write one answer to one place, in the manner the place asks for."""
        element, text, number = self._look(place)
        blank = _blank(text, number)
        boxes = labelled_boxes(text.text, [one.blank for one in text.blanks])
        if len(boxes) > 1 and _names_boxes(value, boxes):
            chosen = choose_all(value, [box.label for box in boxes])
            for box in boxes:
                self._guard(element, text.blanks[box.number])
            for box in reversed(boxes):
                self._tick(place, element, text, text.blanks[box.number], ticked=box.label in chosen)
            return
        self._guard(element, blank)
        if blank and len(boxes) == 1 and boxes[0].number == number and is_yes_or_no(value):
            self._tick(place, element, text, blank, ticked=bool(choose_boxes(value, (boxes[0].label,), several=False)))
            return
        self._put_words(place, element, text, blank, question, value)

    def _put_words(
        self,
        place: str,
        element: etree._Element,
        text: WordText,
        blank: WordBlank | None,
        question: Question,
        value: JsonValue,
    ) -> None:
        end = len(text.text)
        carries = may_carry(question, value)
        is_box = blank is not None and blank.blank.kind is BlankKind.BOX
        if blank and blank.element is not None and not is_box:
            start, end = blank.blank.start, blank.blank.end
            if not _takes_structure(blank.element):
                value, carries = plain_value(question, value), False
            filler = self._control if blank.element.tag == CONTROL else fill_field
            self._edit(
                place,
                element,
                text,
                (start, end),
                blank.element,
                partial(filler, blank.element, question, value),
                carries=carries,
            )
        elif blank and not is_box and not is_remark(blank.blank, text.text):
            start, end = blank.blank.start, blank.blank.end
            words = beside_signs(_words(question, value), text.text[:start], text.text[end:])
            self._edit(
                place,
                element,
                text,
                (start, end),
                None,
                partial(put_into_range, element, text, start, end, words),
                carries=carries,
            )
        elif printed := printed_choice(text.text, question.options):
            words = choose(value, question.options)
            self._edit(place, element, text, printed, None, partial(put_into_range, element, text, *printed, words))
        else:
            words = _words(question, value)
            self._edit(
                place, element, text, (end, end), None, partial(put_after, element, text, words), carries=carries
            )

    def _control(self, control: etree._Element, question: Question, value: JsonValue) -> str:
        held = _count_paragraphs(control)
        shown = fill_control(control, question, value, self._document)
        first = next(control.iter(PARAGRAPH), control)
        self._document.note_growth(first, _count_paragraphs(control) - held)
        return shown

    def _tick(
        self, place: str, element: etree._Element, text: WordText, blank: WordBlank | None, *, ticked: bool
    ) -> None:
        is_box = blank is not None and blank.blank.kind is BlankKind.BOX
        at = (blank.blank.start, blank.blank.end) if blank and is_box else (len(text.text), len(text.text))
        inner = blank.element if blank else None
        self._edit(place, element, text, at, inner, partial(set_box, element, text, blank, ticked=ticked))

    def _edit(
        self,
        place: str,
        element: etree._Element,
        text: WordText,
        at: tuple[int, int],
        inner: etree._Element | None,
        act: Callable[[], str],
        *,
        carries: bool = False,
    ) -> None:
        """Change the characters of a range, and note what the whole place is to say after it."""
        self._document.touch(place, inner)
        before, shift = self._document.text_around(place, element, text)
        block = self._document.element(container(place))
        block = element if block is None else block
        own = texts_in(block)
        shown = act()
        if carries:
            shown = structure(block, own, shown, self._document.bullets)
        self.meant[container(place)] = before[: shift + at[0]] + shown + before[shift + at[1] :]
        self._document.copy_to_fallback(place)

    def _look(self, place: str) -> tuple[etree._Element, WordText, int]:
        base, number = split_blank(place)
        element = self._document.element(base)
        if element is None:
            raise Unwritable(PLACE_GONE)
        return element, word_text(element), number

    def _guard(self, element: etree._Element, blank: WordBlank | None) -> None:
        if self._document.is_locked(element, blank.element if blank else None):
            raise Unwritable(LOCKED)


def _count_paragraphs(control: etree._Element) -> int:
    content = control.find(W + "sdtContent")
    return 0 if content is None else len(list(children(content, PARAGRAPH)))


def _takes_structure(made: etree._Element) -> bool:
    """Tell whether a control or field may hold more than plain text: only a rich control not bound to data does."""
    is_rich = made.tag == CONTROL and control_kind(made) == "rich"
    return is_rich and made.find(f"{W}sdtPr/{W}dataBinding") is None


def _blank(text: WordText, number: int) -> WordBlank | None:
    return text.blanks[number] if number < len(text.blanks) else None


def _words(question: Question, value: JsonValue) -> str:
    """Say an answer in the buyer's own words where these are on offer, else in its own."""
    try:
        return "\n".join(choose_all(value, question.options)) if question.options else answer_text(question, value)
    except Unwritable:
        return answer_text(question, value)


def _names_boxes(value: JsonValue, boxes: Sequence[LabelledBox]) -> bool:
    """Tell whether the answer is meant for the boxes of a text and not for a line beside them."""
    try:
        return bool(choose_all(value, [box.label for box in boxes]))
    except Unwritable:
        return False
