"""Packages from strangers: refused when out of bounds, copied part by part when sound."""

import os
import stat
import zipfile
from pathlib import Path

import pytest

from app.domain.errors import FileMissing, FileUnreadable, FileUnwritable
from app.packages import archive
from app.packages.archive import Archive


def _package(path: Path, parts: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", packing) as package:
        for number, (name, content) in enumerate(parts.items()):
            entry = zipfile.ZipInfo(name, (1980 + number, 1, 1, 0, 0, 0))
            entry.compress_type = packing
            package.writestr(entry, content)
        package.comment = b"from the buyer"
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return _package(tmp_path / "in.docx", {"b.xml": b"<b/>" * 50, "a.xml": b"<a/>", "media/c.png": os.urandom(500)})


def test_the_parts_are_listed_in_the_order_of_the_package(source: Path) -> None:
    with Archive(source) as package:
        assert package.names == ("b.xml", "a.xml", "media/c.png")
        assert "a.xml" in package
        assert "z.xml" not in package


def test_a_copy_replaces_one_part_and_keeps_the_rest(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.docx"
    with Archive(source) as package:
        copied = package.copy(target, {"a.xml": b"<new/>"})
    assert copied.changed == ("a.xml",)
    assert copied.identical == 2
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target) as new:
        assert new.namelist() == old.namelist()
        assert new.read("a.xml") == b"<new/>"
        assert [new.read(name) for name in ("b.xml", "media/c.png")] == [
            old.read(name) for name in ("b.xml", "media/c.png")
        ]
        assert [one.date_time for one in new.infolist()] == [one.date_time for one in old.infolist()]
        assert new.comment == b"from the buyer"


def test_two_copies_are_the_same_bytes(source: Path, tmp_path: Path) -> None:
    with Archive(source) as package:
        package.copy(tmp_path / "one", {"a.xml": b"<new/>"})
        package.copy(tmp_path / "two", {"a.xml": b"<new/>"})
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_part_replaced_by_itself_counts_as_identical(source: Path, tmp_path: Path) -> None:
    with Archive(source) as package:
        assert package.copy(tmp_path / "out", {"a.xml": b"<a/>"}) == archive.Copied((), 3)


def test_an_existing_target_is_replaced_and_nothing_is_left_beside_it(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.docx"
    target.write_bytes(b"old")
    with Archive(source) as package:
        package.copy(target, {})
    assert zipfile.is_zipfile(target)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["in.docx", "out.docx"]


def test_a_target_in_a_missing_folder_is_said(source: Path, tmp_path: Path) -> None:
    with Archive(source) as package, pytest.raises(FileUnwritable):
        package.copy(tmp_path / "nowhere" / "out.docx", {})


def test_a_name_too_long_leaves_nothing_behind(source: Path, tmp_path: Path) -> None:
    with Archive(source) as package, pytest.raises(FileUnwritable):
        package.copy(tmp_path / ("n" * 300), {})
    assert [one.name for one in tmp_path.iterdir()] == ["in.docx"]


def test_a_full_disk_leaves_the_old_target(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out.docx"
    target.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archive.os, "fsync", full)
    with Archive(source) as package, pytest.raises(FileUnwritable) as caught:
        package.copy(target, {})
    assert caught.value.reason == "No space left on device"
    assert target.read_bytes() == b"old"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["in.docx", "out.docx"]


@pytest.mark.skipif(os.name == "nt", reason="permission bits are of POSIX")
def test_the_copy_has_the_usual_permissions(source: Path, tmp_path: Path) -> None:
    with Archive(source) as package:
        package.copy(tmp_path / "out.docx", {})
    (tmp_path / "plain").touch()
    assert stat.S_IMODE((tmp_path / "out.docx").stat().st_mode) == stat.S_IMODE((tmp_path / "plain").stat().st_mode)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        Archive(tmp_path / "none.docx")


@pytest.mark.parametrize(
    "content", [b"", b"text", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, b"PK\x03\x04" + b"x" * 50]
)
def test_what_is_no_package_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "in.docx").write_bytes(content)
    with pytest.raises(FileUnreadable):
        Archive(tmp_path / "in.docx")


def test_a_truncated_package_is_refused(source: Path) -> None:
    source.write_bytes(source.read_bytes()[:-40])
    with pytest.raises(FileUnreadable):
        Archive(source)


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_wrong_bytes_in_a_part_are_refused(tmp_path: Path, packing: int) -> None:
    path = _package(tmp_path / "in.docx", {"a.xml": os.urandom(2000)}, packing)
    content = bytearray(path.read_bytes())
    for at in range(80, 200):
        content[at] ^= 0xFF
    path.write_bytes(content)
    with Archive(path) as package, pytest.raises(FileUnreadable):
        package.read("a.xml")


@pytest.mark.parametrize("name", ["../a.xml", "/a.xml", "a/../../b.xml", "a\\b.xml"])
def test_names_that_climb_out_are_refused(tmp_path: Path, name: str) -> None:
    stand_in = "n" * len(name)
    content = _package(tmp_path / "in.docx", {stand_in: b"x"}).read_bytes()
    (tmp_path / "in.docx").write_bytes(content.replace(stand_in.encode(), name.encode()))
    with pytest.raises(FileUnreadable):
        Archive(tmp_path / "in.docx")


def test_two_parts_of_one_name_are_refused(tmp_path: Path) -> None:
    content = _package(tmp_path / "in.docx", {"a.xml": b"x", "b.xml": b"y"}).read_bytes()
    (tmp_path / "in.docx").write_bytes(content.replace(b"b.xml", b"a.xml"))
    with pytest.raises(FileUnreadable):
        Archive(tmp_path / "in.docx")


def test_a_package_with_a_password_is_named_as_such(tmp_path: Path) -> None:
    path = _package(tmp_path / "in.docx", {"a.xml": b"x"})
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    with pytest.raises(FileUnreadable) as caught:
        Archive(path)
    assert "password" in caught.value.reason


def test_a_part_that_swells_beyond_reason_is_refused(tmp_path: Path) -> None:
    path = _package(tmp_path / "in.docx", {"a.xml": b"\0" * (archive.RATIO_COUNTS_FROM + 1)})
    with pytest.raises(FileUnreadable):
        Archive(path)


def test_too_many_parts_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_PARTS", 3)
    with pytest.raises(FileUnreadable):
        Archive(_package(tmp_path / "in.docx", {f"{number}.xml": b"x" for number in range(4)}))


def test_a_refused_package_is_not_held_open(tmp_path: Path) -> None:
    path = _package(tmp_path / "in.docx", {"a.xml": b"\0" * (archive.RATIO_COUNTS_FROM + 1)})
    with pytest.raises(FileUnreadable):
        Archive(path)
    path.write_bytes(b"replaced")


def test_the_source_may_be_read_from_a_folder_without_the_right_to_write(source: Path) -> None:
    source.chmod(0o444)
    with Archive(source) as package:
        assert package.read("a.xml") == b"<a/>"


def test_an_unknown_packing_is_refused_when_read(tmp_path: Path) -> None:
    path = _package(tmp_path / "in.docx", {"a.xml": b"x"})
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 10] = 97
    content[8] = 97
    path.write_bytes(content)
    with Archive(path) as package, pytest.raises(FileUnreadable):
        package.read("a.xml")


def test_what_is_written_beside_is_whole_or_absent(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), archive.written_beside(tmp_path / "out") as out:
        out.write(b"half" * (1 // 0))
    assert list(tmp_path.iterdir()) == []
    with archive.written_beside(tmp_path / "out") as out:
        out.write(b"whole")
    assert (tmp_path / "out").read_bytes() == b"whole"
