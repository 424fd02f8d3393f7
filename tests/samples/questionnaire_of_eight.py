"""A buyer's questionnaire of eight questions of different kinds, read already, and suggestions for some of them."""

import hashlib

from app.domain.questionnaire import Condition, Kind, Limit, LimitUnit, Question, Questionnaire, Slot
from app.domain.suggestions import Source, SourceKind, Suggestion

CONTENT = b"the buyer's own file"
DIGEST = hashlib.sha256(CONTENT).hexdigest()

QUESTIONS = (
    Question(
        "q-name", "Full name of the supplier", Slot("t0.r0.c1"), ref="1.1", section="Part 1 > You", mandatory=True
    ),
    Question(
        "q-iso",
        "Do you hold ISO 27001 certification?",
        Slot("t0.r1.c1", {"Yes": "t0.r1.c1", "No": "t0.r1.c2"}),
        Kind.YES_NO,
        "1.2",
        "Part 1 > You",
        options=("Yes", "No"),
    ),
    Question(
        "q-plan",
        "If not, how will you reach it?",
        Slot("t0.r2.c1"),
        Kind.LONG_TEXT,
        "1.3",
        "Part 1 > You",
        condition=Condition("q-iso", ("No",)),
    ),
    Question(
        "q-breach",
        "Explain how we would be told of a personal data breach.",
        Slot("t1.r0.c1"),
        Kind.LONG_TEXT,
        "3.4",
        "Section 3",
        guidance="Say who is told, how and when.",
        limit=Limit(LimitUnit.WORDS, 10, "max. 10 words"),
        weight=5.0,
        mandatory=True,
    ),
    Question("q-date", "When was the last test?", Slot("t1.r1.c1"), Kind.DATE, "3.5", "Section 3"),
    Question("q-cover", "State your public liability cover", Slot("t1.r2.c1"), Kind.MONEY, "3.6", "Section 3"),
    Question(
        "q-staff",
        "List your staff",
        Slot("t2", {"Name": "t2.r1.c0", "Role": "t2.r1.c1"}),
        Kind.TABLE,
        "4.1",
        "Section 4",
        options=("Name", "Role"),
    ),
    Question("q-sign", "Signature", Slot("t3.r0.c1"), Kind.SIGNATURE, "5", "Declaration"),
)
QUESTIONNAIRE = Questionnaire("ITT questionnaire.docx", "docx", DIGEST, QUESTIONS, "ITT questionnaire")


def offer(question_id: str, value: object, confidence: float, title: str = "A library answer") -> Suggestion:
    """Give a suggestion from the library."""
    source = Source(SourceKind.ANSWER, "a-" + question_id, title, "Asked before in the same words")
    return Suggestion(question_id, str(value), value, confidence, source)  # type: ignore[arg-type]


OFFERS = {
    "q-name": (
        Suggestion(
            "q-name", "Harbour Systems Ltd", "Harbour Systems Ltd", 0.98, Source(SourceKind.FACT, "f1", "Legal name")
        ),
    ),
    "q-iso": (offer("q-iso", True, 0.96, "ISO/IEC 27001 certificate"),),
    "q-breach": (
        offer("q-breach", "We tell you within 24 hours.", 0.78, "Personal data breach process"),
        offer("q-breach", "By phone and secure email.", 0.41, "Incident response summary"),
    ),
}
