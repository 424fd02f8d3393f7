"""Dress the application: fonts, palette and the one style sheet."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from app.domain.preferences import Preferences, ThemeChoice
from app.paths import RESOURCES
from ui.theme.style_sheet import style_sheet
from ui.theme.theme import TextStyle, Theme, current, load_tokens, remember

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
    name = theme_name(preferences.theme)
    theme = Theme(name, load_tokens()[name], preferences.text_scale / 100, not preferences.reduced_motion)
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


def palette(theme: Theme) -> QPalette:
    """Give Qt's palette for a theme."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, theme.colour(token))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("text", 0.45))
    return made
