"""Make a document of a template: never blank where a fact is missing, and never over what is there."""

from pathlib import Path

from app.domain.documents import DocumentData, Rendering, TemplateLook, named_values
from app.domain.errors import FactsMissing, NamesUnknown, TargetExists, TargetIsSource
from app.services.ports import RenderDocument, WriteWhole


def generate_document(
    template: Path, data: DocumentData, out: Path, render: RenderDocument, write: WriteWhole, *, gaps: bool
) -> Rendering:
    """Render a template and write the document.

    Raises `NamesUnknown` for names that there are not, `FactsMissing` where facts are missing and `gaps` is false:
    nothing is written then. What `render` and `write` raise comes through.
    """
    content, rendering = render(template, data, gaps)
    if rendering.use.unknown:
        raise NamesUnknown(template, rendering.use.unknown)
    if content is None:
        raise FactsMissing(template, tuple(data.labels.get(name) or name for name in rendering.missing))
    write(out, content)
    return rendering


def look_at_template(template: Path, data: DocumentData, render: RenderDocument) -> TemplateLook:
    """Tell what a template uses, what of it is missing and which names there are not; nothing is written."""
    _content, rendering = render(template, data, True)  # noqa: FBT003  a port takes no keywords
    use = rendering.use
    uses = named_values(data, [name for name in use.names if name not in use.unknown])
    return TemplateLook(uses, named_values(data, rendering.missing), use.unknown, use.notices)


def check_document_target(template: Path, out: Path, *, may_replace: bool) -> None:
    """Refuse a target that is the template itself or exists. Raises `TargetIsSource`, `TargetExists`."""
    if out.exists() and template.exists() and out.samefile(template):
        raise TargetIsSource(out)
    if out.exists() and not may_replace:
        raise TargetExists(out)
