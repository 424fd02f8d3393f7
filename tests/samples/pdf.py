"""Small PDF files written by hand: lines of text at given places, and form fields."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

Text = tuple[float, float, str]
"""Left edge, base line and words of a printed text."""


@dataclass(frozen=True)
class Field:
    """One field: name, box and what sets it apart."""

    name: str
    box: tuple[float, float, float, float]
    kind: str = "/Tx"
    flags: int = 0
    tooltip: str = ""
    value: str = ""
    page: int = 0
    state: str = "Yes"
    options: tuple[str, ...] = ()
    longest: int = 0

    def written(self, page: int, appearance: int) -> str:
        """Give the field's object; it is its own box on the page."""
        left, bottom, right, top = self.box
        parts = [f"/Type /Annot /Subtype /Widget /FT {self.kind} /T ({self.name}) /Ff {self.flags}"]
        parts.append(f"/Rect [{left} {bottom} {right} {top}] /P {page} 0 R /F 4")
        if self.tooltip:
            parts.append(f"/TU ({self.tooltip})")
        if self.value:
            parts.append(f"/V /{self.value}" if self.kind == "/Btn" else f"/V ({self.value})")
        if self.longest:
            parts.append(f"/MaxLen {self.longest}")
        if self.options:
            parts.append("/Opt [" + " ".join(f"({option})" for option in self.options) + "]")
        if self.kind == "/Btn":
            parts.append(f"/AP << /N << /{self.state} {appearance} 0 R /Off {appearance} 0 R >> >> /AS /Off")
        return f"<< {' '.join(parts)} >>"


def write_pdf(path: Path, pages: Sequence[Sequence[Text]], fields: Sequence[Field] = (), *, xfa: bool = False) -> Path:
    """Write a PDF with texts in 12 point Helvetica on A4 pages, and an AcroForm where there are fields."""
    objects: list[bytes] = [b"", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    objects.append(_stream("<< /Type /XObject /Subtype /Form /BBox [0 0 10 10]", b""))
    first = len(objects) + 1
    numbers = [first + 2 * at for at in range(len(pages))]
    field_first = first + 2 * len(pages)
    for at, texts in enumerate(pages):
        mine = [field_first + n for n, field in enumerate(fields) if field.page == at]
        annotations = " ".join(f"{number} 0 R" for number in mine)
        resources = "/Resources << /Font << /F1 3 0 R >> >> /MediaBox [0 0 595 842]"
        links = f"/Contents {numbers[at] + 1} 0 R /Annots [{annotations}]"
        objects.append(f"<< /Type /Page /Parent 2 0 R {resources} {links} >>".encode())
        objects.append(_stream("<<", "\n".join(_shown(text) for text in texts).encode("cp1252")))
    objects += [field.written(numbers[field.page], 4).encode("cp1252") for field in fields]
    form = ""
    if fields or xfa:
        listed = " ".join(f"{field_first + n} 0 R" for n in range(len(fields)))
        form = f" /AcroForm << /Fields [{listed}] {'/XFA (form)' if xfa else ''} >>"
    objects[0] = f"<< /Type /Catalog /Pages 2 0 R{form} >>".encode()
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects[1] = f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode()
    path.write_bytes(_file(objects))
    return path


def _shown(text: Text) -> str:
    left, base, words = text
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F1 12 Tf {left} {base} Td ({escaped}) Tj ET"


def _stream(head: str, content: bytes) -> bytes:
    return f"{head} /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"


def _file(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    starts = []
    for number, content in enumerate(objects, 1):
        starts.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{start:010} 00000 n \n".encode() for start in starts)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)
