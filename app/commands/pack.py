"""`bidfolio pack TENDER -w W --out ZIP`: everything that goes to the buyer, with its index."""

import argparse
import math
from datetime import datetime
from pathlib import Path

from app.bootstrap import Ports
from app.commands.outcome import Exit, say, warn
from app.commands.workspace import add_workspace_options, open_workspace
from app.domain.errors import NotFound
from app.domain.packs import PATTERN, Pack, PackRule, archive_names
from app.services.keep_tenders import find_tender
from app.services.make_pack import archives_of, make_pack, packs_of, refuse_taken, write_archives
from app.services.ports import Workspace

MEGABYTE = 1_000_000


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("pack", help="pack what goes to the buyer, with an index and a manifest")
    parser.add_argument("tender", metavar="TENDER", help="its id, reference or title")
    add_workspace_options(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="ZIP", help="the archive to write")
    parser.add_argument("--with", dest="documents", type=Path, nargs="+", default=[], metavar="FILE",
                        help="documents that go with the bid")  # fmt: skip
    parser.add_argument("--names", default=PATTERN, metavar="RULE",
                        help="{n}, {reference}, {lot}, {supplier} and {title} in the names of the files")  # fmt: skip
    parser.add_argument("--lot", default="", help="what stands for {lot}")
    parser.add_argument("--max-mb", type=_megabytes, metavar="N", help="the most one archive may be; more are made")
    parser.add_argument("--draft", action="store_true", help="pack although the check stops the bid, marked as a draft")
    parser.add_argument("--sent", type=int, metavar="N", help="write the Nth pack of the tender again, as it was made")
    parser.add_argument("--as", dest="person", default="", metavar="NAME", help="who packs it")
    parser.add_argument("--replace", action="store_true", help="write over what is there")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, ports: Ports) -> Exit:
    """Pack and write, or write again what was packed."""
    with open_workspace(arguments, ports) as workspace:
        if arguments.sent is not None:
            return _write_again(arguments, workspace, ports)
        rule = PackRule(arguments.names, arguments.lot, arguments.max_mb)
        packed = make_pack(
            workspace, ports, find_tender(workspace, arguments.tender), rule, arguments.documents,
            out=arguments.out, replace_it=arguments.replace, draft=arguments.draft, by=arguments.person,
        )  # fmt: skip
    for notice in packed.notices:
        warn(f"bidfolio: {notice}")
    for file in packed.files:
        say(f"  {file.name}")
    _tell(packed.pack)
    return Exit.DONE


def _write_again(arguments: argparse.Namespace, workspace: Workspace, ports: Ports) -> Exit:
    packs = packs_of(find_tender(workspace, arguments.tender))
    if not 1 <= arguments.sent <= len(packs):
        raise NotFound("pack", str(arguments.sent))
    pack = packs[arguments.sent - 1]
    with workspace.work("Open a pack") as unit:
        archives = tuple(archives_of(unit, pack).values())
    names = archive_names(arguments.out.name, len(archives))
    refuse_taken(arguments.out, names, replace_it=arguments.replace)
    write_archives(ports, arguments.out, dict(zip(names, archives, strict=True)))
    _tell(pack)
    return Exit.DONE


def _megabytes(text: str) -> int:
    """Read a size in megabytes as bytes."""
    try:
        size = float(text)
    except ValueError:
        size = 0
    if not math.isfinite(size) or size <= 0:
        raise argparse.ArgumentTypeError(f"{text} is no number of megabytes, such as 20")
    return int(size * MEGABYTE)


def _tell(pack: Pack) -> None:
    count = f"{len(pack.archives)} archives" if len(pack.archives) > 1 else "one archive"
    draft = " A draft: the check still stops the bid." if pack.is_draft else ""
    say(f"{pack.files} files in {count}, made {_moment(pack.at)} and kept with the tender.{draft} It is not encrypted.")


def _moment(at: datetime) -> str:
    return f"{at.day} {at:%B %Y, %H:%M}"
