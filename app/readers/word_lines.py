"""Questions among lines: labels before blanks, boxes below a question, placeholders in sentences, labels that wait."""

import re
from collections.abc import Callable, Sequence

from app.packages.blanks import BlankKind
from app.readers.kind_words import DECLARATION
from app.readers.prompts import read_prompt, yes_no_options
from app.readers.sentences import asks
from app.readers.word_boxes import group_boxes, has_box
from app.readers.word_draft import Draft, Scene
from app.readers.word_view import Line
from app.readers.word_weights import (
    weigh_blank,
    weigh_label,
    weigh_owner,
    weigh_prompt,
    weigh_scene,
    weigh_sentence,
)

Step = tuple[list[Draft], int]
"""What was found, and how many lines it took."""

_LONGEST_LABEL = 12
_LONGEST_OPTION = 14
_FEWEST_OPTIONS = 2
_MOST_OPTIONS = 60
_SIGNATURE_WORDS = 6
_BLOCK = 6
"""Lines over which a block to sign reaches."""
_NEAR = 3
"""Lines up to which a label is looked for."""
_MOST_LINES_OF_PLACEHOLDER = 8
_IN_SENTENCES = (BlankKind.BRACKETED, BlankKind.ANGLED, BlankKind.LETTERS)
_LEADS_IN = re.compile(
    r"(?i)\b(?:following|below|includ\w+|as\s+follows|e\.?g\.?|must|shall|should|will|criteria|where|that|who|either|"
    r"provided|note|remember|such\s+as|of:|by:|to:|for:|and:|or:|are:|is:|if:|be:|example|confirming|states?:)"
)
_OPEN_QUESTION = re.compile(r"(?i)\b(?:when|where|which|what|how\s+(?:often|are|is|do|much|many|long))\b[^?]*\?\s*$")
_SELECT = re.compile(
    r"(?i)\b(?:select|choose|tick|indicate|mark|circle|highlight)\s+(?:\w+\s+){0,4}(?:one|all|any|which|box|boxes|option|options)\b"
)
_SIGN = re.compile(r"(?i)\W*(?:authori[sz]ed\s+)?(?:signature|signed|sign\s+here|tandatangan|unterschrift|llofnod)\b")
_MORE_BELOW = re.compile(
    r"(?i)\W*(?:if\s+(?:yes|no|not|so)\b|(?:\w+\s+){0,2}(?:explanation|details|reasons?|comments?)\b)"
)
_WAITS = re.compile(r"(?s)(?P<label>.*\S)(?P<gap>\s*)[:：]\s*")
_SINGLE_LABEL = re.compile(r"^[\s(]*([^\W\d_][^.;:?!]{1,60})[\s).:]*$")


def read_lines(lines: Sequence[Line], scene: Scene, *, before_table: bool = False) -> list[Draft]:
    """Find the questions among lines that follow each other without heading or table between.

    `before_table` tells that a table follows: its lead-in is no question of its own.
    """
    drafts: list[Draft] = []
    at = 0
    while at < len(lines):
        step = next((step for read in _READERS if (step := read(lines, at, scene)) is not None), None)
        found, taken = step or ([], 1)
        drafts += found
        at += taken
    if before_table and drafts and lines and drafts[-1].where == lines[-1].place and not lines[-1].blanks:
        drafts.pop()
    return drafts


def _open_placeholder(lines: Sequence[Line], at: int, scene: Scene) -> Step | None:
    """Take a placeholder of several lines: "[Instructions:" down to a line that ends with "]"."""
    first = lines[at].text
    if not first.startswith("[") or "]" in first:
        return None
    for end in range(at + 1, min(at + _MOST_LINES_OF_PLACEHOLDER, len(lines))):
        text = lines[end].text
        if "[" in text:
            return None
        if text.endswith("]"):
            return _placeholder_draft(lines, at, end, scene)
    return None


def _placeholder_draft(lines: Sequence[Line], at: int, end: int, scene: Scene) -> Step:
    words = "\n".join(line.text for line in lines[at : end + 1]).strip("[]")
    draft = Draft(lines[at].place, _label_above(lines, at, scene) or words, section=scene.section, guidance=words)
    draft.text = words if draft.text == words else f"{draft.text}\n{words}"
    draft.guidance = ""
    draft.say("holds a placeholder", 1.25)
    weigh_owner(draft, words)
    weigh_label(draft, words)
    weigh_scene(draft, scene)
    return [draft], end - at + 1


def _boxes(lines: Sequence[Line], at: int, scene: Scene) -> Step | None:
    """Boxes on this line and on those that follow it: the options of a question above or before them."""
    if not has_box(lines[at]):
        return None
    end = at + 1
    while end < len(lines) and (has_box(lines[end]) or _is_gap(lines, end)):
        end += 1
    drafts = []
    above = _label_above(lines, at, scene)
    for group in group_boxes(lines[at:end]):
        text = group.lead or above
        names = " ".join(group.options)
        draft = Draft(group.where, text or names, boxes=dict(group.options), section=scene.section)
        draft.say("has boxes to tick", 2.0)
        if len(group.options) == 1 and DECLARATION.search(names):
            draft.text = names
        weigh_label(draft, draft.text)
        weigh_scene(draft, scene)
        drafts.append(draft)
    return drafts, end - at


def _is_gap(lines: Sequence[Line], at: int) -> bool:
    return not lines[at].text and at + 1 < len(lines) and has_box(lines[at + 1])


def _yes_no_below(lines: Sequence[Line], at: int, scene: Scene) -> Step | None:
    """Take a line that says only "Yes/No", and the question above it."""
    options = yes_no_options(lines[at].text) if lines[at].text else ()
    if not options:
        return None
    draft = Draft(lines[at].place, _question_above(lines, at), choices=options, section=scene.section)
    prompt = read_prompt(lines[at].text)
    if prompt is not None:
        weigh_prompt(draft, prompt)
    weigh_label(draft, draft.text)
    weigh_scene(draft, scene)
    return ([draft] if draft.text else []), 1


def _blanks(lines: Sequence[Line], at: int, scene: Scene) -> Step | None:
    """Blanks on the line, each with the text before it for its label."""
    line = lines[at]
    blanks = line.blanks
    if not blanks:
        return None
    text = line.word.text
    drafts, start = [], 0
    for n, one in enumerate(blanks):
        before = text[start : one.blank.start]
        start = one.blank.end
        following = blanks[n + 1].blank.start if n + 1 < len(blanks) else len(text)
        after = text[one.blank.end : following]
        draft = Draft(f"{line.place}#{n}" if n else line.place, "", section=scene.section, ref=_number(line))
        if one.blank.kind is BlankKind.LETTERS and any(other.blank.kind is BlankKind.LETTERS for other in blanks[:n]):
            continue
        weigh_blank(draft, one.blank)
        if one.blank.kind in _IN_SENTENCES and not _is_labelled(before, after):
            draft.text = _sentence(lines, at, scene)
            weigh_sentence(draft, draft.text)
        else:
            draft.text = _label(lines, at, before, after, scene)
            if one.blank.kind is BlankKind.LETTERS and not after.strip() and start == one.blank.end and n == 0:
                draft.text = line.text
            own = before.strip() or after.strip() or len(draft.text.split()) <= _LONGEST_LABEL
            if own or one.blank.kind not in _IN_SENTENCES:
                weigh_label(draft, f"{draft.text}:" if before.strip().endswith(":") else draft.text)
            else:
                weigh_sentence(draft, draft.text)
            draft.say("stands beside its label", 0.5 if before.strip() else 0.0)
        weigh_scene(draft, scene)
        alone = one.blank.kind is not BlankKind.LETTERS or sum(o.blank.kind is BlankKind.LETTERS for o in blanks) == 1
        draft.prompt = read_prompt(one.blank.text) if alone else None
        draft.context = _parent(lines, at)
        drafts.append(draft)
    return drafts, 1


def _is_labelled(before: str, after: str) -> bool:
    """Tell whether a placeholder follows a label rather than standing in a sentence."""
    label = before.strip()
    apart = label.endswith((":", "-", "–", "=")) or before.endswith("\t") or not label
    return apart and len(label.split()) <= _LONGEST_LABEL and len(after.split()) <= _FEWEST_OPTIONS


def _sentence(lines: Sequence[Line], at: int, scene: Scene) -> str:
    """Give the sentence a placeholder stands in; of a line that is a placeholder alone, the label above it."""
    text = lines[at].text
    alone = text.startswith("[") and text.endswith("]") and text.count("[") == 1
    return f"{_label_above(lines, at, scene)}\n{text}".strip() if alone else text


def _label(lines: Sequence[Line], at: int, before: str, after: str, scene: Scene) -> str:
    """Find the words that name a blank: those before it, else beside, above or below it."""
    own = before.strip(" \t:：*-–•\n")
    if own:
        return own.rpartition("\n")[2] if len(own.split()) > _LONGEST_LABEL * 3 else own
    beside = _SINGLE_LABEL.match(after.strip()) if after.strip() else None
    return beside[1] if beside else _label_above(lines, at, scene) or _label_below(lines, at) or after.strip()


def _label_above(lines: Sequence[Line], at: int, scene: Scene) -> str:
    """Give the nearest line above that holds text and no blank, or the heading just above."""
    for up in range(at - 1, max(-1, at - _NEAR - 1), -1):
        if lines[up].text:
            return "" if lines[up].blanks else lines[up].text
    return scene.lead if at < _NEAR else ""


def _label_below(lines: Sequence[Line], at: int) -> str:
    """Give a short line below, such as the name under a line to sign on."""
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return below if below and not lines[at + 1].blanks and len(below.split()) <= _LONGEST_LABEL else ""


def _question_above(lines: Sequence[Line], at: int) -> str:
    """Give the lines above as far up as they belong to one question: to a blank line, a prompt or an option list."""
    parts: list[str] = []
    for up in range(at - 1, -1, -1):
        text = lines[up].text
        if not text and parts:
            break
        if text and (
            lines[up].blanks
            or yes_no_options(text)
            or (parts and parts[0].strip().endswith("?") and text.endswith("?"))
        ):
            break
        if text:
            parts.insert(0, text)
        if text.count("?") and len(parts) == 1 and text[:1].isupper() and len(text.split()) > _FEWEST_OPTIONS + 2:
            break
    return "\n".join(parts)


def _list_below(lines: Sequence[Line], at: int, scene: Scene) -> Step | None:
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
    draft = Draft(lines[first].place, lines[at].text, section=scene.section, ref=_number(lines[at]))
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


def _waiting_label(lines: Sequence[Line], at: int, scene: Scene) -> Step | None:
    """Take a short label that ends with a colon and nothing after it."""
    line = lines[at]
    match = _WAITS.fullmatch(line.text)
    if match is None or len(line.text.split()) > _LONGEST_LABEL or line.contents:
        return None
    draft = Draft(line.place, match["label"].strip(" \t:"), section=scene.section, ref=_number(line))
    draft.say("ends with a colon and nothing after it", 0.25)
    if "\t" in match["gap"] or len(match["gap"]) > _FEWEST_OPTIONS:
        draft.say("leaves room before the colon", 1.0)
    weigh_label(draft, f"{draft.text}:")
    weigh_scene(draft, scene)
    _weigh_neighbours(draft, lines, at)
    return [draft], 1


def _weigh_neighbours(draft: Draft, lines: Sequence[Line], at: int) -> None:
    """Weigh what stands around a label without a blank: more such labels, a list it leads in to, other text."""
    near = [line for line in lines[max(0, at - 3) : at + 4] if line is not lines[at]]
    alike = sum(bool(_WAITS.fullmatch(line.text)) and len(line.text.split()) <= _LONGEST_LABEL for line in near)
    following = next((line for line in lines[at + 1 :] if line.text), None)
    direct = lines[at + 1] if at + 1 < len(lines) else None
    if alike >= _FEWEST_OPTIONS:
        draft.say("has the shape of its neighbours", 1.0)
    if direct is not None and direct.text and not _WAITS.fullmatch(direct.text) and not direct.blanks:
        draft.say("is followed by text", -1.5)
    if following is not None and following.number and following.depth > lines[at].depth:
        draft.say("leads in to a list", -2.5)
    if _LEADS_IN.search(f"{draft.text}:"):
        draft.say("leads in to what follows", -2.0)
    if lines[at].level is not None or lines[at].bold:
        draft.say("is set as a heading", -1.0)


def _parent(lines: Sequence[Line], at: int) -> str:
    """Give the line of the list that this line stands below, or the one that leads in to its list."""
    for up in range(at - 1, -1, -1):
        if lines[up].text and not lines[up].blanks and lines[up].depth <= lines[at].depth:
            return lines[up].text
    return ""


def _number(line: Line) -> str:
    return "" if line.number == "•" else line.number


def _request_in_cell(lines: Sequence[Line], at: int, scene: Scene) -> Step | None:
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


def _signature(lines: Sequence[Line], at: int, scene: Scene) -> Step | None:
    """Take bare labels of a place to sign: "Signature", "Name" and "Date" on lines of their own."""
    if not _is_signature(lines[at]) and not _is_beside_signature(lines, at):
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
    if not _is_bare_label(lines[at]):
        return False
    for step in (-1, 1):
        near = at + step
        while (
            0 <= near < len(lines)
            and abs(near - at) <= _BLOCK
            and (_is_bare_label(lines[near]) or not lines[near].text)
        ):
            near += step
        if 0 <= near < len(lines) and abs(near - at) <= _BLOCK and _is_signature(lines[near]):
            return True
    return False


def _is_bare_label(line: Line) -> bool:
    text = line.text
    return (
        bool(text)
        and len(text.split()) <= _SIGNATURE_WORDS
        and not line.blanks
        and asks(text) >= 1
        and text[-1] not in ".;?"
    )


_READERS: tuple[Callable[[Sequence[Line], int, Scene], Step | None], ...] = (
    _open_placeholder,
    _boxes,
    _yes_no_below,
    _blanks,
    _list_below,
    _request_in_cell,
    _signature,
    _waiting_label,
)
