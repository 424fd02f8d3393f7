"""A rotating log and a crash file: types, modules and lines; never a message, an answer or a file's name."""

import faulthandler
import json
import logging
import platform
import sys
import traceback
from dataclasses import dataclass
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TextIO

from app.paths import state_folder

_ROOT = Path(__file__).resolve().parent.parent
_LOG_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class Crash:
    """What an earlier run left behind."""

    path: Path
    report: str


class _PlainFormatter(logging.Formatter):
    """Time, level, logger and place; of an exception its type and lines."""

    def format(self, record: logging.LogRecord) -> str:
        """Leave the message out unless it is one of our own, which hold ids alone."""
        place = f"{record.module}:{record.lineno}"
        words = record.getMessage() if record.name.startswith("bidfolio") else ""
        line = f"{self.formatTime(record)} {record.levelname} {record.name} {place} {words}".rstrip()
        if record.exc_info and record.exc_info[0]:
            line += "\n" + "\n".join(describe(record.exc_info[0], record.exc_info[2]))
        return line


def start_log(folder: Path | None = None) -> logging.Handler:
    """Begin the log, three files of 256 KiB at most, and give its handler, to be closed at the end."""
    target = folder or state_folder()
    target.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(target / "bidfolio.log", maxBytes=_LOG_BYTES, backupCount=2, encoding="utf-8")
    handler.setFormatter(_PlainFormatter())
    logging.getLogger().addHandler(handler)
    logging.getLogger("bidfolio").setLevel(logging.INFO)
    return handler


def stop_log(handler: logging.Handler) -> None:
    """End the log."""
    logging.getLogger().removeHandler(handler)
    handler.close()


def start_fault_file(folder: Path | None = None) -> TextIO:
    """Let a fault of the machine (a segfault) write its lines into a file, which stays open as long as we run."""
    target = folder or state_folder()
    target.mkdir(parents=True, exist_ok=True)
    file = (target / "fault.txt").open("w", encoding="utf-8")
    faulthandler.enable(file)
    return file


def stop_fault_file(file: TextIO) -> None:
    """End well: nothing is left behind."""
    faulthandler.disable()
    file.close()
    Path(file.name).unlink(missing_ok=True)


def forbid_memory_images() -> None:
    """Let a crash leave no image of the memory on disk, in which everything stands in clear. Windows makes none."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def write_crash(kind: type[BaseException], trace: TracebackType | None, folder: Path | None = None) -> Path:
    """Write what went wrong into a file that is offered at the next start, and give its path."""
    target = folder or state_folder()
    target.mkdir(parents=True, exist_ok=True)
    path = target / "crash.txt"
    path.write_text("\n".join([*_surroundings(), *describe(kind, trace), ""]), "utf-8")
    return path


def left_behind(folder: Path | None = None) -> Crash | None:
    """Give the report of an earlier run that ended badly, or None."""
    target = folder or state_folder()
    for name in ("crash.txt", "fault.txt"):
        path = target / name
        text = path.read_text("utf-8", "replace") if path.is_file() else ""
        if text.strip():
            return Crash(path, text if name == "crash.txt" else "\n".join([*_surroundings(), text]))
    return None


def forget_crash(folder: Path | None = None) -> None:
    """Let the report of an earlier run go."""
    target = folder or state_folder()
    for name in ("crash.txt", "fault.txt"):
        (target / name).unlink(missing_ok=True)


def describe(kind: type[BaseException], trace: TracebackType | None) -> list[str]:
    """List the lines of an exception without its message: `module:line function`, then its type."""
    lines = [f"  {_module(frame.filename)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
    return [*lines, f"{kind.__module__}.{kind.__qualname__}"]


def _module(name: str) -> str:
    path = Path(name)
    return path.relative_to(_ROOT).as_posix() if path.is_relative_to(_ROOT) else path.name


def _surroundings() -> list[str]:
    from importlib.metadata import version

    facts = {
        "bidfolio": version("bidfolio"),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()}",
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    return [json.dumps(facts)]
