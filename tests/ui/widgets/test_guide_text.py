"""A page of the guide in the window."""

from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from ui.widgets.guide_text import GuideText

PAGE = """# Evidence

Certificates and insurances.

![Evidence](../../screens/evidence-light.png)

## Dates

- **Start** and end; see [tenders](tenders.md).
"""


def _shown(qtbot: QtBot, markdown: str) -> GuideText:
    view = GuideText()
    qtbot.addWidget(view)
    view.resize(360, 100)
    view.show()
    view.show_page(markdown)
    return view


def test_the_title_and_the_pictures_are_left_out(qtbot: QtBot) -> None:
    text = _shown(qtbot, PAGE).toPlainText()
    assert text.splitlines()[0] == "Certificates and insurances."
    assert "￼" not in text


def test_a_heading_keeps_its_words(qtbot: QtBot) -> None:
    assert "Dates" in _shown(qtbot, PAGE).toPlainText().splitlines()


def test_the_whole_text_is_as_high_as_it_needs_to_be(qtbot: QtBot) -> None:
    long, short = (_shown(qtbot, PAGE + "Word. " * count) for count in (400, 4))
    assert long.height() > short.height() * 3
    assert long.verticalScrollBar().maximum() == 0


def test_a_link_to_another_page_is_asked_for_and_nothing_else_is_opened(qtbot: QtBot) -> None:
    view = _shown(qtbot, PAGE)
    with qtbot.waitSignal(view.asked) as asked:
        view.anchorClicked.emit(QUrl("tenders.md"))
    assert asked.args == ["tenders.md"]
    with qtbot.assertNotEmitted(view.asked):
        view.anchorClicked.emit(QUrl("https://example.com/"))
