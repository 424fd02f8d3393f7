"""The numbers that buyers print before their questions: 1.1(a), Q3, C-5-2, (iv)."""

import re

_NUMBER = r"\d{1,3}(?:[.\-]\d{1,3}){0,5}"
_LEADING = re.compile(
    rf"\s*(?P<ref>(?:(?:Q(?:uestion)?|No|Ref|Item)\.?\s?{_NUMBER}|{_NUMBER}|[A-Z]{{1,4}}[-.]?{_NUMBER})"
    r"(?:\s?[-–]?\s?\([a-z]{1,4}\))*[a-z]?|\([a-z]{1,4}\)|[a-z]\))(?=[\s.):]|$)[.):]*\s+(?=\S)"
)


_LETTER = re.compile(r"\((?:[a-z]|[ivx]{2,5})\)|[a-z]\)")
"""A letter or a small Roman number in brackets."""


def leading_reference(text: str) -> str:
    """Give the number that a text begins with, or nothing: "4.2 (a) Describe ..." has "4.2 (a)"."""
    match = _LEADING.match(text)
    return match["ref"].strip(" .:") if match else ""


def is_reference(text: str) -> bool:
    """Tell whether a text is the number of a question and no more."""
    plain = " ".join(text.split())
    if plain.strip(".").isdecimal() or _LETTER.fullmatch(plain):
        return True
    return any(char.isdigit() for char in plain) and leading_reference(f"{plain} x") == plain.strip(" .:")
