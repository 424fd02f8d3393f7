"""Traps: one word, one heading or one "not" makes it another question."""

from datetime import date

import pytest

from app.domain.profile import Profile
from app.domain.questionnaire import Kind, Question, Slot
from app.domain.suggestions import SourceKind
from tests.samples.asking import ADDRESS, ask, best, evidence, facts, form, greens, offers

T, YN = Kind.TEXT, Kind.YES_NO
SUPPLIER = facts(
    {
        "supplier.legal_name": "Marram Grass Ltd",
        "supplier.registered_address": ADDRESS,
        "supplier.company_number": "01234567",
        "supplier.vat_number": "GB123456789",
        "supplier.email": "office@marram.example",
        "supplier.phone": "01947 000 000",
        "contact.name": "Ann Field",
        "contact.role": "Bid manager",
        "contact.email": "ann@marram.example",
        "contact.phone": "07700 900 000",
        "signatory.name": "Bo Marsh",
        "signatory.role": "Director",
        "parent.immediate.name": "Dune Holdings Ltd",
        "parent.immediate.company_number": "07654321",
        "parent.ultimate.name": "Sandbank plc",
        "parent.ultimate.company_number": "09999999",
        "tax.obligations_met": True,
        "exclusion.environmental_law": False,
        "exclusion.social_law": True,
        "exclusion.labour_law": False,
        "exclusion.fraud": False,
        "exclusion.professional_misconduct": False,
    }
)


def _said(question_text: str, kind: Kind = YN, section: str = "", **more: object) -> object:
    offered = best(ask(question_text, kind, section), SUPPLIER, **more)
    return offered.value if offered else None


def test_immediate_and_ultimate_parent_are_two_firms() -> None:
    assert _said("Full name of immediate parent company", T) == "Dune Holdings Ltd"
    assert _said("Full name of ultimate parent company", T) == "Sandbank plc"


def test_a_bare_label_below_a_parent_is_the_parents() -> None:
    rows = form(("Full name of ultimate parent company", T), ("Registration number (if applicable)", T))
    assert greens(rows, SUPPLIER) == ["Sandbank plc", "09999999"]


def test_company_number_under_another_firms_heading_is_not_ours() -> None:
    for heading in ("Details of sub-contractors", "Customer", "Guarantor", "Contract example 1"):
        assert offers(ask("Company number", T, heading), SUPPLIER) == [()], heading


def test_a_customers_or_buyers_name_is_not_the_suppliers() -> None:
    for label in (
        "Customer organisation name",
        "Buyer name",
        "Name of referee",
        "Name of insurer",
        "Name of your bank",
    ):
        assert greens([ask(label)], SUPPLIER) == [None], label


def test_bare_labels_alone_are_never_green() -> None:
    for label in ("Name", "Address", "Date", "Email", "Telephone", "Title", "Position"):
        assert greens([ask(label)], SUPPLIER) == [None], label


def test_the_same_labels_are_sure_below_the_person_they_belong_to() -> None:
    rows = form(("Company name", T), ("Contact person", T), ("Position", T), ("Email", Kind.EMAIL))
    assert greens(rows, SUPPLIER) == ["Marram Grass Ltd", "Ann Field", "Bid manager", "ann@marram.example"]


def test_before_any_person_is_named_a_phone_is_the_firms() -> None:
    rows = form(("Company name", T), ("Address", Kind.ADDRESS), ("Telephone", Kind.PHONE), ("Contact name", T))
    assert greens(rows, SUPPLIER)[2] == "01947 000 000"


def test_below_a_signature_a_name_is_the_signatorys_and_a_date_is_left() -> None:
    rows = form(("Signed", Kind.SIGNATURE), ("Name", T), ("Position", T), ("Date", Kind.DATE))
    assert greens(rows, SUPPLIER) == [None, "Bo Marsh", "Director", None]


def test_the_way_round_of_a_tax_question_decides_the_answer() -> None:
    assert _said("Have you met all your obligations to pay tax and social security contributions?") is True
    assert _said("Are you in breach of your obligations relating to the payment of taxes?") is False
    assert _said("Has the organisation not fulfilled its obligations relating to the payment of taxes?") is False
    assert _said("Confirm that you are not in breach of your tax or social security obligations") is True


def test_environmental_social_and_labour_law_are_three_questions() -> None:
    section = "Discretionary exclusion grounds"
    assert _said("Breach of environmental obligations?", section=section) is False
    assert _said("Breach of social law obligations?", section=section) is True
    assert _said("Breach of labour law obligations?", section=section) is False


def test_confirming_that_something_did_not_happen_turns_the_answer() -> None:
    assert _said("Have you been guilty of grave professional misconduct?") is False
    assert _said("Please confirm that you have not been guilty of grave professional misconduct") is True


def test_a_bare_ground_counts_only_among_exclusion_grounds() -> None:
    assert _said("Fraud", section="Grounds for mandatory exclusion") is False
    assert _said("Fraud", section="Training topics") is None


def test_a_declaration_without_its_fact_is_left_to_a_person() -> None:
    assert best(ask("Have you been convicted of corruption?", YN), SUPPLIER) is None


def test_a_follow_up_is_not_the_question_itself() -> None:
    text = "If you answered yes to question 4, have you been convicted of fraud?"
    assert greens([ask(text, YN)], SUPPLIER) == [None]


@pytest.mark.parametrize(
    ("held", "asked"),
    [
        ("certificate.cyber_essentials", "Do you hold Cyber Essentials Plus certification?"),
        ("certificate.iso_9001", "Do you hold ISO 14001 certification?"),
        ("insurance.employers_liability", "Do you hold public liability insurance?"),
        ("insurance.professional_indemnity", "Do you hold product liability insurance?"),
    ],
)
def test_another_certificate_or_insurance_does_not_answer(held: str, asked: str) -> None:
    assert best(ask(asked, YN), Profile(evidence=(evidence(held, cover=1_000_000),))) is None


def test_what_the_form_asks_twice_in_a_row_is_doubted_the_second_time() -> None:
    rows = form(("Contact name", T), ("Contact name", T))
    assert greens(rows, SUPPLIER) == ["Ann Field", None]


def test_a_sentence_with_a_named_blank_is_answered_by_the_blank() -> None:
    assert _said("[Supplier name] will reduce its emissions every year.", T) == "Marram Grass Ltd"


def test_a_place_that_the_reader_doubts_needs_the_very_words() -> None:
    exact, near = (
        ask("Company registration number", sure=0.6),
        ask("Number under which the firm stands registered", sure=0.6),
    )
    assert greens([exact], SUPPLIER) == ["01234567"]
    assert greens([near], SUPPLIER) == [None]


def test_sources_say_which_wording_and_which_fact() -> None:
    offered = best(ask("VAT registration number"), SUPPLIER)
    assert offered is not None
    assert offered.source.kind is SourceKind.FACT
    assert "VAT" in offered.source.why


def test_labels_of_other_languages_are_known() -> None:
    for label in ("Nama Syarikat", "Enw'r cwmni", "Nom de l'entreprise", "Firmenname"):
        assert greens([ask(label)], SUPPLIER) == ["Marram Grass Ltd"], label


def test_a_fact_that_ends_before_the_tender_is_unknown() -> None:
    from app.domain.records import Fact

    past = Profile(facts=(Fact("f", "supplier.vat_number", "GB1", valid_until=date(2020, 1, 1)),))
    assert best(ask("VAT number"), past) is None


def test_a_contact_for_accounts_is_not_the_contact_of_the_bid() -> None:
    for heading in ("Accounts contact", "Remittance advice", "Purchase orders", "Health and safety contact"):
        assert greens(form(("Contact name", T), ("Email", Kind.EMAIL), section=heading), SUPPLIER) == [None, None], (
            heading
        )
    assert greens(form(("Contact name", T), section="Sales contact"), SUPPLIER) == ["Ann Field"]


def _sheet(*cells: tuple[str, str, Kind]) -> list[Question]:
    return [Question(place, text, Slot(f"Sheet!{place}"), kind) for text, place, kind in cells]


def test_two_groups_side_by_side_are_read_each_from_above() -> None:
    email, phone = Kind.EMAIL, Kind.PHONE
    company = [("Company name", "B2", T), ("Telephone", "B3", phone), ("Email", "B4", email)]
    contact = [("Contact name", "D2", T), ("Telephone", "D3", phone), ("Email", "D4", email)]
    rows = [cell for pair in zip(company, contact, strict=True) for cell in pair]
    assert greens(_sheet(*rows), SUPPLIER) == [
        "Marram Grass Ltd",
        "Ann Field",
        "01947 000 000",
        "07700 900 000",
        "office@marram.example",
        "ann@marram.example",
    ]


def test_two_fields_in_a_row_are_read_from_left_to_right() -> None:
    rows = [("Company name", "B2", T), ("Trading name", "D2", T), ("Contact name", "B3", T), ("Job title", "D3", T)]
    assert greens(_sheet(*rows, ("Email", "B4", Kind.EMAIL), ("Telephone", "D4", Kind.PHONE)), SUPPLIER)[2:] == [
        "Ann Field",
        "Bid manager",
        "ann@marram.example",
        "07700 900 000",
    ]


def test_the_buyers_name_in_a_heading_does_not_make_the_details_the_buyers() -> None:
    for heading in ("Wexholm Borough Council: supplier questionnaire", "Data Processor Due Diligence Form"):
        assert greens(form(("Company number", T), section=heading), SUPPLIER) == ["01234567"], heading
    for heading in ("Contracting authority", "Council contact", "For office use only"):
        assert greens(form(("Company number", T), section=heading), SUPPLIER) == [None], heading


def test_a_mobile_number_is_not_guessed_from_a_landline() -> None:
    assert greens(form(("Contact name", T), ("Mobile", Kind.PHONE)), SUPPLIER) == ["Ann Field", None]


def test_a_ground_wrapped_into_a_long_sentence_is_known_and_one_with_more_in_it_is_not() -> None:
    long = (
        "Has the bidder itself, or any person who is a member of its administrative, management or supervisory body, "
        "been convicted by final judgment of fraud in the last five years?"
    )
    assert greens([ask(long, YN)], SUPPLIER) == ["No"]
    assert greens([ask(long.replace("fraud", "fraud or of parking offences"), YN)], SUPPLIER) == [None]


def test_the_firm_behind_a_signature_is_ours() -> None:
    rows = form(("Signature", Kind.SIGNATURE), ("Name", T), ("For and on behalf of", T), section="Declaration")
    assert greens(rows, SUPPLIER) == [None, "Bo Marsh", "Marram Grass Ltd"]


def test_a_name_beside_a_position_is_a_persons_and_never_the_firms() -> None:
    rows = form(("Name", T), ("Role", T), ("Telephone", Kind.PHONE), section="Your business")
    offered = offers(rows, SUPPLIER)
    assert [one[0].value for one in offered if one] == ["Ann Field", "Bid manager", "07700 900 000"]
    assert all(one[0].band == "amber" for one in offered if one)


def test_a_block_that_opens_with_another_firm_is_that_firms_whatever_the_heading() -> None:
    labels = (("Company number", T), ("Registered address", T), ("Contact name", T), ("Email", Kind.EMAIL))
    rows = form(("Name of sub-contractor", T), *labels, section="Supplier information return")
    assert greens(rows, SUPPLIER) == [None] * 5


def test_a_question_that_only_speaks_of_the_company_is_not_answered_with_its_name() -> None:
    for text in (
        "Is your company a member of a trade body?\nEvidence / comments",
        "Does the company have any outstanding court judgments?\nRemarks",
        "Name and address of your bankers",
    ):
        assert offers(ask(text, Kind.LONG_TEXT), SUPPLIER) == [()], text


def test_whether_others_take_part_does_not_make_the_contact_below_theirs() -> None:
    rows = form(
        ("Full name of immediate parent company", T),
        ("Will you be using sub-contractors?", YN),
        ("Contact name", T),
        ("Role", T),
    )
    offered = [one[0] if one else None for one in offers(rows, SUPPLIER)][2:]
    assert [(one.value, one.confidence) if one else None for one in offered] == [
        ("Ann Field", 0.9),
        ("Bid manager", 0.9),
    ]


def test_a_vat_number_that_is_known_says_that_the_firm_is_registered() -> None:
    assert _said("Are you registered for VAT?") is True


def test_what_is_asked_of_a_parent_in_so_many_words_is_never_answered_with_ours() -> None:
    ours = facts({"finance.turnover": 1_000_000})
    assert offers(ask("Turnover of ultimate parent company", Kind.MONEY), ours) == [()]


def test_a_statement_with_a_denial_carried_on_is_answered_the_right_way_round() -> None:
    insolvency = facts({"exclusion.insolvency": False})
    asked = ask("The tenderer is not insolvent and is not being wound up.", YN, "Grounds for exclusion")
    offered = best(asked, insolvency)
    assert offered is not None
    assert offered.value is True


def test_a_reference_in_a_line_of_its_own_is_no_part_of_the_question() -> None:
    assert greens([ask("2A.3\nCompany number")], SUPPLIER) == ["01234567"]
    assert greens([ask("Q4(b)\nVAT registration number")], SUPPLIER) == ["GB123456789"]


def test_a_person_of_another_function_is_not_the_contact_for_the_bid() -> None:
    assert greens([ask("Sales\nName", section="Contacts"), ask("Sales\nEmail", section="Contacts")], SUPPLIER) == [
        None,
        None,
    ]
    assert greens([ask("Sales contact name", section="Contacts")], SUPPLIER) == ["Ann Field"]


def test_words_of_several_wordings_together_are_known_and_one_of_another_question_is_not() -> None:
    staff = facts({"workforce.headcount": 34})
    assert greens([ask("How many staff does the company employ at present?", Kind.NUMBER)], staff) == ["34"]
    assert greens([ask("How many staff does the company employ on this contract?", Kind.NUMBER)], staff) == [None]
    assert greens([ask("Number of full-time employees", Kind.NUMBER)], staff) == [None]


def test_a_trade_association_is_no_trade_assurance() -> None:
    held = facts({"trade_assurances.held": ["Example Assurance Ltd"]})
    for label in ("Trade association membership number", "Which trade bodies are you a member of?"):
        assert offers(ask(label, T), held) == [()], label


def test_a_question_for_a_day_or_a_number_gets_no_fact_of_another_form() -> None:
    held = facts(
        {"supplier.legal_form": "Private limited company", "finance.year_end": "2026-03-31", "workforce.headcount": 34}
    )
    assert offers(ask("When did your organisation start trading?", T), held) == [()]
    assert offers(ask("What was your headcount at the last year end?", Kind.NUMBER), held) == [()]
    assert [one.value for one in offers(ask("How many people do you employ?", T), held)[0]] == [34]
