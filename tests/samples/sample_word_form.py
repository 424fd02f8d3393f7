"""The sample Word questionnaire: Northshire Council, Digital Housing Platform."""

import io
from datetime import datetime

from docx import Document
from docx.document import Document as Doc
from docx.shared import Cm, Pt, RGBColor

from tests.samples import sample_word_blocks as blocks
from tests.samples import sample_word_words as words
from tests.samples.sample_packages import crest
from tests.samples.sample_word_blocks import BOX, fill_cell, grid, header_row, say, section_row

MADE = datetime(2026, 11, 3, 9, 0)
THREE = (1.7, 7.3, 8.0)
"""Widths of the columns Ref, Question, Response in centimetres."""


def questionnaire_docx() -> bytes:
    """Make the questionnaire; times inside it are fixed, those of the package are not."""
    document = Document()
    _page(document)
    _cover(document)
    _instructions(document)
    _part_1(document)
    _part_2(document)
    _part_3(document)
    _part_4(document)
    _part_5(document)
    _properties(document)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _page(document: Doc) -> None:
    for name, size, colour in (("Normal", 10, ""), ("Title", 26, blocks.TEAL), ("Heading 1", 16, blocks.TEAL)):
        blocks.style_colour(document, name, size, colour)
    blocks.style_colour(document, "Heading 2", 12, blocks.TEAL)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.3), Cm(2)
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    say(head, f"{words.BUYER}\t\t{words.REFERENCE} {words.TITLE}", size=8, colour=RGBColor(90, 90, 90))
    say(foot, "Document 3 of 6: Tender questionnaire\t\tPage ", size=8, colour=RGBColor(90, 90, 90))
    blocks.field(foot, "PAGE", "1")


def _cover(document: Doc) -> None:
    document.add_picture(io.BytesIO(crest(160, (15, 92, 102), (214, 168, 64))), height=Cm(3))
    say(document.add_paragraph(), words.BUYER, bold=True, size=14)
    document.add_paragraph(words.TITLE, style="Title")
    say(document.add_paragraph(), "Document 3 of 6: Tender questionnaire", size=13)
    table = grid(document, len(words.COVER), (6, 11))
    for row, (label, text) in zip(table.rows, words.COVER, strict=True):
        blocks.shade(row.cells[0], blocks.PALE)
        fill_cell(row.cells[0], label, bold=True)
        fill_cell(row.cells[1], text)
    document.add_paragraph()
    say(document.add_paragraph(), "Contents", bold=True, size=12)
    for title, page in words.CONTENTS:
        line = document.add_paragraph()
        line.paragraph_format.tab_stops.add_tab_stop(Cm(16.5))
        say(line, f"{title}\t{page}")
    document.add_page_break()


def _instructions(document: Doc) -> None:
    document.add_heading("Instructions to tenderers", 1)
    for text in words.INSTRUCTIONS:
        document.add_paragraph(text, style="List Number")
    document.add_heading("Words used in this document", 2)
    table = grid(document, len(words.DEFINITIONS) + 1, (4, 13))
    header_row(table, ("Term", "Meaning"))
    blocks.fill_rows(table, words.DEFINITIONS)
    document.add_heading("How tenders are scored", 2)
    document.add_paragraph("A score of 0 or 1 for any question in Part 4 may lead to the tender being set aside.")
    table = grid(document, len(words.SCORES) + 1, (1.7, 4.3, 11))
    header_row(table, ("Score", "Meaning", "Description"))
    blocks.fill_rows(table, words.SCORES)
    document.add_paragraph()
    table = grid(document, len(words.WEIGHTS) + 1, (4, 10, 3))
    header_row(table, ("Envelope", "Where", "Weighting"))
    blocks.fill_rows(table, words.WEIGHTS)
    document.add_page_break()


def _part_1(document: Doc) -> None:
    document.add_heading("Part 1: Your information", 1)
    document.add_heading("1.1 Potential supplier information", 2)
    table = grid(document, 18, THREE)
    header_row(table, ("Ref", "Question", "Response"))
    section_row(table, 1, "Your organisation")
    asked = [
        ("1.1(a)", "Full name of the potential supplier submitting the information", blocks.text_control("Supplier")),
        ("1.1(b)", "Registered office address (if applicable)", ""),
        ("1.1(c)", "Registered website address (if applicable)", ""),
        ("1.1(d)", "Trading status\nTick one box only", "\n".join(f"{BOX} {one}" for one in words.STATUSES)),
        ("1.1(e)", "Date of registration in country of origin", blocks.date_control("Registered")),
        ("1.1(f)", "Company registration number (if applicable)", ""),
        ("1.1(g)", "Charity registration number (if applicable)", ""),
        ("1.1(h)", "Registered VAT number", ""),
        ("1.1(i)", "Head office DUNS number (if applicable)", ""),
        ("1.1(j)", "Central Digital Platform unique identifier (PPON)", ""),
        ("1.1(k)", "Share code of your current core supplier information", ""),
        ("1.1(l)", "Are you a Small, Medium or Micro Enterprise (SME)?", f"Yes {BOX}\nNo {BOX}"),
        ("1.1(m)", "Are you a voluntary, community or social enterprise (VCSE)?", "ticks"),
    ]
    for number, (ref, question, answer) in enumerate(asked, 2):
        _answer_row(table, number, ref, question, answer)
    section_row(table, 15, "Parent companies and control")
    _answer_row(table, 16, "1.1(n)", "Full name of the immediate parent company\nEnter N/A if not applicable", "")
    _answer_row(table, 17, "1.1(o)", "Full name of the ultimate parent company\nEnter N/A if not applicable", "")
    document.add_heading("1.2 Bidding model", 2)
    table = grid(document, 2, THREE)
    header_row(table, ("Ref", "Question", "Response"))
    _answer_row(
        table, 1, "1.2(a)", "How are you bidding for this contract?", blocks.list_control("Model", words.MODELS)
    )
    _contact(document)


def _lead(document: Doc, text: str) -> None:
    """A line that stays with the table under it."""
    document.add_paragraph(text).paragraph_format.keep_with_next = True


def _answer_row(table: blocks.Table, row: int, ref: str, question: str, answer: str) -> None:
    cells = table.rows[row].cells
    fill_cell(cells[0], ref)
    fill_cell(cells[1], question)
    if answer == "ticks":
        place = cells[2].paragraphs[0]
        blocks.append(place, blocks.run_xml("Yes "), blocks.tick_control(f"{ref} yes"))
        blocks.append(place, blocks.run_xml("   No "), blocks.tick_control(f"{ref} no"))
    elif answer.startswith("<w:sdt>"):
        blocks.append(cells[2].paragraphs[0], answer)
    else:
        fill_cell(cells[2], answer)


def _contact(document: Doc) -> None:
    document.add_heading("1.3 Contact details", 2)
    _lead(document, "The Council writes to this person about your tender, and to nobody else.")
    labels = ("Contact name", "Role in organisation", "Phone number", "E-mail address", "Postal address")
    table = grid(document, len(labels), (6, 11))
    for row, label in zip(table.rows, labels, strict=True):
        blocks.shade(row.cells[0], blocks.PALE)
        fill_cell(row.cells[0], label, bold=True)


def _part_2(document: Doc) -> None:
    document.add_heading("Part 2: Exclusion grounds", 1)
    document.add_heading("2.1 Convictions and events", 2)
    intro = document.add_paragraph()
    say(intro, "Within the past five years, has your organisation or any connected person been convicted of, or been ")
    say(intro, "subject to, any of the following anywhere in the world? Place a tick in one box of each row.")
    table = grid(document, len(words.GROUNDS) + 1, (1.4, 12.2, 1.7, 1.7))
    header_row(table, ("", "Ground", "Yes", "No"))
    for row, (letter, ground) in zip(table.rows[1:], words.GROUNDS, strict=True):
        for cell, text in zip(row.cells, (letter, ground, BOX, BOX), strict=True):
            fill_cell(cell, text)
    document.add_heading("2.2 Tax and details", 2)
    table = grid(document, 3, THREE)
    header_row(table, ("Ref", "Question", "Response"))
    tax = "Have you met all your obligations relating to the payment of taxes and social security contributions?"
    _answer_row(table, 1, "2.2", tax, f"{BOX} Yes   {BOX} No")
    detail = "If you answered Yes to any ground in 2.1, or No to 2.2, give details and say what has been done since"
    _answer_row(table, 2, "2.3", detail, "")
    blocks.row_height(table, 2, 2)
    remark = table.rows[1].cells[1].paragraphs[0]
    document.add_comment(remark.runs, "Legal: wording agreed on 28 October.", author="Procurement", initials="P")


def _part_3(document: Doc) -> None:
    document.add_heading("Part 3: Conditions of participation", 1)
    _turnover(document)
    _insurance(document)
    _contracts(document)
    _legacy_fields(document)
    document.add_heading("3.5 Health and safety", 2)
    table = _boxed(document, "Describe the arrangements you have in place to manage health and safety effectively.")
    fill_cell(table.rows[1].cells[0], "Please use no more than 500 words.")
    _payment(document)
    document.add_heading("3.7 Carbon reduction", 2)
    table = grid(document, len(words.CARBON) + 1, THREE)
    header_row(table, ("Ref", "Question", "Response"))
    for row, (ref, question) in enumerate(words.CARBON, 1):
        _answer_row(table, row, ref, question, f"Yes {BOX}   No {BOX}" if question.endswith("?") else "")


def _turnover(document: Doc) -> None:
    document.add_heading("3.1 Economic and financial standing", 2)
    _lead(document, "Please state your turnover for your last two completed financial years.")
    table = grid(document, 3, (6, 5.5, 5.5))
    header_row(table, ("", "Financial year end", "Turnover (£)"))
    for row, label in zip(table.rows[1:], ("Most recent year", "Year before"), strict=True):
        fill_cell(row.cells[0], label)


def _insurance(document: Doc) -> None:
    document.add_heading("3.2 Insurance", 2)
    text = "Confirm the cover you hold. Cover must be in force on the day the contract starts."
    _lead(document, text)
    table = grid(document, len(words.INSURANCES) + 1, (4, 2.6, 3.2, 3.4, 3.8))
    header_row(table, ("Type of insurance", "Minimum cover", "Insurer", "Policy number", "Expiry date"))
    for row, (kind, cover) in zip(table.rows[1:], words.INSURANCES, strict=True):
        fill_cell(row.cells[0], kind)
        fill_cell(row.cells[1], cover)


def _contracts(document: Doc) -> None:
    document.add_heading("3.3 Relevant experience and contract examples", 2)
    text = "Give details of up to three contracts from the past three years that are relevant to our requirement."
    _lead(document, text)
    table = grid(document, len(words.CONTRACT_ROWS) + 1, (5, 4, 4, 4))
    header_row(table, ("", "Contract 1", "Contract 2", "Contract 3"))
    for row, label in zip(table.rows[1:], words.CONTRACT_ROWS, strict=True):
        blocks.shade(row.cells[0], blocks.PALE)
        fill_cell(row.cells[0], label)


def _legacy_fields(document: Doc) -> None:
    document.add_heading("3.4 Your workforce", 2)
    line = document.add_paragraph("How many people do you employ?  ")
    blocks.append(line, *blocks.legacy_text("Staff"))
    line = document.add_paragraph("Do you pay the real living wage to all staff?  Yes ")
    blocks.append(line, *blocks.legacy_box("WageYes"), blocks.run_xml("  No "), *blocks.legacy_box("WageNo"))


def _boxed(document: Doc, question: str) -> blocks.Table:
    """A question, its guidance and its answer below one another in a table of one column."""
    table = grid(document, 3, (17,))
    blocks.shade(table.rows[0].cells[0], blocks.PALE)
    fill_cell(table.rows[0].cells[0], question, bold=True)
    blocks.shade(table.rows[1].cells[0], blocks.GREY)
    blocks.row_height(table, 2, 5)
    blocks.keep_together(table)
    return table


def _payment(document: Doc) -> None:
    document.add_heading("3.6 Prompt payment", 2)
    _lead(document, "Give your record of paying invoices in your supply chain, as whole percentages.")
    titles = ("Six months ending", "Within 30 days (%)", "31 to 60 days (%)", "61 days or more (%)", "Average days")
    table = grid(document, 3, (4.2, 3.2, 3.2, 3.2, 3.2))
    header_row(table, titles)
    for row, ends in zip(table.rows[1:], ("30 September 2026", "31 March 2026"), strict=True):
        fill_cell(row.cells[0], ends)


def _part_4(document: Doc) -> None:
    document.add_page_break()
    document.add_heading("Part 4: Quality questions", 1)
    for ref, title, weight, limit, question, guidance in words.QUALITY:
        table = grid(document, 4 if guidance else 3, (1.7, 9.3, 3, 3))
        header_row(table, (ref, title, f"Weighting {weight}", f"Max. {limit} words"))
        merged = [row.cells[0].merge(row.cells[-1]) for row in table.rows[1:]]
        fill_cell(merged[0], question, bold=True)
        if guidance:
            blocks.shade(merged[1], blocks.GREY)
            fill_cell(merged[1], f"Guidance: {guidance}")
        blocks.row_height(table, -1, 3)
        blocks.keep_together(table)
        document.add_paragraph()


def _part_5(document: Doc) -> None:
    document.add_page_break()
    document.add_heading("Part 5: Form of tender", 1)
    line = document.add_paragraph()
    say(line, "To Northshire Council. We, ")
    blocks.placeholder(line, "insert full legal name")
    say(line, ", a company registered under number ")
    blocks.placeholder(line, "insert company number")
    say(line, " with its registered office at ")
    blocks.placeholder(line, "insert registered office")
    say(line, ", offer to provide the services described in Document 2 at the prices in Document 4.")
    document.add_paragraph("Our offer stays open for 120 days from the day on which tenders are due.")
    document.add_paragraph("Lots tendered for: ______________________________")
    document.add_paragraph("Name of data protection officer: ______________________________")
    document.add_paragraph("Number of apprentices employed: ____________")
    document.add_paragraph("By signing, we declare that the answers in this document are complete and correct.")
    for label in ("Signature", "Name of signatory", "Position in organisation", "Date"):
        document.add_paragraph(f"{label}: ______________________________")


def _properties(document: Doc) -> None:
    core = document.core_properties
    core.title, core.author, core.comments = f"{words.TITLE}: tender questionnaire", words.BUYER, ""
    core.created = core.modified = core.last_printed = MADE
    core.last_modified_by, core.revision = words.BUYER, 3
    for comment in document.comments:
        comment._comment_elm.date = MADE
