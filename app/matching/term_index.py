"""Many short texts by their terms: how much of each a question shares, weighed by how rare the terms are."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Vector = NDArray[numpy.float64]

Terms = Mapping[str, float]
"""The terms of a text, and the share of its weight that each counts in it: less in brackets and in names."""
RARITY = 1.5
"""Power of the logarithm by which a rare term outweighs a common one."""
_UNSEEN = 0.7


class TermIndex:
    """Texts, ready to be compared with many questions."""

    def __init__(self, texts: Sequence[Terms]) -> None:
        """Take the terms of every text."""
        import numpy

        self.size = len(texts)
        self.numbers: dict[str, int] = {}
        counts = [len(text) for text in texts]
        numbers = [self._number(term) for text in texts for term in text]
        self._texts = numpy.repeat(numpy.arange(self.size), counts)
        self._terms = numpy.array(numbers, dtype=numpy.int64)
        self._factors = numpy.array([factor for text in texts for factor in text.values()], dtype=numpy.float64)
        order = numpy.argsort(self._terms, kind="stable")
        bounds = numpy.searchsorted(self._terms[order], numpy.arange(len(self.numbers) + 1))
        self.postings = (self._texts[order], self._factors[order], bounds)
        self.counts = Counter(dict(zip(self.numbers, numpy.diff(bounds).tolist(), strict=True)))

    def weigh(self, weights: "Weights") -> "Weighed":
        """Weigh every term as a form requires."""
        import numpy

        mine = numpy.array([weights.of(term) for term in self.numbers], dtype=numpy.float64)
        mass = numpy.bincount(self._texts, weights=mine[self._terms] * self._factors, minlength=self.size)
        return Weighed(self, weights, mine, numpy.maximum(mass, 1e-9))

    def _number(self, term: str) -> int:
        return self.numbers.setdefault(term, len(self.numbers))


class Weighed:
    """Texts whose terms are weighed."""

    def __init__(self, index: TermIndex, weights: "Weights", of_terms: "Vector", mass: "Vector") -> None:
        """Take the weight of each term of the index, and of each text."""
        self._index, self._weights, self._of_terms, self._mass = index, weights, of_terms, mass

    def shares(self, question: Terms) -> "tuple[Vector, Vector]":
        """Give for each text the share of the question it holds, and the share of itself the question holds, 0 to 1."""
        import numpy

        held, own = numpy.zeros(self._index.size), numpy.zeros(self._index.size)
        texts, factors, bounds = self._index.postings
        for term, factor in question.items():
            number = self._index.numbers.get(term)
            if number is None:
                continue
            here = slice(bounds[number], bounds[number + 1])
            held[texts[here]] += self._of_terms[number] * factor
            own[texts[here]] += self._of_terms[number] * factors[here]
        return held / max(self._weights.mass(question), 1e-9), own / self._mass


class Weights:
    """How much a term says: the rarer among the kept wordings and the form's questions, the more."""

    def __init__(self, counts: Counter[str], total: int, asking: frozenset[str], asked: float = 0.35) -> None:
        """Take in how many of `total` texts each term stands; terms that only ask count `asked` of their weight."""
        self._counts, self._total, self._asking, self._asked = counts, total, asking, asked
        self._known: dict[str, float] = {}

    def of(self, term: str) -> float:
        """Give the weight of a term."""
        weight = self._known.get(term)
        if weight is None:
            weight = math.log(1 + self._total / (self._counts[term] or _UNSEEN)) ** RARITY
            self._known[term] = weight = weight * (self._asked if term in self._asking else 1.0)
        return weight

    def mass(self, terms: Terms) -> float:
        """Add up the weights of a text's terms."""
        return sum(self.of(term) * factor for term, factor in terms.items())

    def sum(self, terms: Iterable[str]) -> float:
        """Add up the weights of terms that count in full."""
        return sum(self.of(term) for term in terms)
