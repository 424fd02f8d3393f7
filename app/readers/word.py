"""A buyer's Word file read into a questionnaire."""

from pathlib import Path

from app.domain.questionnaire import Questionnaire
from app.packages.word_package import open_word
from app.packages.word_places import elements
from app.packages.word_text import text_of
from app.readers.who_fills import is_contract
from app.readers.word_blocks import read_blocks
from app.readers.word_draft import Scene, enough
from app.readers.word_questions import make_questions
from app.readers.word_view import Document, Line, view_document

_LONGEST_TITLE = 25


def read_word(path: Path) -> Questionnaire:
    """Read a Word file. Raises `FileMissing`, `FileUnreadable`, `KindUnsupported`."""
    package = open_word(path)
    document = view_document(package)
    scene = Scene(contract=is_contract(text_of(package.body)))
    drafts = enough(read_blocks(document.blocks, scene))
    order = {place: at for at, place in enumerate(elements(package.body))}
    drafts.sort(key=lambda draft: order.get(draft.where.partition("#")[0], len(order)))
    return Questionnaire(
        file_name=path.name,
        file_kind=package.kind,
        digest=package.digest,
        questions=make_questions(drafts),
        title=_title(document),
    )


def _title(document: Document) -> str:
    """Give the first heading, or the first short line."""
    lines = [block for block in document.blocks if isinstance(block, Line) and block.text]
    first = next((line for line in lines if line.level == 0), lines[0] if lines else None)
    return " ".join(first.text.split()) if first and len(first.text.split()) <= _LONGEST_TITLE else ""
