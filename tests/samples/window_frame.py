"""A window on real workspaces under keys that are quickly made; everything happens at once."""

import hashlib
import io
import sys
from contextlib import redirect_stderr
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtTest import QTest

from app.__main__ import main
from app.bootstrap import build_ports
from app.domain.preferences import Preferences, ThemeChoice
from app.services.ports import NoKeyMemory, Ports
from app.services.run_demo import PASSPHRASE as SAMPLE_PASSPHRASE
from app.storage import SqlWorkspaces
from ui.main_window import MainWindow
from ui.pages.registry import FACTORIES
from ui.tasks import Command, InlineTasks, Outcome
from ui.tasks.tasks import Tasks
from ui.viewmodels.gate import Gate, Places
from ui.viewmodels.session import Session

PASSPHRASE = "quay lantern ledger harbour"


def quick_key(passphrase: str, salt: bytes) -> bytes:
    """Make a key in no time, for tests alone."""
    return hashlib.sha256(salt + passphrase.encode()).digest()


def quick_ports() -> Ports:
    """Give the real ports, with keys that are quickly made and no keyring."""
    return replace(build_ports(), workspaces=SqlWorkspaces(quick_key), keyring=NoKeyMemory())


def run_here(command: Command) -> tuple[Outcome, str]:
    """Run a command of the command line in this process."""
    out, errors = io.StringIO(), io.StringIO()
    before_out, before_in = sys.stdout, sys.stdin
    sys.stdout, sys.stdin = out, io.TextIOWrapper(io.BytesIO(command.stdin), "utf-8")
    try:
        with redirect_stderr(errors):
            status = main(command.arguments)
    finally:
        sys.stdout, sys.stdin = before_out, before_in
    return Outcome(status, out.getvalue().encode()), errors.getvalue()


@dataclass
class Frame:
    """A window, what stands behind it, and where its files lie."""

    window: MainWindow
    session: Session
    gate: Gate
    folder: Path
    kept: list[Preferences]

    def make_workspace(self, name: str = "Harbour Systems Ltd") -> Path:
        """Make a workspace and open it."""
        path = self.folder / f"{name}.bidfolio"
        self.gate.make(path, PASSPHRASE)
        return path

    def places_sample(self) -> None:
        """Put a workspace where the sample would be."""
        path = self.gate.places.sample_workspace
        path.parent.mkdir()
        self.session.ports.workspaces.create(path, SAMPLE_PASSPHRASE).close()

    def end(self) -> None:
        """Close everything."""
        self.window.close()
        self.session.tasks.close()
        self.window.deleteLater()


def make_frame(
    folder: Path,
    tasks: Tasks | None = None,
    ports: Ports | None = None,
    paths: tuple[Path, ...] = (),
    **preferences: object,
) -> Frame:
    """Show a window of 1600 x 980 before any workspace is open."""
    kept: list[Preferences] = []
    usual = Preferences(user="P. Shah", theme=ThemeChoice.LIGHT, reduced_motion=True)
    chosen = replace(usual, **preferences)  # type: ignore[arg-type]
    session = Session(ports or quick_ports(), tasks or InlineTasks(run_here), chosen, kept.append)
    gate = Gate(session, Places(folder, folder / "sample"))
    gate.point_at(paths)
    window = MainWindow(session, gate, FACTORIES)
    if not chosen.geometry:
        window.resize(1600, 980)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    return Frame(window, session, gate, folder, kept)
