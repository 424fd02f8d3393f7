"""Further shapes of tenders: certificates to sign, boxes beside each other, prices by lot, tables that ask nothing."""

from tests.samples.shape import Shape, lines
from tests.samples.word import cell, control, p, row, run, table
from tests.samples.word_tenders import headed

RETURNS = (
    Shape(
        "contract label blank (signature block)",
        [
            p("SIGNED for and on behalf of the Supplier:"),
            table(["Name:", ""], ["Position:", ""], ["Signature:", ""], ["Date:", ""]),
        ],
        [("t0.r0.c1", None), ("t0.r1.c1", None), ("t0.r2.c1", "signature"), ("t0.r3.c1", "date")],
    ),
    Shape(
        "two party signature",
        [
            table(
                row(
                    cell("Signed by the Authority", bold=True, span=2),
                    cell("Signed by the Supplier", bold=True, span=2),
                ),
                ["Name", "", "Name", ""],
                ["Title", "", "Title", ""],
                ["Signature", "", "Signature", ""],
                ["Date", "", "Date", ""],
            )
        ],
        [(f"t0.r{r}.c3", None) for r in range(1, 5)],
    ),
    Shape(
        "certificate non collusion",
        [
            p("Certificate of Non-Collusion", bold=True),
            p("We certify that this tender is bona fide and that its amount was not fixed with any other person."),
            p("Signed ........................ Date ........................"),
            p("For and on behalf of ........................"),
        ],
        [("p2", "signature"), ("p2#1", "date"), ("p3", None)],
    ),
    Shape(
        "Respondent details AU",
        [
            p("Part C – Respondent's Offer", bold=True),
            table(
                row(cell("Respondent details", span=2, bold=True, fill="BBBBBB")),
                ["Name of Respondent:", "[insert full legal name]"],
                ["ABN/ACN:", "[insert]"],
                ["Registered office:", "[insert]"],
                ["Contact officer:", "[insert name and title]"],
                ["Telephone:", "[insert]"],
                ["Email:", "[insert]"],
            ),
        ],
        [(f"t0.r{r}.c1", None) for r in range(1, 7)],
    ),
    Shape(
        "angle placeholders of a return",
        [
            table(
                ["Supplier name", "<Supplier to insert>"],
                ["Registered address", "<insert address>"],
                ["Tender reference", "ITT-2026-17"],
            )
        ],
        [("t0.r0.c1", None), ("t0.r1.c1", None)],
    ),
    Shape(
        "yes/no columns as words per row with text",
        [
            table(
                headed("Question", "Answer"),
                ["Are you a UK registered company?", "Yes   No"],
                ["Do you accept the contract terms?", "Yes   No"],
            )
        ],
        [("t0.r1.c1", "yes_no"), ("t0.r2.c1", "yes_no")],
    ),
    Shape(
        "question in heading styles with box",
        [
            p("3.1 Methodology", bold=True),
            p("Provide a detailed methodology for the delivery of the services, including a Gantt chart."),
            p("Weighting 25%   Maximum 4 sides of A4"),
            table([""]),
            p("3.2 Resources", bold=True),
            p("Detail the resources you will commit."),
            p("Weighting 15%   Maximum 2 sides of A4"),
            table([""]),
        ],
        [("t0.r0.c0", "long_text"), ("t1.r0.c0", "long_text")],
    ),
    Shape(
        "box with prompt",
        [p("Please describe your approach to equality."), table(["Type your response here. The box will expand."])],
        [("t0.r0.c0", None)],
    ),
    Shape(
        "repeat header rows lots",
        [
            p("Lot 1 – North", bold=True),
            table(headed("Item", "Unit", "Price per unit (£)"), ["Labour", "hour", ""], ["Materials", "each", ""]),
            p("Lot 2 – South", bold=True),
            table(headed("Item", "Unit", "Price per unit (£)"), ["Labour", "hour", ""], ["Materials", "each", ""]),
        ],
        [(f"t{t}.r{r}.c2", "money") for t in (0, 1) for r in (1, 2)],
    ),
    Shape(
        "question split over rows with sub letters",
        [
            table(
                headed("No.", "Question", "Response"),
                ["5", "In the last three years, has your organisation:", ""],
                ["(a)", "been the subject of enforcement action?", ""],
                ["(b)", "had a contract terminated early?", ""],
                ["(c)", "If yes to either, give details.", ""],
            )
        ],
        [("t0.r2.c2", "yes_no"), ("t0.r3.c2", "yes_no"), ("t0.r4.c2", "long_text")],
    ),
    Shape(
        "tick in blank col without box",
        [
            p("Please tick (✓) the category that describes your organisation"),
            table(["Sole trader", ""], ["Partnership", ""], ["Limited company", ""], ["Charity", ""]),
        ],
        [("t0.r0.c1", "choice")],
    ),
    Shape(
        "exclusion grounds table three cols",
        [
            table(
                headed("Ground for exclusion", "Yes", "No"),
                ["Participation in a criminal organisation", "☐", "☐"],
                ["Corruption", "☐", "☐"],
                ["Fraud", "☐", "☐"],
            )
        ],
        [(f"t0.r{r}.c1.p0", "yes_no") for r in (1, 2, 3)],
    ),
    Shape(
        "if yes details row below spanning",
        [
            table(
                ["Has your organisation been in administration?", "Yes ☐", "No ☐"],
                row(cell("If yes, please provide details:", span=3)),
                row(cell("", span=3)),
                ["Do you have any outstanding claims?", "Yes ☐", "No ☐"],
                row(cell("If yes, please provide details:", span=3)),
                row(cell("", span=3)),
            )
        ],
        [("t0.r0.c1.p0", "yes_no"), ("t0.r2.c0", "long_text"), ("t0.r3.c1.p0", "yes_no"), ("t0.r5.c0", "long_text")],
    ),
    Shape(
        "details same cell spanning",
        [
            table(
                ["Has your organisation been in administration?", "☐ Yes", "☐ No"],
                row(cell("If yes, please provide details:", span=3)),
                ["Do you have any outstanding claims?", "☐ Yes", "☐ No"],
                row(cell("If yes, please provide details:", span=3)),
            )
        ],
        [
            ("t0.r0.c1.p0", "yes_no"),
            ("t0.r1.c0.p0", "long_text"),
            ("t0.r2.c1.p0", "yes_no"),
            ("t0.r3.c0.p0", "long_text"),
        ],
    ),
    Shape(
        "price in words and figures",
        [
            p("Tender sum in figures: £ ................................"),
            p("Tender sum in words: ................................ pounds"),
        ],
        [("p0", "money"), ("p1", "money")],
    ),
    Shape(
        "bank details",
        [
            table(
                headed("Payment details", ""),
                ["Bank name", ""],
                ["Account name", ""],
                ["Sort code", ""],
                ["Account number", ""],
            )
        ],
        [(f"t0.r{r}.c1", None) for r in range(1, 5)],
    ),
    Shape(
        "tabular heading first column with guidance 3 cols",
        [
            table(
                headed("Information requested", "Guidance", "Your answer"),
                ["Full name of organisation", "As registered at Companies House", ""],
                ["Number of employees", "Full-time equivalents at the year end", ""],
            )
        ],
        [("t0.r1.c2", None), ("t0.r2.c2", "number")],
    ),
    Shape(
        "bidder name header field",
        [p("Name of Bidder: [                                        ]"), p("Lot(s) bid for: [                    ]")],
        [("p0", None), ("p1", None)],
    ),
    Shape(
        "method statement one cell heading row",
        [
            table(
                row(cell("Method Statement 1 – Mobilisation (weighting 10%)", bold=True, fill="DDEEFF")),
                row(
                    "Please provide a mobilisation plan covering the first 12 weeks of the contract. (Max 1,000 words)"
                ),
                row(""),
            ),
            table(
                row(cell("Method Statement 2 – Staffing (weighting 20%)", bold=True, fill="DDEEFF")),
                row("Please explain how the service will be staffed. (Max 1,500 words)"),
                row(""),
            ),
        ],
        [("t0.r2.c0", "long_text"), ("t1.r2.c0", "long_text")],
    ),
    Shape(
        "dotted leader list items",
        [
            p("a) Name of firm: ......................................................"),
            p("b) Address: ......................................................"),
            p("   ......................................................"),
            p("c) Tel: ........................... Email: ..........................."),
        ],
        [("p0", None), ("p1", None), ("p3", "phone"), ("p3#1", "email")],
    ),
    Shape(
        "circle yes no",
        [
            p("Are you registered under the Data Protection Act?   YES / NO   (please circle)"),
            p("Registration number (if applicable): ...................."),
        ],
        [("p0", "yes_no"), ("p1", None)],
    ),
    Shape(
        "certification checkboxes list US",
        [
            p("Check all certifications that apply to your firm:"),
            p("[ ] Minority-owned business"),
            p("[ ] Woman-owned business"),
            p("[ ] Veteran-owned business"),
            p("[ ] None"),
        ],
        [("p1", "multi_choice")],
    ),
    Shape(
        "Statement with underscores inside US",
        [p("The undersigned, ______________ (name of offeror), certifies that it is formed in the State of ____.")],
        [("p0", None), ("p0#1", None)],
    ),
    Shape(
        "sworn statement",
        [p("My name is ______________________. I am the __________ (title) of __________ (company).")],
        [("p0", None), ("p0#1", None), ("p0#2", None)],
    ),
    Shape(
        "compliance words row",
        [
            table(
                headed("Clause", "Contract condition", "Accept / Reject", "Proposed amendment"),
                ["4.1", "Payment within 30 days of invoice", "", ""],
                ["7.2", "Liability capped at £5m", "", ""],
            )
        ],
        [("t0.r1.c2", None), ("t0.r1.c3", None), ("t0.r2.c2", None), ("t0.r2.c3", None)],
    ),
    Shape(
        "instructions table none",
        [
            table(
                ["1", "Read the documents carefully."],
                ["2", "Complete all sections."],
                ["3", "Submit by the deadline."],
            )
        ],
        [],
    ),
    Shape(
        "award criteria sub",
        [
            table(
                headed("Ref", "Award criteria", "Weighting"),
                ["AC1", "Quality of the method", "30%"],
                ["AC2", "Experience of the team", "20%"],
                ["AC3", "Price", "50%"],
            )
        ],
        [],
    ),
    Shape(
        "kpi table none",
        [
            p("Key performance indicators", bold=True),
            table(
                headed("KPI", "Target", "Measurement"),
                ["Response time", "4 hours", "Monthly report"],
                ["Availability", "99.9%", "System log"],
            ),
        ],
        [],
    ),
    Shape(
        "glossary none",
        [
            p("Definitions", bold=True),
            table(["Authority", "means Northshire Council"], ["Bidder", "means an organisation submitting a tender"]),
        ],
        [],
    ),
    Shape(
        "lots table none",
        [table(headed("Lot", "Title", "Estimated value"), ["1", "Grounds", "£100,000"], ["2", "Trees", "£50,000"])],
        [],
    ),
    Shape(
        "wingdings sym ticks 2 in cell",
        [
            table(
                [
                    "Do you accept the terms?",
                    cell(
                        p(
                            "Yes ",
                            '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>',
                            "  No ",
                            '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>',
                        )
                    ),
                ]
            )
        ],
        [("t0.r0.c1.p0", "yes_no")],
    ),
    Shape(
        "question para then placeholder para",
        [
            p("Q5 Please describe your supply chain management."),
            p("[Supplier response]"),
            p("Q6 Please describe how you will support apprenticeships."),
            p("[Supplier response]"),
        ],
        [("p1", "long_text"), ("p3", "long_text")],
    ),
    Shape(
        "content control para after question",
        [
            p("Please summarise your experience."),
            p(control(run("Click or tap here to enter text."), placeholder=True)),
            p("How many similar contracts have you held?"),
            p(control(run("Click or tap here to enter text."), placeholder=True)),
        ],
        [("p1", None), ("p3", None)],
    ),
    Shape(
        "list numbers with answers A:",
        [p("1. What is your VAT number?"), p("A: "), p("2. When was your company formed?"), p("A: ")],
        [("p1", None), ("p3", None)],
    ),
    Shape(
        "Q / A table rows",
        [
            table(
                ["Q1", "What hours is your help desk open?"],
                ["A1", ""],
                ["Q2", "What is your target response time?"],
                ["A2", ""],
            )
        ],
        [("t0.r1.c1", None), ("t0.r3.c1", None)],
    ),
    Shape(
        "columns of supplier names evaluation none",
        [
            table(
                headed("Criteria", "Max score", "Supplier A", "Supplier B"),
                ["Quality", "50", "", ""],
                ["Price", "50", "", ""],
            )
        ],
        [],
    ),
    Shape(
        "attachment checklist",
        [
            p("Submission checklist"),
            table(
                headed("Document", "Enclosed? (tick)"),
                ["Form of tender", ""],
                ["Pricing schedule", ""],
                ["Insurance certificates", ""],
            ),
        ],
        [("t0.r1.c1", None), ("t0.r2.c1", None), ("t0.r3.c1", None)],
    ),
    Shape(
        "minimum standards pass/fail",
        [
            table(
                headed("Ref", "Minimum requirement", "Pass/Fail", "Bidder confirmation (Yes/No)"),
                ["M1", "Employer's liability insurance of £10m", "Pass/Fail", ""],
                ["M2", "Cyber Essentials certificate", "Pass/Fail", ""],
            ),
        ],
        [("t0.r1.c3", "yes_no"), ("t0.r2.c3", "yes_no")],
    ),
    Shape(
        "signature blocks of both parties",
        [
            p("Signed for and on behalf of the Authority"),
            p("Name: ____________________"),
            p("Date: ____________________"),
            p("Signed for and on behalf of the Supplier"),
            p("Name: ____________________"),
            p("Date: ____________________"),
        ],
        [("p4", None), ("p5", "date")],
    ),
    Shape(
        "signature tables of both parties",
        [
            p("Signed by an authorised signatory for and on behalf of the Buyer"),
            table(["Signature", ""], ["Name", ""], ["Date", ""]),
            p("Signed by an authorised signatory for and on behalf of the Tenderer"),
            table(["Signature", ""], ["Name", ""], ["Date", ""]),
        ],
        [("t1.r0.c1", "signature"), ("t1.r1.c1", None), ("t1.r2.c1", "date")],
    ),
    Shape(
        "group cell for the buyer",
        [
            table(
                row(
                    cell("Locations [Buyer Guidance: tick what applies]", merge="restart"),
                    "the United Kingdom only",
                    "☐",
                ),
                row(cell("", merge="continue"), "a location permitted by the regulations in force", "☐"),
            )
        ],
        [],
    ),
    Shape(
        "contact cells with a placeholder a line",
        [
            table(
                [
                    "Supplier framework manager",
                    lines("[Insert name]", "[Insert job title]", "[Insert email address]", "[Insert phone number]"),
                ],
                ["Supplier compliance officer", lines("[Insert name]", "[Insert job title]", "[Insert email address]")],
            )
        ],
        [
            ("t0.r0.c1.p0", "text"),
            ("t0.r0.c1.p1", "text"),
            ("t0.r0.c1.p2", "email"),
            ("t0.r0.c1.p3", "phone"),
            ("t0.r1.c1.p0", "text"),
            ("t0.r1.c1.p1", "text"),
            ("t0.r1.c1.p2", "email"),
        ],
    ),
    Shape(
        "contacts of the supplier in a contract",
        [
            p("The Parties agree that Clause 3 and Schedule 2 apply notwithstanding Clause 4 of this Contract."),
            p("Each Party shall indemnify the other Party under Clause 9 hereof, as set out in Schedule 4."),
            table(
                ["Supplier's contract manager", lines("[Insert name]", "[Insert e-mail address]")],
                ["Authority's contract manager", lines("[Insert name]", "[Insert e-mail address]")],
            ),
        ],
        [("t0.r0.c1.p0", "text"), ("t0.r0.c1.p1", "email")],
    ),
)
