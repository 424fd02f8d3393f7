import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from app.packages.word_numbering import Numbering, in_form
from app.packages.word_styles import Styles
from tests.samples.word import NAMESPACES, heading_style, numbering, p, styles


def _numbers(part, *paragraphs, style_part=""):
    known = Styles(etree.fromstring(style_part) if style_part else None)
    lists = Numbering(etree.fromstring(part), known)
    body = etree.fromstring(f"<x {NAMESPACES}>{''.join(paragraphs)}</x>")
    return [found.text if (found := lists.number(one)) else None for one in body]


def test_levels_count_on_and_begin_again_below_a_new_one():
    part = numbering(("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"))
    levels = [0, 1, 1, 2, 2, 1, 2, 0, 1]
    shown = ["1.", "1.1", "1.2", "(a)", "(b)", "1.3", "(a)", "2.", "2.1"]
    assert _numbers(part, *(p("x", number=(1, level)) for level in levels)) == shown


def test_a_level_that_was_never_reached_shows_its_start():
    assert _numbers(numbering(("decimal", "%1"), ("decimal", "%1.%2")), p("x", number=(1, 1))) == ["1.1"]


def test_a_list_with_a_start_of_its_own_begins_again():
    part = numbering(("decimal", "%1.")).replace(
        "</w:numbering>",
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>'
        "</w:lvlOverride></w:num></w:numbering>",
    )
    assert _numbers(part, p("x", number=(1, 0)), p("x", number=(2, 0)), p("x", number=(2, 0))) == ["1.", "7.", "8."]


def test_lists_of_one_definition_count_on_together():
    part = numbering(("decimal", "%1.")).replace(
        "</w:numbering>", '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    assert _numbers(part, p("x", number=(1, 0)), p("x", number=(2, 0))) == ["1.", "2."]


def test_bullets_plain_paragraphs_and_numbering_taken_away_are_told_apart():
    part = numbering(("bullet", "\uf0b7"))
    assert _numbers(part, p("x", number=(1, 0)), p("x"), p("x", number=(0, 0))) == ["•", None, None]


def test_a_style_brings_its_number_and_its_level():
    part = numbering(("decimal", "%1"), ("decimal", "%1.%2")).replace(
        '<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:pStyle w:val="Heading2"/>'
    )
    linked = heading_style(2).replace("<w:pPr>", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>')
    assert _numbers(part, p("x", style="Heading2"), style_part=styles(linked)) == ["1.1"]


def test_legal_numbering_shows_every_level_in_decimals():
    part = numbering(("upperRoman", "%1"), ("decimal", "%1.%2")).replace(
        '<w:lvlText w:val="%1.%2"/>', '<w:isLgl/><w:lvlText w:val="%1.%2"/>'
    )
    assert _numbers(part, p("x", number=(1, 0)), p("x", number=(1, 1))) == ["I", "1.1"]


@pytest.mark.parametrize(
    ("count", "form", "shown"),
    [
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (27, "lowerLetter", "aa"),
        (2, "upperLetter", "B"),
        (7, "decimalZero", "07"),
        (11, "ordinal", "11th"),
        (22, "ordinal", "22nd"),
        (5, "chicago", "5"),
        (3, "none", ""),
    ],
)
def test_counts_are_written_in_the_formats_of_word(count, form, shown):
    assert in_form(count, form) == shown


@given(st.integers(-10, 10**6), st.sampled_from(["lowerRoman", "upperLetter", "ordinal", "decimal"]))
def test_any_count_can_be_written(count, form):
    assert in_form(count, form) is not None


def test_styles_in_a_circle_end():
    circle = (
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    assert Styles(etree.fromstring(styles(circle))).level("A") is None


def test_headings_are_known_by_name_and_by_outline():
    outline = '<w:style w:styleId="Mine"><w:name w:val="Mine"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    based = '<w:style w:styleId="Ours"><w:name w:val="Ours"/><w:basedOn w:val="Heading3"/></w:style>'
    known = Styles(etree.fromstring(styles(heading_style(3), outline, based)))
    assert [known.level(one) for one in ("Heading3", "Mine", "Ours", "None")] == [2, 2, 2, None]
