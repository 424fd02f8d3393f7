"""What was left over from a template or a draft."""

import re
from collections.abc import Iterator
from itertools import islice

from app.domain.findings import Check, Finding, Gravity, Where
from app.domain.submission import Answer, OwnDocument, Submission

_TO_FILL = (
    r"insert|enter|add|state|type|give|specify|complete|delete|name|date|title|role|number|figure|amount|percentage|"
    r"supplier|buyer|authority|council|client|customer|company|organisation|organization|firm|your|our|bidder|tenderer|"
    r"tbc|tba|tbd|todo|to be|placeholder|gap|missing|check|confirm|xx+|\?+|…|\.\.\."
)
_SHOWN = 80
"""Characters of a highlighted text that are shown."""
MOST = 40
"""Marks of one kind that are shown of one answer."""
GAPS = re.compile(r"\[\s*insert\b[^\[\]\n]{0,400}\]", re.IGNORECASE)
"""Marks of what a document made from a template still lacks: a missing fact, or the template's own prompt."""
PATTERNS = (
    GAPS,
    re.compile(rf"\[\s*(?:{_TO_FILL})(?![\w’'])[^\[\]\n]{{0,80}}\]", re.IGNORECASE),
    re.compile(rf"<\s*(?:{_TO_FILL})\b[^<>\n]{{0,60}}>", re.IGNORECASE),
    re.compile(
        r"\[\s*(?:[●•▪…_]+|£\s*[xX]*|please [^\[\]\n]{1,60}|(?!and/or)[A-Za-z]+/[A-Za-z]+)\s*\]|%%\w+%%", re.IGNORECASE
    ),
    re.compile(r"(?:^|(?<=[.:(\n]))\s*(?:insert|enter|type)(?: \w+){0,4} here\s*(?:$|[.\])\n])", re.IGNORECASE),
    re.compile(r"\bNAME OF (?:THE )?[A-Z]{4,}\b|^\s*[Pp]laceholder\b"),
    re.compile(r"[(\[…]\s*to be (?:drafted|written|supplied|inserted|finalised)\b", re.IGNORECASE),
    re.compile(r"\{\{[^{}\n]{0,60}\}?\}?|\{%[^%\n]{0,60}%?\}?|(?<!\{)\}\}"),
    re.compile(r"(?<![\w-])(?:TBC|TBA|TBD|TODO|FIXME)(?![\w-])"),
    re.compile(r"(?<![\w.-])(?:tbc|tba|tbd)(?![\w-])"),
    re.compile(r"\((?:details )?to be (?:confirmed|advised|completed|added|agreed internally)\)", re.IGNORECASE),
    re.compile(r"^\s*(?:details )?to be (?:confirmed|advised|completed|added|provided)\s*\.?\s*$", re.IGNORECASE),
    re.compile(r"(?<![\w])(?:[xX]{2,})(?![\w])"),
    re.compile(r"\blorem ipsum\b", re.IGNORECASE),
    re.compile(r"\bclick (?:or tap )?here to (?:enter|add|insert|type)[^.\n]{0,30}", re.IGNORECASE),
    re.compile(
        r"\bchoose an item\b|\bdelete as (?:appropriate|applicable)\b|\binsert (?:text|here|name)\b", re.IGNORECASE
    ),
    re.compile(r"Error! (?:Reference source|Bookmark) not [^.\n]{0,20}"),
    re.compile(r"#(?:REF|VALUE|NAME|DIV/0)[!?]|#N/A"),
    re.compile(r"_{4,}|\?{3,}"),
    re.compile(r"\b(?:comment|note) (?:to|for) (?:self|author|reviewer|writer)\b", re.IGNORECASE),
)


def leftovers(bid: Submission) -> Iterator[Finding]:
    """Find placeholders, unfinished words and the texts of form fields in the answers, and gaps in own documents."""
    for answer in bid.written():
        for found in _found(answer.text):
            yield _finding(answer, found)
    for document in bid.documents:
        yield from _gaps(document)


def _found(text: str) -> tuple[str, ...]:
    """List what was left, each once; a longer mark hides a shorter one within it."""
    spans: list[tuple[int, int]] = []
    for pattern in PATTERNS:
        for match in islice(pattern.finditer(text), MOST):
            if not any(start <= match.start() and match.end() <= end for start, end in spans):
                spans.append(match.span())
    return tuple(dict.fromkeys(" ".join(text[start:end].split()) for start, end in sorted(spans)))


def _finding(answer: Answer, found: str) -> Finding:
    why = f"“{found}” was left in the answer."
    return answer.finding(Check.LEFTOVER, Gravity.STOPS, why, "Write what belongs there, or take it out.", found)


def _gaps(document: OwnDocument) -> Iterator[Finding]:
    where = Where("file", document.digest, document.name)
    marks = (" ".join(mark.split()) for line in document.text.lines for mark in GAPS.findall(line))
    gaps = dict.fromkeys(marks)
    for mark in gaps:
        why, remedy = f"“{mark}” stands in the document.", "Write what belongs there, or take it out."
        yield Finding(Check.LEFTOVER, Gravity.STOPS, where, why, remedy, mark, basis=mark)
    for marked in islice((one for one in document.text.marked if one not in gaps), MOST):
        short = marked if len(marked) <= _SHOWN else f"{marked[:_SHOWN]}…"
        why, remedy = f"“{short}” is still highlighted in the document.", "Settle it and take the mark off."
        yield Finding(Check.LEFTOVER, Gravity.LOOK_AGAIN, where, why, remedy, short, basis=marked)
