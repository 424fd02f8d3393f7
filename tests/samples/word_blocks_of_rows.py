"""Shapes of blocks of rows: a question with its guidance and limit, commitments, certificates."""

from tests.samples.shape import Shape
from tests.samples.word import cell, p, row, table
from tests.samples.word_tenders import headed

BLOCKS = (
    Shape(
        "question over guidance, word limit and an empty row",
        [
            table(
                row("Q1", cell("Please describe how you will set up the service.")),
                row("Guidance", cell("A good answer includes a plan.")),
                row("Word limit", cell("Maximum 500 words")),
                row(cell("", span=2)),
            ),
            table(
                row("Q2", cell("Set out your approach to safeguarding.")),
                row("Guidance", ""),
                row("Word limit", cell("Maximum 400 words")),
                row(cell("", span=2)),
            ),
        ],
        [("t0.r3.c0", "long_text", "set up the service"), ("t1.r3.c0", "long_text", "safeguarding")],
    ),
    Shape(
        "commitments with a number and a method",
        [
            p("Social value commitments"),
            table(
                headed("Ref", "Measure", "Unit", "Your commitment (number)", "How will you deliver this? (100 words)"),
                ["1", "Local people employed", "FTE", "", ""],
                ["2", "Weeks of apprenticeships", "weeks", "", ""],
                ["3", "Spend with local firms", "£", "", ""],
            ),
        ],
        [
            ("t0.r1.c3", "number"),
            ("t0.r1.c4", None),
            ("t0.r2.c3", "number"),
            ("t0.r2.c4", None),
            ("t0.r3.c3", "money"),
            ("t0.r3.c4", None),
        ],
    ),
    Shape(
        "name of the tenderer in a certificate",
        [
            p("We, [insert full legal name of tenderer], certify that this is a bona fide tender."),
            p("Signed: ____________"),
            p("Date: ____________"),
        ],
        [("p0", "text"), ("p1", "signature"), ("p2", "date")],
    ),
    Shape(
        "dots after names of details",
        [
            p("We offer to provide the services for the sums in the schedule."),
            p("Name of tenderer: ............................................................"),
            p("VAT registration number: ............................................................"),
        ],
        [("p1", "text"), ("p2", "text")],
    ),
    Shape(
        "turnover of each of two years",
        [
            table(
                headed("Ref", "Question", "Answer"),
                ["1", "What was your total turnover in each of the last two financial years?", ""],
                ["2", "What was your turnover in the last financial year?", ""],
            )
        ],
        [("t0.r1.c2", "text"), ("t0.r2.c2", "money")],
    ),
    Shape(
        "place of business and dates of service",
        [table(["Principal place of business:", ""], ["Dates of service", ""], ["Date of formation", ""])],
        [("t0.r0.c1", "address"), ("t0.r1.c1", "text"), ("t0.r2.c1", "date")],
    ),
    Shape(
        "yes, no and partial",
        [
            table(
                headed("Control", "Response (Yes / No / Partial)"),
                ["Multi-factor sign-in for staff", ""],
                ["Yearly penetration test", ""],
            )
        ],
        [("t0.r1.c1", "choice"), ("t0.r2.c1", "choice")],
    ),
)
