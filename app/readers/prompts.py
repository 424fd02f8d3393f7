"""What stands in a cell that waits for an answer: nothing, a line, a placeholder, or the form the answer takes."""

import re
from dataclasses import dataclass
from enum import StrEnum

from app.domain.questionnaire import Kind
from app.packages.blanks import Blank, BlankKind, find_blanks
from app.readers.patterns import any_of


class PromptForm(StrEnum):
    """How a cell asks to be filled."""

    EMPTY = "empty"
    LINE = "line"
    PLACEHOLDER = "placeholder"
    """Words in brackets, or those of a content control."""
    REQUEST = "request"
    """Insert here, type your answer."""
    TYPE = "type"
    """The form of the answer alone: Yes/No, Upload, Free text 250 words."""
    BOXES = "boxes"
    """Boxes to tick."""
    FIELD = "field"
    """A content control or form field."""
    UNIT = "unit"
    """The unit alone: £, %, days."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A cell that waits for an answer, and what it says of the answer."""

    form: PromptForm
    kind: Kind | None = None
    options: tuple[str, ...] = ()
    text: str = ""
    """What the cell says, without marks; empty where it is blank."""


YES_NO = ("Yes", "No")
_INVISIBLE = re.compile("[\\s\u00a0\u200b-\u200f\u2060\ufeff]+")
_YES_NO = re.compile(
    r"(?i)\W*(?:(?:please\s+)?(?:select|answer|state|confirm|indicate|insert|enter|delete|circle|tick)\W*)?"
    r"y(?:es)?\s*(?:/|or|\||,|-)\s*no?\b\s*"
    r"(?P<more>(?:(?:/|or|\||,)\s*(?:n/?a|not\s+applicable|partial(?:ly)?|in\s+part)\s*)*)"
    r"(?:\W*(?:\(?please\s+)?(?:delete|circle|select|tick|state|highlight)\b.{0,60})?\W*"
)
_REQUEST = re.compile(
    r"(?i)\W*(?:(?:please\s+)?(?:insert|enter|type|provide|add|complete|write|state|input|give|specify|fill(?:\s+in)?)\b.{0,80}"
    r"|(?:your|supplier|bidder|tenderer)(?:['’]?s?['’]?)?\s+(?:full\s+)?(?:response|answer|reply|comments?|details)(?:\s+here)?"
    r"|(?:answer|response|reply)(?:\s+(?:here|box|field|text|required|below))?"
    r"|to\s+be\s+(?:completed|provided|inserted|confirmed|advised)\b.{0,60}|click\s+.{0,60}|(?:please\s+)?(?:choose|select)(?:\s+(?:an?|one|your|from|the)\b.{0,40})?)\W*",
    re.DOTALL,
)
_FILE = any_of("document", "file", "evidence", "certificate", "attachment")
_TYPES: tuple[tuple[Kind | None, str], ...] = (
    (
        Kind.UPLOAD,
        any_of(
            rf"(?:please\s+)?(?:{_FILE}\s+)?(?:upload|attach(?:ment|ed)?)"
            rf"(?:\s+(?:{_FILE}|required|here|a\s+(?:document|file|copy)|your\s+\w+))*",
        ),
    ),
    (
        Kind.LONG_TEXT,
        any_of(
            r"(?:free[- ]?|long\s+|narrative\s+|multi[- ]?line\s+|open\s+)?text"
            r"(?:\s*(?:box|field|area|response|answer|input))?",
            r"narrative(?:\s+response)?",
            r"free\s+form",
            r"essay",
        ),
    ),
    (Kind.TEXT, r"(?:short|single[- ]line|one[- ]line)\s+(?:text|answer|response)(?:\s*(?:box|field))?"),
    (
        Kind.DATE,
        any_of(
            r"date",
            r"(?:dd|d|day)\s*[/.-]\s*(?:mm+|m|month)\s*[/.-]\s*(?:yy+|y|year)",
            r"mm+\s*[/.-]\s*(?:dd\s*[/.-]\s*)?yy+",
        ),
    ),
    (Kind.NUMBER, r"(?:whole\s+)?(?:number|numeric|numerical|integer)(?:\s+(?:only|field|value))?"),
    (Kind.MONEY, r"(?:currency|monetary|money)(?:\s+(?:value|amount|field))?"),
    (Kind.PERCENT, r"percent(?:age)?"),
    (Kind.EMAIL, r"e-?mail(?:\s+address)?"),
    (Kind.URL, r"(?:url|web\s*(?:site|link)?(?:\s+address)?|link|hyperlink)"),
    (Kind.SIGNATURE, r"signature|sign(?:ed)?\s+here"),
    (Kind.TABLE, r"table"),
    (
        Kind.CHOICE,
        any_of(
            r"drop[- ]?down(?:\s+(?:list|menu))?",
            r"option(?:s)?(?:\s+list)?",
            r"single\s+(?:choice|select(?:ion)?)",
            r"radio(?:\s+buttons?)?",
            r"pick\s*list",
            r"select\s+(?:one|from.{0,30})",
            r"multiple\s+choice",
        ),
    ),
    (
        Kind.MULTI_CHOICE,
        any_of(
            r"(?:check|tick)\s*box(?:es)?",
            r"multi(?:ple)?[- ]?(?:select(?:ion)?|choice)",
            r"select\s+all(?:\s+that\s+apply)?",
        ),
    ),
)
_TYPE_FORMS = tuple((kind, re.compile(rf"(?i){pattern}")) for kind, pattern in _TYPES)
_AMOUNT = (
    r"(?:\[?\s*(?:max(?:imum)?\.?|up\s+to|no\s+more\s+than|limit(?:ed\s+to)?(?:\s+of)?|of)?\s*[\[(]?\d[\d,]*[\])]?\s*[-(]?\s*"
    r"(?:words?|characters?|chars?|pages?|sides?(?:\s+of\s+A4)?)\s*(?:max(?:imum)?|limit|or\s+less)?\)?\s*)"
)
_WITH_AMOUNT = re.compile(
    rf"(?i)[\s(:;,.–-]*(?:{_AMOUNT}|(?:word|character)\s+(?:limit|count|max(?:imum)?)\W*\d[\d,]*)\W*"
)
_UNIT = re.compile(
    r"(?i)\W*(?P<money>[£€$]\s*(?:[x0.,_…\s]*|\.{2,})(?:\s*(?:m|million|k))?|(?:gbp|eur|usd|rm)\s*[x0.,_…]*)\W*"
    r"|(?P<percent>\[?[x0_]*\]?\s*%|per\s*cent)|(?P<number>(?:days?|months?|years?|hours?|tco2e?|kg|tonnes?|litres?|miles|fte)\W*)"
)
_SENTENCE = re.compile(r"\w+\W+\w+\W+\w+\W+\w+\W+\w+")


def is_blank(text: str) -> bool:
    """Tell whether a text shows nothing."""
    return not _INVISIBLE.sub("", text)


def read_prompt(text: str) -> Prompt | None:
    """Say how a cell with this text asks to be filled, or None where it holds something of its own."""
    plain = " ".join(text.replace("\u00a0", " ").split())
    if is_blank(text):
        return Prompt(PromptForm.EMPTY)
    blanks = find_blanks(text)
    boxes = [blank for blank in blanks if blank.kind is BlankKind.BOX]
    if boxes and re.fullmatch(r"[\[(]\s*[\])]", plain):
        return Prompt(PromptForm.LINE)
    if boxes:
        return Prompt(PromptForm.BOXES, text=plain)
    return _of_type(plain) or _of_unit(plain) or _of_marks(text, plain, blanks) or _of_request(plain)


def yes_no_options(text: str) -> tuple[str, ...]:
    """Give the options of a text that is only "Yes/No" or the like, or nothing."""
    match = _YES_NO.fullmatch(" ".join(text.split()))
    if not match:
        return ()
    more = re.findall(r"(?i)n/?a|not\s+applicable|partial(?:ly)?|in\s+part", match["more"] or "")
    return (*YES_NO, *more)


def without_amount(text: str) -> str:
    """Take a stated length away: "Free text (250 words)" is "Free text"."""
    return _WITH_AMOUNT.sub(" ", text).strip(" .:;,()[]-–")


def _of_type(plain: str) -> Prompt | None:
    options = yes_no_options(plain)
    if options:
        return Prompt(PromptForm.TYPE, Kind.YES_NO, options, plain)
    core = without_amount(plain.strip("[]<>{}«» "))
    if not core and any(map(str.isalnum, plain)):
        return Prompt(PromptForm.TYPE, Kind.LONG_TEXT, text=plain)
    core = re.sub(r"(?i)\s*(?:\d+\s*)?\(?(?:word|character)s?\s+limit\)?$", "", core).strip()
    kind = next((kind for kind, form in _TYPE_FORMS if form.fullmatch(core)), None)
    return Prompt(PromptForm.TYPE, kind, text=plain) if kind else None


def _of_unit(plain: str) -> Prompt | None:
    match = _UNIT.fullmatch(plain)
    if not match:
        return None
    kind = Kind.MONEY if match["money"] else Kind.PERCENT if match["percent"] else Kind.NUMBER
    return Prompt(PromptForm.UNIT, kind, text=plain)


def _of_marks(text: str, plain: str, blanks: tuple[Blank, ...]) -> Prompt | None:
    """Take a text that is a placeholder, or a line with at most a few words around it."""
    if not blanks:
        return None
    rest = text
    for blank in reversed(blanks):
        rest = rest[: blank.start] + " " + rest[blank.end :]
    if _SENTENCE.search(rest):
        return None
    words = " ".join(blank.prompt for blank in blanks).strip()
    if all(blank.kind is BlankKind.LINE for blank in blanks):
        return Prompt(PromptForm.LINE, text=" ".join(rest.split()).strip(" :"))
    if len(blanks) == 1 and blanks[0].kind is BlankKind.LETTERS and "X" in blanks[0].text:
        return Prompt(PromptForm.PLACEHOLDER, Kind.NUMBER, text=plain)
    inner = _of_type(words) or _of_unit(words)
    return Prompt(PromptForm.PLACEHOLDER, inner.kind if inner else None, inner.options if inner else (), words or plain)


def _of_request(plain: str) -> Prompt | None:
    return Prompt(PromptForm.REQUEST, text=plain) if _REQUEST.fullmatch(plain) else None
