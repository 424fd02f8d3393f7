import pytest

from app.domain.check_digits import company_number_doubt, vat_number_doubt


@pytest.mark.parametrize("number", ["GD001", "GD499", "HA500", "GBHA599", "DE123456789", "IE1234567T"])
def test_departments_and_other_countries_are_not_doubted(number: str) -> None:
    assert vat_number_doubt(number) is None


@pytest.mark.parametrize("form", ["{}", "GB{}", "XI{}", "{}001", "gb {}", "GB {}"])
def test_a_vat_number_is_known_in_every_usual_form(form: str) -> None:
    assert vat_number_doubt(form.format(_with_check("1234567", 55))) is None


def _with_check(seven: str, added: int) -> str:
    weighed = sum(weight * int(digit) for weight, digit in zip(range(8, 1, -1), seven, strict=True)) + added
    return f"{seven}{97 - weighed % 97:02}"


@pytest.mark.parametrize("seven", ["1234567", "9999999", "0000001", "3628195"])
@pytest.mark.parametrize("added", [0, 55])
def test_both_rules_of_the_last_two_digits_are_known(seven: str, added: int) -> None:
    number = _with_check(seven, added)
    assert vat_number_doubt(number) is None
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    assert vat_number_doubt(wrong) is not None


@pytest.mark.parametrize("seven", ["1234567", "3628195"])
def test_a_digit_that_was_mistyped_is_found(seven: str) -> None:
    number = _with_check(seven, 55)
    for place in range(9):
        wrong = number[:place] + str((int(number[place]) + 1) % 10) + number[place + 1 :]
        assert vat_number_doubt(wrong) is not None


@pytest.mark.parametrize("number", ["", "12345678", "GB12", "GD500", "HA499", "ABCDEFGHI", "GB1234567890"])
def test_what_has_not_the_form_of_a_vat_number_is_doubted(number: str) -> None:
    assert vat_number_doubt(number) is not None


@pytest.mark.parametrize("number", ["01234567", "SC123456", "NI012345", "oc 301234", "R0000123", "12345678"])
def test_a_number_of_companies_house_is_not_doubted(number: str) -> None:
    assert company_number_doubt(number) is None


@pytest.mark.parametrize("number", ["", "1234567", "123456789", "QQ123456", "SC12345", "ABCDEFGH", "1234567A"])
def test_what_companies_house_never_gave_is_doubted(number: str) -> None:
    assert company_number_doubt(number) is not None
