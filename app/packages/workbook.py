"""A workbook of a package: its sheets in order, what stands in their cells, and what is allowed there."""

from collections.abc import Iterator
from functools import cached_property
from posixpath import dirname, join, normpath

from lxml import etree

from app.domain.errors import FileUnreadable
from app.packages.archive import Archive
from app.packages.sheet import Relation, Sheet
from app.packages.sheet_cells import rich_text
from app.packages.sheet_colours import read_palette
from app.packages.sheet_names import DefinedName, Reference, parse_reference
from app.packages.sheet_places import LAST_ROW
from app.packages.sheet_styles import Style, read_styles
from app.packages.sheet_validations import Validation
from app.packages.xml_part import XmlUnsafe, parse_xml

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_MOST_OPTIONS = 400
_MOST_PART = 160 * 1024 * 1024
_DAMAGED = "Ask the buyer for the file again, or open it in its own program and save a copy."
_TOO_LARGE = "Open it, keep only the sheets to answer, save a copy and use that."


class Workbook:
    """An open workbook. Sheets are read when they are first asked for."""

    def __init__(self, archive: Archive) -> None:
        """Read the list of sheets. Raises `FileUnreadable` where this is no workbook or it is damaged."""
        self._archive = archive
        self.path = archive.path
        main = next((one.target for one in self.relations("").values() if one.kind == "officeDocument"), "")
        self.part_name = main if main in archive else "xl/workbook.xml"
        self._root = self.xml(self.part_name)
        if etree.QName(self._root).localname != "workbook":
            raise FileUnreadable(self.path, "holds no workbook", _DAMAGED)
        self._relations = self.relations(self.part_name)
        self.sheets = tuple(self._sheets())
        """The work sheets in order, hidden ones too; sheets that are only a chart are left out."""

    @property
    def is_structure_locked(self) -> bool:
        """Tell whether sheets may not be added, renamed or moved."""
        protection = self._root.find("{*}workbookProtection")
        return protection is not None and protection.get("lockStructure") in ("1", "true")

    @property
    def counts_from_1904(self) -> bool:
        """Tell whether days are counted from 1904 rather than 1900."""
        properties = self._root.find("{*}workbookPr")
        return properties is not None and properties.get("date1904") in ("1", "true")

    def sheet(self, name: str) -> Sheet | None:
        """Find a sheet by its name, letters large or small; None where there is none."""
        return self._by_name.get(name) or self._by_name.get(name.lower())

    def read(self, part: str) -> bytes:
        """Unpack a part, within bounds. Raises `FileUnreadable`."""
        if part not in self._archive:
            raise FileUnreadable(self.path, "is damaged: a part of it is missing", _DAMAGED)
        content = self._archive.read(part)
        if len(content) > _MOST_PART:
            raise FileUnreadable(self.path, "holds a sheet that is too large to read", _TOO_LARGE)
        return content

    def xml(self, part: str) -> etree._Element:
        """Parse a part. Raises `FileUnreadable`."""
        try:
            return parse_xml(self.read(part))
        except XmlUnsafe as error:
            raise FileUnreadable(self.path, "is damaged", _DAMAGED) from error

    def holds(self, part: str) -> bool:
        """Tell whether the package holds a part."""
        return part in self._archive

    def relations(self, part: str) -> dict[str, Relation]:
        """Read what a part refers to, by the id it uses; empty for the package itself is its root."""
        folder, _, name = part.rpartition("/")
        listing = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
        if listing not in self._archive:
            return {}
        found = {}
        for one in self.xml(listing):
            if isinstance(one.tag, str) and one.get("TargetMode") != "External":
                target = _resolved(part, one.get("Target", ""))
                found[one.get("Id", "")] = Relation(one.get("Type", "").rpartition("/")[2], target)
        return found

    @cached_property
    def strings(self) -> tuple[str, ...]:
        """The texts that cells share, in the order in which cells name them."""
        root = self._related("sharedStrings")
        return () if root is None else tuple(rich_text(one) for one in root.iterchildren("{*}si"))

    @cached_property
    def styles(self) -> tuple[Style, ...]:
        """The cell formats, in the order in which cells name them."""
        root = self._related("styles")
        return read_styles(root, read_palette(self._related("theme"), root))

    @cached_property
    def names(self) -> tuple[DefinedName, ...]:
        """The names given to areas and formulas."""
        sheets = [one.get("name", "") for one in self._root.iterfind("{*}sheets/{*}sheet")]
        found = []
        for one in self._root.iterfind("{*}definedNames/{*}definedName"):
            local = one.get("localSheetId", "")
            sheet = sheets[int(local)] if local.isdecimal() and int(local) < len(sheets) else ""
            found.append(DefinedName(one.get("name", ""), (one.text or "").strip(), sheet))
        return tuple(found)

    def options(self, validation: Validation) -> tuple[str, ...]:
        """Give the items of a list: written in the rule, or standing in an area, a name or a table's column.

        Empty where the rule is no list, or where its items depend on other answers.
        """
        if validation.kind != "list":
            return ()
        inline = validation.inline_options
        if inline is not None:
            return inline
        if validation.first not in self._resolved_lists:
            self._resolved_lists[validation.first] = {}
        by_sheet = self._resolved_lists[validation.first]
        if validation.sheet not in by_sheet:
            reference = parse_reference(validation.first, validation.sheet, self.names, self._table_columns)
            by_sheet[validation.sheet] = () if reference is None else self._texts(reference)
        return by_sheet[validation.sheet]

    @cached_property
    def _resolved_lists(self) -> dict[str, dict[str, tuple[str, ...]]]:
        return {}

    @cached_property
    def _table_columns(self) -> dict[tuple[str, str], Reference]:
        return {
            (table.name.lower(), column.lower()): Reference(sheet.name, table.column_area(index))
            for sheet in self.sheets
            for table in sheet.tables
            for index, column in enumerate(table.columns)
        }

    def _texts(self, reference: Reference) -> tuple[str, ...]:
        sheet = self.sheet(reference.sheet)
        if sheet is None or sheet.used is None:
            return ()
        area, used = reference.area, sheet.used
        bottom = min(area.bottom, used.bottom, LAST_ROW)
        texts: dict[str, None] = {}
        for row in range(max(area.top, used.top), bottom + 1):
            for column in range(max(area.left, used.left), min(area.right, used.right) + 1):
                if text := sheet.text((row, column)):
                    texts[text] = None
            if len(texts) >= _MOST_OPTIONS:
                break
        return tuple(texts)[:_MOST_OPTIONS]

    @cached_property
    def _by_name(self) -> dict[str, Sheet]:
        return {name: sheet for sheet in reversed(self.sheets) for name in (sheet.name.lower(), sheet.name)}

    def _related(self, kind: str) -> etree._Element | None:
        target = next((one.target for one in self._relations.values() if one.kind == kind), None)
        return self.xml(target) if target is not None and target in self._archive else None

    def _sheets(self) -> Iterator[Sheet]:
        for one in self._root.iterfind("{*}sheets/{*}sheet"):
            relation = self._relations.get(one.get(_RELATION) or one.get(_STRICT_RELATION) or "")
            if relation is not None and relation.kind == "worksheet" and relation.target in self._archive:
                visible = one.get("state", "visible") == "visible"
                yield Sheet(self, one.get("name", ""), relation.target, is_visible=visible)


def _resolved(part: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target)).lstrip("/")
