"""What answers claim of the firm that can be held against the profile: numbers, dates, sums, heads."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.checks.amounts import Amount, amounts_in, sentences
from app.domain.questionnaire import Kind
from app.domain.submission import Answer

_I = re.IGNORECASE


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact as an answer gives it."""

    key: str
    """The fact it is about."""
    value: str
    """Bare letters and digits, or the sum in pounds: what is compared."""
    said: str
    answer: Answer
    amount: Amount | None = None
    about: bool = False
    """Whether it was given as a round figure: "some 30 staff"."""


_OTHERS = re.compile(
    r"\b(parents?|subsidiar\w+|sub-?contract\w+|consorti\w+|guarantors?|group of (suppliers|economic)|relied (up)?on|"
    r"referees?|customers?|clients?|associated|connected|significant control|directors?|ultimate|"
    r"immediate|broker|insurer)\b",
    _I,
)
_NOT_THE_FIRM = re.compile(
    r"\b(parents?|subsidiar\w+|sub-?contract\w+|consorti\w+|guarantors?|suppliers?|partners?|customers?|clients?|"
    r"(their|its|they))\b",
    _I,
)
_ASKED = {
    "supplier.vat_number": re.compile(r"\bVAT\b.*\b(?:number|no)\b", _I),
    "supplier.charity_number": re.compile(r"\bcharity\b.*\b(?:number|no)\b", _I),
    "supplier.duns_number": re.compile(r"\b(?:DUNS|D-U-N-S)\b", _I),
    "supplier.ppon": re.compile(r"\bPPON\b", _I),
    "supplier.company_number": re.compile(r"\bcompan(?:y|ies house) (?:registration |registered )?(?:number|no\b)", _I),
    "workforce.headcount": re.compile(
        r"\b(?:how many (?:people|staff|employees)|number of (?:employees|staff)|headcount)\b", _I
    ),
}
"""Short questions for one fact."""
_SMALLER = re.compile(
    r"\b(apprentices?|part-?time|temporary|agency|first aid\w*|women|disab\w+|trainees?|full-?time)\b", _I
)
_COMPANY = re.compile(
    r"\b(?:compan(?:y|ies house) (?:registration |registered )?(?:number|no\.?)|"
    r"registered (?:in [A-Z]\w+(?: and Wales)? )?"
    r"(?:under |with |as )?(?:number|no\.?))\s*(?:is|:|under)?\s*((?:SC|NI|OC|SO)?\d{6,8})\b",
    _I,
)
_VAT = re.compile(
    r"\bVAT (?:registration )?(?:number|no\.?|reg\.?)?\s*(?:is|"
    r":)?\s*((?:GB\s?)?\d{3}\s?\d{4}\s?\d{2})\b|\b(GB\s?\d{9})\b",
    _I,
)
_DUNS = re.compile(r"\b(?:DUNS|D-U-N-S)(?: number)?\s*(?:is|:)?\s*(\d[\d -]{7,10}\d)\b", _I)
_ROUND = r"about |some |around |over |more than |approximately |nearly "
_NUMBER = r"\d{1,3}(?:,\d{3})*|\d+"
_STAFF = r"(?:staff|employees|people|colleagues)\b"
_HEADS = re.compile(
    rf"\b(?:(?:we|which|who|firm|company|systems|ltd|limited)\s+(?:now |currently )?employs?|(?:all|our))\s+"
    rf"(?P<round>{_ROUND})?(?P<n>{_NUMBER})\s+{_STAFF}|"
    rf"\b(?:we|firm|company)\s+(?:now |currently )?(?:have|has)\s+(?P<round2>{_ROUND})?(?P<n2>{_NUMBER})\s+{_STAFF}"
    r"(?! (?:in|on|at|with|trained|who|for|to)\b)|"
    rf"\b(?:headcount|workforce|staff) of (?P<round3>{_ROUND})?(?P<n3>{_NUMBER})\b",
    _I,
)
_NOUNS = {
    "finance.turnover": re.compile(r"\bturnover\b", _I),
    "finance.profit": re.compile(r"\b(?:profit before tax|pre-tax profit|profit)\b(?! margin)", _I),
    "finance.net_assets": re.compile(r"\bnet assets\b", _I),
    "insurance.employers_liability": re.compile(
        r"\bemployer(?:’s|'s|s’|s'|s)?\s*(?:\(compulsory\)\s*)?liability\b", _I
    ),
    "insurance.public_liability": re.compile(r"\bpublic liability\b", _I),
    "insurance.professional_indemnity": re.compile(r"\bprofessional indemnity\b", _I),
    "insurance.cyber": re.compile(r"\bcyber(?: liability| risks?)? (?:insurance|cover)\b", _I),
}
_LINK = re.compile(
    r"^[\s:(]*(?:insurance|cover|of|was|is|at|stood|stands|came|to|were|amount(?:s|ed)?|grew|rose|"
    r"from|our|for|the|year|ended|"
    r"ending|in|March|April|December|\d{1,2}|20\d\d|20\d\d/\d\d|before|tax|:|,|=|–|-|\s)*$",
    _I,
)
_LINK_BACK = re.compile(r"^\s*(?:of|in|for|as|our|cover|worth)*(?:\s+(?:of|in|for|our|cover|annual))*\s*$", _I)
_BOUND = re.compile(
    r"\b(below|above|under|over|exceed\w*|threshold|at least|minimum|less than|more than|up to|share|%|per cent)\b", _I
)


def claims_of(answer: Answer) -> Iterator[Claim]:
    """Give what an answer claims, from a short field by its label and from prose by its words."""
    yield from _from_field(answer)
    if isinstance(answer.value, str) and answer.is_prose and not _NOT_THE_FIRM.search(answer.question.text):
        yield from _from_prose(answer)
    elif isinstance(answer.value, str) and answer.is_prose:
        yield from _from_sentences(answer)


def bare(text: str) -> str:
    """Give letters and digits alone: how two ways of writing a number are compared."""
    return re.sub(r"[^0-9a-z]", "", text.casefold())


def _from_field(answer: Answer) -> Iterator[Claim]:
    question = answer.question
    if question.kind not in (Kind.TEXT, Kind.NUMBER) or len(question.text) > 120:
        return
    if _OTHERS.search(f"{question.text}\n{question.section.rsplit('>', 1)[-1]}"):
        return
    for key, asked in _ASKED.items():
        if asked.search(question.text) and re.fullmatch(r"\W*[\w \-.,]*\d[\w \-.,]*\W*", answer.text):
            if key == "workforce.headcount" and (_SMALLER.search(question.text) or not bare(answer.text).isdigit()):
                continue
            yield Claim(key, bare(answer.text), answer.text.strip(), answer)
            return


def _from_prose(answer: Answer) -> Iterator[Claim]:
    text = answer.text
    for match in _COMPANY.finditer(text):
        yield Claim("supplier.company_number", bare(match[1]), match[1], answer)
    for match in _VAT.finditer(text):
        said = match[1] or match[2]
        yield Claim("supplier.vat_number", bare(said), said, answer)
    for match in _DUNS.finditer(text):
        yield Claim("supplier.duns_number", bare(match[1]), match[1], answer)
    for match in _HEADS.finditer(text):
        number = match["n"] or match["n2"] or match["n3"]
        about = bool(match["round"] or match["round2"] or match["round3"])
        yield Claim("workforce.headcount", bare(number), match[0], answer, about=about)
    yield from _from_sentences(answer)


def _from_sentences(answer: Answer) -> Iterator[Claim]:
    for sentence in sentences(answer.text):
        if not _NOT_THE_FIRM.search(sentence):
            yield from _sums(answer, sentence)


def _sums(answer: Answer, sentence: str) -> Iterator[Claim]:
    """Pair a noun with the sum that the words between tie to it; bounds and shares are no claims."""
    nouns = [(key, match) for key, words in _NOUNS.items() for match in words.finditer(sentence)]
    for amount in amounts_in(sentence):
        for key, match in nouns:
            forward = amount.start >= match.end() and _LINK.match(sentence[match.end() : amount.start])
            back = amount.end <= match.start() and _LINK_BACK.match(sentence[amount.end : match.start()])
            if not (forward or back):
                continue
            around = sentence[max(0, min(match.start(), amount.start) - 25) : max(match.end(), amount.end)]
            if not _BOUND.search(around):
                yield Claim(key, f"{amount.pounds:.0f}", amount.said, answer, amount)
