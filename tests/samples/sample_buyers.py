"""The two sample buyers' files. Run `python -m tests.samples.sample_buyers` to write them where they are shipped."""

from collections.abc import Callable, Mapping

from app.paths import RESOURCES
from tests.samples.sample_packages import fixed_package
from tests.samples.sample_word_form import questionnaire_docx
from tests.samples.sample_workbook import EDITS, workbook_xlsx

BUYERS = RESOURCES / "sample" / "buyers"
WORD = "northshire-questionnaire.docx"
EXCEL = "calderwick-security-workbook.xlsx"


def northshire() -> bytes:
    """Make the council's Word questionnaire."""
    return fixed_package(questionnaire_docx(), {})


def calderwick() -> bytes:
    """Make the health trust's Excel workbook."""
    return fixed_package(workbook_xlsx(), EDITS)


MAKERS: Mapping[str, Callable[[], bytes]] = {WORD: northshire, EXCEL: calderwick}


if __name__ == "__main__":
    BUYERS.mkdir(parents=True, exist_ok=True)
    for name, make in MAKERS.items():
        (BUYERS / name).write_bytes(make())
