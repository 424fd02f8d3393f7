"""`bidfolio match FILE -w W`: each question of a buyer's file with its suggested answers."""

import argparse
from pathlib import Path

from app.bootstrap import Ports
from app.commands.bid_options import add_bid_options, bid_of
from app.commands.learning import learn
from app.commands.outcome import Exit, print_json, say
from app.commands.workspace import add_workspace_options, open_workspace
from app.domain.questionnaire import Question, Questionnaire
from app.domain.suggestions import Band, Suggestion
from app.interchange.match_json import matches_to_json
from app.services.correct_reading import corrected_in
from app.services.suggest_answers import Offers, suggest_answers

MARKS = {Band.GREEN: "+", Band.AMBER: "?", Band.NONE: " "}
_LONGEST = 70
_LONGEST_REASON = 160


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("match", help="suggest an answer to each question of a buyer's file")
    parser.add_argument("file", type=Path)
    add_workspace_options(parser)
    add_bid_options(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, ports: Ports) -> Exit:
    """Read the file, match its questions and show what is offered."""
    questionnaire = ports.read(arguments.file)
    with open_workspace(arguments, ports) as workspace:
        learn(workspace, ports)
        questionnaire = corrected_in(workspace, ports, questionnaire)
        with workspace.work(f"Match {arguments.file.name}") as unit:
            offered = suggest_answers(unit, questionnaire, bid_of(arguments, unit, ports), ports)
    if arguments.json:
        print_json(matches_to_json(questionnaire, offered))
    else:
        _show(questionnaire, offered)
    return Exit.DONE


def brief(text: str, length: int = _LONGEST) -> str:
    """Write a text on one line, cut where it is too long to show."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1]}…"


def _show(questionnaire: Questionnaire, offered: Offers) -> None:
    for question in questionnaire:
        _show_question(question, next(iter(offered.get(question.id, ())), None))
    bands = [offered[one.id][0].band if offered.get(one.id) else Band.NONE for one in questionnaire]
    say(
        f"{len(bands)} questions: {bands.count(Band.GREEN)} with a sure answer (+), "
        f"{bands.count(Band.AMBER)} with one to check (?), {bands.count(Band.NONE)} without."
    )


def _show_question(question: Question, best: Suggestion | None) -> None:
    mark = MARKS[best.band if best else Band.NONE]
    say(f"{mark} {question.id}  {brief(f'{question.ref} {question.text}')}")
    if best is not None:
        say(f"    {brief(best.text)}  [{best.confidence:.2f}, {best.source.kind}: {brief(best.source.title, 50)}]")
        if best.source.why:
            say(f"    why: {brief(best.source.why, _LONGEST_REASON)}")
