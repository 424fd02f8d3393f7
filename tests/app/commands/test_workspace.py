"""Making, opening, copying and locking a workspace from the command line."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend

from app.keys import word_list
from tests.app.commands.conftest import Run


class _MemoryKeyring(KeyringBackend):
    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def keyring_in_memory() -> Iterator[_MemoryKeyring]:
    import keyring

    before = keyring.get_keyring()
    ring = _MemoryKeyring()
    keyring.set_keyring(ring)
    yield ring
    keyring.set_keyring(before)


def test_a_new_workspace_is_made_and_opens(workspace: Path, bidfolio: Run) -> None:
    shown = bidfolio("tender", "list", "-w", workspace)
    assert (shown.status, shown.err) == (0, "")


def test_the_variable_is_gone_as_soon_as_it_was_read(workspace: Path, bidfolio: Run) -> None:
    bidfolio("tender", "list", "-w", workspace)
    assert "BIDFOLIO_PASSPHRASE" not in os.environ


def test_a_workspace_is_never_written_over(workspace: Path, bidfolio: Run) -> None:
    content = workspace.read_bytes()
    again = bidfolio("new", workspace)
    assert again.status == 2
    assert again.err.count("\n") == 1
    assert workspace.read_bytes() == content


def test_the_passphrase_of_a_file_goes_before_the_variable(tmp_path: Path, workspace: Path, bidfolio: Run) -> None:
    (tmp_path / "right").write_text("a long test passphrase\n")
    (tmp_path / "wrong").write_text("another")
    assert (
        bidfolio("tender", "list", "-w", workspace, "--passphrase-file", tmp_path / "right", passphrase="x").status == 0
    )
    assert bidfolio("tender", "list", "-w", workspace, "--passphrase-file", tmp_path / "wrong").status == 4


@pytest.mark.parametrize(("content", "status"), [(None, 3), (b"\xff\xfe\x00\xd8", 3), (b"\n", 2)])
def test_a_passphrase_file_that_says_nothing_is_refused(
    tmp_path: Path, workspace: Path, bidfolio: Run, content: bytes | None, status: int
) -> None:
    path = tmp_path / "passphrase"
    if content is not None:
        path.write_bytes(content)
    shown = bidfolio("tender", "list", "-w", workspace, "--passphrase-file", path)
    assert shown.status == status
    assert shown.err.count("\n") == 1


def test_without_a_passphrase_and_anybody_to_ask_it_stays_locked(workspace: Path, bidfolio: Run) -> None:
    shown = bidfolio("tender", "list", "-w", workspace, passphrase=None)
    assert shown.status == 4
    assert "--passphrase-file" in shown.err


def test_a_wrong_passphrase_a_missing_and_a_damaged_workspace_end_with_four(
    tmp_path: Path, workspace: Path, bidfolio: Run
) -> None:
    assert bidfolio("tender", "list", "-w", workspace, passphrase="another").status == 4
    assert bidfolio("tender", "list", "-w", tmp_path / "none").status == 4
    workspace.write_bytes(workspace.read_bytes()[:7000])
    shown = bidfolio("tender", "list", "-w", workspace)
    assert shown.status == 4
    assert "damaged" in shown.err
    assert shown.err.count("\n") == 1


def test_a_folder_that_is_not_there_ends_with_three(tmp_path: Path, bidfolio: Run) -> None:
    shown = bidfolio("new", tmp_path / "none" / "a.bidfolio")
    assert shown.status == 3
    assert shown.err.count("\n") == 1


def test_eight_words_are_made_shown_once_and_open_the_workspace(tmp_path: Path, bidfolio: Run) -> None:
    path = tmp_path / "words.bidfolio"
    shown = bidfolio("new", path, "--words", passphrase=None)
    words = next(line.strip() for line in shown.out.splitlines() if line.startswith("    "))
    assert len(words.split()) == 8
    assert set(words.split()) <= set(word_list())
    assert bidfolio("tender", "list", "-w", path, passphrase=words).status == 0
    typed = ",  ".join(word.capitalize() for word in words.split()) + " "
    assert bidfolio("tender", "list", "-w", path, passphrase=typed).status == 0
    assert bidfolio("tender", "list", "-w", path, passphrase=words[:-1]).status == 4


@pytest.mark.skipif(not Path("/dev/ptmx").exists() or not Path("/dev/pts").is_mount(), reason="no pseudo-terminal")
def test_at_a_terminal_a_workspace_without_a_passphrase_gets_eight_words(tmp_path: Path) -> None:
    import pty

    main_end, terminal = pty.openpty()
    command = [sys.executable, "-m", "app", "new", str(tmp_path / "a.bidfolio")]
    environment = {name: value for name, value in os.environ.items() if name != "BIDFOLIO_PASSPHRASE"}
    done = subprocess.run(
        command, stdin=terminal, stdout=subprocess.PIPE, stderr=terminal, env=environment, check=False, text=True
    )
    os.close(terminal)
    os.close(main_end)
    assert done.returncode == 0
    assert "eight words" in done.stdout


def test_an_empty_passphrase_makes_no_workspace(tmp_path: Path, bidfolio: Run) -> None:
    assert bidfolio("new", tmp_path / "a.bidfolio", passphrase="").status == 2
    assert not (tmp_path / "a.bidfolio").exists()


def test_a_short_passphrase_is_taken_with_a_warning(tmp_path: Path, bidfolio: Run) -> None:
    shown = bidfolio("new", tmp_path / "a.bidfolio", passphrase="short")
    assert shown.status == 0
    assert "guessed" in shown.err


def test_the_keyring_opens_a_workspace_and_is_never_written_by_file_or_variable(
    workspace: Path, bidfolio: Run, keyring_in_memory: _MemoryKeyring
) -> None:
    bidfolio("tender", "list", "-w", workspace)
    assert keyring_in_memory.kept == {}
    from app.keys import SystemKeyring, derive_key

    SystemKeyring().remember(workspace, derive_key("a long test passphrase", workspace.read_bytes()[:16]))
    assert bidfolio("tender", "list", "-w", workspace, passphrase=None).status == 0
    moved = workspace.rename(workspace.with_name("moved.bidfolio"))
    assert bidfolio("tender", "list", "-w", moved, passphrase=None).status == 0


def test_another_passphrase_opens_and_the_keyring_forgets(
    tmp_path: Path, workspace: Path, bidfolio: Run, keyring_in_memory: _MemoryKeyring
) -> None:
    from app.keys import SystemKeyring, derive_key

    SystemKeyring().remember(workspace, derive_key("a long test passphrase", workspace.read_bytes()[:16]))
    (tmp_path / "new").write_text("a newer passphrase")
    assert bidfolio("passphrase", "-w", workspace, "--new-passphrase-file", tmp_path / "new").status == 0
    assert keyring_in_memory.kept == {}
    old = bidfolio("tender", "list", "-w", workspace)
    assert old.status == 4
    assert "passphrase" in old.err
    assert bidfolio("tender", "list", "-w", workspace, passphrase="a newer passphrase").status == 0


def test_a_new_passphrase_that_is_quickly_guessed_is_taken_with_a_warning(
    tmp_path: Path, workspace: Path, bidfolio: Run
) -> None:
    (tmp_path / "new").write_text("short")
    shown = bidfolio("passphrase", "-w", workspace, "--new-passphrase-file", tmp_path / "new")
    assert (shown.status, "guessed" in shown.err) == (0, True)


def test_words_can_be_the_new_passphrase(workspace: Path, bidfolio: Run) -> None:
    shown = bidfolio("passphrase", "-w", workspace, "--words")
    words = next(line.strip() for line in shown.out.splitlines() if line.startswith("    "))
    assert bidfolio("tender", "list", "-w", workspace, passphrase=words).status == 0


def test_a_new_passphrase_is_asked_for_where_there_is_nobody(workspace: Path, bidfolio: Run) -> None:
    assert bidfolio("passphrase", "-w", workspace).status == 4


def test_a_backup_is_written_and_restored(tmp_path: Path, workspace: Path, bidfolio: Run) -> None:
    bidfolio("tender", "new", "Grounds", "-w", workspace)
    assert bidfolio("backup", "-w", workspace, "--to", tmp_path / "safe").status == 0
    (backup,) = (tmp_path / "safe").iterdir()
    looked = bidfolio("restore", backup, "--look")
    assert looked.status == 0
    assert "1 tender\n1 change, the last one: Add tender Grounds" in looked.out.replace("      ", "")
    assert "Every page is whole." in looked.out
    restored = tmp_path / "restored.bidfolio"
    assert bidfolio("restore", backup, "--to", restored).status == 0
    assert "Grounds" in bidfolio("tender", "list", "-w", restored).out
    assert stat.S_IMODE(restored.stat().st_mode) & 0o077 == 0 or sys.platform == "win32"
    assert bidfolio("restore", backup, "--to", restored).status == 2
    assert bidfolio("restore", backup, "--to", tmp_path / "b", passphrase="another").status == 4
    assert bidfolio("restore", tmp_path / "none", "--to", tmp_path / "b").status == 4
    assert not (tmp_path / "b").exists()


@pytest.mark.parametrize(
    "command", [("export", "profile"), ("generate", "core-supplier-information", "--gaps"), ("pack", "Paths")]
)
def test_no_command_writes_over_the_workspace(workspace: Path, bidfolio: Run, command: tuple[str, ...]) -> None:
    bidfolio("tender", "new", "Paths", "-w", workspace)
    before = workspace.read_bytes()
    done = bidfolio(*command, "-w", workspace, "--out", workspace, "--replace")
    assert done.status == 2
    assert "is the workspace itself" in done.err
    assert workspace.read_bytes() == before
