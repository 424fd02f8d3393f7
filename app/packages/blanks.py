"""The blanks that a text leaves for answers, in order: `p12` or `B7` names the first, `p12#1` the second.

Readers name blanks and fillers fill them, so both take them from here.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

EMPTY_BOXES = "☐□▢❏❑◻⬜⎕○◯❍"
TICKED_BOXES = "☒☑🗹🗷▣■✓✔✗✘⬛◉●"
"""Ticked, crossed or filled; the last ones count as boxes only where the text is nothing else."""
_TICKED_IN_TEXT = "☒☑🗹🗷"


class BlankKind(StrEnum):
    """How a blank shows that something goes there."""

    LINE = "line"
    """Underscores, dots or dashes."""
    BRACKETED = "bracketed"
    """[Insert name]"""
    ANGLED = "angled"
    """<name>, «name» or {name}"""
    LETTERS = "letters"
    """XX, 20XX, dd/mm/yyyy: letters where digits will stand."""
    BOX = "box"
    """A box to tick."""
    PROMPT = "prompt"
    """Click here to enter text."""
    CONTROL = "control"
    """A content control of Word that shows its placeholder or nothing."""
    FIELD = "field"
    """A legacy form field of Word."""


@dataclass(frozen=True, slots=True)
class Blank:
    """One blank in a text."""

    start: int
    end: int
    kind: BlankKind
    text: str
    """What stands there now, as printed."""

    @property
    def prompt(self) -> str:
        """What the blank itself says of its answer: the words inside brackets or of a prompt, else nothing."""
        if self.kind in (BlankKind.LINE, BlankKind.BOX, BlankKind.LETTERS):
            return ""
        return self.text.strip().strip("[]<>«»{}").strip()


_LINE = r"(?:_[_\s]{1,}_+|_{3,}|(?:\.\s?){5,}|…[….\s]*[…․.]|…{1,}(?=\s*$)|․{4,}|-{6,}|–{4,}|—{3,})"
_PROMPT = (
    r"(?i:\b(?:click|tap)(?: or (?:click|tap))?(?: or (?:press|type))?(?: here)? to (?:enter|add|insert|type)"
    r"(?: an?| your| the)?(?: \w+){0,2}\.?|\b(?:choose|select) an item\.?)"
)
_PATTERNS = (
    (BlankKind.LINE, rf"\[[._…\s]*[._…][._…\s]*\]|{_LINE}(?:[\s/]*{_LINE})*"),
    (
        BlankKind.BOX,
        rf"[{EMPTY_BOXES}{_TICKED_IN_TEXT}]|\[[ \u00a0\u2002\u2003]{{0,5}}\]|\([ \u00a0\u2002\u2003]{{1,5}}\)",
    ),
    (BlankKind.BRACKETED, r"\[(?:[^\[\]]|\[[^\[\]]{0,200}\]){0,400}\]"),
    (BlankKind.ANGLED, r"<[^<>=]{1,200}>|«[^«»]{1,200}»|\{[^{}]{1,200}\}"),
    (BlankKind.LETTERS, r"\b(?:(?:19|20)?X{2,}|(?i:d{1,2}\s?[/.-]\s?m{2,3}\s?[/.-]\s?y{2,4}))\b"),
    (BlankKind.PROMPT, _PROMPT),
)
_BLANK = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _PATTERNS))


def find_blanks(text: str) -> tuple[Blank, ...]:
    """List the blanks of a text in order; lines of underscores or dots that follow each other are one."""
    return tuple(
        Blank(match.start(), match.end(), BlankKind(match.lastgroup or ""), match[0]) for match in _BLANK.finditer(text)
    )


def nth_blank(text: str, number: int) -> Blank | None:
    """Give the blank with this number, from 0, or None."""
    found = find_blanks(text)
    return found[number] if number < len(found) else None
