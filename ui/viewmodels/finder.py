"""What Ctrl K finds: pages, actions, and whatever other providers know."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that can be chosen."""

    title: str
    act: Callable[[], None]
    note: str = ""
    icon: str = "next"
    key: str = ""
    """The key that does the same."""
    group: str = "Pages"


Deliver: TypeAlias = Callable[[Sequence[Found]], None]
Provider: TypeAlias = Callable[[str, Deliver], None]
"""Gets what was typed, in small letters, and delivers what fits, at once or later on the window's thread."""


def fits(words: str, *texts: str) -> bool:
    """Tell whether every word typed begins a word of the texts."""
    known = " ".join(texts).lower().split()
    return all(any(one.startswith(word) for one in known) for word in words.split())


class Finder(QObject):
    """Asks every provider and collects what they find.

    Signals: `found` carries a tuple of `Found`, in the order of the providers, each time another one has delivered.
    """

    found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._providers: list[Provider] = []
        self._asked = 0
        self._results: list[Sequence[Found]] = []

    def add(self, provider: Provider) -> None:
        """Ask one more provider from now on."""
        self._providers.append(provider)

    def remove(self, provider: Provider) -> None:
        """Ask it no more."""
        if provider in self._providers:
            self._providers.remove(provider)

    def search(self, words: str) -> None:
        """Ask for what fits; results of an older question are dropped."""
        self._asked += 1
        self._results = [() for _ in self._providers]
        plain = " ".join(words.lower().split())
        for number, provider in enumerate(tuple(self._providers)):
            provider(plain, self._receiver(self._asked, number))

    def _receiver(self, asked: int, number: int) -> Deliver:
        def deliver(results: Sequence[Found]) -> None:
            if asked == self._asked:
                self._results[number] = tuple(results)
                self.found.emit(tuple(one for part in self._results for one in part))

        return deliver
