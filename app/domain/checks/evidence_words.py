"""How kinds of evidence are called in questions and answers."""

import re
from collections.abc import Mapping

from app.domain.records import Evidence

_I = re.IGNORECASE
WORDS: Mapping[str, re.Pattern[str]] = {
    "insurance.employers_liability": re.compile(
        r"\bemployer(?:’s|'s|s’|s'|s)?\s*(?:\(compulsory\)\s*)?liability\b", _I
    ),
    "insurance.public_liability": re.compile(r"\bpublic(?: and products?)? liability\b", _I),
    "insurance.professional_indemnity": re.compile(r"\bprofessional indemnity\b", _I),
    "insurance.product_liability": re.compile(r"\bproducts? liability\b", _I),
    "insurance.cyber": re.compile(r"\bcyber(?: liability| risks?)? (?:insurance|cover)\b", _I),
    "certificate.cyber_essentials_plus": re.compile(r"\bcyber essentials (?:plus|\+)", _I),
    "certificate.cyber_essentials": re.compile(r"\bcyber essentials\b(?! (?:plus|\+))", _I),
    "certificate.iso_9001": re.compile(r"\b(?:ISO(?:/IEC)?|EN|BS)[ -]*9001\b", _I),
    "certificate.iso_14001": re.compile(r"\b(?:ISO(?:/IEC)?|EN|BS)[ -]*14001\b", _I),
    "certificate.iso_27001": re.compile(r"\b(?:ISO(?:/IEC)?|EN|BS)[ -]*27001\b", _I),
    "certificate.iso_45001": re.compile(r"\b(?:ISO(?:/IEC)?|EN|BS)[ -]*45001\b", _I),
    "certificate.iso_22301": re.compile(r"\b(?:ISO(?:/IEC)?|EN|BS)[ -]*22301\b", _I),
    "certificate.ico_registration": re.compile(
        r"\bICO regist|\bregist\w+ (?:\w+ ){0,2}with the (?:ICO|Information Commissioner)|\bdata protection regist", _I
    ),
}
"""Kinds of the catalogue by what people write."""
TITLES: Mapping[str, str] = {
    "insurance.employers_liability": "employers’ liability insurance",
    "insurance.public_liability": "public liability insurance",
    "insurance.professional_indemnity": "professional indemnity insurance",
    "insurance.product_liability": "product liability insurance",
    "insurance.cyber": "cyber insurance",
    "certificate.cyber_essentials_plus": "Cyber Essentials Plus",
    "certificate.cyber_essentials": "Cyber Essentials",
    "certificate.iso_9001": "ISO 9001",
    "certificate.iso_14001": "ISO 14001",
    "certificate.iso_27001": "ISO 27001",
    "certificate.iso_45001": "ISO 45001",
    "certificate.iso_22301": "ISO 22301",
    "certificate.ico_registration": "ICO registration",
}


def kinds_in(text: str) -> tuple[str, ...]:
    """List the kinds of evidence a text speaks of."""
    return tuple(kind for kind, words in WORDS.items() if words.search(text))


def title_of(kind: str, item: Evidence | None = None) -> str:
    """Call a kind of evidence in a sentence."""
    return TITLES.get(kind) or (item.title if item and item.title else kind.rsplit(".", 1)[-1].replace("_", " "))
