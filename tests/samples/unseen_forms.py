"""Forms in wordings that the question bank was not written from, with what should stand in each place.

`tests/samples/unseen/*.txt` hold them, a line for each question: `text | kind | answer`. An answer is `-` (nothing kept
answers this: it stays empty), the key of a fact, `!` and a key (the question asks the other way round), or `=` and the
value as JSON. Lines that begin with `#` are headings, with `>` plain text, with `@` a layout:

`@table2`, `@table3 Ref|Question|Response`   one question a row, its answer in the last cell
`@yesno2`, `@yesno3 ...`                     the same, with boxes Yes and No to tick in that cell
`@lines`                                     labels with a blank after them; the answers follow in one line, `= a ; b`
`@grid |Column|Column`                       a question in each cell

The forms named `first` were mended against after they had been measured; see docs/matching.md for the others.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font

from app.domain.values import JsonValue
from tests.samples.excel import BOX
from tests.samples.word import cell, heading_style, p, row, styles, table, write_docx

SOURCES = Path(__file__).with_name("unseen")


@dataclass(frozen=True)
class Label:
    """A place of a form, and what should stand there."""

    place: str
    asked: str
    kind: str
    fact: str | None = None
    """The key of the fact, or kind of evidence, that answers it; None where `value` says it or nothing does."""
    inverted: bool = False
    value: JsonValue = None


@dataclass
class _Block:
    """What stands under one layout line: rows of cells, and of each place asked its row, column, kind and answer."""

    layout: str
    header: list[str]
    rows: list[list[str]] = field(default_factory=list)
    asked: list[tuple[int, int, str, str]] = field(default_factory=list)

    def labels(self, name: str, top: int) -> Iterator[Label]:
        """Give the labels of its places; `name` is what stands before the place, such as `t3.r{}.c{}`."""
        for at, column, kind, answer in self.asked:
            texts = self.rows[at]
            asked = f"{texts[0]} / {self.header[column]}" if self.layout == "grid" else texts[max(0, len(texts) - 2)]
            yield _label(name.format(at + top, column), asked, kind, answer)


def write_forms(folder: Path, *, only: str = "*") -> Iterator[tuple[Path, list[Label]]]:
    """Write every form whose name matches into the folder; give each with its labels."""
    for source in sorted(SOURCES.glob(f"{only}.txt")):
        first, *lines = source.read_text(encoding="utf-8").splitlines()
        kind, title = first.split(" ", 1)
        target = folder / f"{source.stem}.{kind}"
        blocks = list(_blocks(lines))
        yield target, _word(target, title, blocks) if kind == "docx" else _excel(target, title, blocks)


def _blocks(lines: list[str]) -> Iterator[_Block | str]:
    """Give the headings and paragraphs, as they stand, and the blocks between them."""
    block: _Block | None = None
    for line in (one for one in lines if one.strip()):
        if line[0] in "#>@":
            if block:
                yield block
            block = None
        if line[0] in "#>":
            yield line
        elif line[0] == "@":
            layout, _, header = line[1:].partition(" ")
            block = _Block(layout, header.split("|") if header else [])
        else:
            assert block, line
            _add(block, line)
    if block:
        yield block


def _add(block: _Block, line: str) -> None:
    at = len(block.rows)
    if block.layout == "lines":
        if not line.startswith("= "):
            block.rows.append([line])
            return
        answers = [one.strip() for one in line[2:].split(" ; ")]
        assert len(answers) == len(block.rows), line
        block.asked += [(number, 0, "text", answer) for number, answer in enumerate(answers)]
    elif block.layout == "grid":
        label, *answers = (one.strip() for one in line.split(" | "))
        assert len(answers) == len(block.header) - 1, line
        block.rows.append([label] + [""] * len(answers))
        block.asked += [(at, number, "text", answer) for number, answer in enumerate(answers, 1)]
    else:
        *texts, kind, answer = (one.strip() for one in line.split(" | "))
        wide = int(block.layout[-1])
        if len(texts) < wide - 1:
            texts.insert(0, str(at + 1))
        block.rows.append([*texts, ""])
        block.asked.append((at, wide - 1, kind, answer))


def _label(place: str, asked: str, kind: str, answer: str) -> Label:
    if answer.startswith("="):
        return Label(place, asked, kind, value=json.loads(answer[1:]))
    return Label(place, asked, kind, None if answer == "-" else answer.lstrip("!"), answer.startswith("!"))


def _word(target: Path, title: str, blocks: list[_Block | str]) -> list[Label]:
    body, labels, tables = [p(title, style="Title")], list[Label](), 0
    for block in blocks:
        if isinstance(block, str):
            body.append(p(block[2:], style="Heading1" if block[0] == "#" else ""))
        elif block.layout == "lines":
            labels += block.labels("p{}", len(body) - tables)
            body += [p(f"{one[0]} ______________________") for one in block.rows]
        else:
            top = [row(*(cell(one, bold=True) for one in block.header), header=True)] if block.header else []
            boxed = block.layout.startswith("yesno")
            body.append(table(*top, *(row(*one[:-1], "Yes ☐  No ☐" if boxed else one[-1]) for one in block.rows)))
            labels += block.labels(f"t{tables}.r{{}}.c{{}}", len(top))
            tables += 1
    write_docx(target, *body, parts={"styles.xml": styles(heading_style(1))})
    return labels


def _excel(target: Path, title: str, blocks: list[_Block | str]) -> list[Label]:
    book = Workbook()
    made = book.active
    assert made is not None
    made.title, made["A1"] = "Questionnaire", title
    labels, at = list[Label](), 3
    for block in blocks:
        if isinstance(block, str):
            made.cell(at, 1, block[2:]).font = Font(bold=True)
            at += 1
            continue
        for column, text in enumerate(block.header, 1):
            shown = made.cell(at, column, text or None)
            shown.font, shown.border = Font(bold=True), BOX
        first = at + bool(block.header)
        for down, texts in enumerate(block.rows):
            for column, text in enumerate(texts, 1):
                made.cell(first + down, column, text or None).border = BOX
        labels += [
            Label(f"Questionnaire!{made.cell(int(one[0]), int(one[1]) + 1).coordinate}", *_rest(label))
            for label in block.labels("{} {}", first)
            for one in [label.place.split()]
        ]
        at = first + len(block.rows) + 1
    book.save(target)
    return labels


def _rest(label: Label) -> tuple[str, str, str | None, bool, JsonValue]:
    return label.asked, label.kind, label.fact, label.inverted, label.value
