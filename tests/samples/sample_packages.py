"""What the builders of the sample buyers' files share: fixed packages and the buyers' emblems.

A package is fixed when making it twice gives the same bytes: no time of day, no order of chance.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

LIBRARIES_TIME = (2026, 11, 3, 9, 0, 0)


def fixed_package(content: bytes, edits: Mapping[str, Callable[[str], str]]) -> bytes:
    """Write a package again with the same time in every entry, after `edits` ({part: its new text})."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        missing = set(edits) - set(source.namelist())
        if missing:
            raise KeyError(f"no part {missing}")
        for name in source.namelist():
            part = source.read(name)
            if name in edits:
                part = edits[name](part.decode()).encode()
            entry = zipfile.ZipInfo(name, LIBRARIES_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, part)
    return made.getvalue()


def parts(content: bytes) -> dict[str, bytes]:
    """Give every part of a package: {name: bytes}."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def crest(size: int, colour: tuple[int, int, int], accent: tuple[int, int, int]) -> bytes:
    """Draw a council's crest as a PNG: a shield with waves under a chevron, `size` pixels high and wide."""

    def pixel(x: float, y: float) -> int:
        half = 0.42 if y < 0.5 else 0.42 * max(0.0, 1 - ((y - 0.5) / 0.48) ** 2.2)
        if abs(x - 0.5) > half or not 0.04 < y < 0.98:
            return 0
        if abs(x - 0.5) > half - 0.03 or y < 0.07:
            return 1
        chevron = abs(y - 0.30 - abs(x - 0.5) * 0.7) < 0.055
        wave = y > 0.6 and int((y - 0.6) * 14 + 0.5 * (((x * 6) % 1) < 0.5)) % 2 == 0
        return 2 if chevron or wave else 1

    rows = [bytes(pixel((x + 0.5) / size, (y + 0.5) / size) for x in range(size)) for y in range(size)]
    return _png(rows, [(255, 255, 255), colour, accent])


def disc(size: int, colour: tuple[int, int, int], accent: tuple[int, int, int]) -> bytes:
    """Draw a hospital's emblem as a PNG: a disc with a cross of four leaves."""

    def pixel(x: float, y: float) -> int:
        across, down = x - 0.5, y - 0.5
        if across**2 + down**2 > 0.47**2:
            return 0
        leaves = any(
            (across - a) ** 2 + (down - b) ** 2 < 0.025 for a, b in ((0.17, 0), (-0.17, 0), (0, 0.17), (0, -0.17))
        )
        return 2 if leaves else 1

    rows = [bytes(pixel((x + 0.5) / size, (y + 0.5) / size) for x in range(size)) for y in range(size)]
    return _png(rows, [(255, 255, 255), colour, accent])


def _png(rows: list[bytes], palette: list[tuple[int, int, int]]) -> bytes:
    """Write a PNG of palette colours. Its stream is stored, not packed, so no version of zlib changes it."""
    raw = b"".join(b"\0" + row for row in rows)
    blocks = [raw[start : start + 65535] for start in range(0, len(raw), 65535)]
    stream = b"\x78\x01" + b"".join(
        struct.pack("<BHH", one is blocks[-1], len(one), len(one) ^ 0xFFFF) + one for one in blocks
    )
    stream += struct.pack(">I", zlib.adler32(raw))
    header = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 3, 0, 0, 0)
    colours = b"".join(bytes(one) for one in palette)
    chunks = ((b"IHDR", header), (b"PLTE", colours), (b"IDAT", stream), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
