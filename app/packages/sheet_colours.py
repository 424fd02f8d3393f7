"""Colours of a workbook: direct, of the old palette of 64, or of the theme with a tint."""

import colorsys
import re
from dataclasses import dataclass

from lxml import etree

_OLD = tuple(
    re.findall(
        r"\w+",
        """
    000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF
    000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF
    800000 008000 000080 808000 800080 008080 C0C0C0 808080
    9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF
    000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF
    00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99
    3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696
    003366 339966 003300 333300 993300 993366 333399 333333
        """,
    )
)
"""The indexed colours of ECMA-376 18.8.27."""
_THEME = (
    "lt1",
    "dk1",
    "lt2",
    "dk2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
)
_OFFICE = tuple(
    re.findall(r"\w+", "FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72")
)


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours a workbook's cells name by number."""

    theme: tuple[str, ...] = _OFFICE
    indexed: tuple[str, ...] = _OLD


def read_palette(theme: etree._Element | None, styles: etree._Element | None) -> Palette:
    """Read the colours of `theme1.xml`, and the palette of `styles.xml` where it has its own."""
    own = (
        []
        if styles is None
        else [_digits(one.get("rgb")) for one in styles.iterfind("{*}colors/{*}indexedColors/{*}rgbColor")]
    )
    return Palette(_theme(theme), tuple(own) or _OLD)


def _theme(theme: etree._Element | None) -> tuple[str, ...]:
    scheme = None if theme is None else theme.find(".//{*}clrScheme")
    if scheme is None:
        return _OFFICE
    found = []
    for name, usual in zip(_THEME, _OFFICE, strict=True):
        colour = scheme.find(f"{{*}}{name}/*")
        given = None if colour is None else colour.get("lastClr") or colour.get("val")
        found.append(_digits(given) or usual)
    return tuple(found)


def colour_of(colour: etree._Element | None, palette: Palette) -> str:
    """Give a colour as six hexadecimal digits; empty where none is set or it is the automatic one."""
    if colour is None:
        return ""
    base = _digits(colour.get("rgb"))
    if not base and colour.get("theme") is not None:
        base = _of(palette.theme, colour.get("theme"))
    if not base and colour.get("indexed") is not None:
        base = _of(palette.indexed, colour.get("indexed"))
    return _tinted(base, _number(colour.get("tint"))) if base else ""


def _of(colours: tuple[str, ...], index: str | None) -> str:
    number = int(index) if index and index.isdecimal() else len(colours)
    return colours[number] if number < len(colours) else ""


def _digits(value: str | None) -> str:
    digits = (value or "")[-6:].upper()
    return digits if len(digits) == 6 and all(digit in "0123456789ABCDEF" for digit in digits) else ""


def _number(value: str | None) -> float:
    try:
        return max(-1.0, min(1.0, float(value or 0)))
    except ValueError:
        return 0.0


def _tinted(colour: str, tint: float) -> str:
    """Make a colour lighter (tint above 0) or darker, as ECMA-376 18.8.19 says."""
    if not tint:
        return colour
    hue, light, saturation = _parts(colour)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, saturation))


def is_light(colour: str) -> bool:
    """Tell whether dark letters can be read on a colour."""
    return bool(colour) and _parts(colour)[1] > 0.6


def is_tinted(colour: str) -> bool:
    """Tell whether a colour is more than a shade of grey."""
    return hue_name(colour) not in ("", "grey")


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return colorsys.rgb_to_hls(red, green, blue)


def hue_name(colour: str) -> str:
    """Name a colour as a buyer's legend would ("blue", "yellow", "grey"); empty for white, black or none."""
    if not colour:
        return ""
    hue, light, saturation = _parts(colour)
    if light > 0.97 or light < 0.06:
        return ""
    if saturation < 0.12:
        return "grey"
    names = ((14, "red"), (44, "orange"), (70, "yellow"), (165, "green"), (262, "blue"), (300, "purple"), (340, "pink"))
    return next((name for end, name in names if hue * 360 < end), "red")
