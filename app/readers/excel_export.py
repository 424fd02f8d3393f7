"""Questions exported from a portal: a row for each, with its type, its options and its follow-ups in columns.

Such a sheet has no place for answers: they are prepared here and typed into the portal.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.domain.questionnaire import Condition, Kind, Question, Signal, Slot, question_id
from app.packages.sheet_places import cell_name
from app.readers.excel_view import Row, SheetView
from app.readers.headings import Role, heading_role
from app.readers.kinds import kind_of
from app.readers.limits import find_limit
from app.readers.prompts import read_prompt

_OPTION = re.compile(r"(?i)(?:answer|option|choice|response option|value)\s*\d{1,3}")
_FOLLOW_UP = re.compile(r"(?i)(?:follow[- ]?up|dependent|conditional|next)\s*(?:question|row)?s?\s*\d{0,3}")
_TARGET = re.compile(r"\[row\s+(?P<row>\d+)\](?:\s+if\s+answer\s+is\s+(?:any\s+of\s+)?(?P<answers>'.*'))?", re.DOTALL)
_ANSWERS = re.compile(r"'((?:[^']|'(?!\s*(?:,|$)))*)'")
_GROUP = re.compile(r"(?i)\bgroup(?:ed)?\b(?!\s+(?:check|radio|box))")
_TYPES = (
    (Kind.YES_NO, r"yes\s*/?\s*no|boolean|true\s*/?\s*false"),
    (Kind.MULTI_CHOICE, r"check\s?box|multi(?:ple)?[- ]?(?:select|choice|pick)|tick"),
    (Kind.CHOICE, r"radio|drop\s?-?down|select|pick\s?list|single\s+choice|options?\b|choice"),
    (Kind.UPLOAD, r"upload|attachment|document|file"),
    (Kind.DATE, r"\bdate\b"),
    (Kind.MONEY, r"currency|money|price|pound"),
    (Kind.PERCENT, r"percent"),
    (Kind.NUMBER, r"number|numeric|integer|decimal"),
    (Kind.EMAIL, r"e-?mail"),
    (Kind.PHONE, r"phone"),
    (Kind.URL, r"\burl\b|web\s?(?:site|address)|link"),
    (Kind.TABLE, r"table|grid|matrix"),
    (Kind.LONG_TEXT, r"text\s?area|multi[- ]?line|long\s+(?:text|answer)|free\s?text|rich\s+text|paragraph|narrative"),
    (Kind.TEXT, r"text|string|short\s+answer|single[- ]?line"),
)
_TYPE_FORMS = tuple((kind, re.compile(rf"(?i){pattern}")) for kind, pattern in _TYPES)
_SIGNALS = (Signal("stands under a heading for questions", 2.0), Signal("has a type under a heading for types", 3.0))


@dataclass(frozen=True, slots=True)
class _Columns:
    question: int
    type: int
    summary: int
    section: int
    guidance: tuple[int, ...]
    options: tuple[int, ...]
    follow_ups: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    row: int
    texts: dict[int, str]


def read_export(view: SheetView) -> tuple[Question, ...] | None:
    """Read a sheet of exported questions; None where the sheet is something else."""
    for at, row in enumerate(view.rows[:15]):
        columns = _columns(row)
        if columns is not None:
            lines = [_Line(one.number, {spot.column: spot.text for spot in one.texts}) for one in view.rows[at + 1 :]]
            return _questions(view, columns, [line for line in lines if line.texts])
    return None


def _columns(row: Row) -> _Columns | None:
    """Find the columns by their headings: a question, its type, and numbered options or follow-ups."""
    heads = {spot.column: " ".join(spot.text.split()) for spot in row.texts}
    options = tuple(column for column, head in heads.items() if _OPTION.fullmatch(head))
    follow_ups = tuple(column for column, head in heads.items() if _FOLLOW_UP.fullmatch(head))
    kinds = [column for column, head in heads.items() if heading_role(head) is Role.TYPE]
    named = [c for c, head in heads.items() if re.fullmatch(r"(?i)question(?:\s+text|\s+wording)?|full question", head)]
    if not kinds or not named or len(options) + len(follow_ups) < 2:
        return None
    rest = {column: head for column, head in heads.items() if column not in (*options, *follow_ups, *kinds, *named)}
    return _Columns(
        question=named[0],
        type=kinds[0],
        summary=_first(rest, r"summary|short|label|name|title", exclude=r"section|page|group"),
        section=_first(rest, r"section|page|group|category|part"),
        guidance=tuple(c for c, head in rest.items() if re.search(r"(?i)advice|hint|guidance|help|note", head)),
        options=options,
        follow_ups=follow_ups,
    )


def _first(heads: dict[int, str], pattern: str, exclude: str = r"$^") -> int:
    fits = (c for c, h in heads.items() if re.search(rf"(?i){pattern}", h) and not re.search(rf"(?i){exclude}", h))
    return next(fits, 0)


def _questions(view: SheetView, columns: _Columns, lines: Sequence[_Line]) -> tuple[Question, ...]:
    rows = {line.row: line for line in lines}
    groups = {line.row for line in lines if _GROUP.search(line.texts.get(columns.type, ""))}
    made = {row: _question(view, columns, line) for row, line in rows.items() if row not in groups}
    for line in lines:
        if line.row not in made:
            continue
        for target, answers in _targets(columns, line):
            condition = Condition(made[line.row].id, answers)
            for row in _members(target, lines, groups, columns):
                if row in made and made[row].condition is None and row != line.row:
                    made[row] = replace(made[row], condition=condition)
    return tuple(question for question in made.values() if question.text)


def _targets(columns: _Columns, line: _Line) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Give the rows that a row's follow-ups name, with the answers that lead to them."""
    for column in columns.follow_ups:
        match = _TARGET.search(line.texts.get(column, ""))
        if match is not None:
            yield int(match["row"]), tuple(_mended(one) for one in _ANSWERS.findall(match["answers"] or ""))


def _members(target: int, lines: Sequence[_Line], groups: set[int], columns: _Columns) -> Iterator[int]:
    """Give the target row, or of a group the rows it holds: those of its section up to the next follow-up."""
    if target not in groups:
        yield target
        return
    named = {row for line in lines for row, _ in _targets(columns, line)}
    section = next((line.texts.get(columns.section, "") for line in lines if line.row == target), "")
    for line in lines:
        if line.row > target:
            if line.row in named or line.texts.get(columns.section, "") != section:
                return
            yield line.row


def _question(view: SheetView, columns: _Columns, line: _Line) -> Question:
    texts = {column: _mended(text) for column, text in line.texts.items()}
    text = texts.get(columns.question) or texts.get(columns.summary, "")
    guidance = "\n".join(texts[column] for column in columns.guidance if column in texts)
    options = tuple(dict.fromkeys(texts[column] for column in columns.options if column in texts))
    limit = find_limit(text, guidance, texts.get(columns.type, ""))
    place = view.sheet.place((line.row, columns.question))
    return Question(
        id=question_id(place),
        text=text,
        slot=Slot(None),
        kind=_kind(texts.get(columns.type, ""), text, options),
        ref=cell_name((line.row, columns.question)),
        section=" > ".join(part for part in (view.sheet.name.strip(), texts.get(columns.section, "")) if part),
        guidance=guidance,
        options=options,
        limit=limit,
        confidence=0.98,
        signals=_SIGNALS,
    )


def _kind(stated: str, text: str, options: tuple[str, ...]) -> Kind:
    """Tell the kind by the stated type; a plain text field by what is asked."""
    kind = next((kind for kind, form in _TYPE_FORMS if form.search(stated)), None)
    if kind is Kind.TEXT or kind is None:
        told = kind_of(text, prompt=read_prompt(stated) if kind is None and stated else None, options=options)
        return told if told not in (Kind.YES_NO, Kind.DECLARATION, Kind.UPLOAD) or kind is None else Kind.TEXT
    return kind


def _mended(text: str) -> str:
    """Undo UTF-8 that was read as Windows-1252 when the export was made: `â€™` is an apostrophe."""
    if not re.search(r"[âÃÂ]", text):
        return text.strip()
    try:
        return text.encode("cp1252").decode("utf-8").strip()
    except UnicodeError:
        return text.strip()
