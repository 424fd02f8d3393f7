"""A pack held against the manifest in it, and its index."""

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path

from app.domain.packs import INDEX, MANIFEST


def faults_of(archives: Sequence[Path]) -> tuple[str, ...]:
    """Compare archives with the manifest in the first of them: name every file that lacks, differs or is not listed."""
    found: dict[str, str] = {}
    manifest: dict[str, object] = {}
    for path in archives:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name == MANIFEST:
                    manifest = json.loads(archive.read(name))
                elif name != INDEX:
                    found[name] = hashlib.sha256(archive.read(name)).hexdigest()
    files = manifest.get("files")
    listed = {one["name"]: one["sha256"] for one in files} if isinstance(files, list) else {}
    lacking = [f"{name} is missing" for name in listed if name not in found]
    strange = [f"{name} is not in the manifest" for name in found if name not in listed]
    changed = [f"{name} has changed" for name, digest in found.items() if listed.get(name, digest) != digest]
    return (*lacking, *strange, *changed)


def index_of(archive: bytes) -> list[list[str]]:
    """Read the index of an archive."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return list(csv.reader(io.StringIO(opened.read(INDEX).decode("utf-8-sig"), newline="")))
