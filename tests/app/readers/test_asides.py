import pytest

from app.readers.asides import aside_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Definitions", "definitions"),
        ("1. Definitions and interpretation", "definitions"),
        ("Glossary of terms", "definitions"),
        ("Glossary", "definitions"),
        ("The following words shall have the following meanings:", "definitions"),
        ("Contents", "contents"),
        ("Table of contents", "contents"),
        ("Worked example", "examples"),
        ("Table A – EXAMPLE ONLY", "examples"),
        ("Marking scheme", "scoring"),
        ("Appendix B: Scoring criteria", "scoring"),
        ("Version history", "the document's history"),
    ],
)
def test_a_title_opens_a_part_in_which_nothing_is_asked(text, name):
    assert aside_of(text) == name


@pytest.mark.parametrize(
    "text", ["", "Your details", "Please give an example of a contract you have delivered", "Assessment methodology"]
)
def test_other_titles_open_no_such_part(text):
    assert aside_of(text) == ""
