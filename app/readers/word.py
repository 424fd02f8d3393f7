"""A buyer's Word file read into a questionnaire."""

from pathlib import Path

from app.domain.questionnaire import Questionnaire
from app.packages.word_package import WordPackage, open_word
from app.packages.word_places import elements
from app.readers.who_fills import addresses, is_contract
from app.readers.word_blocks import LEVEL_OF_PARTS, heading_level, read_blocks
from app.readers.word_draft import Scene, enough
from app.readers.word_questions import make_questions
from app.readers.word_view import Document, Line, texts_in, view_document

_LONGEST_TITLE = 25
_CHAPTER_WORDS = 150


def read_word(path: Path) -> Questionnaire:
    """Read a Word file. Raises `FileMissing`, `FileUnreadable`, `KindUnsupported`."""
    return read_package(open_word(path), path.name)


def read_package(package: WordPackage, name: str) -> Questionnaire:
    """Read an open Word file of this name."""
    document = view_document(package)
    whole = is_contract("\n".join(text for block in document.blocks for text in texts_in(block)))
    scene = Scene(contract=whole, contracts=_contracts(document, whole=whole))
    drafts = enough(read_blocks(document.blocks, scene))
    order = {place: at for at, place in enumerate(elements(package.body))}
    drafts.sort(key=lambda draft: order.get(draft.where.partition("#")[0], len(order)))
    return Questionnaire(
        file_name=name,
        file_kind=package.kind,
        digest=package.digest,
        questions=make_questions(drafts),
        title=_title(document),
        notices=package.notices,
    )


def _contracts(document: Document, *, whole: bool) -> dict[str, bool]:
    """Tell of each chapter whether it speaks as a contract does."""
    chapters: dict[str, list[str]] = {}
    place = ""
    for block in document.blocks:
        if isinstance(block, Line):
            level = heading_level(block)
            place = block.place if level is not None and level <= LEVEL_OF_PARTS and level != 0 else place
        chapters.setdefault(place, []).extend(texts_in(block))
    texts = {place: " ".join(parts) for place, parts in chapters.items() if place}
    return {place: _speaks_as_contract(text, whole=whole) for place, text in texts.items()}


def _speaks_as_contract(chapter: str, *, whole: bool) -> bool:
    """Tell whether a chapter is part of a contract: in one, a chapter that does not speak to a bidder is."""
    if whole:
        return not addresses(chapter) or is_contract(chapter)
    return len(chapter.split()) >= _CHAPTER_WORDS and is_contract(chapter)


def _title(document: Document) -> str:
    """Give the first heading, or the first short line."""
    lines = [block for block in document.blocks if isinstance(block, Line) and block.text]
    first = next((line for line in lines if line.level == 0), lines[0] if lines else None)
    return " ".join(first.text.split()) if first and len(first.text.split()) <= _LONGEST_TITLE else ""
