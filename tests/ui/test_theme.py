"""The theme keeps its promises: contrast computed from the token file, one font, every icon there."""

import re
from collections.abc import Mapping

import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from app.domain.preferences import Preferences, ThemeChoice
from app.paths import RESOURCES
from ui.theme import TextStyle, Tone, current, icon, install_theme, load_tokens, paint_icon
from ui.theme.icons import roles
from ui.theme.install import system_tokens

THEMES = ("light", "dark", "contrast")

TEXT_PAIRS = (
    ("text", "panel"), ("text", "bg"), ("text", "alt"), ("text", "sel"), ("text", "field"), ("text", "soft"),
    ("mut", "panel"), ("mut", "bg"), ("mut", "alt"), ("mut", "sel"),
    ("acc", "panel"), ("acc", "bg"), ("acc", "soft"), ("acc", "sel"), ("acctext", "acc"),
    ("ok", "okbg"), ("ok", "panel"), ("warn", "warnbg"), ("warn", "panel"),
    ("bad", "badbg"), ("bad", "panel"), ("bad", "sel"),
    ("text", "okbg"), ("text", "warnbg"), ("text", "badbg"),
    ("navtext", "nav"), ("navtext", "navfield"), ("navhi", "nav"), ("navhi", "navsel"),
    ("onfill", "okfill"), ("onfill", "badfill"), ("toasttext", "toast"), ("toastact", "toast"),
)  # fmt: skip
MARK_PAIRS = (
    ("edge", "panel"), ("edge", "bg"), ("navedge", "nav"), ("okfill", "panel"), ("okfill", "track"),
    ("warnfill", "panel"), ("badfill", "panel"), ("acc", "panel"), ("acc", "track"), ("acc", "bg"),
)  # fmt: skip


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_formula_gives_the_figures_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("pairs", "least"), [(TEXT_PAIRS, 4.5), (MARK_PAIRS, 3.0)], ids=["text", "marks"])
def test_text_can_be_read_and_marks_can_be_seen(theme: str, pairs: tuple[tuple[str, str], ...], least: float) -> None:
    tokens = load_tokens()[theme]
    faint = [pair for pair in pairs if contrast(tokens[pair[0]], tokens[pair[1]]) < least]
    assert faint == []


def test_all_themes_have_the_same_tokens_and_each_is_a_colour() -> None:
    tokens = load_tokens()
    assert set(tokens) == set(THEMES)
    names = [set(one) for one in tokens.values()]
    assert names[0] == names[1] == names[2]
    assert all(re.fullmatch("#[0-9A-F]{6}", value) for one in tokens.values() for value in one.values())


@pytest.mark.parametrize("name", THEMES)
def test_the_application_wears_the_theme_that_was_chosen(qapp: QApplication, name: str) -> None:
    theme = install_theme(qapp, Preferences(theme=ThemeChoice(name)))
    tokens: Mapping[str, str] = load_tokens()[name]
    assert theme.name == current().name == name
    assert qapp.palette().window().color() == QColor(tokens["bg"])
    assert tokens["acc"] in qapp.styleSheet()
    assert "$" not in qapp.styleSheet()


def test_inter_is_shipped_with_its_licence_and_drawn_in_each_weight(qapp: QApplication) -> None:
    assert "SIL OPEN FONT LICENSE" in (RESOURCES / "fonts" / "Inter-LICENSE.txt").read_text().upper()
    widths = set()
    for style in (TextStyle.BODY, TextStyle.VALUE, TextStyle.STRONG):
        font = current().font(style)
        assert QFontInfo(font).family() == "Inter"
        widths.add(QFontMetricsF(font).horizontalAdvance("Harbour Systems Ltd"))
    assert len(widths) == 3


@pytest.mark.parametrize("text", ["£412,000", "Zażółć gęślą jaźń", "Šiauliai", "“Señor” – naïve…", "Żółw’s", "Łódź"])
def test_inter_has_the_letters_that_names_in_tenders_need(qapp: QApplication, text: str) -> None:
    metrics = QFontMetricsF(current().font(TextStyle.BODY))
    assert [letter for letter in text if not metrics.inFontUcs4(ord(letter))] == []


def test_tabular_figures_are_all_of_one_width(qapp: QApplication) -> None:
    metrics = QFontMetricsF(current().font(TextStyle.BODY, tabular=True))
    assert len({round(metrics.horizontalAdvance(figure), 2) for figure in "0123456789"}) == 1


def test_text_grows_with_the_scale(qapp: QApplication) -> None:
    theme = install_theme(qapp, Preferences(theme=ThemeChoice.LIGHT, text_scale=200))
    assert theme.font(TextStyle.BODY).pixelSize() == 26
    assert theme.line_height(TextStyle.BODY) == 40


def test_every_icon_has_its_file_and_every_file_its_role() -> None:
    files = {path.stem for path in (RESOURCES / "icons").glob("*.svg")}
    assert files == set(roles().values())
    assert "Apache" in (RESOURCES / "icons" / "LICENSE.txt").read_text()


def test_an_icon_takes_the_colour_of_its_text_and_is_sharp_at_twice_the_size(qapp: QApplication) -> None:
    picture = QImage(48, 48, QImage.Format.Format_ARGB32)
    picture.setDevicePixelRatio(2)
    picture.fill(0)
    painter = QPainter(picture)
    paint_icon(painter, picture.rect().adjusted(0, 0, -24, -24), "home", QColor("#2457D6"))
    painter.end()
    solid = [
        QColor(picture.pixel(x, y)) for x in range(48) for y in range(48) if picture.pixelColor(x, y).alpha() == 255
    ]
    assert len(solid) > 100
    assert {colour.name().upper() for colour in solid} == {"#2457D6"}
    assert icon("home", QColor("#2457D6")).availableSizes()


def test_a_label_follows_the_theme(qapp: QApplication) -> None:
    install_theme(qapp, Preferences(theme=ThemeChoice.DARK))
    assert QLabel().palette().windowText().color() == current().colour(Tone.TEXT)


def test_the_high_contrast_of_windows_is_followed_colour_by_colour() -> None:
    system = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, "#000000"),
        (QPalette.ColorRole.WindowText, "#ffff00"),
        (QPalette.ColorRole.Base, "#000000"),
        (QPalette.ColorRole.Highlight, "#008000"),
        (QPalette.ColorRole.HighlightedText, "#ffffff"),
        (QPalette.ColorRole.Link, "#00ffff"),
    ):
        system.setColor(role, QColor(colour))
    tokens = system_tokens(system)
    assert set(tokens) == set(load_tokens()["contrast"])
    assert [pair for pair in TEXT_PAIRS if contrast(tokens[pair[0]], tokens[pair[1]]) < 4.5] == []
