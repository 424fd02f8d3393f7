"""Notices from the command line: a tender with its deadline, and the questions the notice asks."""

from pathlib import Path

from tests.app.commands.conftest import Run
from tests.samples.notices import release, with_criteria, write_notice

_ASKING = {"type": "technical", "description": "Describe two contracts with schools"}


def test_a_notice_becomes_a_tender_and_a_second_import_changes_nothing(
    tmp_path: Path, workspace: Path, bidfolio: Run
) -> None:
    path = write_notice(tmp_path / "notice.json", with_criteria(_ASKING))
    first = bidfolio("import", "notice", path, "-w", workspace)
    assert (first.status, first.out) == (0, "notice.json: 1 added, 0 changed, 0 as they were.\n")
    content = workspace.read_bytes()
    assert "0 added, 0 changed, 1 as" in bidfolio("import", "notice", path, "-w", workspace).out
    assert workspace.read_bytes() == content
    shown = bidfolio("tender", "show", "LS/26/7", "-w", workspace, "--json").json
    assert (shown["buyer"], shown["submission"]) == ("Larkmead School", "2026-06-12T12:00:00")
    assert [one["kind"] for one in shown["files"]] == ["json"]


def test_the_questions_of_a_notice_are_listed(tmp_path: Path, bidfolio: Run) -> None:
    shown = bidfolio("questions", write_notice(tmp_path / "notice.json", with_criteria(_ASKING)), "--json").json
    (question,) = shown["questions"]
    assert (question["text"], question["slot"]["where"]) == (_ASKING["description"], None)


def test_json_that_is_no_notice_is_refused_in_one_sentence(tmp_path: Path, workspace: Path, bidfolio: Run) -> None:
    (tmp_path / "other.json").write_text('{"questions": []}')
    for command in (("questions",), ("import", "notice")):
        shown = bidfolio(*command, tmp_path / "other.json", *(("-w", workspace) if len(command) > 1 else ()))
        assert shown.status == 3
        assert "not an OCDS notice" in shown.err
        assert shown.err.count("\n") == 1


def test_a_bad_notice_among_good_ones_leaves_the_workspace_as_it_is(
    tmp_path: Path, workspace: Path, bidfolio: Run
) -> None:
    good = write_notice(tmp_path / "good.json", release())
    (tmp_path / "bad.json").write_text("[]")
    assert bidfolio("import", "notice", good, tmp_path / "bad.json", "-w", workspace).status == 3
    assert bidfolio("tender", "list", "-w", workspace, "--json").json == {"tenders": []}
