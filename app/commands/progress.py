"""Progress of long work on standard error: a line that renews itself on a terminal, JSON lines for the window."""

import json
import os
import sys

from app.services.ports import Progress, Report, silent

VARIABLE = "BIDFOLIO_PROGRESS"
"""Set to `lines` by the window, which reads one JSON object from each line."""


def reporter() -> Report:
    """Give what tells about progress here: nobody where standard error is neither a terminal nor the window."""
    if os.environ.get(VARIABLE) == "lines":
        return _write_line
    return _renew_line if sys.stderr is not None and sys.stderr.isatty() else silent


def _write_line(progress: Progress) -> None:
    told = {"doing": progress.doing, "done": progress.done, "total": progress.total}
    sys.stderr.write(json.dumps(told, ensure_ascii=False) + "\n")
    sys.stderr.flush()


def _renew_line(progress: Progress) -> None:
    share = f" {progress.done} of {progress.total}" if progress.total else ""
    sys.stderr.write(f"\r\033[K{progress.doing}{share}")
    sys.stderr.flush()
