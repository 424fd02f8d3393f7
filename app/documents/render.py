"""A template and the data into a Word document. Runs in a child process: see `child.py`."""

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import TemplateError
from jinja2.exceptions import SecurityError

from app.documents.data import Ledger, Node
from app.documents.placeholders import compare_names, names_in
from app.documents.sandbox import Sandbox
from app.documents.template_file import CleanTemplate, open_template
from app.domain.documents import DocumentData, Rendering, TemplateUse
from app.domain.errors import TemplateRefused

_ITS_DATA = "A template sees the data of the bid alone: use the names that the list of placeholders shows."
_MEND = "Mend the tag in Word and try again."


def read_use(path: Path, data: DocumentData) -> TemplateUse:
    """Tell which names a template uses, without running it. Raises what `render_document` raises."""
    clean = open_template(path)
    return _use(path, clean, _template(clean), Sandbox(Ledger(data.labels)), data)


def render_document(path: Path, data: DocumentData, *, gaps: bool) -> tuple[bytes | None, Rendering]:
    """Render a template.

    Gives no document where the template uses unknown names, or where facts are missing and `gaps` is false. Raises
    `TemplateRefused` where a tag is wrong or reaches beyond the data, and what `open_template` raises.
    """
    clean = open_template(path)
    ledger = Ledger(data.labels)
    sandbox = Sandbox(ledger)
    template = _template(clean)
    use = _use(path, clean, template, sandbox, data)
    if use.unknown:
        return None, Rendering(use, ())
    try:
        template.render(Node("", data.values), sandbox, autoescape=True)
    except SecurityError as error:
        raise TemplateRefused(path, f"reaches beyond its data: {error.message}", _ITS_DATA) from error
    except (TemplateError, TypeError, ValueError, ArithmeticError) as error:
        raise TemplateRefused(path, f"cannot be rendered: {error}{_near(error)}", _MEND) from error
    rendering = Rendering(use, tuple(ledger.missing), tuple(ledger.used), not ledger.missing or gaps)
    if not rendering.written:
        return None, rendering
    out = io.BytesIO()
    template.save(out)
    return out.getvalue(), rendering


def _use(path: Path, clean: CleanTemplate, template: Any, sandbox: Sandbox, data: DocumentData) -> TemplateUse:
    names = names_in(path, _sources(template), sandbox)
    return compare_names(names, data.labels, clean.notices)


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
