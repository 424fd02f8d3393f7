"""How a command ends: exit statuses, and what it prints."""

import json
import sys
from enum import IntEnum
from typing import Any


class Exit(IntEnum):
    """Exit status of every command (CONTRACT: commands)."""

    DONE = 0
    FOUND_WRONG = 1
    WRONG_USAGE = 2
    FILE_ERROR = 3
    WORKSPACE_ERROR = 4


def print_json(document: Any) -> None:
    """Print one JSON document, and nothing else, on standard output."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")


def say(line: str) -> None:
    """Print one line for a person."""
    sys.stdout.write(line + "\n")


def warn(line: str) -> None:
    """Print one line on standard error."""
    sys.stderr.write(line + "\n")
