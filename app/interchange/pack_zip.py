"""A submission pack as zip archives with an index and a manifest; the same files give the same bytes."""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import PurePath

from app.domain.packs import INDEX, MANIFEST, PackFile
from app.interchange.table_files import to_csv

FORMAT = "bidfolio-pack/1"
_STAMP = (1980, 1, 1, 0, 0, 0)
"""The time of every entry: the manifest says when the pack was made."""
_PACKED = frozenset((".docx", ".docm", ".xlsx", ".xlsm", ".pptx", ".pdf", ".zip", ".png", ".jpg", ".jpeg"))
"""Endings of files that do not shrink any more."""


def pack_archives(parts: Sequence[Sequence[PackFile]], about: Mapping[str, object]) -> tuple[bytes, ...]:
    """Write each part as an archive; the first holds the index and the manifest of all.

    `about` is what the manifest says of the tender and the moment.
    """
    listed = [(number, file) for number, part in enumerate(parts, 1) for file in part]
    archives = []
    for number, part in enumerate(parts, 1):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            if number == 1:
                _write(archive, INDEX, _index(listed))
                _write(archive, MANIFEST, _manifest(listed, about))
            for file in part:
                _write(archive, file.name, file.content)
        archives.append(out.getvalue())
    return tuple(archives)


def _write(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _STAMP)
    packed = PurePath(name).suffix.lower() in _PACKED
    entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)


def _index(listed: Sequence[tuple[int, PackFile]]) -> bytes:
    rows = [
        [str(number), file.name, str(file.what), file.title, str(len(file.content)), str(part)]
        for number, (part, file) in enumerate(listed, 1)
    ]
    return to_csv([["No", "File", "What it is", "Title", "Bytes", "Archive"], *rows], guarded=True)


def _manifest(listed: Sequence[tuple[int, PackFile]], about: Mapping[str, object]) -> bytes:
    files = [_entry(part, file) for part, file in listed]
    document = {"format": FORMAT, **about, "files": files}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _entry(part: int, file: PackFile) -> Mapping[str, object]:
    told = {"name": file.name, "what": str(file.what), "title": file.title}
    return {**told, "bytes": len(file.content), "sha256": file.digest, "archive": part}
