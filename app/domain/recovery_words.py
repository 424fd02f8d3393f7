"""Recovery words: a passphrase made for the user, shown once to print."""

from collections.abc import Collection

WORD_COUNT = 8
LIST_LENGTH = 2048
ENTROPY_BITS = 88
"""Eight words of 2048: 8 times 11 bits."""


def canonical_passphrase(passphrase: str, words: Collection[str]) -> str:
    """Give recovery words in small letters with single spaces, and any other passphrase as it is.

    A sheet of words is typed off paper: capitals, line ends and commas between them do not matter.
    """
    typed = passphrase.lower().replace(",", " ").split()
    known = frozenset(words)
    if len(typed) == WORD_COUNT and all(word in known for word in typed):
        return " ".join(typed)
    return passphrase
