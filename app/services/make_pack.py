"""Make the submission pack of a tender, and keep it as it was sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.domain.errors import BidNotReady, NameRuleUnknown, NotFound, PackFileTooLarge, TargetExists
from app.domain.packs import Pack, PackFile, PackRule, archive_names, named, parted
from app.domain.tenders import Tender
from app.domain.values import JsonValue
from app.services.check_bid import Checked, check_tender
from app.services.gather_pack import gather_pack
from app.services.ports import Ports, UnitOfWork, Workspace

PACKS = "packs"
"""Member of a tender's `extra`: the packs that were made, each with the attachments that hold its archives."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A pack that was made."""

    pack: Pack
    files: tuple[PackFile, ...]
    notices: tuple[str, ...]


def make_pack(
    workspace: Workspace,
    ports: Ports,
    tender: Tender,
    rule: PackRule,
    documents: Sequence[Path],
    *,
    out: Path,
    replace_it: bool = False,
    draft: bool = False,
    by: str = "",
) -> Packed:
    """Check the bid, gather and name its files, keep the archives with the tender and write them.

    `out` is the archive; where there are several each gets a number (`archive_names`). Raises `BidNotReady` where the
    check found what stops the bid and `draft` is false, `NameRuleUnknown`, `PackFileTooLarge`, `NothingToPack`, and
    `TargetExists` for any archive that is there already, unless `replace_it` says that it may go.
    """
    checked = check_tender(workspace, ports, tender, documents)
    if not checked.may_go and not draft:
        raise BidNotReady(tender.title, tuple(f"{one.where.name}: {one.why}" for one in checked.stopping))
    at = ports.now()
    with workspace.work(f"Pack {tender.title}", by) as unit:
        gathered = gather_pack(unit, ports, tender, checked.submission, documents)
        files = _named(gathered.files, rule, tender, checked, unit)
        archives = _archives(ports, files, rule.most_bytes, _about(tender, at, by, draft=draft))
        names = archive_names(out.name, len(archives))
        refuse_taken(out, names, replace_it=replace_it)
        kept = {name: unit.attachments.put(content) for name, content in zip(names, archives, strict=True)}
        pack = Pack(at, by, kept, len(files), draft)
        held = unit.tenders.get(tender.id)
        if held is None:
            raise NotFound("tender", tender.title)
        listed = [*_listed(held), _to_json(pack)]
        unit.tenders.replace(replace(held, extra={**held.extra, PACKS: listed}))
        write_archives(ports, out, dict(zip(names, archives, strict=True)))
    return Packed(pack, files, gathered.notices)


def refuse_taken(out: Path, names: Sequence[str], *, replace_it: bool) -> None:
    """Refuse before anything is written. Raises `TargetExists`."""
    taken = next((path for name in names if (path := out.with_name(name)).exists()), None)
    if taken is not None and not replace_it:
        raise TargetExists(taken)


def write_archives(ports: Ports, out: Path, archives: Mapping[str, bytes]) -> None:
    """Write archives beside each other by their names. Raises `FileUnwritable`."""
    for name, content in archives.items():
        ports.write_whole(out.with_name(name), content)


def packs_of(tender: Tender) -> tuple[Pack, ...]:
    """List the packs of a tender, the oldest first."""
    return tuple(_from_json(one) for one in _listed(tender))


def archives_of(unit: UnitOfWork, pack: Pack) -> Mapping[str, bytes]:
    """Give the archives of a pack exactly as they were made."""
    return {name: unit.attachments.read(digest) for name, digest in pack.archives.items()}


def _archives(
    ports: Ports, files: Sequence[PackFile], most: int | None, about: Mapping[str, object]
) -> tuple[bytes, ...]:
    """Part files into archives none of which is larger than the buyer takes, its index and records counted in."""
    room = most
    while True:
        parts = parted(files, room)
        archives = ports.pack_archives(parts, about)
        over = [(part, len(made) - most) for part, made in zip(parts, archives, strict=True) if most] if most else []
        part, excess = max(over, key=lambda one: one[1], default=((), 0))
        if room is None or most is None or excess <= 0:
            return archives
        if len(part) == 1:
            raise PackFileTooLarge(part[0].title, len(part[0].content), most)
        room -= excess


def _named(
    files: tuple[PackFile, ...], rule: PackRule, tender: Tender, checked: Checked, unit: UnitOfWork
) -> tuple[PackFile, ...]:
    day = checked.submission.dates.submission
    fact = unit.profile().fact_on("supplier.legal_name", day)
    words = {"reference": tender.reference, "supplier": str(fact.value) if fact and fact.value else ""}
    try:
        return named(files, rule, words)
    except (KeyError, ValueError) as error:
        raise NameRuleUnknown(rule.pattern) from error


def _about(tender: Tender, at: datetime, by: str, *, draft: bool) -> Mapping[str, object]:
    about: dict[str, object] = {"tender": tender.title, "buyer": tender.buyer, "reference": tender.reference}
    return {**about, "made": at.isoformat(timespec="seconds"), "by": by, "draft": draft}


def _listed(tender: Tender) -> list[JsonValue]:
    held = tender.extra.get(PACKS)
    return list(held) if isinstance(held, (list, tuple)) else []


def _to_json(pack: Pack) -> Mapping[str, JsonValue]:
    return {
        "at": pack.at.isoformat(),
        "by": pack.by,
        "archives": dict(pack.archives),
        "files": pack.files,
        "draft": pack.is_draft,
    }


def _from_json(one: JsonValue) -> Pack:
    if not isinstance(one, Mapping) or not isinstance(one["archives"], Mapping):
        raise TypeError("a pack of a tender is an object with its archives")
    archives = {str(name): str(digest) for name, digest in one["archives"].items()}
    files = one["files"]
    return Pack(
        datetime.fromisoformat(str(one["at"])),
        str(one["by"]),
        archives,
        files if isinstance(files, int) else 0,
        one["draft"] is True,
    )
