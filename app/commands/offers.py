"""`bidfolio offers`: what the window's child process runs to find suggestions; not for people.

The raw key of the workspace comes as hexadecimal on standard input, and the workspace is let go before matching
begins, so that the window can go on writing.
"""

import argparse
import sys
from pathlib import Path

from app.bootstrap import Ports
from app.commands.learning import PATIENCE
from app.commands.outcome import Exit, print_json
from app.commands.progress import reporter
from app.interchange.match_json import matches_to_json
from app.services.learn_meanings import learn_meanings
from app.services.offer_answers import gather_known, offer_answers


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command; without a help text it is not listed."""
    parser = commands.add_parser("offers")
    parser.add_argument("file_id", help="the id of a buyer's file in the workspace")
    parser.add_argument("-w", "--workspace", type=Path, required=True)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, ports: Ports) -> Exit:
    """Read, let go, match and print as `match --json` does. Raises `NotFound` and a `WorkspaceError`."""
    key = bytes.fromhex(sys.stdin.readline().strip())
    workspace = ports.workspaces.open_with_key(arguments.workspace, key)
    try:
        learn_meanings(workspace, ports.meaning, PATIENCE, reporter())
        known = gather_known(workspace, ports, arguments.file_id)
    finally:
        workspace.close()
    print_json(matches_to_json(known.questionnaire, offer_answers(known, ports)))
    return Exit.DONE
