"""`bidfolio review FILE -w W --as NAME`: the responses to a buyer's file, and their approval by a person."""

import argparse
from pathlib import Path

from app.bootstrap import Ports
from app.commands.bid_options import add_bid_options, bid_of
from app.commands.learning import learn
from app.commands.match import brief
from app.commands.outcome import Exit, print_json, say, warn
from app.commands.workspace import add_workspace_options, open_workspace
from app.domain.answers_in_words import say_value
from app.domain.errors import ReviewerNotGiven
from app.domain.questionnaire import Questionnaire
from app.domain.responses import Person
from app.interchange.match_json import reviews_to_json
from app.services.approve_answers import Approval, approve_answers
from app.services.correct_reading import corrected_in
from app.services.ports import Workspace
from app.services.review_questionnaire import Reviewed, review_questionnaire
from app.services.suggest_answers import Bid


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("review", help="show the responses to a buyer's file, or approve them")
    parser.add_argument("file", type=Path)
    add_workspace_options(parser)
    add_bid_options(parser)
    parser.add_argument("--approve", nargs="+", action="extend", default=[], metavar="ID", help="question ids")
    parser.add_argument("--as", dest="person", metavar="NAME", help="the person who stands behind what is approved")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, ports: Ports) -> Exit:
    """Approve what is asked for, then show the form; 1 where there was nothing to approve."""
    person = Person((arguments.person or "").strip())
    if arguments.approve and not person.name:
        raise ReviewerNotGiven
    questionnaire = ports.read(arguments.file)
    approval = Approval((), ())
    with open_workspace(arguments, ports) as workspace:
        learn(workspace, ports)
        questionnaire = corrected_in(workspace, ports, questionnaire)
        bid = _bid(arguments, workspace, ports)
        if arguments.approve:
            approval = approve_answers(workspace, questionnaire, arguments.approve, bid, ports, person)
        with workspace.work(f"Review {arguments.file.name}") as unit:
            reviewed = review_questionnaire(unit, questionnaire, bid, ports)
    for question in approval.left:
        warn(f"bidfolio: There is no answer to approve for {question.id}, {brief(question.text)}.")
    _show(questionnaire, reviewed, as_json=arguments.json)
    return Exit.FOUND_WRONG if approval.left else Exit.DONE


def _bid(arguments: argparse.Namespace, workspace: Workspace, ports: Ports) -> Bid:
    with workspace.work("Find the tender") as unit:
        return bid_of(arguments, unit, ports)


def _show(questionnaire: Questionnaire, reviewed: tuple[Reviewed, ...], *, as_json: bool) -> None:
    if as_json:
        print_json(reviews_to_json(questionnaire, reviewed))
        return
    for one in reviewed:
        say(f"{one.question.id}  {brief(f'{one.question.ref} {one.question.text}')}")
        say(f"    {_state(one)}")
    done = sum(one.response is not None and one.response.may_be_filled for one in reviewed)
    say(f"{done} of {len(reviewed)} answers approved.")


def _state(one: Reviewed) -> str:
    response = one.response
    if response is None:
        return f"suggested: {brief(one.suggestion.text)}" if one.suggestion else "open"
    by = f" by {response.reviewer.name}" if isinstance(response.reviewer, Person) else ", seen by nobody"
    return f"{str(response.state).replace('_', ' ')}{by}: {brief(say_value(response.value))}"
