"""`bidfolio import bids FILE...`: past completed questionnaires, files or folders of them."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from app.bootstrap import Ports
from app.commands.outcome import Exit, say, warn
from app.commands.workspace import open_workspace
from app.domain.errors import FileError
from app.domain.incoming import IncomingBid, Taken
from app.services.import_bids import import_bids
from app.wording import sentence

_ENDINGS = (".docx", ".docm", ".xlsx", ".xlsm", ".pdf")
"""What of a folder is looked at; a file that is named is always read."""


def import_past_bids(arguments: argparse.Namespace, ports: Ports) -> Exit:
    """Read every bid, then take all in; a file that cannot be read is named and the others are taken."""
    bids: list[IncomingBid] = []
    refused: list[FileError] = []
    for path in _files(arguments.files):
        try:
            bids.append(ports.read_bid(path))
        except FileError as error:
            refused.append(error)
    if refused and not bids:
        raise refused[0]
    for one in refused:
        warn(f"bidfolio: {sentence(one)}")
    with open_workspace(arguments, ports) as workspace:
        taken = import_bids(workspace, bids, ports.facts_asked, ports.catalogue(), ports.now().date())
    for bid in bids:
        say(f"{bid.path.name}: {len(bid.answered)} answered questions read.")
    say(f"Facts: {_counts(taken.facts)}. Texts for the library, as drafts: {_counts(taken.answers)}.")
    for difference in taken.differing:
        warn(f"bidfolio: left as the profile has it: {difference}")
    return Exit.FOUND_WRONG if refused else Exit.DONE


def _files(named: list[Path]) -> Iterator[Path]:
    for path in named:
        if path.is_dir():
            yield from sorted(one for one in path.rglob("*") if one.suffix.lower() in _ENDINGS and one.is_file())
        else:
            yield path


def _counts(taken: Taken) -> str:
    return f"{taken.added} added, {taken.changed} changed, {taken.unchanged} as they were"
