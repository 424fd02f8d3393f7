"""Workbooks without a heading's look, forms beside notes, lists that ask nothing, each with its places."""

from collections.abc import Callable

from openpyxl import Workbook

from tests.samples.excel import choice, heading, put, sheet, unlock
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
)
