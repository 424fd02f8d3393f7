"""The question bank that is shipped: whole, consistent, and known by its own words."""

from collections import Counter

import pytest

from app.domain.questionnaire import Kind
from app.interchange.fact_catalogue import load_catalogue
from app.matching.context import surroundings
from app.matching.question_bank import CanonicalQuestion, load_bank
from app.matching.recognise import recognise
from tests.samples.asking import ask

BANK = load_bank()
HEADINGS = {
    "signatory": "Signature",
    "contact": "Contact details",
    "baseline": "Baseline",
    "reporting": "Reporting year",
}
EXCEPTIONS = {
    "exclusion.details",
    "supply_chain.sub_contractors",
    "supply_chain.uses_sub_contractors",
    "health_and_safety.ssip_member",
    "policy.health_and_safety.approved_on",
    "policy.data_protection.statement",
    "tax.details",
}
"""Questions that another one may stand before: both are answered by the same record, or neither is ever green."""


def _section(canonical: CanonicalQuestion, context: str) -> str:
    if canonical.id.startswith("exclusion."):
        return "Exclusion grounds"
    return "Invoices paid" if canonical.id.startswith("payment.") else HEADINGS.get(context, "")


def test_every_fact_the_bank_leans_on_is_in_the_catalogue() -> None:
    catalogue = load_catalogue()
    keys = {key.replace(".*", ".name") for one in BANK.questions for key in one.fact_keys()}
    assert {key for key in keys if catalogue.get(key) is None} == set()


def test_no_two_questions_share_an_id() -> None:
    assert [name for name, count in Counter(one.id for one in BANK.questions).items() if count > 1] == []


def test_every_question_is_answered_by_something_and_can_be_gated() -> None:
    for one in BANK.questions:
        assert one.facts or one.evidence or one.policy or one.records or one.any_of, one.id
        assert one.needs, one.id
        assert one.labels or one.bare_labels or one.wordings, one.id
        assert not one.axis or one.axis in BANK.axes, one.id


def test_no_label_of_a_firm_is_as_bare_as_the_labels_that_need_a_context() -> None:
    for one in BANK.questions:
        bare = {frozenset(BANK.lexicon.terms(text)) for text in one.bare_labels}
        if one.axis == "firm":
            assert [text for text in one.labels if frozenset(BANK.lexicon.terms(text)) in bare] == [], one.id


def test_the_important_questions_have_twenty_wordings_and_labels() -> None:
    counts = {one.id: len(one.labels) + len(one.wordings) + len(one.bare_labels) for one in BANK.questions}
    important = ("identity.legal_name", "identity.registered_address", "identity.company_number", "identity.vat_number")
    assert all(counts[name] >= 20 for name in (*important, "person.name", "tax.in_breach", "identity.legal_form"))
    assert sum(counts.values()) > 2500


@pytest.mark.parametrize("canonical", BANK.questions, ids=lambda one: one.id)
def test_a_question_is_known_by_each_of_its_own_wordings(canonical: CanonicalQuestion) -> None:
    kind = Kind.LONG_TEXT if canonical.kind is Kind.TABLE else canonical.kind
    for text in (*canonical.labels, *canonical.wordings, *canonical.denied):
        found = []
        for context in canonical.facts or ("",):
            question = ask(text, kind, _section(canonical, context))
            found += recognise(surroundings([question], BANK)[0], BANK)
        own = [one for one in found if one.canonical.id == canonical.id]
        if canonical.id in EXCEPTIONS or text == "Email address the buyer should use to contact you":
            continue
        assert own, text
        best = max(own, key=lambda one: one.confidence)
        assert best.confidence >= min(0.95, canonical.most), (text, best)
        assert best.denied == (text in canonical.denied), text
