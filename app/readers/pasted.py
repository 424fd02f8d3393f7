"""Questions pasted or typed in as plain text or a table: most portals give no file."""

import csv
import hashlib
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.questionnaire import Question, Questionnaire, Signal, Slot, question_id
from app.packages.file_kind import read_text
from app.readers.follow_ups import with_conditions, without_condition
from app.readers.headings import Role, heading_roles
from app.readers.kinds import kind_of
from app.readers.limits import find_limit
from app.readers.prompts import read_prompt, yes_no_options
from app.readers.sentences import asks

MOST_QUESTIONS = 20_000
_REF = re.compile(
    r"\s*(?P<ref>(?:Q(?:uestion)?\.?\s*)?\d{1,3}(?:\.\d{1,3}){0,4}(?:\s?\([a-z]{1,4}\)){0,2}|\([a-z]{1,4}\)|[a-z]\))"
    r"(?P<stop>[.):\-–]*)\s+(?=\S)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*[-*•●▪]\s+(?=\S)")
_SECTION = re.compile(r"\s*(?i:section|part|lot|schedule)\s+[\dA-Z]{1,3}\b.{0,80}|#+\s*.+|[A-Z][A-Z\s,&/'-]{5,60}")
_OPTIONS = re.compile(r"(?i)\s*(?:options?|answers?|choices?|select(?:\s+one)?)\s*:\s*(?P<list>.+)")
_GROUPS = re.compile(r"(?i)section|category|topic|area")
_HEADER_ROWS = 6
_TITLE_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Pasted:
    """One question as it was pasted."""

    text: str
    ref: str = ""
    section: str = ""
    guidance: str = ""
    options: tuple[str, ...] = ()
    form: str = ""
    """The type of the answer or its limit, where a column says."""


def read_pasted_file(path: Path) -> Questionnaire:
    """Read the questions of a text or table file (.txt, .csv). Raises `FileMissing`, `FileUnreadable`."""
    return read_pasted(read_text(path), path.name)


def read_pasted(text: str, name: str = "") -> Questionnaire:
    """Read the questions of a pasted text: a list, a table with tabs, commas or semicolons, or one on each line."""
    table = _table(text)
    found = list(_from_table(table)) if table is not None else list(_from_list(text))
    questions = with_conditions([_question(at, one) for at, one in enumerate(found[:MOST_QUESTIONS], 1)])
    digest = hashlib.sha256(text.encode()).hexdigest()
    title = next((line.strip()[:_TITLE_LENGTH] for line in text.splitlines() if line.strip()), "")
    return Questionnaire(name, "csv" if table is not None else "text", digest, questions, title)


def _question(at: int, one: Pasted) -> Question:
    limit = find_limit(one.text, one.form, one.guidance)
    prompt = read_prompt(one.form) if one.form else None
    options = one.options or (prompt.options if prompt is not None else ())
    return Question(
        id=question_id(str(at)),
        text=one.text,
        slot=Slot(None),
        kind=kind_of(without_condition(one.text), prompt=prompt, options=options, limit=limit),
        ref=one.ref,
        section=one.section,
        guidance=one.guidance,
        options=options,
        limit=limit,
        confidence=0.9 if asks(one.text) >= 1 else 0.7,
        signals=(Signal("was pasted as a question", 3.0), Signal("is a text that asks", asks(one.text))),
    )


def _table(text: str) -> list[list[str]] | None:
    """Read rows of the same columns, or None where the text is a list."""
    for delimiter in ("\t", ",", ";", "|"):
        rows = [row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if any(cell.strip() for cell in row)]
        wide = [row for row in rows if len(row) > 1]
        if len(rows) < 2 or len(wide) < len(rows) * 0.8:
            continue
        at = _header(rows)
        same = sum(len(row) == len(rows[at or 0]) for row in rows) >= 0.8 * len(rows)
        if at is not None or (same and delimiter == "\t"):
            return [[cell.strip() for cell in row] for row in rows[at or 0 :]]
    return None


def _header(rows: Sequence[Sequence[str]]) -> int | None:
    """Find the row of headings: one that names a question among its columns."""
    for at, row in enumerate(rows[:_HEADER_ROWS]):
        roles = heading_roles([cell.strip() for cell in row])
        if Role.QUESTION in roles and all(len(cell.split()) <= 8 for cell in row):
            return at
    return None


def _from_table(rows: list[list[str]]) -> Iterator[Pasted]:
    roles = list(heading_roles(rows[0])) if _header(rows[:1]) == 0 else []
    body = rows[1:] if roles else rows
    width = max(len(row) for row in rows)
    asking = [
        sum(asks(row[column]) + len(row[column]) / 500 for row in body if column < len(row)) for column in range(width)
    ]
    told = [column for column, role in enumerate(roles) if role is Role.QUESTION]
    question = max(told or range(width), key=lambda column: asking[column])
    sections = [column for column, head in enumerate(rows[0]) if roles and _GROUPS.search(head)]
    for row in body:
        cells = dict(enumerate(row))
        if not cells.get(question):
            continue
        by_role = {role: cells.get(column, "") for column, role in enumerate(roles) if role is not None}
        sections = [
            c for c, head in enumerate(rows[0]) if roles and re.search(r"(?i)section|category|topic|area", head)
        ]
        yield Pasted(
            text=cells[question],
            ref=by_role.get(Role.REFERENCE) or by_role.get(Role.ITEM, ""),
            section=next((cells.get(column, "") for column in sections if column != question), ""),
            guidance=by_role.get(Role.GUIDANCE, ""),
            options=_listed(by_role.get(Role.OPTION, "")),
            form=by_role.get(Role.TYPE) or _limit_text(rows[0], roles, by_role),
        )


def _limit_text(headings: Sequence[str], roles: Sequence[Role | None], cells: dict[Role, str]) -> str:
    limit = cells.get(Role.LIMIT, "")
    heading = headings[list(roles).index(Role.LIMIT)] if limit else ""
    return f"{heading}: {limit}" if limit.isdecimal() else limit


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(r"[|;\n/]", text) if part.strip())


def _from_list(text: str) -> Iterator[Pasted]:
    """Read a list: numbered or bulleted items, else paragraphs, else one question on each line."""
    lines = text.splitlines()
    filled = [line for line in lines if line.strip()]
    marked = sum(bool(_REF.match(line) or _BULLET.match(line)) for line in filled)
    numbered = marked >= max(2, 0.25 * len(filled))
    section = ""
    for block in _blocks(lines, split_marked=numbered):
        first = block[0]
        if len(block) == 1 and _is_section(first):
            section = first.strip(" #:")
            continue
        made = _item(block, section)
        if made is not None:
            yield made


def _blocks(lines: Sequence[str], *, split_marked: bool) -> Iterator[list[str]]:
    """Part the lines: at marks where items are marked, at empty lines, and between lines that each ask."""
    block: list[str] = []
    for line in lines:
        begins = split_marked and bool(_REF.match(line) or _BULLET.match(line))
        ended = bool(block) and block[-1].rstrip().endswith((".", "?", "!"))
        own = not split_marked and bool(block) and not line[:1].islower() and (asks(line) >= 1 or ended)
        if block and (not line.strip() or begins or own or _is_section(line)):
            yield block
            block = []
        if line.strip():
            block.append(line)
            if _is_section(line):
                yield block
                block = []
    if block:
        yield block


def _is_section(line: str) -> bool:
    return _SECTION.fullmatch(line) is not None and asks(line) < 1.25


def _item(block: Sequence[str], section: str) -> Pasted | None:
    match = _REF.match(block[0])
    ref = match["ref"].strip() if match else ""
    first = block[0][match.end() :] if match else _BULLET.sub("", block[0], count=1)
    texts, options = [first.strip()], []
    for line in block[1:]:
        listed = _OPTIONS.match(line)
        if listed:
            options += re.split(r"\s*[,;/|]\s*", listed["list"].strip())
        elif found := yes_no_options(line):
            options += found
        else:
            texts.append(line.strip())
    text = " ".join(" ".join(texts).split())
    return Pasted(text, ref, section, options=tuple(options)) if re.search(r"[^\W\d_]{2}", text) else None
