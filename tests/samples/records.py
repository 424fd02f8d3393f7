"""Records of every kind, one at a time, for tests of what keeps them."""

from datetime import date, datetime

from app.domain.records import (
    AnswerState,
    AnswerVariant,
    CaseStudy,
    Contact,
    Evidence,
    Fact,
    LibraryAnswer,
    Party,
    PartyRole,
    Policy,
    Record,
    TeamMember,
)
from app.domain.responses import Person, Response, ResponseKey, ResponseState
from app.domain.suggestions import Source, SourceKind
from app.domain.tenders import Regime, Tender, TenderFile

DAY = date(2026, 11, 22)
MORE = {"colour": "teal", "of": [1, {"deep": None}]}
DIGEST = "d" * 64

PARTY = Party("party", name="Larch Group plc", role=PartyRole.PARENT, key="larch", extra=MORE)
TENDER = Tender(
    "tender",
    title="Grounds maintenance",
    buyer="Example Council",
    reference="EX/1",
    lots=("1", "2"),
    regime=Regime.SCOTLAND,
    submission=datetime(2026, 12, 1, 12, 0),
    award=DAY,
    start=DAY,
    extra=MORE,
)

ALL: dict[str, Record] = {
    "parties": PARTY,
    "tenders": TENDER,
    "facts": Fact(
        "fact",
        key="finance.turnover",
        value=[{"year_end": "2026-03-31", "amount": 1250000.5}],
        valid_from=DAY,
        valid_until=DAY,
        source="Accounts",
        party_id="party",
        recorded_on=DAY,
        extra=MORE,
    ),
    "evidence": Evidence(
        "evidence",
        kind="insurance.public_liability",
        title="Public liability",
        issuer="Alder Mutual",
        number="PL-7",
        cover=5_000_000,
        starts=DAY,
        ends=DAY,
        review_by=DAY,
        file="cover.pdf",
        attachment=DIGEST,
        party_id="party",
        extra=MORE,
    ),
    "policies": Policy(
        "policy",
        kind="environment",
        title="Environmental policy",
        owner="J. Alder",
        approved_by="The board",
        approved_on=DAY,
        review_by=DAY,
        statement="We care.",
        file="policy.pdf",
        attachment=DIGEST,
        extra=MORE,
    ),
    "case_studies": CaseStudy(
        "case",
        title="Parks",
        customer="Example Borough",
        contact=Contact("A. Rowan", "Manager", "a@example.org", "01234 567890", MORE),
        may_be_named=False,
        description="Mowing.",
        value=12.5,
        started=DAY,
        completed=DAY,
        outcomes=["Green", 1],
        tags=("parks",),
        extra=MORE,
    ),
    "people": TeamMember(
        "person", name="A. Rowan", role="Lead", biography="Born.", qualifications=["BSc"], party_id="party", extra=MORE
    ),
    "answers": LibraryAnswer(
        "answer",
        key="a-1",
        questions=("How?", "In what way?"),
        variants=(AnswerVariant("So.", 1, MORE), AnswerVariant("Just so.")),
        state=AnswerState.RETIRED,
        tags=("quality",),
        owner="A. Rowan",
        reviewed_on=DAY,
        review_by=DAY,
        extra=MORE,
    ),
    "tender_files": TenderFile(
        "file",
        tender_id="tender",
        name="ITT.docx",
        digest=DIGEST,
        kind="docx",
        added_at=datetime(2026, 11, 22, 9),
        extra=MORE,
    ),
    "responses": Response(
        "response",
        key=ResponseKey(DIGEST, "q-1", "tender", "party"),
        question_text="How?",
        value=[{"a": 1}],
        state=ResponseState.APPROVED,
        reviewer=Person("A. Rowan"),
        reviewed_at=datetime(2026, 11, 22, 9, 41),
        source=Source(SourceKind.ANSWER, "answer", "How?", "the same wording"),
        confidence=0.97,
        edited=True,
        extra=MORE,
    ),
}
"""One record of each kind with every member filled, by the name it has in a unit of work; owners come first."""

PLAIN: dict[str, Record] = {
    "parties": Party("party", name="Larch", role=PartyRole.MEMBER),
    "tenders": Tender("tender", title="Cleaning"),
    "facts": Fact("fact", key="supplier.charity_number", value=None),
    "evidence": Evidence("evidence", kind="certificate.iso_9001"),
    "policies": Policy("policy", kind="quality"),
    "case_studies": CaseStudy("case", title="Schools"),
    "people": TeamMember("person", name="B. Hazel"),
    "answers": LibraryAnswer("answer", key=""),
    "tender_files": TenderFile("file", tender_id="tender", name="Q.xlsx", digest=DIGEST),
    "responses": Response("response", key=ResponseKey(DIGEST, "q-1"), question_text="", value=None),
}
"""One record of each kind with nothing filled that need not be."""
