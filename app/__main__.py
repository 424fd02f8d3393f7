"""The command line: the same jobs as the window, on the same services."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version

from app.bootstrap import build_ports
from app.commands.outcome import Exit, warn
from app.commands.smoke import try_main_job
from app.domain.errors import BidfolioError, FileError, UsageError, WorkspaceError
from app.logs import forbid_memory_images
from app.wording import sentence

COMMANDS = (
    "open",
    "new",
    "import_",
    "questions",
    "match",
    "review",
    "fill",
    "tender",
    "check",
    "generate",
    "pack",
    "export",
    "backup",
    "restore",
    "passphrase",
    "demo",
    "offers",
    "render",
    "layout",
    "template",
)
"""One module of `app.commands` for each, in the order of the help."""
PIPE_CLOSED = 141
"""The status of a program whose reader has gone, as shells know it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status."""
    _speak_utf8()
    parser = argparse.ArgumentParser(
        prog="bidfolio", description="Tender questionnaires answered in the buyer's own file."
    )
    parser.add_argument("--version", action="version", version=f"Bidfolio {version('bidfolio')}")
    parser.add_argument("--smoke", action="store_true", help="try the main job on the sample and say how it went")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name in COMMANDS:
        import_module(f"app.commands.{name}").add_parser(commands)
    given = sys.argv[1:] if arguments is None else list(arguments)
    chosen = parser.parse_args(given or ["open"])
    run = try_main_job if chosen.smoke else chosen.run
    forbid_memory_images()
    try:
        status = int(run(chosen, build_ports()))
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except BidfolioError as error:
        warn(f"bidfolio: {sentence(error)}")
        return _status(error)
    except BrokenPipeError:
        # Who reads has read enough, as `head` does; what is still to be flushed at the end goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except KeyboardInterrupt:
        warn("bidfolio: Stopped. Nothing was half-written.")
        return 130


def _speak_utf8() -> None:
    """Read and write UTF-8 whatever the system's own encoding: on Windows a pipe would get code page 1252."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def _status(error: BidfolioError) -> Exit:
    match error:
        case UsageError():
            return Exit.WRONG_USAGE
        case FileError():
            return Exit.FILE_ERROR
        case WorkspaceError():
            return Exit.WORKSPACE_ERROR
        case _:
            return Exit.FOUND_WRONG


if __name__ == "__main__":
    sys.exit(main())
