"""Shapes of fields: form fields, placeholders of several marks, units in cells, boxes of three answers."""

from tests.samples.shape import Shape
from tests.samples.word import control, legacy_box, legacy_list, legacy_text, p, table, text_box
from tests.samples.word_tenders import headed

FIELDS = (
    Shape(
        "legacy fields in lines",
        [
            p("Name of bidder: ", legacy_text()),
            p("VAT registered: ", legacy_box(), " Yes ", legacy_box(), " No"),
            p("Business type: ", legacy_list("Sole trader", "Company")),
        ],
        [("p0", None), ("p1", "yes_no"), ("p2", "choice")],
    ),
    Shape(
        "block control answer",
        [p("Describe your approach to innovation."), control(p("Click or tap here to enter text."), placeholder=True)],
        [("p1", "long_text")],
    ),
    Shape("text box below a question", [p("Describe your experience."), p(text_box(p("")))], [("p1.x0.p0", None)]),
    Shape("angled merge fields none", [p("Dear «Supplier_Name»"), p("Your tender reference is «Reference».")], []),
    Shape(
        "placeholder bold brackets", [p("Company name: [●]"), p("Registered number: [●]")], [("p0", None), ("p1", None)]
    ),
    Shape(
        "hash placeholders",
        [p("Total price: £[insert price]"), p("Delivery time: [insert number] weeks")],
        [("p0", "money"), ("p1", "number")],
    ),
    Shape(
        "response in same cell with (Supplier to insert)",
        [
            table(
                headed("Term", "Proposal"),
                ["Lead time (weeks)", "[Supplier to insert]"],
                ["Minimum order", "[Supplier to insert]"],
            )
        ],
        [("t0.r1.c1", None), ("t0.r2.c1", None)],
    ),
    Shape(
        "yes no with words please delete",
        [
            table(
                headed("Question", "Answer"),
                ["Are you part of a group?", "*Yes/No"],
                ["Is there a parent company guarantee?", "*Yes/No"],
            ),
            p("*Delete as appropriate"),
        ],
        [("t0.r1.c1", "yes_no"), ("t0.r2.c1", "yes_no")],
    ),
    Shape(
        "three columns name signature date repeated",
        [table(headed("Name", "Signature", "Date"), ["", "", ""], ["", "", ""])],
        [("t0.r1.c0", "table")],
    ),
    Shape(
        "two questions in one row",
        [table(headed("Contact", "Main contact", "Deputy"), ["Name", "", ""], ["Phone", "", ""], ["Email", "", ""])],
        [("t0.r1.c1", "table")],
    ),
    Shape(
        "price in table label row w currency prefix",
        [table(headed("Item", "Price"), ["Licence", "£"], ["Support", "£"], ["Total", "£"])],
        [("t0.r1.c1", "money"), ("t0.r2.c1", "money"), ("t0.r3.c1", "money")],
    ),
    Shape(
        "percent prefix",
        [
            table(["Percentage of invoices paid within 30 days", "%"], ["Average days to pay", "days"]),
        ],
        [("t0.r0.c1", "percent"), ("t0.r1.c1", "number")],
    ),
    Shape(
        "bullets as questions with answer line",
        [
            p("• Year your organisation was founded: ______"),
            p("• Number of directors: ______"),
            p("• Main place of work: ______"),
        ],
        [("p0", "number"), ("p1", "number"), ("p2", None)],
    ),
    Shape(
        "Scored question with sub-criteria table none",
        [
            p("Question 5: Mobilisation"),
            p("Please describe your mobilisation plan."),
            table(headed("Sub-criteria", "Marks"), ["Plan", "10"], ["Risks", "10"]),
            table(["Response"], [""]),
        ],
        [("t1.r1.c0", "long_text")],
    ),
    Shape(
        "checkbox glyph first with yes no variants",
        [
            p("Are you registered with the regulator?"),
            p("□ Yes   □ No   □ Pending"),
            p("If pending, give the expected date: ________"),
        ],
        [("p1", "choice"), ("p2", "date")],
    ),
    Shape(
        "upload request rows",
        [
            table(
                headed("Ref", "Document required", "Attached? Y/N", "File name"),
                ["D1", "Insurance certificates", "", ""],
                ["D2", "Health and safety policy", "", ""],
            )
        ],
        [(f"t0.r{r}.c{c}", None) for r in (1, 2) for c in (2, 3)],
    ),
)
