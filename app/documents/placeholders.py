"""Which names a template uses, found in its tags without running them."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from app.documents.sandbox import Sandbox
from app.domain.documents import TemplateUse
from app.domain.errors import TemplateRefused

_REACHING = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
_NO_REACHING = "Take the tags with include, import or extends out of it."
_OF_JINJA = frozenset(("loop", "range", "namespace", "self", "true", "false", "none", "True", "False", "None"))
_ENTRY = "[]"
_LIKE_ENOUGH = 0.6


def names_in(path: Path, sources: Mapping[str, str], sandbox: Sandbox) -> tuple[str, ...]:
    """List the dotted names a template reads from the data, each once.

    `sources` are its parts as Jinja reads them, one paragraph to a line. Raises `TemplateRefused` for a tag that is
    wrong or reaches for another template, with the paragraph it stands in.
    """
    found: dict[str, None] = {}
    for source in sources.values():
        try:
            tree = sandbox.parse(source)
        except TemplateSyntaxError as error:
            raise TemplateRefused(path, f"{_where(source, error.lineno)}: {error.message}", "Mend the tag.") from error
        reaching = next((one for one in tree.find_all(_REACHING)), None)
        if reaching is not None:
            raise TemplateRefused(path, f"{_where(source, reaching.lineno)} reaches for another file", _NO_REACHING)
        own = _own_names(tree)
        found |= {name: None for name in _read(tree) if name.partition(".")[0] not in own | _OF_JINJA}
    return tuple(found)


def compare_names(names: tuple[str, ...], labels: Mapping[str, str], notices: tuple[str, ...]) -> TemplateUse:
    """Tell the names that there are from those that there are not."""
    known = set(labels)
    groups = {name[:at] for name in known for at, letter in enumerate(name) if letter == "."}
    unknown = {name: _nearest(name, known) for name in names if name not in known | groups}
    return TemplateUse(names, unknown, notices)


def _nearest(name: str, known: set[str]) -> str:
    return next(iter(get_close_matches(name, known, 1, _LIKE_ENOUGH)), "")


def _read(tree: nodes.Node) -> Iterator[str]:
    """List the longest dotted name at each place."""
    inner = {id(getattr(one, "node", None)) for one in tree.find_all((nodes.Getattr, nodes.Getitem))}
    for one in tree.find_all((nodes.Name, nodes.Getattr, nodes.Getitem)):
        if id(one) not in inner and (name := _dotted(one)):
            yield name.removesuffix(_ENTRY)


def _dotted(node: Any) -> str:
    match node:
        case nodes.Name(ctx="load"):
            return str(node.name)
        case nodes.Getattr():
            return _member(_dotted(node.node), node.attr)
        case nodes.Getitem(arg=nodes.Const(value=str(member))):
            return _member(_dotted(node.node), member)
        case nodes.Getitem():
            return _dotted(node.node).removesuffix(_ENTRY) + _ENTRY
        case _:
            return ""


def _member(name: str, member: str) -> str:
    """Go one step further; the members of a list's entries are not names of the data."""
    return name if not name or name.endswith(_ENTRY) else f"{name}.{member}"


def _own_names(tree: nodes.Node) -> frozenset[str]:
    """List the names the template gives itself: those of loops, of set and of macros."""
    named = {one.name for one in tree.find_all(nodes.Name) if one.ctx in ("store", "param")}
    return frozenset(named | {one.name for one in tree.find_all(nodes.Macro)})


def _where(source: str, line: int) -> str:
    """Name a paragraph by its words."""
    lines = source.splitlines()
    words = " ".join(re.sub(r"<[^>]+>", " ", lines[line - 1] if 0 < line <= len(lines) else "").split())
    return f"the paragraph “{words[:80]}”" if words else "a paragraph without words"
