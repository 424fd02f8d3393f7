import pytest

from app.packages.blanks import BlankKind, find_blanks, nth_blank


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Name: ________", ["line"]),
        ("Name: ........................", ["line"]),
        ("Name ……………………………", ["line"]),
        ("Name: ________\n_____________", ["line"]),
        ("Date: ___ / ___ / ____", ["line"]),
        ("[Insert name] of [Insert place]", ["bracketed", "bracketed"]),
        ("Reference <insert reference>", ["angled"]),
        ("Yes ☐ No ☐", ["box", "box"]),
        ("[ ] Yes  [ ] No", ["box", "box"]),
        ("( ) Yes  ( ) No", ["box", "box"]),
        ("Other ☐ please say: _____", ["box", "line"]),
        ("Click or tap here to enter text.", ["prompt"]),
        ("Choose an item.", ["prompt"]),
        ("Net zero by 20XX, XX tonnes", ["letters", "letters"]),
        ("Start date: dd/mm/yyyy", ["letters"]),
        ("A sentence ... with a pause.", []),
        ("if a < b then c", []),
        ("snake_case and 1.2.3", []),
        ("", []),
    ],
)
def test_a_text_shows_its_blanks_in_order(text, kinds):
    assert [str(blank.kind) for blank in find_blanks(text)] == kinds


def test_a_bracketed_blank_gives_the_words_inside_as_its_prompt():
    assert find_blanks("To [Insert name]")[0].prompt == "Insert name"


def test_a_line_has_no_prompt():
    assert find_blanks("_____")[0].prompt == ""


def test_the_second_blank_is_number_one():
    assert nth_blank("☐ Yes ☐ No", 1).start == 6
    assert nth_blank("☐ Yes ☐ No", 2) is None


def test_brackets_inside_brackets_are_one_blank():
    (blank,) = find_blanks("[Insert [full] name]")
    assert (blank.kind, blank.text) == (BlankKind.BRACKETED, "[Insert [full] name]")
