"""Whole documents of buyers: instructions, evaluation and terms around the few pages that ask."""

from tests.samples.shape import Shape
from tests.samples.word import cell, heading_style, p, row, styles, table
from tests.samples.word_tenders import headed

_STYLES = {"styles.xml": styles(heading_style(1), heading_style(2))}


def _chapter(title: str) -> str:
    return p(title, style="Heading1")


def _part(title: str) -> str:
    return p(title, style="Heading2")


WHOLE = (
    Shape(
        "council itt long",
        [
            p("INVITATION TO TENDER", bold=True),
            p("Provision of Grounds Maintenance Services"),
            p("Reference: NC/2026/114"),
            table(
                ["Deadline for tenders", "12 noon on 14 March 2026"],
                ["Contact officer", "Procurement Team, 01632 960010"],
                ["Contract period", "Three years with an option to extend for up to two years"],
            ),
            _chapter("1. Introduction"),
            p(
                "Northshire Council (the Council) invites tenders for the provision of grounds "
                "maintenance services. Tenderers should read these instructions carefully before "
                "completing the tender documents."
            ),
            p(
                "You must submit your tender through the portal. Please note that tenders received after "
                "the deadline will not be considered."
            ),
            _chapter("2. Timetable"),
            table(
                headed("Activity", "Date"),
                ["Issue of ITT", "1 February 2026"],
                ["Deadline for clarification questions", "20 February 2026"],
                ["Site visits", "By appointment"],
                ["Interviews (if required)", ""],
                ["Contract start", "1 June 2026"],
            ),
            _chapter("3. Instructions to tenderers"),
            p("3.1 Tenderers must complete all sections of the Response Document."),
            p("3.2 Please confirm in your covering letter that your tender remains open for 90 days."),
            p("3.3 Prices must be in pounds sterling and exclude VAT. Have you included all costs?"),
            p("3.4 Who can I contact? All questions must be raised through the portal."),
            _chapter("4. Evaluation"),
            p(
                "Tenders will be evaluated on 60% quality and 40% price. Evaluators will consider: how "
                "will the tenderer manage the service?"
            ),
            table(
                headed("Score", "Description"),
                ["0", "No response"],
                ["1", "Poor"],
                ["2", "Acceptable"],
                ["3", "Good"],
                ["4", "Excellent"],
            ),
            table(
                headed("Question", "Weighting", "Minimum score"),
                ["Q1 Service delivery", "25%", "2"],
                ["Q2 Staffing", "20%", "2"],
                ["Q3 Social value", "15%", ""],
            ),
            _chapter("5. Specification"),
            p("The Contractor shall mow all amenity grass every two weeks between March and October."),
            table(
                headed("Ref", "Task", "Frequency"),
                ["A1", "Mow amenity grass", "Fortnightly"],
                ["A2", "Hedge cutting", "Twice a year"],
                ["A3", "Litter picking", ""],
            ),
            _chapter("6. Tender response"),
            _part("6.1 Tenderer details"),
            table(
                ["Name of organisation", ""],
                ["Registered address", ""],
                ["Contact name", ""],
                ["Telephone", ""],
                ["Email", ""],
            ),
            _part("6.2 Quality questions"),
            p("Q1 Service delivery (25%) – maximum 1,000 words"),
            p(
                "Describe how you will deliver the specification, including your approach to scheduling "
                "and seasonal variation."
            ),
            table(["Response:"]),
            p("Q2 Staffing (20%) – maximum 750 words"),
            p("Describe the team you will use and how you will train them."),
            table(["Response:"]),
            _part("6.3 Pricing"),
            table(
                headed("Ref", "Item", "Annual price (£)"),
                ["A1", "Mow amenity grass", ""],
                ["A2", "Hedge cutting", ""],
                ["A3", "Litter picking", ""],
                ["", "Total", ""],
            ),
            _chapter("7. Form of tender"),
            p("I/We offer to provide the services at the prices set out in section 6.3."),
            p("Signed: ______________________"),
            p("Name: ______________________"),
            p("Date: ______________________"),
            _chapter("8. Terms and conditions"),
            p(
                "8.1 Definitions. In these terms the following words have the meanings given to them: "
                "Contractor means the successful tenderer."
            ),
            p(
                "8.2 The Contractor shall indemnify the Council against all losses under clause 14. The "
                "Parties hereby agree that Schedule 2 applies notwithstanding clause 3."
            ),
            p("8.3 Notices must be sent to the address of the Party stated in the contract particulars."),
        ],
        [
            ("t5.r0.c1", "text"),
            ("t5.r1.c1", "address"),
            ("t5.r2.c1", "text"),
            ("t5.r3.c1", "phone"),
            ("t5.r4.c1", "email"),
            ("t6.r0.c0", "long_text"),
            ("t7.r0.c0", "long_text"),
            ("t8.r1.c2", "money"),
            ("t8.r2.c2", "money"),
            ("t8.r3.c2", "money"),
            ("t8.r4.c2", None),
            ("p26", "signature"),
            ("p27", "text"),
            ("p28", "date"),
        ],
        _STYLES,
    ),
    Shape(
        "us rfp long",
        [
            p("REQUEST FOR PROPOSALS", bold=True),
            p("RFP No. 26-014 Managed IT Services"),
            _chapter("SECTION I – GENERAL INFORMATION"),
            p(
                "The City of Northport is soliciting proposals from qualified firms. Proposers are "
                "responsible for reading the entire RFP."
            ),
            p("A. Schedule of events"),
            table(
                ["RFP issued", "January 5, 2026"],
                ["Questions due", "January 20, 2026"],
                ["Proposals due", "February 2, 2026"],
            ),
            _chapter("SECTION II – SCOPE OF WORK"),
            p(
                "The Contractor shall provide the following services: help desk support, server "
                "administration and network monitoring."
            ),
            _chapter("SECTION III – PROPOSAL FORMAT"),
            p("Proposals shall include the following sections:"),
            p("1. Cover letter. Provide a cover letter signed by an authorized representative."),
            p("2. Firm profile. Describe your firm, its history and size."),
            p("3. References. List three references."),
            _chapter("SECTION IV – EVALUATION CRITERIA"),
            table(headed("Criterion", "Points"), ["Experience", "40"], ["Approach", "30"], ["Cost", "30"]),
            _chapter("ATTACHMENT A – PROPOSER INFORMATION"),
            p("Firm name: ______________________________"),
            p("Address: ______________________________"),
            p("Contact person: ____________________ Title: ____________________"),
            p(
                "Type of business (check one): [ ] Corporation [ ] Partnership [ ] Sole proprietorship [ "
                "] Other: __________"
            ),
            _chapter("ATTACHMENT B – COST PROPOSAL"),
            table(
                headed("Service", "Unit", "Unit cost", "Annual cost"),
                ["Help desk", "per user/month", "", ""],
                ["Server administration", "per server/month", "", ""],
                ["Network monitoring", "per device/month", "", ""],
            ),
            _chapter("ATTACHMENT C – NON-COLLUSION AFFIDAVIT"),
            p("The undersigned certifies that this proposal is made without collusion."),
            p("By: ______________________"),
            p("Printed name: ______________________"),
            p("Subscribed and sworn to before me this ____ day of ____________, 20__."),
            p("Notary Public: ______________________"),
        ],
        [
            ("p14", None),
            ("p15", "address"),
            ("p16", None),
            ("p16#1", None),
            ("p17", "choice"),
            ("p17#4", None),
            ("t2.r1.c2", "table"),
            ("p21", None),
            ("p22", None),
        ],
        _STYLES,
    ),
    Shape(
        "irish response document",
        [
            _chapter("Response Document"),
            p("Tenderers must complete this document in full. Failure to do so may result in elimination."),
            _part("Section 1: Pass/Fail criteria"),
            table(
                headed("Ref", "Criterion", "Rule", "Tenderer response"),
                ["1.1", "Tax clearance certificate", "Pass/Fail", "Tax clearance access number:"],
                ["1.2", "Employer's liability insurance of €13m", "Pass/Fail", "Confirm Yes/No"],
                ["1.3", "Turnover of at least €500,000 in each of the last two years", "Pass/Fail", ""],
            ),
            _part("Section 2: Award criteria"),
            p("2.1 Methodology (400 marks)"),
            p("Please describe your proposed methodology. Max. 4 A4 pages."),
            table(row(cell("Tenderer's response", bold=True, fill="EEEEEE")), row("")),
            p("2.2 Team (300 marks)"),
            p("Please provide details of the proposed team."),
            table(headed("Name", "Role", "Qualifications", "Years' experience"), ["", "", "", ""], ["", "", "", ""]),
            _part("Section 3: Declarations"),
            table(
                ["Has the tenderer been convicted of corruption?", "Yes", "No"],
                ["Has the tenderer failed to pay taxes?", "Yes", "No"],
            ),
        ],
        [
            ("t0.r1.c3", None),
            ("t0.r2.c3", "yes_no"),
            ("t0.r3.c3", None),
            ("t1.r1.c0", "long_text"),
            ("t2.r1.c0", "table"),
            ("t3.r0.c1", "yes_no"),
            ("t3.r1.c1", "yes_no"),
        ],
        _STYLES,
    ),
)
