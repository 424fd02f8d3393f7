"""The element and attribute names of WordprocessingML that the program speaks of (ISO/IEC 29500-1, part 17)."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
XML = "{http://www.w3.org/XML/1998/namespace}"

VALUE = W + "val"
PARAGRAPH = W + "p"
RUN = W + "r"
TABLE = W + "tbl"
ROW = W + "tr"
CELL = W + "tc"
CONTROL = W + "sdt"
TEXT_BOX = W + "txbxContent"


def is_on(value: str | None) -> bool:
    """Read an on/off attribute: absent means on (ISO/IEC 29500-1, 17.17.4)."""
    return value not in ("0", "false", "off")
