"""What a workbook's colours mean, by the buyer's own legend: "blue cells must be completed"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.packages.sheet_colours import hue_name
from app.readers.excel_view import Spot
from app.readers.patterns import any_of

_COLOURS = (
    r"(?:light |pale |dark |bright )?(?P<colour>blue|green|yellow|orange|amber|pink|purple|grey|gray|red|peach|cream)"
)
_CELLS = (
    r"(?:\s*[-–]?\s*(?:shaded|coloured|colored|highlighted|filled|input))*\s+"
    r"(?:cells?|box(?:es)?|fields?|areas?|sections?|columns?|rows?|questions?|input)"
)
_NAMED = re.compile(rf"(?i)\b{_COLOURS}{_CELLS}\b(?P<after>[^.;\n]{{0,160}})")
_INPUT = re.compile(
    "(?i)"
    + any_of(
        r"\b(?:must|should|need|needs|to)\s+be\s+(?:completed|filled|populated|answered|entered)",
        r"\b(?:complete|fill\s+in|populate|enter|input|answer|for\s+input|for\s+completion)\b",
        r"\binput\s+cells?\b",
        r"\b(?:supplier|bidder|tenderer|applicant|provider|your)(?:['’]?s?['’]?)?\s+(?:input|response|entry|to\s+complete)",
        r"\b(?:data|manual)\s+entry\b",
        r"\bif\s+applicable\b",
    )
)
_NOT_INPUT = re.compile(
    r"(?i)\b(?:do\s+not|not\s+be|must\s+not|no\s+input|calculat|automatic|formula|locked|protected|"
    r"authority|buyer|evaluat|council|client|leave\s+blank)"
)
_BEFORE = re.compile(r"(?i)(?:complete|fill\s+in|populate|enter|input|answer)[^.;\n]{0,80}$")
_LONGEST_SWATCH = 90


@dataclass(frozen=True, slots=True)
class Legend:
    """The colours that a buyer says are to be filled in, and those that are not."""

    hues: frozenset[str] = frozenset()
    closed_hues: frozenset[str] = frozenset()
    fills: frozenset[str] = frozenset()
    """Exact backgrounds shown as samples beside the words."""
    closed_fills: frozenset[str] = frozenset()

    @property
    def is_told(self) -> bool:
        """Tell whether the buyer names any colour to fill in."""
        return bool(self.hues or self.fills)

    def opens(self, fill: str) -> bool:
        """Tell whether cells of this background are to be filled in."""
        return bool(fill) and not self.closes(fill) and (fill in self.fills or hue_name(fill) in self.hues)

    def closes(self, fill: str) -> bool:
        """Tell whether cells of this background are to be left alone."""
        return (
            bool(fill) and fill not in self.fills and (fill in self.closed_fills or hue_name(fill) in self.closed_hues)
        )


def read_legend(rows: Iterable[tuple[Spot, ...]]) -> Legend:
    """Read the legend from all visible rows of a workbook, each as its places from left to right."""
    hues: set[str] = set()
    closed: set[str] = set()
    fills: set[str] = set()
    closed_fills: set[str] = set()
    for spots in rows:
        for at, spot in enumerate(spots):
            if not spot.text:
                continue
            _read_words(spot.text, hues, closed)
            swatch = _swatch(spots, at)
            if swatch and len(spot.text) <= _LONGEST_SWATCH:
                _read_swatch(spot.text, swatch, fills, closed_fills)
    return Legend(frozenset(hues - closed), frozenset(closed - hues), frozenset(fills), frozenset(closed_fills - fills))


def _read_words(text: str, hues: set[str], closed: set[str]) -> None:
    for match in _NAMED.finditer(text):
        hue = {"gray": "grey", "amber": "orange", "peach": "orange", "cream": "yellow"}.get(
            match["colour"].lower(), match["colour"].lower()
        )
        if _NOT_INPUT.search(match["after"]):
            closed.add(hue)
        elif _INPUT.search(match["after"]) or _BEFORE.search(text[: match.start()]):
            hues.add(hue)


_SWATCH_INPUT = re.compile(
    r"(?i)(?:(?:supplier|bidder|tenderer|applicant|provider|user|data|manual)\s+)?input(?:\s+(?:cell|field|required)s?)?|"
    r"(?:cells?\s+|fields?\s+)?(?:to\s+be\s+completed|for\s+completion)(?:\s+by\s+(?:the\s+)?"
    r"(?:supplier|bidder|tenderer|applicant|provider))?|(?:supplier|bidder|tenderer|applicant|provider)\s+to\s+complete|"
    r"(?:mandatory|required|optional)\s+(?:cell|field|input|entry)s?|complete\s+(?:this|these)\s+cells?"
)
_SWATCH_CLOSED = re.compile(
    r"(?i)(?:calculated?|calculation|formula|locked|protected|do\s+not\s+(?:complete|edit|amend)|(?:authority|buyer|council)"
    r"\s+(?:use|input|to\s+complete))\b.{0,40}"
)


def _swatch(spots: tuple[Spot, ...], at: int) -> str:
    """Give the background shown as a sample: the words' own, or that of a small blank beside them."""
    own = spots[at].style.fill
    beside = [spots[near] for near in (at - 1, at + 1) if 0 <= near < len(spots)]
    samples = [spot.style.fill for spot in beside if not spot.text and spot.style.fill and not spot.has_list]
    return own or (samples[0] if len(samples) == 1 else "")


def _read_swatch(text: str, fill: str, fills: set[str], closed: set[str]) -> None:
    plain = " ".join(text.split()).strip(" .:*-–=")
    if _SWATCH_CLOSED.fullmatch(plain):
        closed.add(fill)
    elif _SWATCH_INPUT.fullmatch(plain):
        fills.add(fill)
