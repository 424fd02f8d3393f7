"""The shipped templates: built from their sources, and whole documents for a firm with many facts and one with few."""

import importlib.util
import io
import json
import os
import re
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import ModuleType

import docx
import pytest
from lxml import etree

from app.documents.render import render_document
from app.documents.template_card import read_card
from app.domain.dates import ReferenceDates
from app.domain.documents import DocumentData, Rendering
from app.domain.incoming import IncomingProfile
from app.domain.tenders import Tender
from app.interchange.fact_catalogue import load_catalogue
from app.interchange.profile_json import read_profile
from app.paths import RESOURCES, TEMPLATES
from app.services.gather_document import Occasion, gather_document
from app.services.import_profile import import_profile
from tests.samples.workspace_in_memory import MemoryWorkspace
from tests.test_packaging import ROOT

DAY = date(2026, 11, 22)
NAMES = tuple(path.stem for path in sorted(TEMPLATES.glob("*.docx")))
GOLDEN = Path(__file__).parent / "golden"
FEW = {
    "supplier.legal_name": "Willowbrook Ltd",
    "supplier.company_number": "98765432",
    "supplier.email": "bids@willowbrook.example",
    "supplier.phone": "01632 960118",
    "supplier.is_sme": True,
    "supplier.legal_form": "Private limited company",
    "supplier.incorporated_on": "2019-05-01",
    "supplier.website": "https://willowbrook.example",
    "supplier.registered_address": {"street": "4 Quay Street", "locality": "Northport", "postcode": "NX1 4QS"},
    "contact.name": "A. Rowan",
    "contact.email": "bids@willowbrook.example",
    "signatory.name": "A. Rowan",
    "signatory.role": "Director",
    "workforce.headcount": 6,
    "tax.obligations_met": True,
}
HEADING = re.compile(r"Heading (\d)|Title")

Made = tuple[docx.document.Document, Rendering]


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    """Load the script that builds the templates."""
    spec = importlib.util.spec_from_file_location("build_templates", ROOT / ".ci" / "build_templates.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def _data(workspace: MemoryWorkspace) -> DocumentData:
    tender = Tender(
        "t-1", title="Digital housing platform", buyer="Northshire Council", reference="NC/1",
        submission=datetime(2026, 11, 22, 12),
    )  # fmt: skip
    occasion = Occasion(ReferenceDates.all_on(DAY), tender, DAY)
    return gather_document(workspace.unit, load_catalogue(), occasion)


@pytest.fixture(scope="module")
def full() -> DocumentData:
    """Give the data of the sample supplier."""
    workspace = MemoryWorkspace()
    sample = read_profile(RESOURCES / "sample" / "profile.json", load_catalogue())
    import_profile(workspace, replace(sample, profile=replace(sample.profile, extra={}), attachments={}), DAY)
    return _data(workspace)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> DocumentData:
    """Give the data of a supplier of whom fifteen facts are known."""
    path = tmp_path_factory.mktemp("few") / "profile.json"
    path.write_text(json.dumps({"format": "bidfolio-profile/1", "facts": FEW}))
    incoming: IncomingProfile = read_profile(path, load_catalogue())
    workspace = MemoryWorkspace()
    import_profile(workspace, incoming, DAY)
    return _data(workspace)


def _make(name: str, data: DocumentData, *, gaps: bool = False) -> Made:
    content, rendering = render_document(TEMPLATES / f"{name}.docx", data, gaps=gaps)
    assert content is not None, rendering
    return docx.Document(io.BytesIO(content)), rendering


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_files_are_what_the_script_builds(builder: ModuleType) -> None:
    for source in builder.sources():
        assert _parts((TEMPLATES / f"{source.name}.docx").read_bytes()) == _parts(builder.build(source)), source.name


def test_each_template_has_a_card_in_the_list_that_the_script_writes(builder: ModuleType) -> None:
    assert (TEMPLATES / "index.json").read_text("utf-8") == builder.index(tuple(builder.sources()))
    for name in NAMES:
        card = read_card(TEMPLATES / f"{name}.docx")
        assert card.title
        assert card.about.endswith(".")


def test_the_list_of_placeholders_is_what_the_script_writes(builder: ModuleType) -> None:
    written = builder.readme(tuple(builder.sources()))
    assert [page.read_text("utf-8") == written for page in builder.PAGES] == [True, True]


@pytest.mark.parametrize("name", NAMES)
def test_a_document_for_the_sample_supplier_lacks_nothing(name: str, full: DocumentData) -> None:
    document, rendering = _make(name, full)
    assert rendering.missing == ()
    _look_through(document)


@pytest.mark.parametrize("name", NAMES)
def test_a_document_for_a_firm_with_few_facts_has_no_hole(name: str, few: DocumentData) -> None:
    document, rendering = _make(name, few, gaps=True)
    assert set(rendering.missing) <= {"carbon.net_zero_year"}
    _look_through(document)


def _look_through(document: docx.document.Document) -> None:
    """Find no tag, no "None", no heading over nothing, and no row without its text but those to be signed."""
    text = "\n".join(_texts(document))
    assert not re.search(r"{[{%]|[%}]}|\[\]", text)
    assert "None" not in text.splitlines()
    level = 0
    for block in _blocks(document):
        found = HEADING.fullmatch(block)
        now = int(found[1] or 0) + 1 if found else 0
        assert not (now and level and now <= level), text
        level = now
    assert level == 0


def _texts(document: docx.document.Document) -> Iterator[str]:
    section = document.sections[0]
    for paragraph in (*document.paragraphs, *section.header.paragraphs, *section.footer.paragraphs):
        yield paragraph.text
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield cell.text


def _blocks(document: docx.document.Document) -> Iterator[str]:
    """Name each block that shows something by its style; a table is one."""
    for block in document.iter_inner_content():
        if isinstance(block, docx.table.Table):
            yield "Table"
        elif block.text.strip():
            yield str(block.style.name if block.style else "")


@pytest.mark.parametrize("name", ["cover-letter", "case-study", "evidence-index", "selection-questionnaire"])
def test_the_body_is_that_of_the_golden_file(
    name: str, full: DocumentData, golden: Callable[[str, bytes], None]
) -> None:
    content, _ = render_document(TEMPLATES / f"{name}.docx", full, gaps=False)
    assert content is not None
    body = etree.fromstring(_parts(content)["word/document.xml"])
    golden(f"{name}.xml", etree.tostring(body, pretty_print=True))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, bytes], None]:
    """Compare with a file of tests/golden, line by line; BIDFOLIO_WRITE_GOLDEN=1 writes them anew first."""

    def compare(name: str, content: bytes) -> None:
        if os.environ.get("BIDFOLIO_WRITE_GOLDEN"):
            (GOLDEN / name).write_bytes(content)
        assert content.decode().splitlines() == (GOLDEN / name).read_text("utf-8").splitlines()

    return compare
