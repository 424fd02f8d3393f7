import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.__main__ import main


@dataclass(frozen=True)
class Outcome:
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed as JSON."""
        return json.loads(self.out)


Run = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def _cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.keys.PASSES", 1)
    monkeypatch.setattr("app.keys.MEMORY_KIB", 32)


@pytest.fixture
def bidfolio(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process, with a passphrase in the variable unless told otherwise."""

    def run(*arguments: object, passphrase: str | None = "a long test passphrase") -> Outcome:
        if passphrase is not None:
            monkeypatch.setenv("BIDFOLIO_PASSPHRASE", passphrase)
        capsys.readouterr()
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as ended:
            status = int(ended.code or 0)
        shown = capsys.readouterr()
        return Outcome(status, shown.out, shown.err)

    return run


@pytest.fixture
def workspace(tmp_path: Path, bidfolio: Run) -> Path:
    """Make an empty workspace."""
    path = tmp_path / "sample.bidfolio"
    assert bidfolio("new", path).status == 0
    return path


@pytest.fixture
def write_profile(tmp_path: Path) -> Callable[[Mapping[str, Any]], Path]:
    """Write a profile into a JSON file."""

    def write(members: Mapping[str, Any], name: str = "profile.json") -> Path:
        path = tmp_path / name
        path.write_text(json.dumps({"format": "bidfolio-profile/1", **members}), "utf-8")
        return path

    return write
