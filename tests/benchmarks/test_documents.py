"""A long document from a template, beside docxtpl alone: what the sandbox and the look through the names cost.

`make bench` prints the figures. Both run in this process: a child process takes its start on top.
"""

import io
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docxtpl import DocxTemplate

from app.documents.render import render_document
from app.domain.documents import DocumentData

pytestmark = pytest.mark.bench

MOST = 1.5
"""How many times docxtpl alone we may take."""
RUNS = 9
QUESTIONS, ROWS = 80, 40
ANSWER = "We name one person who answers for this work, and we report on it each month. " * 16
"""Two answers of this length fill a page: forty pages in all."""
VALUES = {
    "responses": [{"question": f"Question {number}", "answer": ANSWER} for number in range(QUESTIONS)],
    "evidence": [{"title": f"Certificate {row}", "issuer": "Example body", "number": str(row)} for row in range(ROWS)],
}
DATA = DocumentData(VALUES, {"responses": "Answers", "evidence": "Evidence"})  # type: ignore[arg-type]


@pytest.fixture
def template(tmp_path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("{%p for one in responses %}")
    document.add_heading("{{ one.question }}", 2)
    document.add_paragraph("{{ one.answer }}")
    document.add_paragraph("{%p endfor %}")
    table = document.add_table(3, 3)
    table.cell(0, 0).text = "{%tr for one in evidence %}"
    for column, member in enumerate(("title", "issuer", "number")):
        table.cell(1, column).text = f"{{{{ one.{member} }}}}"
    table.cell(2, 0).text = "{%tr endfor %}"
    path = tmp_path / "template.docx"
    document.save(str(path))
    return path


def _alone(path: Path) -> bytes:
    template, out = DocxTemplate(str(path)), io.BytesIO()
    template.render(VALUES, autoescape=True)
    template.save(out)
    return out.getvalue()


def _ours(path: Path) -> bytes:
    content, _ = render_document(path, DATA, gaps=False)
    assert content is not None
    return content


def _seconds(make: Callable[[Path], bytes], path: Path) -> float:
    started = time.process_time()
    make(path)
    return time.process_time() - started


def test_a_document_of_forty_pages_beside_docxtpl_alone(template: Path) -> None:
    lines = [[one.text for one in docx.Document(io.BytesIO(make(template))).paragraphs] for make in (_ours, _alone)]
    assert lines[0] == lines[1]
    pairs = [(_seconds(_ours, template), _seconds(_alone, template)) for _ in range(RUNS)]
    ours, alone = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"\nours {ours * 1000:.0f} ms, docxtpl alone {alone * 1000:.0f} ms, ratio {ours / alone:.2f}")
    assert ours / alone <= MOST
