"""Answers into a copy of a Word document: each goes to its place, the rest of the part keeps its bytes."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from lxml import etree

from app.domain.questionnaire import Kind, Question, Questionnaire
from app.domain.values import JsonValue
from app.fillers.choices import choose, choose_all, labelled_boxes, printed_choice
from app.fillers.package import fill_package
from app.fillers.patch import Patch, write_answers
from app.fillers.refusal import LOCKED, PLACE_GONE, Unwritable
from app.fillers.values import answer_text, beside_signs
from app.fillers.word_boxes import set_box
from app.fillers.word_document import WordDocument
from app.fillers.word_elements import fill_control, fill_field
from app.fillers.word_runs import put_after, put_into_range
from app.fillers.word_tables import fill_table
from app.packages.archive import Archive
from app.packages.blanks import BlankKind
from app.packages.main_part import find_main_part
from app.packages.word_blanks import WordBlank, WordText, word_text
from app.packages.word_names import CONTROL, PARAGRAPH, TABLE
from app.packages.word_places import container, elements, split_blank
from app.packages.word_text import text_of
from app.packages.xml_part import parse_xml

__all__ = ["fill_copy", "place_texts"]


def fill_copy(source: Path, questionnaire: Questionnaire, answers: Mapping[str, JsonValue], copy: Path) -> Patch:
    """Write a copy of the buyer's file with the answers in it."""
    return fill_package(source, questionnaire, answers, copy, patch_package)


def patch_package(archive: Archive, questionnaire: Questionnaire, answers: Mapping[str, JsonValue]) -> Patch:
    """Write the answers into the document, and those of bound controls also into their data."""
    document = WordDocument(archive)
    patch = write_answers(questionnaire, answers, _WordFiller(document).write)
    patch.parts = document.parts()
    patch.growth = document.growth
    return patch


def place_texts(path: Path, growth: Mapping[int, int] | None = None) -> Mapping[str, str]:
    """Read the text of every cell and of every paragraph outside tables.

    A paragraph of the body is named as in the buyer's file: those an answer added belong to the one before them.
    """
    with Archive(path) as archive:
        root = parse_xml(archive.read(find_main_part(archive).name))
    texts: dict[str, list[str]] = {}
    for place, element in elements(root).items():
        if element.tag != TABLE and container(place) == place:
            texts.setdefault(_before_growth(place, growth or {}), []).append(text_of(element, inner=False))
    return {place: "\n".join(parts) for place, parts in texts.items()}


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
        chosen = choose_all(value, tuple(question.slot.options))
        if question.kind is not Kind.MULTI_CHOICE and len(chosen) > 1:
            raise Unwritable("Only one of the buyer's options can be chosen.")
        found = [(place, option in chosen, *self._look(place)) for option, place in question.slot.options.items()]
        for place, _, element, text, number in found:
            blank = text.blanks[number] if number < len(text.blanks) else None
            self._guard(element, blank)
            self._document.touch(place, blank.element if blank else None)
        # Backwards: a changed character must not move the ones still to be changed.
        for _, ticked, element, text, number in reversed(found):
            set_box(element, text, text.blanks[number] if number < len(text.blanks) else None, ticked=ticked)
        for place, *_ in found:
            self._document.copy_to_fallback(place)
        return list(dict.fromkeys(container(place) for place, *_ in found))

    def _put(self, place: str, question: Question, value: JsonValue) -> None:
        """Write one answer to one place, in the manner the place asks for."""
        element, text, number = self._look(place)
        blank = text.blanks[number] if number < len(text.blanks) else None
        boxes = labelled_boxes(text.text, [one.blank for one in text.blanks])
        if boxes and len(boxes) > 1 and isinstance(value, bool | str | list | tuple) and _names_boxes(value, boxes):
            chosen = choose_all(value, [box.label for box in boxes])
            self._document.touch(place)
            for box in reversed(boxes):
                set_box(element, text, text.blanks[box.number], ticked=box.label in chosen)
            return
        self._guard(element, blank)
        self._document.touch(place, blank.element if blank else None)
        self._put_words(element, text, blank, question, value)
        self._document.copy_to_fallback(place)

    def _put_words(
        self, element: etree._Element, text: WordText, blank: WordBlank | None, question: Question, value: JsonValue
    ) -> None:
        if blank and blank.element is not None and blank.element.tag == CONTROL:
            held = len(list(blank.element.iter(PARAGRAPH)))
            fill_control(blank.element, question, value, self._document)
            self._document.note_growth(element, len(list(blank.element.iter(PARAGRAPH))) - held)
        elif blank and blank.element is not None:
            fill_field(blank.element, question, value)
        elif blank and blank.blank.kind is not BlankKind.BOX:
            before, after = text.text[: blank.blank.start], text.text[blank.blank.end :]
            words = beside_signs(self._words(question, value), before, after)
            put_into_range(element, text, blank.blank.start, blank.blank.end, words)
        elif printed := printed_choice(text.text, question.options):
            put_into_range(element, text, *printed, choose(value, question.options))
        else:
            put_after(element, text, self._words(question, value))

    def _words(self, question: Question, value: JsonValue) -> str:
        return choose(value, question.options) if question.options else answer_text(question, value)

    def _look(self, place: str) -> tuple[etree._Element, WordText, int]:
        base, number = split_blank(place)
        element = self._document.element(base)
        if element is None:
            raise Unwritable(PLACE_GONE)
        return element, word_text(element), number

    def _guard(self, element: etree._Element, blank: WordBlank | None) -> None:
        if self._document.is_locked(element, blank.element if blank else None):
            raise Unwritable(LOCKED)


def _names_boxes(value: JsonValue, boxes: Iterable[object]) -> bool:
    """Tell whether the answer is meant for the boxes of a text and not for a line beside them."""
    labels = [getattr(box, "label", "") for box in boxes]
    try:
        return bool(choose_all(value, labels))
    except Unwritable:
        return False
