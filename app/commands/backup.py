"""`bidfolio backup`: a whole encrypted copy of the workspace."""

import argparse
from pathlib import Path

from app.bootstrap import Ports
from app.commands.outcome import Exit, say
from app.commands.workspace import add_workspace_options, open_workspace


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("backup", help="write an encrypted copy of the workspace")
    add_workspace_options(parser)
    parser.add_argument("--to", type=Path, metavar="DIR", help="the folder; else the one beside the workspace")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, ports: Ports) -> Exit:
    """Write the backup and say where it lies."""
    with open_workspace(arguments, ports) as workspace:
        written = workspace.back_up(arguments.to)
    say(f"{written} opens with the passphrase of today.")
    return Exit.DONE
