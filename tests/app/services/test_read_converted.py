from pathlib import Path

import pytest

from app.domain.errors import FileUnwritable, KindUnsupported, NothingToConvert, TargetExists, TargetIsSource
from app.domain.questionnaire import Questionnaire
from app.services.ports import Ports
from app.services.read_converted import read_converted


def _read(path: Path) -> Questionnaire:
    if path.suffix == ".doc":
        raise KindUnsupported(path, "an old file", "Save a copy.", converts_to="docx")
    if path.suffix == ".png":
        raise KindUnsupported(path, "a picture", "Ask again.")
    return Questionnaire(path.name, "docx", "")


def _convert(source: Path, ending: str, target: Path) -> None:
    target.write_text(f"{source.name} as {ending}")


@pytest.fixture
def ports() -> Ports:
    return Ports(read=_read, convert=_convert, fill=None, match=None, workspaces=None, catalogue=None)


def _file(folder: Path, name: str) -> Path:
    (folder / name).write_text("as it was")
    return folder / name


def test_the_copy_is_written_where_asked_and_read(ports: Ports, tmp_path: Path) -> None:
    source, target = _file(tmp_path, "a.doc"), tmp_path / "a.docx"
    assert read_converted(ports, source, target).file_name == "a.docx"
    assert target.read_text() == "a.doc as docx"
    assert source.read_text() == "as it was"


def test_a_copy_is_written_over_only_when_told_so(ports: Ports, tmp_path: Path) -> None:
    source, target = _file(tmp_path, "a.doc"), _file(tmp_path, "a.docx")
    with pytest.raises(TargetExists):
        read_converted(ports, source, target)
    assert target.read_text() == "as it was"
    read_converted(ports, source, target, replace=True)
    assert target.read_text() == "a.doc as docx"


def test_the_buyers_own_file_is_never_written_over(ports: Ports, tmp_path: Path) -> None:
    source = _file(tmp_path, "a.doc")
    with pytest.raises(TargetIsSource):
        read_converted(ports, source, source, replace=True)


def test_a_copy_has_the_ending_of_its_kind(ports: Ports, tmp_path: Path) -> None:
    with pytest.raises(FileUnwritable) as refused:
        read_converted(ports, _file(tmp_path, "a.doc"), tmp_path / "a.xlsx")
    assert refused.value.remedy.endswith(".docx.")


def test_a_file_that_can_be_read_is_not_converted(ports: Ports, tmp_path: Path) -> None:
    with pytest.raises(NothingToConvert):
        read_converted(ports, _file(tmp_path, "a.docx"), tmp_path / "b.docx")


def test_what_nothing_can_be_made_of_is_refused_as_ever(ports: Ports, tmp_path: Path) -> None:
    with pytest.raises(KindUnsupported):
        read_converted(ports, _file(tmp_path, "a.png"), tmp_path / "b.docx")
