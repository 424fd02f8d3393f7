"""`bidfolio restore BACKUP --to W`: a workspace as it was."""

import argparse
from pathlib import Path

from app.bootstrap import Ports
from app.commands.outcome import Exit, say
from app.commands.workspace import add_passphrase_option, find_secret
from app.domain.backups import BackupContents


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("restore", help="make a workspace of a backup, or show what is in it")
    parser.add_argument("backup", type=Path, metavar="BACKUP")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--to", type=Path, metavar="W", help="the workspace file to make")
    what.add_argument("--look", action="store_true", help="say what is in the backup, and make nothing")
    add_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, ports: Ports) -> Exit:
    """Check the backup, copy it and say where the workspace lies; or only look into it."""
    secret = find_secret(arguments.backup, arguments, ports)
    if arguments.look:
        return _look(ports.workspaces.look_into(arguments.backup, secret))
    ports.workspaces.restore(arguments.backup, arguments.to, secret).close()
    say(f"{arguments.to} is the workspace as it was in {arguments.backup.name}. The backup is untouched.")
    return Exit.DONE


def _look(contents: BackupContents) -> Exit:
    """Say how much is in a backup and what was done last; 1 where it could not be restored."""
    for table, count in contents.counts.items():
        if count:
            say(f"{count:>7,} {table.replace('_', ' ')}")
    who = f" by {contents.last_by}" if contents.last_by else ""
    last = f"{contents.last_doing}, {contents.last_at:%Y-%m-%d %H:%M}{who}" if contents.last_at else "nothing"
    say(f"{contents.changes:,} change{'s' if contents.changes != 1 else ''}, the last one: {last}.")
    say("Every page is whole." if contents.is_whole else "WRONG: bytes of it are damaged, it cannot be restored.")
    return Exit.DONE if contents.is_whole else Exit.FOUND_WRONG
