"""Whether a text asks something of the reader: a question, a request, a label that waits, a duty of the supplier."""

import re
from functools import lru_cache

from app.readers.headings import SUPPLIER
from app.readers.patterns import any_of

_REQUEST = re.compile(
    r"(?i)(?:^|[.:;)\n]\s*|\b(?:please|to|you\s+(?:must|should|are\s+required\s+to))\s+)"
    + any_of(
        "advise", "attach", "certify", "clarify", "complete", "confirm", "declare", "define", "demonstrate", "describe",
        "detail", "disclose", "enclose", "enter", "evidence", "explain", "fill", "furnish", "give", "identify",
        "illustrate", "include", "indicate", "insert", "justify", "list", "name", "outline", "propose", "provide",
        "quote", "select", "set out", "show", "specify", "state", "submit", "summari[sz]e", "supply", "tell", "upload",
    )
    + r"\b"
)  # fmt: skip
_DUTY = re.compile(
    rf"(?i)\b(?:{SUPPLIER}|solution|system|service|product|software|platform|goods|equipment|it|you)\s+"
    r"(?:must|shall|should|will|can|is\s+able\s+to|supports?|provides?)\b"
)
_FOLLOW_UP = re.compile(r"(?i)^\W*(?:if\s+(?:so|yes|no|not|you|applicable|the\s+answer)|where\s+applicable)\b")
_FIELD = re.compile(
    r"(?i)\b"
    + any_of(
        "name", "address", "post\\s?code", "telephone", "phone", "mobile", "fax", "e-?mail", "website", "url", "date",
        "signature", "signed", "position", "job title", "title", "role", "registration", "number", r"no\.", "vat",
        "duns", "turnover", "contact", "organisation", "company", "insurer", "policy", "expiry", "country", "reference",
        "amount", "value", "price", "rate", "cost", "total", "quantity", "percentage", "year",
        "capacity", "qualification", "city", "town", "county", "zip", "surname", "forename", "nationality", "bank",
        "sort code", "iban", "abn", "acn", "fein", "siret", "siren", "nif",
        "nama", "alamat", "telefon", "jawatan", "tarikh", "tandatangan",
    )
    + r"\b"
)  # fmt: skip
_ASKS_FROM_WORDS = 3
_YOURS = re.compile(r"(?i)\byour\b")
_THE_FORM = re.compile(
    r"(?i)\W*(?:please\s+|you\s+must\s+|(?:bidders|tenderers|suppliers)\s+(?:must|should)\s+)?"
    r"(?:complete|fill\s+(?:in|out)|answer|read)\s+(?:all|each|every|this|these|the)\s+(?:\w+\s+){0,2}"
    r"(?:fields?|sections?|questions?|forms?|cells|boxes|sheets?|tabs?|documents?|questionnaire|workbook|schedule|instructions?)\b"
)


def instructs(text: str) -> bool:
    """Tell whether a text says how the form is to be filled in: "Please complete all fields marked *"."""
    return _THE_FORM.match(text) is not None


@lru_cache(maxsize=8_192)
def asks(text: str) -> float:
    """Weigh how far a text asks for an answer, from 0 (says something) to 2 (a question or an open request)."""
    plain = " ".join(text.split())
    words = len(plain.split())
    if not plain:
        return 0.0
    if "?" in plain and words >= _ASKS_FROM_WORDS:
        return 2.0
    if _REQUEST.search(plain) and words >= _ASKS_FROM_WORDS + (_YOURS.search(plain) is None):
        return 1.75
    if plain.endswith(":") and words <= 15:
        return 1.5
    if _FOLLOW_UP.match(plain):
        return 1.5
    if _DUTY.search(plain):
        return 1.25
    return 1.0 if words <= 10 and _FIELD.search(plain) else 0.0


def is_sentence(text: str) -> bool:
    """Tell whether a text is a question or a requirement rather than the name of an item."""
    words = len(text.split())
    return (asks(text) >= 1.25 and words >= 5) or words >= 18
