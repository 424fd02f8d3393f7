"""The two sample buyers' files. Run `python -m tests.samples.sample_buyers` to write them where they are shipped."""

from collections.abc import Callable, Mapping

from app.paths import RESOURCES
from tests.samples.sample_packages import fixed_package
from tests.samples.sample_word_form import questionnaire_docx

BUYERS = RESOURCES / "sample" / "buyers"
WORD = "northshire-questionnaire.docx"
EXCEL = "calderwick-security-workbook.xlsx"


def northshire() -> bytes:
    """Make the council's Word questionnaire."""
    return fixed_package(questionnaire_docx(), {})


MAKERS: Mapping[str, Callable[[], bytes]] = {WORD: northshire}


if __name__ == "__main__":
    BUYERS.mkdir(parents=True, exist_ok=True)
    for name, make in MAKERS.items():
        (BUYERS / name).write_bytes(make())
