"""A profile as one JSON file with the files it names beside it (CONTRACT: profile): writing."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from app.domain.catalogue import Catalogue
from app.domain.profile import Profile
from app.domain.records import AnswerState, CaseStudy, Contact, Evidence, LibraryAnswer, Party, Policy, TeamMember
from app.interchange.profile_json import FORMAT
from app.interchange.profile_json_facts import write_facts


def profile_to_json(profile: Profile, catalogue: Catalogue) -> dict[str, Any]:
    """Give the document that reads back as the same profile, unknown members included."""
    return {
        "format": FORMAT,
        **_belongings(profile, None, catalogue),
        "parties": [_party(one, profile, catalogue) for one in profile.parties],
        "policies": [_policy(one) for one in profile.policies],
        "case_studies": [_case_study(one) for one in profile.case_studies],
        "answers": [_answer(one) for one in profile.answers],
        **profile.extra,
    }


def _belongings(profile: Profile, party_id: str | None, catalogue: Catalogue) -> dict[str, Any]:
    facts = tuple(one for one in profile.facts if one.party_id == party_id)
    return {
        "facts": write_facts(facts, catalogue),
        "evidence": [_evidence(one) for one in profile.evidence if one.party_id == party_id],
        "people": [_person(one) for one in profile.people if one.party_id == party_id],
    }


def _party(one: Party, profile: Profile, catalogue: Catalogue) -> dict[str, Any]:
    named = _filled({"id": one.key, "name": one.name, "role": str(one.role)}, one.extra)
    return named | _filled(_belongings(profile, one.id, catalogue))


def _evidence(one: Evidence) -> dict[str, Any]:
    names = ("kind", "title", "issuer", "number", "cover", "starts", "ends", "review_by", "file")
    return _members(one, names)


def _policy(one: Policy) -> dict[str, Any]:
    names = ("kind", "title", "owner", "approved_by", "approved_on", "review_by", "statement", "file")
    return _members(one, names)


def _case_study(one: CaseStudy) -> dict[str, Any]:
    before = ("title", "customer")
    after = ("may_be_named", "description", "value", "started", "completed", "outcomes", "tags")
    contact = {} if one.contact is None else {"contact": _contact(one.contact)}
    return {**_named(one, before), **contact, **_members(one, after)}


def _contact(one: Contact) -> dict[str, Any]:
    return _members(one, ("name", "role", "email", "phone"))


def _person(one: TeamMember) -> dict[str, Any]:
    return _members(one, ("name", "role", "biography", "qualifications"))


def _answer(one: LibraryAnswer) -> dict[str, Any]:
    variants = [_members(variant, ("text", "words")) for variant in one.variants]
    # A state that is not known here was kept as it came, and the answer as a draft.
    state = {} if one.state is AnswerState.DRAFT and "state" in one.extra else {"state": str(one.state)}
    extra = {name: value for name, value in one.extra.items() if name != "state" or not state}
    members = {"id": one.key, "questions": list(one.questions), "variants": variants}
    return {**_filled(members), **state, **_named(one, ("tags", "owner", "reviewed_on", "review_by")), **extra}


def _members(record: Any, names: Iterable[str]) -> dict[str, Any]:
    """Give the named members that hold something, and the unknown ones."""
    return {**_named(record, names), **record.extra}


def _named(record: Any, names: Iterable[str]) -> dict[str, Any]:
    return _filled({name: _plain(getattr(record, name)) for name in names})


def _filled(members: Mapping[str, Any], extra: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Leave out what is empty, which reads back the same; of members that hold any JSON only null does."""
    held = {name: value for name, value in members.items() if value is not None}
    return {**{name: value for name, value in held.items() if name in _ANY or value not in _EMPTY}, **(extra or {})}


_ANY = ("cover", "value", "outcomes", "qualifications")
_EMPTY: tuple[object, ...] = ("", [], {})


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
