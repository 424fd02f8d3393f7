"""A program that reads files damaged at random: `python -m tests.samples.mutated_reading KIND COUNT SEED FOLDER`.

Prints as JSON how many were read and refused, what failed, the slowest and the peak of memory. It is a program of its
own so that its memory is its own.
"""

import json
import random
import re
import resource
import signal
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from app.domain.errors import FileError
from app.readers import read_file
from tests.samples.espd import criterion, property_group, property_of, write_espd
from tests.samples.pdf import Field, write_pdf
from tests.samples.sample_buyers import calderwick, northshire
from tests.samples.torture_excel import torture_xlsx
from tests.samples.torture_word import torture_docx

SECONDS = 20
"""A file that takes longer hangs."""
_WILD = (b"", b"-1", b"0", b"99999999999", b"A1:XFD1048576", b"x", b"1e400", b"ZZZZ9", b"\xc2\xb2", b"&#0;")
Sources = list[bytes]


class TooSlow(BaseException):
    """A file took longer than `SECONDS`."""


def main() -> None:
    """Damage, read, count and print."""
    kind, count, seed, folder = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4])
    chance = random.Random(seed)
    sources, damage = SOURCES[kind](folder), _WAYS.get(kind, _package)
    signal.signal(signal.SIGALRM, _stop)
    told: dict[str, object] = {"read": 0, "refused": 0, "failed": [], "slowest": 0.0}
    for at in range(count):
        path = folder / f"form.{kind}"
        path.write_bytes(damage(chance.choice(sources), chance))
        told = _counted(told, path, at)
    told["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps(told))  # noqa: T201


def _counted(told: dict[str, object], path: Path, at: int) -> dict[str, object]:
    start = time.monotonic()
    signal.alarm(SECONDS)
    try:
        read_file(path)
        outcome = "read"
    except FileError:
        outcome = "refused"
    except (Exception, TooSlow) as error:  # noqa: BLE001
        outcome = f"{at}: {type(error).__name__}: {error}"[:300]
    signal.alarm(0)
    told["slowest"] = max(float(str(told["slowest"])), round(time.monotonic() - start, 2))
    if outcome in told:
        return told | {outcome: int(str(told[outcome])) + 1}
    return told | {"failed": [*_listed(told["failed"]), outcome]}


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlow


def _package(content: bytes, chance: random.Random) -> bytes:
    """Damage an office package: its bytes, a part left out, or the XML of a part."""
    if chance.random() < 0.2:
        return _bytes(content, chance)
    target = Path(sys.argv[4]) / "source.zip"
    target.write_bytes(content)
    with zipfile.ZipFile(target) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    xml = [name for name in parts if name.endswith((".xml", ".rels"))]
    for _ in range(chance.randint(1, 3)):
        name = chance.choice(xml)
        if chance.random() < 0.2:
            parts.pop(name, None)
        elif name in parts:
            parts[name] = _xml(parts[name], chance)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return target.read_bytes()


def _xml(content: bytes, chance: random.Random) -> bytes:
    """Damage XML: cut it, change an attribute, leave out or repeat an element's tag, or flip bytes."""
    way = chance.randrange(5)
    if way == 0:
        return content[: chance.randrange(len(content) + 1)]
    tags = list(re.finditer(rb"<[^<>]+>", content))
    quoted = list(re.finditer(rb'"[^"<>]*"', content))
    if way == 1 and quoted:
        one = chance.choice(quoted)
        return content[: one.start() + 1] + chance.choice(_WILD) + content[one.end() - 1 :]
    if way in (2, 3) and tags:
        first, last = sorted((chance.choice(tags), chance.choice(tags)), key=lambda one: one.start())
        middle = content[first.start() : last.end()] * (2 if way == 2 and last.end() - first.start() < 50_000 else 0)
        return content[: first.start()] + middle + content[last.end() :]
    return _bytes(content, chance)


def _bytes(content: bytes, chance: random.Random) -> bytes:
    """Flip some bytes, or cut the end off."""
    if chance.random() < 0.15:
        return content[: chance.randrange(len(content) + 1)]
    changed = bytearray(content)
    for _ in range(chance.randint(1, 12)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _word(folder: Path) -> Sources:
    return [torture_docx(folder / "torture.docx").read_bytes(), northshire()]


def _excel(folder: Path) -> Sources:
    return [torture_xlsx(folder / "torture.xlsx").read_bytes(), calderwick()]


def _pdf(folder: Path) -> Sources:
    lines = [(50.0, 780.0 - 20 * at, f"{at}. Describe how you do thing {at}.") for at in range(1, 30)]
    fields = [Field(f"F{at}", (300, 776 - 20 * at, 500, 790 - 20 * at)) for at in range(1, 30)]
    fields += [Field(f"B{at}", (520, 776 - 20 * at, 532, 788 - 20 * at), kind="/Btn") for at in range(1, 30)]
    return [
        write_pdf(folder / "print.pdf", [lines, lines]).read_bytes(),
        write_pdf(folder / "fields.pdf", [lines], fields).read_bytes(),
    ]


def _espd(folder: Path) -> Sources:
    asked = [property_of(f"R{at}", f"Please give detail {at}.", "DESCRIPTION") for at in range(9)]
    groups = [criterion(f"C{at}", f"Ground {at}", "Has it been so?", property_group(*asked)) for at in range(9)]
    return [write_espd(folder / "espd.xml", *groups).read_bytes()]


_WAYS: dict[str, Callable[[bytes, random.Random], bytes]] = {"pdf": _bytes, "xml": _xml}
SOURCES: dict[str, Callable[[Path], Sources]] = {"docx": _word, "xlsx": _excel, "pdf": _pdf, "xml": _espd}
"""What is damaged, by kind."""

if __name__ == "__main__":
    main()
