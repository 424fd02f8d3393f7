"""Dress the application: fonts, palette and the one style sheet."""

import sys
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from app.domain.preferences import Preferences, ThemeChoice
from app.paths import RESOURCES
from ui.theme.style_sheet import style_sheet
from ui.theme.theme import TextStyle, Theme, current, load_tokens, remember

_SYSTEM_PALETTE = "bidfolioSystemPalette"

_ROLES = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "field",
    QPalette.ColorRole.AlternateBase: "alt",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "mut",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Highlight: "acc",
    QPalette.ColorRole.HighlightedText: "acctext",
    QPalette.ColorRole.Link: "acc",
    QPalette.ColorRole.LinkVisited: "acc",
    QPalette.ColorRole.ToolTipBase: "toast",
    QPalette.ColorRole.ToolTipText: "toasttext",
    QPalette.ColorRole.Accent: "acc",
    QPalette.ColorRole.Mid: "edge",
    QPalette.ColorRole.Light: "line",
    QPalette.ColorRole.Dark: "edge",
}


def load_fonts() -> None:
    """Make the fonts shipped with the program known to Qt; a second call does nothing."""
    if "Inter" in QFontDatabase.families():
        return
    for path in sorted((RESOURCES / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def install_theme(application: QApplication, preferences: Preferences) -> Theme:
    """Dress the application as the preferences say and give the theme; does nothing where it wears it already."""
    system = _own_palette(application)
    name = theme_name(preferences.theme)
    tokens = load_tokens()[name]
    if preferences.theme is ThemeChoice.SYSTEM and name == ThemeChoice.CONTRAST and sys.platform == "win32":
        tokens = system_tokens(system)
    theme = Theme(name, tokens, preferences.text_scale / 100, not preferences.reduced_motion)
    if theme == current() and application.styleSheet():
        return theme
    load_fonts()
    remember(application, theme)
    application.setStyle("Fusion")
    application.setFont(theme.font(TextStyle.BODY))
    application.setPalette(palette(theme))
    QToolTip.setFont(theme.font(TextStyle.NOTE))
    QToolTip.setPalette(palette(theme))
    application.setStyleSheet(style_sheet(theme))
    return theme


def theme_name(choice: ThemeChoice) -> str:
    """Say which theme a choice means; the system is asked where the choice is left to it."""
    if choice is not ThemeChoice.SYSTEM:
        return choice.value
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return ThemeChoice.CONTRAST.value
    return ThemeChoice.DARK.value if hints.colorScheme() is Qt.ColorScheme.Dark else ThemeChoice.LIGHT.value


def system_tokens(system: QPalette) -> Mapping[str, str]:
    """Make our tokens from the palette of the system: on Windows the person chose its high contrast colours."""
    role = QPalette.ColorRole
    ground, ink = system.color(role.Window).name(), system.color(role.WindowText).name()
    chosen, on_chosen = system.color(role.Highlight).name(), system.color(role.HighlightedText).name()
    grounds = ("bg", "panel", "alt", "nav", "navfield", "soft", "okbg", "warnbg", "badbg", "track")
    made = dict.fromkeys(load_tokens()["contrast"], ink) | dict.fromkeys(grounds, ground)
    made |= {"field": system.color(role.Base).name(), "acc": system.color(role.Link).name(), "acctext": ground}
    made |= {"sel": ground, "navsel": chosen, "navhi": on_chosen, "onfill": ground, "track": ground}
    return made | {"toast": ink, "toasttext": ground, "toastact": ground}


def _own_palette(application: QApplication) -> QPalette:
    """Give the palette the application had before it was dressed."""
    kept = application.property(_SYSTEM_PALETTE)
    if not isinstance(kept, QPalette):
        kept = QPalette(application.palette())
        application.setProperty(_SYSTEM_PALETTE, kept)
    return kept


def palette(theme: Theme) -> QPalette:
    """Give Qt's palette for a theme."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, theme.colour(token))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("text", 0.45))
    return made
