"""Shapes of tables whose rows or columns repeat: one question each."""

from tests.samples.shape import Shape
from tests.samples.word import cell, p, row, table

GRIDS = (
    Shape(
        "insurance",
        [
            table(
                ["Type of insurance", "Required level", "Held (Yes/No)", "Insurer", "Policy number", "Expiry date"],
                ["Employer's liability", "£5m", "", "", "", ""],
                ["Public liability", "£5m", "", "", "", ""],
                ["Professional indemnity", "£2m", "", "", "", ""],
            )
        ],
        [("t0.r1.c2", "table")],
    ),
    Shape(
        "references",
        [
            p("Please provide details of three contracts of similar size."),
            table(
                ["", "Reference 1", "Reference 2", "Reference 3"],
                ["Customer organisation", "", "", ""],
                ["Contact name", "", "", ""],
                ["Contract value", "", "", ""],
            ),
        ],
        [("t0.r1.c1", "table", "three contracts")],
    ),
    Shape(
        "price grid",
        [
            table(
                ["Role", "Day rate (£)", "Number of days", "Total (£)"],
                ["Project manager", "", "", ""],
                ["Consultant", "", "", ""],
            )
        ],
        [("t0.r1.c1", "table")],
    ),
    Shape(
        "people list",
        [
            p("List the key personnel for this contract"),
            table(["Name", "Role", "Qualifications"], ["", "", ""], ["", "", ""], ["", "", ""]),
        ],
        [("t0.r1.c0", "table", "key personnel")],
    ),
    Shape(
        "one row list",
        [table(row(cell("Name", bold=True), cell("Position", bold=True), cell("Date", bold=True)), ["", "", ""])],
        [("t0.r1.c0", "table")],
    ),
    Shape(
        "risk register to complete",
        [
            p("Please complete the risk register below."),
            table(
                [
                    cell("Risk", bold=True),
                    cell("Likelihood", bold=True),
                    cell("Impact", bold=True),
                    cell("Mitigation", bold=True),
                ],
                ["", "", "", ""],
                ["", "", "", ""],
            ),
        ],
        [("t0.r1.c0", "table")],
    ),
    Shape(
        "staff matrix",
        [table(["Role", "Name", "Years of experience"], ["Contract manager", "", ""], ["Supervisor", "", ""])],
        [("t0.r1.c1", "table")],
    ),
)
