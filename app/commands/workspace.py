"""Opening the workspace of a command: where the passphrase comes from (CONTRACT: commands)."""

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.bootstrap import Ports
from app.commands.outcome import say, warn
from app.domain.errors import (
    PassphraseEmpty,
    PassphraseFileUnreadable,
    PassphraseMissing,
    TargetIsWorkspace,
    WrongPassphrase,
)
from app.domain.passphrase_strength import Strength, strength_hint
from app.services.ports import Workspace

VARIABLE = "BIDFOLIO_PASSPHRASE"


def add_workspace_options(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    """Declare `-w` and where its passphrase comes from."""
    parser.add_argument("-w", "--workspace", type=Path, required=required, help="the workspace file")
    add_passphrase_option(parser)
    parser.add_argument("--key-on-stdin", action="store_true", help=argparse.SUPPRESS)


def add_passphrase_option(parser: argparse.ArgumentParser) -> None:
    """Declare the file that holds the passphrase."""
    parser.add_argument("--passphrase-file", type=Path, metavar="F", help="a text file with the passphrase")


@contextmanager
def open_workspace(arguments: argparse.Namespace, ports: Ports) -> Iterator[Workspace]:
    """Open the workspace that `-w` names, and close it at the end.

    Raises a `WorkspaceError`, and `TargetIsWorkspace` where `--out` names the workspace too.

    The passphrase comes from the file, else the variable, else the keyring, else a person at the
    terminal. The window hands its child processes the raw key, as hexadecimal on standard input.
    """
    out = getattr(arguments, "out", None)
    if out is not None and out.exists() and arguments.workspace.exists() and out.samefile(arguments.workspace):
        raise TargetIsWorkspace(out)
    if getattr(arguments, "key_on_stdin", False):
        key = bytes.fromhex(sys.stdin.readline().strip())
        workspace = ports.workspaces.open_with_key(arguments.workspace, key)
    else:
        workspace = _open(arguments.workspace, arguments, ports)
    try:
        yield workspace
    finally:
        workspace.close()


def given_passphrase(arguments: argparse.Namespace) -> str | None:
    """Give the passphrase of `--passphrase-file` or of the variable, which is removed at once; else None."""
    variable = os.environ.pop(VARIABLE, None)
    if arguments.passphrase_file is not None:
        return read_passphrase_file(arguments.passphrase_file)
    return variable


def read_passphrase_file(path: Path) -> str:
    """Read a passphrase, without the line end behind it. Raises `PassphraseFileUnreadable`, `PassphraseEmpty`."""
    try:
        text = path.read_text("utf-8-sig").rstrip("\r\n")
    except (OSError, ValueError) as error:
        raise PassphraseFileUnreadable(path) from error
    if not text:
        raise PassphraseEmpty
    return text


def has_terminal() -> bool:
    """Tell whether there is a person to ask."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def ask_passphrase(question: str) -> str:
    """Ask for a passphrase on the terminal, unseen. Raises `PassphraseEmpty`."""
    answer = getpass.getpass(question, stream=sys.stderr)
    if not answer:
        raise PassphraseEmpty
    return answer


def find_secret(path: Path, arguments: argparse.Namespace, ports: Ports) -> str | bytes:
    """Give the passphrase of a workspace or backup, or the raw key that the keyring remembers for it.

    Raises `PassphraseMissing` where nobody knows it, and a `WorkspaceError` where the file cannot be a workspace.
    """
    given = given_passphrase(arguments)
    ports.workspaces.check(path)
    if given is not None:
        return given
    key = ports.keyring.recall(path)
    if key is not None:
        return key
    if not has_terminal():
        raise PassphraseMissing(path)
    return ask_passphrase(f"Passphrase of {path.name}: ")


def warn_of_weakness(passphrase: str) -> None:
    """Say of a new passphrase that is taken all the same how quickly it is guessed."""
    hint = strength_hint(passphrase)
    if hint.strength is Strength.WEAK:
        warn(f"bidfolio: {hint.sentence}")


def say_words(words: str) -> None:
    """Show recovery words, once."""
    say("These eight words open it. They are shown once: print them or write them down now.")
    say(f"\n    {words}\n")


def _open(path: Path, arguments: argparse.Namespace, ports: Ports) -> Workspace:
    secret = find_secret(path, arguments, ports)
    if isinstance(secret, str):
        return ports.workspaces.open(path, secret)
    try:
        return ports.workspaces.open_with_key(path, secret)
    except WrongPassphrase:
        # The passphrase was changed on another computer: a person knows the new one.
        if not has_terminal():
            raise
        return ports.workspaces.open(path, ask_passphrase(f"Passphrase of {path.name}: "))
