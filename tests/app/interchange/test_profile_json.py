import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.domain.catalogue import Catalogue, FactDefinition, FactType
from app.domain.errors import FileMissing, FileUnreadable, ProfileRefused
from app.domain.incoming import IncomingProfile
from app.domain.records import AnswerState, PartyRole
from app.interchange.profile_json import read_profile
from app.wording import sentence

DEFINITIONS = {
    "supplier.legal_name": FactType.TEXT,
    "supplier.description": FactType.LONG_TEXT,
    "supplier.trading_names": FactType.TEXT_LIST,
    "supplier.vat_number": FactType.TEXT,
    "supplier.company_number": FactType.TEXT,
    "supplier.incorporated_on": FactType.DATE,
    "supplier.registered_address": FactType.ADDRESS,
    "supplier.email": FactType.EMAIL,
    "supplier.is_sme": FactType.YES_NO,
    "people.directors": FactType.OBJECT_LIST,
    "finance.profit": FactType.MONEY,
    "finance.turnover": FactType.OBJECT_LIST,
    "workforce.headcount": FactType.INTEGER,
    "carbon.net_zero_year": FactType.YEAR,
    "payment.terms_days": FactType.INTEGER,
    "insurance.cyber": FactType.EVIDENCE,
}
SHARE = FactDefinition("payment.share", "Share", FactType.PERCENT, "payments", members=("period_ends", "value"))
CATALOGUE = Catalogue(
    "test",
    (),
    {SHARE.key: SHARE, **{key: FactDefinition(key, key, kind, "basic") for key, kind in DEFINITIONS.items()}},
)

Read = Callable[[Mapping[str, Any]], IncomingProfile]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read a profile with these members."""

    def read_members(members: Mapping[str, Any]) -> IncomingProfile:
        path = tmp_path / "profile.json"
        path.write_text(json.dumps({"format": "bidfolio-profile/1", **members}), "utf-8")
        return read_profile(path, CATALOGUE)

    return read_members


def _values(read: Read, key: str, fact: Any) -> list[Any]:
    return [one.value for one in read({"facts": {key: fact}}).profile.facts]


def test_a_bare_value_is_a_fact(read: Read) -> None:
    (fact,) = read({"facts": {"supplier.legal_name": "Willowbrook Ltd"}}).profile.facts
    assert (fact.key, fact.value, fact.valid_from, fact.source, fact.party_id) == (
        "supplier.legal_name",
        "Willowbrook Ltd",
        None,
        "",
        None,
    )


def test_a_history_keeps_days_and_sources(read: Read) -> None:
    history = [
        {"value": 10, "from": "2024-01-01", "until": "2024-12-31", "source": "Payroll"},
        {"value": 12, "from": "2025-01-01", "checked": True},
    ]
    older, newer = read({"facts": {"workforce.headcount": history}}).profile.facts
    assert (older.value, older.valid_from, older.valid_until, older.source) == (
        10,
        date(2024, 1, 1),
        date(2024, 12, 31),
        "Payroll",
    )
    assert (newer.value, newer.valid_until, newer.extra) == (12, None, {"checked": True})


def test_null_says_that_a_fact_does_not_apply(read: Read) -> None:
    assert _values(read, "supplier.vat_number", None) == [None]
    assert _values(read, "supplier.vat_number", {"value": None, "from": "2024-01-01"}) == [None]


@pytest.mark.parametrize(
    ("key", "fact", "values"),
    [
        ("supplier.trading_names", ["Willow", "Brook"], [["Willow", "Brook"]]),
        ("supplier.trading_names", [], [[]]),
        ("supplier.trading_names", {"value": ["Willow"]}, [["Willow"]]),
        ("supplier.trading_names", [{"value": ["Willow"]}, {"value": []}], [["Willow"], []]),
        ("finance.turnover", [{"year_end": "2026-03-31", "amount": 9}], [[{"year_end": "2026-03-31", "amount": 9}]]),
        ("workforce.headcount", [10, {"value": 12}], [10, 12]),
        ("workforce.headcount", [], []),
        (
            "supplier.registered_address",
            {"street": "1 Mill Lane", "postcode": "AB1 2CD"},
            [{"street": "1 Mill Lane", "postcode": "AB1 2CD"}],
        ),
        ("payment.share", [96, {"value": 97}], [96, 97]),
        ("payment.share", [{"value": 96, "from": "2026-01-01"}], [96]),
        ("payment.share", [{"period_ends": "2026-09-30", "value": 9}], [[{"period_ends": "2026-09-30", "value": 9}]]),
        ("our.own", [1, 2], [[1, 2]]),
        ("our.own", [{"value": 1}, {"value": 2}], [1, 2]),
        ("our.own", {"deep": {"er": [None]}}, [{"deep": {"er": [None]}}]),
    ],
)
def test_a_list_is_a_value_or_a_history_by_what_stands_in_it(
    read: Read, key: str, fact: Any, values: list[Any]
) -> None:
    assert _values(read, key, fact) == values


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("supplier.legal_name", 12),
        ("supplier.legal_name", True),
        ("supplier.legal_name", ["Willowbrook Ltd", 3]),
        ("supplier.trading_names", "Willow"),
        ("supplier.trading_names", [1]),
        ("supplier.incorporated_on", "22/11/2026"),
        ("supplier.incorporated_on", "2026-02-30"),
        ("supplier.incorporated_on", 2026),
        ("supplier.registered_address", "1 Mill Lane"),
        ("supplier.registered_address", {"street": 1}),
        ("supplier.is_sme", "yes"),
        ("supplier.is_sme", 1),
        ("people.directors", ["A. Rowan"]),
        ("finance.profit", "12,000"),
        ("finance.profit", False),
        ("workforce.headcount", 1.5),
        ("workforce.headcount", {"value": "many"}),
        ("carbon.net_zero_year", "2050"),
        ("insurance.cyber", "yes"),
        ("insurance.cyber", 5_000_000),
    ],
)
def test_a_value_of_the_wrong_type_is_refused_with_its_key_and_the_reason(read: Read, key: str, value: Any) -> None:
    with pytest.raises(ProfileRefused) as caught:
        read({"facts": {"our.own": 1, key: value}})
    assert caught.value.key.startswith(key)
    assert len(caught.value.reason) > 10
    assert sentence(caught.value).startswith(f"profile.json was not imported: {key}")


@pytest.mark.parametrize(
    ("members", "place"),
    [
        ({"facts": []}, "facts"),
        ({"evidence": {}}, "evidence"),
        ({"evidence": [{"kind": "a"}, 7]}, "evidence[1]"),
        ({"evidence": [{"title": "no kind"}]}, "evidence[0].kind"),
        ({"evidence": [{"kind": "a", "ends": "soon"}]}, "evidence[0].ends"),
        ({"evidence": [{"kind": "a", "cover": []}]}, "evidence[0].cover"),
        ({"policies": [{"kind": "a", "approved_on": 1}]}, "policies[0].approved_on"),
        ({"case_studies": [{"title": ""}]}, "case_studies[0].title"),
        ({"case_studies": [{"title": "a", "value": "much"}]}, "case_studies[0].value"),
        ({"case_studies": [{"title": "a", "may_be_named": "no"}]}, "case_studies[0].may_be_named"),
        ({"case_studies": [{"title": "a", "contact": "A. Rowan"}]}, "case_studies[0].contact"),
        ({"case_studies": [{"title": "a", "contact": {"phone": 7}}]}, "case_studies[0].contact.phone"),
        ({"people": [{"role": "Lead"}]}, "people[0].name"),
        ({"answers": [{"questions": [1]}]}, "answers[0].questions"),
        ({"answers": [{"variants": [{"text": 1}]}]}, "answers[0].variants[0].text"),
        ({"answers": [{"variants": [{"text": "a", "words": "few"}]}]}, "answers[0].variants[0].words"),
        ({"parties": [{"id": "a", "role": "parent"}]}, "parties[0].name"),
        ({"parties": [{"name": "a", "role": "friend"}]}, "parties[0].role"),
        (
            {"parties": [{"name": "a", "role": "parent", "facts": {"supplier.is_sme": "no"}}]},
            "parties[0].facts.supplier.is_sme",
        ),
        (
            {"facts": {"workforce.headcount": [{"value": 1}, {"value": 2, "from": "then"}]}},
            "workforce.headcount[1].from",
        ),
    ],
)
def test_the_place_of_what_is_wrong_is_named(read: Read, members: Mapping[str, Any], place: str) -> None:
    with pytest.raises(ProfileRefused) as caught:
        read(members)
    assert caught.value.key == place


def test_a_failed_check_digit_is_a_warning_and_the_value_is_taken(read: Read) -> None:
    incoming = read({"facts": {"supplier.vat_number": "GB123456789", "supplier.company_number": "123"}})
    assert [fact.value for fact in incoming.profile.facts] == ["GB123456789", "123"]
    assert [warning.split()[0] for warning in incoming.warnings] == ["supplier.vat_number", "supplier.company_number"]


def test_parties_have_facts_evidence_and_people_of_their_own(read: Read) -> None:
    members = {
        "parties": [
            {
                "id": "larch",
                "name": "Larch plc",
                "role": "parent",
                "founded": 1999,
                "facts": {"supplier.legal_name": "Larch plc"},
                "evidence": [{"kind": "certificate.iso_9001"}],
                "people": [{"name": "A. Rowan"}],
            }
        ],
        "facts": {"supplier.legal_name": "Willowbrook Ltd"},
    }
    profile = read(members).profile
    (party,) = profile.parties
    assert (party.key, party.name, party.role, party.extra) == (
        "larch",
        "Larch plc",
        PartyRole.PARENT,
        {"founded": 1999},
    )
    assert {fact.party_id: fact.value for fact in profile.facts} == {None: "Willowbrook Ltd", party.id: "Larch plc"}
    assert profile.evidence[0].party_id == profile.people[0].party_id == party.id


def test_unknown_members_are_kept_at_every_level(read: Read) -> None:
    members = {
        "mood": "sunny",
        "evidence": [{"kind": "a", "colour": 1}],
        "policies": [{"kind": "a", "colour": 2}],
        "case_studies": [{"title": "a", "colour": 3, "contact": {"name": "A", "fax": 4}}],
        "people": [{"name": "a", "colour": 5}],
        "answers": [{"question": "a", "colour": 6, "variants": [{"text": "a", "tone": 7}]}],
    }
    profile = read(members).profile
    assert profile.extra == {"mood": "sunny"}
    assert [
        profile.evidence[0].extra,
        profile.policies[0].extra,
        profile.people[0].extra,
        profile.answers[0].extra,
    ] == [
        {"colour": 1},
        {"colour": 2},
        {"colour": 5},
        {"colour": 6},
    ]
    contact = profile.case_studies[0].contact
    assert contact is not None
    assert (profile.case_studies[0].extra, contact.extra) == ({"colour": 3}, {"fax": 4})
    assert profile.answers[0].variants[0].extra == {"tone": 7}


def test_question_and_answer_stand_for_one_of_each(read: Read) -> None:
    (answer,) = read({"answers": [{"question": "How?", "answer": "So."}]}).profile.answers
    assert answer.questions == ("How?",)
    assert [variant.text for variant in answer.variants] == ["So."]
    assert answer.state is AnswerState.APPROVED


def test_a_state_that_is_not_known_makes_a_draft_that_says_so(read: Read) -> None:
    incoming = read({"answers": [{"question": "How?", "answer": "So.", "state": "golden"}]})
    (answer,) = incoming.profile.answers
    assert (answer.state, answer.extra) == (AnswerState.DRAFT, {"state": "golden"})
    assert len(incoming.warnings) == 1


def test_files_of_evidence_and_policies_are_read_beside_the_profile(tmp_path: Path, read: Read) -> None:
    (tmp_path / "cover.pdf").write_bytes(b"cover")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "policy.pdf").write_bytes(b"policy")
    incoming = read(
        {
            "evidence": [{"kind": "a", "file": "cover.pdf"}, {"kind": "b", "file": "missing.pdf"}],
            "policies": [{"kind": "c", "file": "below/policy.pdf"}],
        }
    )
    assert incoming.attachments == {"cover.pdf": b"cover", "below/policy.pdf": b"policy"}
    assert [one.file for one in incoming.profile.evidence] == ["cover.pdf", "missing.pdf"]
    assert len(incoming.warnings) == 1


@pytest.mark.parametrize("name", ["../secret.pdf", "/etc/hostname", "below/../../secret.pdf", "..\\secret.pdf"])
def test_a_file_outside_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "secret.pdf").write_bytes(b"secret")
    path = folder / "profile.json"
    path.write_text(json.dumps({"evidence": [{"kind": "a", "file": name}]}))
    with pytest.raises(ProfileRefused) as caught:
        read_profile(path, CATALOGUE)
    assert caught.value.key == "evidence[0].file"


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "secret.pdf").write_bytes(b"secret")
    (folder / "a.pdf").symlink_to(tmp_path / "secret.pdf")
    path = folder / "profile.json"
    path.write_text(json.dumps({"evidence": [{"kind": "a", "file": "a.pdf"}]}))
    with pytest.raises(ProfileRefused):
        read_profile(path, CATALOGUE)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[1]", b"null", b"\xff\xfe", b"\x00", b'{"facts": {"a": NaN}}', b'{"facts": {"a": Infinity}}',
        b"[" * 100_000, b'{"a": ' * 100_000, b'{"facts": {"a": "\\ud800"}}', b'{"format": "bidfolio-profile/9"}',
        b'{"facts": {"a": ' + b"9" * 5000 + b"}}", "dear supplier".encode("utf-16"),
    ],
)  # fmt: skip
def test_what_is_no_profile_is_refused_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "profile.json"
    path.write_bytes(content)
    with pytest.raises(FileUnreadable) as caught:
        read_profile(path, CATALOGUE)
    assert "\n" not in sentence(caught.value)


def test_a_missing_profile_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read_profile(tmp_path / "none.json", CATALOGUE)
    with pytest.raises(FileUnreadable):
        read_profile(tmp_path, CATALOGUE)


def test_a_mark_of_utf_8_and_a_missing_format_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "profile.json"
    path.write_bytes(b'\xef\xbb\xbf{"facts": {"supplier.legal_name": "Caf\xc3\xa9 Ltd"}}')
    assert read_profile(path, CATALOGUE).profile.facts[0].value == "Café Ltd"
