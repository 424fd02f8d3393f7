"""Documents of our own, made from Word templates: what a template may ask for, and what came of a rendering."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.values import JsonObject

GAP = "[insert {label}]"
"""How a missing fact is marked in a document that was made with gaps: in words that the check knows as a leftover."""


@dataclass(frozen=True, slots=True)
class DocumentData:
    """Everything a template can see, as plain values."""

    values: JsonObject
    """Nested by the dots of the names: `{"supplier": {"legal_name": ...}}`. Null says that a fact does not apply."""
    labels: Mapping[str, str]
    """What each name is called in sentences; its keys are all the names there are."""


@dataclass(frozen=True, slots=True)
class TemplateUse:
    """What a template asks for."""

    names: tuple[str, ...]
    """The names it uses, in their order."""
    unknown: Mapping[str, str] = field(default_factory=dict)
    """Names that there are not, each with the nearest that there is, or nothing."""
    notices: tuple[str, ...] = ()
    """What was dropped of the template, one sentence each."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """What came of a rendering."""

    use: TemplateUse
    missing: tuple[str, ...]
    """Names the template printed or looped over, and nothing is known of."""
    used: tuple[str, ...] = ()
    """Names whose values stand in the document."""
    written: bool = False
    """Whether there is a document: not where facts are missing, unless gaps were allowed."""
