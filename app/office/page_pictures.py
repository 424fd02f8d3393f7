"""Pictures of the pages of a file: as a PDF by LibreOffice, drawn by PDFium."""

import tempfile
from pathlib import Path
from typing import Any

from app.domain.errors import ConversionFailed
from app.office.libreoffice import convert

DOTS_PER_INCH = 96
MOST_PAGES = 200
_POINTS_PER_INCH = 72


def picture_pages(source: Path, folder: Path, stem: str) -> tuple[Path, ...]:
    """Draw each page as `STEM-001.png` in `folder`, at most `MOST_PAGES` of them.

    Raises `OfficeMissing` for a file that is no PDF where LibreOffice is not installed, and `ConversionFailed`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bidfolio-pages-") as name:
        return _draw(_as_pdf(source, Path(name)), folder, stem, source)


def count_pages(source: Path) -> int:
    """Count the pages a file prints on. Raises what `picture_pages` raises."""
    with tempfile.TemporaryDirectory(prefix="bidfolio-pages-") as name:
        document = _open(_as_pdf(source, Path(name)), source)
        try:
            return len(document)
        finally:
            document.close()


def _as_pdf(source: Path, folder: Path) -> Path:
    with source.open("rb") as file:
        return source if b"%PDF-" in file.read(1024) else convert(source, "pdf", folder)


def _draw(document: Path, folder: Path, stem: str, source: Path) -> tuple[Path, ...]:
    opened = _open(document, source)
    made = []
    try:
        for number in range(min(len(opened), MOST_PAGES)):
            page = opened[number]
            picture = folder / f"{stem}-{number + 1:03}.png"
            page.render(scale=DOTS_PER_INCH / _POINTS_PER_INCH).to_pil().save(picture)
            page.close()
            made.append(picture)
    finally:
        opened.close()
    return tuple(made)


def _open(document: Path, source: Path) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(document)
    except pypdfium2.PdfiumError as error:
        raise ConversionFailed(source, "could not be drawn") from error
