"""How often a person would take an answer whose wording is so and so like the question: the fitted curve."""

import json
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path

from app.paths import RESOURCES

FILE = RESOURCES / "matching" / "likelihood.json"
Curve = tuple[tuple[float, float], ...]
"""Points of likeness and probability, both rising; straight lines between."""
WITH_MODEL, BY_WORDS = "with_model", "by_words"


@cache
def load_curves(path: Path = FILE) -> Mapping[str, Curve]:
    """Read the curves that are shipped: with the language model, and by words alone."""
    document = json.loads(path.read_text(encoding="utf-8"))
    return {name: tuple((float(x), float(y)) for x, y in document[name]) for name in (WITH_MODEL, BY_WORDS)}


def on_line(curve: Curve, likeness: float) -> float:
    """Read the probability for a likeness; beyond the last point it stays."""
    for (low, least), (high, most) in pairwise(curve):
        if likeness <= high:
            return least + (most - least) * (likeness - low) / (high - low)
    return curve[-1][1]
