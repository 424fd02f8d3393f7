"""The open template: what it is for, what it lacks, and the document it makes."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.documents import NamedValue
from ui.theme import TextStyle, Tone
from ui.viewmodels.saying import say_count
from ui.viewmodels.templates import MadeRow, TemplatesViewModel
from ui.widgets.button import Button, ButtonKind, LinkButton
from ui.widgets.choices import TickBox
from ui.widgets.detail_panel import DetailPanel
from ui.widgets.icon import Icon
from ui.widgets.text import Text

_MOST = 8
"""Missing facts that are listed one by one."""


class TemplatePanel(DetailPanel):
    """Signals: `wanted` says that a document is to be made, `fact_wanted` carries the name of a fact to enter."""

    wanted = Signal()
    fact_wanted = Signal(str)
    left = Signal()

    def __init__(self, model: TemplatesViewModel, parent: QWidget | None = None) -> None:
        super().__init__("Template", parent)
        self._model = model
        self._about = Text("", TextStyle.BODY, Tone.MUT, lines=0)
        self._state = Text("", TextStyle.BODY, lines=0)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.gaps = TickBox("Mark what is missing in the document")
        self.gaps.toggled.connect(lambda _on: self._show_button())
        self._before = QVBoxLayout()
        self._before.setSpacing(8)
        for part in (self._about, self._state):
            self.content.addWidget(part)
        self.content.addLayout(self._list)
        self.content.addWidget(self.gaps)
        self.content.addSpacing(8)
        self.content.addLayout(self._before)
        self.content.addStretch(1)
        self.leave = Button("Take off the list", ButtonKind.GHOST, "remove")
        self.leave.clicked.connect(self.left)
        self.make = Button("Make document", ButtonKind.PRIMARY, "word")
        self.make.clicked.connect(self.wanted)
        self.set_actions(self.leave, self.make)
        model.opened.connect(self.show_open)
        self.show_open()

    def show_open(self) -> None:
        """Show the template that is open and all that is known of it."""
        row, look = self._model.row, self._model.look
        self.set_heading("Your own template" if row and row.is_own else "Template", row.title if row else "")
        self._about.setText(row.about if row else "Choose a template at the left.")
        self.leave.setVisible(bool(row and row.is_own))
        _empty(self._list)
        _empty(self._before)
        missing = look.missing if look else ()
        unknown: Mapping[str, str] = look.unknown if look else {}
        self.gaps.setVisible(bool(missing) and not unknown)
        if row is None:
            self._state.setText("")
        elif look is None:
            self._state.setText("Looking what it needs…" if self._model.is_looking else "It could not be looked at.")
        elif unknown:
            self._state.setText(f"{say_count(len(unknown), 'name')} in it {_be(len(unknown))} not known to Bidfolio:")
            self._show_unknown(unknown)
        elif missing:
            self._state.setText(f"{say_count(len(missing), 'thing')} it needs {_be(len(missing))} not known yet:")
            self._show_missing(missing)
        else:
            self._state.setText(f"Everything it needs is known: {say_count(len(look.uses), 'name')}.")
        for notice in look.notices if look else ():
            self._list.addWidget(Text(notice, TextStyle.NOTE, Tone.WARN, lines=0))
        self._show_made(self._model.made_of_open)
        self._show_button()

    def _show_missing(self, missing: tuple[NamedValue, ...]) -> None:
        for one in missing[:_MOST]:
            link = LinkButton(one.label)
            link.clicked.connect(lambda _on=False, name=one.name: self.fact_wanted.emit(name))
            self._list.addWidget(link)
        if len(missing) > _MOST:
            self._list.addWidget(Text(f"and {len(missing) - _MOST} more", TextStyle.NOTE, Tone.MUT))

    def _show_unknown(self, unknown: Mapping[str, str]) -> None:
        for name, nearest in unknown.items():
            words = f"{name}: perhaps {nearest}" if nearest else name
            self._list.addWidget(Text(words, TextStyle.BODY, Tone.BAD, lines=0))

    def _show_made(self, made: tuple[MadeRow, ...]) -> None:
        if made:
            self._before.addWidget(Text("Made before", TextStyle.NOTE_STRONG, Tone.MUT))
        for one in made:
            self._before.addWidget(_MadeLine(one))

    def _show_button(self) -> None:
        model = self._model
        self.make.set_busy("Making…" if model.is_making else "")
        reason = ""
        if model.row is None:
            reason = "Choose a template first"
        elif model.look is None:
            reason = "It is being looked at"
        elif model.look.unknown:
            reason = "Mend the names in the template first"
        elif model.look.missing and not self.gaps.isChecked():
            reason = "Enter what is missing, or have it marked"
        self.make.set_reason(reason)


class _MadeLine(QWidget):
    """One document that was made: its name, when, and what has changed since."""

    def __init__(self, made: MadeRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        changed = bool(made.changed)
        row.addWidget(Icon("warning" if changed else "approved", 18, Tone.WARN if changed else Tone.OK))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(made.out.name, TextStyle.VALUE))
        since = f"Changed since: {', '.join(made.changed)}" if changed else "Nothing it used has changed"
        words.addWidget(Text(f"{made.made}. {since}", TextStyle.NOTE, Tone.WARN if changed else Tone.MUT, lines=0))
        row.addLayout(words, 1)
        open_it = LinkButton("Open", icon="open_outside")
        open_it.clicked.connect(lambda: open_file(made.out))
        open_it.set_reason("" if made.out.exists() else "It is no longer there")
        row.addWidget(open_it)


def open_file(path: Path) -> None:
    """Open a document in its own program."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _be(count: int) -> str:
    return "is" if count == 1 else "are"


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
