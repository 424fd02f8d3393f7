"""Shapes in tables whose headings say where the answer goes."""

from tests.samples.shape import Shape, lines
from tests.samples.word import cell, control, numbering, p, row, table

MATRICES = (
    Shape(
        "council SQ",
        [
            p("Section 1: Organisation details", bold=True),
            table(
                ["Q No.", "Question", "Response"],
                ["1.1", "Full name of the organisation", ""],
                [
                    "1.2",
                    "Is your organisation:",
                    lines(
                        "☐ a public limited company",
                        "☐ a limited company",
                        "☐ a sole trader",
                        "☐ other (please specify)",
                    ),
                ],
                ["1.3", "Has any director been declared bankrupt?", lines("Yes ☐ No ☐")],
                ["1.4", "Head office address (including postcode)", ""],
            ),
        ],
        [("t0.r1.c2", "text"), ("t0.r2.c2.p0", "choice"), ("t0.r3.c2.p0", "yes_no"), ("t0.r4.c2", "address")],
    ),
    Shape(
        "method statement box",
        [
            p("Question 1 (20%)", bold=True),
            p("Describe how you will mobilise the service. Maximum 500 words."),
            table([cell("")]),
            p("Question 2 (30%)", bold=True),
            p("How will you manage complaints? Maximum 2 sides of A4."),
            table([cell("Response:")]),
        ],
        [("t0.r0.c0", "long_text", "mobilise"), ("t1.r0.c0", "long_text", "complaints")],
    ),
    Shape(
        "question block",
        [
            table(
                ["Question 1.1", "Describe your approach to safeguarding."],
                ["Guidance", "Include training and policies."],
                ["Weighting", "20%"],
                ["Word limit", "500 words"],
                ["Response", ""],
            ),
            p(""),
            table(
                ["Question 1.2", "Describe your approach to recruitment."],
                ["Guidance", "Include vetting."],
                ["Weighting", "10%"],
                ["Word limit", "300 words"],
                ["Supplier response", ""],
            ),
        ],
        [("t0.r4.c1", "long_text", "safeguarding"), ("t1.r4.c1", "long_text", "recruitment")],
    ),
    Shape(
        "rows across",
        [
            table(
                row(cell("Q1 - Service delivery (Weighting 30%)", fill="D9D9D9", bold=True)),
                row("Please explain how you will deliver the service."),
                row("Response (maximum 750 words):"),
                row(""),
            )
        ],
        [("t0.r3.c0", "long_text", "deliver the service")],
    ),
    Shape(
        "compliance 3 cols",
        [
            table(
                ["Ref", "Requirement", "Fully compliant", "Partially compliant", "Not compliant", "Comments"],
                ["R1", "The solution must encrypt data at rest.", "", "", "", ""],
                ["R2", "The solution must support single sign-on.", "", "", "", ""],
            )
        ],
        [("t0.r1.c2", "choice"), ("t0.r1.c5", "long_text"), ("t0.r2.c2", "choice"), ("t0.r2.c5", "long_text")],
    ),
    Shape(
        "compliance YNP",
        [
            table(
                ["Ref", "Requirement", "Compliant (Y/N/P)", "Comments"],
                ["R1", "The solution must encrypt data at rest.", "", ""],
                ["R2", "The solution must support single sign-on.", "", ""],
            )
        ],
        [("t0.r1.c2", "choice"), ("t0.r1.c3", "long_text"), ("t0.r2.c2", "choice"), ("t0.r2.c3", "long_text")],
    ),
    Shape(
        "yes no details one cell",
        [
            table(
                ["No", "Question", "Response"],
                ["1", "Do you have a policy?", lines("Yes ☐ No ☐", "If yes, please give details: ______________")],
                ["2", "Do you have insurance?", lines("Yes ☐ No ☐", "If no, please explain: ______________")],
            )
        ],
        [("t0.r1.c2.p0", "yes_no"), ("t0.r1.c2.p1", None), ("t0.r2.c2.p0", "yes_no"), ("t0.r2.c2.p1", None)],
    ),
    Shape(
        "evaluator column",
        [
            table(
                ["Question", "Supplier response", "For official use only"],
                ["Describe your quality system.", "", ""],
                ["Describe your training.", "", ""],
            )
        ],
        [("t0.r1.c1", "long_text"), ("t0.r2.c1", "long_text")],
    ),
    Shape(
        "sdt table",
        [control(table(["Question", "Response"], ["What is your company name?", ""]), "<w:richText/>"), p("x")],
        [("t0.r1.c1", "text")],
    ),
    Shape(
        "nested",
        [
            table(
                [
                    cell(
                        p("Part A"),
                        table(
                            ["Question", "Response"], ["What is your company name?", ""], ["Describe your history.", ""]
                        ),
                    )
                ]
            )
        ],
        [("t0.r0.c0.t0.r1.c1", "text"), ("t0.r0.c0.t0.r2.c1", "long_text")],
    ),
    Shape(
        "header mid table",
        [
            table(
                row(cell("Part 1 - Company", span=3, fill="DDDDDD")),
                ["Ref", "Question", "Answer"],
                ["1", "What is your name?", ""],
                row(cell("Part 2 - Finance", span=3, fill="DDDDDD")),
                ["Ref", "Question", "Answer"],
                ["2", "What is your turnover?", ""],
            )
        ],
        [("t0.r2.c2", "text"), ("t0.r5.c2", "money")],
    ),
    Shape(
        "labelled lines in the answer cell",
        [
            table(
                ["Ref", "Question", "Response"],
                ["1.1", "Contact for this tender", lines("Name:", "Telephone:", "Email:")],
                ["1.2", "Registered name", ""],
            )
        ],
        [("t0.r1.c2.p0", "text"), ("t0.r1.c2.p1", "phone"), ("t0.r1.c2.p2", "email"), ("t0.r2.c2", "text")],
    ),
    Shape(
        "criteria + score cols",
        [
            table(
                ["No.", "Question", "Response", "Max marks", "Score awarded"],
                ["1", "Describe your implementation plan.", "", "10", ""],
                ["2", "Describe your risk management.", "", "5", ""],
            )
        ],
        [("t0.r1.c2", "long_text"), ("t0.r2.c2", "long_text")],
    ),
    Shape(
        "long policy questions",
        [
            table(
                ["Question", "Response (Yes/No)", "Evidence attached"],
                ["Do you have an environmental policy?", "", ""],
                ["Do you have a modern slavery statement?", "", ""],
            )
        ],
        [("t0.r1.c1", "yes_no"), ("t0.r1.c2", "long_text"), ("t0.r2.c1", "yes_no"), ("t0.r2.c2", "long_text")],
    ),
    Shape(
        "sub-questions abc autonumber",
        [
            p("1. Quality", bold=True),
            table(
                ["Ref", "Requirement", "Tenderer response"],
                row(cell(p("", number=(1, 0))), "Describe your quality system.", ""),
                row(cell(p("", number=(1, 0))), "Describe your audits.", ""),
            ),
        ],
        [("t0.r1.c2", "long_text"), ("t0.r2.c2", "long_text")],
        {"numbering.xml": numbering(("decimal", "1.%1"))},
    ),
    Shape(
        "spec requirement + mand + response",
        [
            table(
                ["Ref", "Requirement", "Mandatory/Desirable", "Supplier response"],
                ["1", "The supplier must provide a helpdesk.", "M", ""],
                ["2", "The supplier must attend meetings.", "D", ""],
            )
        ],
        [("t0.r1.c3", None), ("t0.r2.c3", None)],
    ),
)
