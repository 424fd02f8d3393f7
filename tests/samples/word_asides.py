"""Shapes that are not asked: instructions, definitions, scoring, contracts."""

from tests.samples.shape import Shape
from tests.samples.word import p, table

ASIDES = (
    Shape(
        "timetable",
        [
            table(
                ["Stage", "Date"],
                ["Issue of tender", "1 May 2026"],
                ["Deadline for questions", "15 May 2026"],
                ["Contract award", "TBC"],
            )
        ],
        [],
    ),
    Shape(
        "scores",
        [
            p("Scoring", bold=True),
            table(["Score", "Description"], ["5", "Excellent"], ["3", "Good"], ["0", "No response"]),
        ],
        [],
    ),
    Shape(
        "evaluation criteria",
        [
            table(
                ["Criterion", "Weighting", "Sub-criteria"],
                ["Quality", "60%", "Method statements"],
                ["Price", "40%", "Total cost"],
            )
        ],
        [],
    ),
    Shape("contents", [p("Contents", bold=True), p("1. Introduction\t3"), p("2. Instructions to tenderers:\t5")], []),
    Shape(
        "buyer contact",
        [
            p("Contact details of the Council", bold=True),
            table(["Contact name", "Jane Smith"], ["E-mail", "procurement@council.gov.uk"]),
        ],
        [],
    ),
    Shape(
        "definitions",
        [
            p("1. Definitions", bold=True),
            table(["Term", "Meaning"], ['"Contract"', "the agreement"], ['"Services"', ""]),
        ],
        [],
    ),
    Shape(
        "instruction prose",
        [
            p("Instructions", bold=True),
            p("Tenderers must answer every question:"),
            p("Please note the following:"),
            p("You should submit your tender by e-mail."),
            p("If you have any questions, please contact us."),
            p("How will we evaluate your tender?", bold=True),
            p("We will score each answer."),
        ],
        [],
    ),
    Shape(
        "filled example",
        [p("Example", bold=True), table(["Question", "Response"], ["Name of company", "Acme Ltd"])],
        [],
    ),
    Shape(
        "contract",
        [
            p(
                "1. Definitions and interpretation. In this Agreement the Parties agree that Clause 1 and "
                "Schedule 2 apply. Clause 3 of the Agreement and Schedule 4 shall bind each Party hereby."
            ),
            p("This Agreement is made on [insert date] between [insert name] and [insert name]."),
            p("Signed for and on behalf of the Parties"),
            p("Signature: ________"),
        ],
        [],
    ),
    Shape("label tab", [p("Company name\t"), p("Contact name\t"), p("Telephone\t")], []),
    Shape(
        "colon list in letter",
        [
            p("Dear Sir or Madam,"),
            p("Subject: Invitation to tender"),
            p("We invite you to tender for the following:"),
            p("Lot 1: Cleaning"),
            p("Lot 2: Security"),
            p("Yours faithfully"),
        ],
        [],
    ),
    Shape(
        "instructions table",
        [table(["Section", "Instructions"], ["1", "Complete all parts of the form."], ["2", "Sign the declaration."])],
        [],
    ),
    Shape(
        "glossary two cols",
        [p("Glossary of terms", bold=True), table(["PIN", "Prior information notice"], ["SME", ""])],
        [],
    ),
    Shape(
        "kpi table of buyer",
        [
            table(
                ["KPI", "Target", "Measure"],
                ["Response time", "4 hours", "Helpdesk report"],
                ["Availability", "99.5%", "Monitoring"],
            )
        ],
        [],
    ),
    Shape(
        "contents list and intro",
        [
            p("Invitation to Tender", style=""),
            p("1. Introduction"),
            p("The Council invites tenders for the supply of goods."),
            p("2. Timetable"),
            p("The deadline is 12 noon."),
            p("Contact: procurement@council.gov.uk"),
            p("Tel: 01234 567890"),
        ],
        [],
    ),
    Shape("letter sign off", [p("Yours faithfully"), p("Jane Smith"), p("Head of Procurement")], []),
    Shape(
        "evaluation example with blanks",
        [
            p("Worked example", bold=True),
            table(["Bidder", "Price", "Score"], ["A", "£100", "50"], ["B", "£50", ""], ["C", "", ""]),
        ],
        [],
    ),
    Shape(
        "spec requirements no answer",
        [
            table(
                ["Ref", "Requirement"],
                ["1", "The supplier must provide a helpdesk."],
                ["2", "The supplier must attend meetings."],
            )
        ],
        [],
    ),
    Shape(
        "spec requirements mandatory",
        [
            table(
                ["Ref", "Requirement", "Mandatory/Desirable"],
                ["1", "The supplier must provide a helpdesk.", "M"],
                ["2", "The supplier must attend meetings.", "D"],
            )
        ],
        [],
    ),
)
