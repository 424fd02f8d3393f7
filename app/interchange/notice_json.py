"""Notices (OCDS 1.1 and its extensions for lots, the European Union and the United Kingdom) into tenders."""

import json
import uuid
from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path

from app.domain.incoming import IncomingNotice, IncomingNotices
from app.domain.tenders import Regime, Tender
from app.domain.values import JsonObject, JsonValue
from app.interchange.notice_json_lots import criteria_of, lot_names, lots_of, money_of
from app.packages.ocds import Process, member, objects_at, read_processes, selection_criteria, text_at

NOON = time(12)
"""The usual deadline, where only its day is given."""
MOST_DESCRIPTION = 4_000
_SCOTTISH = "ocds-r6ebe6"
"""Prefix of Public Contracts Scotland in the register of OCDS publishers."""
_ACT_BEGAN = date(2025, 2, 24)
"""Procurement Act 2023 (Commencement No. 3) Regulations 2024: what began earlier runs on under the older law."""
_REGULATIONS_BEGAN = date(2015, 2, 26)
_ACT, _DIRECTIVE, _REGULATIONS = "2023/54", "32014L0024", "2015/102"
_MOMENTS = {
    "enquiries": ("enquiryPeriod", "endDate"),
    "interest": ("expressionOfInterestDeadline",),
    "submission": ("tenderPeriod", "endDate"),
    "opening": ("bidOpening", "date"),
    "award": ("awardPeriod", "endDate"),
    "tenders_valid_until": ("submissionTerms", "bidValidityPeriod", "endDate"),
}
"""The deadlines of a notice and where each stands in `tender`."""


def read_notices(path: Path) -> IncomingNotices:
    """Read the tenders that a release, a package or a record package announces.

    Raises `FileMissing`, `FileUnreadable`; `KindUnsupported` where the JSON is no notice.
    """
    return IncomingNotices(path, tuple(map(_notice, read_processes(path))))


def _notice(process: Process) -> IncomingNotice:
    release = process.release
    tender = _tender(process)
    asks = selection_criteria(release)
    content = json.dumps(release, sort_keys=True, indent=1).encode() if asks else b""
    return IncomingNotice(tender, content)


def _tender(process: Process) -> Tender:
    release = process.release
    regime, days = _regime(release), _days(release)
    said: dict[str, JsonValue] = {
        "title": _one_line(text_at(release, "tender", "title")) or process.ocid,
        "buyer": _buyer(release),
        "reference": _reference(process),
        "lots": list(lot_names(release)),
        "regime": str(regime),
        **{name: _as_text(moment) for name, moment in days.items()},
    }
    notice: dict[str, JsonValue] = {
        "ocid": process.ocid,
        "said": {name: value for name, value in said.items() if value},
        **_more(release),
    }
    return Tender(
        str(uuid.uuid4()),
        title=str(said["title"]),
        buyer=str(said["buyer"]),
        reference=str(said["reference"]),
        lots=lot_names(release),
        regime=regime,
        submission=days["submission"],
        award=days["award"] and days["award"].date(),
        start=days["start"] and days["start"].date(),
        extra={"notice": notice},
    )


def _more(release: JsonObject) -> dict[str, JsonValue]:
    """Give what a tender has no member for, without what the notice leaves open."""
    tender = member(release, "tender")
    found: dict[str, JsonValue] = {
        "id": text_at(release, "id"),
        "date": text_at(release, "date"),
        "description": text_at(tender, "description")[:MOST_DESCRIPTION],
        "status": text_at(tender, "status"),
        "procedure": text_at(tender, "procurementMethodDetails"),
        "value": money_of(member(tender, "value")),
        "deadlines": {name: text for name, way in _MOMENTS.items() if (text := text_at(tender, *way))},
        "criteria": list(criteria_of(tender)),
        "selection": [
            {"type": one.kind, "text": one.text, **({"minimum": one.minimum} if one.minimum else {})}
            for one in selection_criteria(release)
        ],
        "lots": list(lots_of(release)),
        "documents": [url for one in objects_at(tender, "documents") if (url := text_at(one, "url"))],
        "submission_method": text_at(tender, "submissionMethodDetails"),
    }
    return {name: value for name, value in found.items() if value}


def _buyer(release: JsonObject) -> str:
    named = text_at(release, "buyer", "name") or text_at(release, "tender", "procuringEntity", "name")
    parties = objects_at(release, "parties")
    buying = (text_at(one, "name") for one in parties if "buyer" in _texts(member(one, "roles")))
    return _one_line(named or next(buying, ""))


def _reference(process: Process) -> str:
    """Give the buyer's own reference; one that is made from the identifier of the process gives way to that."""
    own = _one_line(text_at(process.release, "tender", "id"))
    return process.ocid if not own or own.startswith("ocds-") else own


def _regime(release: JsonObject) -> Regime:
    """Tell the law from what the notice names as its legal basis, else from the first day it speaks of."""
    basis, ocid = text_at(release, "tender", "legalBasis", "id"), text_at(release, "ocid")
    days = map(_moment, (text_at(release, "date"), text_at(release, "tender", *_MOMENTS["submission"])))
    day = min(filter(None, days), default=None)
    if basis == _ACT:
        return Regime.PROCUREMENT_ACT_2023
    if ocid.startswith(_SCOTTISH):
        return Regime.SCOTLAND
    if basis in (_DIRECTIVE, _REGULATIONS):
        return Regime.PUBLIC_CONTRACTS_REGULATIONS_2015
    if basis or day is None or day.date() < _REGULATIONS_BEGAN:
        return Regime.OTHER
    older = day.date() < _ACT_BEGAN
    return Regime.PUBLIC_CONTRACTS_REGULATIONS_2015 if older else Regime.PROCUREMENT_ACT_2023


def _days(release: JsonObject) -> Mapping[str, datetime | None]:
    """Give the day of submission, of the award and of the start of the contract."""
    tender = member(release, "tender")
    places = (tender, *objects_at(tender, "lots"), *objects_at(release, "awards"))
    starts = [_moment(text_at(one, "contractPeriod", "startDate")) for one in places]
    due = text_at(tender, *_MOMENTS["submission"]) or text_at(tender, *_MOMENTS["interest"])
    return {
        "submission": _moment(due),
        "award": _moment(text_at(tender, *_MOMENTS["award"])),
        "start": min((one for one in starts if one), default=None),
    }


def _moment(text: str) -> datetime | None:
    """Read a time as the clock of the place shows it.

    Sites write local time, some of them with a "Z" behind it: the hour is taken as it is written, which in summer
    is at most an hour too early and never too late.
    """
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return None
    return datetime.combine(read, NOON) if len(text) == len("2026-12-01") else read.replace(tzinfo=None)


def _as_text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _texts(value: JsonValue) -> tuple[str, ...]:
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()
