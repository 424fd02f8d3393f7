"""The one style sheet, for the controls that Qt draws itself; our own widgets paint from the tokens."""

from string import Template

from ui.theme.theme import Theme

_SHEET = Template("""
QWidget#page, QStackedWidget#places { background: $bg; }
QLineEdit, QPlainTextEdit, QTextEdit, QDateEdit, QSpinBox, QDoubleSpinBox {
  background: $field; color: $text; border: 1px solid $edge; border-radius: 8px; padding: 0 ${pad}px;
  selection-background-color: $acc; selection-color: $acctext; }
QPlainTextEdit, QTextEdit { padding: ${half}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QDateEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus {
  border: 2px solid $acc; padding: 0 ${padin}px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: ${halfin}px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QTextEdit[wrong="true"], QComboBox[wrong="true"] {
  border: 2px solid $bad; }
QLineEdit:read-only, QPlainTextEdit:read-only, QTextEdit:read-only { background: $alt; }
QLineEdit[plain="true"], QLineEdit[plain="true"]:focus,
QPlainTextEdit[plain="true"], QPlainTextEdit[plain="true"]:focus,
QTextEdit[plain="true"], QTextEdit[plain="true"]:focus { border: none; background: transparent; padding: 0; }
QLineEdit#search, QLineEdit#search:focus { padding: 0 4px 0 0; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled { color: $faint; border-color: $line; }
QAbstractItemView { background: $panel; color: $text; border: none; outline: none;
  selection-background-color: $sel; selection-color: $text; }
QTableCornerButton::section, QHeaderView, QHeaderView::section { background: $panel; border: none; }
QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $bar; border-radius: 4px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; border: none;
  width: 0; height: 0; }
QMenu { background: $panel; color: $text; border: 1px solid $menuedge; border-radius: 8px; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 6px; }
QMenu::item:selected { background: $sel; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QToolTip { background: $toast; color: $toasttext; border: 1px solid $toast; padding: 4px 8px; }
QDialog { background: $bg; }
QCalendarWidget QWidget { background: $panel; color: $text; }
QCalendarWidget QAbstractItemView:enabled { selection-background-color: $acc; selection-color: $acctext; }
""")


def style_sheet(theme: Theme) -> str:
    """Fill the sheet with the colours of a theme."""
    values = dict(theme.tokens)
    values["faint"] = theme.colour("text", 0.45).name(theme.colour("text").NameFormat.HexArgb)
    values["bar"] = values["edge"] if theme.is_contrast else values["track"]
    values["menuedge"] = values["edge"] if theme.is_contrast else values["line"]
    sizes = {"pad": 12, "padin": 11, "half": 8, "halfin": 7}
    return _SHEET.substitute(values, **{name: theme.px(size) for name, size in sizes.items()})
