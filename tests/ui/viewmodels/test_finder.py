"""Ctrl K asks every provider and drops what comes too late."""

from ui.viewmodels.finder import Deliver, Finder, Found, fits


def found(title: str) -> Found:
    return Found(title, lambda: None)


def titles(results: list[object]) -> list[str]:
    return [one.title for one in results[-1]]  # type: ignore[attr-defined]


def test_results_stand_in_the_order_of_their_providers_whoever_is_first(qapp: object) -> None:
    finder, results = Finder(), []
    later: list[Deliver] = []
    finder.found.connect(results.append)
    finder.add(lambda _words, deliver: later.append(deliver))
    finder.add(lambda words, deliver: deliver([found(words)]))
    finder.search("  Insurance  cover ")
    assert titles(results) == ["insurance cover"]
    later[0]([found("Page")])
    assert titles(results) == ["Page", "insurance cover"]


def test_what_an_older_question_brings_is_dropped(qapp: object) -> None:
    finder, results = Finder(), []
    later: list[Deliver] = []
    finder.found.connect(results.append)
    finder.add(lambda _words, deliver: later.append(deliver))
    finder.search("a")
    finder.search("ab")
    later[0]([found("old")])
    assert results == []
    later[1]([found("new")])
    assert titles(results) == ["new"]


def test_a_provider_that_left_is_asked_no_more(qapp: object) -> None:
    finder, asked = Finder(), []

    def provider(words: str, _deliver: Deliver) -> None:
        asked.append(words)

    finder.add(provider)
    finder.remove(provider)
    finder.search("a")
    assert asked == []


def test_words_fit_by_their_beginnings_in_any_order() -> None:
    assert fits("poli heal", "Health and safety policy")
    assert not fits("afety", "Health and safety policy")
    assert fits("", "anything")
