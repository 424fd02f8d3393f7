"""Export then import gives the same profile, value for value; importing it again changes nothing."""

import json
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from app.domain.errors import TargetExists
from app.domain.incoming import IncomingProfile
from app.domain.outgoing import OutgoingProfile
from app.domain.profile import Profile
from app.domain.records import Evidence
from app.interchange.fact_catalogue import load_catalogue
from app.interchange.open_files import write_profile
from app.interchange.profile_json import read_profile
from app.interchange.profile_json_write import profile_to_json
from app.paths import RESOURCES
from app.services.export_profile import gather_profile
from app.services.import_profile import import_profile
from app.services.ports import Workspace
from tests.samples.profiles import PROFILES
from tests.samples.workspaces import new_workspace

CATALOGUE = load_catalogue()
SAMPLE = RESOURCES / "sample" / "profile.json"
TODAY = date(2026, 11, 22)


def _bare(profile: Profile) -> list[Any]:
    """Give every record without its id and version, and with its party by name."""
    parties = {one.id: one.key or one.name for one in profile.parties}
    kinds = (profile.facts, profile.parties, profile.evidence, profile.policies, profile.case_studies)
    said: list[Any] = [dict(profile.extra)]
    for records in (*kinds, profile.people, profile.answers):
        for record in records:
            party = getattr(record, "party_id", None)
            changes: dict[str, Any] = {"id": "", "version": 1}
            changes |= {"party_id": parties[party]} if party else {}
            changes |= {"recorded_on": None} if hasattr(record, "recorded_on") else {}
            said.append(replace(record, **changes))
    return sorted(map(repr, said))


def _written(document: object, folder: Path) -> IncomingProfile:
    path = folder / "profile.json"
    path.write_text(json.dumps(document), "utf-8")
    return read_profile(path, CATALOGUE)


@settings(max_examples=80, deadline=None)
@given(PROFILES)
def test_a_profile_reads_back_as_it_was_written(document: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first = _written(document, Path(folder)).profile
        second = _written(profile_to_json(first, CATALOGUE), Path(folder)).profile
        assert _bare(second) == _bare(first)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PROFILES)
def test_a_new_workspace_holds_what_was_exported_and_a_second_import_changes_nothing(document: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        incoming = _written(document, folder)
        first, second = new_workspace(folder, "first.bidfolio"), new_workspace(folder, "second.bidfolio")
        import_profile(first, incoming, TODAY)
        kept = gather_profile(first).profile
        again = import_profile(first, _written(document, folder), TODAY)
        assert (again.added, again.changed) == (0, 0)
        assert gather_profile(first).profile == kept
        import_profile(second, _written(profile_to_json(kept, CATALOGUE), folder), TODAY)
        assert _bare(gather_profile(second).profile) == _bare(kept) == _bare(with_keys_of(incoming.profile, kept))
        for workspace in (first, second):
            workspace.close()


def with_keys_of(profile: Profile, kept: Profile) -> Profile:
    """Give the imported profile with the keys that answers without an id were given."""
    assert len(profile.answers) == len(kept.answers)
    return replace(
        profile, answers=tuple(replace(a, key=b.key) for a, b in zip(profile.answers, kept.answers, strict=True))
    )


def test_the_sample_comes_out_as_it_went_in_with_its_files(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    import_profile(workspace, read_profile(SAMPLE, CATALOGUE), TODAY)
    out = tmp_path / "out" / "profile.json"
    write_profile(gather_profile(workspace), CATALOGUE, out)
    files = list(SAMPLE.parent.glob("*.pdf"))
    assert files
    assert all((out.parent / path.name).read_bytes() == path.read_bytes() for path in files)
    assert _bare(read_profile(out, CATALOGUE).profile) == _bare(read_profile(SAMPLE, CATALOGUE).profile)
    workspace.close()


def test_two_files_of_one_name_are_both_written(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    with workspace.work("Add") as work:
        for number, content in enumerate((b"one", b"two", b"two")):
            digest = work.attachments.put(content)
            work.evidence.add(Evidence(str(number), kind="a", number=str(number), file="cover.pdf", attachment=digest))
    write_profile(gather_profile(workspace), CATALOGUE, tmp_path / "out" / "p.json")
    again = read_profile(tmp_path / "out" / "p.json", CATALOGUE)
    assert [again.attachments[one.file] for one in again.profile.evidence] == [b"one", b"two", b"two"]
    workspace.close()


def test_nothing_is_written_where_one_target_is_taken(tmp_path: Path) -> None:
    outgoing = OutgoingProfile(
        Profile(evidence=(Evidence("a", kind="a", file="a.pdf"),)), {"a.pdf": b"new", "b.pdf": b"b"}
    )
    (tmp_path / "a.pdf").write_bytes(b"mine")
    with pytest.raises(TargetExists):
        write_profile(outgoing, CATALOGUE, tmp_path / "p.json")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf"]
    write_profile(outgoing, CATALOGUE, tmp_path / "p.json", replace=True)
    assert (tmp_path / "a.pdf").read_bytes() == b"new"


@pytest.mark.parametrize("name", ["../up.pdf", "/etc/up.pdf", "..", "a/../../up.pdf", "..\\up.pdf"])
def test_a_file_never_leaves_the_folder_of_the_export(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "deep" / "folder"
    write_profile(OutgoingProfile(Profile(), {name: b"content"}), CATALOGUE, folder / "p.json")
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 2
    assert not (tmp_path / "deep" / "up.pdf").exists()


def test_an_import_can_be_undone(tmp_path: Path) -> None:
    workspace: Workspace = new_workspace(tmp_path)
    import_profile(workspace, read_profile(SAMPLE, CATALOGUE), TODAY, "A. Rowan")
    with workspace.work("Look") as work:
        change = work.journal.recent(1)[0]
    assert (change.by, change.doing) == ("A. Rowan", "Import profile.json")
    with workspace.work("Undo") as work:
        work.undo(change.group)
        assert work.profile() == Profile()
    workspace.close()
