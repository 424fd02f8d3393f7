"""`bidfolio import KIND FILE...`: what the supplier has already, taken into the workspace."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from app.bootstrap import Ports
from app.commands.import_bids import import_past_bids
from app.commands.outcome import Exit, say, warn
from app.commands.workspace import add_workspace_options, open_workspace
from app.domain.incoming import Taken
from app.services.import_answers import import_answers
from app.services.import_notice import import_notices
from app.services.import_profile import import_profile
from app.services.import_supplier_information import import_supplier_information
from app.services.ports import Workspace

BIDS = "bids"
Prepared = Callable[[Workspace], Taken]


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "import", help="take a profile, answers, notices, supplier information or past bids in"
    )
    parser.add_argument("kind", choices=(*KINDS, BIDS), metavar="KIND", help=", ".join((*KINDS, BIDS)))
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help="of bids: files or folders")
    add_workspace_options(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, ports: Ports) -> Exit:
    """Read every file before anything is taken, so that a bad one leaves the workspace as it is."""
    if arguments.kind == BIDS:
        return import_past_bids(arguments, ports)
    prepared = [(path, KINDS[arguments.kind](path, ports)) for path in arguments.files]
    with open_workspace(arguments, ports) as workspace:
        for path, take in prepared:
            taken = take(workspace)
            say(f"{path.name}: {taken.added} added, {taken.changed} changed, {taken.unchanged} as they were.")
    return Exit.DONE


def _profile(path: Path, ports: Ports) -> Prepared:
    incoming = ports.read_profile(path)
    for warning in incoming.warnings:
        warn(f"bidfolio: {path.name}: {warning}")
    return lambda workspace: import_profile(workspace, incoming, ports.now().date())


def _answers(path: Path, ports: Ports) -> Prepared:
    incoming = ports.read_answers(path)
    return lambda workspace: import_answers(workspace, incoming)


def _notices(path: Path, ports: Ports) -> Prepared:
    incoming = ports.read_notices(path)
    return lambda workspace: import_notices(workspace, incoming, ports.now())


def _supplier_information(path: Path, ports: Ports) -> Prepared:
    incoming = ports.read_supplier_information(path)
    for warning in incoming.warnings:
        warn(f"bidfolio: {path.name}: {warning}")
    return lambda workspace: import_supplier_information(workspace, incoming, ports.now().date())


KINDS: Mapping[str, Callable[[Path, Ports], Prepared]] = {
    "profile": _profile,
    "answers": _answers,
    "notice": _notices,
    "cdp": _supplier_information,
}
"""How each kind of file is read: before the workspace is opened."""
