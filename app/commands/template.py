"""`bidfolio template`: what a template would make, for the window's child process; not for people."""

import argparse

from app.bootstrap import Ports
from app.commands.bid_options import add_tender_options, tender_of
from app.commands.generate import find_template
from app.commands.outcome import Exit, print_json
from app.commands.workspace import add_workspace_options, open_workspace
from app.interchange.template_json import look_to_json
from app.services.gather_document import Occasion, gather_document
from app.services.generate_document import look_at_template


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command; without a help text it is not listed."""
    parser = commands.add_parser("template")
    parser.add_argument("template")
    add_workspace_options(parser)
    add_tender_options(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, ports: Ports) -> Exit:
    """Print which names it uses with their values, which are missing, and which there are not."""
    template = find_template(arguments.template, ports)
    with open_workspace(arguments, ports) as workspace, workspace.work("Look at a template") as unit:
        tender, dates = tender_of(arguments, unit, ports)
        occasion = Occasion(dates, tender, arguments.on or ports.now().date())
        data = gather_document(unit, ports.catalogue(), occasion)
    print_json(look_to_json(look_at_template(template, data, ports.render)))
    return Exit.DONE
