"""Workbooks without a heading's look, forms beside notes, lists that ask nothing, each with its places."""

from collections.abc import Callable

from openpyxl import Workbook
from openpyxl.styles import Font

from tests.samples.excel import BOX, choice, heading, put, sheet, unlock
from tests.samples.excel_tenders import Made


def unstyled_section_then_fields() -> Made:
    made = sheet(
        "Supplier",
        [
            ("1. Company information",),
            ("Company name:", None),
            ("Company number:", None),
            ("2. Contacts",),
            ("Sales contact:", None),
            ("Support contact e-mail:", None),
        ],
    )
    return Made(made, ["B2", "B3", "B5", "B6"])


def multi_sheet_lots() -> Made:
    b = Workbook()
    made = b.active
    made.title = "Lot 1"
    for s in [made, b.create_sheet("Lot 2")]:
        put(
            s,
            [
                ("Price schedule",),
                ("Ref", "Description", "Unit", "Rate (£)"),
                ("1.1", "Gas boiler service", "each", None),
                ("1.2", "Emergency call-out", "visit", None),
                ("1.3", "Landlord certificate", "each", None),
            ],
            boxed=True,
        )
        heading(s, 2, 4)
    return Made(made, [f"Lot {n}!D{r}" for n in (1, 2) for r in (3, 4, 5)])


def score_columns_protected() -> Made:
    made = sheet(
        "Quality",
        [
            ("Q", "Question", "Supplier answer", "Score", "Comments (evaluator)"),
            ("1", "How is data backed up?", None, None, None),
            ("2", "Where are the servers?", None, None, None),
        ],
        boxed=True,
    )
    heading(made, 1, 5)
    unlock(made, ["C2", "C3"])
    return Made(made, ["C2", "C3"])


def wide_checklist_yes_no_dd() -> Made:
    made = sheet(
        "Policies",
        [
            ("Policy", "In place?", "Date last reviewed", "Owner"),
            ("Health and safety", None, None, None),
            ("Equality", None, None, None),
            ("Environment", None, None, None),
        ],
        boxed=True,
    )
    heading(made, 1, 4)
    choice(made, "B2:B4")
    return Made(made, ["B2"])


def long_questions_with_answer_row_labelled() -> Made:
    made = sheet("Q")
    r = 1
    for n in (1, 2, 3):
        made.cell(r, 1, f"Question {n}")
        made.cell(r, 2, f"Describe how you will do part {n} of the work. (max 250 words)")
        made.cell(r + 1, 1, "Answer")
        r += 3
    return Made(made, ["B2", "B5", "B8"])


def asset_schedule_with_rates() -> Made:
    made = sheet(
        "Rates",
        [
            ("Trade", "Normal hours (£/h)", "Overtime (£/h)", "Weekend (£/h)"),
            ("Plumber", None, None, None),
            ("Electrician", None, None, None),
            ("Labourer", None, None, None),
        ],
        boxed=True,
    )
    heading(made, 1, 4)
    return Made(made, ["B2"])


def form_with_merged_title_and_notes() -> Made:
    made = sheet(
        "Form",
        [
            ("NEW SUPPLIER REQUEST FORM",),
            ("Please complete all fields marked *",),
            ("Supplier name *", None),
            ("VAT number", None),
            ("Payment terms (days) *", None),
            ("Bank sort code *", None),
            ("Remittance e-mail *", None),
        ],
        boxed=True,
    )
    made.merge_cells("A1:B1")
    made.merge_cells("A2:B2")
    heading(made, 1, 1)
    return Made(made, ["B3", "B4", "B5", "B6", "B7"])


def ref_with_guidance_below() -> Made:
    made = sheet(
        "SQ",
        [
            ("Ref", "Question", "Response"),
            ("1.1", "Is your organisation a member of a group?", None),
            ("", "Note: include parent companies.", None),
            ("1.2", "Give the name of the parent company.", None),
        ],
        boxed=True,
    )
    heading(made, 1, 3)
    return Made(made, ["C2", "C4", "C3"])


def kpis_targets_offered() -> Made:
    made = sheet(
        "KPIs",
        [
            ("KPI", "Buyer's target", "Tenderer's offered target"),
            ("Response time", "4 hours", None),
            ("First time fix", "85%", None),
            ("Satisfaction", "90%", None),
        ],
        boxed=True,
    )
    heading(made, 1, 3)
    return Made(made, ["C2", "C3", "C4"])


def lookup_list_none() -> Made:
    made = sheet("Lists", [("Country", "Currency"), ("France", "EUR"), ("Norway", "NOK"), (None, "GBP")])
    return Made(made, [])


def cover_none() -> Made:
    made = sheet(
        "Cover",
        [
            ("Tender for catering services",),
            ("Issued by", "Northshire Council"),
            ("Date", "1 March 2026"),
            ("Version", "1.0"),
        ],
    )
    return Made(made, [])


def contacts_horizontal() -> Made:
    made = sheet(
        "Contacts",
        [
            ("Role", "Name", "Telephone", "E-mail"),
            ("Account manager", None, None, None),
            ("Finance contact", None, None, None),
            ("Escalation contact", None, None, None),
        ],
        boxed=True,
    )
    heading(made, 1, 4)
    return Made(made, ["B2"])


def y_n_comment_unstyled() -> Made:
    made = sheet(
        "Sheet1",
        [
            ("Requirement", "Y/N", "Comment"),
            ("Can your system export to CSV?", None, None),
            ("Does it support SSO?", None, None),
            ("Is there an API?", None, None),
        ],
    )
    return Made(made, ["B2", "B3", "B4", "C2", "C3", "C4"])


def number_first_unstyled_no_header() -> Made:
    made = sheet(
        "Sheet1",
        [
            (1, "What is your average response time?", None),
            (2, "Do you provide weekend cover?", None),
            (3, "List your accreditations.", None),
        ],
    )
    return Made(made, ["C1", "C2", "C3"])


def for_completion_by_council() -> Made:
    made = sheet(
        "Form",
        [
            ("Section A: for completion by the tenderer",),
            ("Company name", None),
            ("Contact e-mail", None),
            ("Section B: for completion by the Council",),
            ("Date received", None),
            ("Checked by", None),
        ],
        boxed=True,
    )
    for r in (1, 4):
        made.cell(r, 1).font = Font(bold=True)
    return Made(made, ["B2", "B3"])


def methods_with_limits() -> Made:
    made = sheet(
        "Method statements",
        [
            ("Ref", "Method statement", "Max words", "Weighting", "Response"),
            ("MS1", "Explain how you will manage complaints.", 500, "10%", None),
            ("MS2", "Explain how you will keep records.", 300, "5%", None),
        ],
        boxed=True,
    )
    heading(made, 1, 5)
    return Made(made, ["E2", "E3"])


def carbon_table() -> Made:
    made = sheet(
        "Carbon",
        [
            ("Emissions", "Baseline year (tCO2e)", "Reporting year (tCO2e)"),
            ("Scope 1", None, None),
            ("Scope 2", None, None),
            ("Scope 3", None, None),
        ],
        boxed=True,
    )
    heading(made, 1, 3)
    return Made(made, ["B2"])


def price_lots_blocks() -> Made:
    made = sheet(
        "Prices",
        [
            ("Lot 1 – Cleaning",),
            ("Item", "Price (£)"),
            ("Daily clean", None),
            ("Deep clean", None),
            (),
            ("Lot 2 – Security",),
            ("Item", "Price (£)"),
            ("Guard, day", None),
            ("Guard, night", None),
        ],
        boxed=False,
    )
    for r in (1, 2, 6, 7):
        made.cell(r, 1).font = Font(bold=True)
        made.cell(r, 2).font = Font(bold=True)
    return Made(made, ["B3", "B4", "B8", "B9"])


def questions_with_help_column_right() -> Made:
    made = sheet(
        "DD",
        [
            ("No", "Question", "Answer", "Help"),
            (1, "Do you encrypt laptops?", None, "Full disk encryption"),
            (2, "Do you scan for malware?", None, "On all servers"),
            (3, "Do you vet staff?", None, None),
        ],
        boxed=True,
    )
    heading(made, 1, 4)
    return Made(made, ["C2", "C3", "C4"])


def status_lists_none() -> Made:
    made = sheet(
        "Tracker",
        [
            ("Task", "Owner", "Due", "Status"),
            ("Send pack", "Ann", "1 May", "Done"),
            ("Hold briefing", "Bob", "2 May", None),
            ("Open tenders", None, "3 May", None),
        ],
        boxed=True,
    )
    heading(made, 1, 4)
    return Made(made, [])


def bill_summary() -> Made:
    made = sheet(
        "Summary",
        [
            ("Bill", "Description", "Amount (£)"),
            (1, "Preliminaries", None),
            (2, "Substructure", None),
            (3, "Superstructure", None),
            (None, "Total carried to form of tender", None),
        ],
        boxed=True,
    )
    heading(made, 1, 3)
    made["C5"] = "=SUM(C2:C4)"
    return Made(made, ["C2", "C3", "C4"])


def yes_no_two_cols_x() -> Made:
    made = sheet(
        "Check",
        [
            ("Please put an X in the column that applies",),
            ("Requirement", "Compliant", "Non-compliant", "Comment"),
            ("Waterproof housing", None, None, None),
            ("Battery life of 8 hours", None, None, None),
        ],
        boxed=True,
    )
    heading(made, 2, 4)
    return Made(made, ["B3", "B4", "D3", "D4"])


def merged_answer_block_each_question() -> Made:
    made = sheet("Q")
    for n, r in enumerate((1, 3, 5), 1):
        made.cell(r, 1, f"Q{n}")
        made.cell(r, 2, f"Please describe part {n} of your offer.")
        made.merge_cells(f"B{r + 1}:F{r + 1}")
        made.row_dimensions[r + 1].height = 60
        for c in made[f"B{r + 1}:F{r + 1}"][0]:
            c.border = BOX
    return Made(made, ["B2", "B4", "B6"])


HABITS: tuple[Callable[[], Made], ...] = (
    unstyled_section_then_fields,
    multi_sheet_lots,
    score_columns_protected,
    wide_checklist_yes_no_dd,
    long_questions_with_answer_row_labelled,
    asset_schedule_with_rates,
    form_with_merged_title_and_notes,
    ref_with_guidance_below,
    kpis_targets_offered,
    lookup_list_none,
    cover_none,
    contacts_horizontal,
    y_n_comment_unstyled,
    number_first_unstyled_no_header,
    for_completion_by_council,
    methods_with_limits,
    carbon_table,
    price_lots_blocks,
    questions_with_help_column_right,
    status_lists_none,
    bill_summary,
    yes_no_two_cols_x,
    merged_answer_block_each_question,
)
