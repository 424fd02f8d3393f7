"""Numbers of registers that can be checked without asking the register."""

import re

_VAT_WEIGHTS = (8, 7, 6, 5, 4, 3, 2)
_COMPANY_PREFIXES = (
    "AC CE CS FC FE GE GN GS IC IP LP NA NC NF NI NL NO NP NR NV NZ OC OE PC R R0 RC RS SA SC SE SF SG SI SL SO "
    "SP SR SZ ZC"
)


def vat_number_doubt(value: str) -> str | None:
    """Say why a United Kingdom VAT number cannot be right; None where it can, or is of another country.

    Nine digits, or twelve with a branch; the first seven weighted 8 to 2 and the last two as a number must
    add up to a multiple of 97, with 55 added or not ("97" and "9755" of HMRC's VAT registration manual).
    Government departments have GD and three digits below 500, health authorities HA and three from 500.
    """
    plain = re.sub(r"[\s.-]", "", value.upper())
    if re.match(r"(?!GB|XI|GD|HA)[A-Z]{2}[A-Z]?\d", plain):
        return None
    number = re.sub(r"^(GB|XI)", "", plain)
    if re.fullmatch(r"GD[0-4]\d\d|HA[5-9]\d\d", number):
        return None
    if not re.fullmatch(r"\d{9}(\d{3})?", number):
        return "is not a VAT number: it has nine digits, or twelve with a branch"
    weighed = sum(weight * int(digit) for weight, digit in zip(_VAT_WEIGHTS, number, strict=False)) + int(number[7:9])
    return (
        None if weighed % 97 in (0, 97 - 55) else "fails the check of its last two digits: look for a slip of the pen"
    )


def company_number_doubt(value: str) -> str | None:
    """Say why a number cannot be one of Companies House: eight digits, or two letters it uses and six digits."""
    plain = re.sub(r"\s", "", value.upper())
    found = re.fullmatch(r"(\d{8})|([A-Z]{2}|R0|R)(\d{5,7})", plain)
    if found is None or len(plain) != 8:
        return "is not a company number: it has eight characters, with zeros in front where it is shorter"
    if found[2] and found[2] not in _COMPANY_PREFIXES.split():
        return f"begins with {found[2]}, which Companies House does not use"
    return None
