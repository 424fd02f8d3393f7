"""A zip package from a stranger: opened within bounds, and copied with a few parts replaced.

An office file is a zip whose parts are read at will. Names that climb out of the package, parts that
swell beyond reason and encrypted entries are refused before anything is unpacked.
"""

import lzma
import os
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import BinaryIO

from app.domain.errors import FileMissing, FileUnreadable, FileUnwritable

MOST_PARTS = 20_000
MOST_BYTES = 512 * 1024 * 1024
"""The most all parts together may hold, unpacked."""
MOST_RATIO = 200
"""The most a package may swell: XML of spreadsheets reaches about 60."""
RATIO_COUNTS_FROM = 32 * 1024 * 1024

_BAD_BYTES = (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, zlib.error, lzma.LZMAError)
"""What `zipfile` raises for entries that are cut short, wrong, encrypted or packed in an unknown way."""

_DAMAGED = "Ask the buyer for the file again, or open it in its own program and save a copy."

SIGNED = "The file carries a digital signature, which no longer holds once the file is filled."
"""What a person should know before filling a signed package."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What copying a package did to its parts."""

    changed: tuple[str, ...]
    identical: int


class Archive:
    """An open package. Use it as a context."""

    def __init__(self, path: Path) -> None:
        """Open the package and check its directory.

        Raises `FileMissing`, or `FileUnreadable` where it is no zip, damaged or out of bounds.
        """
        self.path = path
        try:
            self._zip = zipfile.ZipFile(path)
        except FileNotFoundError as error:
            raise FileMissing(path) from error
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise FileUnreadable(path, "is damaged or is not an office file", _DAMAGED) from error
        try:
            self._check()
        except FileUnreadable:
            self._zip.close()
            raise

    def __enter__(self) -> "Archive":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in the order of the package."""
        return tuple(info.filename for info in self._zip.infolist())

    @property
    def is_signed(self) -> bool:
        """Tell whether the package carries a digital signature (ISO/IEC 29500-2, 13)."""
        return any(name.lower().startswith("_xmlsignatures/") for name in self.names)

    @property
    def notices(self) -> tuple[str, ...]:
        """What the supplier should know of the package, one sentence each."""
        return (SIGNED,) if self.is_signed else ()

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    def read(self, name: str) -> bytes:
        """Unpack one part. Raises `FileUnreadable` where its bytes are wrong, KeyError where there is none."""
        try:
            return self._zip.read(name)
        except _BAD_BYTES as error:
            raise FileUnreadable(self.path, "is damaged", _DAMAGED) from error

    def copy(self, target: Path, replaced: Mapping[str, bytes]) -> Copied:
        """Write the package to `target` with some parts replaced and all others as they are.

        Order, names, times and attributes of the parts stay, so the same answers give the same bytes.
        The copy is written beside the target and put in its place when whole. Raises `FileUnwritable`.
        """
        changed = tuple(name for name in self.names if name in replaced and replaced[name] != self.read(name))
        with written_beside(target) as out, zipfile.ZipFile(out, "w") as package:
            package.comment = self._zip.comment
            for info in self._zip.infolist():
                content = replaced[info.filename] if info.filename in changed else self.read(info.filename)
                package.writestr(_same_entry(info), content)
        return Copied(changed, len(self.names) - len(changed))

    def _check(self) -> None:
        entries = self._zip.infolist()
        total = sum(info.file_size for info in entries)
        packed = max(1, sum(info.compress_size for info in entries))
        swollen = total > MOST_BYTES or (total > RATIO_COUNTS_FROM and total / packed > MOST_RATIO)
        if swollen or len(entries) > MOST_PARTS:
            raise FileUnreadable(self.path, "unpacks to far more than an office file holds", _DAMAGED)
        seen = set()
        for info in entries:
            name = PurePosixPath(info.filename)
            if name.is_absolute() or ".." in name.parts or "\\" in info.filename or info.filename in seen:
                raise FileUnreadable(self.path, "holds parts with names no office file has", _DAMAGED)
            if info.flag_bits & 0x1:
                raise FileUnreadable(self.path, "has a password", "Open it, save a copy without one and use that.")
            seen.add(info.filename)


@contextmanager
def written_beside(target: Path) -> Iterator[BinaryIO]:
    """Give a file to write, and put it in the place of `target` when the block ends; not at all when it raises.

    Raises `FileUnwritable` for what the disk refuses.
    """
    beside = None
    try:
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
        beside = Path(name)
        with os.fdopen(handle, "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        beside.chmod(0o666 & ~_umask())
        beside.replace(target)
    except OSError as error:
        remedy = "Choose another folder, or close the file if a program has it open, and try again."
        raise FileUnwritable(target, error.strerror or "the disk refused it", remedy) from error
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)


def _same_entry(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(info.filename, info.date_time)
    entry.compress_type = (
        info.compress_type if info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) else zipfile.ZIP_DEFLATED
    )
    entry.comment = info.comment
    entry.create_system = info.create_system
    entry.external_attr = info.external_attr
    entry.internal_attr = info.internal_attr
    return entry


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
