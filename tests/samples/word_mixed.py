"""Shapes of whole documents, of other languages, and of forms met less often."""

from tests.samples.shape import Shape
from tests.samples.word import cell, heading_style, numbering, p, row, run, styles, table, tick_control


def bold(text: str) -> str:
    """A cell in bold type."""
    return cell(text, bold=True)


MIXED = (
    Shape(
        "council ITT full",
        [
            p("Invitation to Tender", style="Title"),
            p("Provision of Grounds Maintenance"),
            p("Contents", bold=True),
            p("1. Introduction\t2"),
            p("2. Instructions\t3"),
            p("1. Introduction", style="Heading1"),
            p("The Council wishes to appoint a contractor to provide grounds maintenance services."),
            p("2. Instructions to Tenderers", style="Heading1"),
            p("Tenderers must complete all sections of this document. Please ensure that:"),
            p("all questions are answered;", number=(1, 0)),
            p("the form of tender is signed.", number=(1, 0)),
            table([bold("Stage"), bold("Date")], ["Tender issued", "1 May"], ["Tender return", "30 May"]),
            p("3. Evaluation", style="Heading1"),
            table([bold("Criterion"), bold("Weighting")], ["Price", "60%"], ["Quality", "40%"]),
            table([bold("Score"), bold("Definition")], ["5", "Excellent"], ["0", "Unacceptable"]),
            p("4. Quality questions", style="Heading1"),
            p("Each answer must not exceed 500 words."),
            table(
                [bold("Q1"), bold("Mobilisation (15%)")],
                [cell("Describe how you will mobilise the contract.", span=2)],
                [cell("", span=2)],
            ),
            table(
                [bold("Q2"), bold("Staffing (25%)")],
                [cell("Describe how you will staff the contract.", span=2)],
                [cell("", span=2)],
            ),
            p("5. Form of Tender", style="Heading1"),
            p("I/We offer to provide the services for the sum of £_________ excluding VAT."),
            p("Signed: ________________"),
            p("Name: ________________"),
            p("Company: ________________"),
        ],
        [
            ("t3.r2.c0", "long_text", "mobilise"),
            ("t4.r2.c0", "long_text", "staff"),
            ("p15", "money"),
            ("p16", "signature"),
            ("p17", "text"),
            ("p18", "text"),
        ],
        {"styles.xml": styles(heading_style(1)), "numbering.xml": numbering(("bullet", "•"))},
    ),
    Shape(
        "PSQ part",
        [
            p("Part 1 – confirmation of core supplier information", bold=True),
            table(
                [bold("Question"), bold("Response")],
                ["1. Supplier name", ""],
                ["2. Central Digital Platform unique identifier", ""],
                ["3. Please confirm that you have registered on the platform", "Yes / No"],
                ["4. Please confirm that you have shared your information", "Yes / No"],
            ),
        ],
        [("t0.r1.c1", "text"), ("t0.r2.c1", "text"), ("t0.r3.c1", "yes_no"), ("t0.r4.c1", "yes_no")],
    ),
    Shape(
        "two answer columns",
        [
            table(
                [bold("Insurance"), bold("Do you hold this? (Yes/No)"), bold("Level of cover")],
                ["Employer's liability", "", ""],
                ["Public liability", "", ""],
            )
        ],
        [("t0.r1.c1", "yes_no"), ("t0.r1.c2", "money"), ("t0.r2.c1", "yes_no"), ("t0.r2.c2", "money")],
    ),
    Shape(
        "H&S with sub rows",
        [
            table(
                [bold("Ref"), bold("Question"), bold("Answer")],
                ["H1", "Do you have a written health and safety policy?", "Yes ☐ No ☐"],
                ["H1a", "If yes, please enclose a copy.", "Enclosed ☐"],
                ["H2", "How many reportable accidents in the last three years?", ""],
            )
        ],
        [("t0.r1.c2.p0", "yes_no"), ("t0.r2.c2.p0", None), ("t0.r3.c2", "number")],
    ),
    Shape(
        "accident table",
        [
            p("Please state the number of accidents in each of the last three years"),
            table([bold(""), bold("2023"), bold("2024"), bold("2025")], ["Fatal", "", "", ""], ["Major", "", "", ""]),
        ],
        [("t0.r1.c1", "table")],
    ),
    Shape(
        "reference block twice",
        [
            p("Reference 1", bold=True),
            table(["Organisation", ""], ["Contact name", ""], ["Email", ""]),
            p("Reference 2", bold=True),
            table(["Organisation", ""], ["Contact name", ""], ["Email", ""]),
        ],
        [(f"t{t}.r{r}.c1", None) for t in (0, 1) for r in range(3)],
    ),
    Shape(
        "prose question before table rows blank",
        [
            p("Please provide a breakdown of your price in the table below."),
            table(
                [bold("Item"), bold("Unit"), bold("Rate")], ["Mowing", "per visit", "£"], ["Hedges", "per metre", "£"]
            ),
        ],
        [("t0.r1.c2", "money"), ("t0.r2.c2", "money")],
    ),
    Shape(
        "answers already filled by buyer",
        [
            table(
                [bold("Question"), bold("Response")],
                ["Contract start date", "1 September 2026"],
                ["Contract length", "3 years"],
            )
        ],
        [],
    ),
    Shape(
        "highlighted instruction only",
        [p("[This document is confidential]"), p("Please complete the form in black ink.")],
        [],
    ),
    Shape(
        "footer note brackets",
        [p("The Council [as defined above] will pay within 30 days."), p("See section 4 [page 3] for details.")],
        [],
    ),
    Shape(
        "signature table",
        [table(["Signature", ""], ["Name", ""], ["Job title", ""], ["Date", ""])],
        [("t0.r0.c1", "signature"), ("t0.r1.c1", "text"), ("t0.r2.c1", "text"), ("t0.r3.c1", "date")],
    ),
    Shape(
        "checkbox control in cell",
        [
            table(
                [bold("Requirement"), bold("Confirmed")],
                ["The supplier accepts the terms.", cell(p(tick_control()))],
                ["The supplier holds the licences.", cell(p(tick_control()))],
            )
        ],
        [("t0.r1.c1.p0", "yes_no"), ("t0.r2.c1.p0", "yes_no")],
    ),
    Shape("spaces line", [p("Name of firm:", run("                    ", '<w:u w:val="single"/>'))], [("p0", "text")]),
    Shape(
        "question mark label",
        [table(["Are you VAT registered?", ""], ["If yes, VAT number:", ""], ["Number of employees?", ""])],
        [("t0.r0.c1", "yes_no"), ("t0.r1.c1", "text"), ("t0.r2.c1", "number")],
    ),
    Shape(
        "bullets of asks w/o space",
        [p("Your tender should include:"), p("a method statement", number=(1, 0)), p("a price", number=(1, 0))],
        [],
        {"numbering.xml": numbering(("bullet", "•"))},
    ),
    Shape(
        "welsh",
        [table([bold("Cwestiwn"), bold("Ymateb")], ["Enw", ""], ["Cyfeiriad", ""])],
        [("t0.r1.c1", "text"), ("t0.r2.c1", "address")],
    ),
    Shape(
        "german",
        [table([bold("Frage"), bold("Antwort")], ["Name des Unternehmens", ""], ["E-Mail", ""])],
        [("t0.r1.c1", "text"), ("t0.r2.c1", "email")],
    ),
    Shape(
        "french",
        [table([bold("Question"), bold("Réponse")], ["Nom de l'entreprise", ""], ["Adresse", ""])],
        [("t0.r1.c1", "text"), ("t0.r2.c1", "address")],
    ),
    Shape(
        "question in heading col merged title",
        [
            table(
                row(cell("SECTION A: GENERAL", span=3, fill="000000")),
                [bold("No."), bold("Details required"), bold("To be completed by tenderer")],
                ["1", "Name of company", ""],
                ["2", "Year established", ""],
            )
        ],
        [("t0.r2.c2", "text"), ("t0.r3.c2", "number")],
    ),
    Shape(
        "blank rows for more",
        [table([bold("Document"), bold("Reference")], ["Insurance certificate", ""], ["Accounts", ""], ["", ""])],
        [("t0.r1.c1", None), ("t0.r2.c1", None)],
    ),
    Shape(
        'two col Q blank cells with heading "Supplier comments"',
        [
            table(
                [bold("Clause"), bold("Requirement"), bold("Agree (Y/N)"), bold("Supplier comments")],
                ["1", "The supplier shall give notice.", "", ""],
                ["2", "The supplier shall insure.", "", ""],
            )
        ],
        [("t0.r1.c2", "yes_no"), ("t0.r1.c3", None), ("t0.r2.c2", "yes_no"), ("t0.r2.c3", None)],
    ),
    Shape(
        "weighted criteria with blank answer row",
        [
            table(
                row(cell("1. Technical merit – 40%", span=2, bold=True)),
                ["1.1", "Explain how your product meets the specification."],
                row(cell("", span=2)),
                ["1.2", "Explain how your product will be supported."],
                row(cell("", span=2)),
            )
        ],
        [("t0.r2.c0", "long_text", "specification"), ("t0.r4.c0", "long_text", "supported")],
    ),
    Shape(
        "label cell then two blank cells merged visually",
        [table(["Company name", "", ""], ["Address", "", ""], ["Postcode", "", ""])],
        [("t0.r0.c1", None), ("t0.r1.c1", None), ("t0.r2.c1", None)],
    ),
    Shape(
        "inline yes/no prose",
        [p("1. Does your company hold ISO 14001? Yes/No"), p("2. Does your company hold ISO 9001? Yes/No")],
        [("p0", "yes_no"), ("p1", "yes_no")],
    ),
    Shape(
        "page of dotted lines below question",
        [p("Describe your company:"), p("." * 60), p("." * 60), p("." * 60)],
        [("p1", None, "Describe")],
    ),
)
