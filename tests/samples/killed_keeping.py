"""Work on a workspace that is killed many times over, at a random moment or inside a transaction.

What is left is looked at each time. Everything is imported once; each run is a fork that says through a pipe what
was committed, until it is killed.
"""

import json
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import alembic.command
import alembic.config

from app.domain.errors import WrongPassphrase
from app.domain.incoming import IncomingAnswers
from app.domain.records import AnswerVariant, Fact, LibraryAnswer
from app.services.import_answers import import_answers
from app.storage.lock_file import lock_path
from app.storage.workspace import SqlWorkspace
from tests.samples import records
from tests.samples.workspaces import PASSPHRASE, cheap_workspaces, new_id, new_workspace

__all__ = ["alembic"]

OLD = Path(__file__).parents[1] / "old"
BATCH = 40
AIMED = 4
"""One kill of so many is aimed inside a transaction; by chance few would be, on a busy machine."""
Say = Callable[[], None]


def write(path: Path, say: Say) -> None:
    """Type one fact after another."""
    workspace = cheap_workspaces().open(path, PASSPHRASE)
    while True:
        with workspace.work("Type") as work:
            work.facts.add(Fact(new_id(), key="supplier.description", value="word " * 400))
        say()


def take_in(path: Path, say: Say) -> None:
    """Import tables of answers."""
    workspace = cheap_workspaces().open(path, PASSPHRASE)
    for number in range(10_000):
        text = f"Answer {number} " * 100
        answers = tuple(
            LibraryAnswer(new_id(), key=f"{number}-{one}", questions=("What?",), variants=(AnswerVariant(text),))
            for one in range(BATCH)
        )
        import_answers(workspace, IncomingAnswers(Path("answers.csv"), answers))
        say()


def migrate(path: Path, say: Say) -> None:
    """Open a workspace of the first schema, which backs it up and brings it up to date."""
    cheap_workspaces().open(path, PASSPHRASE)
    say()


def rekey(path: Path, say: Say) -> None:
    """Give it another passphrase."""
    workspace = cheap_workspaces().open(path, PASSPHRASE)
    workspace.change_passphrase("the newer one")
    say()


def back_up(path: Path, say: Say) -> None:
    """Write backups."""
    workspace = cheap_workspaces().open(path, PASSPHRASE)
    while True:
        workspace.back_up()
        say()


def _facts_there(workspace: SqlWorkspace, said: int) -> None:
    with workspace.work("Look") as work:
        count = len(work.facts.all())
    assert count in (said, said + 1), f"{said} were committed, {count} are there"


def _answers_there(workspace: SqlWorkspace, said: int) -> None:
    with workspace.work("Look") as work:
        count = len(work.profile().answers)
    assert count in (said * BATCH, (said + 1) * BATCH), f"{said} imports were committed, {count} answers are there"


def _records_there(workspace: SqlWorkspace, _said: int) -> None:
    with workspace.work("Look") as work:
        for name, record in records.ALL.items():
            assert getattr(work, name).get(record.id) == record, f"{name} is not what it was"


def _backups_whole(workspace: SqlWorkspace, said: int) -> None:
    backups = workspace.backups()
    assert len(backups) >= min(said, 10), f"{said} backups were made, {len(backups)} are there"
    for backup in backups:
        assert cheap_workspaces().look_into(backup.path, PASSPHRASE).is_whole, f"{backup.path.name} is damaged"


KINDS: dict[str, tuple[Callable[[Path, Say], None], Callable[[SqlWorkspace, int], None], float]] = {
    "writes": (write, _facts_there, 0.12),
    "imports": (take_in, _answers_there, 0.2),
    "migrations": (migrate, _records_there, 0.12),
    "passphrases": (rekey, _records_there, 0.12),
    "backups": (back_up, _backups_whole, 0.15),
}
"""For each kind: the work, what must be there afterwards, and within how many seconds it is killed."""


def start(folder: Path, kind: str) -> Path:
    """Give the workspace to begin with."""
    if kind in ("migrations", "passphrases"):
        version = "0001" if kind == "migrations" else max(path.stem for path in OLD.glob("*.bidfolio"))
        return Path(shutil.copy(OLD / f"{version}.bidfolio", folder / "sample.bidfolio"))
    workspace = new_workspace(folder)
    workspace.close()
    return workspace.path


def kill_once(path: Path, kind: str, rng: random.Random, *, aimed: bool) -> tuple[int, bool]:
    """Fork, kill, and give how much was said to be committed, and whether a transaction was under way.

    `aimed` kills inside a transaction as far as there is one; else it is at any moment.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _work(kind, path, writing)
    os.close(writing)
    if aimed:
        _stop_inside(child, path)
    else:
        time.sleep(rng.uniform(0.002, KINDS[kind][2]))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        said = len(pipe.read())
    return said, _in_transaction(path)


def _in_transaction(path: Path) -> bool:
    journal = path.with_name(f"{path.name}-journal")
    return journal.exists() and journal.stat().st_size > 0


def _stop_inside(child: int, path: Path) -> None:
    """Stop the child while it is inside a transaction; where it ended without one seen, it is left as it is."""
    while os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        if _in_transaction(path):
            os.kill(child, signal.SIGSTOP)
            os.waitid(os.P_PID, child, os.WSTOPPED | os.WEXITED | os.WNOWAIT)
            if _in_transaction(path):
                return
            os.kill(child, signal.SIGCONT)
        time.sleep(0.0002)


def _work(kind: str, path: Path, writing: int) -> NoReturn:
    """Work in the fork; it ends here, whatever happens."""
    try:
        KINDS[kind][0](path, lambda: os.write(writing, b".") and None)
    finally:
        os._exit(0)


def look(path: Path, kind: str, said: int) -> None:
    """Open what is left and see that nothing committed is lost. Raises AssertionError."""
    try:
        workspace = cheap_workspaces().open(path, PASSPHRASE)
    except WrongPassphrase:
        assert kind == "passphrases", "the passphrase does not fit any more"
        workspace = cheap_workspaces().open(path, "the newer one")
    KINDS[kind][1](workspace, said)
    with workspace.work("Look") as work:
        assert work.journal.first_broken() is None, "the hashes do not hold"
    assert workspace.is_whole(), "a page is damaged"
    workspace.close()
    assert not lock_path(path).exists(), "the lock of the killed program stayed"


def main(kind: str, runs: int, seed: int, folder: Path) -> dict[str, int]:
    """Kill `runs` times and give the row of the table."""
    rng = random.Random(seed)
    row = {"runs": 0, "in a transaction": 0, "committed": 0, "lost or damaged": 0}
    for number in range(runs):
        place = folder / f"{kind}-{number}"
        place.mkdir()
        path = start(place, kind)
        said, torn = kill_once(path, kind, rng, aimed=kind != "backups" and number % AIMED == 0)
        row["runs"] += 1
        row["in a transaction"] += torn
        row["committed"] += said
        try:
            look(path, kind, said)
        except AssertionError as error:
            row["lost or damaged"] += 1
            sys.stderr.write(f"{kind} {number}: {error}\n")
            continue
        shutil.rmtree(place)
    return row


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))))
