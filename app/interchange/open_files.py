"""Files written where the user asked, each whole or not at all."""

import json
import os
import re
import tempfile
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from app.domain.catalogue import Catalogue
from app.domain.errors import FileUnwritable, TargetExists
from app.domain.outgoing import OutgoingProfile, OutgoingWorkspace
from app.interchange.profile_json_write import profile_to_json

CHANGES = "changes.json"
RESPONSES = "responses.json"
TENDERS = "tenders.json"
PROFILE = "profile.json"


def write_profile(outgoing: OutgoingProfile, catalogue: Catalogue, path: Path, *, replace: bool = False) -> None:
    """Write the JSON file and, beside it, the files it names.

    Raises `TargetExists` where a file of another content is there and `replace` is not given, or
    `FileUnwritable`. Nothing is written before every target is known to be free.
    """
    document = json_bytes(profile_to_json(outgoing.profile, catalogue))
    beside = {_beside(path.parent, name): content for name, content in outgoing.attachments.items()}
    write_files({**beside, path: document}, replace=replace)


def write_workspace(outgoing: OutgoingWorkspace, catalogue: Catalogue, folder: Path, *, replace: bool = False) -> None:
    """Write everything into a folder: JSON files, the files of the evidence, and the buyers' files as they came."""
    if not replace and folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise TargetExists(folder)
    files = {
        folder / TENDERS: json_bytes({"tenders": outgoing.tenders, "files": outgoing.files}),
        folder / RESPONSES: json_bytes({"responses": outgoing.responses}),
        folder / CHANGES: json_bytes({"changes": outgoing.changes}),
    }
    titles = {tender.id: tender.title for tender in outgoing.tenders}
    for file in outgoing.files:
        name = f"{safe_name(titles.get(file.tender_id, 'tender'))[:60]} {file.tender_id[:8]}"
        if file.digest in outgoing.contents:
            files[folder / "tenders" / name / safe_name(file.name)] = outgoing.contents[file.digest]
    write_files(files, replace=replace)
    write_profile(outgoing.profile, catalogue, folder / PROFILE, replace=replace)


def write_files(files: Mapping[Path, bytes], *, replace: bool) -> None:
    """Write several files, after looking at every target."""
    for path, content in files.items():
        if not replace and path.exists() and not _holds(path, content):
            raise TargetExists(path)
    for path, content in files.items():
        write_whole(path, content)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there. Raises `FileUnwritable`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    partial = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise _unwritable(path, error) from error


def json_bytes(document: object) -> bytes:
    """Write JSON in UTF-8, indented for people and for comparing two exports."""
    return (json.dumps(plain(document), ensure_ascii=False, indent=1) + "\n").encode()


def plain(value: object) -> Any:
    """Turn records, days and moments into what JSON can say."""
    match value:
        case Enum():
            return str(value)
        case date():
            return value.isoformat()
        case Mapping():
            return {name: plain(held) for name, held in value.items()}
        case list() | tuple():
            return [plain(held) for held in value]
        case _ if is_dataclass(value):
            return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
        case _:
            return value


def safe_name(name: str) -> str:
    """Give a file name that stays in its folder on every system."""
    plain_name = re.sub(r'[<>:"|?*\x00-\x1f]', "_", name.replace("\\", "/").rsplit("/", 1)[-1]).strip(". ")
    return plain_name or "file"


def _beside(folder: Path, name: str) -> Path:
    """Give the place of a named file: in the folder or below it, whatever the name says."""
    place = folder / name.replace("\\", "/")
    inside = place.resolve().is_relative_to(folder.resolve()) and place.resolve() != folder.resolve()
    return place if inside else folder / safe_name(name)


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content


def _unwritable(path: Path, error: OSError) -> FileUnwritable:
    reason = (error.strerror or "the folder cannot be written").lower()
    return FileUnwritable(path, reason, "Choose another folder.")
