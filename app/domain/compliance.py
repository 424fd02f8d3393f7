"""The compliance matrix: every requirement of a tender, where it is answered, on what, by whom, and how far it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.counting import measure
from app.domain.questionnaire import Limit
from app.domain.responses import Person, ResponseState
from app.domain.submission import Answer, Submission

_STATES = {
    ResponseState.DRAFT: "Draft",
    ResponseState.IN_REVIEW: "In review",
    ResponseState.APPROVED: "Approved",
}


@dataclass(frozen=True, slots=True)
class Requirement:
    """One row of the matrix; everything as it is read."""

    file: str
    ref: str
    section: str
    requirement: str
    must: str
    """"Mandatory", "Pass or fail", the weight, or nothing."""
    where: str
    """The place in the buyer's file where it is answered."""
    party: str
    answer: str
    """How the answer begins."""
    source: str
    owner: str
    """Who keeps the library answer it rests on."""
    reviewer: str
    state: str
    length: str
    limit: str


def requirements_of(bid: Submission) -> Iterator[Requirement]:
    """Give every question of every file, in the order of the files."""
    owners = {one.id: one.owner for one in bid.profile.answers} | {one.id: one.owner for one in bid.profile.policies}
    parties = {one.id: one.name for one in bid.profile.parties}
    for answer in bid.answers():
        yield _requirement(answer, owners, parties)


def _requirement(answer: Answer, owners: dict[str, str], parties: dict[str, str]) -> Requirement:
    question, response = answer.question, answer.response
    source = response.source if response else None
    reviewer = response.reviewer if response else None
    return Requirement(
        file=answer.file.questionnaire.file_name,
        ref=question.ref,
        section=question.section,
        requirement=question.text,
        must=_must(answer),
        where=question.slot.where or "",
        party=parties.get(answer.file.party_id or "", ""),
        answer=_begins(answer.text),
        source=f"{source.kind.replace('_', ' ').capitalize()}: {source.title}" if source else "",
        owner=owners.get(source.id, "") if source else "",
        reviewer=reviewer.name if isinstance(reviewer, Person) else "",
        state=_state(answer),
        length=_length(answer),
        limit=_limit(question.limit),
    )


def _must(answer: Answer) -> str:
    question = answer.question
    said = []
    if question.mandatory:
        said.append("Mandatory")
    if question.pass_fail:
        said.append("Pass or fail")
    if question.weight is not None:
        said.append(f"{question.weight:g}%")
    return ", ".join(said)


def _state(answer: Answer) -> str:
    if answer.response is None or not answer.is_given:
        return "No answer"
    approved = answer.response.state is ResponseState.APPROVED
    return _STATES[answer.response.state] if answer.response.may_be_filled or not approved else "Unreviewed"


def _length(answer: Answer) -> str:
    if not answer.is_given or not (answer.is_prose or answer.question.limit):
        return ""
    held = measure(answer.text, answer.question.limit)
    return f"{held.used} {held.unit}"


def _limit(limit: Limit | None) -> str:
    if limit is None:
        return ""
    unit = limit.unit.removesuffix("s") if limit.maximum == 1 else str(limit.unit)
    return f"{limit.maximum} {unit}{' for each item' if limit.per == 'item' else ''}"


def _begins(text: str, most: int = 200) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
