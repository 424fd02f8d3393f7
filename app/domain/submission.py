"""What the check looks at: every answer of a bid, and all that it is held against, at one moment."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.domain.answers_in_words import say_value
from app.domain.dates import ReferenceDates
from app.domain.filling import FillReport
from app.domain.findings import Check, Finding, Gravity, Where
from app.domain.profile import Profile
from app.domain.questionnaire import Kind, Question, Questionnaire
from app.domain.responses import Response
from app.domain.tenders import Tender
from app.domain.values import JsonValue

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class FilledCopy:
    """The last copy of the buyer's file that was filled."""

    name: str
    report: FillReport
    stale: frozenset[str] = frozenset()
    """Questions whose answer was approved after the copy was made."""


@dataclass(frozen=True, slots=True)
class AnsweredFile:
    """A buyer's file with the answers of one party."""

    questionnaire: Questionnaire
    responses: Mapping[str, Response]
    """By question id."""
    party_id: str | None = None
    filled: FilledCopy | None = None
    instructions: tuple[str, ...] = ()
    """What the file tells the supplier, paragraph by paragraph."""


@dataclass(frozen=True, slots=True)
class OwnText:
    """What a document of the supplier's own says."""

    lines: tuple[str, ...]
    """Its paragraphs and cells, with those of heads, feet, notes and text boxes."""
    marked: tuple[str, ...] = ()
    """Texts that are highlighted."""


@dataclass(frozen=True, slots=True)
class OwnDocument:
    """A document that is no buyer's form, as it reads."""

    name: str
    digest: str
    text: OwnText


@dataclass(frozen=True, slots=True)
class Submission:
    """A bid as it stands."""

    files: tuple[AnsweredFile, ...]
    profile: Profile
    dates: ReferenceDates
    tender: Tender | None = None
    other_tenders: tuple[Tender, ...] = ()
    attached: frozenset[str] = field(default_factory=frozenset)
    """Names of the files that go with the bid."""
    documents: tuple[OwnDocument, ...] = ()
    """Documents of the supplier's own: letters and statements made from templates."""

    def answers(self) -> Iterator["Answer"]:
        """Give every question with its answer, in the order of the files."""
        for file in self.files:
            for question in file.questionnaire:
                yield Answer(file, question, file.responses.get(question.id))

    def written(self) -> Iterator["Answer"]:
        """Give the questions that are answered."""
        return (answer for answer in self.answers() if answer.is_given)


@dataclass(frozen=True, slots=True)
class Answer:
    """A question and what stands as its answer."""

    file: AnsweredFile
    question: Question
    response: Response | None

    @property
    def value(self) -> JsonValue:
        """The answer as it is filled in; None where there is none."""
        return self.response.value if self.response else None

    @property
    def is_given(self) -> bool:
        """Tell whether something was answered; a cross in no box and a text of blanks are nothing."""
        value = self.value
        return bool(value.strip()) if isinstance(value, str) else value not in (None, (), [], {})

    @property
    def text(self) -> str:
        """The answer as the buyer reads it."""
        return say_value(self.value)

    @property
    def asked(self) -> str:
        """All that the buyer says about the question."""
        question = self.question
        return "\n".join(part for part in (question.section, question.text, question.guidance) if part)

    @property
    def is_prose(self) -> bool:
        """Tell whether the answer is words of the supplier's own."""
        return self.question.kind in (Kind.TEXT, Kind.LONG_TEXT, Kind.TABLE) or len(self.text.split()) > 5

    @property
    def where(self) -> Where:
        """Name the question for a finding."""
        return Where(
            "question",
            self.question.id,
            name_of(self.question),
            self.file.questionnaire.digest,
            self.file.party_id,
        )

    def finding(self, check: Check, gravity: Gravity, why: str, remedy: str, mark: str = "") -> Finding:
        """Make a finding about this answer, which rests on its words."""
        return Finding(check, gravity, self.where, why, remedy, mark, basis=self.text)


def name_of(question: Question) -> str:
    """Call a question by its number where it has one, else by the beginning of its text."""
    text = " ".join(question.text.split())
    short = text if len(text) <= LONGEST_NAME else f"{text[: LONGEST_NAME - 1]}…"
    return f"{question.ref} {short}".strip() if question.ref.strip("0") else short
