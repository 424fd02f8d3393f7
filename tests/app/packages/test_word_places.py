import pytest
from lxml import etree

from app.packages.word_places import container, element_at, elements, place_text, split_blank
from tests.samples.word import NAMESPACES, cell, control, deleted, inserted, p, row, run, table, text_box


def _root(*blocks):
    return etree.fromstring(f"<w:document {NAMESPACES}><w:body>{''.join(blocks)}</w:body></w:document>")


def test_paragraphs_tables_and_cells_are_counted_from_nought():
    root = _root(p("one"), table(["a", "b"], ["c", "d"]), p("two"))
    assert list(elements(root)) == [
        "p0",
        "t0",
        *[f"t0.r{r}.c{c}{rest}" for r in (0, 1) for c in (0, 1) for rest in ("", ".p0")],
        "p1",
    ]
    assert place_text(root, "t0.r1.c0") == "c"


def test_a_merged_cell_counts_once():
    root = _root(table(row(cell("wide", span=2), "last")))
    assert place_text(root, "t0.r0.c1") == "last"


def test_content_controls_change_no_number():
    root = _root(control(p("one"), "<w:richText/>"), table(control(row("a", control(cell("b")))), ["c", "d"]))
    assert [place_text(root, place) for place in ("p0", "t0.r0.c1", "t0.r1.c0")] == ["one", "b", "c"]


def test_a_table_in_a_cell_has_places_of_its_own():
    root = _root(table([cell(p("outer"), table(["inner"]))]))
    assert place_text(root, "t0.r0.c0.t0.r0.c0") == "inner"


def test_a_text_box_counts_once_whatever_copies_it_has():
    root = _root(p("anchor ", text_box(p("first"), p("second"))))
    assert [name for name in elements(root) if "x" in name] == ["p0.x0.p0", "p0.x0.p1"]
    assert place_text(root, "p0.x0.p1") == "second"


def test_deleted_text_is_not_seen_and_inserted_text_is():
    assert place_text(_root(p("We ", deleted("may"), inserted(run("must")), " go")), "p0") == "We must go"


def test_symbols_of_box_fonts_are_boxes():
    box = '<w:r><w:sym w:font="Wingdings" w:char="F06F"/></w:r>'
    tick = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    assert place_text(_root(p(box, " Yes ", tick, " No")), "p0") == "☐ Yes ☒ No"


def test_paragraphs_of_a_cell_stand_on_lines_of_their_own():
    assert place_text(_root(table([cell(p("a"), p("b"))])), "t0.r0.c0") == "a\nb"


@pytest.mark.parametrize("place", ["p9", "t0.r0.c9", "t5", "x", "", "p0.p0", "t0.c0"])
def test_a_place_that_is_not_there_is_nothing(place):
    assert element_at(_root(p("one"), table(["a"])), place) is None


def test_every_name_leads_back_to_its_element():
    root = _root(p("a", text_box(p("b"), table(["c"]))), table([cell(p("d"), table(["e"]))], ["f"]))
    assert all(element_at(root, name) is element for name, element in elements(root).items())


def test_a_numbered_blank_names_its_place_and_its_number():
    assert split_blank("t3.r2.c1#2") == ("t3.r2.c1", 2)
    assert split_blank("p12") == ("p12", 0)


def test_the_container_of_a_paragraph_in_a_cell_is_the_cell():
    assert [container(place) for place in ("t3.r2.c1.p4#1", "p12#1", "t1.r0.c0.t0.r0.c0.p1")] == [
        "t3.r2.c1",
        "p12",
        "t1.r0.c0.t0.r0.c0",
    ]
