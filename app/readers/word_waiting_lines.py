"""Lines that wait without a blank: "Name:" with nothing after it, a place to sign, a follow-up in an answer's cell."""

import re
from collections.abc import Sequence

from app.packages.blanks import BlankKind
from app.readers.answer_labels import is_answer_label
from app.readers.limits import find_limit
from app.readers.prompts import yes_no_options
from app.readers.sentences import asks
from app.readers.word_boxes import has_box
from app.readers.word_draft import Draft, Scene
from app.readers.word_nearby import LONGEST_LABEL, Step, is_bare_label, number, question_above
from app.readers.word_view import Line
from app.readers.word_weights import weigh_label, weigh_owner, weigh_repetition, weigh_scene

_REQUESTS = 1.75
"""From this weight on a text asks in so many words."""
_NEAR = 30
"""Lines within which questions of the same shape are counted."""
_SIGNATURE_WORDS = 6
_BLOCK = 6
"""Lines over which a block to sign reaches."""
_ENOUGH_ALIKE = 2
_LEADS_IN = re.compile(
    r"(?i)\b(?:following|below|includ\w+|as\s+follows|e\.?g\.?|must|shall|should|will|criteria|where|that|who|either|"
    r"provided|note|remember|such\s+as|of:|by:|to:|for:|and:|or:|are:|is:|if:|be:|example|confirming|states?:)"
)
_SIGN = re.compile(r"(?i)\W*(?:authori[sz]ed\s+)?(?:signature|signed|sign\s+here|tandatangan|unterschrift|llofnod)\b")
_MORE_BELOW = re.compile(
    r"(?i)\W*(?:if\s+(?:yes|no|not|so)\b|(?:\w+\s+){0,2}(?:explanation|details|reasons?|comments?)\b)"
)
_ROOM_AFTER = re.compile(r":(?:[ \u00a0]*\t|[ \u00a0]{4,})\s*$")
_WAITS = re.compile(r"(?s)(?P<label>.*\S)(?P<gap>\s*)[:：]\s*")


def read_waiting_label(lines: Sequence[Line], at: int, scene: Scene) -> Step | None:
    """Take a short label that ends with a colon and nothing after it."""
    line = lines[at]
    match = _WAITS.fullmatch(line.text)
    if match is None or len(line.text.split()) > LONGEST_LABEL or line.contents:
        return None
    if any(has_box(other) or _is_only_blank(other) for other in lines[at + 1 : at + 2]):
        return None
    draft = Draft(line.place, match["label"].strip(" \t:"), section=scene.section, ref=number(line))
    draft.say("ends with a colon and nothing after it", 0.25)
    if "\t" in match["gap"] or len(match["gap"]) > _ENOUGH_ALIKE:
        draft.say("leaves room before the colon", 1.0)
    elif _ROOM_AFTER.search(line.word.text):
        draft.say("leaves room after the colon", 1.0)
    weigh_label(draft, f"{draft.text}:")
    weigh_owner(draft, draft.text)
    weigh_scene(draft, scene)
    _weigh_neighbours(draft, lines, at)
    return [draft], 1


def _is_only_blank(line: Line) -> bool:
    """Tell whether a line is nothing but a line to write on."""
    blanks = [one.blank for one in line.blanks]
    return bool(blanks) and all(one.kind is BlankKind.LINE for one in blanks) and not any(map(str.isalnum, line.text))


def read_answer_label(lines: Sequence[Line], at: int, scene: Scene) -> Step | None:
    """Take a line that only says that the answer goes here, and the question above it."""
    question = question_above(lines, at) or scene.lead
    if lines[at].blanks or not is_answer_label(lines[at].text) or not question:
        return None
    draft = Draft(lines[at].place, question, section=scene.section, notes=lines[at].text)
    draft.say("is where the answer goes", 2.0)
    weigh_label(draft, question)
    weigh_scene(draft, scene)
    return [draft], 1


def read_open_question(lines: Sequence[Line], at: int, scene: Scene) -> Step | None:
    """Take a question with nothing below it but empty lines to write on."""
    empty = _empty_below(lines, at)
    if not empty or asks(lines[at].text) < _REQUESTS or lines[at].blanks or lines[at].contents:
        return None
    draft = Draft(lines[at + 1].place, lines[at].text, section=scene.section, ref=number(lines[at]))
    draft.say("has no mark where to write", -1.5)
    draft.say("leaves empty lines below", 1.0 if empty > 1 else 0.5)
    if find_limit(lines[at].text):
        draft.say("states a limit", 1.0)
    near = range(max(0, at - _NEAR), min(len(lines), at + _NEAR))
    alike = sum(_empty_below(lines, i) > 1 and asks(lines[i].text) >= _REQUESTS for i in near)
    if empty > 1:
        weigh_repetition(draft, alike)
    weigh_label(draft, draft.text)
    weigh_scene(draft, scene)
    return [draft], 1 + empty


def _empty_below(lines: Sequence[Line], at: int) -> int:
    """Count the empty lines below a line."""
    end = at + 1
    while end < len(lines) and not lines[end].text and not lines[end].boxes:
        end += 1
    return end - at - 1


def _weigh_neighbours(draft: Draft, lines: Sequence[Line], at: int) -> None:
    """Weigh what stands around a label without a blank: more such labels, a list it leads in to, other text."""
    near = [line for line in lines[max(0, at - 3) : at + 4] if line is not lines[at]]
    alike = sum(bool(_WAITS.fullmatch(line.text)) and len(line.text.split()) <= LONGEST_LABEL for line in near)
    following = next((lines[i] for i in range(at + 1, len(lines)) if lines[i].text), None)
    direct = lines[at + 1] if at + 1 < len(lines) else None
    if alike >= _ENOUGH_ALIKE:
        draft.say("has the shape of its neighbours", 1.0)
    if direct is not None and direct.text and not _WAITS.fullmatch(direct.text) and not direct.blanks:
        draft.say("is followed by text", -1.5)
    if following is not None and following.number and following.depth > lines[at].depth:
        draft.say("leads in to a list", -2.5)
    roomy = any(signal.name.startswith("leaves room") for signal in draft.signals)
    if not roomy and _LEADS_IN.search(f"{draft.text}:"):
        draft.say("leads in to what follows", -2.0)
    if lines[at].level is not None or lines[at].bold:
        draft.say("is set as a heading", -1.0)


def read_follow_up_in_cell(lines: Sequence[Line], at: int, scene: Scene) -> Step | None:
    """In a cell that is answered in, a follow-up without a place of its own: "If no, please explain"."""
    line = lines[at]
    if not scene.in_cell or line.blanks or not _MORE_BELOW.match(line.text):
        return None
    if any(other.text for other in lines[at + 1 : at + 2]):
        return None
    if not any(yes_no_options(other.text) or has_box(other) for other in lines[:at]):
        return None
    draft = Draft(line.place, line.text, section=scene.section)
    draft.say("follows a question that is answered here", 2.0)
    weigh_label(draft, line.text)
    weigh_scene(draft, scene)
    return [draft], 1


def read_signature(lines: Sequence[Line], at: int, scene: Scene) -> Step | None:
    """Take bare labels of a place to sign: "Signature", "Name" and "Date" on lines of their own."""
    if not _is_signature(lines[at]) and not _is_beside_signature(lines, at):
        return None
    if lines[at].text.startswith("(") and at and _is_only_blank(lines[at - 1]):
        return None
    draft = Draft(lines[at].place, lines[at].text.strip(" \t:"), section=scene.section)
    draft.say("is a place to sign" if _is_signature(lines[at]) else "stands beside a place to sign", 1.5)
    weigh_label(draft, lines[at].text)
    weigh_scene(draft, scene)
    return [draft], 1


def _is_signature(line: Line) -> bool:
    return len(line.text.split()) <= _SIGNATURE_WORDS and bool(_SIGN.match(line.text)) and not line.blanks


def _is_beside_signature(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a label of a word or two stands within a few lines of one to sign at, with only such between."""
    if not is_bare_label(lines[at]):
        return False
    for step in (-1, 1):
        near = at + step
        while 0 <= near < len(lines) and abs(near - at) <= _BLOCK:
            if _is_signature(lines[near]):
                return True
            if lines[near].text and not is_bare_label(lines[near]):
                break
            near += step
    return False
