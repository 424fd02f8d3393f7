"""`bidfolio questions FILE`: what a buyer's file asks; needs no workspace."""

import argparse
from pathlib import Path

from app.bootstrap import Ports
from app.commands.outcome import Exit, print_json, say, warn
from app.domain.incoming import IncomingBid
from app.interchange.bid_json import bid_to_json
from app.interchange.questionnaire_json import questionnaire_to_json
from app.services.read_converted import read_converted


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("questions", help="list what a buyer's file asks")
    parser.add_argument("file", type=Path)
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--answered", action="store_true", help="of a completed form: list what was answered")
    parser.add_argument(
        "--convert", type=Path, metavar="OUT", help="have LibreOffice make a copy that can be read, and read that"
    )
    parser.add_argument("--replace", action="store_true", help="write over what is at OUT")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, ports: Ports) -> Exit:
    """Read the file and list its questions."""
    if arguments.answered:
        return _list_answers(ports.read_bid(arguments.file), as_json=arguments.json)
    if arguments.convert:
        questionnaire = read_converted(ports, arguments.file, arguments.convert, replace=arguments.replace)
    else:
        questionnaire = ports.read(arguments.file)
    for notice in questionnaire.notices:
        warn(f"bidfolio: {notice}")
    if arguments.json:
        print_json(questionnaire_to_json(questionnaire))
        return Exit.DONE
    for question in questionnaire:
        wording = " ".join(f"{question.ref} {question.text}".split())
        say(f"{question.slot.where or '-':<16} {question.kind:<12} {wording[:100]}")
    say(f"{len(questionnaire.questions)} questions in {questionnaire.file_name}")
    return Exit.DONE


def _list_answers(bid: IncomingBid, *, as_json: bool) -> Exit:
    if as_json:
        print_json(bid_to_json(bid))
        return Exit.DONE
    for one in bid.answered:
        say(f"{' '.join(one.question.text.split())[:60]:<60} {' '.join(one.answer.split())[:58]}")
    say(f"{len(bid.answered)} answered questions in {bid.path.name}")
    return Exit.DONE
