"""`bidfolio export KIND`: what the workspace holds, as open files."""

import argparse
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from app.bootstrap import Ports
from app.commands.outcome import Exit, say
from app.commands.workspace import add_workspace_options, open_workspace
from app.domain.errors import TenderNotGiven
from app.interchange.compliance_matrix import write_matrix
from app.interchange.supplier_information_write import write_supplier_information
from app.services.build_matrix import build_matrix
from app.services.export_profile import gather_profile, gather_workspace
from app.services.gather_history import gather_history
from app.services.keep_tenders import find_tender
from app.services.ports import Workspace

Export = Callable[[Workspace, Ports, argparse.Namespace], None]


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("export", help="write what the workspace holds as open files")
    parser.add_argument("kind", choices=tuple(KINDS), metavar="KIND", help=", ".join(KINDS))
    add_workspace_options(parser)
    parser.add_argument("--out", type=Path, required=True, help="the file to write; for “all” a folder")
    parser.add_argument("--tender", metavar="T", help="of the matrix: the tender's id, reference or title")
    parser.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="of cdp: the day whose facts are written")
    parser.add_argument("--replace", action="store_true", help="write over what is there")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, ports: Ports) -> Exit:
    """Write the files, and say where."""
    with open_workspace(arguments, ports) as workspace:
        KINDS[arguments.kind](workspace, ports, arguments)
    say(f"Written to {arguments.out}. It is not encrypted.")
    return Exit.DONE


def _profile(workspace: Workspace, ports: Ports, arguments: argparse.Namespace) -> None:
    ports.write_profile(gather_profile(workspace), arguments.out, arguments.replace)


def _answers(workspace: Workspace, ports: Ports, arguments: argparse.Namespace) -> None:
    answers = gather_profile(workspace).profile.answers
    ports.write_answers(answers, arguments.out, arguments.replace)


def _all(workspace: Workspace, ports: Ports, arguments: argparse.Namespace) -> None:
    ports.write_workspace(gather_workspace(workspace), arguments.out, arguments.replace)


def _history(workspace: Workspace, ports: Ports, arguments: argparse.Namespace) -> None:
    ports.write_history(gather_history(workspace), arguments.out, arguments.replace)


def _matrix(workspace: Workspace, ports: Ports, arguments: argparse.Namespace) -> None:
    if not arguments.tender:
        raise TenderNotGiven
    tender = find_tender(workspace, arguments.tender)
    write_matrix(build_matrix(workspace, ports, tender), arguments.out, replace=arguments.replace)


def _supplier_information(workspace: Workspace, ports: Ports, arguments: argparse.Namespace) -> None:
    profile = gather_profile(workspace).profile
    day = arguments.on or ports.now().date()
    write_supplier_information(profile, day, arguments.out, replace=arguments.replace)


KINDS: Mapping[str, Export] = {
    "profile": _profile,
    "answers": _answers,
    "matrix": _matrix,
    "cdp": _supplier_information,
    "all": _all,
    "history": _history,
}
"""How each kind is written."""
