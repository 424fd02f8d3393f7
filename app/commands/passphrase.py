"""`bidfolio passphrase`: another passphrase for a workspace."""

import argparse
from pathlib import Path

from app.bootstrap import Ports
from app.commands.outcome import Exit, say
from app.commands.workspace import (
    add_passphrase_option,
    ask_passphrase,
    has_terminal,
    open_workspace,
    read_passphrase_file,
    say_words,
    warn_of_weakness,
)
from app.domain.errors import PassphraseMissing, PassphrasesDiffer


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("passphrase", help="give the workspace another passphrase")
    parser.add_argument("-w", "--workspace", type=Path, required=True, help="the workspace file")
    add_passphrase_option(parser)
    newer = parser.add_mutually_exclusive_group()
    newer.add_argument("--new-passphrase-file", type=Path, metavar="F", help="a text file with the new passphrase")
    newer.add_argument("--words", action="store_true", help="make eight words as the new one and print them once")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, ports: Ports) -> Exit:
    """Back up, encrypt anew and let the keyring forget the old key."""
    words = ports.recovery_words() if arguments.words else None
    with open_workspace(arguments, ports) as workspace:
        newer = words or _new_passphrase(arguments, workspace.path)
        if words:
            # Before they count: who does not see them any more has the old passphrase.
            say_words(words)
        else:
            warn_of_weakness(newer)
        workspace.change_passphrase(newer)
        ports.keyring.forget(workspace.path)
        # Said before the backup of closing: should that fail, this is true all the same.
        say(f"{arguments.workspace} has a new passphrase. Backups made before still open with the old one.")
    return Exit.DONE


def _new_passphrase(arguments: argparse.Namespace, path: Path) -> str:
    if arguments.new_passphrase_file is not None:
        return read_passphrase_file(arguments.new_passphrase_file)
    if not has_terminal():
        raise PassphraseMissing(path)
    typed = ask_passphrase(f"New passphrase of {path.name}: ")
    if ask_passphrase("The same again: ") != typed:
        raise PassphrasesDiffer
    return typed
