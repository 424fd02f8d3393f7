"""What holds for every kind of file: the proof, the target, what is left."""

from collections.abc import Mapping
from pathlib import Path

import docx
import pytest

from app.domain.errors import FileUnwritable, FillUnproven, KindUnsupported
from app.domain.questionnaire import Question, Questionnaire, Slot
from app.fillers import fill_file
from app.fillers import word as word_filler
from app.fillers.patch import Patch
from app.readers import read_file
from tests.samples.word import p, write_docx

QUESTIONNAIRE = Questionnaire(
    "b.docx", "docx", "", (Question("q", "Name", Slot("p0")), Question("r", "Age", Slot("p1")))
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_docx(tmp_path / "b.docx", p("Name: ____"), p("Age: ____"), p("Terms"))


def test_a_question_without_an_answer_is_left_and_named(source: Path, tmp_path: Path) -> None:
    report = fill_file(source, QUESTIONNAIRE, {"q": "Thistle"}, tmp_path / "f.docx")
    assert [(one.question_id, one.reason, one.refused) for one in report.left] == [("r", "No answer yet.", False)]


def test_an_answer_to_no_question_is_refused(source: Path, tmp_path: Path) -> None:
    report = fill_file(source, QUESTIONNAIRE, {"q-none": "x"}, tmp_path / "f.docx")
    assert any(one.question_id == "q-none" and one.refused for one in report.left)


def test_two_answers_to_one_place_are_not_both_written(source: Path, tmp_path: Path) -> None:
    twice = Questionnaire("b.docx", "docx", "", (*QUESTIONNAIRE.questions, Question("s", "Name", Slot("p0"))))
    report = fill_file(source, twice, {"q": "a", "s": "b"}, tmp_path / "f.docx")
    assert {one.question_id: one.reason for one in report.left}["s"] == "Another answer goes to the same place."


def test_a_change_outside_the_answers_stops_the_delivery(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = word_filler.patch_package

    def clumsy(archive: object, questionnaire: Questionnaire, answers: Mapping[str, object]) -> Patch:
        patch = honest(archive, questionnaire, answers)  # type: ignore[arg-type]
        patch.parts["word/document.xml"] = patch.parts["word/document.xml"].replace(b"Terms", b"Other terms")
        return patch

    monkeypatch.setattr(word_filler, "patch_package", clumsy)
    target = tmp_path / "f.docx"
    with pytest.raises(FillUnproven) as raised:
        fill_file(source, QUESTIONNAIRE, {"q": "x"}, target)
    assert raised.value.places == ("p2",)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.docx"]


@pytest.mark.parametrize("lost", [b"Name: ", b"Thistle"])
def test_words_lost_inside_the_place_of_an_answer_stop_the_delivery(
    lost: bytes, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = word_filler.patch_package

    def clumsy(archive: object, questionnaire: Questionnaire, answers: Mapping[str, object]) -> Patch:
        patch = honest(archive, questionnaire, answers)  # type: ignore[arg-type]
        patch.parts["word/document.xml"] = patch.parts["word/document.xml"].replace(lost, b"")
        return patch

    monkeypatch.setattr(word_filler, "patch_package", clumsy)
    with pytest.raises(FillUnproven) as raised:
        fill_file(source, QUESTIONNAIRE, {"q": "Thistle"}, tmp_path / "f.docx")
    assert raised.value.places == ("p0",)
    assert not (tmp_path / "f.docx").exists()


def test_a_folder_that_is_not_there_is_said(source: Path, tmp_path: Path) -> None:
    with pytest.raises(FileUnwritable):
        fill_file(source, QUESTIONNAIRE, {"q": "x"}, tmp_path / "none" / "f.docx")


def test_a_text_file_is_not_filled(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("1. Who are you?\n")
    with pytest.raises(KindUnsupported):
        fill_file(path, QUESTIONNAIRE, {}, tmp_path / "out.txt")


def test_the_report_says_what_stood_in_each_place_before(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(0, 2)
    for asked, prompt in (("What is your company number?", ""), ("Are you an SME?", "Yes ☐ No ☐")):
        row = table.add_row().cells
        row[0].text, row[1].text = asked, prompt
    path = tmp_path / "form.docx"
    document.save(str(path))
    questionnaire = read_file(path)
    answers = dict(zip((one.id for one in questionnaire), ("01234567", True), strict=True))
    report = fill_file(path, questionnaire, answers, tmp_path / "out.docx")
    assert [one.before for one in report.filled] == ["", "Yes ☐ No ☐"]
