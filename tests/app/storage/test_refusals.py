from pathlib import Path

import pytest
import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlcipher

from app.domain.errors import (
    BidfolioError,
    FileUnwritable,
    WorkspaceDamaged,
    WorkspaceInUse,
    WorkspaceMissing,
    WrongPassphrase,
)
from app.storage.refusals import refusals
from app.wording import sentence


class _Reported(sqlcipher.OperationalError):
    def __init__(self, code: int) -> None:
        super().__init__("as the driver says")
        self.sqlite_errorcode = code


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "a.bidfolio"
    made.write_bytes(b"")
    return made


@pytest.mark.parametrize(
    ("code", "refusal"),
    [
        (5, WorkspaceInUse),
        (6, WorkspaceInUse),
        (261, WorkspaceInUse),
        (8, FileUnwritable),
        (10, FileUnwritable),
        (3850, FileUnwritable),
        (11, WorkspaceDamaged),
        (267, WorkspaceDamaged),
        (13, FileUnwritable),
        (14, FileUnwritable),
        (26, WrongPassphrase),
    ],
)
@pytest.mark.parametrize("wrapped", [False, True])
def test_what_the_database_reports_becomes_one_sentence(
    path: Path, code: int, refusal: type[BidfolioError], wrapped: bool
) -> None:
    error: Exception = _Reported(code)
    if wrapped:
        error = sa.exc.OperationalError("a statement", {}, error)
    with pytest.raises(refusal) as caught, refusals(path):
        raise error
    assert "\n" not in sentence(caught.value)


def test_a_file_that_went_away_is_missing_and_not_read_only(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceMissing), refusals(tmp_path / "gone"):
        raise _Reported(14)


@pytest.mark.parametrize("wrapped", [False, True])
def test_a_defect_of_the_program_is_not_hidden(path: Path, wrapped: bool) -> None:
    error: Exception = _Reported(1)
    if wrapped:
        error = sa.exc.OperationalError("a statement", {}, error)
    with pytest.raises(type(error)), refusals(path):
        raise error


def test_what_a_backup_reports_in_words_alone_is_understood(path: Path) -> None:
    with pytest.raises(FileUnwritable) as caught, refusals(path):
        raise sqlcipher.OperationalError("database or disk is full")
    assert "the disk is full" in sentence(caught.value)
