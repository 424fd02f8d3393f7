"""Tables of past contracts: from case studies, for a person to choose."""

from datetime import date

from app.domain.profile import Profile
from app.domain.questionnaire import Kind, Question, Slot
from app.domain.records import CaseStudy, Contact
from tests.samples.asking import offers


def _study(name: str, ended: date | None, **more: object) -> CaseStudy:
    contact = Contact(f"Referee of {name}", "Head of IT", f"it@{name.lower()}.example", "01632 960001")
    return CaseStudy(name, title=f"Work for {name}", customer=name, contact=contact, completed=ended, **more)  # type: ignore[arg-type]


STUDIES = Profile(
    case_studies=(
        _study("Ash", date(2025, 3, 31), value=50_000, started=date(2024, 4, 1)),
        _study("Birch", None),
        _study("Cedar", date(2021, 1, 31)),
        _study("Dale", date(2026, 1, 31), may_be_named=False),
    )
)


def _table(*columns: str, rows: tuple[str, ...] = (), text: str = "Contracts of the past three years") -> Question:
    places = {heading: f"t0.r1.c{column}" for column, heading in enumerate(columns)}
    return Question("q", text, Slot("t0.r1.c0", places, rows=rows), Kind.TABLE)


def test_each_column_takes_one_contract_and_rows_that_are_not_known_stay_empty() -> None:
    rows = ("Name of customer organisation", "Point of contact", "Contract reference", "Estimated contract value")
    (offered,) = offers(_table("Contract 1", "Contract 2", "Contract 3", rows=rows), STUDIES)[0]
    assert offered.value == [
        {"Contract 1": "Birch", "Contract 2": "Ash"},
        {"Contract 1": "Referee of Birch", "Contract 2": "Referee of Ash"},
        {"Contract 1": "", "Contract 2": ""},
        {"Contract 1": "", "Contract 2": "£50,000"},
    ]


def test_each_row_takes_one_contract_where_the_columns_have_names() -> None:
    (offered,) = offers(_table("Client", "Contact person", "Telephone", "Start date"), STUDIES)[0]
    assert offered.value[1] == {  # type: ignore[index]
        "Client": "Ash",
        "Contact person": "Referee of Ash",
        "Telephone": "01632 960001",
        "Start date": "1 April 2024",
    }


def test_the_choice_of_contracts_is_a_persons_and_customers_not_to_be_named_are_left_out() -> None:
    (offered,) = offers(_table("Client", "Contact person", "Value"), STUDIES)[0]
    assert offered.band == "amber"
    assert "Dale" not in str(offered.value)
    assert "Cedar" not in str(offered.value)


def test_a_table_of_something_else_is_left_alone() -> None:
    for columns in (("Name of sub-contractor", "Address", "Trade"), ("Item", "Price", "Total")):
        assert offers(_table(*columns, text="Details"), STUDIES) == [()]
