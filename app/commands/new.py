"""`bidfolio new WORKSPACE`: an empty encrypted workspace."""

import argparse
from pathlib import Path

from app.bootstrap import Ports
from app.commands.outcome import Exit, say
from app.commands.workspace import add_passphrase_option, given_passphrase, has_terminal, say_words, warn_of_weakness
from app.domain.errors import PassphraseEmpty, PassphraseMissing


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("new", help="make an empty encrypted workspace")
    parser.add_argument("workspace", type=Path, metavar="WORKSPACE", help="the file to make, NAME.bidfolio")
    add_passphrase_option(parser)
    parser.add_argument("--words", action="store_true", help="make eight words as the passphrase and print them once")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, ports: Ports) -> Exit:
    """Make the workspace, and print the words where no passphrase was given."""
    path: Path = arguments.workspace
    given = given_passphrase(arguments)
    if given == "":
        raise PassphraseEmpty
    if given is None and not (arguments.words or has_terminal()):
        raise PassphraseMissing(path)
    made = ports.recovery_words() if given is None or arguments.words else None
    passphrase = made or given or ""
    ports.workspaces.create(path, passphrase).close()
    say(f"{path} is ready.")
    if made:
        say_words(made)
    else:
        warn_of_weakness(passphrase)
    return Exit.DONE
