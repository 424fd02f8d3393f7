"""`bidfolio fill FILE --out OUT`: answers into a copy of the buyer's file, and the proof of it."""

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.bootstrap import Ports
from app.commands.bid_options import add_bid_options, bid_of
from app.commands.learning import learn
from app.commands.outcome import Exit, print_json, say, warn
from app.commands.workspace import add_passphrase_option, open_workspace
from app.domain.errors import AnswersUnreadable, FileMissing, WorkspaceNotGiven
from app.domain.filling import FillReport
from app.domain.questionnaire import Questionnaire
from app.domain.responses import Response
from app.domain.suggestions import GREEN
from app.interchange.fill_report_json import fill_report_to_json
from app.office.page_pictures import picture_pages
from app.services.correct_reading import corrected_in
from app.services.fill_questionnaire import check_target, fill_given, fill_questionnaire
from app.services.fill_unreviewed import choose_unreviewed, keep_unreviewed
from app.services.review_questionnaire import responses_of
from app.services.suggest_answers import suggest_answers

STANDARD_INPUT = Path("-")


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("fill", help="write answers into a copy of a buyer's file")
    parser.add_argument("file", type=Path)
    parser.add_argument("--out", type=Path, required=True, help="where the filled copy goes")
    parser.add_argument("-w", "--workspace", type=Path, help="the workspace file")
    add_passphrase_option(parser)
    add_bid_options(parser)
    parser.add_argument(
        "--answers", type=Path, metavar="A.json", help="{question id: value}, - for standard input; needs no workspace"
    )
    parser.add_argument("--unreviewed", action="store_true", help="let suggestions through that nobody has looked at")
    parser.add_argument(
        "--min-confidence", type=float, default=GREEN, metavar="X", help=f"with it; {GREEN} unless told"
    )
    parser.add_argument("--replace", action="store_true", help="write over an existing copy")
    parser.add_argument("--picture", type=Path, metavar="DIR", help="draw the pages before and after (LibreOffice)")
    parser.add_argument("--with-reading", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, ports: Ports) -> Exit:
    """Fill and report; 1 where an answer could not be written."""
    if not arguments.file.exists():
        raise FileMissing(arguments.file)
    if arguments.answers is None and arguments.workspace is None:
        raise WorkspaceNotGiven
    check_target(arguments.file, arguments.out, may_replace=arguments.replace)
    questionnaire = ports.read(arguments.file)
    for notice in questionnaire.notices:
        warn(f"bidfolio: {notice}")
    if arguments.answers is not None:
        given = _answers(arguments.answers)
        if arguments.with_reading:
            questionnaire, given = ports.load_questionnaire(given["reading"]), given["answers"]
        report = fill_given(arguments.file, questionnaire, given, arguments.out, ports.fill)
    else:
        questionnaire, responses = _responses(arguments, ports, questionnaire)
        report = fill_questionnaire(arguments.file, questionnaire, responses, arguments.out, ports.fill)
    told = _tell(report, questionnaire, as_json=arguments.json, for_window=arguments.with_reading)
    if arguments.picture is not None:
        picture_pages(arguments.file, arguments.picture, "before")
        picture_pages(arguments.out, arguments.picture, "after")
    return told


def _answers(path: Path) -> Mapping[str, Any]:
    try:
        given = json.loads(sys.stdin.read() if path == STANDARD_INPUT else path.read_text("utf-8-sig"))
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except (OSError, ValueError) as error:
        raise AnswersUnreadable(path) from error
    if not isinstance(given, dict):
        raise AnswersUnreadable(path)
    return given


def _responses(
    arguments: argparse.Namespace, ports: Ports, questionnaire: Questionnaire
) -> tuple[Questionnaire, tuple[Response, ...]]:
    """Take what was approved for this file, and with leave what is sure enough and unreviewed.

    The reading comes back as it was put right in the workspace.
    """
    with open_workspace(arguments, ports) as workspace:
        questionnaire = corrected_in(workspace, ports, questionnaire)
        if arguments.unreviewed:
            learn(workspace, ports)
        with workspace.work(f"Fill {arguments.file.name}") as unit:
            bid = bid_of(arguments, unit, ports)
            held = responses_of(unit, questionnaire, bid).values()
            approved = tuple(one for one in held if one.may_be_filled)
            if not arguments.unreviewed:
                return questionnaire, approved
            done = {one.key.question_id for one in approved}
            offered = suggest_answers(unit, questionnaire, bid, ports)
            left = [question for question in questionnaire if question.id not in done]
            chosen = choose_unreviewed(left, offered, arguments.min_confidence)
            return questionnaire, approved + keep_unreviewed(unit, questionnaire, chosen, bid.tender_id, bid.party_id)


def _tell(report: FillReport, questionnaire: Questionnaire, *, as_json: bool, for_window: bool) -> Exit:
    refused = [one for one in report.left if one.refused]
    for one in refused:
        question = questionnaire.question(one.question_id)
        name = f"{question.ref} {question.text}".strip()[:60] if question else one.question_id
        warn(f"bidfolio: Not written, {name}: {one.reason}")
    if as_json:
        print_json(fill_report_to_json(report, with_before=for_window))
        return Exit.FOUND_WRONG if refused else Exit.DONE
    unseen = sum(one.reviewed_by is None for one in report.filled)
    say(f"{len(report.filled)} answers written to {report.out}, {len(report.left)} questions left.")
    if unseen:
        say(f"{unseen} of them have not been reviewed by a person.")
    for notice in report.notices:
        say(notice)
    return Exit.FOUND_WRONG if refused else Exit.DONE
