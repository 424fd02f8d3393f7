"""A form printed as PDF asks what it asks in Word."""

from app.readers import read_file
from tests.samples.compare_readings import compare
from tests.samples.pdf import write_pdf
from tests.samples.word import table, write_docx

ASKED = [
    ("1.1", "What is the registered name of your organisation?"),
    ("1.2", "Please provide the address of your head office."),
    ("1.3(a)", "Are you registered with a trade body?"),
    ("1.3(b)", "If yes, please name the body and give your number."),
    ("2.1", "Describe two contracts that are like this one, in no more than 500 words."),
    ("2.2", "How will you make sure that your own suppliers are paid in 30 days?"),
]


def test_the_print_gives_the_questions_of_the_form(tmp_path):
    form = write_docx(tmp_path / "form.docx", table(["Ref", "Question", "Response"], *[[r, t, ""] for r, t in ASKED]))
    lines = [(50.0, 780.0 - 24 * at, f"{ref} {text}") for at, (ref, text) in enumerate(ASKED)]
    told = compare(read_file(write_pdf(tmp_path / "form.pdf", [lines])).questions, read_file(form).questions)
    assert (told.recall, told.precision) == (1.0, 1.0)


def test_what_one_of_the_two_lacks_is_counted(tmp_path):
    form = write_docx(tmp_path / "form.docx", table(["Ref", "Question", "Response"], *[[r, t, ""] for r, t in ASKED]))
    asked = read_file(form).questions
    told = compare(asked[1:], asked[:-1])
    assert (told.found, len(told.missed), len(told.beside)) == (4, 1, 1)
