"""A profile as one JSON file with the files it names beside it (CONTRACT: profile): reading."""

import json
import re
import uuid
from pathlib import Path
from typing import Any, NoReturn

from app.domain.catalogue import Catalogue
from app.domain.errors import FileMissing, FileUnreadable
from app.domain.incoming import IncomingProfile
from app.domain.profile import Profile
from app.domain.records import (
    AnswerState,
    AnswerVariant,
    CaseStudy,
    Contact,
    Evidence,
    Fact,
    LibraryAnswer,
    Party,
    PartyRole,
    Policy,
    TeamMember,
)
from app.interchange.profile_json_facts import read_facts
from app.interchange.profile_json_members import Members

FORMAT = "bidfolio-profile/1"
_REMEDY = "Choose a profile that Bidfolio exported, or one written as its guide says."


def read_profile(path: Path, catalogue: Catalogue) -> IncomingProfile:
    """Read a profile and the files beside it.

    Raises `FileMissing`, `FileUnreadable`, or `ProfileRefused` where any value has the wrong type.
    """
    return _Reader(path, catalogue).read()


class _Reader:
    def __init__(self, path: Path, catalogue: Catalogue) -> None:
        self._path = path
        self._catalogue = catalogue
        self._warnings: list[str] = []
        self._attachments: dict[str, bytes] = {}
        self._facts: list[Fact] = []
        self._evidence: list[Evidence] = []
        self._people: list[TeamMember] = []

    def read(self) -> IncomingProfile:
        root = Members(self._path, "", load_json_object(self._path))
        if (found := root.text("format")) and found != FORMAT:
            raise FileUnreadable(self._path, f"has the format “{found[:40]}” and not “{FORMAT}”", _REMEDY)
        self._read_belongings(root, None)
        parties = tuple(self._party(one) for one in root.objects("parties"))
        policies = tuple(self._policy(one) for one in root.objects("policies"))
        case_studies = tuple(_case_study(one) for one in root.objects("case_studies"))
        answers = tuple(self._answer(one) for one in root.objects("answers"))
        profile = Profile(
            facts=tuple(self._facts),
            parties=parties,
            evidence=tuple(self._evidence),
            policies=policies,
            case_studies=case_studies,
            people=tuple(self._people),
            answers=answers,
            extra=root.unknown(),
        )
        return IncomingProfile(self._path, profile, self._attachments, tuple(self._warnings))

    def _read_belongings(self, owner: Members, party_id: str | None) -> None:
        """Read what the supplier and a party have alike."""
        self._facts += read_facts(owner.one_object("facts"), self._catalogue, party_id, self._warnings)
        self._evidence += [self._one_evidence(one, party_id) for one in owner.objects("evidence")]
        self._people += [_person(one, party_id) for one in owner.objects("people")]

    def _party(self, one: Members) -> Party:
        party_id = _new_id()
        self._read_belongings(one, party_id)
        name = one.needed_text("name")
        role = one.choice("role", PartyRole)
        return Party(party_id, name=name, role=role, key=one.text("id"), extra=one.unknown())

    def _one_evidence(self, one: Members, party_id: str | None) -> Evidence:
        return Evidence(
            _new_id(),
            kind=one.needed_text("kind"),
            title=one.text("title"),
            issuer=one.text("issuer"),
            number=one.text("number"),
            cover=one.number_or_text("cover"),
            starts=one.day("starts"),
            ends=one.day("ends"),
            review_by=one.day("review_by"),
            file=self._file(one),
            party_id=party_id,
            extra=one.unknown(),
        )

    def _policy(self, one: Members) -> Policy:
        return Policy(
            _new_id(),
            kind=one.needed_text("kind"),
            title=one.text("title"),
            owner=one.text("owner"),
            approved_by=one.text("approved_by"),
            approved_on=one.day("approved_on"),
            review_by=one.day("review_by"),
            statement=one.text("statement"),
            file=self._file(one),
            extra=one.unknown(),
        )

    def _answer(self, one: Members) -> LibraryAnswer:
        questions = (*one.texts("question"), *one.texts("questions"))
        variants = (*(AnswerVariant(text) for text in one.texts("answer")), *_variants(one))
        state = self._state(one)
        return LibraryAnswer(
            _new_id(),
            key=one.text("id"),
            questions=questions,
            variants=variants,
            state=state,
            tags=one.texts("tags"),
            owner=one.text("owner"),
            reviewed_on=one.day("reviewed_on"),
            review_by=one.day("review_by"),
            extra=one.unknown(),
        )

    def _state(self, one: Members) -> AnswerState:
        state = one.text("state") or AnswerState.APPROVED
        if state in tuple(AnswerState):
            return AnswerState(state)
        # Kept among the unknown members: it is exported again as it came.
        one.taken.discard("state")
        self._warnings.append(f"{one.where}.state “{state[:30]}” is unknown. The answer was taken as a draft.")
        return AnswerState.DRAFT

    def _file(self, one: Members) -> str:
        """Take the name of a file, and the file itself where it lies beside the profile."""
        name = one.text("file")
        if not name or name in self._attachments:
            return name
        folder = self._path.resolve().parent
        try:
            file = (folder / name.replace("\\", "/")).resolve()
            is_there = file.is_file()
        except (OSError, ValueError):
            one.refuse("file", "must be a name that a file can have")
        if not file.is_relative_to(folder):
            one.refuse("file", "must be the name of a file beside the profile")
        if not is_there:
            self._warnings.append(f"{one.where}.file {name} is not beside the profile. Only its name was taken.")
            return name
        try:
            self._attachments[name] = file.read_bytes()
        except OSError as error:
            raise FileUnreadable(file, "cannot be opened", "Check that you may read it.") from error
        return name


def _case_study(one: Members) -> CaseStudy:
    return CaseStudy(
        _new_id(),
        title=one.needed_text("title"),
        customer=one.text("customer"),
        contact=_contact(one.one_object("contact")),
        may_be_named=one.yes_no("may_be_named"),
        description=one.text("description"),
        value=one.number("value"),
        started=one.day("started"),
        completed=one.day("completed"),
        outcomes=one.anything("outcomes"),
        tags=one.texts("tags"),
        extra=one.unknown(),
    )


def _contact(one: Members | None) -> Contact | None:
    if one is None:
        return None
    named = {name: one.text(name) for name in ("name", "role", "email", "phone")}
    return Contact(**named, extra=one.unknown())


def _person(one: Members, party_id: str | None) -> TeamMember:
    return TeamMember(
        _new_id(),
        name=one.needed_text("name"),
        role=one.text("role"),
        biography=one.text("biography"),
        qualifications=one.anything("qualifications"),
        party_id=party_id,
        extra=one.unknown(),
    )


def _variants(one: Members) -> tuple[AnswerVariant, ...]:
    held = one.values.get("variants")
    if isinstance(held, list) and held and all(isinstance(variant, str) for variant in held):
        return tuple(AnswerVariant(text) for text in one.texts("variants"))
    read = one.objects("variants")
    return tuple(AnswerVariant(each.text("text"), each.whole_number("words"), each.unknown()) for each in read)


def load_json_object(path: Path) -> dict[str, Any]:
    """Read a file that holds one JSON object. Raises `FileMissing` or `FileUnreadable`."""
    try:
        text = path.read_text("utf-8-sig")
        document = json.loads(text, parse_constant=_refuse_constant)
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise FileUnreadable(path, "cannot be opened", "Check that it is a file and that you may read it.") from error
    except (ValueError, RecursionError) as error:
        raise FileUnreadable(path, f"is not JSON in UTF-8 ({_place_of(error)})", _REMEDY) from error
    if not isinstance(document, dict):
        raise FileUnreadable(path, "holds no profile: it must be one JSON object", _REMEDY)
    if _HALF_CHARACTER.search(text) and not _is_text(document):
        raise FileUnreadable(path, "holds half a character (an unpaired \\u escape)", _REMEDY)
    return document


_HALF_CHARACTER = re.compile(r"\\u[dD][89a-fA-F]")


def _is_text(document: object) -> bool:
    try:
        json.dumps(document, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _place_of(error: Exception) -> str:
    return f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else "throughout"


def _new_id() -> str:
    return str(uuid.uuid4())
