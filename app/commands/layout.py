"""`bidfolio layout FILE`: how a buyer's file looks, for the window's child process; not for people."""

import argparse
from pathlib import Path

from app.bootstrap import Ports
from app.commands.outcome import Exit, print_json
from app.interchange.layout_json import layout_to_json


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command; without a help text it is not listed."""
    parser = commands.add_parser("layout")
    parser.add_argument("file", type=Path)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, ports: Ports) -> Exit:
    """Print every paragraph, table and sheet with its places."""
    print_json(layout_to_json(ports.read_layout(arguments.file)))
    return Exit.DONE
