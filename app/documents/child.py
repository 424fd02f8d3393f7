"""Rendering in a process of its own, with limits: no sandbox of Jinja stops `{{ 9**9**9 }}`."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from enum import IntEnum
from pathlib import Path
from typing import Any

from app.domain.documents import DocumentData, Rendering, TemplateUse
from app.domain.errors import FileError, FileMissing, RenderingFailed, RenderingLimit, RenderingStopped, TemplateRefused
from app.paths import own_program, state_folder

SECONDS = 3
"""Processor time one rendering may take: forty pages take a tenth of a second."""
WAIT = 5 if sys.platform == "win32" else 60
"""Seconds until it is ended all the same; where the system limits processor time this only ends a stuck one."""
MEGABYTES = 1024


class Ending(IntEnum):
    """How the child process ends, by itself; what it says stands on standard error."""

    DONE = 0
    REFUSED = 3
    """It says why and what to do, a line each."""
    OUT_OF_MEMORY = 5
    FAILED = 6
    """It says the type and the place of the error."""


def render_in_child(path: Path, data: DocumentData, *, gaps: bool) -> tuple[bytes | None, Rendering]:
    """Render as `render_document` does, within limits of time and memory.

    Raises `FileMissing`, `TemplateRefused`, `RenderingStopped` where a limit was reached, `RenderingFailed` for a
    defect of ours.
    """
    if not path.exists():
        raise FileMissing(path)
    lent = state_folder() / "lent"
    lent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=lent) as folder:
        out = Path(folder) / "document.docx"
        command = [*own_program(), "render", str(path), "--out", str(out), *(["--gaps"] if gaps else [])]
        given = json.dumps({"values": data.values, "labels": dict(data.labels)}).encode()
        environment = {name: value for name, value in os.environ.items() if not name.startswith("BIDFOLIO_")}
        try:
            done = subprocess.run(command, input=given, capture_output=True, timeout=WAIT, env=environment, check=False)
        except subprocess.TimeoutExpired as error:
            raise RenderingStopped(path, RenderingLimit.TIME, WAIT) from error
        if done.returncode != 0:
            raise _refusal(path, done)
        return (out.read_bytes() if out.exists() else None), rendering_from_json(json.loads(done.stdout))


def rendering_to_json(rendering: Rendering) -> dict[str, object]:
    """Write what came of a rendering, to be read back by the parent process."""
    use = rendering.use
    return {
        "names": list(use.names),
        "unknown": dict(use.unknown),
        "notices": list(use.notices),
        "missing": list(rendering.missing),
        "written": rendering.written,
    }


def rendering_from_json(told: Mapping[str, Any]) -> Rendering:
    """Read it back."""
    use = TemplateUse(tuple(told["names"]), dict(told["unknown"]), tuple(told["notices"]))
    return Rendering(use, tuple(told["missing"]), bool(told["written"]))


def _out_of_time() -> tuple[int, ...]:
    """List how the system ends a process that used up its processor time: asked first, then killed."""
    if sys.platform == "win32":
        return ()
    return (-signal.SIGXCPU, -signal.SIGKILL)


def _refusal(path: Path, done: "subprocess.CompletedProcess[bytes]") -> FileError:
    said = done.stderr.decode("utf-8", "replace").strip()
    match done.returncode:
        case Ending.REFUSED:
            reason, _, remedy = said.partition("\n")
            return TemplateRefused(path, reason, remedy)
        case Ending.OUT_OF_MEMORY:
            return RenderingStopped(path, RenderingLimit.MEMORY, MEGABYTES)
        case Ending.FAILED:
            return RenderingFailed(path, said)
        case status if status in _out_of_time():
            return RenderingStopped(path, RenderingLimit.PROCESSOR, SECONDS)
        case status:
            return RenderingFailed(path, f"signal {-status}" if status < 0 else f"status {status}")
