"""The signals that speak for and against a place of a Word document, each with its weight.

Their sum decides (`word_draft.ENOUGH`). They go with the question for the user to look at.
"""

from app.packages.blanks import Blank, BlankKind
from app.readers.headings import Role
from app.readers.prompts import Prompt, PromptForm
from app.readers.sentences import asks, instructs
from app.readers.who_fills import (
    Filler,
    is_for_officials,
    is_guidance,
    owner_of,
    speaks_as_supplier,
    speaks_to_supplier,
    told_filler,
)
from app.readers.word_draft import Draft, Scene

_BY_FORM = {
    PromptForm.EMPTY: ("is an empty cell", 0.75),
    PromptForm.LINE: ("leaves a line to write on", 1.75),
    PromptForm.PLACEHOLDER: ("holds a placeholder", 1.25),
    PromptForm.REQUEST: ("says where to write", 1.5),
    PromptForm.TYPE: ("says what form the answer takes", 2.0),
    PromptForm.BOXES: ("has boxes to tick", 2.0),
    PromptForm.FIELD: ("is a field to fill in", 3.0),
    PromptForm.UNIT: ("holds a unit and no figure", 1.5),
}
_BY_BLANK = {
    BlankKind.LINE: ("leaves a line to write on", 1.75),
    BlankKind.BRACKETED: ("holds a placeholder", 1.25),
    BlankKind.ANGLED: ("holds a placeholder", 1.0),
    BlankKind.LETTERS: ("has letters where figures go", 1.25),
    BlankKind.BOX: ("has boxes to tick", 2.0),
    BlankKind.PROMPT: ("says where to write", 2.0),
    BlankKind.CONTROL: ("is a field to fill in", 3.0),
    BlankKind.FIELD: ("is a field to fill in", 3.0),
}
_BY_ROLE = {
    Role.ANSWER: ("stands under a heading for answers", 2.0),
    Role.YES: ("stands under a heading for answers", 2.0),
    Role.NO: ("stands under a heading for answers", 2.0),
    Role.OPTION: ("stands under a heading for answers", 2.0),
    Role.REMARK: ("stands under a heading for remarks", 1.0),
    Role.BUYER: ("stands under a heading of the buyer's", -4.0),
    Role.SCORE: ("stands under a heading of the buyer's", -4.0),
    Role.WEIGHT: ("stands under a heading of the buyer's", -4.0),
    Role.PASS_FAIL: ("stands under a heading of the buyer's", -4.0),
}
_LONG = 90
"""Words above which a text that asks nothing is a note."""


def weigh_prompt(draft: Draft, prompt: Prompt) -> None:
    """Weigh what waits in the place."""
    draft.prompt = prompt
    draft.say(*_BY_FORM[prompt.form])
    if prompt.form is PromptForm.PLACEHOLDER:
        weigh_owner(draft, prompt.text)


def weigh_blank(draft: Draft, blank: Blank) -> None:
    """Weigh a blank in a text."""
    draft.say(*_BY_BLANK[blank.kind])
    if blank.kind in (BlankKind.BRACKETED, BlankKind.ANGLED):
        weigh_owner(draft, blank.prompt)


def weigh_owner(draft: Draft, words: str) -> None:
    """Weigh whose detail a placeholder names."""
    if is_guidance(words):
        draft.say("is guidance and no placeholder", -3.0)
        return
    owner = owner_of(words)
    if owner is Filler.SUPPLIER:
        draft.say("names a detail of the supplier", 1.0)
    elif owner is Filler.BUYER:
        draft.say("names a detail of the buyer", -1.5)


def weigh_role(draft: Draft, role: Role | None, heading: str) -> None:
    """Weigh the heading of the place's column."""
    if role in _BY_ROLE:
        draft.say(*_BY_ROLE[role])
    elif role is None and heading:
        draft.say("stands under a heading", 0.5)


def weigh_label(draft: Draft, label: str) -> None:
    """Weigh the text that the place would answer."""
    asking = asks(label)
    if any(char.isalpha() for char in label):
        draft.say("has a label", 0.5)
    draft.say("answers a text that asks", asking)
    if speaks_as_supplier(label):
        draft.say("is said by the supplier", 1.0)
    if told_filler(label) is Filler.BUYER:
        draft.say("is for the buyer to fill in", -4.0)
    if instructs(label):
        draft.say("says how to fill in the form", -2.5)
    if is_for_officials(label):
        draft.say("is for a notary to fill in", -4.0)
    if asking < 1.25 and len(label.split()) > _LONG:
        draft.say("stands beside a long note", -2.0)


def weigh_sentence(draft: Draft, sentence: str) -> None:
    """Weigh the sentence a placeholder stands in: that it asks of its reader says nothing of who fills it."""
    if sentence.strip():
        draft.say("has a label", 0.5)
    if speaks_as_supplier(sentence):
        draft.say("is said by the supplier", 1.0)
    elif speaks_to_supplier(sentence):
        draft.say("is said to the supplier", -1.5)


def weigh_scene(draft: Draft, scene: Scene) -> None:
    """Weigh the surroundings."""
    if scene.filler is Filler.BUYER:
        draft.say("is for the buyer to fill in", -4.0)
    elif scene.filler is Filler.SUPPLIER:
        draft.say("is for the supplier to fill in", 1.0)
    if scene.aside:
        draft.say(f"stands among {scene.aside}", -3.5)
    if scene.contract:
        draft.say("stands in a contract", -2.5)


def weigh_repetition(draft: Draft, times: int) -> None:
    """Weigh how often the same shape comes again nearby."""
    if times > 1:
        draft.say("has the shape of its neighbours", 1.0)
