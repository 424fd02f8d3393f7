"""How the window looks: colours, type and icons, all from `resources/`."""

from ui.theme.icons import icon, paint_icon
from ui.theme.install import install_theme, load_fonts
from ui.theme.theme import TextStyle, Theme, Tone, current, load_tokens

__all__ = [
    "TextStyle",
    "Theme",
    "Tone",
    "current",
    "icon",
    "install_theme",
    "load_fonts",
    "load_tokens",
    "paint_icon",
]
