"""`bidfolio check FILE-OR-TENDER -w W`: the checks before submission."""

import argparse
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from app.bootstrap import Ports
from app.commands.bid_options import add_bid_options, bid_of
from app.commands.outcome import Exit, print_json, say
from app.commands.workspace import add_workspace_options, open_workspace
from app.domain.findings import Finding, Gravity
from app.interchange.check_json import check_to_json
from app.services.check_bid import Checked, check_file, check_tender
from app.services.correct_reading import corrected_in
from app.services.gather_bid import original_of, tender_of_file
from app.services.keep_tenders import find_tender
from app.services.override_findings import find_finding, override_finding
from app.services.ports import Workspace

TITLES = {Gravity.STOPS: "Stops the bid", Gravity.LOOK_AGAIN: "Look again", Gravity.HINT: "Worth a look"}
_MANY = 3
"""Findings that say the same are named on one line from this number on."""


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("check", help="check a file's or a tender's answers before submission")
    parser.add_argument("what", metavar="FILE-OR-TENDER", help="a buyer's file, or a tender's id, reference or title")
    add_workspace_options(parser)
    add_bid_options(parser)
    parser.add_argument("--override", metavar="ID", help="a finding that is right as it stands; with --reason and --as")
    parser.add_argument("--reason", default="", metavar="TEXT", help="why it is right")
    parser.add_argument("--as", dest="person", default="", metavar="NAME", help="the person who says so")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, ports: Ports) -> Exit:
    """Check and list what was found; 1 where anything but hints stands."""
    with open_workspace(arguments, ports) as workspace:
        checked = _check(arguments, workspace, ports)
        if arguments.override:
            finding = find_finding(checked.findings, arguments.override)
            tender = checked.submission.tender
            override_finding(workspace, tender, finding, arguments.reason, arguments.person, ports.now())
            checked = _check(arguments, workspace, ports)
    if arguments.json:
        print_json(check_to_json(checked))
    else:
        _show(checked)
    return Exit.DONE if checked.passes else Exit.FOUND_WRONG


def _check(arguments: argparse.Namespace, workspace: Workspace, ports: Ports) -> Checked:
    path = Path(arguments.what)
    if not path.is_file():
        return check_tender(workspace, ports, find_tender(workspace, arguments.what))
    questionnaire = corrected_in(workspace, ports, ports.read(path))
    with workspace.work("Find the tender") as unit:
        original = original_of(unit, ports, path, questionnaire.digest)
        if original is not None:
            questionnaire = original[0]
        bid = bid_of(arguments, unit, ports)
        tender = tender_of_file(unit, questionnaire) if bid.tender_id is None else None
        if tender is not None:
            dates = bid.dates if arguments.on else tender.reference_dates(ports.now().date())
            bid = replace(bid, tender_id=tender.id, dates=dates)
    return check_file(workspace, ports, path, questionnaire, bid)


def _show(checked: Checked) -> None:
    for gravity in Gravity:
        found = [one for one in checked.standing if one.gravity is gravity]
        if found:
            say(f"{TITLES[gravity]}: {len(found)}")
            _list(found)
    overridden = [one for one in checked.findings if one.override]
    if overridden:
        say(f"Overridden: {len(overridden)}")
        for one in overridden:
            word = one.override
            say(f"  {one.where.name}: “{word.reason}” ({word.by})" if word else "")
    if checked.to_sign:
        say(f"To be signed by hand: {checked.to_sign}.")
    say("Nothing stands in the way." if checked.passes else "Not ready to submit.")


def _list(found: list[Finding]) -> None:
    alike = sorted(found, key=lambda one: (one.check, one.why))
    for (_, why), group in groupby(alike, key=lambda one: (one.check, one.why)):
        ones = list(group)
        if len(ones) >= _MANY:
            say(f"  {len(ones)} times: {why} {ones[0].remedy}")
            say(f"    {'; '.join(one.where.name for one in ones)}")
            continue
        for one in ones:
            say(f"  {one.where.name}  [{one.id}]")
            say(f"    {one.why} {one.remedy}")
