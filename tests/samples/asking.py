"""Questions and profiles made by hand for matching: a form is a list of questions one below the other."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.domain.dates import ReferenceDates
from app.domain.profile import Profile
from app.domain.questionnaire import Kind, Limit, Question, Slot
from app.domain.records import AnswerVariant, Evidence, Fact, LibraryAnswer
from app.domain.responses import Person, Response, ResponseKey, ResponseState
from app.domain.suggestions import Suggestion
from app.domain.values import JsonValue
from app.matching import match_questions

TODAY = date(2026, 11, 22)
ON_TODAY = ReferenceDates.all_on(TODAY)
ADDRESS = {"street": "1 Quay Street", "locality": "Whitby", "postcode": "YO21 1DH", "country": "United Kingdom"}


def ask(
    text: str,
    kind: Kind = Kind.TEXT,
    section: str = "",
    *,
    options: Sequence[str] = (),
    row: int = 0,
    limit: Limit | None = None,
    columns: Sequence[str] = (),
    sure: float = 1.0,
) -> Question:
    """Make a question whose answer goes into a table cell of its own row."""
    places = {heading: f"t0.r1.c{column}" for column, heading in enumerate(columns)}
    return Question(
        f"q-{row}-{text[:20]}",
        text,
        Slot(f"t0.r{row}.c1", places),
        kind,
        section=section,
        options=tuple(options),
        limit=limit,
        confidence=sure,
    )


def form(*rows: tuple[str, Kind], section: str = "") -> list[Question]:
    """Make the questions of one table."""
    return [ask(text, kind, section, row=row) for row, (text, kind) in enumerate(rows)]


def facts(values: Mapping[str, JsonValue]) -> Profile:
    """Make a profile of undated facts."""
    return Profile(facts=tuple(Fact(f"fact {key}", key, value) for key, value in values.items()))


def evidence(
    kind: str, *, ends: date | None = date(2027, 6, 30), starts: date | None = None, **members: object
) -> Evidence:
    """Make a piece of evidence that is in date today, unless told otherwise."""
    return Evidence(f"evidence {kind}", kind, starts=starts, ends=ends, **members)  # type: ignore[arg-type]


def kept(*questions: str, text: str = "Our answer.", name: str = "", **members: object) -> LibraryAnswer:
    """Make a library answer of one length."""
    key = name or questions[0]
    return LibraryAnswer(key, key, questions, (AnswerVariant(text),), **members)  # type: ignore[arg-type]


def approved(question: str, value: JsonValue, *, party_id: str | None = None, name: str = "r1") -> Response:
    """Make a response that a person approved."""
    key = ResponseKey("another file", f"q-{name}", None, party_id)
    return Response(name, key, question, value, ResponseState.APPROVED, Person("Ann Field"))


def offers(
    questions: Question | Sequence[Question],
    profile: Profile,
    *,
    memory: Sequence[Response] = (),
    party_id: str | None = None,
    dates: ReferenceDates = ON_TODAY,
) -> list[tuple[Suggestion, ...]]:
    """Match a form and give the suggestions of each question, in its order."""
    asked = [questions] if isinstance(questions, Question) else list(questions)
    offered = match_questions(asked, profile, memory, party_id, dates)
    return [offered[question.id] for question in asked]


def best(question: Question, profile: Profile, **more: object) -> Suggestion | None:
    """Give the best suggestion for a question that stands alone."""
    return next(iter(offers(question, profile, **more)[0]), None)  # type: ignore[arg-type]


def greens(questions: Sequence[Question], profile: Profile) -> list[str | None]:
    """Give for each question what is offered as green, None where nothing is."""
    return [
        offered[0].text if offered and offered[0].confidence >= 0.95 else None for offered in offers(questions, profile)
    ]
