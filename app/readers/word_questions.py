"""Drafts made questions: kind, options, limit, and what the row says of score and duty."""

from collections.abc import Sequence

from app.domain.questionnaire import Kind, Question, Slot, question_id
from app.readers.follow_ups import with_conditions
from app.readers.kind_words import NAMED
from app.readers.kinds import kind_of
from app.readers.limits import find_limit
from app.readers.marks import is_mandatory, is_pass_fail, weight_of
from app.readers.references import leading_reference
from app.readers.word_draft import Draft

_FIGURES = (Kind.PERCENT, Kind.MONEY, Kind.NUMBER)


def make_questions(drafts: Sequence[Draft]) -> tuple[Question, ...]:
    """Make each draft a question; the first draft of a place stands."""
    made: dict[str, Question] = {}
    for draft in drafts:
        if draft.where not in made:
            made[draft.where] = _question(draft)
    return with_conditions(tuple(made.values()))


def _kind_in_context(context: str, text: str) -> Kind:
    """Tell the kind of a part by the sentence it goes on with: "Has your organisation: (a) been fined?"."""
    whole = kind_of(f"{context} {text}") if text.rstrip().endswith("?") else Kind.TEXT
    told = kind_of(context)
    return Kind.YES_NO if whole is Kind.YES_NO else told if told in _FIGURES else Kind.TEXT


def _question(draft: Draft) -> Question:
    options = () if draft.kind is Kind.TABLE else tuple(draft.boxes) or draft.choices
    prompt = draft.prompt.text if draft.prompt else ""
    limit = None if draft.kind is Kind.TABLE else find_limit(prompt, draft.notes, draft.text, draft.guidance)
    kind = draft.kind or kind_of(draft.text, prompt=draft.prompt, options=options, limit=limit, heading=draft.heading)
    if kind is Kind.TEXT and draft.context and not NAMED.search(draft.text):
        kind = _kind_in_context(draft.context, draft.text)
    said = f"{draft.text}\n{draft.notes}"
    return Question(
        id=question_id(draft.where),
        text=draft.text.strip(),
        slot=Slot(draft.where, dict(draft.boxes), rows=draft.rows),
        kind=kind,
        ref=draft.ref or leading_reference(draft.text),
        section=" > ".join(draft.section),
        guidance=draft.guidance,
        options=options,
        limit=limit,
        weight=weight_of(draft.notes) or weight_of(draft.text),
        pass_fail=is_pass_fail(said),
        mandatory=is_mandatory(said),
        confidence=draft.confidence,
        signals=tuple(draft.signals),
    )
