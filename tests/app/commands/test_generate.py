"""`bidfolio generate`: documents from templates, in a real child process."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from app.bootstrap import build_ports
from app.documents import child
from app.domain.documents import DocumentData
from app.domain.errors import RenderingFailed
from app.services.keep_documents import documents_of
from app.wording import sentence
from tests.app.commands.conftest import Run

Write = Callable[..., Path]
_BREAK = "def broken(*_given, **_how):\n    "
_RUN = "room.render_document = broken\nfrom app.__main__ import main\nsys.exit(main())\n"


def _template(tmp_path: Path, *paragraphs: str) -> Path:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    path = tmp_path / "letter.docx"
    document.save(str(path))
    return path


def _lines(path: Path) -> list[str]:
    return [one.text for one in docx.Document(str(path)).paragraphs]


@pytest.fixture
def firm(workspace: Path, bidfolio: Run, write_profile: Write) -> Path:
    names = [{"value": "Willow Ltd", "until": "2026-12-31"}, {"value": "Willowbrook Ltd", "from": "2027-01-01"}]
    bidfolio("import", "profile", write_profile({"facts": {"supplier.legal_name": names}}), "-w", workspace)
    bidfolio("tender", "new", "Paths", "-w", workspace, "--buyer", "Example Council", "--submission", "2027-02-01")
    return workspace


def test_a_document_is_made_for_a_tender_with_the_facts_of_its_day(tmp_path: Path, firm: Path, bidfolio: Run) -> None:
    letter = _template(tmp_path, "{{ supplier.legal_name }} to {{ tender.buyer }}, {{ tender.submission }}")
    done = bidfolio("generate", letter, "-w", firm, "--out", tmp_path / "out.docx", "--tender", "Paths")
    assert done.status == 0
    assert _lines(tmp_path / "out.docx") == ["Willowbrook Ltd to Example Council, 1 February 2027"]


def test_missing_facts_stop_it_and_gaps_are_marked(tmp_path: Path, firm: Path, bidfolio: Run) -> None:
    letter = _template(tmp_path, "{{ supplier.vat_number }} {{ tender.title }}")
    out = tmp_path / "out.docx"
    done = bidfolio("generate", letter, "-w", firm, "--out", out)
    assert done.status == 1
    assert "VAT number; Tender: title" in done.err
    assert done.err.count("\n") == 1
    assert not out.exists()
    done = bidfolio("generate", letter, "-w", firm, "--out", out, "--gaps")
    assert done.status == 1
    assert _lines(out) == ["[insert VAT number] [insert Tender: title]"]


def test_the_check_finds_the_gaps_of_a_made_document(tmp_path: Path, firm: Path, bidfolio: Run) -> None:
    letter = _template(tmp_path, "We are {{ supplier.legal_name }}, VAT {{ supplier.vat_number }}. [insert your aim]")
    out = tmp_path / "out.docx"
    bidfolio("generate", letter, "-w", firm, "--out", out, "--gaps")
    shown = bidfolio("check", out, "-w", firm, "--json")
    assert shown.status == 1
    found = [one["why"] for one in json.loads(shown.out)["findings"] if one["check"] == "leftover"]
    assert found == ["“[insert VAT number]” stands in the document.", "“[insert your aim]” stands in the document."]


def test_a_target_is_not_written_over_unless_told_so(tmp_path: Path, firm: Path, bidfolio: Run) -> None:
    letter = _template(tmp_path, "{{ supplier.legal_name }}")
    assert bidfolio("generate", letter, "-w", firm, "--out", letter, "--replace").status == 2
    (tmp_path / "out.docx").write_text("mine")
    assert bidfolio("generate", letter, "-w", firm, "--out", tmp_path / "out.docx").status == 2
    assert (tmp_path / "out.docx").read_text() == "mine"
    assert bidfolio("generate", letter, "-w", firm, "--out", tmp_path / "out.docx", "--replace").status == 0


def test_a_template_that_is_not_there_is_wrong_usage(tmp_path: Path, firm: Path, bidfolio: Run) -> None:
    assert bidfolio("generate", "poem", "-w", firm, "--out", tmp_path / "out.docx").status == 2


_TIME = "was not rendered within 5 seconds" if sys.platform == "win32" else "used more than 3 seconds of processor time"
_NO_LIMIT = pytest.mark.skipif(sys.platform != "linux", reason="the system limits no memory")


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ 9 ** (9 ** 9) }}", _TIME),
        ("{% for a in range(99999) %}{% for b in range(99999) %}{% if b %}{% endif %}{% endfor %}{% endfor %}", _TIME),
        pytest.param("{{ 'x' * 10 ** 10 }}", "used more than 1,024 MiB of memory", marks=_NO_LIMIT),
    ],
)
def test_a_hostile_template_is_stopped_at_the_limit_it_reached(
    tmp_path: Path, firm: Path, bidfolio: Run, tag: str, said: str
) -> None:
    letter = _template(tmp_path, tag)
    done = bidfolio("generate", letter, "-w", firm, "--out", tmp_path / "out.docx")
    assert done.status == 3
    assert f"letter.docx {said} and was stopped. Nothing was written." in done.err
    assert not (tmp_path / "out.docx").exists()


def test_a_document_made_for_a_tender_is_kept_with_what_it_used(tmp_path: Path, firm: Path, bidfolio: Run) -> None:
    letter = _template(tmp_path, "{{ supplier.legal_name }}")
    out = tmp_path / "out.docx"
    for _ in range(2):
        bidfolio("generate", letter, "-w", firm, "--out", out, "--tender", "Paths", "--replace")
    opened = build_ports().workspaces.open(firm, "a long test passphrase")
    with opened.work("Look") as unit:
        (made,) = documents_of(unit.tenders.all()[0])
    opened.close()
    assert (made.template, made.out, list(made.values)) == ("letter.docx", str(out), ["supplier.legal_name"])


def test_what_a_template_would_make_is_told_before(tmp_path: Path, firm: Path, bidfolio: Run) -> None:
    letter = _template(tmp_path, "{{ supplier.legal_name }} {{ supplier.vat_number }} {{ supplier.legal_nam }}")
    told = json.loads(bidfolio("template", letter, "-w", firm).out)
    assert told["unknown"] == {"supplier.legal_nam": "supplier.legal_name"}
    assert {one["name"]: one["said"] for one in told["uses"]} == {
        "supplier.legal_name": "Willow Ltd",
        "supplier.vat_number": "",
    }
    known = _template(tmp_path, "{{ supplier.legal_name }} {{ supplier.vat_number }}")
    assert [one["label"] for one in json.loads(bidfolio("template", known, "-w", firm).out)["missing"]] == [
        "VAT number"
    ]


def test_a_wrong_tag_is_told_with_its_paragraph(tmp_path: Path, firm: Path, bidfolio: Run) -> None:
    letter = _template(tmp_path, "Our name is {{ supplier.legal_name|rot13 }}")
    done = bidfolio("generate", letter, "-w", firm, "--out", tmp_path / "out.docx")
    assert done.status == 3
    assert "rot13" in done.err
    assert "stopped" not in done.err


@pytest.mark.skipif(sys.platform == "win32", reason="a program of Python is no program there")
@pytest.mark.parametrize(
    ("ends", "said"),
    [
        ("raise AttributeError('the answer')", "AttributeError, app/commands/render.py"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "signal 11"),
        ("import os; os._exit(9)", "status 9"),
    ],
)
def test_a_defect_of_ours_is_called_one_and_names_its_place_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ends: str, said: str
) -> None:
    program = tmp_path / "broken.py"
    program.write_text(f"import sys, app.documents.render as room\n{_BREAK}{ends}\n{_RUN}")
    monkeypatch.setattr(child, "own_program", lambda: (sys.executable, str(program)))
    with pytest.raises(RenderingFailed) as failed:
        child.render_in_child(_template(tmp_path, "Our name"), DocumentData({}, {}), gaps=False)
    words = sentence(failed.value)
    assert f"because of a defect of Bidfolio ({said}" in words
    assert "the answer" not in words


def test_the_check_of_a_tender_looks_through_what_was_made_for_it(tmp_path: Path, firm: Path, bidfolio: Run) -> None:
    letter = _template(tmp_path, "We are {{ supplier.legal_name }}, VAT {{ supplier.vat_number }}.")
    made = ("generate", letter, "-w", firm, "--out", tmp_path / "out.docx", "--tender", "Paths")
    bidfolio(*made, "--gaps")
    findings = bidfolio("check", "Paths", "-w", firm, "--json").json["findings"]
    assert [one["where"]["name"] for one in findings if "insert VAT number" in one["why"]] == ["out.docx"]
    (tmp_path / "out.docx").unlink()
    assert not any(
        "VAT number" in one["why"] for one in bidfolio("check", "Paths", "-w", firm, "--json").json["findings"]
    )
