"""How often a person would take an answer, by how like its wording is and by how far it stands before the next one."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.paths import RESOURCES

FILE = RESOURCES / "matching" / "likelihood.json"
WITH_MODEL, BY_WORDS = "with_model", "by_words"
HIGHEST = 0.94
"""A likeness alone is never green."""
_LEAST_ALIKE = 0.2
"""Below this two texts share next to nothing, and no margin makes up for it."""
_WIDEST = 0.8
"""A margin wider than this says no more."""


@dataclass(frozen=True, slots=True)
class Features:
    """What tells how likely a suggestion is right."""

    likeness: float
    """Of the two wordings or texts, 0 to about 1."""
    margin: float
    """How far it stands before the next one; 0 of what is not the first."""
    terms: int
    """How many words of weight the question has: a short label fits many answers."""

    def numbers(self) -> tuple[float, float, float, float]:
        """Give them as the weights take them, after a constant."""
        return 1.0, self.likeness, math.sqrt(min(max(self.margin, 0.0), _WIDEST)), math.log1p(self.terms)


@dataclass(frozen=True, slots=True)
class Likelihood:
    """Fitted weights of a logistic regression."""

    weights: tuple[float, ...]
    """Of the constant, the likeness, the margin and the number of terms."""

    def of(self, features: Features) -> float:
        """Give the probability, 0 to `HIGHEST`."""
        total = sum(weight * number for weight, number in zip(self.weights, features.numbers(), strict=True))
        shared = min(features.likeness / _LEAST_ALIKE, 1.0)
        return min(shared / (1 + math.exp(-total)), HIGHEST)


@cache
def load_likelihoods(path: Path = FILE) -> Mapping[str, Likelihood]:
    """Read the weights that are shipped: with the language model, and by words alone."""
    document = json.loads(path.read_text(encoding="utf-8"))
    return {name: Likelihood(tuple(map(float, document[name]))) for name in (WITH_MODEL, BY_WORDS)}
