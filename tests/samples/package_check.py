"""Whether an office package is sound, as Word and Excel judge it: they repair what other programs let pass.

Rules: ISO/IEC 29500-2 (parts, relationships, content types), 29500-3 (mc:Ignorable), 29500-1 part 17 and 18
(order of children).
"""

import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

ORDER = {
    W + "p": ("pPr", "*"),
    W + "pPr": ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "*"),
    W + "r": ("rPr", "*"),
    W + "tc": ("tcPr", "*"),
    W + "tr": ("tblPrEx", "trPr", "*"),
    W + "sdt": ("sdtPr", "sdtEndPr", "sdtContent"),
    W + "rPr": (
        "rStyle",
        "rFonts",
        "b",
        "bCs",
        "i",
        "iCs",
        "caps",
        "smallCaps",
        "strike",
        "dstrike",
        "outline",
        "shadow",
        "emboss",
        "imprint",
        "noProof",
        "snapToGrid",
        "vanish",
        "webHidden",
        "color",
        "spacing",
        "w",
        "kern",
        "position",
        "sz",
        "szCs",
        "highlight",
        "u",
        "effect",
        "bdr",
        "shd",
        "fitText",
        "vertAlign",
        "rtl",
        "cs",
        "em",
        "lang",
        "eastAsianLayout",
        "specVanish",
        "oMath",
        "*",
    ),
    W + "ddList": ("result", "default", "listEntry"),
    W + "checkBox": ("size", "sizeAuto", "default", "checked"),
    S + "c": ("f", "v", "is", "extLst"),
}
"""Children in the order of the schema, for every element an answer adds or changes; `*` stands for all others."""


def faults(path: Path) -> list[str]:
    """List what is wrong with a package; empty where nothing is."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    found = [f"{name} stands twice" for name, count in Counter(zipfile.ZipFile(path).namelist()).items() if count > 1]
    trees = {}
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                trees[name] = etree.fromstring(content)
            except etree.XMLSyntaxError:
                found.append(f"{name} is not well formed")
    found += _links(parts, trees)
    found += _types(parts, trees)
    for name, root in trees.items():
        found += [f"{name}: {fault}" for fault in (*_prefixes(root), *_ids(root), *_blocks(root), *_order(root))]
    return found


def _links(parts: dict[str, bytes], trees: dict[str, etree._Element]) -> Iterator[str]:
    for name, root in trees.items():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        for link in root:
            target = link.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            if link.get("TargetMode") != "External" and path not in parts:
                yield f"{name} leads to {target}, which is not there"


def _types(parts: dict[str, bytes], trees: dict[str, etree._Element]) -> Iterator[str]:
    types = trees.get("[Content_Types].xml")
    if types is None:
        yield "no content types"
        return
    extensions = {one.get("Extension", "").lower() for one in types if one.tag.endswith("Default")}
    named = {one.get("PartName", "").lstrip("/") for one in types if one.tag.endswith("Override")}
    for name in parts:
        if name != "[Content_Types].xml" and name not in named and name.rpartition(".")[2].lower() not in extensions:
            yield f"{name} has no content type"
    for name in named - set(parts):
        yield f"a content type for {name}, which is not there"


def _prefixes(root: etree._Element) -> Iterator[str]:
    for element in root.iter():
        for prefix in (element.get(MC + "Ignorable") or "").split():
            if prefix not in element.nsmap:
                yield f"mc:Ignorable names the undeclared prefix {prefix}"


def _ids(root: etree._Element) -> Iterator[str]:
    for attribute, where in ((W14 + "paraId", W + "p"), (W + "val", W + "id")):
        seen = Counter(
            value
            for one in root.iter(where)
            if (value := one.get(attribute)) and not any(a.tag == MC + "Fallback" for a in one.iterancestors())
        )
        yield from (f"the id {value} stands {count} times" for value, count in seen.items() if count > 1)
    cells = Counter(one.get("r") for one in root.iter(S + "c") if one.get("r"))
    yield from (f"the cell {name} stands {count} times" for name, count in cells.items() if count > 1)


def _blocks(root: etree._Element) -> Iterator[str]:
    for cell in root.iter(W + "tc"):
        blocks = [one for one in cell if one.tag != W + "tcPr"]
        last = blocks[-1] if blocks else None
        while last is not None and last.tag == W + "sdt":
            content = last.find(W + "sdtContent")
            last = content[-1] if content is not None and len(content) else None
        if last is None or last.tag != W + "p":
            yield "a cell does not end in a paragraph"
    for data in root.iter(S + "sheetData"):
        rows = [int(row.get("r", "0")) for row in data]
        if rows != sorted(set(rows)):
            yield "rows are out of order"
        for row in data:
            columns = [_column(cell.get("r", "")) for cell in row.iter(S + "c")]
            if columns != sorted(set(columns)):
                yield f"cells of row {row.get('r')} are out of order"


def _order(root: etree._Element) -> Iterator[str]:
    for element in root.iter(*ORDER):
        names = [etree.QName(child).localname for child in element if isinstance(child.tag, str)]
        order = ORDER[str(element.tag)]
        rest = order.index("*") if "*" in order else len(order)
        places = [order.index(name) if name in order else rest for name in names]
        if places != sorted(places):
            yield f"the children of {etree.QName(element).localname} stand in the order {names}"


def _column(name: str) -> tuple[int, str]:
    letters = re.sub(r"\d", "", name)
    return len(letters), letters
