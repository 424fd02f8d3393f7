from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.errors import RecordChangedMeanwhile
from app.domain.profile import Profile
from app.domain.records import Fact, LibraryAnswer, Party, PartyRole
from app.domain.responses import Response, ResponseKey
from app.domain.tenders import Tender, TenderFile
from app.storage.workspace import SqlWorkspace
from tests.samples import records
from tests.samples.workspaces import PASSPHRASE, cheap_workspaces, new_id

KINDS = sorted(records.ALL)


def _fact(value: str = "Willowbrook Ltd", fact_id: str = "") -> Fact:
    return Fact(fact_id or new_id(), key="supplier.legal_name", value=value)


def _keep(workspace: SqlWorkspace, sample: dict[str, Any]) -> None:
    with workspace.work("Add") as work:
        for name, record in sample.items():
            getattr(work, name).add(record)


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("sample", [records.ALL, records.PLAIN], ids=["full", "plain"])
def test_a_record_comes_back_as_it_was_kept(workspace: SqlWorkspace, sample: dict[str, Any], name: str) -> None:
    _keep(workspace, sample)
    with workspace.work("Look") as work:
        assert getattr(work, name).all() == (sample[name],)
        assert getattr(work, name).get(sample[name].id) == sample[name]


def test_the_profile_holds_the_records_of_every_kind(workspace: SqlWorkspace) -> None:
    _keep(workspace, records.ALL)
    with workspace.work("Look") as work:
        work.set_profile_extra({"own": 1})
        profile = work.profile()
    assert profile == Profile(
        **{name: (records.ALL[name],) for name in KINDS if name not in ("tenders", "tender_files", "responses")},  # type: ignore[arg-type]
        extra={"own": 1},
    )


def test_records_are_listed_in_the_order_in_which_they_were_added(workspace: SqlWorkspace) -> None:
    facts = tuple(_fact(str(number)) for number in range(12))
    for fact in facts:
        with workspace.work("Add") as work:
            work.facts.add(fact)
    with workspace.work("Look") as work:
        assert work.facts.all() == facts


def test_what_raises_inside_a_unit_undoes_all_of_it(workspace: SqlWorkspace) -> None:
    fact = _fact()
    with pytest.raises(RecordChangedMeanwhile), workspace.work("Add") as work:
        work.facts.replace(replace(work.facts.add(fact), version=7))
    with workspace.work("Look") as work:
        assert work.facts.all() == ()
        assert work.journal.recent(10) == ()


def test_a_record_that_was_written_meanwhile_is_not_overwritten(workspace: SqlWorkspace) -> None:
    fact = _fact()
    with workspace.work("Add") as work:
        work.facts.add(fact)
        newer = work.facts.replace(replace(fact, value="Willow Ltd"))
    assert newer.version == 2
    with pytest.raises(RecordChangedMeanwhile), workspace.work("Edit") as work:
        work.facts.replace(replace(fact, value="Brook Ltd"))
    with workspace.work("Look") as work:
        assert work.facts.all() == (newer,)


def test_a_record_that_went_away_is_not_written(workspace: SqlWorkspace) -> None:
    with pytest.raises(RecordChangedMeanwhile), workspace.work("Edit") as work:
        work.facts.replace(_fact())


def test_records_are_found_by_their_members(workspace: SqlWorkspace) -> None:
    _keep(workspace, records.ALL)
    with workspace.work("Look") as work:
        assert work.responses.where(file_digest=records.DIGEST, party_id="party") == (records.ALL["responses"],)
        assert work.responses.where(file_digest=records.DIGEST, party_id=None) == ()


def test_a_party_takes_what_belongs_to_it_along_and_undo_brings_all_back(workspace: SqlWorkspace) -> None:
    _keep(workspace, records.ALL)
    with workspace.work("Look") as work:
        before = work.profile()
    with workspace.work("Remove Larch") as work:
        work.parties.remove("party")
        group = work.group
        assert (work.facts.all(), work.evidence.all(), work.people.all(), work.responses.all()) == ((), (), (), ())
    with workspace.work("Undo") as work:
        work.undo(group)
        after = work.profile()
    assert _without_versions(after) == _without_versions(before)


def test_a_tender_takes_its_files_and_responses_along(workspace: SqlWorkspace) -> None:
    _keep(workspace, records.ALL)
    with workspace.work("Remove") as work:
        work.tenders.remove("tender")
        assert (work.tender_files.all(), work.responses.all()) == ((), ())


def test_undo_takes_back_an_addition_an_edit_and_a_removal(workspace: SqlWorkspace) -> None:
    kept, gone = _fact("kept"), _fact("gone")
    with workspace.work("Begin") as work:
        work.facts.add(kept)
        work.facts.add(gone)
    with workspace.work("Deed") as work:
        work.facts.replace(replace(kept, value="edited"))
        work.facts.remove(gone.id)
        work.facts.add(_fact("added"))
        group = work.group
    with workspace.work("Undo") as work:
        changes = work.undo(group)
        assert [fact.value for fact in work.facts.all()] == ["kept", "gone"]
        assert {change.group for change in changes} == {work.group} != {group}


def test_an_undo_can_itself_be_undone(workspace: SqlWorkspace) -> None:
    fact = _fact("first")
    with workspace.work("Add") as work:
        work.facts.add(fact)
    with workspace.work("Edit") as work:
        work.facts.replace(replace(fact, value="second"))
        edit = work.group
    with workspace.work("Undo") as work:
        work.undo(edit)
        undo = work.group
    with workspace.work("Redo") as work:
        work.undo(undo)
        assert [fact.value for fact in work.facts.all()] == ["second"]


def test_deeds_can_be_undone_one_after_the_other(workspace: SqlWorkspace) -> None:
    fact = _fact("0")
    groups = []
    with workspace.work("Add") as work:
        work.facts.add(fact)
    for number in range(1, 4):
        with workspace.work("Edit") as work:
            held = work.facts.get(fact.id)
            assert held is not None
            work.facts.replace(replace(held, value=str(number)))
            groups.append(work.group)
    for number, group in zip(range(2, -1, -1), reversed(groups), strict=True):
        with workspace.work("Undo") as work:
            work.undo(group)
            assert [fact.value for fact in work.facts.all()] == [str(number)]


def test_undo_is_refused_where_a_later_deed_touched_the_record(workspace: SqlWorkspace) -> None:
    fact = _fact("first")
    with workspace.work("Add") as work:
        work.facts.add(fact)
        first = work.group
    with workspace.work("Edit") as work:
        work.facts.replace(replace(fact, value="second"))
    with pytest.raises(RecordChangedMeanwhile), workspace.work("Undo") as work:
        work.undo(first)
    with workspace.work("Look") as work:
        assert [fact.value for fact in work.facts.all()] == ["second"]


def _response(record_id: str) -> Response:
    return Response(record_id, ResponseKey("digest", "q-1", "tender", None), "What?", "So.")


def test_undo_is_refused_where_something_later_belongs_to_what_would_go(workspace: SqlWorkspace) -> None:
    with workspace.work("Add a tender") as work:
        work.tenders.add(Tender("tender", "Paths"))
        added = work.group
    with workspace.work("Add a file") as work:
        work.tender_files.add(TenderFile("file", "tender", "a.docx", "digest"))
    with pytest.raises(RecordChangedMeanwhile), workspace.work("Undo") as work:
        work.undo(added)
    with workspace.work("Look") as work:
        assert (len(work.tenders.all()), len(work.tender_files.all())) == (1, 1)


def test_undo_is_refused_where_what_it_belongs_to_is_gone(workspace: SqlWorkspace) -> None:
    with workspace.work("Add") as work:
        work.tenders.add(Tender("tender", "Paths"))
        work.tender_files.add(TenderFile("file", "tender", "a.docx", "digest"))
    with workspace.work("Remove the file") as work:
        work.tender_files.remove("file")
        removed = work.group
    with workspace.work("Remove the tender") as work:
        work.tenders.remove("tender")
    with pytest.raises(RecordChangedMeanwhile), workspace.work("Undo") as work:
        work.undo(removed)


def test_undo_brings_no_second_answer_to_a_question(workspace: SqlWorkspace) -> None:
    with workspace.work("Answer") as work:
        work.tenders.add(Tender("tender", "Paths"))
        work.responses.add(_response("first"))
    with workspace.work("Clear") as work:
        work.responses.remove("first")
        cleared = work.group
    with workspace.work("Answer again") as work:
        work.responses.add(_response("second"))
    with pytest.raises(RecordChangedMeanwhile), workspace.work("Undo") as work:
        work.undo(cleared)
    with workspace.work("Look") as work:
        assert [one.id for one in work.responses.all()] == ["second"]


def test_an_undone_record_has_a_newer_version_than_any_before(workspace: SqlWorkspace) -> None:
    fact = _fact("first")
    with workspace.work("Add") as work:
        work.facts.add(fact)
    with workspace.work("Remove") as work:
        work.facts.remove(fact.id)
        group = work.group
    with workspace.work("Undo") as work:
        work.undo(group)
        back = work.facts.get(fact.id)
    assert back is not None
    assert back.version == 2


def test_unknown_members_of_the_profile_are_replaced_and_undone(workspace: SqlWorkspace) -> None:
    with workspace.work("Import") as work:
        work.set_profile_extra({"a": 1})
    with workspace.work("Import") as work:
        work.set_profile_extra({"a": 1})
        assert not work.written
        work.set_profile_extra({"b": [2]})
        group = work.group
        assert work.profile().extra == {"b": [2]}
    with workspace.work("Undo") as work:
        work.undo(group)
        assert work.profile().extra == {"a": 1}


def test_many_answers_come_back_in_their_order(workspace: SqlWorkspace) -> None:
    answers = [
        LibraryAnswer(new_id(), key=f"a{number}", questions=("How?", "So?"), tags=("t",), reviewed_on=date(2026, 1, 1))
        for number in range(2_000)
    ]
    with workspace.work("Add") as work:
        for answer in answers:
            work.answers.add(answer)
    with workspace.work("Look") as work:
        assert work.profile().answers == tuple(answers)


def _without_versions(profile: Profile) -> list[Any]:
    kinds = (profile.facts, profile.parties, profile.evidence, profile.people)
    return [[replace(record, version=1) for record in kind] for kind in kinds]


def test_nothing_is_added_to_a_party_that_another_program_has_removed(workspace: SqlWorkspace) -> None:
    _keep(workspace, {"parties": Party("party", key="p", name="Quay Ltd", role=PartyRole.MEMBER)})
    other = cheap_workspaces().open(workspace.path, PASSPHRASE)
    with other.work("Remove") as work:
        work.parties.remove("party")
    other.close()
    with pytest.raises(RecordChangedMeanwhile), workspace.work("Add") as work:
        work.facts.add(replace(_fact(), party_id="party"))
    with workspace.work("Look") as work:
        assert work.facts.all() == ()


def test_a_party_may_be_added_after_what_belongs_to_it(workspace: SqlWorkspace) -> None:
    with workspace.work("Add") as work:
        work.facts.add(replace(_fact(), party_id="larch"))
        work.parties.add(Party("larch", name="Larch", role=PartyRole.PARENT))


@pytest.mark.parametrize("value", [0.0, 12, 1e300, 10**30, "12", "0.0", "null", "", True, None, [], {}, "\u0000é\n"])
def test_a_value_keeps_its_type_to_the_last_digit(workspace: SqlWorkspace, value: Any) -> None:
    with workspace.work("Add") as work:
        work.facts.add(replace(_fact(), value=value))
    with workspace.work("Look") as work:
        held = work.facts.all()[0].value
    assert (type(held), held) == (type(value), value)
