"""Regular expressions written as lists of phrases, so that a word is added in a line of its own."""


def any_of(*patterns: str) -> str:
    """Join patterns into one that matches any of them, in a group that is not counted."""
    return f"(?:{'|'.join(patterns)})"
