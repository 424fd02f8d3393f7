"""Answers to choose from below or beside a question on a line: boxes, "Yes/No", a list of short lines."""

import re
from collections.abc import Iterator, Sequence

from app.readers.kind_words import DECLARATION, ONE_ONLY
from app.readers.prompts import read_prompt, yes_no_options
from app.readers.word_blank_lines import read_blanks
from app.readers.word_boxes import BoxGroup, group_boxes, has_box
from app.readers.word_draft import Draft, Scene
from app.readers.word_nearby import Step, label_above, number, question_above
from app.readers.word_view import Line
from app.readers.word_weights import weigh_label, weigh_prompt, weigh_scene

_LONGEST_OPTION = 14
_FEWEST_OPTIONS = 2
_MOST_OPTIONS = 60
_ASKED_BEFORE = re.compile(r"(?s)(?P<asked>.{8,}[?:])\s*(?P<options>[^?:]{3,40})")
_OPEN_QUESTION = re.compile(r"(?i)\b(?:when|where|which|what|how\s+(?:often|are|is|do|much|many|long))\b[^?]*\?\s*$")
_SELECT = re.compile(
    r"(?i)\b(?:select|choose|tick|indicate|mark|circle|highlight)\s+(?:\w+\s+){0,4}(?:one|all|any|which|box|boxes|options?)\b"
)


def read_boxes_below(lines: Sequence[Line], at: int, scene: Scene) -> Step | None:
    """Boxes on this line and on those that follow it: the options of a question above or before them."""
    if not has_box(lines[at]):
        return None
    end = at + 1
    while end < len(lines) and (has_box(lines[end]) or _is_gap(lines, end)):
        end += 1
    drafts: list[Draft] = []
    above = label_above(lines, at, scene)
    groups = group_boxes(lines[at:end])
    for group in groups if ONE_ONLY.search(above) else _one_by_one(groups):
        text = group.lead or above
        names = " ".join(group.options)
        draft = Draft(group.where, text or names, boxes=dict(group.options), section=scene.section)
        draft.say("has boxes to tick", 2.0)
        if len(group.options) == 1 and DECLARATION.search(names):
            draft.text = names
        weigh_label(draft, draft.text)
        weigh_scene(draft, scene)
        drafts.append(draft)
    for i in range(at, end):
        step = read_blanks(lines, i, scene) if lines[i].blanks else None
        drafts += step[0] if step else []
    return drafts, end - at


def _one_by_one(groups: Sequence[BoxGroup]) -> Iterator[BoxGroup]:
    """Part boxes beside statements of the supplier: each is confirmed for itself."""
    for group in groups:
        if all(DECLARATION.search(name) for name in group.options):
            yield from (BoxGroup(group.lead, {name: place}) for name, place in group.options.items())
        else:
            yield group


def _is_gap(lines: Sequence[Line], at: int) -> bool:
    return not lines[at].text and at + 1 < len(lines) and has_box(lines[at + 1])


def read_yes_no(lines: Sequence[Line], at: int, scene: Scene) -> Step | None:
    """Take a line that says or ends with "Yes/No", and the question before or above it."""
    own = _ASKED_BEFORE.fullmatch(lines[at].text)
    text = own["options"] if own else lines[at].text
    options = yes_no_options(text) if text else ()
    if not options:
        return None
    asked = own["asked"] if own else question_above(lines, at)
    draft = Draft(lines[at].place, asked, choices=options, section=scene.section, ref=number(lines[at]) if own else "")
    prompt = read_prompt(text)
    if prompt is not None:
        weigh_prompt(draft, prompt)
    weigh_label(draft, draft.text)
    weigh_scene(draft, scene)
    return ([draft] if draft.text else []), 1


def read_list_below(lines: Sequence[Line], at: int, scene: Scene) -> Step | None:
    """Take an open question and below it short lines to choose from, without boxes."""
    asking = lines[at].text
    if not (_OPEN_QUESTION.search(asking) or _SELECT.search(asking)) or lines[at].level is not None:
        return None
    end = at + 1
    while end < len(lines) and not lines[end].text:
        end += 1
    first = end
    while end < len(lines) and _is_option(lines[end]) and lines[end].depth == lines[first].depth:
        end += 1
    names = [line.text for line in lines[first:end]]
    if not _FEWEST_OPTIONS <= len(names) <= _MOST_OPTIONS:
        return None
    draft = Draft(lines[first].place, lines[at].text, section=scene.section, ref=number(lines[at]))
    draft.boxes = {line.text: line.place for line in lines[first:end]}
    draft.say("has a list of answers below", 1.0)
    draft.say("asks to choose", 1.0 if _SELECT.search(asking) else 0.0)
    weigh_label(draft, draft.text)
    weigh_scene(draft, scene)
    return [draft], end - at


def _is_option(line: Line) -> bool:
    text = line.text
    return (
        bool(text)
        and len(text.split()) <= _LONGEST_OPTION
        and text[-1] not in ":?;"
        and not line.blanks
        and not yes_no_options(text)
    )
