"""`bidfolio --smoke`: the main job on the sample, from nothing to two proven filled files, and nothing left behind."""

import argparse
import json
import os
import platform
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

from app.bootstrap import Ports
from app.commands.outcome import Exit, say
from app.commands.workspace import VARIABLE
from app.paths import RESOURCES, is_frozen, own_program, window_program
from app.services.run_demo import PASSPHRASE, Demo, DemoFill, run_demo

TEMPLATE = "core-supplier-information"
LIMIT = 120
"""Seconds for a child process to read one buyer's file."""


def try_main_job(_arguments: argparse.Namespace, ports: Ports) -> Exit:
    """Make, import, read, match, fill, verify and delete; give 1 where something is not as it should be."""
    kind = "packaged program" if is_frozen() else "checkout"
    say(f"Bidfolio smoke test, {kind}, {platform.system()} {platform.machine()}")
    sample = RESOURCES / "sample"
    with tempfile.TemporaryDirectory(prefix="bidfolio-smoke-") as name:
        folder = Path(name).resolve()
        demo = run_demo(ports, sample, folder, ports.now().date())
        found = [
            *_wrong_in_workspace(ports, demo),
            *_wrong_in_programs(demo),
            *_wrong_in_document(demo, folder),
        ]
        for fill in demo.fills:
            found += _wrong_in_fill(ports, sample, fill)
    if Path(name).exists():
        found.append(f"{name} could not be deleted")
    for one in found:
        say(f"WRONG: {one}")
    say("Failed." if found else "Passed; everything made was deleted again.")
    return Exit.FOUND_WRONG if found else Exit.DONE


def _wrong_in_workspace(ports: Ports, demo: Demo) -> Iterator[str]:
    workspace = ports.workspaces.open(demo.workspace, PASSPHRASE)
    try:
        with workspace.work("Look") as unit:
            facts, answers = len(unit.facts.all()), len(unit.answers.all())
            vectors = len(unit.vectors.digests(ports.meaning.model)) if ports.meaning.model else 0
        whole = workspace.is_whole()
    finally:
        workspace.close()
    say(f"Workspace: {demo.supplier}, {facts} facts, {answers} answers, {vectors} texts read by the language model")
    if not whole:
        yield "the workspace is damaged"
    if not facts or not answers:
        yield "the sample was not imported"
    if is_frozen() and not vectors:
        yield "the language model did not run"


def _wrong_in_fill(ports: Ports, sample: Path, fill: DemoFill) -> Iterator[str]:
    name, report = fill.buyers_file.name, fill.report
    say(f"{name}: {len(fill.questionnaire.questions)} questions, {len(report.filled)} answers written and read back")
    if not report.filled:
        yield f"nothing was written into the copy of {name}"
    if fill.buyers_file.read_bytes() != (sample / "buyers" / name).read_bytes():
        yield f"the buyer's own file {name} was changed"
    if fill.filled_file.read_bytes() == fill.buyers_file.read_bytes() or not ports.read(fill.filled_file).questions:
        yield f"the filled copy of {name} does not hold what was written"


def _wrong_in_document(demo: Demo, folder: Path) -> Iterator[str]:
    """Make a document from a shipped template: it is rendered in a child process of a child process."""
    out = folder / "document.docx"
    command = [*own_program(), "generate", TEMPLATE, "-w", str(demo.workspace), "--gaps", "--out", str(out)]
    child = subprocess.run(
        command,
        env={**os.environ, VARIABLE: PASSPHRASE},
        capture_output=True,
        timeout=LIMIT,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    if child.returncode not in (Exit.DONE, Exit.FOUND_WRONG) or not out.is_file():
        yield f"no document was made ({child.returncode}): {child.stderr.decode('utf-8', 'replace')[-400:]}"
    elif demo.supplier not in _main_part(out):
        yield "the document does not name the supplier"
    else:
        say(f"Document: {TEMPLATE} made, it names {demo.supplier}")


def _main_part(document: Path) -> str:
    with ZipFile(document) as package:
        return package.read("word/document.xml").decode()


def _wrong_in_programs(demo: Demo) -> Iterator[str]:
    """Start our own command line as the window does when it reads a file."""
    fill = demo.fills[0]
    command = [*own_program(), "questions", str(fill.buyers_file), "--json"]
    child = subprocess.run(command, capture_output=True, timeout=LIMIT, stdin=subprocess.DEVNULL, check=False)
    if child.returncode:
        yield f"the child process ended with {child.returncode}: {child.stderr.decode('utf-8', 'replace')[-400:]}"
    elif len(json.loads(child.stdout)["questions"]) != len(fill.questionnaire.questions):
        yield "the child process read other questions"
    else:
        say("Child process: reads the same questions")
    if is_frozen() and not Path(window_program()[0]).is_file():
        yield "the window's program is missing"
