"""`bidfolio tender new|list|show|add`: the tenders of a workspace and their buyers' files."""

import argparse
import uuid
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from app.bootstrap import Ports
from app.commands.outcome import Exit, print_json, say
from app.commands.workspace import add_workspace_options, open_workspace
from app.domain.errors import KindUnsupported
from app.domain.tenders import Regime, Tender, TenderFile
from app.packages.file_kind import file_kind
from app.services.keep_tenders import BuyersFile, add_buyers_file, add_tender, files_of, find_tender, list_tenders
from app.services.read_content import read_content

NOON = time(12)
"""The usual deadline, where only its day is given."""


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command and its four verbs."""
    parser = commands.add_parser("tender", help="make, list and show tenders, add a buyer's file to one")
    verbs = parser.add_subparsers(dest="verb", metavar="new|list|show|add", required=True)
    _declare_new(verbs.add_parser("new", help="make a tender"))
    _declare(verbs.add_parser("list", help="list the tenders, the next deadline first"), _list, "--json")
    show = verbs.add_parser("show", help="show a tender with its files")
    show.add_argument("tender", metavar="TENDER", help="its id or the beginning of it, reference or title")
    _declare(show, _show, "--json")
    add = verbs.add_parser("add", help="add buyers' files to a tender")
    add.add_argument("tender", metavar="TENDER", help="its id or the beginning of it, reference or title")
    add.add_argument("files", type=Path, nargs="+", metavar="FILE")
    _declare(add, _add)


def _declare_new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("title", metavar="TITLE")
    parser.add_argument("--buyer", default="")
    parser.add_argument("--reference", default="")
    parser.add_argument("--lot", action="append", default=[], dest="lots", help="may be given several times")
    parser.add_argument("--regime", type=Regime, choices=tuple(Regime), default=Regime.PROCUREMENT_ACT_2023)
    parser.add_argument("--submission", type=_moment, metavar="DATE", help="2026-12-01 or 2026-12-01T12:00")
    parser.add_argument("--award", type=date.fromisoformat, metavar="DATE")
    parser.add_argument("--start", type=date.fromisoformat, metavar="DATE")
    _declare(parser, _new, "--json")


def _declare(parser: argparse.ArgumentParser, run: Any, *flags: str) -> None:
    add_workspace_options(parser)
    for flag in flags:
        parser.add_argument(flag, action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def _new(arguments: argparse.Namespace, ports: Ports) -> Exit:
    tender = Tender(
        str(uuid.uuid4()),
        title=arguments.title,
        buyer=arguments.buyer,
        reference=arguments.reference,
        lots=tuple(arguments.lots),
        regime=arguments.regime,
        submission=arguments.submission,
        award=arguments.award,
        start=arguments.start,
    )
    with open_workspace(arguments, ports) as workspace:
        add_tender(workspace, tender)
    if arguments.json:
        print_json(_as_json(tender, ()))
    else:
        say(f"{tender.id}  {tender.title}")
    return Exit.DONE


def _list(arguments: argparse.Namespace, ports: Ports) -> Exit:
    with open_workspace(arguments, ports) as workspace:
        tenders = list_tenders(workspace)
    if arguments.json:
        print_json({"tenders": [_as_json(tender, None) for tender in tenders]})
        return Exit.DONE
    for tender in tenders:
        say(f"{tender.id[:8]}  {_when(tender.submission):<16}  {tender.title}")
    if not tenders:
        say("There is no tender yet. Make one with “bidfolio tender new”.")
    return Exit.DONE


def _show(arguments: argparse.Namespace, ports: Ports) -> Exit:
    with open_workspace(arguments, ports) as workspace:
        tender = find_tender(workspace, arguments.tender)
        files = files_of(workspace, tender)
    if arguments.json:
        print_json(_as_json(tender, files))
        return Exit.DONE
    named = {name: value for name, value in _as_json(tender, None).items() if value}
    for name, value in named.items():
        say(f"{name:<11} {', '.join(value) if isinstance(value, list) else value}")
    for file in files:
        say(f"{'file':<11} {file.name}  {file.digest[:12]}")
    return Exit.DONE


def _add(arguments: argparse.Namespace, ports: Ports) -> Exit:
    files = [_read(path) for path in arguments.files]
    with open_workspace(arguments, ports) as workspace:
        tender = find_tender(workspace, arguments.tender)
        for file in files:
            kept = add_buyers_file(workspace, tender, file, ports.now())
            say(f"{kept.name} is in {tender.title}.")
    return Exit.DONE


def _read(path: Path) -> BuyersFile:
    """Read a buyer's file; a kind from which no questions are read is kept all the same."""
    try:
        kind = str(file_kind(path))
    except KindUnsupported:
        kind = path.suffix.lower().removeprefix(".")
    return BuyersFile(path.name, kind, read_content(path))


def _as_json(tender: Tender, files: tuple[TenderFile, ...] | None) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "id": tender.id,
        "title": tender.title,
        "buyer": tender.buyer,
        "reference": tender.reference,
        "lots": list(tender.lots),
        "regime": str(tender.regime),
        "submission": tender.submission and tender.submission.isoformat(),
        "award": tender.award and tender.award.isoformat(),
        "start": tender.start and tender.start.isoformat(),
    }
    if files is not None:
        shown["files"] = [{"id": one.id, "name": one.name, "kind": one.kind, "digest": one.digest} for one in files]
    return shown


def _moment(text: str) -> datetime:
    """Read a deadline; a day alone ends at noon."""
    if len(text) == len("2026-12-01"):
        return datetime.combine(date.fromisoformat(text), NOON)
    return datetime.fromisoformat(text)


def _when(moment: datetime | None) -> str:
    return moment.strftime("%d %b %Y %H:%M") if moment else "no deadline"
