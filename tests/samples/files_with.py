"""Looks for a word in every file of a folder, whatever its encoding, also in archives and in the names of files."""

import zipfile
from collections.abc import Iterator
from pathlib import Path


def files_with(word: str, folder: Path) -> Iterator[Path]:
    """Give each file that holds the word or is named after it; capitals do not matter."""
    forms = [word.casefold().encode(form) for form in ("utf-8", "utf-16-le", "utf-16-be")]
    for path in folder.rglob("*"):
        if path.is_file() and (word in path.name.casefold() or _holds(path, forms)):
            yield path


def _holds(path: Path, forms: list[bytes]) -> bool:
    if any(form in path.read_bytes().lower() for form in forms):
        return True
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        return any(form in archive.read(name).lower() for name in archive.namelist() for form in forms)
