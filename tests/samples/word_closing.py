"""Shapes that look like questions and are the buyer's, beside some that ask."""

from tests.samples.shape import Shape
from tests.samples.word import cell, p, row, table
from tests.samples.word_tenders import headed

CLOSING = (
    Shape(
        "q and tick text",
        [
            table(
                headed("Criteria", "Pass", "Fail", "Supplier evidence"),
                ["Turnover above £1m", "", "", ""],
                ["ISO 9001", "", "", ""],
            )
        ],
        [("t0.r1.c3", None), ("t0.r2.c3", None)],
    ),
    Shape(
        "housing property list none",
        [
            p("Property list", bold=True),
            table(
                headed("UPRN", "Address", "Boiler make", "Last service"),
                ["1001", "1 Quay Street", "Acme", "2025-01-01"],
                ["1002", "2 Quay Street", "", ""],
                ["1003", "3 Quay Street", "Acme", ""],
            ),
        ],
        [],
    ),
    Shape(
        "interview timetable none",
        [p("Interview timetable"), table(headed("Time", "Bidder", "Panel"), ["10:00", "", ""], ["11:00", "", ""])],
        [],
    ),
    Shape(
        "contract particulars none",
        [
            p("Contract particulars (to be completed by the Authority)", bold=True),
            table(["Commencement date", ""], ["Contract price", ""], ["Key personnel", ""]),
        ],
        [],
    ),
    Shape(
        "evaluation sheet none",
        [
            p("Evaluation sheet", bold=True),
            table(headed("Criterion", "Score (0-5)", "Comments"), ["Quality", "", ""], ["Price", "", ""]),
        ],
        [],
    ),
    Shape(
        "short supplier questionnaire with sections rows",
        [
            table(
                row(cell("A. YOUR ORGANISATION", span=3, bold=True)),
                ["A1", "Name", ""],
                ["A2", "Address", ""],
                row(cell("B. YOUR FINANCES", span=3, bold=True)),
                ["B1", "Turnover last year", ""],
                ["B2", "Bankers", ""],
                row(cell("C. EXPERIENCE", span=3, bold=True)),
                ["C1", "Give two examples of similar work", ""],
            )
        ],
        [("t0.r1.c2", None), ("t0.r2.c2", None), ("t0.r4.c2", None), ("t0.r5.c2", None), ("t0.r7.c2", None)],
    ),
    Shape(
        "rows number | label: | blank, mixed with filled by buyer",
        [
            table(
                ["Contract title", "Grounds maintenance"],
                ["Contract reference", "NC/1"],
                ["Tenderer", ""],
                ["Tender price (£)", ""],
            )
        ],
        [("t0.r2.c1", None), ("t0.r3.c1", "money")],
    ),
    Shape(
        "statement rows with I agree box",
        [
            table(
                ["I confirm that the information is accurate", "I agree ☐"],
                ["I confirm that we are solvent", "I agree ☐"],
            )
        ],
        [("t0.r0.c1.p0", None), ("t0.r1.c1.p0", None)],
    ),
    Shape(
        "question para bold then lined paper",
        [
            p("Why should we choose you?", bold=True),
            p("______________________________________________________"),
            p("______________________________________________________"),
            p("______________________________________________________"),
        ],
        [("p1", None)],
    ),
    Shape(
        "paragraph roman list of requirements response table none",
        [p("The Contractor shall:"), p("(i) provide staff;"), p("(ii) provide vehicles;"), p("(iii) report monthly.")],
        [],
    ),
)
