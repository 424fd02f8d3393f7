"""Keep with a tender which documents were made for it, and of which facts."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from app.domain.documents import MadeDocument
from app.domain.tenders import Tender
from app.domain.values import JsonObject, JsonValue
from app.services.ports import Workspace

DOCUMENTS = "documents_made"
"""Member of a tender's `extra`: the documents that were made for it, the oldest first."""
MOST_KEPT = 200


def keep_document(workspace: Workspace, tender_id: str, made: MadeDocument) -> Tender | None:
    """Keep that a document was made; one made before at the same place gives way. None where the tender is gone."""
    with workspace.work(f"Make {made.template}", made.by) as unit:
        tender = unit.tenders.get(tender_id)
        if tender is None:
            return None
        others = [one for one in documents_of(tender) if one.out != made.out]
        listed: JsonValue = [_to_json(one) for one in (*others, made)][-MOST_KEPT:]
        return unit.tenders.replace(replace(tender, extra={**tender.extra, DOCUMENTS: listed}))


def documents_of(tender: Tender) -> tuple[MadeDocument, ...]:
    """List the documents that were made for a tender, the oldest first."""
    held = tender.extra.get(DOCUMENTS)
    listed = held if isinstance(held, (list, tuple)) else ()
    return tuple(_from_json(one) for one in listed if isinstance(one, Mapping))


def _to_json(made: MadeDocument) -> JsonObject:
    return {
        "template": made.template,
        "out": made.out,
        "at": made.at.isoformat(),
        "by": made.by,
        "values": dict(made.values),
    }


def _from_json(kept: JsonObject) -> MadeDocument:
    values = kept.get("values")
    return MadeDocument(
        str(kept["template"]),
        str(kept["out"]),
        datetime.fromisoformat(str(kept["at"])),
        str(kept["by"]),
        {str(name): str(value) for name, value in values.items()} if isinstance(values, Mapping) else {},
    )
