from lxml import etree

from app.packages.word_blanks import control_options, word_text
from app.packages.word_names import CONTROL
from tests.samples.word import (
    NAMESPACES,
    cell,
    control,
    legacy_box,
    legacy_list,
    legacy_text,
    p,
    run,
    table,
    tick_control,
)


def _element(xml):
    return etree.fromstring(f"<x {NAMESPACES}>{xml}</x>")[0]


def _blanks(xml):
    return [(str(one.blank.kind), one.blank.text.strip()) for one in word_text(_element(xml)).blanks]


def test_a_control_that_shows_its_placeholder_is_a_blank():
    assert _blanks(p("Name: ", control(run("Type your name"), placeholder=True))) == [("control", "Type your name")]


def test_a_control_that_is_filled_is_no_blank():
    assert _blanks(p("Name: ", control(run("Acme Ltd")))) == []


def test_an_empty_control_is_a_blank_where_it_stands():
    word = word_text(_element(p("Name: ", control("<w:r/>"), " Role: ____")))
    assert [(str(one.blank.kind), one.blank.start) for one in word.blanks] == [("control", 6), ("line", 13)]


def test_a_check_box_control_is_one_box():
    assert _blanks(p(tick_control(), " Yes ", tick_control(), " No")) == [("box", "☐"), ("box", "☐")]


def test_legacy_fields_are_blanks_in_the_order_of_the_text():
    xml = p("Name: ", legacy_text(), " Size: ", legacy_list("Small", "Large"), " ", legacy_box(), " Agreed")
    assert [kind for kind, _ in _blanks(xml)] == ["field", "field", "box"]


def test_a_legacy_field_that_is_filled_is_no_blank():
    assert _blanks(p("Name: ", legacy_text("Acme"))) == []


def test_a_control_around_a_paragraph_makes_the_paragraph_a_blank():
    holder = etree.fromstring(f"<x {NAMESPACES}>{control(p('Write here'), placeholder=True)}</x>")
    paragraph = holder[0][1][0]
    assert [str(one.blank.kind) for one in word_text(paragraph).blanks] == ["control"]


def test_blanks_of_a_table_inside_a_cell_are_not_the_cells():
    assert _blanks(cell(p("Name: ____"), table(["Date: ____"]))) == [("line", "____")]


def test_the_brackets_of_a_placeholder_in_a_control_are_not_counted_twice():
    assert _blanks(p(control(run("[Enter name]"), placeholder=True))) == [("control", "[Enter name]")]


def test_a_drop_down_gives_its_options():
    drop_down = next(_element(p(control(run("Choose an item."), options=["Yes", "No"]))).iter(CONTROL))
    assert control_options(drop_down) == ("Yes", "No")


def test_underlined_white_space_is_a_line():
    assert _blanks(p("Name: ", run("\t\t", '<w:u w:val="single"/>'))) == [("line", "")]


def test_a_last_tab_with_a_leader_is_a_line():
    paragraph = p("Name:", run("\t"))
    tabs = '<w:pPr><w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="9000"/></w:tabs></w:pPr>'
    assert _blanks(paragraph.replace("<w:p>", f"<w:p>{tabs}")) == [("line", "")]


def test_underlined_words_are_no_line():
    assert _blanks(p("Name: ", run("Acme", '<w:u w:val="single"/>'))) == []
