"""Shapes of tenders of several countries: statements of compliance, offered specifications, boxes below questions."""

from tests.samples.shape import Shape, lines
from tests.samples.word import cell, p, row, table


def headed(*titles: str) -> str:
    """A row of headings, bold on grey."""
    return row(*(cell(title, bold=True, fill="D9D9D9") for title in titles))


TENDERS = (
    Shape(
        "au compliance C/PC/NC",
        [
            p("Tenderer's Statement of Compliance", bold=True),
            table(
                headed("Clause", "Requirement", "Compliance (C/PC/NC)", "Comments"),
                ["3.1", "The service must be available 24 hours a day.", "", ""],
                ["3.2", "Data must be hosted in Australia.", "", ""],
                ["3.3", "Support staff must be cleared.", "", ""],
            ),
        ],
        [
            ("t0.r1.c2", None),
            ("t0.r1.c3", "long_text"),
            ("t0.r2.c2", None),
            ("t0.r2.c3", "long_text"),
            ("t0.r3.c2", None),
            ("t0.r3.c3", "long_text"),
        ],
    ),
    Shape(
        "us offeror tech matrix",
        [
            table(
                ["Req. #", "Description of Requirement", "Offeror Response (Y/N)", "Offeror Explanation"],
                ["1", "Offeror shall provide a 24/7 help desk.", "", ""],
                ["2", "Offeror shall maintain SOC 2 Type II certification.", "", ""],
            )
        ],
        [("t0.r1.c2", None), ("t0.r1.c3", None), ("t0.r2.c2", None), ("t0.r2.c3", None)],
    ),
    Shape(
        "four col label blank",
        [
            table(
                ["Legal name of Respondent", "", "Trading name", ""],
                ["ABN", "", "ACN", ""],
                ["Contact person", "", "Telephone", ""],
            )
        ],
        [(f"t0.r{r}.c{c}", None) for r in range(3) for c in (1, 3)],
    ),
    Shape(
        "question then one cell box",
        [
            p("1. Describe your organisation's experience in delivering similar services."),
            table([""]),
            p("2. Outline your approach to mobilisation (maximum 500 words)."),
            table([""]),
        ],
        [("t0.r0.c0", "long_text"), ("t1.r0.c0", "long_text")],
    ),
    Shape(
        "delete as appropriate in a tender",
        [
            p("Do you hold Cyber Essentials certification?"),
            p("Yes / No (delete as appropriate)"),
            p("Has your organisation been subject to a data breach in the last three years?"),
            p("YES/NO*"),
            p("*delete as applicable"),
        ],
        [("p1", "yes_no"), ("p3", "yes_no")],
    ),
    Shape(
        "inline yes no",
        [
            p("Is your organisation a small or medium enterprise? Yes/No"),
            p("Are you VAT registered? YES / NO"),
            p("If yes, please give your VAT number: "),
        ],
        [("p0", "yes_no"), ("p1", "yes_no"), ("p2", None)],
    ),
    Shape(
        "wingdings ticks",
        [
            table(
                headed("Do you have the following policies?", "Yes", "No"),
                row(
                    "Health and safety",
                    cell(p('<w:r><w:sym w:font="Wingdings" w:char="F06F"/></w:r>')),
                    cell(p('<w:r><w:sym w:font="Wingdings" w:char="F06F"/></w:r>')),
                ),
                row(
                    "Equality and diversity",
                    cell(p('<w:r><w:sym w:font="Wingdings" w:char="F06F"/></w:r>')),
                    cell(p('<w:r><w:sym w:font="Wingdings" w:char="F06F"/></w:r>')),
                ),
            )
        ],
        [("t0.r1.c1.p0", "yes_no"), ("t0.r2.c1.p0", "yes_no")],
    ),
    Shape(
        "question over rows with answer row labelled",
        [
            table(
                row(cell("Question 1", span=2, bold=True, fill="CCCCCC"), cell("Weighting: 20%")),
                row(cell("Describe how you will recruit and train staff for this contract.", span=3)),
                row(cell("Your answer should cover recruitment, induction and training. Maximum 2 pages.", span=3)),
                row(cell("Answer:", span=3)),
            )
        ],
        [("t0.r3.c0", "long_text")],
    ),
    Shape(
        "question rows and blank row",
        [
            table(
                row(cell("Q1", bold=True), cell("Contract management (15%)", bold=True)),
                row(cell("Please describe how you would manage this contract.", span=2)),
                row(cell("", span=2)),
                row(cell("Q2", bold=True), cell("Social value (10%)", bold=True)),
                row(cell("Please describe the social value you will deliver.", span=2)),
                row(cell("", span=2)),
            )
        ],
        [("t0.r2.c0", "long_text"), ("t0.r5.c0", "long_text")],
    ),
    Shape(
        "multi lot tick",
        [
            p("Please indicate which lots you are applying for:"),
            table(
                headed("Lot", "Description", "Tick to apply"),
                ["1", "Grounds maintenance", "☐"],
                ["2", "Tree surgery", "☐"],
                ["3", "Street cleansing", "☐"],
            ),
        ],
        [("t0.r1.c2.p0", None)],
    ),
    Shape(
        "eu espd like",
        [
            p("Part II: Information concerning the economic operator", bold=True),
            table(
                ["Identification:", "Answer:"],
                ["Name:", "[   ]"],
                ["VAT-number, if applicable:", "[   ]"],
                ["Postal address:", "[……]"],
                ["Contact person or persons:", "[……]"],
                ["Is the economic operator a micro, small or medium-sized enterprise?", "[] Yes [] No"],
            ),
        ],
        [("t0.r1.c1", None), ("t0.r2.c1", None), ("t0.r3.c1", None), ("t0.r4.c1", None), ("t0.r5.c1.p0", "yes_no")],
    ),
    Shape(
        "insurance grid",
        [
            table(
                headed("Type of insurance", "Level required", "Insurer", "Policy number", "Expiry date"),
                ["Public liability", "£5m", "", "", ""],
                ["Employers liability", "£10m", "", "", ""],
                ["Professional indemnity", "£2m", "", "", ""],
            )
        ],
        [("t0.r1.c2", "table")],
    ),
    Shape(
        "references vertical",
        [
            p("Reference 1", bold=True),
            table(
                ["Name of client", ""],
                ["Contact name and email", ""],
                ["Contract value", ""],
                ["Description of services", ""],
            ),
            p("Reference 2", bold=True),
            table(
                ["Name of client", ""],
                ["Contact name and email", ""],
                ["Contract value", ""],
                ["Description of services", ""],
            ),
        ],
        [(f"t{t}.r{r}.c1", None) for t in (0, 1) for r in range(4)],
    ),
    Shape(
        "declaration sign",
        [
            p("I declare that to the best of my knowledge the answers submitted are correct."),
            p("Signed: ______________________"),
            p("Name (print): ________________"),
            p("Position: ____________________"),
            p("Date: ____/____/______"),
        ],
        [("p1", "signature"), ("p2", None), ("p3", None), ("p4", "date")],
    ),
    Shape(
        "form of tender in a tender",
        [
            p("FORM OF TENDER", bold=True),
            p("To: The Director of Procurement, Northshire Council"),
            p("We hereby offer to provide the services for the sum of £............ (excluding VAT)."),
            p("Signature ............................................"),
            p("Name in block capitals ..............................."),
            p("in the capacity of ..................................."),
            p("duly authorised to sign tenders for and on behalf of:"),
            p("......................................................"),
        ],
        [("p2", "money"), ("p3", "signature"), ("p4", None), ("p5", None), ("p7", None)],
    ),
    Shape(
        "nested number answer column named tenderer",
        [
            table(
                headed("Item", "Tenderer to complete"), ["Company name", ""], ["Registered number", ""], ["Website", ""]
            )
        ],
        [("t0.r1.c1", None), ("t0.r2.c1", None), ("t0.r3.c1", "url")],
    ),
    Shape(
        "yes no comments",
        [
            table(
                headed("Ref", "Requirement", "Yes", "No", "Comments"),
                ["1", "Do you have a documented quality management system?", "", "", ""],
                ["2", "Is it externally accredited?", "", "", ""],
            )
        ],
        [("t0.r1.c2", "yes_no"), ("t0.r1.c4", "long_text"), ("t0.r2.c2", "yes_no"), ("t0.r2.c4", "long_text")],
    ),
    Shape(
        "risk response with bold prompts",
        [
            table(
                ["4.1", lines("Please provide details of your safeguarding policy.", "")],
                ["4.2", lines("Please explain how staff are vetted.", "")],
            )
        ],
        [],
    ),
    Shape(
        "question and response same cell 'Response:'",
        [
            table(
                [lines("1.1 Describe your approach to quality.", "Response:")],
                [lines("1.2 Describe your approach to risk.", "Response:")],
            )
        ],
        [("t0.r0.c0.p1", None), ("t0.r1.c0.p1", None)],
    ),
    Shape(
        "heading numbered q then answer para",
        [
            p("Q1. What is your approach to sustainability?"),
            p("Answer:"),
            p(""),
            p("Q2. How do you monitor your carbon footprint?"),
            p("Answer:"),
            p(""),
        ],
        [("p1", None), ("p4", None)],
    ),
    Shape(
        "supplier name fields tabs",
        [
            p("Company name:\t"),
            p("Company registration number:\t"),
            p("Date of incorporation:\t"),
            p("Email address:\t"),
        ],
        [("p0", None), ("p1", None), ("p2", "date"), ("p3", "email")],
    ),
    Shape(
        "pricing rows",
        [
            table(
                headed("Description", "Unit", "Quantity", "Unit price (ex GST)", "Total price (ex GST)"),
                ["Site visit", "each", "12", "", ""],
                ["Annual report", "each", "1", "", ""],
                ["Training day", "day", "5", "", ""],
            )
        ],
        [("t0.r1.c3", None)],
    ),
    Shape(
        "staff cv grid",
        [
            p("Key personnel"),
            table(
                headed("Name", "Role", "Qualifications", "Years of experience"),
                ["", "", "", ""],
                ["", "", "", ""],
                ["", "", "", ""],
            ),
        ],
        [("t0.r1.c0", "table")],
    ),
    Shape(
        "addenda acknowledgement",
        [
            p("The Respondent acknowledges receipt of the following addenda:"),
            table(["Addendum No.", "Date received", "Initials"], ["", "", ""], ["", "", ""]),
        ],
        [("t0.r1.c0", "table")],
    ),
    Shape(
        "evaluation not question",
        [
            p("Evaluation criteria", bold=True),
            table(
                headed("Criterion", "Weighting", "Maximum score"), ["Quality", "60%", "100"], ["Price", "40%", "100"]
            ),
        ],
        [],
    ),
    Shape(
        "timetable not question",
        [
            p("Procurement timetable", bold=True),
            table(
                headed("Stage", "Date"),
                ["Issue of ITT", "1 March 2026"],
                ["Deadline for clarification questions", "15 March 2026"],
                ["Tender return", "1 April 2026"],
                ["Award", "TBC"],
            ),
        ],
        [],
    ),
    Shape(
        "doc control blank",
        [
            p("Document control", bold=True),
            table(headed("Version", "Date", "Author", "Changes"), ["1.0", "", "", ""], ["", "", "", ""]),
        ],
        [],
    ),
    Shape(
        "buyer contact in a tender",
        [
            p("Contact details for queries", bold=True),
            table(["Name", "Jane Example"], ["Email", "tenders@north.example"], ["Telephone", "01632 960001"]),
        ],
        [],
    ),
    Shape(
        "checkbox self cert",
        [
            p("☐ We confirm that we meet the insurance requirements"),
            p("☐ We confirm that we accept the terms and conditions"),
        ],
        [("p0", None), ("p1", None)],
    ),
    Shape(
        "Compliant columns",
        [
            table(
                headed("No.", "Specification", "Complies", "Does not comply", "Remarks / deviation"),
                ["1", "Diesel engine, Euro 6", "", "", ""],
                ["2", "Payload at least 1,200 kg", "", "", ""],
                ["3", "Reversing camera", "", "", ""],
            )
        ],
        [(f"t0.r{r}.c{c}", None) for r in (1, 2, 3) for c in (2, 4)],
    ),
    Shape(
        "offered spec",
        [
            table(
                headed("No.", "Minimum specification", "Specification offered", "Page in brochure"),
                ["1", "Processor: 8 cores, 3 GHz", "", " "],
                ["2", "Memory: 16 GB", "", " "],
                ["3", "Storage: 512 GB SSD", "", " "],
            )
        ],
        [(f"t0.r{r}.c{c}", None) for r in (1, 2, 3) for c in (2, 3)],
    ),
    Shape(
        "french in a tender",
        [
            table(
                headed("N°", "Question", "Réponse du candidat"),
                ["1", "Décrivez votre organisation.", ""],
                ["2", "Quelles sont vos certifications ?", ""],
            )
        ],
        [("t0.r1.c2", None), ("t0.r2.c2", None)],
    ),
    Shape(
        "welsh english bilingual label",
        [
            table(
                ["Enw'r sefydliad / Name of organisation", ""],
                ["Cyfeiriad / Address", ""],
                ["Rhif ffôn / Telephone number", ""],
            )
        ],
        [("t0.r0.c1", None), ("t0.r1.c1", None), ("t0.r2.c1", None)],
    ),
    Shape(
        "answer limited in header",
        [
            table(
                headed("Question 3: Implementation plan (20%, 1,000 words)"),
                ["Please set out your implementation plan, including milestones and resources."],
                ["[Enter response here]"],
            )
        ],
        [("t0.r2.c0", None)],
    ),
    Shape(
        "guidance row between",
        [
            table(
                row("5.1", cell("Please describe your complaints procedure.")),
                row("Guidance", cell("We expect to see timescales and escalation.")),
                row("Response", cell("")),
                row("5.2", cell("Please describe your business continuity plan.")),
                row("Guidance", cell("We expect recovery times.")),
                row("Response", cell("")),
            )
        ],
        [("t0.r2.c1", None), ("t0.r5.c1", None)],
    ),
    Shape(
        "para blank underline after question",
        [
            p("3. State the number of full-time employees: ________"),
            p("4. State your average annual turnover over the last 3 years: £________"),
        ],
        [("p0", "number"), ("p1", "money")],
    ),
    Shape(
        "bullet yes no content",
        [
            p("Does your organisation have:"),
            table(
                ["(a) a written health and safety policy?", "Yes ☐  No ☐"],
                ["(b) a named health and safety officer?", "Yes ☐  No ☐"],
            ),
        ],
        [("t0.r0.c1.p0", "yes_no"), ("t0.r1.c1.p0", "yes_no")],
    ),
    Shape(
        "conflict decl options",
        [
            p("Conflict of interest declaration", bold=True),
            p("Please tick one box only:"),
            p("☐ I have no conflict of interest to declare"),
            p("☐ I have a conflict of interest to declare, as follows:"),
            p("_______________________________________"),
        ],
        [("p2", None), ("p4", None)],
    ),
    Shape(
        "subcontractor grid percent",
        [
            p("If you intend to use sub-contractors, complete the table below:"),
            table(
                ["Name of sub-contractor", "Registration number", "Services to be provided", "% of contract value"],
                ["", "", "", ""],
                ["", "", "", ""],
            ),
        ],
        [("t0.r1.c0", "table")],
    ),
    Shape(
        "financial years grid",
        [
            p("Please provide the following financial information for the last three years."),
            table(
                ["", "Year 1", "Year 2", "Year 3"],
                ["Turnover", "£", "£", "£"],
                ["Profit before tax", "£", "£", "£"],
                ["Net assets", "£", "£", "£"],
            ),
        ],
        [("t0.r1.c1", "table")],
    ),
    Shape(
        "criteria response no headings",
        [
            table(
                ["1", "Describe your methodology for delivering the project.", " "],
                ["2", "Describe the team you will deploy.", " "],
                ["3", "Describe your quality assurance.", " "],
            )
        ],
        [("t0.r0.c2", None), ("t0.r1.c2", None), ("t0.r2.c2", None)],
    ),
    Shape(
        "selection criterion evidence",
        [
            table(
                headed("Selection criterion", "Evidence to be supplied", "Bidder's evidence"),
                ["Turnover of at least €1m", "Audited accounts", ""],
                ["Three similar references", "List of references", ""],
            )
        ],
        [("t0.r1.c2", None), ("t0.r2.c2", None)],
    ),
    Shape(
        "Instructions to bidders numbered",
        [
            p("1. Bidders must submit their tender by noon on the closing date."),
            p("2. Tenders must be submitted through the portal."),
            p("3. The Authority may amend the documents."),
            p("4. Please note that late tenders will be rejected."),
        ],
        [],
    ),
    Shape(
        "terms to tick that apply",
        [table(headed("Terms", "Tick to apply"), ["Standard terms", "☐"], ["Short terms", "☐"], ["No terms", "☐"])],
        [("t0.r1.c1.p0", "multi_choice")],
    ),
)
