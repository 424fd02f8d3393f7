"""Shapes of schedules to return: insurance, sites, lots, method statements, statistics, declarations."""

from tests.samples.shape import Shape, lines
from tests.samples.word import cell, deleted, inserted, p, row, run, table
from tests.samples.word_tenders import headed

SCHEDULES = (
    Shape(
        "insurance have or commit",
        [
            table(
                headed(
                    "Insurance",
                    "Minimum cover",
                    "Do you have or will you have this cover? (Yes/No)",
                    "Insurer and policy number",
                    "Expiry date",
                ),
                ["Employer's liability", "£10 million", "", "", ""],
                ["Public liability", "£5 million", "", "", ""],
            )
        ],
        [(f"t0.r{r}.c{c}", None) for r in (1, 2) for c in (2, 3, 4)],
    ),
    Shape(
        "fire service site visit",
        [
            p("Certificate of site visit", bold=True),
            p("We visited the site on ____________ (date) accompanied by ____________ (name of officer)."),
            p("Signed for the tenderer: ____________________"),
        ],
        [("p1", "date"), ("p1#1", None), ("p2", "signature")],
    ),
    Shape(
        "university sustainability",
        [
            p("Sustainability questionnaire", bold=True),
            table(
                headed("No", "Question", "Answer Y / N / NA", "Evidence or comment"),
                ["1", "Do you measure your carbon footprint?", "", ""],
                ["2", "Is there a net zero target?", "", ""],
                ["3", "What percentage of your fleet is electric?", "", ""],
            ),
        ],
        [(f"t0.r{r}.c{c}", None) for r in (1, 2, 3) for c in (2, 3)],
    ),
    Shape(
        "parking lots of lots",
        [
            p("Lots tendered for", bold=True),
            table(headed("Lot", "Area", "Tendered for (tick)"), ["1", "North", ""], ["2", "South", ""]),
        ],
        [("t0.r1.c2", None), ("t0.r2.c2", None)],
    ),
    Shape(
        "method statement headings with box rows",
        [
            table(
                row(cell("Method statement 1: Customer care", bold=True)),
                row(cell("Describe how you will keep residents informed of works in their homes.")),
                row(cell("Maximum: 2 sides of A4. Weighting: 15%")),
                row(cell("")),
            ),
            table(
                row(cell("Method statement 2: Programme", bold=True)),
                row(cell("Provide a programme for the first phase.")),
                row(cell("Maximum: 1 side of A3. Weighting: 10%")),
                row(cell("")),
            ),
        ],
        [("t0.r3.c0", "long_text"), ("t1.r3.c0", "long_text")],
    ),
    Shape(
        "experience per contract repeated tables",
        [
            block
            for number in (1, 2, 3)
            for block in (
                p(f"Contract {number}", bold=True),
                table(
                    ["Client organisation", ""],
                    ["Contact name, position, telephone and e-mail", ""],
                    ["Brief description (150 words)", ""],
                    ["Start date", ""],
                    ["Completion date", ""],
                    ["Annual contract value", ""],
                ),
            )
        ],
        [(f"t{t}.r{r}.c1", None) for t in range(3) for r in range(6)],
    ),
    Shape(
        "grounds of exclusion list with yes no columns and sub rows",
        [
            table(
                headed("Question no.", "Question", "Response"),
                [
                    "2.1",
                    "Please indicate if, within the past five years, you have been convicted of:",
                    "",
                ],
                ["", "Participation in a criminal organisation.", "Yes ☐\nNo ☐"],
                ["", "Corruption.", "Yes ☐\nNo ☐"],
                ["2.1(b)", "If you have answered yes, please provide further details.", ""],
            )
        ],
        [("t0.r2.c2.p0", "yes_no"), ("t0.r3.c2.p0", "yes_no"), ("t0.r4.c2", "long_text")],
    ),
    Shape(
        "welsh bilingual columns",
        [
            table(
                headed("Cwestiwn / Question", "Ymateb / Response"),
                ["Enw'r cwmni / Company name", ""],
                ["Disgrifiwch eich profiad / Describe your experience", ""],
            )
        ],
        [("t0.r1.c1", None), ("t0.r2.c1", None)],
    ),
    Shape(
        "achilles numbered para qs with select",
        [
            p("1.1 Organisation type (select one)"),
            p("Public limited company"),
            p("Private limited company"),
            p("Partnership"),
            p("1.2 Number of employees"),
            p("[          ]"),
        ],
        [("p1", "choice"), ("p5", "number")],
    ),
    Shape(
        "declaration table with agree",
        [
            table(
                headed("Declaration", "Agree (Y/N)"),
                ["We have not engaged in collusion.", ""],
                ["We accept the Council's terms.", ""],
                ["We will pay at least the living wage.", ""],
            )
        ],
        [("t0.r1.c1", "yes_no"), ("t0.r2.c1", "yes_no"), ("t0.r3.c1", "yes_no")],
    ),
    Shape(
        "tupe and staff table",
        [
            p("Please complete the table for staff to be assigned to the contract"),
            table(
                headed("Job title", "Number of staff", "Hours per week", "Hourly rate (£)"),
                ["Supervisor", "", "", ""],
                ["Operative", "", "", ""],
                ["Apprentice", "", "", ""],
            ),
        ],
        [("t0.r1.c1", "table")],
    ),
    Shape(
        "tracked insert question",
        [
            p("Name of company: ", inserted(run("____________"))),
            p(deleted("Old question: ______"), run("Fax: ____________")),
        ],
        [("p0", None), ("p1", "phone")],
    ),
    Shape(
        "supplier response heading in second row merged",
        [
            table(
                row(cell("Quality question", span=2, bold=True, fill="BBBBBB")),
                ["Question", "Please explain your quality assurance."],
                ["Maximum word count", "600 words"],
                ["Weighting", "30%"],
                ["Tenderer response", ""],
            )
        ],
        [("t0.r4.c1", "long_text")],
    ),
    Shape(
        "hs statistics grid",
        [
            p("Accident statistics", bold=True),
            table(
                headed("Year", "Fatal", "Reportable", "Minor"),
                ["2023", "", "", ""],
                ["2024", "", "", ""],
                ["2025", "", "", ""],
            ),
        ],
        [("t0.r1.c1", "table")],
    ),
    Shape(
        "references for personnel with tick acceptance",
        [table(["I have read and understood the specification", "☐"], ["I accept the contract conditions", "☐"])],
        [("t0.r0.c1.p0", "yes_no"), ("t0.r1.c1.p0", "yes_no")],
    ),
    Shape(
        "equal opp question with yes no then explain box table",
        [
            p("Do you have an equal opportunities policy?"),
            table(["Yes", "☐", "No", "☐"]),
            p("If no, please explain how you comply with the law."),
            table([""]),
        ],
        [("t0.r0.c1", "yes_no"), ("t1.r0.c0", None)],
    ),
    Shape(
        "weighted question header line in para",
        [
            p("Question 1 (20%)", bold=True),
            p("Word limit: 800"),
            p("How will you manage transition from the current provider?"),
            p("Answer 1:"),
            p("Question 2 (30%)", bold=True),
            p("Word limit: 1,000"),
            p("How will you monitor performance?"),
            p("Answer 2:"),
        ],
        [("p3", "long_text"), ("p7", "long_text")],
    ),
    Shape(
        "form with colon and rows of space",
        [
            table(
                ["Trading name:", ""],
                [
                    "Type of organisation (please tick):",
                    cell(p("Sole trader ☐"), p("Partnership ☐"), p("Limited company ☐")),
                ],
                ["Years trading:", ""],
            ),
            p("Bank reference: Name of bank ............ Branch ............ Sort code ............"),
        ],
        [
            ("t0.r0.c1", None),
            ("t0.r1.c1.p0", "choice"),
            ("t0.r2.c1", None),
            ("p0", None),
            ("p0#1", None),
            ("p0#2", None),
        ],
    ),
    Shape(
        "buyer details prefilled & blank supplier",
        [
            table(
                headed("Buyer", "Supplier"),
                [lines("Name: Northshire Council", "Address: 1 Quay Street"), lines("Name:", "Address:")],
            )
        ],
        [("t0.r1.c1.p0", None), ("t0.r1.c1.p1", "address")],
    ),
    Shape(
        "contents none",
        [
            p("Contents", bold=True),
            table(["Section", "Page"], ["Introduction", "3"], ["Questions", ""]),
        ],
        [],
    ),
    Shape(
        "risk register template none",
        [
            p("Example risk register (for information only)", bold=True),
            table(
                headed("Risk", "Likelihood", "Impact", "Mitigation"),
                ["Late delivery", "2", "3", "Weekly review"],
                ["", "", "", ""],
            ),
        ],
        [],
    ),
    Shape(
        "kpi to be proposed",
        [
            p("Tenderers are to propose key performance indicators"),
            table(headed("KPI", "Measure", "Target"), ["", "", ""], ["", "", ""], ["", "", ""]),
        ],
        [("t0.r1.c0", "table")],
    ),
)
