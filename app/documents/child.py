"""Rendering in a process of its own, with limits: no sandbox of Jinja stops `{{ 9**9**9 }}`."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.domain.documents import DocumentData, Rendering, TemplateUse
from app.domain.errors import TemplateRefused
from app.paths import own_program, state_folder

SECONDS = 3
"""Processor time one rendering may take: forty pages take a tenth of a second."""
WAIT = 5 if sys.platform == "win32" else 60
"""Seconds until it is ended all the same; where the system limits processor time this only ends a stuck one."""
MEGABYTES = 1024
REFUSED = 3
"""Exit status of a template that was refused, with the sentence on standard error."""
_TOO_MUCH = "Look for a loop that never ends or a number without measure in its tags."


def render_in_child(path: Path, data: DocumentData, *, gaps: bool) -> tuple[bytes | None, Rendering]:
    """Render as `render_document` does, within limits of time and memory. Raises `TemplateRefused`, a `FileError`."""
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
            raise TemplateRefused(path, "takes too long to render and was stopped", _TOO_MUCH) from error
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
        "used": list(rendering.used),
        "written": rendering.written,
    }


def rendering_from_json(told: Mapping[str, Any]) -> Rendering:
    """Read it back."""
    use = TemplateUse(tuple(told["names"]), dict(told["unknown"]), tuple(told["notices"]))
    return Rendering(use, tuple(told["missing"]), tuple(told["used"]), bool(told["written"]))


def _refusal(path: Path, done: "subprocess.CompletedProcess[bytes]") -> TemplateRefused:
    if done.returncode == REFUSED:
        reason, _, remedy = done.stderr.decode("utf-8", "replace").strip().partition("\n")
        return TemplateRefused(path, reason, remedy)
    return TemplateRefused(path, "takes more time or memory than a document needs, and was stopped", _TOO_MUCH)
