"""Workbooks changed part by part, for what no library writes."""

import zipfile
from pathlib import Path


def with_part(path: Path, part: str, old: bytes, new: bytes) -> None:
    """Replace bytes in one part of a package; fails where they are not there."""
    content = _parts(path)[part]
    assert old in content, content[:2_000]
    with_whole_part(path, part, content.replace(old, new, 1))


def with_whole_part(path: Path, part: str, content: bytes) -> None:
    """Replace one part of a package."""
    parts = _parts(path) | {part: content}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, one in parts.items():
            package.writestr(name, one)


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}
