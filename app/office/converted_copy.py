"""A copy of a file in another kind, made by LibreOffice: it appears whole or not at all."""

import tempfile
from pathlib import Path

from app.domain.errors import FileUnwritable
from app.office.libreoffice import convert

_REMEDY = "Choose another folder, or close the file if a program has it open, and try again."


def convert_to(source: Path, ending: str, target: Path) -> None:
    """Write at `target` what LibreOffice makes of `source`, over what is there.

    Raises `OfficeMissing`, `ConversionFailed`, `FileUnwritable`.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=".converted-", dir=target.parent) as folder:
            convert(source, ending, Path(folder)).replace(target)
    except OSError as error:
        raise FileUnwritable(target, error.strerror or "the disk refused it", _REMEDY) from error
