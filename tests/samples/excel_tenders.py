"""Workbooks of tenders in several habits, each with the places that it asks to be filled."""

from collections.abc import Callable
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from tests.samples.excel import BOX, choice, heading, paint, put, sheet, unlock


class Made(NamedTuple):
    """A workbook by its first sheet, and its places; one without a sheet's name stands on the first."""

    sheet: Worksheet
    asked: list[str]

    @property
    def places(self) -> set[str]:
        """The places with the names of their sheets."""
        return {one if "!" in one else f"{self.sheet.title}!{one}" for one in self.asked}


def simple_qa_no_format() -> Made:
    made = sheet(
        "Sheet1",
        [
            ("Question", "Answer"),
            ("What is your company name?", None),
            ("How many staff do you employ?", None),
            ("Do you have a quality policy?", None),
        ],
    )
    return Made(made, ["B2", "B3", "B4"])


def numbered_multi_header_title() -> Made:
    made = sheet(
        "Technical",
        [
            ("Appendix C - Technical response",),
            ("Supplier name:", None),
            (),
            ("Ref", "Requirement", "M/D", "Compliant? (Y/N)", "Supplier comments"),
            ("1", "General", None, None, None),
            ("1.1", "The system must support single sign-on.", "M", None, None),
            ("1.2", "The system should provide an audit trail.", "D", None, None),
            ("2", "Security", None, None, None),
            ("2.1", "Data must be encrypted at rest.", "M", None, None),
        ],
    )
    heading(made, 4, 5)
    for r in (5, 8):
        made.cell(r, 2).font = Font(bold=True)
        made.cell(r, 1).font = Font(bold=True)
    return Made(made, ["B2", "D6", "D7", "D9", "E6", "E7", "E9"])


def four_col() -> Made:
    made = sheet(
        "Details",
        [("Legal name", None, "Trading name", None), ("ABN", None, "Contact", None), ("Phone", None, "Email", None)],
        boxed=True,
    )
    return Made(made, ["B1", "D1", "B2", "D2", "B3", "D3"])


def price_table() -> Made:
    made = sheet(
        "Pricing",
        [
            ("Item", "Description", "Unit", "Qty", "Unit price", "Total"),
            (1, "Install", "each", 3, None, None),
            (2, "Support", "month", 12, None, None),
            (3, "Training", "day", 4, None, None),
        ],
        boxed=True,
    )
    heading(made, 1, 6)
    for r in (2, 3, 4):
        made.cell(r, 6).value = f"=D{r}*E{r}"
    return Made(made, ["E2", "E3", "E4"])


def price_table_two() -> Made:
    made = sheet(
        "Pricing",
        [
            ("Role", "Day rate (£)", "Discount offered (%)"),
            ("Director", None, None),
            ("Manager", None, None),
            ("Consultant", None, None),
        ],
        boxed=True,
    )
    heading(made, 1, 3)
    return Made(made, ["B2"])


def rates() -> Made:
    made = sheet(
        "Rates",
        [("Grade", "Rate per hour (AUD ex GST)"), ("Principal", None), ("Senior", None), ("Junior", None)],
        boxed=True,
    )
    heading(made, 1, 2)
    return Made(made, ["B2", "B3", "B4"])


def yn_columns() -> Made:
    made = sheet(
        "Matrix",
        [
            ("No.", "Requirement", "Yes", "No", "Remarks"),
            (1, "24 hour support", None, None, None),
            (2, "UK data centre", None, None, None),
            (3, "ISO 27001 certified", None, None, None),
        ],
        boxed=True,
    )
    heading(made, 1, 5)
    return Made(made, ["C2", "C3", "C4", "E2", "E3", "E4"])


def code_columns() -> Made:
    made = sheet(
        "RTM",
        [
            ("Fit codes: F = fully met, C = configuration, X = not met",),
            (),
            ("ID", "Functional requirement", "Vendor response (F/C/X)", "Vendor explanation", "Weight"),
            ("FR-1", "Create a purchase order", None, None, 5),
            ("FR-2", "Approve a purchase order", None, None, 3),
            ("FR-3", "Receive goods", None, None, 4),
        ],
    )
    heading(made, 3, 5)
    return Made(made, ["C4", "C5", "C6", "D4", "D5", "D6"])


def two_line_q() -> Made:
    made = sheet(
        "Q",
        [
            ("Section A: Company",),
            ("A1", "Please provide an overview of your company.", None),
            ("A2", "Please list your offices.", None),
            ("Section B: Security",),
            ("B1", "Is data encrypted in transit?", None),
            ("B2", "Who has access to the data?", None),
        ],
    )
    for r in (1, 4):
        made.cell(r, 1).font = Font(bold=True)
    return Made(made, ["C2", "C3", "C5", "C6"])


def answers_below() -> Made:
    made = sheet("Q")
    made["A1"] = "1. Describe your onboarding process."
    made["A2"] = None
    made["A4"] = "2. Describe your support model."
    for r in (1, 2, 4, 5):
        made.merge_cells(f"A{r}:F{r}")
    for r in (2, 5):
        made.row_dimensions[r].height = 80
        for c in made[f"A{r}:F{r}"][0]:
            c.border = BOX
    return Made(made, ["A2", "A5"])


def dropdown_sec() -> Made:
    made = sheet(
        "VSA",
        [
            ("Control", "Question", "Response", "Details"),
            ("AC-1", "Do you enforce multi-factor authentication?", None, None),
            ("AC-2", "Are access rights reviewed quarterly?", None, None),
            ("BC-1", "Do you test your recovery plan annually?", None, None),
        ],
    )
    heading(made, 1, 4)
    choice(made, "C2:C4", '"Yes,No,N/A"')
    return Made(made, ["C2", "C3", "C4", "D2", "D3", "D4"])


def protected_forms() -> Made:
    made = sheet(
        "Form",
        [
            ("Tender return form",),
            ("Company name", None),
            ("Company number", None),
            ("Is your firm an SME?", None),
            ("Declaration: I confirm the above is correct", None),
            ("Signed", None),
            ("Date", None),
        ],
    )
    unlock(made, [f"B{r}" for r in range(2, 8)])
    return Made(made, [f"B{r}" for r in range(2, 8)])


def timetable_none() -> Made:
    made = sheet(
        "Timetable",
        [
            ("Stage", "Date"),
            ("Issue ITT", "01/02/2026"),
            ("Clarification deadline", "10/02/2026"),
            ("Tender return", "01/03/2026"),
            ("Award", None),
        ],
        boxed=True,
    )
    heading(made, 1, 2)
    return Made(made, [])


def asset_list_none() -> Made:
    made = sheet(
        "Assets",
        [
            ("Site", "Asset", "Make", "Model", "Installed", "Notes"),
            ("North depot", "Boiler", "Acme", "B200", 2015, None),
            ("North depot", "Pump", "Acme", "P10", None, None),
            ("South depot", "Boiler", None, None, 2018, "Noisy"),
            ("South depot", "Fan", "Windy", "F1", 2017, None),
        ],
    )
    heading(made, 1, 6)
    return Made(made, [])


def scoring_none() -> Made:
    made = sheet(
        "Scoring",
        [
            ("Criterion", "Weight", "Bidder A", "Bidder B", "Bidder C"),
            ("Quality", 60, None, None, None),
            ("Price", 40, None, None, None),
        ],
        boxed=True,
    )
    heading(made, 1, 5)
    return Made(made, [])


def two_sheets_cover() -> Made:
    b = Workbook()
    made = b.active
    made.title = "Instructions"
    put(
        made,
        [("How to complete this workbook",), ("1. Complete all yellow cells.",), ("2. Do not change locked cells.",)],
    )
    q = b.create_sheet("Questionnaire")
    put(
        q,
        [
            ("Supplier questionnaire",),
            (),
            ("1", "Organisation name", None),
            ("2", "Postal address", None),
            ("3", "Year established", None),
        ],
        at=1,
    )
    paint(q, ["C3", "C4", "C5"], "FFFF99")
    return Made(made, ["Questionnaire!C3", "Questionnaire!C4", "Questionnaire!C5"])


def refs_columns() -> Made:
    made = sheet(
        "References",
        [
            ("", "Reference 1", "Reference 2", "Reference 3"),
            ("Client name", None, None, None),
            ("Contact person", None, None, None),
            ("Contract value", None, None, None),
            ("Start date", None, None, None),
        ],
        boxed=True,
    )
    heading(made, 1, 4)
    return Made(made, ["B2"])


def staff_blank_rows() -> Made:
    made = sheet(
        "Team",
        [
            ("Key personnel proposed",),
            ("Name", "Position", "Years of experience", "Qualifications"),
            (None,) * 4,
            (None,) * 4,
            (None,) * 4,
        ],
        boxed=True,
    )
    heading(made, 2, 4)
    return Made(made, ["A3"])


def questions_in_a_weighting() -> Made:
    made = sheet(
        "Quality",
        [
            ("Question number", "Question", "Weighting", "Word limit", "Tenderer's response"),
            ("Q1", "How will you deliver the service?", "30%", 1000, None),
            ("Q2", "How will you manage risk?", "20%", 500, None),
        ],
    )
    heading(made, 1, 5)
    return Made(made, ["E2", "E3"])


def merged_across_sections() -> Made:
    made = sheet(
        "SAQ",
        [
            ("SUPPLIER ASSESSMENT QUESTIONNAIRE",),
            ("Section 1 – Company details",),
            ("1.1", "Company name", None),
            ("1.2", "Website", None),
            ("Section 2 – Health and safety",),
            ("2.1", "Do you have a written health and safety policy?", None),
            ("2.2", "Number of reportable accidents in last 3 years", None),
        ],
        boxed=True,
    )
    for r in (1, 2, 5):
        made.merge_cells(f"A{r}:C{r}")
        made.cell(r, 1).font = Font(bold=True)
    return Made(made, ["C3", "C4", "C6", "C7"])


def offered() -> Made:
    made = sheet(
        "Spec",
        [
            ("S/N", "Minimum specification", "Offered specification", "Complied (Y/N)"),
            (1, "Engine: 2.0 litre diesel", None, None),
            (2, "Seats: 5", None, None),
            (3, "Air conditioning", None, None),
        ],
        boxed=True,
    )
    heading(made, 1, 4)
    return Made(made, ["C2", "D2", "C3", "D3", "C4", "D4"])


def german() -> Made:
    made = sheet(
        "Fragen",
        [
            ("Nr.", "Anforderung", "Antwort des Bieters"),
            (1, "Beschreiben Sie Ihr Unternehmen.", None),
            (2, "Wie viele Mitarbeiter beschäftigen Sie?", None),
        ],
    )
    return Made(made, ["C2", "C3"])


def tco_years() -> Made:
    made = sheet(
        "Costs",
        [
            ("Cost element", "Year 1", "Year 2", "Year 3", "Total"),
            ("Licences", None, None, None, "=SUM(B2:D2)"),
            ("Hosting", None, None, None, "=SUM(B3:D3)"),
            ("Support", None, None, None, "=SUM(B4:D4)"),
        ],
        boxed=True,
    )
    heading(made, 1, 5)
    return Made(made, ["B2"])


def q_merged_row_answer_right() -> Made:
    made = sheet(
        "ITT",
        [
            ("PART A: TENDERER'S DETAILS", None, None),
            ("Full name of tenderer:", None, None),
            ("Registered address:", None, None),
            ("Contact for this tender:", None, None),
            ("PART B: CAPABILITY", None, None),
            ("B1. Describe your relevant experience (max 300 words)", None, None),
            ("B2. Describe your quality procedures (max 300 words)", None, None),
        ],
        boxed=True,
    )
    for r in (1, 5):
        made.merge_cells(f"A{r}:C{r}")
        heading(made, r, 3)
    for r in (2, 3, 4, 6, 7):
        made.merge_cells(f"B{r}:C{r}")
    return Made(made, ["B2", "B3", "B4", "B6", "B7"])


def placeholder_cells() -> Made:
    made = sheet(
        "Form",
        [
            ("Field", "Your entry"),
            ("Company name", "[enter name]"),
            ("Turnover (last year)", "£"),
            ("Are you VAT registered?", "Yes / No"),
            ("Date established", "dd/mm/yyyy"),
        ],
        boxed=True,
    )
    heading(made, 1, 2)
    return Made(made, ["B2", "B3", "B4", "B5"])


def select_default() -> Made:
    made = sheet(
        "Sec",
        [
            ("Question", "Answer", "Comments"),
            ("Is MFA enforced?", "Select...", None),
            ("Is data encrypted?", "Select...", None),
        ],
        boxed=True,
    )
    heading(made, 1, 3)
    choice(made, "B2:B3", '"Select...,Yes,No,Partial"')
    return Made(made, ["B2", "B3", "C2", "C3"])


def question_across_row_answers_below() -> Made:
    made = sheet(
        "Reg", [("Company name", "Company number", "VAT number", "Email"), (None, None, None, None)], boxed=True
    )
    heading(made, 1, 4)
    return Made(made, ["A2", "B2", "C2", "D2"])


def five_yr_financials() -> Made:
    made = sheet(
        "Fin",
        [
            ("Financial information (£000)",),
            ("", "FY2023", "FY2024", "FY2025"),
            ("Turnover", None, None, None),
            ("Operating profit", None, None, None),
            ("Net assets", None, None, None),
            ("Current ratio", None, None, None),
        ],
        boxed=True,
    )
    heading(made, 2, 4)
    return Made(made, ["B3"])


def requirement_moscow() -> Made:
    made = sheet(
        "Functional",
        [
            (
                "Req ID",
                "Category",
                "Requirement description",
                "Priority",
                "Met by standard product (Y/N)",
                "Met by customisation (Y/N)",
                "Not met",
                "Supplier comments",
            ),
            ("F1", "Finance", "Post journals", "Must", None, None, None, None),
            ("F2", "Finance", "Run trial balance", "Should", None, None, None, None),
            ("F3", "HR", "Maintain staff records", "Must", None, None, None, None),
        ],
        boxed=True,
    )
    heading(made, 1, 8)
    return Made(made, ["E2", "E3", "E4"] + [f"{c}{r}" for c in "FGH" for r in (2, 3, 4)])


def instructions_row_above_table() -> Made:
    made = sheet(
        "KPIs",
        [
            ("Please complete the grey cells only",),
            (),
            ("No.", "Question", "Answer"),
            (1, "Number of apprentices employed", None),
            (2, "Percentage of invoices paid within 30 days", None),
            (3, "Scope 1 emissions (tCO2e)", None),
        ],
    )
    paint(made, ["C4", "C5", "C6"], "D9D9D9")
    heading(made, 3, 3, "1F4E78")
    return Made(made, ["C4", "C5", "C6"])


def lots_matrix() -> Made:
    made = sheet(
        "Lots",
        [
            ("Please mark with an X the regions you can serve",),
            ("Region", "Lot 1", "Lot 2", "Lot 3"),
            ("North", None, None, None),
            ("South", None, None, None),
            ("East", None, None, None),
        ],
        boxed=True,
    )
    heading(made, 2, 4)
    return Made(made, ["B3"])


def boq() -> Made:
    made = sheet(
        "BOQ",
        [
            ("Item", "Description", "Unit", "Quantity", "Rate", "Amount"),
            ("A", "Preliminaries", None, None, None, None),
            ("A1", "Site set-up", "sum", 1, None, "=D3*E3"),
            ("A2", "Welfare facilities", "week", 20, None, "=D4*E4"),
            ("B", "Groundworks", None, None, None, None),
            ("B1", "Excavate to formation", "m3", 350, None, "=D6*E6"),
            ("", "TOTAL", None, None, None, "=SUM(F3:F6)"),
        ],
        boxed=True,
    )
    heading(made, 1, 6)
    for r in (2, 5):
        made.cell(r, 2).font = Font(bold=True)
    return Made(made, ["E3", "E4", "E6"])


def caiq_like_simple() -> Made:
    made = sheet(
        "Assessment",
        [
            ("Question ID", "Control question", "Yes", "No", "N/A", "Notes"),
            ("IS-1", "Do you have an information security policy?", None, None, None, None),
            ("IS-2", "Is it reviewed annually?", None, None, None, None),
        ],
        boxed=True,
    )
    heading(made, 1, 6)
    return Made(made, ["C2", "C3", "F2", "F3"])


def italian_req() -> Made:
    made = sheet(
        "Requisiti",
        [
            ("N.", "Requisito", "Risposta del concorrente"),
            (1, "Il sistema deve essere disponibile 24 ore.", None),
            (2, "I dati devono essere cifrati.", None),
        ],
        boxed=True,
    )
    heading(made, 1, 3)
    return Made(made, ["C2", "C3"])


def contact_two_cols_grey() -> Made:
    made = sheet(
        "Supplier info",
        [
            ("Supplier Information Form",),
            (),
            ("Supplier Name", None),
            ("Address Line 1", None),
            ("Address Line 2", None),
            ("City", None),
            ("Post Code", None),
            ("Country", None),
            ("Contact Name", None),
            ("Contact Email", None),
        ],
    )
    paint(made, [f"B{r}" for r in range(3, 11)], "EEEEEE")
    return Made(made, [f"B{r}" for r in range(3, 11)])


def sla_printed_none() -> Made:
    made = sheet(
        "SLA",
        [
            ("Priority", "Response", "Resolution", "Service credit"),
            ("P1", "1 hour", "4 hours", "5%"),
            ("P2", "4 hours", "1 day", "2%"),
        ],
        boxed=True,
    )
    heading(made, 1, 4)
    return Made(made, [])


def change_log_none() -> Made:
    made = sheet(
        "Change log",
        [
            ("Version", "Date", "Change", "Author"),
            ("1.0", "2026-01-01", "First issue", None),
            (None, None, None, None),
            (None, None, None, None),
        ],
        boxed=True,
    )
    heading(made, 1, 4)
    return Made(made, [])


def two_blocks_side() -> Made:
    made = sheet(
        "Front",
        [
            ("Name:", "Northshire Council", None, "Name:", None),
            ("Contact:", "J Example", None, "Contact:", None),
            ("Email:", "t@n.example", None, "Email:", None),
        ],
        boxed=True,
    )
    return Made(made, ["E1", "E2", "E3"])


def internal_use() -> Made:
    made = sheet("New supplier", [("Supplier details",), ("Company name", None), ("E-mail", None)], boxed=True)
    put(made, [("For internal use only",), ("Approved by", None), ("Cost centre", None)], at=5, boxed=True)
    for row in (1, 5):
        made.cell(row, 1).font = Font(bold=True)
    return Made(made, ["B2", "B3"])


def contracts_in_columns() -> Made:
    rows = [
        ("Please provide details of three similar contracts",),
        (),
        (None, "Contract 1", "Contract 2", "Contract 3"),
    ]
    labels = ("Customer organisation", "Contact name", "E-mail address", "Contract start date", "Description")
    return Made(sheet("References", [*rows, *((label,) for label in labels)]), ["B4"])


TENDERS: tuple[Callable[[], Made], ...] = (
    simple_qa_no_format,
    numbered_multi_header_title,
    four_col,
    price_table,
    price_table_two,
    rates,
    yn_columns,
    code_columns,
    two_line_q,
    answers_below,
    dropdown_sec,
    protected_forms,
    timetable_none,
    asset_list_none,
    scoring_none,
    two_sheets_cover,
    refs_columns,
    staff_blank_rows,
    questions_in_a_weighting,
    merged_across_sections,
    offered,
    german,
    tco_years,
    q_merged_row_answer_right,
    placeholder_cells,
    select_default,
    question_across_row_answers_below,
    five_yr_financials,
    requirement_moscow,
    instructions_row_above_table,
    lots_matrix,
    boq,
    caiq_like_simple,
    italian_req,
    contact_two_cols_grey,
    sla_printed_none,
    change_log_none,
    two_blocks_side,
    internal_use,
    contracts_in_columns,
)
