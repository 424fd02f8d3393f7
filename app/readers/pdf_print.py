"""The questions of a printed document: numbered items that ask, with the answers offered below them."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.domain.questionnaire import Kind, Question, Signal, Slot, question_id
from app.packages.pdf_file import PdfFile
from app.readers.follow_ups import with_conditions, without_condition
from app.readers.kinds import kind_of
from app.readers.limits import find_limit
from app.readers.pdf_items import Item, Style, loose_fields, read_items
from app.readers.pdf_lines import TextLine, read_lines
from app.readers.sentences import asks

_STYLE_FROM = 5
_ASKING_SHARE = 0.35
_MOSTLY = 0.7
_STEP = 1.75
_HANGING = 25.0


def read_print(pdf: PdfFile) -> tuple[Question, ...]:
    """Read the questions of a PDF that has no fields; they have no places."""
    lines = read_lines(pdf)
    items, loose = read_items(lines)
    style = _asking_style(items)
    parents = _parents(items)
    chosen = [item for at, item in enumerate(items) if item.style is style and at not in parents and item.text]
    if style is Style.WHOLE:
        chosen = _rising(chosen)
        asking = sum(_is_question(item) for item in chosen)
        chosen = chosen if asking >= _MOSTLY * len(chosen) else [item for item in chosen if _is_question(item)]
    if not chosen:
        return with_conditions(_unnumbered(lines))
    if style is Style.PARTS:
        chosen += loose_fields(loose, chosen[0])
    return with_conditions([_question(at, item) for at, item in enumerate(_once(chosen), 1)])


def _asking_style(items: Sequence[Item]) -> Style | None:
    """Choose how the document numbers its questions: the way whose items ask most."""
    asking = Counter(item.style for item in items if asks(item.text[:600]) >= 1.25)
    every = Counter(item.style for item in items)
    fits = [s for s in Style if asking[s] >= _STYLE_FROM and asking[s] >= _ASKING_SHARE * every[s]]
    return max(fits, key=lambda style: asking[style], default=None)


def _rising(items: Sequence[Item]) -> list[Item]:
    """Keep the longest run of rising numbers: lists in the guidance begin again at 1."""
    tails: list[int] = []
    """For each length the item that ends the run with the lowest number."""
    before: list[int | None] = []
    for at, item in enumerate(items):
        length = bisect_left(tails, item.number, key=lambda index: items[index].number)
        before.append(tails[length - 1] if length else None)
        tails[length : length + 1] = [at]
    chain: list[Item] = []
    last: int | None = tails[-1] if tails else None
    while last is not None:
        chain.append(items[last])
        last = before[last]
    return chain[::-1]


def _parents(items: Sequence[Item]) -> frozenset[int]:
    """Find the items that only lead in to those below: 5.3 before 5.3(a), without boxes of their own."""
    pairs = enumerate(pairwise(items))
    return frozenset(
        at
        for at, (item, after) in pairs
        if after.ref.rstrip(".").startswith((f"{item.ref}(", f"{item.ref}-(", f"{item.ref}–(")) and not item.options
    )


def _is_question(item: Item) -> bool:
    text = item.text
    return bool(text) and (asks(text[:600]) >= 1 or bool(item.options) or item.takes_file or len(text.split()) <= 14)


def _once(items: Sequence[Item]) -> Iterator[Item]:
    """Leave out what is printed twice."""
    seen: set[tuple[str, str]] = set()
    for item in items:
        key = (item.ref, item.text.casefold())
        if key not in seen:
            seen.add(key)
            yield item


def _question(at: int, item: Item) -> Question:
    options = tuple(dict.fromkeys(_options(item.options)))
    text = item.text
    guidance = "\n".join(item.guidance)
    limit = find_limit(text, guidance)
    told = kind_of(without_condition(text), options=options, limit=limit)
    return Question(
        id=question_id(str(at)),
        text=text,
        slot=Slot(None),
        kind=Kind.UPLOAD if item.takes_file and not options and told is Kind.TEXT else told,
        ref=item.ref,
        section=item.section,
        guidance=guidance,
        options=options,
        limit=limit,
        confidence=round(min(0.95, 0.6 + 0.2 * asks(text[:600])), 3),
        signals=(Signal("is numbered as questions are", 2.0), Signal("is a text that asks", asks(text[:600]))),
    )


def _options(lines: Sequence[str]) -> Iterator[str]:
    """Read the answers offered: several on one line where they are yes and no."""
    for line in lines:
        if re.fullmatch(r"(?i)yes\s+no(?:\s+(?:not|n/?a)\b.*)?", line):
            yield from ("Yes", "No")
        elif not re.fullmatch(r"(?i)day\s+month\s+year|search.*|select.*", line):
            yield line


def _unnumbered(lines: Sequence[TextLine]) -> list[Question]:
    """Read the sentences that ask, where nothing is numbered."""
    paragraphs: list[list[TextLine]] = []
    for line in lines:
        last = paragraphs[-1][-1] if paragraphs else None
        near = last is not None and last.page == line.page and last.bottom - line.bottom < _STEP * line.height
        if (
            near
            and last is not None
            and abs(line.left - last.left) < _HANGING
            and not last.text.endswith((".", "?", ":"))
        ):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    texts = [" ".join(line.text for line in lines) for lines in paragraphs]
    asking = list(dict.fromkeys(text for text in texts if asks(text) >= 1.5 and len(text.split()) >= 3))
    return [
        Question(
            id=question_id(str(at)),
            text=text,
            slot=Slot(None),
            kind=kind_of(text),
            limit=find_limit(text),
            confidence=round(0.3 + 0.2 * asks(text), 3),
            signals=(Signal("is a text that asks", asks(text)),),
        )
        for at, text in enumerate(asking, 1)
    ]
