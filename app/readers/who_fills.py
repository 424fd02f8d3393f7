"""Who is to fill a place: the supplier, or the buyer's own people."""

import re
from enum import StrEnum

from app.readers.headings import BUYER, SUPPLIER
from app.readers.patterns import any_of


class Filler(StrEnum):
    """Who fills a place in."""

    SUPPLIER = "supplier"
    BUYER = "buyer"


_BUYER = any_of(BUYER, "controller", "customer", "commissioner", "employer", "user", "procurement\\s+(?:team|officer)")
_FILL = any_of(
    "complete", "completed", "fill(?:ed)?(?:\\s+in)?", "insert(?:ed)?", "amend", "delete", "enter", "sign(?:ed)?"
)
_BY_SUPPLIER = re.compile(
    "(?i)"
    + any_of(
        rf"\b(?:to\s+be\s+)?{_FILL}\s+by\s+(?:the\s+|each\s+|all\s+)?{SUPPLIER}",
        rf"\b(?:the\s+|each\s+)?{SUPPLIER}\s+(?:to|must|should|shall|are\s+(?:required|asked)\s+to|is\s+(?:required|asked)\s+to)\s+{_FILL}",
        rf"\binstructions?\s+(?:to|for)\s+{SUPPLIER}",
        rf"\bfor\s+completion\s+by\s+(?:the\s+)?{SUPPLIER}",
    )
)
_BY_BUYER = re.compile(
    "(?i)"
    + any_of(
        rf"\b(?:to\s+be\s+)?{_FILL}\s+by\s+(?:the\s+)?{_BUYER}\b",
        rf"\b(?:the\s+)?{_BUYER}\s+(?:to|must|should)\s+{_FILL}\b",
        rf"\b{_BUYER}\s+guidance\b",
        rf"\b(?:for\s+)?{_BUYER}\s+use(?:\s+only)?\s*(?:$|[).:])",
        rf"\b(?:guidance|note)s?\s+(?:note\s+)?(?:for|to)\s+(?:the\s+)?{_BUYER}",
        r"\b(?:for|official|internal|office)\s+(?:official|office|internal)?\s*use\s+only\b",
        rf"\bfor\s+(?:completion|use)\s+by\s+(?:the\s+)?{_BUYER}\b",
        r"\bdrafting\s+note",
        r"\bDN\s*:",
    )
)
_SUPPLIERS_OWN = re.compile(
    rf"(?i)\b(?:your|our|{SUPPLIER})\b|\b(?:company|organisation|business|trading|registered|signatory|director)\b"
)
_BUYERS_OWN = re.compile(
    rf"(?i)\b{_BUYER}\b|\b(?:procurement|tender|contract|framework|lot|call-off|itt|rfp|notice|project|invitation|order)"
    r"\s+(?:name|title|ref(?:erence)?|number|id|start|end|period|notice|procedure)\b|=|^(?:x|n|\d+\s*%?|[\d.,%]+)$"
    r"|\b(?:delete|amend|guidance|drafting|if\s+applicable\s+delete|footnote|as\s+appropriate|drop\s*down)\b|^(?:footnote|note)\b"
)
_FIRST_PERSON = re.compile(r"(?i)\b(?:we|our|us|i|my)\b")
_PUT_IN = re.compile(r"(?i)\b(?:insert|enter|provide|state|complete|specify|give|confirm|write|fill)\b")
_LEGAL = re.compile(
    r"\b(?:[Cc]lauses?|[Pp]arties|Party|hereby|thereof|hereto|hereinafter|indemnif\w+|Schedule \d|notwithstanding)\b"
)
_GUIDANCE = re.compile(
    r"(?i)\W*(?:[\w\s]{0,30}\bguidance\b|notes?\b|footnote|drafting|delete\b|amend\b|optional\b|or\b|and\b)"
)
_ON_BEHALF = re.compile(
    rf"(?i)\b(?:signed|executed|signature)\b.{{0,60}}\bon\s+behalf\s+of\s+(?:the\s+)?(?P<party>(?:[\w\s:/\[\]]{{0,40}})?"
    rf"\b(?:{SUPPLIER}|{_BUYER})\b)[^.]{{0,40}}$"
)
_OFFICIAL = re.compile(
    r"(?i)\bnotary\b|\bsworn\b.{0,40}\bbefore\s+me\b|\bcommission(?:er)?\s+(?:expires|for\s+oaths)\b"
)
_PARTY = re.compile(
    r"(?i)\b(?:supplier|bidder|tenderer|contractor|provider|vendor|offeror|respondent)(?:['’]?s?['’]?)?\b"
)
_FEWEST = 3
_FEWEST_LEGAL = 5
_LEGAL_SHARE = 0.006
_ADDRESSING = re.compile(r"(?i)\b(?:you|your|please|bidders?|tenderers?)\b")


def told_filler(text: str) -> Filler | None:
    """Tell who fills in what follows an instruction, or None where it does not say."""
    if _BY_BUYER.search(text):
        return Filler.BUYER
    return Filler.SUPPLIER if _BY_SUPPLIER.search(text) else None


def signing_party(text: str) -> Filler | None:
    """Tell whose place to sign a line opens: "Signed for and on behalf of the Authority"; None where of neither."""
    match = _ON_BEHALF.search(" ".join(text.split()))
    if match is None:
        return None
    return Filler.SUPPLIER if re.search(rf"(?i)\b{SUPPLIER}\b", match["party"]) else Filler.BUYER


def owner_of(prompt: str) -> Filler | None:
    """Tell whose detail the words of a placeholder name, or None where they could be either's."""
    if _SUPPLIERS_OWN.search(prompt) and "=" not in prompt and not re.search(rf"(?i)\b{_BUYER}\b", prompt):
        return Filler.SUPPLIER
    return Filler.BUYER if _BUYERS_OWN.search(prompt) else None


def names_party(label: str) -> bool:
    """Tell whether a label names the supplier as the party of a contract: "Supplier's data protection officer"."""
    return bool(_PARTY.search(label))


def is_for_officials(label: str) -> bool:
    """Tell whether a label is that of a notary or commissioner before whom something is sworn."""
    return bool(_OFFICIAL.search(label))


def is_guidance(prompt: str) -> bool:
    """Tell whether bracketed words only advise: a note, guidance, a footnote mark."""
    return bool(_GUIDANCE.match(prompt))


def speaks_as_supplier(text: str) -> bool:
    """Tell whether a sentence is one that the supplier will have said: "we are committed to ..."."""
    return bool(_FIRST_PERSON.search(text)) and not _ADDRESSING.search(text)


def speaks_to_supplier(text: str) -> bool:
    """Tell whether a sentence tells the supplier something without asking for a word to be put in."""
    return bool(_ADDRESSING.search(text)) and not _PUT_IN.search(text)


def addresses(text: str) -> bool:
    """Tell whether a text speaks to a bidder more than once or twice, or as one."""
    return len(_ADDRESSING.findall(text)) + len(_FIRST_PERSON.findall(text)) >= _FEWEST


def is_contract(text: str) -> bool:
    """Tell whether a text speaks as a contract does: of clauses and parties more than to or as a bidder."""
    words = max(1, len(text.split()))
    legal, others = len(_LEGAL.findall(text)), len(_ADDRESSING.findall(text)) + len(_FIRST_PERSON.findall(text))
    return legal >= _FEWEST_LEGAL and legal / words > _LEGAL_SHARE and legal > others
