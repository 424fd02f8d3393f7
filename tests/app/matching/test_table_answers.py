"""Tables whose rows and columns have names: each cell is a question, and the table one answer."""

from datetime import date

from app.domain.profile import Profile
from app.domain.questionnaire import Kind, Question, Slot
from app.domain.suggestions import GREEN
from app.domain.values import JsonValue
from tests.samples.asking import ADDRESS, evidence, facts, offers

PROFILE = Profile(
    facts=facts(
        {
            "supplier.legal_name": "Marram Grass Ltd",
            "supplier.registered_address": ADDRESS,
            "contact.name": "Ann Field",
            "contact.email": "ann@marram.example",
            "signatory.name": "Bo Marsh",
            "carbon.baseline_scope_1": 6.2,
            "carbon.reporting_scope_1": 1.9,
            "finance.turnover": [
                {"year_end": "2026-03-31", "amount": 300},
                {"year_end": "2025-03-31", "amount": 200},
            ],
        }
    ).facts,
    evidence=(
        evidence("insurance.public_liability", issuer="Dune Mutual", number="PL-1", cover=5_000_000),
        evidence("insurance.employers_liability", issuer="Sandbank", number="EL-2", cover=10_000_000),
        evidence("certificate.iso_9001", issuer="Tide Marks", number="Q-9", ends=date(2027, 1, 31)),
    ),
)


def _table(rows: tuple[str, ...], *columns: str, section: str = "", text: str = "") -> Question:
    places = {heading: f"t0.r1.c{column}" for column, heading in enumerate(columns, 1)}
    return Question("q", text or " | ".join(columns), Slot("t0.r1.c1", places, rows=rows), Kind.TABLE, section=section)


def _rows(question: Question) -> object:
    offered = offers(question, PROFILE)[0]
    return offered[0].value if offered and offered[0].confidence >= GREEN else None


def test_insurances_are_filled_row_by_row() -> None:
    table = _table(
        ("Employer's liability", "Public Liability"), "Insurer", "Policy ref", "Limit of indemnity", "Expires"
    )
    assert _rows(table) == [
        {"Insurer": "Sandbank", "Policy ref": "EL-2", "Limit of indemnity": "£10,000,000", "Expires": "30 June 2027"},
        {"Insurer": "Dune Mutual", "Policy ref": "PL-1", "Limit of indemnity": "£5,000,000", "Expires": "30 June 2027"},
    ]


def test_a_row_of_which_nothing_is_known_keeps_its_place_and_is_named() -> None:
    table = _table(("Contractors all risks", "Public liability"), "Insurer", "Excess")
    assert _rows(table) == [{"Insurer": ""}, {"Insurer": "Dune Mutual"}]
    assert "nothing known of Contractors all risks" in offers(table, PROFILE)[0][0].source.why


def test_whether_a_certificate_is_held_is_yes_in_a_column_for_yes_or_no() -> None:
    table = _table(("ISO 9001",), "Held (Y/N)", "Certifying body", "Certificate no")
    assert _rows(table) == [{"Held (Y/N)": True, "Certifying body": "Tide Marks", "Certificate no": "Q-9"}]


def test_columns_that_say_whose_are_read_as_headings() -> None:
    table = _table(("Name", "Email"), "Main contact", "Authorised signatory")
    assert _rows(table) == [
        {"Main contact": "Ann Field", "Authorised signatory": "Bo Marsh"},
        {"Main contact": "ann@marram.example"},
    ]


def test_our_name_is_never_written_into_a_column_for_a_reference() -> None:
    for column in ("Reference 1", "Contract 1", "Customer", "Sub-contractor"):
        assert _rows(_table(("Organisation name", "Contact name", "Email"), column, "Other")) is None, column


def test_years_pick_their_own_figure() -> None:
    table = _table(("Turnover",), "Year ended 31 March 2026", "2024/25", "2023")
    assert _rows(table) == [{"Year ended 31 March 2026": "£300", "2024/25": "£200"}]


def test_emissions_are_read_by_scope_and_year() -> None:
    table = _table(("Scope 1", "Scope 2"), "Baseline year", "Reporting year")
    assert _rows(table) == [{"Baseline year": 6.2, "Reporting year": 1.9}]


def test_a_price_list_is_no_form() -> None:
    table = _table(tuple(f"Public liability item {number}" for number in range(80)), "Cover", "Insurer")
    assert offers(table, PROFILE) == [()]


def test_the_edition_of_a_standard_is_no_year() -> None:
    table = _table(("ISO 9001:2015",), "Certificate No.", "Issued by")
    assert _rows(table) == [{"Certificate No.": "Q-9", "Issued by": "Tide Marks"}]


def _shares(value: JsonValue) -> object:
    table = _table(
        ("Invoices paid within 30 days (%)", "Invoices paid in 31 to 60 days (%)", "Invoices paid after 60 days (%)"),
        "Six months to 30 September 2026",
        "Six months to 31 March 2026",
        section="Payment",
    )
    keys = ("payment.share_within_30", "payment.share_31_to_60", "payment.share_over_60")
    offered = offers(table, facts(dict.fromkeys(keys, value)))[0]
    return offered[0].value if offered else None


def test_the_day_in_a_column_is_no_number_of_days() -> None:
    history = [{"period_ends": "2026-09-30", "value": 97}, {"period_ends": "2026-03-31", "value": 96}]
    row = {"Six months to 30 September 2026": "97%", "Six months to 31 March 2026": "96%"}
    assert _shares(history) == [row, row, row]


def test_one_number_without_a_period_is_not_written_under_a_dated_one() -> None:
    assert _shares(97) is None
