"""The workspace locks itself when nobody is there, and after the computer slept."""

import pytest

from ui.viewmodels.lock_watch import TICK_SECONDS, LockWatch


class Clocks:
    """Two clocks that a test turns by hand."""

    def __init__(self) -> None:
        self.steady = 1000.0
        self.wall = 5_000_000.0

    def pass_by(self, seconds: float, *, asleep: float = 0) -> None:
        self.steady += seconds
        self.wall += seconds + asleep


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


def make_watch(clocks: Clocks, minutes: int) -> tuple[LockWatch, list[bool]]:
    watch = LockWatch(lambda: minutes, lambda: clocks.steady, lambda: clocks.wall)
    due: list[bool] = []
    watch.due.connect(lambda: due.append(True))
    watch.start()
    return watch, due


def tick(watch: LockWatch, clocks: Clocks, seconds: int) -> None:
    for _ in range(seconds // TICK_SECONDS):
        clocks.pass_by(TICK_SECONDS)
        watch.tick()


def test_it_is_due_after_the_minutes_that_were_set(qapp: object, clocks: Clocks) -> None:
    watch, due = make_watch(clocks, 15)
    tick(watch, clocks, 14 * 60)
    assert due == []
    tick(watch, clocks, 60)
    assert due == [True]


def test_a_key_or_a_click_starts_the_count_anew(qapp: object, clocks: Clocks) -> None:
    watch, due = make_watch(clocks, 1)
    tick(watch, clocks, 55)
    watch.touch()
    tick(watch, clocks, 55)
    assert due == []


def test_never_means_never(qapp: object, clocks: Clocks) -> None:
    watch, due = make_watch(clocks, 0)
    tick(watch, clocks, 24 * 3600)
    assert due == []


@pytest.mark.parametrize("minutes", [0, 15])
def test_waking_up_locks_at_once(qapp: object, clocks: Clocks, minutes: int) -> None:
    watch, due = make_watch(clocks, minutes)
    clocks.pass_by(TICK_SECONDS, asleep=3600)
    watch.tick()
    assert due == [True]


def test_a_slow_moment_is_no_sleep(qapp: object, clocks: Clocks) -> None:
    watch, due = make_watch(clocks, 15)
    clocks.pass_by(TICK_SECONDS + 20)
    watch.tick()
    assert due == []
