"""Shapes of buyers abroad: bidder forms in one column, specifications offered, proposals, captions below lines."""

from tests.samples.shape import Shape, lines
from tests.samples.word import cell, control, p, row, run, table
from tests.samples.word_tenders import headed

ABROAD = (
    Shape(
        "bidder information form in one column",
        [
            p("Bidder Information Form", bold=True),
            table(
                ["1. Bidder's legal name: [insert full legal name]"],
                ["2. Bidder's country of registration: [insert country]"],
                ["3. Bidder's year of registration: [insert year]"],
                [
                    lines(
                        "4. Bidder's authorized representative",
                        "Name: [insert name]",
                        "Address: [insert address]",
                        "E-mail: [insert e-mail address]",
                    )
                ],
                [lines("5. Attached are copies of:", "☐ Articles of incorporation", "☐ Power of attorney")],
            ),
        ],
        [
            ("t0.r0.c0.p0", None),
            ("t0.r1.c0.p0", None),
            ("t0.r2.c0.p0", None),
            ("t0.r3.c0.p1", None),
            ("t0.r3.c0.p2", "address"),
            ("t0.r3.c0.p3", "email"),
            ("t0.r4.c0.p1", None),
        ],
    ),
    Shape(
        "specifications required and offered",
        [
            table(
                headed(
                    "Item number",
                    "Specifications required",
                    "Specifications offered",
                    "Notes, remarks, ref to documentation",
                    "Evaluation committee's notes",
                ),
                ["1.1", "Laptop, 14 inch screen, 16 GB memory", "", "", ""],
                ["1.2", "Docking station with two display ports", "", "", ""],
            )
        ],
        [("t0.r1.c2", None), ("t0.r1.c3", None), ("t0.r2.c2", None), ("t0.r2.c3", None)],
    ),
    Shape(
        "comply yes no counter proposal",
        [
            table(
                row(cell("Requirements", merge="restart", bold=True), cell("Your responses", span=3, bold=True)),
                row(
                    cell("", merge="continue"),
                    cell("Yes, we will comply", bold=True),
                    cell("No, we cannot comply", bold=True),
                    cell("If you cannot comply, please indicate counter proposal", bold=True),
                ),
                ["Delivery within 30 days", "☐", "☐", ""],
                ["Warranty of two years", "☐", "☐", ""],
            )
        ],
        [("t0.r2.c1.p0", "yes_no"), ("t0.r2.c3", None), ("t0.r3.c1.p0", "yes_no"), ("t0.r3.c3", None)],
    ),
    Shape(
        "company profile item detail",
        [
            p("Company Profile", bold=True),
            table(
                headed("Item Description", "Detail"),
                ["Legal name of bidder", ""],
                ["Year established", ""],
                ["Number of employees", ""],
                ["Bank information", ""],
            ),
        ],
        [(f"t0.r{r}.c1", None) for r in range(1, 5)],
    ),
    Shape(
        "financial data years",
        [
            p("Financial data", bold=True),
            table(
                headed("Financial data", "Year before last (EUR)", "Last year (EUR)", "Current year (EUR)"),
                ["Annual turnover", "", "", ""],
                ["Current assets", "", "", ""],
                ["Current liabilities", "", "", ""],
            ),
        ],
        [("t0.r1.c1", "table")],
    ),
    Shape(
        "numbered questions with empty lines",
        [
            p("1. Describe your organisation's approach to data protection."),
            p(""),
            p(""),
            p(""),
            p("2. Describe how you select sub-contractors."),
            p(""),
            p(""),
            p(""),
            p("3. What accreditations do you hold?"),
            p(""),
            p(""),
            p(""),
        ],
        [("p1", None), ("p5", None), ("p9", None)],
    ),
    Shape(
        "day of month",
        [p("Dated this ______ day of ____________ 20___"), p("Signature: ____________________")],
        [("p0", None), ("p1", "signature")],
    ),
    Shape(
        "caption below lines",
        [
            p("______________________________"),
            p("(Name of bidder)"),
            p("______________________________"),
            p("(Signature of authorised person)"),
            p("______________________________"),
            p("(Date)"),
        ],
        [("p0", None), ("p2", "signature"), ("p4", "date")],
    ),
    Shape(
        "insert response here para",
        [
            p("Question 4", bold=True),
            p("How will you ensure continuity of staff? Your response must not exceed 2 pages."),
            p("Insert response here:"),
            p("Question 5", bold=True),
            p("How will you measure outcomes? Your response must not exceed 1 page."),
            p("Insert response here:"),
        ],
        [("p2", "long_text"), ("p5", "long_text")],
    ),
    Shape(
        "nested table for response",
        [
            table(
                ["Q7", cell(p("Please describe your safeguarding arrangements."), table([""]))],
                ["Q8", cell(p("Please describe your complaints procedure."), table([""]))],
            )
        ],
        [("t0.r0.c1.t0.r0.c0", "long_text"), ("t0.r1.c1.t0.r0.c0", "long_text")],
    ),
    Shape(
        "lump sum au",
        [p("Lump sum price: AUD ______________ (excl. GST)"), p("Validity of offer: ________ days")],
        [("p0", "money"), ("p1", "number")],
    ),
    Shape(
        "statements with initials",
        [
            table(
                headed("No.", "Statement", "Initials"),
                ["1", "We have read the specification.", ""],
                ["2", "We accept the payment terms.", ""],
            )
        ],
        [("t0.r1.c2", None), ("t0.r2.c2", None)],
    ),
    Shape(
        "y n column blanks two parts",
        [
            table(
                headed("Ref", "Question", "Y/N", "Details"),
                ["A", "Are you insured for public liability?", "", ""],
                ["B", "Are you insured for professional indemnity?", "", ""],
            )
        ],
        [("t0.r1.c2", "yes_no"), ("t0.r1.c3", None), ("t0.r2.c2", "yes_no"), ("t0.r2.c3", None)],
    ),
    Shape(
        "rfp cover sheet us",
        [
            p("PROPOSAL COVER SHEET", bold=True),
            p("Company Name: ________________________________"),
            p("Federal Tax ID: ________________  DUNS/UEI: ________________"),
            p("City: ______________ State: ______ Zip: __________"),
            p("Authorized Signature: ________________________  Date: ____________"),
        ],
        [
            ("p1", None),
            ("p2", None),
            ("p2#1", None),
            ("p3", None),
            ("p3#1", None),
            ("p3#2", None),
            ("p4", "signature"),
            ("p4#1", "date"),
        ],
    ),
    Shape(
        "consortium yes no then table",
        [
            p("Is the tender submitted by a consortium? ☐ Yes ☐ No"),
            p("If yes, list the members:"),
            table(headed("Name of member", "Address", "Share of work (%)"), ["", "", ""], ["", "", ""]),
        ],
        [("p0", "yes_no"), ("t0.r1.c0", "table")],
    ),
    Shape(
        "one row header with response col and score col",
        [
            table(
                headed("Question", "Response", "Score"),
                ["What is your lead time?", "", ""],
                ["How do you handle returns?", "", ""],
            )
        ],
        [("t0.r1.c1", None), ("t0.r2.c1", None)],
    ),
    Shape(
        "guidance in italic row then response row multiple",
        [
            table(
                row(cell("6.1 Relevant experience", bold=True, span=2)),
                row("Question", cell("Please provide two examples of similar contracts.")),
                row("Evaluation guidance", cell("Relevance, scale and outcomes will be considered.")),
                row("Word limit", cell("750 words")),
                row("Bidder response", cell("")),
            )
        ],
        [("t0.r4.c1", "long_text")],
    ),
    Shape(
        "long form rows with numbers and blank right no header",
        [
            table(
                ["2.1", "Name and address of the tenderer", ""],
                ["2.2", "Registration number in the trade register", ""],
                ["2.3", "Name of the person authorised to sign", ""],
                ["2.4", "Bank account number", ""],
            )
        ],
        [(f"t0.r{r}.c2", None) for r in range(4)],
    ),
    Shape(
        "price per lot words",
        [p("Our price for Lot 1 is £__________ per annum."), p("Our price for Lot 2 is £__________ per annum.")],
        [("p0", "money"), ("p1", "money")],
    ),
    Shape(
        "choose one letter list",
        [
            p("Which of the following best describes your organisation? (please tick)"),
            p("☐ Public limited company"),
            p("☐ Private limited company"),
            p("☐ Partnership"),
            p("☐ Other (please specify): ____________"),
        ],
        [("p1", None), ("p4#1", None)],
    ),
    Shape(
        "table of yes/no typed choices in one cell over lines",
        [
            table(
                headed("Question", "Response"),
                ["Do you have a disaster recovery plan?", lines("Yes", "No")],
                ["Where are backups kept?", ""],
            )
        ],
        [("t0.r1.c1", "yes_no"), ("t0.r2.c1", None)],
    ),
    Shape(
        "tender return checklist none for buyer use",
        [p("FOR OFFICE USE ONLY", bold=True), table(["Date received", ""], ["Opened by", ""], ["Checked by", ""])],
        [],
    ),
    Shape(
        "tender opening none",
        [
            p("Tender opening record (Council use)", bold=True),
            table(headed("Tenderer", "Amount", "Opened by"), ["", "", ""], ["", "", ""]),
        ],
        [],
    ),
    Shape(
        "scope requirement list none",
        [
            p("Service requirements", bold=True),
            table(
                headed("Ref", "Requirement"),
                ["1", "The Supplier shall provide a help desk."],
                ["2", "The Supplier shall report monthly."],
            ),
        ],
        [],
    ),
    Shape(
        "pricing instruct and total",
        [
            p("Pricing schedule", bold=True),
            table(
                headed("Year", "Fixed fee (£)", "Expenses cap (£)"),
                ["Year 1", "", ""],
                ["Year 2", "", ""],
                ["Total", "", ""],
            ),
        ],
        [("t0.r1.c1", "table")],
    ),
    Shape(
        "reference request us",
        [
            p("Provide three references:"),
            p("1. Agency: ____________ Contact: ____________ Phone: ____________"),
            p("2. Agency: ____________ Contact: ____________ Phone: ____________"),
        ],
        [("p1", None), ("p1#1", None), ("p1#2", "phone"), ("p2", None), ("p2#1", None), ("p2#2", "phone")],
    ),
    Shape(
        "exceptions US",
        [
            p("Exceptions to the terms and conditions (check one):"),
            p("( ) No exceptions are taken."),
            p("( ) Exceptions are taken, as listed in the attached."),
        ],
        [("p1", None)],
    ),
    Shape(
        "requirement with response para in same cell",
        [
            table(
                ["1", lines("The Contractor must provide weekly reports.", "Contractor's response:")],
                ["2", lines("The Contractor must attend monthly meetings.", "Contractor's response:")],
            )
        ],
        [("t0.r0.c1.p1", None), ("t0.r1.c1.p1", None)],
    ),
    Shape(
        "sdt dropdown header",
        [
            table(
                headed("Requirement", "Compliance"),
                [
                    "Hosted in the EU",
                    cell(p(control(run("Choose an item."), placeholder=True, options=["Fully", "Partly", "Not"]))),
                ],
                [
                    "Daily backups",
                    cell(p(control(run("Choose an item."), placeholder=True, options=["Fully", "Partly", "Not"]))),
                ],
            )
        ],
        [("t0.r1.c1", "choice"), ("t0.r2.c1", "choice")],
    ),
    Shape(
        "question col 2 header in first row merged",
        [
            table(
                row(cell("SECTION B – TECHNICAL CAPACITY", span=3, bold=True, fill="AAAAAA")),
                headed("No", "Question", "Answer"),
                ["B1", "List your key equipment.", ""],
                row(cell("SECTION C – QUALITY", span=3, bold=True, fill="AAAAAA")),
                ["C1", "Describe your quality system.", ""],
                ["C2", "Are you certified to ISO 9001?", "Yes / No"],
            )
        ],
        [("t0.r2.c2", None), ("t0.r4.c2", None), ("t0.r5.c2", "yes_no")],
    ),
)
