"""Before a command matches: the language model reads what it has not read yet, for as long as a person waits."""

from app.bootstrap import Ports
from app.commands.outcome import warn
from app.commands.progress import reporter
from app.services.learn_meanings import learn_meanings
from app.services.ports import Workspace

PATIENCE = 30.0
"""Seconds; what is not read by then is found by its words alone this time."""


def learn(workspace: Workspace, ports: Ports) -> None:
    """Read what is missing, and say what had to be left for the next time."""
    left = learn_meanings(workspace, ports.meaning, PATIENCE, reporter())
    if left:
        warn(f"bidfolio: {left} answers have not been read by the language model yet; they are found by their words.")
