"""Shapes in tables of labels and blanks."""

from tests.samples.shape import Shape
from tests.samples.word import cell, control, legacy_box, legacy_list, legacy_text, p, row, run, table

FORMS = (
    Shape(
        "two columns with controls",
        [
            table(
                ["Company name", cell(p(control(run("Click or tap here to enter text."), placeholder=True)))],
                [
                    "Are you registered for VAT?",
                    cell(p(control(run("Choose an item."), placeholder=True, options=["Yes", "No"]))),
                ],
                ["Date of formation", cell(p(control(run("Click to enter a date"), "<w:date/>", placeholder=True)))],
            )
        ],
        [("t0.r0.c1", "text"), ("t0.r1.c1", "yes_no"), ("t0.r2.c1", "date")],
    ),
    Shape(
        "legacy fields",
        [
            table(
                ["Name of organisation", cell(p(legacy_text()))],
                ["Do you hold ISO 9001?", cell(p(legacy_box(), " Yes ", legacy_box(), " No"))],
                ["Type of business", cell(p(legacy_list("Limited company", "Partnership", "Sole trader")))],
            )
        ],
        [("t0.r0.c1", "text"), ("t0.r1.c1.p0", "yes_no"), ("t0.r2.c1", "choice")],
    ),
    Shape(
        "boxes in yes no columns",
        [
            table(
                ["Question", "Yes", "No"],
                ["Do you have a quality policy?", "☐", "☐"],
                ["Do you have an equality policy?", "☐", "☐"],
            )
        ],
        [("t0.r1.c1.p0", "yes_no"), ("t0.r2.c1.p0", "yes_no")],
    ),
    Shape(
        "price list one col",
        [
            p("Pricing schedule", bold=True),
            table(
                ["Item", "Description", "Price (£)"],
                ["1", "Set-up fee", ""],
                ["2", "Annual licence", ""],
                ["3", "Support", ""],
            ),
        ],
        [("t0.r1.c2", "money"), ("t0.r2.c2", "money"), ("t0.r3.c2", "money")],
    ),
    Shape(
        "doc checklist",
        [
            p("Please confirm that the following are enclosed"),
            table(["Document", "Enclosed (Yes/No)"], ["Form of tender", ""], ["Pricing schedule", ""]),
        ],
        [("t0.r1.c1", "yes_no"), ("t0.r2.c1", "yes_no")],
    ),
    Shape(
        "checklist tick",
        [
            p("Tick the services you can provide"),
            table(["Grounds maintenance", "☐"], ["Cleaning", "☐"], ["Security", "☐"]),
        ],
        [("t0.r0.c1.p0", "multi_choice", "services")],
    ),
    Shape(
        "vertical form",
        [
            table(
                row(cell("Supplier details", span=2, fill="CCCCCC", bold=True)),
                ["Name", ""],
                ["Address", ""],
                row(cell("Contact", span=2, fill="CCCCCC", bold=True)),
                ["Name", ""],
                ["Telephone", ""],
            )
        ],
        [("t0.r1.c1", "text"), ("t0.r2.c1", "address"), ("t0.r4.c1", "text"), ("t0.r5.c1", "phone")],
    ),
    Shape(
        "four column form",
        [table(["Name", "", "Position", ""], ["Telephone", "", "Email", ""], ["Signature", "", "Date", ""])],
        [
            ("t0.r0.c1", "text"),
            ("t0.r0.c3", "text"),
            ("t0.r1.c1", "phone"),
            ("t0.r1.c3", "email"),
            ("t0.r2.c1", "signature"),
            ("t0.r2.c3", "date"),
        ],
    ),
    Shape(
        "prompted",
        [
            table(
                ["Criteria", "Evidence required", "Your answer"],
                ["Experience in the sector", "Two examples", "Please insert your answer here (max 400 words)"],
                ["Staffing", "Structure chart", "Please insert your answer here (max 300 words)"],
            )
        ],
        [("t0.r1.c2", None), ("t0.r2.c2", None)],
    ),
    Shape(
        "delete as appropriate",
        [
            table(
                ["Have you been convicted of fraud?", "Yes / No (delete as appropriate)"],
                ["Have you failed to pay tax?", "Yes / No (delete as appropriate)"],
            )
        ],
        [("t0.r0.c1", "yes_no"), ("t0.r1.c1", "yes_no")],
    ),
    Shape(
        "ESPD style",
        [
            p("A: Information about the economic operator", bold=True),
            table(
                [cell("Identification:", bold=True), cell("Answer:", bold=True)],
                ["Name:", "[   ]"],
                ["VAT-number, if applicable:", "[   ]"],
                ["Postal address:", "[……]"],
                ["Is the economic operator a small enterprise?", "[] Yes [] No"],
                ["Contact person:", "[……]"],
            ),
        ],
        [
            ("t0.r1.c1", "text"),
            ("t0.r2.c1", "text"),
            ("t0.r3.c1", "address"),
            ("t0.r4.c1.p0", "yes_no"),
            ("t0.r5.c1", "text"),
        ],
    ),
    Shape(
        "yes no cells",
        [table(["Do you have a policy?", "Yes", "", "No", ""], ["Is it reviewed yearly?", "Yes", "", "No", ""])],
        [("t0.r0.c2", "yes_no"), ("t0.r1.c2", "yes_no")],
    ),
    Shape(
        "yes no words",
        [table(["Do you have a policy?", "Yes", "No"], ["Is it reviewed yearly?", "Yes", "No"])],
        [("t0.r0.c1", "yes_no"), ("t0.r1.c1", "yes_no")],
    ),
    Shape(
        "merged group",
        [
            table(
                row(cell("Immediate parent company", merge="restart"), "Name", ""),
                row(cell("", merge="continue"), "Address", ""),
                row(cell("Ultimate parent company", merge="restart"), "Name", ""),
                row(cell("", merge="continue"), "Address", ""),
            )
        ],
        [("t0.r0.c2", "text"), ("t0.r1.c2", "address"), ("t0.r2.c2", "text"), ("t0.r3.c2", "address")],
    ),
    Shape(
        "table no header Q ref",
        [
            table(
                ["1", "Name of organisation", ""],
                ["2", "Registered office address", ""],
                ["3", "Is your organisation a charity?", "Yes / No"],
                ["4", "If yes, charity number", ""],
            )
        ],
        [("t0.r0.c2", "text"), ("t0.r1.c2", "address"), ("t0.r2.c2", "yes_no"), ("t0.r3.c2", "text")],
    ),
    Shape(
        "question then box with cell prompt",
        [
            p("3.1 Please describe your quality management arrangements.", bold=True),
            table([cell("[Supplier response]")]),
        ],
        [("t0.r0.c0", "long_text", "quality")],
    ),
    Shape(
        "tender details header table",
        [
            table(
                ["Tender title:", "Cleaning services"],
                ["Tender reference:", "ABC/123"],
                ["Name of tenderer:", ""],
                ["Return date:", "1 June 2026"],
            )
        ],
        [("t0.r2.c1", "text")],
    ),
    Shape(
        "scored question with info rows",
        [
            table(
                row(cell("Question 1", bold=True, fill="DDDDDD"), cell("Weighting: 20%", bold=True, fill="DDDDDD")),
                row(cell("Describe how you will deliver social value in this contract.", span=2)),
                row(cell("Your response should not exceed 500 words.", span=2)),
                row(cell("", span=2)),
            )
        ],
        [("t0.r3.c0", "long_text", "social value")],
    ),
    Shape(
        "sections in table w/o header",
        [
            table(
                row(cell("1. Company information", span=2, bold=True)),
                ["Company name:", ""],
                ["Trading name (if different):", ""],
                row(cell("2. Financial information", span=2, bold=True)),
                ["Turnover last year:", ""],
                ["Do you have audited accounts?", ""],
            )
        ],
        [("t0.r1.c1", "text"), ("t0.r2.c1", "text"), ("t0.r4.c1", "money"), ("t0.r5.c1", "yes_no")],
    ),
    Shape(
        "date mask",
        [table(["Date of incorporation", "__/__/____"], ["Company number", "________"])],
        [("t0.r0.c1", "date"), ("t0.r1.c1", "text")],
    ),
    Shape(
        "upload",
        [
            table(
                ["Document required", "Attached?"],
                ["Health and safety policy", "Yes ☐ No ☐"],
                ["Insurance certificates", "Yes ☐ No ☐"],
            )
        ],
        [("t0.r1.c1.p0", "yes_no"), ("t0.r2.c1.p0", "yes_no")],
    ),
    Shape(
        "table question cell with Answer:",
        [
            table(
                row("1. Describe your approach to equality."),
                row("Answer:"),
                row("2. Describe your approach to sustainability."),
                row("Answer:"),
            )
        ],
        [("t0.r1.c0", "long_text", "equality"), ("t0.r3.c0", "long_text", "sustainability")],
    ),
)
