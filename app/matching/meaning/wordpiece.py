"""Text into the token numbers of the model: the uncased WordPiece of BERT (Devlin et al. 2018, section 3)."""

import unicodedata
from collections.abc import Mapping

UNKNOWN, START, END = "[UNK]", "[CLS]", "[SEP]"
MOST_TOKENS = 256
"""The length the model was trained for; what follows is not seen."""
_LONGEST_WORD = 100


class WordPiece:
    """A tokenizer over one vocabulary."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        """Take a vocabulary {token: number} that holds the three special tokens."""
        self._numbers = vocabulary
        self._seen: dict[str, tuple[int, ...]] = {}

    def encode(self, text: str) -> list[int]:
        """Give the numbers of `text` between start and end, at most `MOST_TOKENS` in all."""
        numbers = [self._numbers[START]]
        for word in _words(text):
            if len(numbers) >= MOST_TOKENS - 1:
                break
            numbers.extend(self._pieces(word))
        return [*numbers[: MOST_TOKENS - 1], self._numbers[END]]

    def _pieces(self, word: str) -> tuple[int, ...]:
        known = self._seen.get(word)
        if known is None:
            known = self._seen[word] = self._split(word)
        return known

    def _split(self, word: str) -> tuple[int, ...]:
        """Cut a word into the longest known pieces from its start; one that cannot be cut is unknown."""
        unknown = (self._numbers[UNKNOWN],)
        if len(word) > _LONGEST_WORD:
            return unknown
        found: list[int] = []
        rest = word
        while rest:
            ends = range(len(rest), 0, -1)
            prefix = "##" if found else ""
            end = next((end for end in ends if prefix + rest[:end] in self._numbers), None)
            if end is None:
                return unknown
            found.append(self._numbers[prefix + rest[:end]])
            rest = rest[end:]
        return tuple(found)


def _words(text: str) -> list[str]:
    """Lower the case, drop accents and control characters, and set marks and ideographs apart."""
    out: list[str] = []
    for character in unicodedata.normalize("NFD", text.lower()):
        category = unicodedata.category(character)
        if character in "\t\n\r" or category == "Zs":
            out.append(" ")
        elif category == "Mn" or category.startswith("C"):
            continue
        elif _stands_apart(character, category):
            out.append(f" {character} ")
        else:
            out.append(character)
    return "".join(out).split()


def _stands_apart(character: str, category: str) -> bool:
    code = ord(character)
    symbol = category.startswith("P") or (code < 128 and not character.isalnum())
    ideograph = 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0xF900 <= code <= 0xFAFF
    return symbol or ideograph or 0x20000 <= code <= 0x2CEAF
