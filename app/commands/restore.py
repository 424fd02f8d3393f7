"""`bidfolio restore BACKUP --to W`: a workspace as it was."""

import argparse
from pathlib import Path

from app.bootstrap import Ports
from app.commands.outcome import Exit, say
from app.commands.workspace import add_passphrase_option, find_secret


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("restore", help="make a workspace of a backup")
    parser.add_argument("backup", type=Path, metavar="BACKUP")
    parser.add_argument("--to", type=Path, metavar="W", required=True, help="the workspace file to make")
    add_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, ports: Ports) -> Exit:
    """Check the backup, copy it and say where the workspace lies."""
    secret = find_secret(arguments.backup, arguments, ports)
    ports.workspaces.restore(arguments.backup, arguments.to, secret).close()
    say(f"{arguments.to} is the workspace as it was in {arguments.backup.name}. The backup is untouched.")
    return Exit.DONE
