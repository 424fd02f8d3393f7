import hashlib
import os

import pytest

from app.storage.attachments import CHUNK
from app.storage.workspace import SqlWorkspace


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 7])
def test_a_file_comes_back_as_it_was_put(workspace: SqlWorkspace, size: int) -> None:
    content = os.urandom(size)
    with workspace.work("Attach") as work:
        digest = work.attachments.put(content)
        assert digest == hashlib.sha256(content).hexdigest()
    with workspace.work("Look") as work:
        assert digest in work.attachments
        assert work.attachments.read(digest) == content


def test_the_same_file_is_kept_once(workspace: SqlWorkspace) -> None:
    content = os.urandom(500_000)
    with workspace.work("Attach") as work:
        first = work.attachments.put(content)
    size = workspace.path.stat().st_size
    with workspace.work("Attach") as work:
        assert work.attachments.put(content) == first
        assert not work.written
    assert workspace.path.stat().st_size == size


def test_a_file_that_was_never_put_is_not_there(workspace: SqlWorkspace) -> None:
    with workspace.work("Look") as work:
        assert "0" * 64 not in work.attachments
        with pytest.raises(KeyError):
            work.attachments.read("0" * 64)


def test_undoing_a_deed_leaves_its_file_for_others_that_name_it(workspace: SqlWorkspace) -> None:
    with workspace.work("Attach") as work:
        digest = work.attachments.put(b"a certificate")
        group = work.group
    with workspace.work("Undo") as work:
        work.undo(group)
        assert digest in work.attachments
