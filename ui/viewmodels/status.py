"""What the status bar says: where data lies, when it was backed up, what runs."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from app.services.ports import Progress
from ui.tasks import Job
from ui.viewmodels.session import Session


def moment_words(moment: datetime, now: datetime) -> str:
    """Write a moment as near as needed: "today, 08:30", "Fri 11 Dec 2026, 12:00"."""
    if moment.date() == now.date():
        return f"today, {moment:%H:%M}"
    return f"{moment:%a} {moment.day} {moment:%b %Y, %H:%M}"


class Status(QObject):
    """Signals: `changed` says that `parts`, `doing` or `share` did."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._backup: datetime | None = None
        self._job: Job | None = None
        session.opened.connect(self.refresh)
        session.backed_up.connect(self.refresh)
        session.tasks.changed.connect(self._follow)

    @property
    def parts(self) -> tuple[str, ...]:
        """The sentences at the left."""
        now = self._session.ports.now()
        backup = f"Last backup {moment_words(self._backup, now)}" if self._backup else "No backup yet"
        return ("Encrypted on this computer", backup, "Offline")

    @property
    def doing(self) -> str:
        """What runs, with how many of how many; nothing where nothing does."""
        if self._job is None:
            return ""
        progress, more = self._job.progress, len(self._session.tasks.running) - 1
        figures = f", {progress.done} of {progress.total}" if progress.total else ""
        return f"{progress.doing}{figures}" + (f" and {more} more" if more > 0 else "")

    @property
    def share(self) -> float | None:
        """How far it has come, 0 to 1; None where that is not known."""
        progress = self._job.progress if self._job else None
        return progress.done / progress.total if progress and progress.total else None

    def cancel(self) -> None:
        """Stop what runs."""
        if self._job is not None:
            self._job.cancel()

    def refresh(self) -> None:
        """Look when the workspace was backed up last."""
        workspace = self._session.workspace

        def look() -> datetime | None:
            kept = workspace.backups()
            return kept[0].made_at if kept else None

        self._session.aside(look, self._take)

    def _take(self, backup: datetime | None) -> None:
        self._backup = backup
        self.changed.emit()

    def _follow(self) -> None:
        running = self._session.tasks.running
        job = running[0] if running else None
        if job is not self._job:
            self._job = job
            if job is not None:
                job.progressed.connect(self._progress)
        self.changed.emit()

    def _progress(self, _progress: Progress) -> None:
        self.changed.emit()
