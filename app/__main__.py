"""The command line: the same jobs as the window, on the same services."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from types import ModuleType

from app.bootstrap import build_ports
from app.commands.outcome import Exit, warn
from app.domain.errors import BidfolioError, FileError, UsageError, WorkspaceError
from app.logs import forbid_memory_images
from app.wording import sentence

COMMANDS = (
    "open",
    "new",
    "import",
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
"""One module of `app.commands` for each, in the order of the help; only that of the command given is imported."""
PIPE_CLOSED = 141
"""The status of a program whose reader has gone, as shells know it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status."""
    _speak_utf8()
    parser = argparse.ArgumentParser(
        prog="bidfolio", description="Tender questionnaires answered in the buyer's own file."
    )
    parser.add_argument("--version", action=_ShowVersion, help="show the version and exit")
    parser.add_argument("--smoke", action="store_true", help="try the main job on the sample and say how it went")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    given = (sys.argv[1:] if arguments is None else list(arguments)) or ["open"]
    for name in given[:1] if given[0] in COMMANDS else COMMANDS:
        _command(name).add_parser(commands)
    chosen = parser.parse_args(given)
    run = _command("smoke").try_main_job if chosen.smoke else chosen.run
    forbid_memory_images()
    try:
        status = int(run(chosen, build_ports()))
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except BidfolioError as error:
        # On one line, also where it quotes a text or the name of a file that has several.
        warn(f"bidfolio: {' '.join(sentence(error).splitlines())}")
        return _status(error)
    except BrokenPipeError:
        # Who reads has read enough, as `head` does; what is still to be flushed at the end goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except KeyboardInterrupt:
        warn("bidfolio: Stopped. Nothing was half-written.")
        return 130


class _ShowVersion(argparse.Action):
    """Reads the version only when it is asked for: that takes longer than to parse a command."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str) -> None:  # noqa: A002  argparse's name
        super().__init__(option_strings, dest, nargs=0, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_given: object) -> None:
        from importlib.metadata import version

        sys.stdout.write(f"Bidfolio {version('bidfolio')}\n")
        parser.exit()


def _command(name: str) -> ModuleType:
    return import_module(f"app.commands.{name}_" if iskeyword(name) else f"app.commands.{name}")


def _speak_utf8() -> None:
    """Read and write UTF-8 whatever the system's own encoding: on Windows a pipe would get code page 1252.

    The name of a file that is none in UTF-8, as old archives hold them, is written with escapes, as JSON knows them.
    """
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


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
