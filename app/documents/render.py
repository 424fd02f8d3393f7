"""A template and the data into a Word document. Runs in a child process: see `child.py`."""

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jinja2 import TemplateError
from jinja2.exceptions import SecurityError

from app.documents.data import Ledger, Node
from app.documents.placeholders import compare_names, names_in
from app.documents.sandbox import Sandbox
from app.documents.template_file import CleanTemplate, open_template
from app.domain.documents import DocumentData, Rendering
from app.domain.errors import TemplateRefused

_ITS_DATA = "A template sees the data of the bid alone: use the names that the list of placeholders shows."
_MEND = "Mend the tag in Word and try again."


def render_document(path: Path, data: DocumentData, *, gaps: bool) -> tuple[bytes | None, Rendering]:
    """Render a template.

    Gives no document where the template uses unknown names, or where facts are missing and `gaps` is false. Raises
    `TemplateRefused` where a tag is wrong or reaches beyond the data, and what `open_template` raises.
    """
    clean = open_template(path)
    ledger = Ledger(data.labels)
    sandbox = Sandbox(ledger)
    template = _template(clean)
    with _faults_of_the_template(path):
        use = compare_names(names_in(path, _sources(template), sandbox), data.labels, clean.notices)
        if use.unknown:
            return None, Rendering(use)
        template.render(Node("", data.values), sandbox, autoescape=True)
    rendering = Rendering(use, tuple(ledger.missing), not ledger.missing or gaps)
    if not rendering.written:
        return None, rendering
    out = io.BytesIO()
    template.save(out)
    return out.getvalue(), rendering


@contextmanager
def _faults_of_the_template(path: Path) -> Iterator[None]:
    """Refuse what a template brings about by its tags; an error of another type is a defect of ours."""
    try:
        yield
    except SecurityError as error:
        raise TemplateRefused(path, f"reaches beyond its data: {error.message}", _ITS_DATA) from error
    except RecursionError as error:
        raise TemplateRefused(path, "cannot be rendered: its tags stand too deep in each other", _MEND) from error
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, SyntaxError) as error:
        raise TemplateRefused(path, f"cannot be rendered: {error}{_near(error)}", _MEND) from error


def _template(clean: CleanTemplate) -> Any:
    from docxtpl import DocxTemplate

    class Template(DocxTemplate):  # type: ignore[misc]
        """Escapes the properties of the document once, not twice."""

        def render_properties(self, context: Mapping[str, Any], jinja_env: Any = None) -> None:
            super().render_properties(context, jinja_env.overlay(autoescape=False))

    return Template(io.BytesIO(clean.content))


def _near(error: Exception) -> str:
    lines = [line.strip() for line in getattr(error, "docx_context", ()) if line.strip()]
    return f", near “{' '.join(lines)[:80]}”" if lines else ""


def _sources(template: Any) -> Mapping[str, str]:
    """Give each part that may hold tags as Jinja reads it, one paragraph to a line."""
    template.init_docx()
    parts = {"body": template.get_xml()}
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        parts |= {relation: template.get_part_xml(part) for relation, part in template.get_headers_footers(uri)}
    return {name: _by_paragraph(template.patch_xml(xml)) for name, xml in parts.items()}


def _by_paragraph(xml: str) -> str:
    return xml.replace("<w:p ", "\n<w:p ").replace("<w:p>", "\n<w:p>")
