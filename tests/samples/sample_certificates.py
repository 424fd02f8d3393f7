"""The certificates of the sample supplier: one-page PDF files, the same bytes on every making.

Run `python -m tests.samples.sample_certificates` to write them beside the sample profile.
"""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from app.paths import RESOURCES

SAMPLE = RESOURCES / "sample"
WIDTH, HEIGHT = 595, 842
"""A4 in points."""
NAVY, GOLD, INK, GREY = "0.08 0.13 0.24", "0.72 0.55 0.20", "0.11 0.14 0.22", "0.42 0.46 0.54"


def certificates() -> dict[str, bytes]:
    """Give every certificate the sample profile names: {file name: PDF}."""
    profile = json.loads((SAMPLE / "profile.json").read_text("utf-8"))
    name = profile["facts"]["supplier.legal_name"]["value"]
    return {item["file"]: certificate(name, item) for item in profile["evidence"]}


def certificate(supplier: str, item: Mapping[str, Any]) -> bytes:
    """Draw one certificate as a PDF of one page."""
    return _pdf("\n".join([*_frame(), *_heading(supplier, item), *_rows(item), *_foot(item)]))


def _frame() -> list[str]:
    return [
        f"{NAVY} RG 2 w 28 28 {WIDTH - 56} {HEIGHT - 56} re S",
        f"{GOLD} RG 0.7 w 34 34 {WIDTH - 68} {HEIGHT - 68} re S",
        f"{NAVY} rg 34 {HEIGHT - 134} {WIDTH - 68} 100 re f",
    ]


def _heading(supplier: str, item: Mapping[str, Any]) -> list[str]:
    word = "Certificate of insurance" if item["kind"].startswith("insurance.") else "Certificate"
    return [
        _text(60, HEIGHT - 80, 20, item["issuer"], "F2", "1 1 1"),
        _text(60, HEIGHT - 108, 12, word, "F1", "0.85 0.88 0.94"),
        _text(60, HEIGHT - 195, 11, "This is to certify that", "F1", GREY),
        _text(60, HEIGHT - 228, 24, supplier, "F2", NAVY),
        _text(60, HEIGHT - 252, 11, "4 Quay Street, Northport NX1 4QS", "F1", INK),
        _text(60, HEIGHT - 300, 11, "holds", "F1", GREY),
        _text(60, HEIGHT - 330, 20, item["title"], "F2", INK),
        f"{GOLD} rg 60 {HEIGHT - 346} 90 2 re f",
    ]


def _rows(item: Mapping[str, Any]) -> list[str]:
    cover = item["cover"]
    insured = isinstance(cover, int)
    rows = [
        ("Policy number" if insured else "Certificate number", [item["number"]]),
        ("Limit of indemnity" if insured else "Scope", _wrapped(f"£{cover:,}" if insured else cover)),
        ("From", [_day(item["starts"])]),
        ("To", [_day(item["ends"])]),
    ]
    drawn, y = [], HEIGHT - 400
    for label, lines in rows:
        drawn.append(_text(60, y, 11, label, "F1", GREY))
        drawn += [_text(220, y - 16 * number, 12, line, "F2", INK) for number, line in enumerate(lines)]
        y -= 16 * len(lines) + 18
    return drawn


def _foot(item: Mapping[str, Any]) -> list[str]:
    return [
        f"{GREY} RG 0.5 w 60 190 m 260 190 l S",
        _text(60, 174, 10, f"For {item['issuer']}", "F1", GREY),
        _text(
            60, 70, 9, "Sample document for trying Bidfolio out. No firm, number or cover in it is real.", "F1", GREY
        ),
    ]


def _wrapped(text: str, width: int = 46) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _day(written: str) -> str:
    day = date.fromisoformat(written)
    return f"{day.day} {day:%B %Y}"


def _text(x: int, y: int, size: int, text: str, font: str, colour: str) -> str:
    safe = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf {colour} rg {x} {y} Td ({safe}) Tj ET"


def _pdf(content: str) -> bytes:
    """Wrap drawing commands into a PDF 1.4 file with the two fonts every reader has."""
    stream = content.encode("cp1252")
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>" % (WIDTH, HEIGHT),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        font % b"Helvetica",
        font % b"Helvetica-Bold",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return made + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, len(made))
    )


if __name__ == "__main__":
    for name, content in certificates().items():
        (SAMPLE / name).write_bytes(content)
