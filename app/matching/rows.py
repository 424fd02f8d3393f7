"""Lists of people, firms and contracts as rows under the buyer's own column headings, or as lines of text."""

from collections.abc import Mapping, Sequence

from app.domain.answers_in_words import say_value
from app.domain.profile import Profile
from app.domain.records import CaseStudy, TeamMember
from app.domain.suggestions import Source, SourceKind
from app.domain.values import JsonObject, JsonValue
from app.matching.finding import Finding
from app.matching.question_bank import QuestionBank
from app.matching.words import stems

_MOST_CONTRACTS = 3


def rows_under(headings: Sequence[str], entries: JsonValue, bank: QuestionBank) -> list[JsonValue] | None:
    """Bring objects into rows {heading: value}; None unless the first column and half of all are understood."""
    if not isinstance(entries, Sequence) or isinstance(entries, str) or not headings:
        return None
    objects = [one for one in entries if isinstance(one, Mapping)]
    members = {heading: _member(heading, objects, bank) for heading in headings}
    known = {heading: member for heading, member in members.items() if member}
    if not objects or len(known) * 2 < len(headings) or "name" not in known.values():
        return None
    return [{heading: say_value(one.get(member)) for heading, member in known.items()} for one in objects]


def from_records(kind: str, profile: Profile, party_id: str | None) -> Finding | None:
    """Answer from case studies or people, as a text to be worked on; None where there are none."""
    if party_id is not None:
        return None
    if kind == "case_studies" and profile.case_studies:
        chosen = profile.case_studies[:_MOST_CONTRACTS]
        source = Source(SourceKind.CASE_STUDY, chosen[0].id, chosen[0].title, "your latest case studies")
        return Finding("\n\n".join(map(_contract, chosen)), source)
    if kind == "people" and profile.people:
        first = profile.people[0]
        source = Source(SourceKind.PERSON, first.id, first.name, "the people you keep")
        return Finding("\n\n".join(map(_person, profile.people)), source)
    return None


def _member(heading: str, objects: Sequence[JsonObject], bank: QuestionBank) -> str:
    words = set(stems(heading))
    names = {member for one in objects for member in one}
    fitting = [
        (len(phrase), member)
        for member, phrases in bank.columns.items()
        for phrase in phrases
        if member in names and set(phrase) <= words
    ]
    return max(fitting, default=(0, ""))[1]


def _contract(study: CaseStudy) -> str:
    customer = study.customer if study.may_be_named is not False else ""
    period = " to ".join(say_value(day.isoformat()) for day in (study.started, study.completed) if day)
    lines = (study.title, f"Customer: {customer}" if customer else "", period, study.description)
    return "\n".join(line for line in lines if line)


def _person(person: TeamMember) -> str:
    title = f"{person.name}, {person.role}" if person.role else person.name
    return "\n".join(line for line in (title, person.biography, say_value(person.qualifications)) if line)
