"""Shapes on lines: blanks, placeholders, boxes, labels that wait."""

from tests.samples.shape import Shape
from tests.samples.word import control, deleted, heading_style, inserted, p, run, styles, text_box

LINES = (
    Shape(
        "control paragraphs",
        [
            p("Company name: ", control(run("Enter name"), placeholder=True)),
            p("Region: ", control(run("Choose an item."), placeholder=True, options=["North", "South"])),
        ],
        [("p0", "text"), ("p1", "choice")],
    ),
    Shape(
        "box list in body",
        [
            p("Please indicate your type of organisation:"),
            p("☐ Sole trader"),
            p("☐ Partnership"),
            p("☐ Limited company"),
            p("Are you an SME? Yes ☐ No ☐"),
        ],
        [("p1", "choice", "type of organisation"), ("p4", "yes_no", "SME")],
    ),
    Shape(
        "declaration",
        [
            p("We certify that the information supplied is accurate to the best of our knowledge."),
            p("Signed: ______________________"),
            p("Name (print): ________________"),
            p("Position: ____________________"),
            p("Date: ________________________"),
        ],
        [("p1", "signature"), ("p2", "text"), ("p3", "text"), ("p4", "date")],
    ),
    Shape(
        "numbered with empty lines",
        [
            p("1. Please describe your experience of similar contracts."),
            p(""),
            p(""),
            p(""),
            p("2. How do you ensure quality?"),
            p(""),
            p(""),
            p(""),
            p("3. What are your arrangements for health and safety?"),
            p(""),
            p(""),
            p(""),
        ],
        [("p1", "long_text"), ("p5", "long_text"), ("p9", "long_text")],
    ),
    Shape(
        "answer lines",
        [
            p("Q1. Describe your approach to risk. (Max 300 words)"),
            p("Answer:"),
            p(""),
            p("Q2. Describe your approach to audit. (Max 300 words)"),
            p("Answer:"),
            p(""),
        ],
        [("p1", "long_text", "risk"), ("p4", "long_text", "audit")],
    ),
    Shape(
        "underlined tabs",
        [
            p("Company name: ", run("\t\t\t", '<w:u w:val="single"/>')),
            p("Registered number: ", run("\t\t\t", '<w:u w:val="single"/>')),
        ],
        [("p0", "text"), ("p1", "text")],
    ),
    Shape(
        "text box answer",
        [p("Describe your organisation and its main activities."), p(text_box(p(""))), p("Next section")],
        [("p1.x0.p0", "long_text")],
    ),
    Shape(
        "angle placeholders",
        [p("Name of bidder: <insert name>"), p("Address: <insert address>")],
        [("p0", "text"), ("p1", "address")],
    ),
    Shape(
        "bracket letter",
        [p("We, [insert name of tenderer], offer to provide the services for the sum of £[insert amount].")],
        [("p0", None), ("p0#1", "money")],
    ),
    Shape(
        "tracked",
        [p("Name", inserted(run(" of bidder")), ": ____________"), p(deleted("Old: ____"), "Date: ____________")],
        [("p0", "text", "of bidder"), ("p1", "date")],
    ),
    Shape(
        "symbols",
        [
            p(
                "Are you a member of a trade body? ",
                '<w:r><w:sym w:font="Wingdings" w:char="F06F"/></w:r>',
                " Yes ",
                '<w:r><w:sym w:font="Wingdings" w:char="F06F"/></w:r>',
                " No",
            )
        ],
        [("p0", "yes_no", "trade body")],
    ),
    Shape(
        "memo colon labels",
        [p("Name of organisation:"), p("Registered address:"), p("Company number:"), p("VAT number:")],
        [("p0", "text"), ("p1", "address"), ("p2", "text"), ("p3", "text")],
    ),
    Shape(
        "form of tender",
        [
            p("Form of Tender", style=""),
            p("To: The Council"),
            p(
                "We the undersigned, having examined the Conditions of Contract, Schedule 1 and the "
                "Specification, offer to provide the services in accordance with Clause 3 of the Agreement "
                "for the sum of £____________."
            ),
            p("Signed ____________________"),
            p("In the capacity of ____________________"),
            p("duly authorised to sign tenders for and on behalf of ____________________"),
            p("Date ____________________"),
        ],
        [("p2", "money"), ("p3", "signature"), ("p4", "text"), ("p5", "text"), ("p6", "date")],
    ),
    Shape(
        "bracket response below",
        [
            p(
                "Describe your experience of delivering similar services in the last three years to other "
                "public bodies."
            ),
            p("[Insert response here]"),
            p("Describe how you will staff the contract and keep continuity of service for the users."),
            p("[Insert response here]"),
        ],
        [("p1", "long_text", "experience"), ("p3", "long_text", "staff")],
    ),
    Shape(
        "declaration ticks",
        [p("☐ I confirm that the information is correct."), p("☐ I confirm that I am authorised to sign.")],
        [("p0", None), ("p1", None)],
    ),
    Shape(
        "row of small enterprise",
        [p("Please tick one box to describe your organisation: ☐ Micro ☐ Small ☐ Medium ☐ Large")],
        [("p0", "choice")],
    ),
    Shape("bidder name para tabs", [p("Bidder name:\t"), p("Lot(s) bid for:\t")], [("p0", "text"), ("p1", "text")]),
    Shape(
        "US style",
        [
            p("Proposer: ________________________   Phone: ________________"),
            p("Has the firm ever been debarred? ☐ Yes ☐ No   If yes, explain: ____________________"),
        ],
        [("p0", "text"), ("p0#1", "phone"), ("p1", "yes_no"), ("p1#2", None)],
    ),
    Shape(
        "heading styled question + empty para",
        [
            p("Quality", style="Heading1"),
            p("Q1 How will you ensure the quality of the service? (500 words maximum)"),
            p(""),
            p("Q2 How will you recruit staff? (500 words maximum)"),
            p(""),
        ],
        [("p2", "long_text"), ("p4", "long_text")],
        {"styles.xml": styles(heading_style(1))},
    ),
)
