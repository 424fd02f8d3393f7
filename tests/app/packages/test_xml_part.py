"""The promise of a part: touched elements are new, every other byte is the buyer's own."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from app.packages.xml_part import XmlPart, XmlUnsafe, parse_xml

ODD = (
    b"<?xml version='1.0'  encoding='UTF-8' standalone=\"yes\"?>\r\n<!-- a > b --><w:doc xmlns:w='urn:w'\r\n"
    b" xmlns:m=\"urn:m\"><w:a  k = 'x>y' /><w:b>one &amp; two</w:b\n><?pi <x> ?><!-- <w:b/> --><w:c><w:d/><w:d></w:d>"
    b"<![CDATA[<w:d/>]]></w:c>\r\n</w:doc><!-- end -->\n"
)


def test_an_untouched_part_is_given_back_as_it_came() -> None:
    assert XmlPart(ODD).to_bytes() == ODD


def test_only_the_touched_element_is_written_anew() -> None:
    part = XmlPart(ODD)
    element = part.root[1]
    part.touch(element)
    element.text = "three < four"
    assert part.to_bytes() == ODD.replace(b"<w:b>one &amp; two</w:b\n>", b"<w:b>three &lt; four</w:b>")


def test_an_empty_element_with_a_bracket_in_an_attribute_is_replaced_whole() -> None:
    part = XmlPart(ODD)
    element = part.root[0]
    part.touch(element)
    element.set("k", "z")
    assert part.to_bytes() == ODD.replace(b"<w:a  k = 'x>y' />", b'<w:a k="z"/>')


def test_comments_and_instructions_between_elements_do_not_shift_the_place() -> None:
    part = XmlPart(ODD)
    element = part.root.find("{urn:w}c")
    assert element is not None
    part.touch(element[1])
    element[1].text = "x"
    assert part.to_bytes() == ODD.replace(b"<w:d></w:d>", b"<w:d>x</w:d>")


def test_elements_inside_a_touched_one_need_no_call() -> None:
    part = XmlPart(ODD)
    outer = part.root.find("{urn:w}c")
    assert outer is not None
    part.touch(outer[0])
    outer[0].text = "first"
    part.touch(outer)
    part.touch(outer[1])
    outer[1].text = "second"
    etree.SubElement(outer, "{urn:w}e")
    assert b"<w:c><w:d>first</w:d><w:d>second</w:d>&lt;w:d/&gt;<w:e/></w:c>" in part.to_bytes()


def test_namespaces_of_the_surroundings_are_not_declared_again() -> None:
    part = XmlPart(b'<a xmlns="urn:a" xmlns:x="urn:x"><b/><c xmlns:y="urn:y"/></a>')
    for element in part.root:
        part.touch(element)
        etree.SubElement(element, "{urn:x}d")
    assert part.to_bytes() == (b'<a xmlns="urn:a" xmlns:x="urn:x"><b><x:d/></b><c xmlns:y="urn:y"><x:d/></c></a>')


def test_a_touched_root_is_written_as_a_whole() -> None:
    part = XmlPart(b"<a><b/></a>")
    part.touch(part.root)
    part.root.set("k", "v")
    assert parse_xml(part.to_bytes()).get("k") == "v"


def test_a_part_in_utf_16_stays_readable() -> None:
    part = XmlPart("<?xml version='1.0' encoding='UTF-16'?><a><b>é</b></a>".encode("utf-16"))
    part.touch(part.root[0])
    part.root[0].text = "ü"
    assert parse_xml(part.to_bytes())[0].text == "ü"


def test_a_part_in_latin_1_keeps_its_encoding() -> None:
    part = XmlPart("<?xml version='1.0' encoding='ISO-8859-1'?><a>é<b/></a>".encode("latin-1"))
    part.touch(part.root[0])
    part.root[0].text = "ü–"
    written = part.to_bytes()
    assert b"\xe9<b>\xfc&#8211;</b>" in written
    assert parse_xml(written)[0].text == "ü–"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"plain",
        b"<a>",
        b"<a></b>",
        b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        b"<!DOCTYPE a><a/>",
        b"<a>" * 300 + b"</a>" * 300,
        b"<a>\x00</a>",
    ],
)
def test_unsafe_parts_are_refused(content: bytes) -> None:
    with pytest.raises(XmlUnsafe):
        XmlPart(content)


_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\r", exclude_categories=["Cc", "Cs"]), max_size=6)
_GAP = st.sampled_from(["", " ", "\n  ", "<!-- c > <x/> -->", "<?pi > ?>", "&amp;", "&#x2612;"])


@st.composite
def _markup(draw: st.DrawFn, depth: int = 3) -> str:
    name = draw(st.sampled_from(["a", "x:b", "c-d"]))
    quote = draw(st.sampled_from("'\""))
    attribute = draw(st.sampled_from(["", f" k={quote}1 > 0{quote}", f"\n x:k = {quote}/>{quote} "]))
    if depth == 0 or draw(st.booleans()):
        return draw(st.sampled_from([f"<{name}{attribute}/>", f"<{name}{attribute} ></{name} >"]))
    children = draw(st.lists(_markup(depth - 1), max_size=3))
    return f"<{name}{attribute}>" + "".join(draw(_GAP) + child for child in children) + draw(_GAP) + f"</{name}>"


def _walk(element: etree._Element) -> Iterator[etree._Element]:
    return (one for one in element.iter() if isinstance(one.tag, str))


@given(_markup(), st.data(), _TEXT)
def test_a_splice_changes_what_was_touched_and_no_other_byte(markup: str, data: st.DataObject, words: str) -> None:
    content = f"<?xml version='1.0'?><r xmlns:x='urn:x'><before  />{markup}<after k='v'/></r>".encode()
    part = XmlPart(content)
    elements = [one for one in _walk(part.root) if one is not part.root]
    target = elements[data.draw(st.integers(0, len(elements) - 1))]
    part.touch(target)
    kept = etree.tostring(target, with_tail=False).count(b"<")
    target.text = words
    written = part.to_bytes()
    expected = XmlPart(content)
    same = [one for one in _walk(expected.root) if one is not expected.root][elements.index(target)]
    same.text = words
    assert etree.tostring(parse_xml(written), method="c14n2") == etree.tostring(expected.root, method="c14n2")
    head, tail = _unchanged(content, written)
    assert content[head : len(content) - tail].count(b"<") <= kept + 2
    assert written.startswith(b"<?xml version='1.0'?><r xmlns:x='urn:x'>")


def test_an_element_is_added_and_its_parent_keeps_its_bytes() -> None:
    part = XmlPart(ODD)
    new = etree.Element("{urn:w}new")
    part.add_after(part.root[0], new)
    part.add_before(new, etree.Element("{urn:w}first"))
    assert part.to_bytes() == ODD.replace(b"k = 'x>y' />", b"k = 'x>y' /><w:first/><w:new/>")


def test_what_is_added_between_neighbours_stands_in_order() -> None:
    part = XmlPart(b"<a><b/><c/></a>")
    first, last = part.root
    part.add_before(last, etree.Element("y"))
    part.add_after(first, etree.Element("x"))
    assert part.to_bytes() == b"<a><b/><x/><y/><c/></a>"


def test_a_parent_touched_later_takes_in_what_was_added() -> None:
    part = XmlPart(b"<a><b  ><c  /></b ><d  /></a>")
    outer = part.root[0]
    part.add_after(outer[0], etree.Element("new"))
    part.touch(outer)
    outer.set("k", "v")
    assert part.to_bytes() == b'<a><b k="v"><c/><new/></b><d  /></a>'


@given(_markup(), st.data())
def test_additions_take_no_byte_away_and_stand_where_the_tree_has_them(markup: str, data: st.DataObject) -> None:
    content = f"<?xml version='1.0'?><r xmlns:x='urn:x'><before  />{markup}<after k='v'/></r>".encode()
    part = XmlPart(content)
    added: list[etree._Element] = []
    for number in range(data.draw(st.integers(1, 6))):
        elements = [one for one in _walk(part.root) if one is not part.root]
        anchor = elements[data.draw(st.integers(0, len(elements) - 1))]
        new = etree.Element("new", n=str(number))
        (part.add_after if data.draw(st.booleans()) else part.add_before)(anchor, new)
        added.append(new)
    written = part.to_bytes()
    assert etree.tostring(parse_xml(written), method="c14n2") == etree.tostring(part.root, method="c14n2")
    for number in range(len(added)):
        written = written.replace(f'<new n="{number}"/>'.encode(), b"")
    assert written == content


@given(_markup(), st.data())
def test_touches_among_additions_keep_to_their_elements(markup: str, data: st.DataObject) -> None:
    content = f"<?xml version='1.0'?><r xmlns:x='urn:x'><before  />{markup}<after k='v'/></r>".encode()
    part = XmlPart(content)
    for number in range(data.draw(st.integers(2, 8))):
        elements = [one for one in _walk(part.root) if one is not part.root]
        element = elements[data.draw(st.integers(0, len(elements) - 1))]
        if data.draw(st.booleans()):
            part.touch(element)
            element.set("t", str(number))
        else:
            (part.add_after if data.draw(st.booleans()) else part.add_before)(element, etree.Element("new"))
    assert etree.tostring(parse_xml(part.to_bytes()), method="c14n2") == etree.tostring(part.root, method="c14n2")


def _unchanged(before: bytes, after: bytes) -> tuple[int, int]:
    shorter = min(len(before), len(after))
    head = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    tail = next((at for at in range(shorter - head) if before[-1 - at] != after[-1 - at]), shorter - head)
    return head, tail
