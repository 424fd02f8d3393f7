from pathlib import Path

import pytest

from app.domain.errors import FileUnwritable
from app.interchange.open_files import safe_name, write_files, write_whole


def test_a_file_is_written_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "new" / "a.txt", b"content")
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["a.txt"]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(FileUnwritable):
        write_whole(tmp_path / "file" / "a.txt", b"content")


def test_a_folder_in_the_way_stays_and_no_part_is_left(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(FileUnwritable):
        write_files({tmp_path / "a.txt": b"content"}, replace=True)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("a.pdf", "a.pdf"),
        ("../a.pdf", "a.pdf"),
        ("..\\a.pdf", "a.pdf"),
        ("a:b?.pdf", "a_b_.pdf"),
        ("..", "file"),
        ("", "file"),
    ],
)
def test_a_name_is_made_safe_on_every_system(name: str, safe: str) -> None:
    assert safe_name(name) == safe
