"""Take tenders from notices: each procurement once, however often its notice is imported."""

import hashlib
import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from app.domain.incoming import IncomingNotice, IncomingNotices, Taken
from app.domain.tenders import Tender, TenderFile
from app.domain.values import JsonValue
from app.services.ports import UnitOfWork, Workspace

NOTICE = "notice"
"""The member of `Tender.extra` that keeps what the notice said."""
SAID = "said"
_MEMBERS = ("title", "buyer", "reference", "lots", "regime", "submission", "award", "start")


def import_notices(workspace: Workspace, incoming: IncomingNotices, at: datetime, by: str = "") -> Taken:
    """Add a tender for each new procurement and update those known by the same OCID, in one deed.

    A member that the notice states as it did before stays as the tender has it, so a correction by hand is
    kept; what the notice now states otherwise replaces it. What a notice asks is kept as a file of the tender.
    """
    taken = Taken()
    with workspace.work(f"Import {incoming.path.name}", by) as work:
        known = {_ocid(tender): tender for tender in work.tenders.all() if _ocid(tender)}
        for notice in incoming.notices:
            taken += _take(work, notice, known.get(_ocid(notice.tender)), at)
    return taken


def _take(work: UnitOfWork, notice: IncomingNotice, kept: Tender | None, at: datetime) -> Taken:
    if kept is None:
        _keep_file(work, work.tenders.add(notice.tender), notice, at)
        return Taken(added=1)
    newer = _updated(kept, notice.tender)
    added = _keep_file(work, kept, notice, at)
    if newer == kept:
        return Taken(changed=1) if added else Taken(unchanged=1)
    work.tenders.replace(newer)
    return Taken(changed=1)


def _updated(kept: Tender, stated: Tender) -> Tender:
    """Lay a newer notice over a tender; one that is older than what the tender rests on changes nothing."""
    if str(_notice(stated).get("date") or "") < str(_notice(kept).get("date") or ""):
        return kept
    before, now = _said(kept), _said(stated)
    changed = [name for name in _MEMBERS if now.get(name) and now[name] != before.get(name)]
    members = {name: getattr(stated, name) for name in changed}
    said = {**before, **{name: value for name, value in now.items() if value}}
    notice: Mapping[str, JsonValue] = {**_notice(kept), **_notice(stated), SAID: said}
    return replace(kept, **members, extra={**kept.extra, NOTICE: notice})


def _keep_file(work: UnitOfWork, tender: Tender, notice: IncomingNotice, at: datetime) -> bool:
    """Keep what a notice asks beside the buyer's other files, and tell whether that is new.

    It takes the place of what an earlier notice asked, unless something of that was answered already.
    """
    digest = hashlib.sha256(notice.content).hexdigest()
    if not notice.content or work.tender_files.where(tender_id=tender.id, digest=digest):
        return False
    work.attachments.put(notice.content)
    name = f"Notice {_ocid(notice.tender)}.json"
    for earlier in work.tender_files.where(tender_id=tender.id, name=name):
        if not work.responses.where(tender_id=tender.id, file_digest=earlier.digest):
            work.tender_files.remove(earlier.id)
    work.tender_files.add(TenderFile(str(uuid.uuid4()), tender.id, name, digest, kind="json", added_at=at))
    return True


def _notice(tender: Tender) -> Mapping[str, JsonValue]:
    kept = tender.extra.get(NOTICE)
    return kept if isinstance(kept, Mapping) else {}


def _said(tender: Tender) -> Mapping[str, JsonValue]:
    said = _notice(tender).get(SAID)
    return said if isinstance(said, Mapping) else {}


def _ocid(tender: Tender) -> str:
    return str(_notice(tender).get("ocid") or "")
