from pathlib import Path

from app.readers.instructions import read_instructions
from tests.samples.excel import save, sheet
from tests.samples.pdf import write_pdf
from tests.samples.word import p, table, write_docx

RULE = "Links must not be used in your answers."


def test_sentences_of_a_word_file_are_given_once_wherever_they_stand(tmp_path: Path) -> None:
    path = write_docx(
        tmp_path / "itt.docx", p(RULE), table(["Name", RULE], ["File names must not", "have any spaces in"])
    )
    assert read_instructions(path) == (RULE, "File names must not", "have any spaces in")


def test_sentences_of_a_workbook_are_given_and_its_labels_left_out(tmp_path: Path) -> None:
    path = save(sheet("Notes", [["Name", RULE], ["VAT number", ""]]), tmp_path)
    assert read_instructions(path) == (RULE,)


def test_a_pasted_list_is_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "questions.txt"
    path.write_text(f"{RULE}\n1. Who are you?\n", "utf-8")
    assert read_instructions(path) == (RULE, "1. Who are you?")


def test_a_printed_file_gives_none(tmp_path: Path) -> None:
    assert read_instructions(write_pdf(tmp_path / "itt.pdf", [[]])) == ()
