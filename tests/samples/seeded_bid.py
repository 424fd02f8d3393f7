"""A bid of the sample supplier with a fault of every kind, and its clean twin.

The clean twin answers eighty questions: the short fields of a selection questionnaire, and every answer of the sample
supplier's library. Each seed changes one thing of it, and names the check that must find it and where.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import Any

from app.domain.dates import ReferenceDates
from app.domain.filling import FillReport, LeftQuestion
from app.domain.findings import Check
from app.domain.profile import Profile
from app.domain.questionnaire import Condition, Kind, Limit, LimitUnit, Question, Questionnaire, Slot
from app.domain.records import CaseStudy, Contact, Evidence, Fact
from app.domain.responses import Person, Response, ResponseKey, ResponseState, Unreviewed
from app.domain.submission import AnsweredFile, FilledCopy, Submission
from app.domain.suggestions import Source, SourceKind
from app.domain.tenders import Tender
from app.interchange.fact_catalogue import load_catalogue
from app.interchange.profile_json import read_profile
from app.paths import RESOURCES

DIGEST = "5eed" * 16
NOW = datetime(2026, 11, 22, 9, 41)
TENDER = Tender(
    "tender-1", "Digital Housing Platform", "Northshire Council", "NC-2026-118", submission=datetime(2026, 12, 11, 12)
)
OTHERS = (
    Tender("tender-2", "Staff accommodation system", "Calderwick NHS Trust", "CNT-26-0417"),
    Tender("tender-3", "Homes and repairs renewal", "Wexholm Borough Council", "WBC/HR/2026"),
)
DATES = ReferenceDates(date(2026, 12, 11), date(2027, 1, 22), date(2027, 4, 1))
INSTRUCTIONS = (
    "Part 1 asks who you are, and Part 2 what you offer.",
    "Hyperlinks must not be used in scored responses and will not be opened by evaluators.",
    "Do not include any pricing in your quality responses.",
    "Each response must be self-contained; do not refer to other answers.",
    "File names must begin with “NC-2026-118”, must not contain spaces and must not exceed 60 characters.",
)


@dataclass(frozen=True)
class Row:
    """One question and its clean answer."""

    question: Question
    value: Any
    source: Source | None = None


@dataclass(frozen=True)
class Seed:
    """One fault: the check that must find it, where, and words of the finding."""

    check: Check
    where: str
    value: Any = None
    says: str = ""
    response: Mapping[str, Any] | None = None
    """Members of the response to change, instead of its value."""


def ask(question_id: str, text: str, kind: Kind = Kind.TEXT, value: Any = "", **more: Any) -> Row:
    """Ask a question of the first part."""
    source = more.pop("source", None)
    section = more.pop("section", "Part 1: Your organisation")
    return Row(Question(question_id, text, Slot("t0.r0.c0"), kind, section=section, **more), value, source)


FIELDS = (
    ask("name", "Full name of the supplier", value="Harbour Systems Ltd", mandatory=True),
    ask("company", "Company registration number (if applicable)", value="98765432"),
    ask("vat", "Registered VAT number", value="999999973"),
    ask("duns", "DUNS number", value="123456789"),
    ask("staff", "How many people do you employ?", Kind.NUMBER, 34),
    ask("apprentices", "Number of apprentices employed", Kind.NUMBER, 2),
    ask("parent", "Company number of your parent company", value="Not applicable"),
    ask("website", "Registered website address", Kind.URL, "https://www.harbour-systems.example"),
    ask("founded", "Date of incorporation", Kind.DATE, "2014-03-03", mandatory=True),
    ask("fraud", "Has your organisation been convicted of fraud?", Kind.YES_NO, value=False),
    ask("bribery", "Bribery or corruption", Kind.YES_NO, value=False, section="Grounds for mandatory exclusion"),
    ask("true", "I declare that the answers are true", Kind.DECLARATION, value=True, section="Declaration"),
    ask("collusion", "Certificate of non-collusion", Kind.DECLARATION, value=True, section="Declaration"),
    ask("sign", "Signature", Kind.SIGNATURE, None, section="Declaration"),
    ask("sme", "Are you a small or medium enterprise?", Kind.YES_NO, value=True),
    ask("breaches", "Have you had any health and safety enforcement notice?", Kind.YES_NO, value=False),
    ask("breaches-how", "If yes, give details", value="Not applicable", condition=Condition("breaches", ("Yes",))),
    ask("carbon", "Have you published a carbon reduction plan?", Kind.YES_NO, value=True),
    ask("carbon-how", "If yes, say when", value="In October 2026", condition=Condition("carbon", ("Yes",))),
    ask("slavery", "Do you publish a modern slavery statement?", Kind.YES_NO, value=True),
    ask("slavery-how", "If you answered yes, name who approved it", value="Tamsin Brackley", mandatory=True),
    ask("living-wage", "Do you pay the real living wage?", Kind.YES_NO, value=True),
    ask("living-wage-not", "If no, say why not", value="", condition=Condition("living-wage", ("No",))),
    ask("ssip", "Are you a member of an SSIP scheme?", Kind.YES_NO, value=False, ref="5.1"),
    ask("ssip-how", "Explain your answer", Kind.LONG_TEXT, "Our risks are those of desk work.", ref="5.1"),
    ask("appeals", "Do you have a complaints procedure?", Kind.YES_NO, value=True, ref="5.2"),
    ask("appeals-how", "Explain your answer", Kind.LONG_TEXT, "Yes, and it has two stages.", ref="5.2"),
    ask("el", "Do you hold employers’ liability insurance of at least £5 million?", Kind.YES_NO, value=True),
    ask("pl", "Do you hold public liability insurance of at least £5 million?", Kind.YES_NO, value=True),
    ask("pi", "Confirm that you have professional indemnity cover of £2m or more", Kind.YES_NO, value=True),
    ask("cyber", "State your cyber insurance and its expiry date",
        value="Castlefold Mutual, CMI-CY-5120066, 31 August 2027"),
    ask("ce", "Do you hold Cyber Essentials? Please attach a copy of the certificate", Kind.YES_NO, value=True),
    ask("iso9", "Do you hold ISO 9001 certification?", Kind.YES_NO, value=True),
    ask("iso14", "Do you hold ISO 14001 certification?", Kind.YES_NO, value=False),
    ask("iso45", "Is your organisation certified to ISO 45001?", Kind.YES_NO, value=False),
    ask("iso27", "Give the number and expiry date of your ISO 27001 certificate",
        value="FC-27001-04417, valid until 22 January 2028"),
    ask("contracts", "Give details of up to three relevant contracts from the past three years.", Kind.TABLE,
        [{"customer": "Wexholm Borough Council"}, {"customer": "Tarn Valley Homes"}, {"customer": "Westmarch Homes"}],
        limit=Limit(LimitUnit.ITEMS, 3, "up to three")),
    ask("example", "Describe one similar contract completed in the last 3 years.", Kind.LONG_TEXT,
        "Resident portal designed with residents, for Tarn Valley Homes, to January 2026."),
    ask("lots", "Lots tendered for", value="1"),
    ask("pages", "List the documents you send with your bid", Kind.UPLOAD, "NC-2026-118_Policies.pdf"),
    ask("benefits", "List up to four benefits", Kind.LONG_TEXT, "One\nTwo\nThree",
        limit=Limit(LimitUnit.ITEMS, 4, "up to four")),
    ask("features", "Features, 10 words each", Kind.LONG_TEXT, "It is quick to learn\nIt works on old telephones",
        limit=Limit(LimitUnit.WORDS, 10, "10 words each", "item")),
    ask("summary", "Summary in 120 characters", Kind.LONG_TEXT, "We make software\nfor landlords\nand nothing else.",
        limit=Limit(LimitUnit.CHARACTERS, 120, "120 characters")),
    ask("motto", "Your promise in 60 characters", Kind.LONG_TEXT, "On time.\nWithin the price.\nWith residents.",
        limit=Limit(LimitUnit.CHARACTERS, 60, "60 characters")),
    ask("portal", "How would residents reach you?", Kind.LONG_TEXT, "By telephone, at the counter or on the portal.",
        guidance="Please do not include web links."),
)  # fmt: skip
REFUSED, STALE = "lots", "founded"


def library_rows(profile: Profile) -> tuple[Row, ...]:
    """Ask for every answer of the library, in the buyer's second part."""
    rows = []
    for number, one in enumerate(profile.answers, start=1):
        text = one.variants[0].text
        limit = Limit(LimitUnit.WORDS, len(text.split()) + 30, "words") if number % 2 else None
        question = Question(
            one.key, one.questions[0], Slot("t1.r0.c0"), Kind.LONG_TEXT, f"6.{number}", "Part 2: Quality", limit=limit
        )
        rows.append(Row(question, text, Source(SourceKind.ANSWER, one.id, one.questions[0])))
    return tuple(rows)


@cache
def clean_profile() -> Profile:
    """Give the sample profile, whose professional indemnity has been renewed, with what the seeds lean on."""
    profile = read_profile(RESOURCES / "sample" / "profile.json", load_catalogue()).profile
    former = Fact("former", key="supplier.legal_name", value="Quayside Software Ltd", valid_until=date(2014, 3, 2))
    hidden = CaseStudy(
        "hidden",
        title="A hostel system",
        customer="Fenwater Hostels",
        contact=Contact("Perran Holloway"),
        may_be_named=False,
    )
    early = CaseStudy(
        "early",
        title="Rents for a small landlord",
        customer="Ashdale Homes",
        started=date(2019, 4, 1),
        completed=date(2022, 3, 31),
    )
    return replace(
        profile,
        facts=(*profile.facts, former),
        case_studies=(*profile.case_studies, hidden, early),
        evidence=tuple(_kept(one) for one in profile.evidence),
    )


def _kept(one: Evidence) -> Evidence:
    renewed = {"ends": date(2027, 11, 30)} if one.kind == "insurance.professional_indemnity" else {}
    return replace(one, attachment="a" * 64, **renewed)  # type: ignore[arg-type]


def seeded_profile() -> Profile:
    """Give the same profile with evidence that lapses, begins late, covers too little or has no file."""
    changes: Mapping[str, Mapping[str, Any]] = {
        "insurance.professional_indemnity": {"ends": date(2026, 11, 30)},
        "insurance.employers_liability": {"ends": date(2027, 1, 15)},
        "insurance.cyber": {"ends": date(2027, 3, 31)},
        "insurance.public_liability": {"cover": 2_000_000},
        "certificate.cyber_essentials": {"attachment": None},
        "certificate.cyber_essentials_plus": {"attachment": None},
        "certificate.iso_9001": {"starts": date(2027, 5, 20)},
    }
    profile = clean_profile()
    changed = tuple(replace(one, **changes.get(one.kind, {})) for one in profile.evidence)
    return replace(profile, evidence=changed)


def rows() -> tuple[Row, ...]:
    """Give every question with its clean answer."""
    return (*FIELDS, *library_rows(clean_profile()))


def clean_bid() -> Submission:
    """Make the clean twin."""
    copy = FilledCopy("NC-2026-118_Harbour_SQ.docx", FillReport("NC-2026-118_Harbour_SQ.docx"))
    attached = frozenset({"NC-2026-118_Policies.pdf"})
    return _bid(clean_profile(), {row.question.id: _response(row) for row in rows()}, copy, attached)


def seeded_bid(seeds: Sequence[Seed]) -> Submission:
    """Make the bid with the faults."""
    responses = {row.question.id: _response(row) for row in rows()}
    for seed in seeds:
        held = responses.get(seed.where)
        if held is None:
            continue
        if seed.response is not None:
            responses[seed.where] = replace(held, **seed.response)
        elif isinstance(seed.value, str) and seed.value.startswith("+"):
            responses[seed.where] = replace(held, value=f"{held.value} {seed.value[1:]}")
        else:
            responses[seed.where] = replace(held, value=seed.value)
    report = FillReport("out.docx", left=(LeftQuestion(REFUSED, "“1” is not one of the options.", refused=True),))
    copy = FilledCopy("Harbour Systems response.docx", report, frozenset({STALE}))
    attached = frozenset({f"NC-2026-118_{'Policies_and_procedures_' * 3}.pdf"})
    return _bid(seeded_profile(), responses, copy, attached)


def _bid(profile: Profile, responses: Mapping[str, Response], copy: FilledCopy, attached: frozenset[str]) -> Submission:
    sheet = Questionnaire("ITT.docx", "docx", DIGEST, tuple(row.question for row in rows()), "Selection questionnaire")
    file = AnsweredFile(sheet, responses, filled=copy, instructions=INSTRUCTIONS)
    return Submission((file,), profile, DATES, TENDER, OTHERS, attached)


def _response(row: Row) -> Response:
    key = ResponseKey(DIGEST, row.question.id, TENDER.id)
    plain = Response(f"r-{row.question.id}", key, row.question.text, row.value, source=row.source)
    return plain.approved_by(Person("Piran Shah"), NOW)


DRAFT = {"state": ResponseState.DRAFT, "reviewer": Unreviewed(), "reviewed_at": None}
IN_REVIEW = {"state": ResponseState.IN_REVIEW, "reviewer": Unreviewed(), "reviewed_at": None}
