"""Shapes in which a question and its answer are spread over rows and cells, or share one."""

from tests.samples.shape import Shape, lines
from tests.samples.word import cell, p, row, table
from tests.samples.word_tenders import headed

SPREAD = (
    Shape(
        "options column dtac",
        [
            table(
                headed("Code", "Question", "Options", "Supporting information", "Scoring criteria"),
                ["A1", "Provide the name of your company", "Free text", "", ""],
                ["A2", "Provide the type of product", "Free text", "For example an app", ""],
                ["A3", "Is your product certified?", "Yes | No", "", ""],
                ["A4", "Upload your certificate", "Provided | Not provided", "", "To pass, provide it"],
            )
        ],
        [("t0.r1.c2", None), ("t0.r2.c2", None), ("t0.r3.c2", "yes_no"), ("t0.r4.c2", None)],
    ),
    Shape(
        "pas 91 like",
        [
            table(
                headed(
                    "Ref",
                    "Question",
                    "Description of evidence expected",
                    "Yes",
                    "No",
                    "Unique reference to relevant supporting information",
                ),
                ["C4-Q1", "Are you registered with a recognised scheme?", "Certificate", "", "", ""],
                ["C4-Q2", "Do you have a written policy?", "A copy of the policy", "", "", ""],
            )
        ],
        [("t0.r1.c3", "yes_no"), ("t0.r1.c5", None), ("t0.r2.c3", "yes_no"), ("t0.r2.c5", None)],
    ),
    Shape(
        "mandatory criteria canada",
        [
            table(
                headed("No.", "Mandatory criteria", "Bidder's substantiation", "Evaluator: met / not met"),
                ["M1", "The bidder must have five years of experience.", "", ""],
                ["M2", "The bidder must hold a facility security clearance.", "", ""],
            )
        ],
        [("t0.r1.c2", None), ("t0.r2.c2", None)],
    ),
    Shape(
        "how met",
        [
            table(
                headed("#", "Requirement", "How do you meet this requirement?"),
                ["1", "Single sign-on", ""],
                ["2", "Audit log", ""],
                ["3", "Role-based access", ""],
            )
        ],
        [(f"t0.r{r}.c2", None) for r in (1, 2, 3)],
    ),
    Shape(
        "german matrix",
        [
            table(
                headed("Nr.", "Anforderung", "Erfüllt (ja/nein)", "Bemerkungen"),
                ["1", "Betrieb in der EU", "", ""],
                ["2", "Unterstützung in deutscher Sprache", "", ""],
            )
        ],
        [("t0.r1.c2", "yes_no"), ("t0.r1.c3", None), ("t0.r2.c2", "yes_no"), ("t0.r2.c3", None)],
    ),
    Shape(
        "spanish form",
        [table(["Razón social", ""], ["Dirección", ""], ["Teléfono", ""], ["Correo electrónico", ""])],
        [(f"t0.r{r}.c1", None) for r in range(4)],
    ),
    Shape(
        "german form lines",
        [
            p("Name des Bieters: ____________________"),
            p("Anschrift: ____________________"),
            p("Ort, Datum: ____________________"),
            p("Unterschrift: ____________________"),
        ],
        [("p0", None), ("p1", None), ("p2", None), ("p3", "signature")],
    ),
    Shape(
        "french form",
        [
            table(
                ["Nom commercial et dénomination sociale :", ""],
                ["Adresse du siège social :", ""],
                ["Numéro SIRET :", ""],
                ["Téléphone :", ""],
            )
        ],
        [(f"t0.r{r}.c1", None) for r in range(4)],
    ),
    Shape(
        "answer in same row below label multi",
        [
            table(
                row(cell("Company name", bold=True), cell("Company number", bold=True)),
                ["", ""],
                row(cell("Contact name", bold=True), cell("Contact email", bold=True)),
                ["", ""],
            )
        ],
        [("t0.r1.c0", None), ("t0.r1.c1", None), ("t0.r3.c0", None), ("t0.r3.c1", "email")],
    ),
    Shape(
        "question across then yes no row",
        [
            table(
                row(cell("1. Has your organisation ever been removed from a framework?", span=2)),
                ["☐ Yes", "☐ No"],
                row(cell("2. Is your organisation subject to any investigation?", span=2)),
                ["☐ Yes", "☐ No"],
            )
        ],
        [("t0.r1.c0.p0", "yes_no"), ("t0.r3.c0.p0", "yes_no")],
    ),
    Shape(
        "cells with label and blank in one",
        [table(["Name of applicant: ", "Date: "], ["Position: ", "Signature: "])],
        [("t0.r0.c0.p0", None), ("t0.r0.c1.p0", None), ("t0.r1.c0.p0", None), ("t0.r1.c1.p0", None)],
    ),
    Shape(
        "cells with label over empty para",
        [
            table(
                [lines("Name of applicant", ""), lines("Telephone number", "")],
                [lines("Address", ""), lines("Email", "")],
            )
        ],
        [("t0.r0.c0.p1", None), ("t0.r0.c1.p1", None), ("t0.r1.c0.p1", None), ("t0.r1.c1.p1", None)],
    ),
    Shape(
        "bulleted question list no place none",
        [
            p("Your response should address the following:"),
            p("• how you will mobilise the contract"),
            p("• how you will manage performance"),
            p("• what resources you will use"),
            table([""]),
        ],
        [("t0.r0.c0", None)],
    ),
    Shape(
        "hidden scoring columns and response in middle",
        [
            table(
                headed("No", "Question", "Weight", "Response", "Evaluator's score", "Evaluator's comments"),
                ["1", "Explain your approach.", "10%", "", "", ""],
                ["2", "Explain your timeline.", "15%", "", "", ""],
            )
        ],
        [("t0.r1.c3", None), ("t0.r2.c3", None)],
    ),
    Shape(
        "commitment table kpis offered",
        [
            table(
                headed("Social value measure", "Unit", "Target offered", "Description of delivery"),
                ["Apprenticeships", "weeks", "", ""],
                ["Local employment", "FTE", "", ""],
                ["Volunteering", "hours", "", ""],
            )
        ],
        [(f"t0.r{r}.c{c}", None) for r in (1, 2, 3) for c in (2, 3)],
    ),
    Shape(
        "gdpr processing table",
        [
            table(
                headed("Processing activity", "Purpose", "Location", "Retention period"),
                ["", "", "", ""],
                ["", "", "", ""],
            )
        ],
        [("t0.r1.c0", "table")],
    ),
    Shape(
        "subcontract yes with follow lines",
        [
            p("Will you sub-contract any part of the services? Yes ☐ No ☐"),
            p("If yes, please state which parts and to whom:"),
            p("_______________________________________________"),
            p("_______________________________________________"),
        ],
        [("p0", "yes_no"), ("p2", None)],
    ),
    Shape(
        "instructions with boxes none",
        [
            p("How to fill in this form", bold=True),
            p("Use black ink. Tick ☑ the boxes that apply. Leave shaded boxes blank."),
        ],
        [],
    ),
    Shape(
        "equality monitoring",
        [
            p("What is the size of your organisation?"),
            table(
                ["Micro (fewer than 10)", "☐", "Small (10 to 49)", "☐"],
                ["Medium (50 to 249)", "☐", "Large (250 or more)", "☐"],
            ),
        ],
        [("t0.r0.c1.p0", None)],
    ),
    Shape(
        "legal form with other",
        [
            table(
                row(
                    "What is your legal form?",
                    cell(
                        p("☐ Sole trader"), p("☐ Limited company"), p("☐ Charity"), p("☐ Other, please state: ________")
                    ),
                )
            )
        ],
        [("t0.r0.c1.p0", "choice"), ("t0.r0.c1.p3#1", None)],
    ),
)
