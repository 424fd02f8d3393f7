"""Options of the commands that answer: in which tender, as which party, on which day (CONTRACT: commands)."""

import argparse
from datetime import date

from app.bootstrap import Ports
from app.domain.dates import ReferenceDates
from app.domain.tenders import Tender
from app.services.find_party import find_party
from app.services.keep_tenders import tender_named
from app.services.ports import UnitOfWork
from app.services.suggest_answers import Bid


def add_bid_options(parser: argparse.ArgumentParser) -> None:
    """Declare `--tender`, `--party` and `--on`."""
    add_tender_options(parser)
    parser.add_argument("--party", metavar="P", help="answer as another party of the profile")


def add_tender_options(parser: argparse.ArgumentParser) -> None:
    """Declare `--tender` and `--on`."""
    parser.add_argument("--tender", metavar="T", help="its id, reference or title")
    parser.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="the day at which facts must hold")


def tender_of(arguments: argparse.Namespace, unit: UnitOfWork, ports: Ports) -> tuple[Tender | None, ReferenceDates]:
    """Find the tender; the days are those of `--on`, else its own, else today. Raises `NotFound`, `SeveralFound`."""
    tender = tender_named(unit.tenders.all(), arguments.tender) if arguments.tender else None
    today = ports.now().date()
    if arguments.on is not None or tender is None:
        return tender, ReferenceDates.all_on(arguments.on or today)
    return tender, tender.reference_dates(today)


def bid_of(arguments: argparse.Namespace, unit: UnitOfWork, ports: Ports) -> Bid:
    """Find the tender and the party; the days are those of `--on`, else the tender's, else today.

    Raises `NotFound`, `SeveralFound`.
    """
    tender, dates = tender_of(arguments, unit, ports)
    party = find_party(unit.profile(), arguments.party) if arguments.party else None
    return Bid(dates, tender.id if tender else None, party.id if party else None)
