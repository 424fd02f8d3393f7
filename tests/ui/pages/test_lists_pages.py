"""Evidence, policies, case studies and people by keys and mouse: a list, a form, a file, undo."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from pytestqt.qtbot import QtBot

from app.domain.preferences import ThemeChoice
from app.domain.records import CaseStudy, Evidence
from tests.samples.window_session import make_session
from tests.samples.workspace_in_memory import MemoryWorkspace
from ui.pages.case_studies_and_people import CaseStudiesAndPeoplePage
from ui.pages.evidence import EvidencePage
from ui.viewmodels.navigation import Place, Target
from ui.widgets.value_editor import ValueEditor

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def workspace() -> MemoryWorkspace:
    made = MemoryWorkspace()
    for number, ends in enumerate((date(2026, 11, 1), date(2026, 12, 24), date(2028, 1, 1))):
        made.unit.evidence.add(Evidence(f"e{number}", "insurance.cyber", f"Cyber {number}", "Mutual", ends=ends))
    made.unit.case_studies.add(CaseStudy("c1", "Repairs portal", "Tarn Valley Homes", tags=("IT",)))
    return made


@pytest.fixture
def page(qtbot: QtBot, workspace: MemoryWorkspace) -> EvidencePage:
    return show(qtbot, EvidencePage(make_session(workspace)))


def show(qtbot: QtBot, page: EvidencePage) -> EvidencePage:
    page.resize(1368, 940)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitExposed(page)
    return page


def field(page: EvidencePage, name: str) -> ValueEditor:
    return page.shown.form._fields[name][1]


def test_what_lapses_is_counted_in_words_and_in_the_navigation(page: EvidencePage, theme: ThemeChoice) -> None:
    assert page.head._context.text() == "1 record lapsed  ·  1 lapses soon"
    assert page.session.navigation.count(Place.EVIDENCE) == 2
    assert [page.shown.table.model().index(row, 2).data() for row in range(3)] == [
        "Lapsed, Lapsed 1 Nov 2026", "Lapses soon, To 24 Dec 2026", "In date, To 1 Jan 2028",
    ]  # fmt: skip


def test_a_filter_shows_only_what_lapsed(page: EvidencePage) -> None:
    page.shown.filters.chosen.emit("lapsed")
    assert [row.title for row in page.shown.table.rows] == ["Cyber 0"]


def test_an_edit_is_saved_by_its_key_and_undone(page: EvidencePage, qtbot: QtBot) -> None:
    page.shown.table.setFocus()
    qtbot.keyClick(page.shown.table, Qt.Key.Key_Return)
    title = field(page, "title").focusProxy()
    title.setFocus()
    qtbot.keyClick(title, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(title, "Cyber insurance 2025")
    qtbot.keyClick(title, Qt.Key.Key_Return, CTRL)
    assert page.shown.table.rows[0].title == "Cyber insurance 2025"
    page.session.undo()
    assert page.shown.table.rows[0].title == "Cyber 0"


def test_going_on_keeps_what_was_changed(page: EvidencePage, qtbot: QtBot) -> None:
    number = field(page, "number").focusProxy()
    number.setFocus()
    qtbot.keyClicks(number, "CY-77")
    page.shown.table.setFocus()
    qtbot.keyClick(page.shown.table, Qt.Key.Key_Down)
    assert page.shown.table.rows[0].note.endswith("CY-77")
    assert page.shown.model.open_id == "e1"


def test_a_wrong_date_is_told_in_the_form(page: EvidencePage, qtbot: QtBot) -> None:
    ends = field(page, "ends").focusProxy()
    ends.setFocus()
    qtbot.keyClick(ends, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(ends, "next year")
    qtbot.mouseClick(page.shown.form.save, Qt.MouseButton.LeftButton)
    assert page.shown.form._fields["ends"][0].error == "This is not a date. Write it as 11 Dec 2026."
    assert page.shown.table.rows[0].until == "Lapsed 1 Nov 2026"


def test_new_evidence_with_a_dropped_file_is_kept_and_can_be_opened(
    page: EvidencePage, qtbot: QtBot, workspace: MemoryWorkspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "PL.pdf"
    file.write_bytes(b"%PDF certificate")
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    field(page, "kind").set_value("insurance.public_liability")
    drop(page, file)
    assert page.shown.form._attached.text() == "PL.pdf"
    qtbot.mouseClick(page.shown.form.save, Qt.MouseButton.LeftButton)
    kept = workspace.unit.evidence.all()[-1]
    assert (kept.kind, kept.file) == ("insurance.public_liability", "PL.pdf")
    opened: list[bytes] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", staticmethod(lambda url: opened.append(Path(url.toLocalFile()).read_bytes()))
    )
    page.shown.form.file_wanted.emit()
    assert opened == [b"%PDF certificate"]


def drop(page: EvidencePage, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    page.shown.form.dropEvent(event)


def test_removing_needs_no_question_because_it_is_undone(page: EvidencePage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.shown.form.remove, Qt.MouseButton.LeftButton)
    assert [row.title for row in page.shown.table.rows] == ["Cyber 1", "Cyber 2"]
    page.session.undo()
    assert len(page.shown.table.rows) == 3


def test_a_discarded_form_keeps_nothing(page: EvidencePage, qtbot: QtBot, workspace: MemoryWorkspace) -> None:
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    assert page.shown.form.remove.text() == "Discard"
    qtbot.mouseClick(page.shown.form.remove, Qt.MouseButton.LeftButton)
    assert len(workspace.unit.evidence.all()) == 3


def test_a_link_from_elsewhere_opens_its_record(page: EvidencePage) -> None:
    page.show_target(Target(Place.EVIDENCE, "e2"))
    assert page.shown.model.open_id == "e2"
    page.show_target(Target(Place.EVIDENCE, part="policies"))
    assert page.shown is page.lists["policies"]


def test_an_empty_list_says_what_belongs_there(page: EvidencePage, qtbot: QtBot) -> None:
    page.show_tab("policies")
    qtbot.mouseClick(page.shown._empty.button, Qt.MouseButton.LeftButton)
    assert page.shown.model.is_adding
    assert page.shown.form.accessibleName() == "The open policy"


def test_a_person_is_added_beside_the_case_studies(qtbot: QtBot, workspace: MemoryWorkspace) -> None:
    page = CaseStudiesAndPeoplePage(make_session(workspace))
    show(qtbot, page)  # type: ignore[arg-type]
    assert page.head._context.text() == "1 case study  ·  0 people"
    page.show_tab("people")
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    name = page.shown.form._fields["name"][1].focusProxy()
    qtbot.keyClicks(name, "Ann Field")
    qtbot.keyClick(name, Qt.Key.Key_Return, CTRL)
    assert [row.title for row in page.shown.table.rows] == ["Ann Field"]
    assert page.head._context.text() == "1 case study  ·  1 person"
