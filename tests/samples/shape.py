"""A shape that questions take in a file: a small made-up document and what it asks."""

from dataclasses import dataclass

from tests.samples.word import cell, p


@dataclass(frozen=True)
class Shape:
    """A document and its questions."""

    name: str
    blocks: list[str]
    asked: list[tuple[str | None, ...]]
    """Place, kind (None where it does not matter) and, where given, words of each question's text."""
    parts: dict[str, str] | None = None


def lines(*texts: str) -> str:
    """A cell with a paragraph for each text."""
    return cell(*(p(text) for text in texts))
