"""The form of one record at the right: its fields, its file, and what saves itself when the person goes on."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from app.domain.records import Record
from app.domain.values import JsonValue
from ui.theme import TextStyle, Tone
from ui.viewmodels.records import RecordsViewModel, with_article
from ui.widgets.button import Button, ButtonKind, LinkButton
from ui.widgets.detail_panel import DetailPanel
from ui.widgets.drop_zone import dropped_paths
from ui.widgets.form import Field, caption
from ui.widgets.icon import Icon
from ui.widgets.text import Text
from ui.widgets.value_editor import ValueEditor
from ui.widgets.value_groups import make_editor


class RecordForm(DetailPanel):
    """Edits the open record of a list.

    Signals: `file_wanted` says that its attached file is to be opened; `closed` comes from the panel.
    """

    file_wanted = Signal()

    def __init__(self, model: RecordsViewModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(f"The open {model.kind.noun}", parent)
        self._model = model
        self._file: Path | None = None
        self._shown: tuple[str | None, Mapping[str, JsonValue]] = (None, {})
        self._fields: dict[str, tuple[Field, ValueEditor]] = {}
        for field in model.kind.fields:
            editor = make_editor(field.type, field.label, choices=field.choices)
            editor.edited.connect(self._on_edit)
            row = Field(field.label, editor, field.hint)
            self._fields[field.name] = (row, editor)
            self.content.addWidget(row)
        self._attached = Text("", TextStyle.VALUE)
        self.attach = Button("Attach a file", icon="attachment", small=True)
        self.attach.clicked.connect(self._choose_file)
        self._open_file = LinkButton("Open", icon="open_outside")
        self._open_file.clicked.connect(self.file_wanted)
        if model.kind.takes_file:
            self.content.addWidget(caption("File"))
            self.content.addLayout(self._file_row())
            self.setAcceptDrops(True)
        self.content.addStretch(1)
        self.remove = Button("Remove", ButtonKind.QUIET, "remove")
        self.remove.clicked.connect(self._model.remove)
        self.save = Button("Save", ButtonKind.PRIMARY, "tick", key="Ctrl Enter")
        self.save.clicked.connect(self.keep)
        self.set_actions(self.remove, self.save)
        model.opened.connect(self.show_record)

    def _file_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Icon("attachment", 18, Tone.ACC, tile=True))
        row.addWidget(self._attached, 1)
        row.addWidget(self._open_file)
        row.addWidget(self.attach)
        return row

    @property
    def values(self) -> Mapping[str, JsonValue]:
        """What stands in the form."""
        return {name: editor.value() for name, (_row, editor) in self._fields.items()}

    @property
    def is_changed(self) -> bool:
        """Whether a person changed what was shown."""
        return self._shown[0] is not None and (self.values != self._shown[1] or self._file is not None)

    def show_record(self, record: Record | None) -> None:
        """Show a record; what was changed in the one before has been kept."""
        if record is not None and self._shown[0] == record.id and self.is_changed:
            return
        self._file = None
        for row, _editor in self._fields.values():
            row.set_error("")
            row.setEnabled(record is not None)
        values = self._model.kind.values(record) if record else {}
        for name, (_row, editor) in self._fields.items():
            editor.set_value(values.get(name))
        self._shown = (record.id if record else None, self.values)
        self._head(record)
        self._show_file(getattr(record, "file", "") if record else "")
        self._on_edit()

    def settle(self) -> None:
        """Keep what was changed before another record is shown; what cannot be kept is let go."""
        if self.is_changed and not self._problems():
            self._model.keep(self.values, self._file)
        self._shown, self._file = (self._shown[0], self.values), None

    def keep(self) -> None:
        """Keep the record, or say what is wrong."""
        problems = self._problems()
        for name, (row, _editor) in self._fields.items():
            row.set_error(problems.get(name, ""))
        if not problems:
            values, file = self.values, self._file
            self._shown, self._file = (self._shown[0], values), None
            self._model.keep(values, file)

    def take_file(self, path: Path) -> None:
        """Take a file to be kept with the record on saving."""
        self._file = path
        self._show_file(path.name)
        self._on_edit()

    def choose_kind(self, kind: str) -> None:
        """Choose the kind of a new record, where it is one of those that can be chosen."""
        field = next((one for one in self._model.kind.fields if one.name == "kind"), None)
        if field is not None and kind in dict(field.choices):
            self._fields["kind"][1].set_value(kind)

    def begin(self) -> None:
        """Put the cursor into the first field."""
        row, _editor = next(iter(self._fields.values()))
        row.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Ctrl Enter."""
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.keep()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if len(dropped_paths(event.mimeData())) == 1 and self._shown[0] is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach it."""
        event.acceptProposedAction()
        self.take_file(dropped_paths(event.mimeData())[0])

    def _problems(self) -> dict[str, str]:
        problems = {name: said for name, (_row, editor) in self._fields.items() if (said := editor.problem())}
        for name in self._model.missing(self.values):
            problems.setdefault(name, "This is needed.")
        return problems

    def _head(self, record: Record | None) -> None:
        kind = self._model.kind
        if record is None:
            self.set_heading("", f"Choose {with_article(kind.noun)}")
        elif self._model.is_adding:
            self.set_heading("Not saved yet", f"New {kind.noun}", TextStyle.TITLE)
        else:
            row = kind.row(record, self._model.today)
            self.set_heading(row.until or kind.noun.capitalize(), row.title, TextStyle.TITLE)
        self.remove.setText("Discard" if self._model.is_adding else "Remove")
        self.remove.setVisible(record is not None)
        self.save.setVisible(record is not None)

    def _show_file(self, name: str) -> None:
        self._attached.setText(name or "No file attached")
        self._attached.set_tone(Tone.TEXT if name else Tone.MUT)
        self._open_file.setVisible(
            bool(name) and self._file is None and bool(getattr(self._model.open, "attachment", None))
        )
        self.attach.setText("Replace" if name else "Attach a file")
        self.attach.setEnabled(self._shown[0] is not None)

    def _choose_file(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self, "Attach a file")
        if chosen:
            self.take_file(Path(chosen))

    def _on_edit(self) -> None:
        self.save.set_reason("" if self.is_changed or self._model.is_adding else "Nothing has been changed")
