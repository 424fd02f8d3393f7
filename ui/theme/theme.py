"""The tokens of a theme, and the sizes and weights of its type."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

from app.paths import RESOURCES

TOKENS = RESOURCES / "themes" / "tokens.toml"
FAMILY = "Inter"
_PROPERTY = "bidfolioTheme"


class TextStyle(Enum):
    """Size in px, height of a line in px, weight."""

    NOTE = (12, 16, 400)
    NOTE_VALUE = (12, 16, 500)
    NOTE_STRONG = (12, 16, 600)
    BODY = (13, 20, 400)
    VALUE = (13, 20, 500)
    STRONG = (13, 20, 600)
    LEAD = (15, 24, 400)
    CARD = (15, 24, 600)
    TITLE = (20, 28, 700)
    WELCOME = (28, 36, 700)

    @property
    def size(self) -> int:
        """Height of the type in px."""
        return self.value[0]

    @property
    def line(self) -> int:
        """Height of a line in px."""
        return self.value[1]

    @property
    def weight(self) -> int:
        """Weight, 400 to 700."""
        return self.value[2]


class Tone(StrEnum):
    """The meaning of a colour; each is always seen with a word or a shape."""

    TEXT = "text"
    MUT = "mut"
    ACC = "acc"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    NAV = "navtext"
    NAV_CHOSEN = "navhi"


@dataclass(frozen=True)
class Theme:
    """One set of colours, with the size of text the user chose."""

    name: str
    tokens: Mapping[str, str]
    scale: float = 1.0
    motion: bool = True

    @property
    def is_contrast(self) -> bool:
        """Whether this is the high contrast theme: tints give way to borders."""
        return self.name == "contrast"

    def colour(self, token: str, alpha: float = 1.0) -> QColor:
        """Give the colour of a token, more or less opaque."""
        colour = QColor(self.tokens[token])
        colour.setAlphaF(alpha)
        return colour

    def px(self, size: float) -> int:
        """Scale a size that holds text."""
        return round(size * self.scale)

    def font(self, style: TextStyle, *, tabular: bool = False, italic: bool = False) -> QFont:
        """Give the font of a text style; `tabular` figures are for right-aligned columns."""
        return QFont(_font(self.px(style.size), style.weight, tabular, italic))

    def line_height(self, style: TextStyle) -> int:
        """Give the height of a line in px."""
        return self.px(style.line)


@lru_cache
def load_tokens(path: Path = TOKENS) -> Mapping[str, Mapping[str, str]]:
    """Read the colours of all themes: {theme: {token: "#RRGGBB"}}."""
    with path.open("rb") as file:
        return tomllib.load(file)


def current() -> Theme:
    """Give the theme the application shows."""
    application = QApplication.instance()
    theme = application.property(_PROPERTY) if application else None
    return theme if isinstance(theme, Theme) else Theme("light", load_tokens()["light"])


def remember(application: QApplication, theme: Theme) -> None:
    """Make `theme` the one that `current` gives."""
    application.setProperty(_PROPERTY, theme)


@lru_cache(maxsize=128)
def _font(pixels: int, weight: int, tabular: bool, italic: bool) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    font.setItalic(italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleHint(QFont.StyleHint.SansSerif)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
