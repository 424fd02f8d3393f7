"""The list of suggestions: whole answers first, then passages under a title of their own."""

from pytestqt.qtbot import QtBot

from app.domain.suggestions import Source, SourceKind, Suggestion
from ui.pages.suggestion_list import SuggestionList


def _offer(number: int, *, passage: bool = False) -> Suggestion:
    source = Source(SourceKind.ANSWER, f"a{number}", f"Answer {number}", "kept under “Service desk”")
    return Suggestion("q", f"Words {number}", f"Words {number}", 0.5, source, passage)


def _shown(made: SuggestionList) -> list[str]:
    """List what stands in the column from above: the title of the passages, and the rows by number."""
    column = made._column
    widgets = [column.itemAt(at).widget() for at in range(column.count())]
    names = {one: f"row {number}" for number, one in enumerate(made._rows, 1)} | {made._build: "title"}
    return [names[one] for one in widgets if one in names and not one.isHidden()]


def test_passages_stand_below_a_title_of_their_own_and_are_put_in_by_number(qtbot: QtBot) -> None:
    made = SuggestionList()
    qtbot.addWidget(made)
    made.show_suggestions([_offer(1), _offer(2, passage=True), _offer(3, passage=True)], working=False)
    assert _shown(made) == ["row 1", "title", "row 2", "row 3"]
    with qtbot.waitSignal(made.wanted) as wanted:
        made._rows[2].button.click()
    assert wanted.args == [3]


def test_without_passages_there_is_no_title(qtbot: QtBot) -> None:
    made = SuggestionList()
    qtbot.addWidget(made)
    made.show_suggestions([_offer(2, passage=True)], working=False)
    made.show_suggestions([_offer(1)], working=False)
    assert _shown(made) == ["row 1"]
