"""Profiles of every shape, as hypothesis draws them, and what they say without what a workspace adds."""

import json
from typing import Any

from hypothesis import strategies as st

from app.domain.catalogue import Catalogue
from app.domain.incoming import IncomingProfile
from app.domain.profile import Profile
from app.interchange.profile_json_write import profile_to_json

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
SOME_TEXT = TEXT.filter(bool)
NUMBER = st.integers(-(10**12), 10**12) | st.floats(allow_nan=False, allow_infinity=False)
ANY_JSON = st.recursive(
    st.none() | st.booleans() | NUMBER | TEXT,
    lambda deeper: st.lists(deeper, max_size=3) | st.dictionaries(TEXT, deeper, max_size=3),
    max_leaves=6,
)
DAY = st.dates().map(lambda day: day.isoformat())
ADDRESS = st.fixed_dictionaries({"street": TEXT, "postcode": TEXT})

TYPED = {
    "supplier.legal_name": TEXT,
    "supplier.trading_names": st.lists(TEXT, max_size=3),
    "supplier.incorporated_on": DAY,
    "supplier.registered_address": ADDRESS,
    "supplier.is_sme": st.booleans(),
    "people.directors": st.lists(st.dictionaries(TEXT, TEXT, max_size=2), max_size=2),
    "finance.turnover": st.lists(st.fixed_dictionaries({"year_end": DAY, "amount": NUMBER}), max_size=2),
    "workforce.headcount": st.integers(0, 10**6),
    "finance.profit": NUMBER,
}


def _record(required: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    known = {*required, *optional, "question", "answer", "contact"}
    extra = st.dictionaries(TEXT.filter(lambda name: name not in known), ANY_JSON, max_size=2)
    fixed = st.fixed_dictionaries(required, optional=optional)
    return st.builds(lambda one, more: {**one, **more}, fixed, extra)


def _fact(value: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    dated = _record({"value": st.none() | value}, {"from": DAY, "until": DAY, "source": TEXT})
    return st.none() | value | dated | st.lists(dated, min_size=1, max_size=3)


_OWN = SOME_TEXT.map(lambda name: f"own.{name}")
FACTS = st.builds(
    lambda typed, own: {**typed, **own},
    st.fixed_dictionaries({}, optional={key: _fact(value) for key, value in TYPED.items()}),
    st.dictionaries(_OWN, ANY_JSON, max_size=2),
)
EVIDENCE = _record(
    {"kind": SOME_TEXT},
    {
        "title": TEXT,
        "issuer": TEXT,
        "number": TEXT,
        "cover": NUMBER | TEXT,
        "starts": DAY,
        "ends": DAY,
        "review_by": DAY,
    },
)
POLICY = _record(
    {"kind": SOME_TEXT},
    {"title": TEXT, "owner": TEXT, "approved_by": TEXT, "approved_on": DAY, "review_by": DAY, "statement": TEXT},
)
PERSON = _record({"name": SOME_TEXT}, {"role": TEXT, "biography": TEXT, "qualifications": ANY_JSON})
CONTACT = _record({}, {"name": TEXT, "role": TEXT, "email": TEXT, "phone": TEXT})
CASE_STUDY = _record(
    {"title": SOME_TEXT},
    {
        "customer": TEXT, "contact": CONTACT, "may_be_named": st.booleans(), "description": TEXT, "value": NUMBER,
        "started": DAY, "completed": DAY, "outcomes": ANY_JSON, "tags": st.lists(TEXT, max_size=2),
    },
)  # fmt: skip
ANSWER = _record(
    {"id": SOME_TEXT},
    {
        "questions": st.lists(TEXT, max_size=3),
        "variants": st.lists(_record({"text": TEXT}, {"words": st.integers(0, 999)}), max_size=2),
        "state": st.sampled_from(["draft", "approved", "retired", "golden"]),
        "tags": st.lists(TEXT, max_size=2), "owner": TEXT, "reviewed_on": DAY, "review_by": DAY,
    },
)  # fmt: skip
PARTY = _record(
    {"name": SOME_TEXT, "role": st.sampled_from(["parent", "relied_upon", "member", "sub_contractor"])},
    {
        "id": SOME_TEXT, "facts": FACTS,
        "evidence": st.lists(EVIDENCE, max_size=2), "people": st.lists(PERSON, max_size=2),
    },
)  # fmt: skip
PROFILES = _record(
    {},
    {
        "facts": FACTS,
        "parties": st.lists(PARTY, max_size=2),
        "evidence": st.lists(EVIDENCE, max_size=3),
        "policies": st.lists(POLICY, max_size=2),
        "case_studies": st.lists(CASE_STUDY, max_size=2),
        "people": st.lists(PERSON, max_size=2),
        "answers": st.lists(ANSWER, max_size=3),
    },
).map(lambda members: {**members, "format": "bidfolio-profile/1"})
"""Profiles as JSON documents that may be imported."""


def said_by(profile: Profile | IncomingProfile, catalogue: Catalogue) -> str:
    """Give what a profile says, as one text to compare."""
    plain = profile.profile if isinstance(profile, IncomingProfile) else profile
    return json.dumps(profile_to_json(plain, catalogue), indent=1, sort_keys=True)
