"""`bidfolio demo`: a sample supplier, two buyers' files filled from it, and the window where there is a screen."""

import argparse
from collections import Counter
from datetime import date
from pathlib import Path

from app.bootstrap import Ports
from app.commands.open import has_screen, start_window
from app.commands.outcome import Exit, say
from app.commands.progress import reporter
from app.domain.answers_in_words import say_date
from app.paths import RESOURCES
from app.services.run_demo import PASSPHRASE, Demo, DemoFill, run_demo

DEFAULT_FOLDER = "Bidfolio demo"
"""In the home folder of the user."""
LONGEST = 90
"""Characters of a question that are shown."""


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("demo", help="make a sample supplier and fill two sample buyers' files from it")
    parser.add_argument("--dir", type=Path, metavar="DIR", help=f"where to make it; else “{DEFAULT_FOLDER}” at home")
    parser.add_argument(
        "--on", type=date.fromisoformat, metavar="DATE", help="the day for which the sample is made; else today"
    )
    parser.add_argument("--no-window", action="store_true", help="do not open the window afterwards")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, ports: Ports) -> Exit:
    """Make the sample, say what was done, and open the window where there is a screen."""
    folder: Path = arguments.dir or Path.home() / DEFAULT_FOLDER
    day: date = arguments.on or ports.now().date()
    demo = run_demo(ports, RESOURCES / "sample", folder.resolve(), day, reporter())
    _tell(demo)
    if arguments.no_window:
        return Exit.DONE
    if not has_screen():
        say("There is no screen, so the window was not opened.")
        return Exit.DONE
    start_window(demo.workspace, PASSPHRASE)
    return Exit.DONE


def _tell(demo: Demo) -> None:
    say(f"{demo.supplier}, a made-up supplier, is in")
    say(f"  {demo.workspace}")
    say(f"  Passphrase: {PASSPHRASE}")
    say("  It is a sample, so the passphrase is printed here. Yours is shown to nobody.")
    for fill in demo.fills:
        _tell_fill(fill)
    say("\nNobody has looked at these answers. In a bid of your own a person approves each one first.")


def _tell_fill(fill: DemoFill) -> None:
    tender, report = fill.tender, fill.report
    say(f"\n{tender.buyer}: {tender.title}")
    if tender.submission is not None:
        say(f"  Due:          {say_date(tender.submission.date())}, {tender.submission:%H:%M}")
    say(f"  Buyer’s file: {fill.buyers_file}")
    say(f"  Filled copy:  {fill.filled_file}")
    sources = Counter(one.source for one in report.filled)
    say(
        f"  {len(report.filled)} answers written from {len(sources)} entries of the profile, none reviewed by a person."
    )
    parts = ", ".join(report.parts_changed)
    say(
        f"  Changed in the file: {parts or 'nothing'}; {report.parts_identical} other parts byte for byte as they came."
    )
    refused = {one.question_id: one.reason for one in report.left if one.refused}
    filled = {one.question_id for one in report.filled}
    open_questions = [one for one in fill.questionnaire if one.id not in filled]
    say(f"  {len(open_questions)} questions left for a person:")
    for question in open_questions:
        asked = " ".join(f"{question.ref} {question.text}".split())
        reason = f" ({refused[question.id]})" if question.id in refused else ""
        say(f"    {asked[:LONGEST]}{'…' if len(asked) > LONGEST else ''}{reason}")
