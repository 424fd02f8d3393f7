"""Take a profile into the workspace; importing the same one again changes nothing."""

import hashlib
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import TypeVar

from app.domain.incoming import IncomingProfile, Taken
from app.domain.records import CaseStudy, Evidence, Fact, LibraryAnswer, Party, Policy, Record, TeamMember
from app.services.ports import Records, UnitOfWork, Workspace

R = TypeVar("R", bound=Record)

_KEPT = ("id", "version", "recorded_on")
"""Members that stay as the workspace has them."""


def import_profile(workspace: Workspace, incoming: IncomingProfile, today: date, by: str = "") -> Taken:
    """Add what is new and replace what differs, in one deed that can be undone; nothing is ever removed.

    A record is known again by its key, kind or title (see `_known_by`): a value with another beginning, or
    evidence with another number, is a new one beside the old.
    """
    profile = incoming.profile
    with workspace.work(f"Import {incoming.path.name}", by) as work:
        digests = {name: work.attachments.put(content) for name, content in incoming.attachments.items()}
        taken, parties = _take_parties(work.parties, profile.parties)
        facts = [replace(one, recorded_on=today, party_id=parties.get(one.party_id)) for one in profile.facts]
        evidence = [
            replace(one, attachment=digests.get(one.file), party_id=parties.get(one.party_id))
            for one in profile.evidence
        ]
        people = [replace(one, party_id=parties.get(one.party_id)) for one in profile.people]
        policies = [replace(one, attachment=digests.get(one.file)) for one in profile.policies]
        taken += take_in(work.facts, facts)
        taken += take_in(work.evidence, evidence)
        taken += take_in(work.policies, policies)
        taken += take_in(work.case_studies, profile.case_studies)
        taken += take_in(work.people, people)
        taken += take_in(work.answers, with_keys(profile.answers))
        _keep_unknown(work, incoming)
    return taken


def with_keys(answers: Iterable[LibraryAnswer]) -> list[LibraryAnswer]:
    """Give each answer without a key one made from its first question, the same on every import."""
    return [answer if answer.key else replace(answer, key=_key_of(answer)) for answer in answers]


def take_in(records: Records[R], incoming: Sequence[R]) -> Taken:
    """Add or replace records of one kind."""
    return _write(records, _pairs(records.all(), incoming))


def _pairs(kept: Iterable[R], incoming: Sequence[R]) -> list[tuple[R, R | None]]:
    """Pair what comes with what is kept; of several known by the same, equal ones are paired first."""
    waiting: dict[Hashable, list[R]] = {}
    for one in kept:
        waiting.setdefault(_known_by(one), []).append(one)
    pools = [waiting.get(_known_by(one), []) for one in incoming]
    found: list[R | None] = []
    for one, pool in zip(incoming, pools, strict=True):
        same = next((held for held in pool if _as_kept(one, held) == held), None)
        found.append(same)
        if same is not None:
            pool.remove(same)
    for number, pool in enumerate(pools):
        if found[number] is None and pool:
            found[number] = pool.pop(0)
    return list(zip(incoming, found, strict=True))


def _write(records: Records[R], pairs: Iterable[tuple[R, R | None]]) -> Taken:
    taken = Taken()
    for one, kept in pairs:
        if kept is None:
            records.add(one)
            taken += Taken(added=1)
        elif (newer := _as_kept(one, kept)) == kept:
            taken += Taken(unchanged=1)
        else:
            records.replace(newer)
            taken += Taken(changed=1)
    return taken


def _take_parties(records: Records[Party], incoming: Sequence[Party]) -> tuple[Taken, dict[str | None, str | None]]:
    """Take parties in, and give the id in the workspace for each id in the file."""
    pairs = _pairs(records.all(), incoming)
    ids: dict[str | None, str | None] = {one.id: (kept or one).id for one, kept in pairs}
    return _write(records, pairs), ids


def _keep_unknown(work: UnitOfWork, incoming: IncomingProfile) -> None:
    if incoming.profile.extra:
        work.set_profile_extra({**work.profile().extra, **incoming.profile.extra})


def _as_kept(one: R, kept: R) -> R:
    """Give the incoming record with what the workspace alone knows of the kept one."""
    names = {field.name for field in fields(kept)}
    known = {name: getattr(kept, name) for name in _KEPT if name in names}
    if isinstance(one, Evidence | Policy) and isinstance(kept, Evidence | Policy):
        lacking = one.attachment is None and one.file == kept.file
        known |= {"attachment": kept.attachment} if lacking else {}
    return replace(one, **known)


def _known_by(record: Record) -> Hashable:
    """Give what a record is known by when it comes again."""
    match record:
        case Fact():
            return record.party_id, record.key, record.valid_from
        case Party():
            return record.key or record.name
        case Evidence():
            return record.party_id, record.kind, record.title, record.number, record.starts
        case Policy():
            return record.kind, record.title
        case CaseStudy():
            return record.title, record.customer
        case TeamMember():
            return record.party_id, record.name
        case LibraryAnswer():
            return record.key
        case _:
            return record.id


def _key_of(answer: LibraryAnswer) -> str:
    wording = answer.questions[0] if answer.questions else "".join(one.text for one in answer.variants)
    return "a-" + hashlib.sha256(" ".join(wording.lower().split()).encode()).hexdigest()[:12]
