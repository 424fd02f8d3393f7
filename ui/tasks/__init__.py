"""The one door for slow work: a quick lane for the workspace, a long lane of child processes."""

from ui.tasks.inline import InlineTasks
from ui.tasks.job import Command, Failed, Job, Outcome
from ui.tasks.lanes import Lanes
from ui.tasks.tasks import Tasks

__all__ = ["Command", "Failed", "InlineTasks", "Job", "Lanes", "Outcome", "Tasks"]
