"""The faults of the seeded bid, one line each."""

from app.domain.findings import Check
from tests.samples.seeded_bid import DRAFT, IN_REVIEW, REFUSED, STALE, Seed

SEEDS = (
    # Nothing there.
    Seed(Check.UNANSWERED, "name"),
    Seed(Check.UNANSWERED, "true"),
    Seed(Check.UNANSWERED, "website", "  "),
    Seed(Check.UNANSWERED, "sme"),
    # Nobody behind it.
    Seed(Check.DECLARATION, "fraud", response=DRAFT),
    Seed(Check.DECLARATION, "bribery", response=DRAFT),
    Seed(Check.DECLARATION, "collusion", response=IN_REVIEW),
    Seed(Check.UNREVIEWED, "apprentices", response=DRAFT),
    Seed(Check.UNREVIEWED, "information-security", response=DRAFT),
    Seed(Check.UNREVIEWED, "complaints", response=IN_REVIEW, says="in review"),
    # Over the limit.
    Seed(Check.LIMIT, "contracts", [{"customer": name} for name in "ABCD"], "4 items"),
    Seed(Check.LIMIT, "benefits", "One\nTwo\nThree\nFour\nFive", "5 items"),
    Seed(Check.LIMIT, "features", "It is quick to learn and it works on telephones that are six years old", "15 words"),
    Seed(Check.LIMIT, "summary", "We make software for social landlords. " * 4, "over the limit of 120"),
    Seed(Check.LIMIT, "motto", "On time.\nWithin the price agreed.\nAlways with residents too.\n", "as two"),
    Seed(Check.LIMIT, "breach-notification", "+" + "word " * 31, "1 over the limit"),
    # Left over.
    Seed(Check.LEFTOVER, "incident-response", "+[insert name of lead]", "[insert name of lead]"),
    Seed(Check.LEFTOVER, "data-residency", "+Third site: TBC.", "TBC"),
    Seed(Check.LEFTOVER, "penetration-testing", "+Next test: TBA", "TBA"),
    Seed(Check.LEFTOVER, "business-continuity", "+{{ supplier.legal_name }}", "{{"),
    Seed(Check.LEFTOVER, "backup", "+It takes xx hours.", "xx"),
    Seed(Check.LEFTOVER, "access-control", "+It is used by XX% of landlords.", "XX"),
    Seed(Check.LEFTOVER, "encryption", "+Lorem ipsum dolor sit amet.", "Lorem ipsum"),
    Seed(Check.LEFTOVER, "patching", "+Click or tap here to enter text.", "Click or tap here"),
    Seed(Check.LEFTOVER, "slavery-how", "To be confirmed", "To be confirmed"),
    Seed(Check.LEFTOVER, "secure-development", "+Signed by ______ in March.", "______"),
    Seed(Check.LEFTOVER, "remote-working-security", "+<insert figure>", "<insert figure>"),
    # Names that belong elsewhere.
    Seed(Check.OTHER_NAME, "supplier-security", "+Calderwick NHS Trust will see each report.", "Calderwick NHS Trust"),
    Seed(Check.OTHER_NAME, "data-protection", "+We will report to Wexholm Borough Council monthly.", "Wexholm"),
    Seed(Check.OTHER_NAME, "dpia", "+This answers CNT-26-0417.", "CNT-26-0417"),
    Seed(Check.OTHER_NAME, "data-subject-rights", "+The Staff accommodation system will last.", "Staff accommodation"),
    Seed(Check.OTHER_NAME, "retention-and-deletion", "+So it was at Fenwater Hostels.", "Fenwater Hostels"),
    # Facts that differ.
    Seed(Check.FACT, "company", "98765423", "98765432"),
    Seed(Check.FACT, "vat", "GB999999937", "999999973"),
    Seed(Check.FACT, "staff", 43, "34"),
    Seed(Check.FACT, "accessibility", "+We are registered in England under number 98765400.", "98765400"),
    Seed(Check.FACT, "implementation-plan", "+Our VAT number is GB 999999900.", "VAT"),
    Seed(Check.FACT, "mobilisation", "+We employ 43 staff in Northport.", "43"),
    Seed(Check.FACT, "data-migration", "+The certificate is FC-27001-04714.", "FC-27001-04714"),
    Seed(Check.FACT, "iso27", "FC-27001-04417, valid until 22 January 2029", "22 January 2029"),
    Seed(Check.FACT, "exit-plan", "+We have public liability cover of £5 million.", "£5 million"),
    Seed(Check.FACT, "support-desk", "+Turnover was £4.6 million in the year to March 2026.", "turnover"),
    Seed(Check.FACT, "service-levels", "+Net assets stood at £981,700.", "net assets"),
    Seed(Check.FACT, "contract-management", "+Profit before tax was £268,300.", "profit"),
    Seed(Check.FACT, "performance-reporting", "+Quayside Software Ltd writes them.", "Quayside"),
    Seed(Check.FACT, "innovation", "+Our DUNS number is 123456798.", "DUNS"),
    # Evidence.
    Seed(Check.EVIDENCE, "pi", True, "before submission"),
    Seed(Check.EVIDENCE, "el", True, "before the award"),
    Seed(Check.EVIDENCE, "cyber", "Castlefold Mutual, CMI-CY-5120066, 31 March 2027", "before the start"),
    Seed(Check.EVIDENCE, "pl", True, "£2,000,000"),
    Seed(Check.EVIDENCE, "ce", True, "copy"),
    Seed(Check.EVIDENCE, "iso9", True, "begins on"),
    Seed(Check.EVIDENCE, "iso45", True, "no such evidence"),
    Seed(Check.EVIDENCE, "environment", "+We hold ISO 14001 certification.", "no such evidence"),
    # Case studies out of the window.
    Seed(Check.EXPERIENCE, "example", "Rents for a small landlord, for Ashdale Homes.", "outside the 3 years"),
    # Contradictions.
    Seed(Check.CONTRADICTION, "breaches-how", "A notice was served in 2024 and lifted in March.", "Details are given"),
    Seed(Check.CONTRADICTION, "carbon-how", "", "is empty"),
    Seed(Check.CONTRADICTION, "living-wage-not", "Two agency workers are paid less.", "Details are given"),
    Seed(Check.CONTRADICTION, "ssip-how", "Yes, we have been members since 2020.", "begins"),
    Seed(Check.CONTRADICTION, "appeals-how", "No, we have no written procedure.", "begins"),
    # Promised and not there.
    Seed(Check.ATTACHMENT, "quality-assurance", "+The manual is in Appendix B.", "Appendix B"),
    Seed(Check.ATTACHMENT, "user-training", "+A sample timetable is attached.", "attached"),
    Seed(Check.ATTACHMENT, "change-and-release", "+Please find enclosed our calendar.", "enclosed"),
    # Forbidden here.
    Seed(Check.FORBIDDEN, "integration", "+See https://www.harbour-systems.example/api for all of them.", "link"),
    Seed(Check.FORBIDDEN, "acceptance-testing", "+The charge for a second round is £4,500.", "price"),
    Seed(Check.FORBIDDEN, "risk-management", "+For the register see our answer to question 6.4.", "another answer"),
    Seed(Check.FORBIDDEN, "portal", "At www.harbour-systems.example or by telephone.", "link"),
    # The copy and its files.
    Seed(Check.FILLING, REFUSED, "1", "could not be written"),
    Seed(Check.FILLING, STALE, "2014-03-03", "approved after"),
    Seed(Check.FILE_NAME, "Harbour Systems response.docx", says="blanks"),
    Seed(Check.FILE_NAME, "Harbour Systems response.docx", says="must begin with"),
    Seed(Check.FILE_NAME, f"NC-2026-118_{'Policies_and_procedures_' * 3}.pdf", says="characters"),
    # Spelling.
    Seed(Check.SPELLING, "stakeholder-engagement", "+We organize panels in the center of town.", "organize"),
    Seed(Check.SPELLING, "scalability", "+Its behavior is the same at every size.", "behavior"),
)  # fmt: skip
