"""Read a file of a kind that cannot be read, by way of a copy in one that can."""

from pathlib import Path

from app.domain.errors import FileUnwritable, KindUnsupported, NothingToConvert, TargetExists, TargetIsSource
from app.domain.questionnaire import Questionnaire
from app.services.ports import Ports


def read_converted(ports: Ports, source: Path, target: Path, *, replace: bool = False) -> Questionnaire:
    """Write a copy of `source` at `target`, as Word or Excel documents are today, and read that.

    The answers are later filled into the copy; `source` stays as it is. Raises `NothingToConvert` where it can be
    read itself, `TargetExists`, `TargetIsSource`, what converting raises and what reading raises.
    """
    ending = _ending(ports, source)
    if target.exists() and target.samefile(source):
        raise TargetIsSource(target)
    if target.exists() and not replace:
        raise TargetExists(target)
    if target.suffix.lower() != f".{ending}":
        raise FileUnwritable(target, f"the copy will be of the kind .{ending}", f"Give it a name ending in .{ending}.")
    ports.convert(source, ending, target)
    return ports.read(target)


def _ending(ports: Ports, source: Path) -> str:
    """Tell what the file can be converted to. Raises why it cannot be read where it can be converted to nothing."""
    try:
        ports.read(source)
    except KindUnsupported as error:
        if error.converts_to:
            return error.converts_to
        raise
    raise NothingToConvert(source)
