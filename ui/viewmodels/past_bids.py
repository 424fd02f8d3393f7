"""Reads past bids in child processes and takes what they say into the workspace."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.domain.errors import BidfolioError
from app.domain.incoming import IncomingBid, TakenBids
from app.services.import_bids import import_bids
from ui.tasks import Command, Outcome
from ui.viewmodels.saying import say_count
from ui.viewmodels.session import Session

READABLE = (".docx", ".docm", ".xlsx", ".xlsm", ".pdf")
"""Endings of the completed questionnaires that can be read."""


class PastBids(QObject):
    """Takes in completed questionnaires, all in one deed.

    Signals: `taken` carries the `TakenBids`; `failed` the `BidfolioError` that refused one file.
    """

    taken = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def take_in(self, paths: Sequence[Path]) -> None:
        """Read the files one after another; what can be read is taken in when the last has been read."""
        self._read(tuple(paths), ())

    def _read(self, waiting: tuple[Path, ...], read: tuple[IncomingBid, ...]) -> None:
        if not waiting:
            self._take(read)
            return
        path, rest = waiting[0], waiting[1:]
        load = self._session.ports.load_bid

        def decode(outcome: Outcome) -> IncomingBid:
            return load(outcome.document())

        def refuse(error: BidfolioError) -> None:
            self.failed.emit(error)
            self._read(rest, read)

        command = Command(("questions", str(path), "--answered", "--json"), f"Reading {path.name}")
        self._session.tasks.run(command, decode, lambda bid: self._read(rest, (*read, bid)), refuse)

    def _take(self, bids: tuple[IncomingBid, ...]) -> None:
        if not bids or not self._session.is_open:
            return
        ports, by = self._session.ports, self._session.user
        catalogue, today = ports.catalogue(), ports.now().date()
        self._session.do(
            lambda workspace: import_bids(workspace, bids, ports.facts_asked, catalogue, today, by),
            self._tell,
        )

    def _tell(self, taken: TakenBids) -> None:
        drafts, facts = taken.answers.added, taken.facts.added
        found = f"{say_count(facts, 'fact')} and {say_count(drafts, 'draft')} for the library taken"
        self._session.tell(found if facts or drafts else "Nothing new in these bids", undo=bool(facts or drafts))
        self.taken.emit(taken)
