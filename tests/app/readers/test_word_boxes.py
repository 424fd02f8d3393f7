import pytest
from lxml import etree

from app.packages.word_blanks import word_text
from app.readers.word_boxes import group_boxes, named_boxes
from app.readers.word_view import Line
from tests.samples.word import NAMESPACES, p


def _line(text, place="p0"):
    element = etree.fromstring(f"<x {NAMESPACES}>{p(text)}</x>")[0]
    return Line(place, element, word_text(element), "", -1, None, bold=False, contents=False)


@pytest.mark.parametrize(
    ("text", "lead", "options"),
    [
        ("Yes ☐ No ☐", "", ["Yes", "No"]),
        ("☐ Yes ☐ No", "", ["Yes", "No"]),
        ("Are you an SME? Yes ☐ No ☐", "Are you an SME?", ["Yes", "No"]),
        ("Are you an SME? ☐ Yes ☐ No", "Are you an SME?", ["Yes", "No"]),
        ("[ ] Yes [ ] No", "", ["Yes", "No"]),
        ("Yes\u00a0\u00a0 ▢\nNo\u00a0 ▢\nPASS/FAIL", "", ["Yes", "No"]),
        ("☐ Yes ☐ No   If yes, say why: ____", "", ["Yes", "No"]),
        ("☐", "", ["1"]),
    ],
)
def test_the_text_beside_a_box_is_its_option(text, lead, options):
    (group,) = group_boxes([_line(text)])
    assert (group.lead, list(group.options)) == (lead, options)


def test_a_second_yes_begins_another_group():
    groups = group_boxes([_line("Yes ☐", "p0"), _line("No ☐", "p1"), _line("Yes ☐", "p2"), _line("No ☐", "p3")])
    assert [group.where for group in groups] == ["p0", "p2"]


def test_places_count_the_blanks_of_a_paragraph():
    (group,) = group_boxes([_line("Name ____ ☐ Yes ☐ No")])
    assert list(group.options.values()) == ["p0#1", "p0#2"]


def test_a_lone_box_means_yes():
    assert named_boxes({"1": "p0"}) == {"Yes": "p0"}
    assert named_boxes({"Small": "p0"}) == {"Small": "p0"}
