"""Blanks on lines: "Name: ____", "[Insert date]", "by 20XX", content controls and form fields."""

import re
from collections.abc import Sequence

from app.domain.questionnaire import Kind
from app.packages.blanks import BlankKind, find_blanks
from app.readers.answer_labels import is_answer_label
from app.readers.prompts import Prompt, PromptForm
from app.readers.word_draft import Draft, Scene
from app.readers.word_nearby import LONGEST_LABEL, Step, label_above, label_below, number, parent, question_above
from app.readers.word_prompts import prompt_of_blank
from app.readers.word_view import Line
from app.readers.word_weights import weigh_blank, weigh_label, weigh_owner, weigh_scene, weigh_sentence

_MOST_LINES = 8
_MOST_WORDS_AFTER = 2
_IN_SENTENCES = (BlankKind.BRACKETED, BlankKind.ANGLED, BlankKind.LETTERS)
_CAPTION = re.compile(r"\s*\((?P<words>[^()]{2,40})\)")
"""What is printed behind a blank to say what goes there: "____ (date)"."""
_GOES_ON = re.compile(r"(?i)[\s,/.-]*(?:day\s+of|of|20|19)?[\s,/.-]*(?:20|19)?")
"""What stands between the blanks of one date: "____ day of ____ 20__"."""
_UNITS_BEFORE = ((Kind.MONEY, re.compile(r"(?:[£€$]|\b(?:GBP|EUR|USD|RM))\s*$")),)
_UNITS_AFTER = (
    (Kind.PERCENT, re.compile(r"\s*(?:%|per\s?cent\b)")),
    (Kind.NUMBER, re.compile(r"(?i)\s*(?:working\s+|calendar\s+)?(?:days|weeks|months|years|hours|employees|staff)\b")),
)
_SINGLE_LABEL = re.compile(r"^[\s(]*([^\W\d_][^.;:?!]{1,60})[\s).:]*$")


def read_open_placeholder(lines: Sequence[Line], at: int, scene: Scene) -> Step | None:
    """Take a placeholder of several lines: "[Instructions:" down to a line that ends with "]"."""
    first = lines[at].text
    if not first.startswith("[") or "]" in first:
        return None
    for end in range(at + 1, min(at + _MOST_LINES, len(lines))):
        text = lines[end].text
        if "[" in text:
            return None
        if text.endswith("]"):
            return _placeholder_draft(lines, at, end, scene)
    return None


def _placeholder_draft(lines: Sequence[Line], at: int, end: int, scene: Scene) -> Step:
    words = "\n".join(line.text for line in lines[at : end + 1]).strip("[]")
    draft = Draft(lines[at].place, label_above(lines, at, scene) or words, section=scene.section, guidance=words)
    draft.text = words if draft.text == words else f"{draft.text}\n{words}"
    draft.guidance = ""
    draft.say("holds a placeholder", 1.25)
    weigh_owner(draft, words)
    weigh_label(draft, words)
    weigh_scene(draft, scene)
    return [draft], end - at + 1


def read_blanks(lines: Sequence[Line], at: int, scene: Scene) -> Step | None:
    """Blanks on the line, each with the text before it for its label."""
    line = lines[at]
    blanks = line.blanks
    if not blanks:
        return None
    text = line.word.text
    drafts: list[Draft] = []
    start = 0
    for n, one in enumerate(blanks):
        before = text[start : one.blank.start]
        start = one.blank.end
        if one.blank.kind is BlankKind.BOX or (drafts and _GOES_ON.fullmatch(before)):
            continue
        if n and blanks[n - 1].blank.kind is BlankKind.BOX:
            before = re.split(r"\s{3,}|\t", before.strip())[-1]
        following = blanks[n + 1].blank.start if n + 1 < len(blanks) else len(text)
        after = text[one.blank.end : following]
        draft = Draft(f"{line.place}#{n}" if n else line.place, "", section=scene.section, ref=number(line))
        if one.blank.kind is BlankKind.LETTERS and any(other.blank.kind is BlankKind.LETTERS for other in blanks[:n]):
            continue
        weigh_blank(draft, one.blank)
        if is_answer_label(one.blank.prompt) and (question := question_above(lines, at) or scene.lead):
            draft.text = question
            draft.say("is where the answer goes", 2.0)
            weigh_label(draft, question)
        elif one.blank.kind in _IN_SENTENCES and not _is_labelled(before, after):
            draft.text = _sentence(lines, at, scene)
            weigh_sentence(draft, _own_words(draft.text))
        else:
            draft.text = _label(lines, at, before, after, scene)
            if one.blank.kind is BlankKind.LETTERS and not after.strip() and start == one.blank.end and n == 0:
                draft.text = line.text
            own = before.strip() or len(draft.text.split()) <= LONGEST_LABEL
            if own or one.blank.kind not in _IN_SENTENCES:
                weigh_label(draft, f"{draft.text}:" if before.strip().endswith(":") else draft.text)
            else:
                weigh_sentence(draft, _own_words(draft.text))
            draft.say("stands beside its label", 0.5 if before.strip() else 0.0)
            if (named := _CAPTION.match(after)) and before.strip():
                draft.text, draft.heading = f"{draft.text} ({named['words']})", named["words"]
        weigh_scene(draft, scene)
        alone = one.blank.kind is not BlankKind.LETTERS or sum(o.blank.kind is BlankKind.LETTERS for o in blanks) == 1
        draft.prompt = _unit_beside(before, after) or (prompt_of_blank(one) if alone else None)
        draft.choices = draft.prompt.options if draft.prompt else ()
        draft.context = parent(lines, at)
        drafts.append(draft)
    return drafts, 1


def _unit_beside(before: str, after: str) -> Prompt | None:
    """Tell the form of an answer by the unit printed before or after its blank."""
    for kind, form in _UNITS_BEFORE:
        if form.search(before):
            return Prompt(PromptForm.UNIT, kind)
    return next((Prompt(PromptForm.UNIT, kind) for kind, form in _UNITS_AFTER if form.match(after)), None)


def _own_words(sentence: str) -> str:
    """Take the blanks out of a sentence: who speaks is heard in the rest."""
    for blank in reversed(find_blanks(sentence)):
        sentence = f"{sentence[: blank.start]} {sentence[blank.end :]}"
    return sentence


def _is_labelled(before: str, after: str) -> bool:
    """Tell whether a placeholder follows a label rather than standing in a sentence."""
    label = before.strip().rstrip("£€$ ")
    apart = label.endswith((":", "-", "–", "=")) or before.endswith("\t") or not label
    return apart and len(label.split()) <= LONGEST_LABEL and len(after.split()) <= _MOST_WORDS_AFTER


def _sentence(lines: Sequence[Line], at: int, scene: Scene) -> str:
    """Give the sentence a placeholder stands in; of a line that is a placeholder alone, the label above it."""
    text = lines[at].text
    alone = text.startswith("[") and text.endswith("]") and text.count("[") == 1
    return f"{label_above(lines, at, scene)}\n{text}".strip() if alone else text


def _label(lines: Sequence[Line], at: int, before: str, after: str, scene: Scene) -> str:
    """Find the words that name a blank: those before it, else beside, above or below it."""
    own = before.strip(" \t:：*-–•\n")
    if own and is_answer_label(own):
        return question_above(lines, at) or own
    if own and len(own.split()) <= _MOST_WORDS_AFTER and len(after.split()) > _MOST_WORDS_AFTER * 2:
        return lines[at].text
    if own:
        return own.rpartition("\n")[2] if len(own.split()) > LONGEST_LABEL * 3 else own
    beside = _SINGLE_LABEL.match(after.strip()) if after.strip() else None
    above = label_above(lines, at, scene)
    below = label_below(lines, at) if lines[at].blanks[0].blank.kind is BlankKind.LINE else ""
    if below.startswith("("):
        return below.strip("()")
    return beside[1] if beside else above or below or after.strip()
