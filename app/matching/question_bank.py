"""The question bank: what buyers ask again and again, in how many wordings, and what answers it.

It is data (`resources/question_bank/*.json`): a bid writer adds a wording or a question there without touching code.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from app.domain.questionnaire import Kind
from app.matching.words import Lexicon, build_lexicon, stems
from app.paths import RESOURCES

FOLDER = RESOURCES / "question_bank"
DEFAULT = "default"
Phrase = tuple[str, ...]
"""Stems that stand one after the other."""


@dataclass(frozen=True, slots=True)
class FormReference:
    """Where a form of this version asks it."""

    form: str
    version: str
    ref: str


@dataclass(frozen=True, slots=True)
class CanonicalQuestion:
    """One thing that buyers ask, whatever the wording."""

    id: str
    kind: Kind
    axis: str = ""
    """Name of the context that tells which fact is meant: whose it is, which year, which period."""
    facts: Mapping[str, str] = field(default_factory=dict)
    """The fact that answers it, for each value of the axis; without an axis under `default`."""
    evidence: str = ""
    policy: str = ""
    records: str = ""
    """Other records that answer it: `case_studies`, `people`."""
    asks: str = "value"
    """Which part answers: of evidence `held`, `cover`, `number`, `issuer`, `ends`, ...; of a fact `value`."""
    inverted: bool = False
    """Whether Yes to the question is No to the fact."""
    declaration: bool = False
    """Whether a wrong answer is a false declaration: only a fact answers it, never a likeness of words."""
    any_of: tuple[str, ...] = ()
    """Yes where one of these facts is Yes, No where all of them are No."""
    derive: str = ""
    """Rule that answers where the fact is unknown: `sme`, `size`."""
    most: float = 1.0
    """The greatest confidence: below green where the answer is a decision for the tender in hand."""
    window_years: int | None = None
    """Years back from the reference date that the question looks."""
    labels: tuple[str, ...] = ()
    bare_labels: tuple[str, ...] = ()
    """Labels that mean this only where the context says whose: "Name", "Address"."""
    wordings: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    """Wordings that ask the opposite: Yes to them is No to the others."""
    needs: tuple[tuple[Phrase, ...], ...] = ()
    """Of each group, one phrase must stand in the question."""
    around: tuple[tuple[Phrase, ...], ...] = ()
    """Of each group, one phrase must stand in the question, its headings, or what was asked just before."""
    never: tuple[Phrase, ...] = ()
    """None of these phrases may stand in the question."""
    references: tuple[FormReference, ...] = ()

    def fact_for(self, context: str) -> str:
        """Give the key of the fact for a value of the axis; "" where none answers."""
        return self.facts.get(context if self.axis else DEFAULT, "")

    def fact_keys(self) -> tuple[str, ...]:
        """List every key of the catalogue that the question leans on."""
        named = (*self.facts.values(), *self.any_of, self.evidence)
        return tuple(key for key in named if key)


@dataclass(frozen=True, slots=True)
class ContextValue:
    """One value of an axis, and the phrases that give it away."""

    name: str
    cues: tuple[Phrase, ...]
    headings: tuple[Phrase, ...]
    """Phrases that count in a heading."""
    asked: tuple[Phrase, ...] = ()
    """Phrases that count in a question and in a heading of a few words; in a longer one they may name the buyer."""


@dataclass(frozen=True, slots=True)
class Axis:
    """What a bare label leaves open: whose name, which year's emissions."""

    name: str
    default: str
    """The value where nothing says otherwise; "" where there is none."""
    values: tuple[ContextValue, ...]
    """The most special first: "ultimate parent" before "parent"."""


@dataclass(frozen=True, slots=True)
class ReadingWords:
    """Stems that weigh more or less where two wordings are compared closely."""

    function: frozenset[str] = frozenset()
    """Articles and prepositions: no weight at all."""
    asking: frozenset[str] = frozenset()
    """How it is asked, not what."""
    telling: frozenset[str] = frozenset()
    """One of these on one side alone makes it another question: "immediate", "plus", "not"."""
    apart: frozenset[str] = frozenset()
    """Words near to each other in meaning that yet make another question, where one stands on one side alone."""
    counted: frozenset[str] = frozenset()
    """Nouns whose number matters: "scope 1" is not "scope 2", while a framework's ninth edition is like its tenth."""


@dataclass(frozen=True, slots=True, eq=False)
class QuestionBank:
    """Everything the bank knows."""

    version: str
    lexicon: Lexicon
    questions: tuple[CanonicalQuestion, ...]
    axes: Mapping[str, Axis]
    choices: tuple[tuple[str, ...], ...] = field(default=())
    """Words for one and the same option of a choice, the plainest first."""
    reading: ReadingWords = field(default_factory=ReadingWords)
    columns: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)
    """Members of people and firms, and the words of column headings that mean them."""
    contracts: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)
    """What a table of contracts asks of each, and the words that mean it."""
    closed: tuple[Phrase, ...] = ()
    """Headings below which nothing is asked of the supplier: "Office use only"."""
    declared_by: tuple[str, ...] = ()
    """How forms speak of those who declare, and of when: words that say nothing of what is declared."""
    neutral: tuple[str, ...] = ()
    """Words that make no question another one, whatever it asks."""
    parts: Mapping[str, Mapping[str, tuple[Phrase, ...]]] = field(default_factory=dict)
    """Of certificates and insurances: the phrases that ask for each detail."""
    part_filler: tuple[Phrase, ...] = ()
    """What may stand beside them and changes nothing."""


@cache
def load_bank(folder: Path = FOLDER) -> QuestionBank:
    """Read the bank that is shipped, once."""
    words = _read(folder / "words.json")
    parts = _read(folder / "parts.json")
    topics = [_read(path) for path in sorted(folder.glob("*.json")) if path.stem not in ("words", "contexts", "parts")]
    return QuestionBank(
        version=words["version"],
        lexicon=build_lexicon(words["empty"], words["kin"]),
        questions=tuple(_question(one) for topic in topics for one in topic["questions"]),
        axes={axis["name"]: _axis(axis) for axis in _read(folder / "contexts.json")["axes"]},
        choices=tuple(tuple(group) for group in words["choices"]),
        reading=ReadingWords(
            **{name: _stems(words[name]) for name in ("function", "asking", "telling", "apart", "counted")}
        ),
        columns={member: _phrases(texts) for member, texts in words["columns"].items()},
        contracts={member: _phrases(texts) for member, texts in words["contracts"].items()},
        closed=_phrases(words["closed"]),
        declared_by=tuple(words["declared_by"]),
        neutral=tuple(words["neutral"]),
        parts={
            group: {part: _phrases(texts) for part, texts in named.items()} for group, named in parts["parts"].items()
        },
        part_filler=_phrases(parts["filler"]),
    )


def _read(path: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return document


def _question(one: Mapping[str, Any]) -> CanonicalQuestion:
    plainly: dict[str, Any] = {
        name: tuple(one.get(name, ())) for name in ("labels", "bare_labels", "wordings", "denied")
    }
    flags: dict[str, Any] = {name: bool(one.get(name, False)) for name in ("inverted", "declaration")}
    words: dict[str, Any] = {
        name: str(one[name]) for name in ("axis", "evidence", "policy", "records", "asks", "derive") if name in one
    }
    facts = one.get("facts", {DEFAULT: one["fact"]} if "fact" in one else {})
    return CanonicalQuestion(
        id=one["id"],
        kind=Kind(one["kind"]),
        facts=MappingProxyType(dict(facts)),
        window_years=one.get("window_years"),
        any_of=tuple(one.get("any_of", ())),
        most=float(one.get("most", 1.0)),
        needs=tuple(_phrases(group) for group in one.get("needs", ())),
        around=tuple(_phrases(group) for group in one.get("around", ())),
        never=_phrases(one.get("never", ())),
        references=tuple(FormReference(**reference) for reference in one.get("references", ())),
        **words,
        **flags,
        **plainly,
    )


def _axis(one: Mapping[str, Any]) -> Axis:
    values = tuple(
        ContextValue(
            value["name"],
            _phrases(value["cues"]),
            _phrases(value.get("headings", ())),
            _phrases(value.get("asked", ())),
        )
        for value in one["values"]
    )
    return Axis(one["name"], one.get("default", ""), values)


def _stems(texts: Sequence[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in stems(text))


def _phrases(texts: Sequence[str]) -> tuple[Phrase, ...]:
    return tuple(stems(text) for text in texts)
