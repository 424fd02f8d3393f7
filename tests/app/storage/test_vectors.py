from pathlib import Path

from tests.samples.workspaces import PASSPHRASE, cheap_workspaces, new_workspace


def test_vectors_are_kept_by_model_and_read_back(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    with workspace.work("Learn") as work:
        work.vectors.put("m1", {"a": b"1", "b": b"2"})
        work.vectors.put("m1", {"a": b"other"})
        work.vectors.put("m2", {"a": b"3"})
    workspace.close()
    opened = cheap_workspaces().open(workspace.path, PASSPHRASE)
    with opened.work("Look") as work:
        assert work.vectors.all("m1") == {"a": b"1", "b": b"2"}
        assert work.vectors.digests("m2") == frozenset({"a"})
    opened.close()


def test_vectors_of_other_models_and_of_texts_that_are_gone_are_let_go(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    with workspace.work("Learn") as work:
        work.vectors.put("old", {"a": b"1"})
        work.vectors.put("new", {"a": b"1", "gone": b"2"})
        work.vectors.keep_only("new", ["a", "not read yet"])
        assert work.vectors.all("old") == {}
        assert work.vectors.all("new") == {"a": b"1"}
    workspace.close()


def test_vectors_are_no_change_of_the_journal_and_no_reason_for_a_backup(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    with workspace.work("Learn") as work:
        work.vectors.put("m", {"a": b"1"})
    with workspace.work("Look") as work:
        assert work.journal.recent(5) == ()
    workspace.close()
    assert workspace.backups() == ()
