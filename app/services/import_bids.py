"""Take past bids into the workspace: facts that were not known, and texts to use again."""

import hashlib
import uuid
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from app.domain.answers_in_words import say_value
from app.domain.catalogue import Catalogue
from app.domain.facts_in_words import value_in_words
from app.domain.incoming import AnsweredQuestion, IncomingBid, Taken, TakenBids
from app.domain.profile import Profile
from app.domain.questionnaire import Kind, Question
from app.domain.records import AnswerState, AnswerVariant, Fact, LibraryAnswer
from app.domain.values import essence
from app.services.import_profile import take_in
from app.services.ports import FactsAsked, Workspace

_FEWEST_WORDS = 8
"""Words from which an answer is a text to use again."""
_TEXTS = (Kind.TEXT, Kind.LONG_TEXT)


def import_bids(
    workspace: Workspace,
    bids: Sequence[IncomingBid],
    facts_asked: FactsAsked,
    catalogue: Catalogue,
    today: date,
    by: str = "",
) -> TakenBids:
    """Take past bids in, in one deed that can be undone; the first bid that says a thing is believed.

    Texts become drafts of the library, with the question as their wording. A fact is taken only where the profile
    knows nothing of it; where it is known and a bid says something else, that is told and nothing is changed.
    """
    with workspace.work(f"Import {len(bids)} past bids" if len(bids) > 1 else "Import a past bid", by) as work:
        profile = work.profile()
        read = tuple(_facts(bids, facts_asked, catalogue))
        new, agreeing, differing = _sorted_out(read, profile, catalogue, today)
        facts = take_in(work.facts, [replace(one, recorded_on=today) for one in new])
        answers = take_in(work.answers, tuple(_texts(bids, profile)))
    return TakenBids(answers, facts + Taken(unchanged=agreeing), differing)


def _facts(bids: Sequence[IncomingBid], facts_asked: FactsAsked, catalogue: Catalogue) -> Iterator[Fact]:
    for bid in bids:
        keys = facts_asked([one.question for one in bid.answered])
        for one in bid.answered:
            key = keys.get(one.question.id, "")
            definition = catalogue.get(key)
            value = value_in_words(one.answer, definition.type) if definition else None
            if value is not None:
                yield Fact(str(uuid.uuid4()), key=key, value=value, source=_source(bid, one.question))


def _sorted_out(
    read: Sequence[Fact], profile: Profile, catalogue: Catalogue, today: date
) -> tuple[list[Fact], int, tuple[str, ...]]:
    """Part what was read into new facts, the number of those that agree, and sentences on those that differ."""
    new: dict[str, Fact] = {}
    agreeing, differing = 0, []
    for one in read:
        known = profile.fact_on(one.key, today) or new.get(one.key)
        if known is None:
            new[one.key] = one
        elif essence(known.value) == essence(one.value):
            agreeing += 1
        else:
            name = definition.label if (definition := catalogue.get(one.key)) else one.key
            differing.append(f"{name}: {one.source} says {say_value(one.value)}.")
    return list(new.values()), agreeing, tuple(differing)


def _texts(bids: Sequence[IncomingBid], profile: Profile) -> Iterator[LibraryAnswer]:
    """Give each text once, with every question it answered.

    What the library holds already is left out, also where a person has written it anew since it was taken in.
    """
    held = {essence(variant.text) for answer in profile.answers for variant in answer.variants}
    keys = {answer.key for answer in profile.answers}
    found: dict[Hashable, LibraryAnswer] = {}
    for bid in bids:
        for one in bid.answered:
            text = essence(one.answer)
            if not _is_text(one) or text in held or _key_of(one.answer) in keys:
                continue
            kept = found.get(text)
            wording = " ".join(one.question.text.split())
            if kept is None:
                found[text] = _answer(one.answer, wording, _source(bid, one.question))
            elif wording not in kept.questions:
                found[text] = replace(kept, questions=(*kept.questions, wording))
    yield from found.values()


def _key_of(text: str) -> str:
    return "bid-" + hashlib.sha256(str(essence(text)).encode()).hexdigest()[:12]


def _answer(text: str, wording: str, source: str) -> LibraryAnswer:
    return LibraryAnswer(
        str(uuid.uuid4()),
        key=_key_of(text),
        questions=(wording,),
        variants=(AnswerVariant(text),),
        state=AnswerState.DRAFT,
        extra={"source": source},
    )


def _is_text(one: AnsweredQuestion) -> bool:
    return one.question.kind in _TEXTS and len(one.answer.split()) >= _FEWEST_WORDS


def _source(bid: IncomingBid, question: Question) -> str:
    return f"{bid.path.name}, question {question.ref}" if question.ref else bid.path.name
