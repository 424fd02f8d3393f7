"""Copies for other programs: private, named as the file, and gone afterwards."""

import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from app.services.lend_files import lend_file, take_all_back, take_back
from app.services.ports import Ports
from tests.samples.window_session import make_ports


@pytest.fixture
def ports(tmp_path: Path) -> Ports:
    return replace(make_ports(), lent_folder=lambda: tmp_path / "lent")


def test_a_copy_keeps_its_name_and_goes_when_taken_back(ports: Ports) -> None:
    path = lend_file(ports, b"content", "ITT questionnaire.docx")
    assert (path.name, path.read_bytes()) == ("ITT questionnaire.docx", b"content")
    take_back(path)
    assert not path.exists()
    assert not path.parent.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the user's folder private by its own rules")
def test_only_this_user_can_read_a_copy(ports: Ports) -> None:
    path = lend_file(ports, b"content", "a.pdf")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_two_files_of_one_name_do_not_meet(ports: Ports) -> None:
    assert lend_file(ports, b"one", "a.pdf").read_bytes() != lend_file(ports, b"two", "a.pdf").read_bytes()


def test_a_name_with_a_path_in_it_stays_in_its_folder(ports: Ports, tmp_path: Path) -> None:
    assert (tmp_path / "lent") in lend_file(ports, b"x", "../../escape.txt").parents


def test_everything_is_taken_back_at_once(ports: Ports, tmp_path: Path) -> None:
    lend_file(ports, b"one", "a.pdf")
    lend_file(ports, b"two", "b.pdf")
    take_all_back(ports)
    assert not (tmp_path / "lent").exists()
