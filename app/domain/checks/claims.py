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
_NUMBERS = {"supplier.company_number": _COMPANY, "supplier.vat_number": _VAT, "supplier.duns_number": _DUNS}
_ROUND = r"about |some |around |over |more than |approximately |nearly "
_NUMBER = r"\d{1,3}(?:,\d{3})*|\d+"
_STAFF = r"(?:staff|employees|people|colleagues)\b"
_NOT_ALL = r"(?! (?:in|on|at|of|from|with|trained|who|for|to|will)\b)"
"""What follows a number of people that are not the whole firm."""
_HEADS = re.compile(
    rf"\b(?:we|firm|company)\s+(?:now |currently )?employs?\s+(?P<round>{_ROUND})?(?P<n>{_NUMBER})\s+{_STAFF}|"
    rf"\b(?:we|firm|company)\s+(?:now |currently )?(?:have|has)\s+(?P<round2>{_ROUND})?(?P<n2>{_NUMBER})\s+{_STAFF}"
    rf"{_NOT_ALL}|"
    rf"\b(?:all|our)\s+(?P<round4>{_ROUND})?(?P<n4>{_NUMBER})\s+(?:staff|employees)\b{_NOT_ALL}|"
    rf"\bwe are (?:a team of )?(?P<round5>{_ROUND})?(?P<n5>{_NUMBER})\s+{_STAFF}{_NOT_ALL}|"
    rf"\bour (?P<n6>{_NUMBER})-strong (?:workforce|team|staff)\b{_NOT_ALL}|"
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
    "insurance.professional_indemnity": re.compile(r"\b(?:professional indemnity\b|PI (?=insurance|cover))", _I),
    "insurance.cyber": re.compile(r"\bcyber(?: liability| risks?)? (?:insurance|cover)\b", _I),
}
_LINK = re.compile(
    r"insurance|cover|of|was|is|at|stood|stands|came|to|were|amount(?:s|ed)?|grew|rose|from|our|for|the|year|end(?:ed|ing)|"
    r"with|an?|limit|value|worth|in|place|before|tax|annual|January|February|March|April|May|June|July|August|September|"
    r"October|November|December|[:,=–(-]",
    _I,
)
"""Words that may stand between a noun and its sum."""
_GAP = 60
_ELSEWHERE = re.compile(
    r"\b(your|contracts?|projects?|programmes?|schemes?|excess|settled|claims? (?:of|were)|paid)\b", _I
)
_ANOTHER = re.compile(r"\b(Ltd|Limited|PLC|LLP|CIC)\b", _I)
_BOUND = re.compile(
    r"\b(below|above|under|over|exceed\w*|threshold|at least|minimum|less than|more than|up to|share|%|per cent)\b", _I
)


def claims_of(answer: Answer, names: tuple[str, ...] = ()) -> Iterator[Claim]:
    """Give what an answer claims, from a short field by its label and from prose by its words.

    `names` are those the firm calls itself by: where one stands, "we" is meant.
    """
    yield from _from_field(answer)
    if isinstance(answer.value, str) and answer.is_prose and not _NOT_THE_FIRM.search(answer.question.text):
        yield from _from_prose(answer, _as_we(answer.text, names))
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


def _as_we(text: str, names: tuple[str, ...]) -> str:
    ours = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.sub(rf"(?<!\w)(?:{ours})(?!\w)", "we", text) if ours else text


def _from_prose(answer: Answer, text: str) -> Iterator[Claim]:
    for key, numbers in _NUMBERS.items():
        for match in numbers.finditer(text):
            # Right behind the name of another firm it is that firm's.
            if not _ANOTHER.search(text[max(0, match.start() - 40) : match.start()]):
                said = next(filter(None, match.groups()))
                yield Claim(key, bare(said), said, answer)
    for match in _HEADS.finditer(text):
        named = {name: found for name, found in match.groupdict().items() if found}
        number = next(found for name, found in named.items() if name.startswith("n"))
        about = any(name.startswith("round") for name in named)
        yield Claim("workforce.headcount", bare(number), match[0], answer, about=about)
    yield from _from_sentences(answer)


def _from_sentences(answer: Answer) -> Iterator[Claim]:
    for sentence in sentences(answer.text):
        if ("£" in sentence or "GBP" in sentence) and not _NOT_THE_FIRM.search(sentence):
            yield from _sums(answer, sentence)


def _sums(answer: Answer, sentence: str) -> Iterator[Claim]:
    """Pair a noun with the sum that the words between tie to it; bounds and shares are no claims."""
    nouns = [(key, match) for key, words in _NOUNS.items() for match in words.finditer(sentence)]
    for amount in amounts_in(sentence):
        for key, match in nouns:
            start, end = min(match.start(), amount.start), max(match.end(), amount.end)
            gap = (
                sentence[match.end() : amount.start]
                if amount.start >= match.end()
                else sentence[amount.end : match.start()]
            )
            before = sentence[max(0, start - 25) : end]
            if _ties(gap) and not _BOUND.search(before) and not _ELSEWHERE.search(sentence[:end]):
                yield Claim(key, f"{amount.pounds:.0f}", amount.said, answer, amount)


def _ties(gap: str) -> bool:
    """Tell whether the words between a noun and a sum do no more than tie them together."""
    if len(gap) > _GAP:
        return False
    words = re.findall(r"[^\W\d]+|\S", re.sub(r"\b(?:\d{1,2}|20\d\d(?:/\d\d)?)\b", " ", gap))
    return all(_LINK.fullmatch(word) for word in words)
