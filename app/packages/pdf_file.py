"""A PDF opened within bounds: its pages' words and its form's fields, each read when it is asked for."""

import logging
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from app.domain.errors import FileMissing, FileUnreadable
from app.packages.pdf_fields import PdfField, read_fields
from app.packages.pdf_text import Line, Word, lines_of, read_words

MOST_PAGES = 1_500
_DAMAGED = "Ask the buyer for the file again, or open it in its own program and save a copy."
_UNLOCK = "Open it, save a copy without one and use that."


class PdfFile:
    """An open PDF. Use it as a context."""

    def __init__(self, path: Path) -> None:
        """Open the file.

        Raises `FileMissing`; `FileUnreadable` where it is damaged, asks for a password or is out of bounds.
        """
        self.path = path
        if not path.is_file():
            raise FileMissing(path)
        self._document = _open(path)
        self.page_count = len(self._document)
        if self.page_count > MOST_PAGES:
            self._document.close()
            raise FileUnreadable(path, "has too many pages to be read", "Use only the pages that hold the questions.")

    def __enter__(self) -> "PdfFile":
        return self

    def __exit__(self, *_: object) -> None:
        self._document.close()

    def words(self, page: int) -> tuple[Word, ...]:
        """Read the words of a page, counted from 0. Raises `FileUnreadable` where the page is damaged."""
        import pypdfium2

        try:
            opened = self._document[page]
            try:
                return read_words(opened)
            finally:
                opened.close()
        except pypdfium2.PdfiumError as error:
            raise FileUnreadable(self.path, "is damaged: a page cannot be read", _DAMAGED) from error

    def lines(self, page: int) -> tuple[Line, ...]:
        """Read the lines of a page from the top down."""
        return lines_of(self.words(page))

    def all_lines(self) -> Iterator[tuple[int, tuple[Line, ...]]]:
        """Read every page in turn."""
        for page in range(self.page_count):
            yield page, self.lines(page)

    @cached_property
    def fields(self) -> tuple[PdfField, ...]:
        """The fields of the form. Raises `FileUnreadable` where the form is damaged."""
        fields: tuple[PdfField, ...] = self._form(read_fields)
        return fields

    @cached_property
    def has_xfa(self) -> bool:
        """Tell whether the form is described in XML of Adobe's own, beside or instead of the usual fields."""
        return bool(self._form(_has_xfa))

    def _form(self, read: Any) -> Any:
        logging.getLogger("pypdf").setLevel(logging.CRITICAL)
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError

        try:
            reader = PdfReader(self.path)
            if reader.is_encrypted:
                reader.decrypt("")
            return read(reader)
        except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
            raise FileUnreadable(self.path, "is damaged: its form cannot be read", _DAMAGED) from error


def _open(path: Path) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise FileUnreadable(path, "has a password", _UNLOCK) from error
        raise FileUnreadable(path, "is damaged", _DAMAGED) from error


def _has_xfa(reader: Any) -> bool:
    form = reader.trailer["/Root"].get("/AcroForm")
    form = form.get_object() if form is not None else None
    return form is not None and "/XFA" in form
