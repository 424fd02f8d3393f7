"""Names that belong to another bid: other buyers, other references, customers who may not be named, former names."""

import re
from collections.abc import Iterable, Iterator

from app.domain.answers_in_words import say_value
from app.domain.checks.amounts import sentences
from app.domain.findings import Check, Finding, Gravity
from app.domain.records import CaseStudy
from app.domain.submission import Answer, Submission

_EXPERIENCE = re.compile(
    r"\b(experience|track record|case stud(y|ies)|referees?|references?|contract examples?|examples? of|similar "
    r"(contracts?|services?|projects?|work)|past (performance|contracts?)|previous (contracts?|customers?|work)|"
    r"details of up to \w+ contracts?|customers?|clients?|relevant contracts?)\b",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"\b(former(ly)?|previous(ly)?|changed? (its|our|of|your) name|name change|old name)\b", re.IGNORECASE
)
_FORWARD = re.compile(
    r"\b(will|shall|would|look(ing)? forward|propos\w+|commit to|on behalf of|act (for|as)|(this|our) (bid|tender))\b",
    re.IGNORECASE,
)
LEAST_OF_NAME = 5
LEAST_OF_REFERENCE = 6
_WORDS_OF_TITLE = 3


_BODY = re.compile(
    r"\b(council|trust|board|authority|association|homes|housing|university|college|police|partnership|district|"
    r"borough|county|academy|hospitals?)\b",
    re.IGNORECASE,
)
_COMMON = re.compile(
    r"^(north|south|east|west|great|royal|national|university|department|ministry|office|city|county|london|central|"
    r"united|england|scotland|wales|british|new|saint|first|home|housing|health|community|digital|public|crown)\w*$",
    re.IGNORECASE,
)


def other_names(bid: Submission) -> Iterator[Finding]:
    """Find them in the answers; what this buyer or this file names itself is never taken for a stranger."""
    ours = _own_words(bid)
    strangers = [(name, what) for name, what in _strangers(bid) if name.casefold() not in ours]
    hidden = [one for one in bid.profile.case_studies if one.may_be_named is False]
    former = [name for name in former_names(bid) if name.casefold() not in ours]
    for answer in bid.written():
        yield from _other_buyers(answer, strangers, bid.profile.case_studies)
        yield from _unnamed_customers(answer, hidden)
        yield from _former(answer, former)


def asks_for_experience(answer: Answer) -> bool:
    """Tell whether the buyer asks for past contracts, where customers are named by right."""
    return bool(_EXPERIENCE.search(answer.asked))


def holds(text: str, name: str) -> bool:
    """Tell whether a name stands in a text as whole words, in whatever case where it has more than one word."""
    flags = re.IGNORECASE if " " in name.strip() else 0
    pattern = r"\s+".join(re.escape(word) for word in name.split())
    return bool(re.search(rf"(?<!\w){pattern}(?!\w)", text, flags))


def former_names(bid: Submission) -> tuple[str, ...]:
    """List the names the firm had before, and not the names it bears now."""
    current, old = set(), []
    for fact in bid.profile.facts:
        if fact.party_id is not None or not _is_name(fact.key):
            continue
        names = fact.value if isinstance(fact.value, (list, tuple)) else [fact.value]
        said = [say_value(one) for one in names if one]
        past = "former" in fact.key or "previous" in fact.key
        if past or (fact.valid_until is not None and fact.valid_until < bid.dates.submission):
            old += said
        else:
            current |= {name.casefold() for name in said}
    return tuple(name for name in dict.fromkeys(old) if not any(name.casefold() in now for now in current))


def _is_name(key: str) -> bool:
    return key.startswith("supplier.") and ("name" in key.split(".", 1)[1])


def _own_words(bid: Submission) -> str:
    """Everything that is this bid's own: the buyer, the tender, the questions."""
    tender = bid.tender
    own = [tender.buyer, tender.title, tender.reference] if tender else []
    own += [say_value(fact.value) for fact in bid.profile.facts if _tells_places(fact.key)]
    for file in bid.files:
        own += [file.questionnaire.title, *file.instructions]
        own += [f"{one.section}\n{one.text}\n{one.guidance}" for one in file.questionnaire]
    return "\n".join(own).casefold()


def _tells_places(key: str) -> bool:
    """Tell facts in which a place or a person may share a buyer's short name."""
    return key.startswith(("supplier.", "people.")) and not _is_name(key)


def _strangers(bid: Submission) -> Iterator[tuple[str, str]]:
    """Give each name of another tender, and what it is."""
    for tender in bid.other_tenders:
        buyer = re.sub(r"^the\s+", "", tender.buyer.strip(), flags=re.IGNORECASE)
        if len(buyer) >= LEAST_OF_NAME:
            yield buyer, "another buyer"
            yield from _head(buyer)
        if len(tender.reference) >= LEAST_OF_REFERENCE and re.search(r"\d", tender.reference):
            yield tender.reference, "the reference of another tender"
        if len(tender.title.split()) >= _WORDS_OF_TITLE:
            yield tender.title, "the title of another tender"


def _head(buyer: str) -> Iterator[tuple[str, str]]:
    """Give the one word by which people call a body: "Calderwick" of a trust or a council of that name."""
    word = buyer.split()[0]
    if _BODY.search(buyer) and len(word) > LEAST_OF_NAME and word.istitle() and not _COMMON.match(word):
        yield word, f"short for another buyer, {buyer}"


def _other_buyers(
    answer: Answer, strangers: Iterable[tuple[str, str]], customers: Iterable[CaseStudy]
) -> Iterator[Finding]:
    known = {name for one in customers for name in (one.customer.casefold(), one.customer.split(" ")[0].casefold())}
    text = answer.text
    for name, what in strangers:
        if not holds(text, name) or (name.casefold() in known and not _is_addressed(answer, name)):
            continue
        # What follows may be the short form of this very name.
        text = re.sub(re.escape(name), "", text, flags=re.IGNORECASE)
        why = f"“{name}” is named, which is {what}."
        yield answer.finding(Check.OTHER_NAME, Gravity.LOOK_AGAIN, why, "Replace it, or take the sentence out.", name)


def _is_addressed(answer: Answer, name: str) -> bool:
    """Tell a customer spoken to as if it were the buyer from one named for what was done there."""
    if asks_for_experience(answer):
        return False
    return any(holds(one, name) and _FORWARD.search(one) for one in sentences(answer.text))


def _unnamed_customers(answer: Answer, hidden: Iterable[CaseStudy]) -> Iterator[Finding]:
    for one in hidden:
        contact = one.contact.name if one.contact else ""
        for name in (one.customer, contact):
            if len(name) >= LEAST_OF_NAME and not _is_description(name) and holds(answer.text, name):
                why = f"“{name}” is named, and the case study says that this customer may not be."
                remedy = "Describe the customer without the name, or ask for leave."
                yield answer.finding(Check.OTHER_NAME, Gravity.LOOK_AGAIN, why, remedy, name)


def _is_description(name: str) -> bool:
    """Tell a description, such as "A charity in the North", from a name."""
    return bool(re.match(r"(an?|the|one|some)\s+[a-z]", name, re.IGNORECASE)) and name.split()[1].islower()


def _former(answer: Answer, former: Iterable[str]) -> Iterator[Finding]:
    if _FORMER.search(answer.asked) or _FORMER.search(answer.text):
        return
    for name in former:
        if holds(answer.text, name):
            why = f"“{name}” is a name the firm no longer bears."
            yield answer.finding(Check.FACT, Gravity.LOOK_AGAIN, why, "Use the present name.", f"former name {name}")
