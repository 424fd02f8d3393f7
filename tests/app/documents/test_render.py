"""Word templates rendered with the data of a bid, in the sandbox."""

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.documents.render import render_document
from app.domain.documents import DocumentData, Rendering
from app.domain.errors import FileUnreadable, KindUnsupported, TemplateRefused

DATA = DocumentData(
    {
        "supplier": {
            "legal_name": "Harbour & Sons <Ltd>",
            "charity_number": None,
            "is_sme": True,
            "since": "2014-03-03",
        },
        "insurance": {"public_liability": {"cover": 10_000_000, "ends": "2027-08-31"}},
        "case_studies": [{"title": "Pier", "value": 48_000}, {"title": "Quay"}],
        "carbon": {"net_zero_year": 2035},
    },
    {
        "supplier.legal_name": "Legal name",
        "supplier.charity_number": "Charity number",
        "supplier.vat_number": "VAT number",
        "supplier.is_sme": "SME",
        "supplier.since": "Since",
        "insurance.public_liability.cover": "Public liability: cover",
        "insurance.public_liability.ends": "Public liability: ends",
        "insurance.cyber.cover": "Cyber: cover",
        "case_studies": "Case studies",
        "people.directors": "Directors",
        "carbon.net_zero_year": "Net zero year",
    },
)


def _template(tmp_path: Path, *paragraphs: str, header: str = "") -> Path:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    path = tmp_path / "template.docx"
    document.save(str(path))
    return path


def _rendered(path: Path, *, gaps: bool = False) -> tuple[list[str], Rendering]:
    content, rendering = render_document(path, DATA, gaps=gaps)
    lines = [] if content is None else [one.text for one in docx.Document(io.BytesIO(content)).paragraphs]
    return lines, rendering


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ supplier.legal_name }}", "Harbour & Sons <Ltd>"),
        ("{{ supplier.charity_number }}", "Not applicable"),
        ("{{ supplier.is_sme }}", "Yes"),
        ("{{ supplier.since }}", "3 March 2014"),
        ("{{ supplier.since|year }}", "2014"),
        ("{{ insurance.public_liability.cover|money }}", "£10,000,000"),
        ("{{ carbon.net_zero_year }}", "2035"),
        ("{{ case_studies|length }}", "2"),
        ("{% if supplier.vat_number is known %}a{% else %}b{% endif %}", "b"),
        ("{% if supplier.charity_number is known %}a{% else %}b{% endif %}", "b"),
        ("{% for one in case_studies %}{{ one.title }} {% endfor %}", "Pier Quay "),
        ("{% macro twice(word) %}{{ word }} {{ word }}{% endmacro %}{{ twice('Pier') }}", "Pier Pier"),
    ],
)
def test_values_are_said_as_a_buyer_reads_them(tmp_path: Path, tag: str, said: str) -> None:
    lines, rendering = _rendered(_template(tmp_path, tag))
    assert lines == [said]
    assert rendering.missing == ()


def test_what_is_missing_is_named_and_nothing_is_made(tmp_path: Path) -> None:
    path = _template(
        tmp_path, "{{ supplier.vat_number }} {{ insurance.cyber.cover|money }}", "{{ case_studies[1].value }}"
    )
    lines, rendering = _rendered(path)
    assert lines == []
    assert rendering.missing == ("supplier.vat_number", "insurance.cyber.cover", "case_studies.value")


def test_a_list_that_is_missing_is_named_when_it_is_looped_over(tmp_path: Path) -> None:
    _, rendering = _rendered(_template(tmp_path, "{% for one in people.directors %}{{ one.name }}{% endfor %}"))
    assert rendering.missing == ("people.directors",)


def test_gaps_are_marked_where_they_are_allowed(tmp_path: Path) -> None:
    lines, rendering = _rendered(_template(tmp_path, "VAT {{ supplier.vat_number }}."), gaps=True)
    assert lines == ["VAT [insert VAT number]."]
    assert rendering.missing == ("supplier.vat_number",)


def test_a_name_that_there_is_not_is_told_with_the_nearest(tmp_path: Path) -> None:
    lines, rendering = _rendered(_template(tmp_path, "{{ suplier.legal_name }} {{ zzz }}"), gaps=True)
    assert lines == []
    assert rendering.use.unknown == {"suplier.legal_name": "supplier.legal_name", "zzz": ""}


def test_headers_are_rendered_and_their_names_counted(tmp_path: Path) -> None:
    path = _template(tmp_path, "Body", header="{{ supplier.legal_name }}")
    content, rendering = render_document(path, DATA, gaps=False)
    assert rendering.use.names == ("supplier.legal_name",)
    assert content is not None
    assert docx.Document(io.BytesIO(content)).sections[0].header.paragraphs[0].text == "Harbour & Sons <Ltd>"


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ range.__globals__ }}",
        "{{ 'x'.format.__globals__ }}",
        "{% include 'other.docx' %}",
        "{% import 'other.docx' as other %}",
        "{% extends 'other.docx' %}",
        "{{ supplier.legal_name|safe }}",
        "{{ supplier.legal_name|attr('x') }}",
        "{{ range(10**9)|list }}",
        "{{ supplier.legal_name",
        "{% if supplier.legal_name %}",
        "{{ 1/0 }}",
        "{% macro on(x) %}{{ on(x) }}{% endmacro %}{{ on(1) }}",
        "{{ '{1}'.format(2) }}",
        "{{ '{x}'.format(2) }}",
        "{{ 'x' * 10 ** 20 }}",
        "{{ " + "(" * 2000 + "1" + ")" * 2000 + " }}",
        "{% for a in [1] %}" * 30 + "{% endfor %}" * 30,
    ],
)
def test_a_tag_that_is_wrong_or_reaches_beyond_the_data_makes_nothing(tmp_path: Path, tag: str) -> None:
    path = _template(tmp_path, "Before", tag)
    with pytest.raises(TemplateRefused) as refused:
        _rendered(path)
    assert refused.value.reason


def test_an_attribute_of_python_is_a_name_that_there_is_not(tmp_path: Path) -> None:
    lines, rendering = _rendered(_template(tmp_path, "{{ supplier.legal_name.__class__.__base__ }}"))
    assert lines == []
    assert rendering.use.unknown


def test_an_error_names_its_paragraph(tmp_path: Path) -> None:
    with pytest.raises(TemplateRefused) as refused:
        _rendered(_template(tmp_path, "First", "Our name is {{ supplier.legal_name"))
    assert "Our name is" in refused.value.reason


def test_a_linked_picture_and_an_attached_template_are_dropped_and_named(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("{{ supplier.legal_name }}")
    part = document.part
    part.relate_to("http://evil.example/pixel.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)
    part.relate_to("https://fine.example/", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    path = tmp_path / "template.docx"
    document.save(str(path))
    content, rendering = render_document(path, DATA, gaps=False)
    assert content is not None
    assert rendering.use.notices == ("It pointed to “http://evil.example/pixel.png”: that was dropped.",)
    relations = zipfile.ZipFile(io.BytesIO(content)).read("word/_rels/document.xml.rels")
    assert b"evil.example" not in relations
    assert b"fine.example" in relations


def test_a_link_to_a_file_is_refused(tmp_path: Path) -> None:
    document = docx.Document()
    document.part.relate_to("file:///etc/passwd", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    path = tmp_path / "template.docx"
    document.save(str(path))
    with pytest.raises(TemplateRefused):
        render_document(path, DATA, gaps=False)


def test_what_is_no_word_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "template.docx"
    path.write_bytes(b"no zip")
    with pytest.raises(FileUnreadable):
        render_document(path, DATA, gaps=False)
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("a.txt", "x")
    with pytest.raises(KindUnsupported):
        render_document(path, DATA, gaps=False)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text())
def test_any_value_stays_text(tmp_path: Path, text: str) -> None:
    path = _template(tmp_path, "before {{ supplier.legal_name }} after")
    values: dict[str, Any] = {"supplier": {"legal_name": text}}
    content, _ = render_document(path, DocumentData(values, DATA.labels), gaps=False)
    assert content is not None
    shown = docx.Document(io.BytesIO(content)).paragraphs[0].text
    assert shown.startswith("before ")
    assert shown.endswith(" after")
    assert "{{ supplier" not in shown
