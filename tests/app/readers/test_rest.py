"""The collector of cycles rests while a file is read, and no longer."""

import gc
from pathlib import Path

import pytest

from app.domain.errors import FileUnreadable
from app.readers import read_file
from app.readers.rest import no_collecting


def test_it_rests_and_goes_on() -> None:
    with no_collecting():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(b"PK\x03\x04 cut short")
    with pytest.raises(FileUnreadable):
        read_file(path)
    assert gc.isenabled()


def test_who_has_switched_it_off_keeps_it_off() -> None:
    gc.disable()
    try:
        with no_collecting():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
