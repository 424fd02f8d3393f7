"""What a buyer's file says beside its questions: the paragraphs in which instructions stand."""

from collections.abc import Iterator
from pathlib import Path

from app.packages.archive import Archive
from app.packages.file_kind import FileKind, file_kind, read_text
from app.packages.word_names import PARAGRAPH, W
from app.packages.word_package import open_word
from app.packages.workbook import Workbook

_LEAST_WORDS = 4
"""What instructs has a verb and an object; shorter texts are labels."""


def read_instructions(path: Path) -> tuple[str, ...]:
    """Give the sentences of a Word, Excel or text file, each paragraph once; nothing of other kinds.

    Raises what reading the file raises.
    """
    kind = file_kind(path)
    if kind in (FileKind.DOCX, FileKind.DOCM):
        found = _word(path)
    elif kind in (FileKind.XLSX, FileKind.XLSM):
        found = _excel(path)
    elif kind in (FileKind.TEXT, FileKind.CSV):
        found = iter(read_text(path).splitlines())
    else:
        return ()
    texts = (" ".join(text.split()) for text in found)
    return tuple(dict.fromkeys(text for text in texts if len(text.split()) >= _LEAST_WORDS))


def _word(path: Path) -> Iterator[str]:
    for paragraph in open_word(path).body.iter(PARAGRAPH):
        yield "".join(text.text or "" for text in paragraph.iter(f"{W}t"))


def _excel(path: Path) -> Iterator[str]:
    with Archive(path) as archive:
        for sheet in Workbook(archive).sheets:
            yield from (sheet.text(place) for place in sheet.cells)
