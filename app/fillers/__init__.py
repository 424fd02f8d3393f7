"""Answers into a copy of the buyer's file: the same kinds and names as the readers."""

import re
from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, cast

from app.domain.errors import FileUnwritable, FillUnproven, KindUnsupported
from app.domain.filling import FillReport
from app.domain.questionnaire import Questionnaire
from app.domain.values import JsonValue
from app.fillers.answer_sheet import has_no_places, write_sheet
from app.fillers.beside import deliver, folder_beside, unwritable
from app.fillers.patch import Patch, same_words
from app.packages.file_kind import FileKind, file_kind

__all__ = ["fill_file"]

FILLERS = {
    FileKind.DOCX: "word",
    FileKind.DOCM: "word",
    FileKind.XLSX: "excel",
    FileKind.XLSM: "excel",
    FileKind.PDF: "pdf",
}
"""For each kind its module here, imported when a file of the kind is filled."""
WITHOUT_PLACES = (FileKind.PDF, FileKind.TEXT, FileKind.CSV)
"""Kinds whose files may offer no place: then an answer sheet is written."""
NO_GROWTH: Mapping[int, int] = MappingProxyType({})
_IN_CELL = re.compile(r"\.p\d+$")
_FILLED = "Answers are written into Word, Excel and PDF files: copy them out for this one."


class Filler(Protocol):
    """What the module of a kind offers."""

    def fill_copy(
        self, source: Path, questionnaire: Questionnaire, answers: Mapping[str, JsonValue], copy: Path
    ) -> Patch:
        """Write a copy of `source` with the answers in it, and tell what was meant."""

    def place_texts(self, path: Path, growth: Mapping[int, int] = NO_GROWTH) -> Mapping[str, str]:
        """Read the text of every place of a file, named as in the buyer's own where the copy has grown."""

    def differences(self, source: Path, copy: Path, patch: Patch) -> tuple[str, ...]:
        """List what of a copy, apart from the text of its places, differs from the buyer's in more than the answers."""


def fill_file(source: Path, questionnaire: Questionnaire, answers: Mapping[str, JsonValue], target: Path) -> FillReport:
    """Write answers into a copy of the buyer's file, read it back, and put it at `target` when it is proven.

    Raises `FillUnproven`, `FileUnwritable`, and what reading the file raises.
    """
    kind = file_kind(source)
    if kind in WITHOUT_PLACES and has_no_places(questionnaire):
        return _filled_sheet(questionnaire, answers, target)
    if kind not in FILLERS:
        raise KindUnsupported(source, f"of the kind {kind}", _FILLED)
    filler = cast(Filler, import_module(f"{__name__}.{FILLERS[kind]}"))
    with folder_beside(target) as folder:
        copy = folder / f"copy{source.suffix}"
        patch = _copied(filler, source, questionnaire, answers, copy, target)
        before = filler.place_texts(source) if patch.before is None else patch.before
        changed = _proven_changes(target, before, filler.place_texts(copy, patch.growth), patch)
        if wrong := filler.differences(source, copy, patch):
            raise FillUnproven(target, wrong)
        deliver(copy, target)
    return _report(target, patch, changed, before)


def _filled_sheet(questionnaire: Questionnaire, answers: Mapping[str, JsonValue], target: Path) -> FillReport:
    """Write an answer sheet for a file that has no places."""
    with folder_beside(target) as folder:
        copy = folder / "copy.docx"
        patch = write_sheet(questionnaire, answers, copy, target)
        deliver(copy, target)
    return _report(target, patch, (), {})


def _report(target: Path, patch: Patch, changed: tuple[str, ...], before: Mapping[str, str]) -> FillReport:
    return FillReport(
        out=target.name,
        filled=tuple(replace(one, before=_text_at(one.where, before)) for one in patch.filled),
        left=tuple(patch.left),
        changed=changed,
        parts_changed=patch.parts_changed,
        parts_identical=patch.parts_identical,
        notices=tuple(patch.notices),
    )


def _text_at(place: str, texts: Mapping[str, str]) -> str:
    """Give the text of a place; of a blank in a line that of its whole line, of a line in a cell that of the cell."""
    line = place.partition("#")[0]
    return next((text for name in (place, line, _IN_CELL.sub("", line)) if (text := texts.get(name))), "")


def _copied(
    filler: Filler,
    source: Path,
    questionnaire: Questionnaire,
    answers: Mapping[str, JsonValue],
    copy: Path,
    target: Path,
) -> Patch:
    """Write the copy; what the disk refuses is said of the target, the only name the user knows."""
    try:
        return filler.fill_copy(source, questionnaire, answers, copy)
    except FileUnwritable as error:
        cause = error.__cause__
        raise (unwritable(target, cause) if isinstance(cause, OSError) else error) from error


def _proven_changes(target: Path, before: Mapping[str, str], after: Mapping[str, str], patch: Patch) -> tuple[str, ...]:
    """Hold what is read back against what was meant, and list the places that changed.

    A change elsewhere, or a place that does not say exactly what it should, stops the delivery.
    """
    changed = tuple(place for place in {**before, **after} if before.get(place, "") != after.get(place, ""))
    strays = [place for place in changed if place not in patch.allowed]
    wrong = [place for place, words in patch.meant.items() if not same_words(after.get(place, ""), words)]
    if strays or wrong:
        raise FillUnproven(target, (*strays, *wrong))
    return changed
