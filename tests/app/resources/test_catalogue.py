"""The fact catalogue shipped with the program."""

import json

from app.domain.catalogue import FactType, Sensitivity
from app.paths import RESOURCES
from tests.samples.profile_guide import GUIDE, with_table

CATALOGUE = json.loads((RESOURCES / "facts" / "catalogue.json").read_text("utf-8"))
FACTS = {fact["key"]: fact for fact in CATALOGUE["facts"]}
LEAST = """
supplier.legal_name supplier.trading_names supplier.legal_form supplier.company_number supplier.charity_number
supplier.vat_number supplier.duns_number supplier.ppon supplier.share_code supplier.incorporated_on
supplier.registered_address supplier.trading_address supplier.website supplier.email supplier.phone
supplier.law_registered supplier.description supplier.is_sme supplier.is_vcse
supplier.is_supported_employment_provider supplier.is_public_service_mutual supplier.regions supplier.cpv_codes
contact.name contact.role contact.email contact.phone contact.address signatory.name signatory.role
parent.immediate.name parent.immediate.address parent.immediate.company_number parent.immediate.vat_number
parent.immediate.duns_number parent.ultimate.name parent.ultimate.address parent.ultimate.company_number
parent.ultimate.vat_number parent.ultimate.duns_number people.significant_control people.directors
finance.year_end finance.turnover finance.profit finance.net_assets finance.balance_sheet_total
finance.accounts_audited finance.can_provide_guarantee
workforce.headcount workforce.full_time_equivalent workforce.apprentices workforce.pays_real_living_wage
insurance.employers_liability insurance.public_liability insurance.professional_indemnity
insurance.product_liability insurance.cyber
certificate.cyber_essentials certificate.cyber_essentials_plus certificate.iso_9001 certificate.iso_14001
certificate.iso_27001 certificate.iso_45001 certificate.ico_registration
exclusion.criminal_organisation exclusion.corruption exclusion.fraud exclusion.terrorism exclusion.money_laundering
exclusion.slavery_and_trafficking exclusion.tax_offences exclusion.cartel exclusion.environmental_law
exclusion.social_law exclusion.labour_law exclusion.insolvency exclusion.professional_misconduct
exclusion.competition_distortion exclusion.conflict_of_interest exclusion.prior_involvement
exclusion.poor_performance exclusion.misrepresentation exclusion.undue_influence exclusion.details
tax.obligations_met modern_slavery.is_relevant_organisation modern_slavery.statement_url
payment.terms_days payment.share_within_30 payment.share_31_to_60 payment.share_over_60 payment.average_days
carbon.plan_url carbon.net_zero_year carbon.baseline_year carbon.baseline_scope_1 carbon.baseline_scope_2
carbon.baseline_scope_3 carbon.reporting_year carbon.reporting_scope_1 carbon.reporting_scope_2
carbon.reporting_scope_3 data_protection.officer data_protection.measures
health_and_safety.competent_person health_and_safety.arrangements health_and_safety.breaches
"""
"""Fact keys that others rely on: the catalogue never loses one."""


def test_every_key_that_others_rely_on_is_there() -> None:
    assert set(LEAST.split()) - set(FACTS) == set()


def test_no_key_and_no_label_within_a_section_stands_twice() -> None:
    assert len(FACTS) == len(CATALOGUE["facts"])
    labels = [(fact["section"], fact["label"]) for fact in CATALOGUE["facts"]]
    assert len(set(labels)) == len(labels)


def test_every_type_section_and_sensitivity_is_known() -> None:
    sections = {section["id"] for section in CATALOGUE["sections"]}
    for fact in FACTS.values():
        assert {fact["type"], *fact.get("also", [])} <= set(FactType), fact["key"]
        assert fact.get("sensitivity", "public") in set(Sensitivity), fact["key"]
        assert fact["section"] in sections, fact["key"]


def test_facts_stand_in_the_order_of_the_sections() -> None:
    order = [section["id"] for section in CATALOGUE["sections"]]
    seen = list(dict.fromkeys(fact["section"] for fact in CATALOGUE["facts"]))
    assert seen == order


def test_lists_of_objects_name_their_members_and_choices_their_words() -> None:
    for fact in FACTS.values():
        lists = "object_list" in (fact["type"], *fact.get("also", []))
        assert bool(fact.get("members")) == lists, fact["key"]
        assert fact["type"] != "choice" or len(fact["choices"]) > 1, fact["key"]


def test_insurances_and_certificates_are_answered_by_evidence() -> None:
    for key, fact in FACTS.items():
        named = key.startswith(("insurance.", "certificate."))
        words = key in ("insurance.broker", "insurance.will_raise_cover")
        assert (fact["type"] == "evidence") == (named and not words), key


def test_the_guide_lists_every_fact_as_the_catalogue_has_it() -> None:
    guide = GUIDE.read_text("utf-8")
    assert with_table(guide) == guide, "run python -m tests.samples.profile_guide"
