"""Certificates and insurances that the supplier keeps and the bank does not know: each is asked for by its own name."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from app.domain.questionnaire import Kind
from app.domain.records import Evidence
from app.matching.question_bank import DEFAULT, CanonicalQuestion, Phrase, QuestionBank
from app.matching.words import stems

_PARTS = {
    "held": Kind.YES_NO,
    "number": Kind.TEXT,
    "issuer": Kind.TEXT,
    "cover": Kind.TEXT,
    "starts": Kind.DATE,
    "ends": Kind.DATE,
}
_SAYS_NOTHING = frozenset(
    stems("other others general misc certificate insurance policy membership accreditation standard")
)
_LONGEST_TITLE = 6
_ASKING = ("Do you hold {}?", "Is your organisation certified to {}?", "Are you accredited by {}?", "Do you have {}?")


def with_own_evidence(bank: QuestionBank, evidence: Sequence[Evidence]) -> QuestionBank:
    """Give the bank with questions for the kinds of evidence that it lacks; the bank itself where it lacks none."""
    known = {one.evidence for one in bank.questions}
    kinds = {one.kind: one.title for one in evidence if one.kind not in known}
    own = tuple((kind, title) for kind, title in sorted(kinds.items()) if _names(kind, title, bank))
    return _extended(bank, own) if own else bank


@lru_cache(maxsize=4)
def _extended(bank: QuestionBank, own: tuple[tuple[str, str], ...]) -> QuestionBank:
    made = [one for kind, title in own for one in _questions(kind, title, bank)]
    return replace(bank, questions=(*bank.questions, *made))


def _questions(kind: str, title: str, bank: QuestionBank) -> list[CanonicalQuestion]:
    names = _names(kind, title, bank)
    said = tuple(dict.fromkeys((kind.rpartition(".")[2].replace("_", " "), *((title,) if title else ()))))
    labels = tuple(label for name in said for label in (name, f"{name} certificate", f"{name} certification"))
    wordings = tuple(asking.format(name) for asking in _ASKING for name in said)
    return [
        CanonicalQuestion(
            id=f"own.{kind}.{part}",
            kind=form,
            facts={DEFAULT: ""},
            evidence=kind,
            asks=part,
            labels=labels if part == "held" else (),
            wordings=wordings if part == "held" else (),
            needs=(names,),
        )
        for part, form in _PARTS.items()
    ]


def _names(kind: str, title: str, bank: QuestionBank) -> tuple[Phrase, ...]:
    """List the phrases that name a kind of evidence; none where its name would fit anything."""
    words = (stems(kind.rpartition(".")[2].replace("_", " ")), stems(title))
    empty = _SAYS_NOTHING | bank.reading.function | bank.reading.asking | bank.reading.telling
    return tuple(one for one in dict.fromkeys(words) if 0 < len(one) <= _LONGEST_TITLE and set(one) - empty)
