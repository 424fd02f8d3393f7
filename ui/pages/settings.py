"""Settings: appearance, you, locking, backups, passphrase."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QWidget

from app.domain.passphrase_strength import strength_hint
from app.domain.preferences import ThemeChoice
from ui.pages.make_workspace import SHORTEST, STEPS
from ui.pages.page import Page
from ui.pages.words_dialog import WordsDialog
from ui.theme import TextStyle, Tone
from ui.viewmodels.gate import say_path
from ui.viewmodels.navigation import Place
from ui.viewmodels.session import Session
from ui.viewmodels.settings import IDLE, SCALES, SettingsViewModel
from ui.widgets.button import Button, ButtonKind, LinkButton
from ui.widgets.card import Card
from ui.widgets.choices import ChoiceField, Options, TickBox
from ui.widgets.form import Field, TextField
from ui.widgets.icon import Icon
from ui.widgets.scroll import ScrollColumn
from ui.widgets.secret_field import SecretField, StrengthHint
from ui.widgets.text import Text

_THEMES = (
    (ThemeChoice.SYSTEM, "As the system"),
    (ThemeChoice.LIGHT, "Light"),
    (ThemeChoice.DARK, "Dark"),
    (ThemeChoice.CONTRAST, "High contrast"),
)


class SettingsPage(Page):
    """Cards, each with one subject; what is chosen holds at once."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.model = SettingsViewModel(session, self)
        self.head.set_title("Settings")
        self.head.set_context("Kept on this computer", "nothing is sent anywhere")
        scroll = ScrollColumn()
        grid = QGridLayout()
        grid.setSpacing(16)
        self._grid = grid
        self._cards = (
            self._appearance(),
            self._you(),
            self._locking(),
            self._backups(),
            self._passphrase(),
            self._keys(),
        )
        scroll.column.addLayout(grid)
        self.set_narrow(narrow=False)
        scroll.column.addStretch(1)
        self.body.addWidget(scroll, 1)
        self._scroll = scroll
        self.model.changed.connect(self._show)
        self._show()

    def areas(self) -> tuple[QWidget, ...]:
        """Give the cards as one area."""
        return (self._scroll,)

    def set_narrow(self, narrow: bool) -> None:
        """Lay the cards in two columns, or in one."""
        columns = 1 if narrow else 2
        for number, card in enumerate(self._cards):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, number // columns, number % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)

    def _appearance(self) -> Card:
        card = Card("Appearance", padding=24)
        preferences = self.session.preferences
        self.theme = Options("Colours", [(choice.value, words) for choice, words in _THEMES])
        self.theme.choose(preferences.theme.value)
        self.theme.chosen.connect(lambda key: self.session.prefer(theme=ThemeChoice(key)))
        card.add(Field("Colours", self.theme))
        self.scale = ChoiceField("Size of text", [(str(scale), f"{scale}%") for scale in SCALES])
        self.scale.choose(str(preferences.text_scale))
        self.scale.chosen.connect(lambda key: self.session.prefer(text_scale=int(key)))
        card.add(Field("Size of text", self.scale, "Everything grows with it"))
        self.motion = TickBox("Reduce motion")
        self.motion.setChecked(preferences.reduced_motion)
        self.motion.toggled.connect(lambda on: self.session.prefer(reduced_motion=on))
        card.add(self.motion)
        card.body.addStretch(1)
        return card

    def _you(self) -> Card:
        card = Card("You", padding=24)
        self.user = TextField(self.session.user, "P. Shah")
        self.user.editingFinished.connect(self._keep_user)
        card.add(Field("Your name", self.user, "Stands beside what you approve and change"))
        card.body.addStretch(1)
        return card

    def _locking(self) -> Card:
        card = Card("Locking", padding=24)
        self.idle = ChoiceField("Lock when nobody is there", [(str(minutes), words) for minutes, words in IDLE])
        self.idle.choose(str(self.session.preferences.idle_minutes))
        self.idle.chosen.connect(lambda key: self.session.prefer(idle_minutes=int(key)))
        card.add(Field("Lock when nobody is there", self.idle, "It also locks when the computer goes to sleep"))
        self.remember = TickBox("Remember on this computer, so that it opens without asking")
        self.remember.clicked.connect(lambda on: self.model.remember(on=on))
        card.add(self.remember)
        lock = Button("Lock now", icon="lock", key="Ctrl L")
        lock.clicked.connect(self.session.lock)
        card.add(lock)
        card.body.addStretch(1)
        return card

    def _backups(self) -> Card:
        card = Card("Backups", padding=24)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(Icon("folder", 18, Tone.MUT))
        where.addWidget(Text(say_path(self.model.path), TextStyle.BODY, Tone.MUT), 1)
        card.add(where)
        self._kept = Text("", TextStyle.BODY, lines=3)
        card.add(self._kept)
        card.add(self._backup_place())
        note = "One is made each day something changed, and when the workspace is closed after a change."
        card.add(Text(note, TextStyle.NOTE, Tone.MUT, lines=3))
        row = QHBoxLayout()
        row.setSpacing(8)
        self.back_up = Button("Back up now", icon="backup")
        self.back_up.clicked.connect(lambda: self.model.back_up())
        elsewhere = Button("Back up to a folder", icon="folder")
        elsewhere.clicked.connect(self._back_up_elsewhere)
        shown = LinkButton("Show what is in each")
        shown.clicked.connect(lambda: self.session.navigation.go(Place.HISTORY, part="backups"))
        row.addWidget(self.back_up)
        row.addWidget(elsewhere)
        row.addWidget(shown)
        row.addStretch(1)
        card.add(row)
        card.body.addStretch(1)
        return card

    def _backup_place(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._place = Text("", TextStyle.BODY, Tone.MUT, lines=2)
        self.own_folder = Button("Choose a folder", small=True)
        self.own_folder.clicked.connect(self._choose_own_folder)
        self.beside = Button("Beside the workspace", small=True)
        self.beside.clicked.connect(lambda: self.model.keep_backups_in(None))
        row.addWidget(self._place, 1)
        row.addWidget(self.own_folder)
        row.addWidget(self.beside)
        return row

    def _passphrase(self) -> Card:
        card = Card("Passphrase", padding=24)
        self.present = SecretField("Passphrase or words of today")
        self._present_field = Field("Passphrase or words of today", self.present)
        self.present.textEdited.connect(lambda: self._present_field.set_error(""))
        card.add(self._present_field)
        self.first, self.second = SecretField("New passphrase"), SecretField("The same again")
        self._first_field = Field("New passphrase", self.first)
        self._second_field = Field("The same again", self.second)
        pair = QHBoxLayout()
        pair.setSpacing(16)
        pair.addWidget(self._first_field, 1, Qt.AlignmentFlag.AlignTop)
        pair.addWidget(self._second_field, 1, Qt.AlignmentFlag.AlignTop)
        card.add(pair)
        self._strength = StrengthHint()
        card.add(self._strength)
        note = "A backup is made first. Older backups still open with the passphrase of their day."
        card.add(Text(note, TextStyle.NOTE, Tone.MUT, lines=2))
        self.rekey = Button("Change the passphrase", ButtonKind.GHOST, "key")
        self.rekey.clicked.connect(self.submit_passphrase)
        self.words = Button("Make eight words", icon="words")
        self.words.clicked.connect(lambda: self._with_present(self.model.make_words))
        again = LinkButton("Print the words again")
        again.clicked.connect(lambda: self._with_present(self.model.show_words))
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.rekey, self.words, again):
            row.addWidget(button)
        row.addStretch(1)
        card.add(row)
        self.first.textChanged.connect(self._show_strength)
        self.second.returnPressed.connect(self.submit_passphrase)
        self.model.rekeyed.connect(self._wipe)
        self.model.denied.connect(self._present_field.set_error)
        self.model.words_shown.connect(self._show_words)
        self.model.words_made.connect(self._offer_words)
        card.body.addStretch(1)
        return card

    def _keys(self) -> Card:
        card = Card("Keyboard", padding=24)
        self.letters = TickBox("Single letters act while a list has the focus")
        self.letters.setChecked(self.session.preferences.single_keys)
        self.letters.toggled.connect(lambda on: self.session.prefer(single_keys=on))
        card.add(self.letters)
        note = "K keeps, S skips, E edits. Switch it off if you work by voice. F1 lists all keys."
        card.add(Text(note, TextStyle.NOTE, Tone.MUT, lines=2))
        card.body.addStretch(1)
        return card

    def submit_passphrase(self) -> None:
        """Change the passphrase, or say what is missing."""
        short = len(self.first.text()) < SHORTEST
        differs = self.first.text() != self.second.text()
        self._first_field.set_error(f"Take {SHORTEST} characters or more." if short else "")
        self._second_field.set_error("This is not the same. Type it once more." if differs and not short else "")
        if not short and not differs:
            self._with_present(lambda present: self.model.change_passphrase(present, self.first.text()))

    def _with_present(self, act: Callable[[str], None]) -> None:
        """Act with the passphrase of today, or ask for it: nobody else at an open window changes it."""
        present = self.present.text()
        self._present_field.set_error("" if present else "Type what opens the workspace today.")
        if present:
            act(present)

    def _show_words(self, words: str) -> None:
        self._wipe()
        lead = "They open this workspace, here and on any other computer."
        WordsDialog(words, self.session.name, lead, self).open()

    def _offer_words(self, words: str) -> None:
        present = self.present.text()
        lead = "They become the passphrase of this workspace when you have kept them."
        dialog = WordsDialog(words, self.session.name, lead, self, go="Change the passphrase to these")
        dialog.accepted.connect(lambda: self.model.change_passphrase(present, words))
        dialog.open()

    def _choose_own_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Folder for all backups", str(self.model.path.parent))
        if chosen:
            self.model.keep_backups_in(Path(chosen))

    def _keep_user(self) -> None:
        name = self.user.text().strip()
        if name != self.session.user:
            self.session.prefer(user=name)

    def _back_up_elsewhere(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Folder for the backup", str(self.model.path.parent))
        if chosen:
            self.model.back_up(Path(chosen))

    def _show_strength(self) -> None:
        self._first_field.set_error("")
        hint = strength_hint(self.first.text())
        self._strength.show_strength(STEPS.index(hint.strength), hint.sentence if self.first.text() else "")

    def _show(self) -> None:
        backups = self.model.backups
        count = f"{len(backups)} backups, the last one {backups[0]}" if len(backups) > 1 else ""
        self._kept.setText(count or (f"One backup, {backups[0]}" if backups else "No backup yet"))
        own = self.session.preferences.backup_folder
        self._place.setText(f"Kept in {say_path(Path(own))}" if own else "Kept beside the workspace, in “backups”")
        self.beside.setVisible(bool(own))
        self.remember.setChecked(self.model.is_remembered)
        self.back_up.set_busy(self.model.busy if self.model.busy.startswith("Back") else "")
        self.rekey.set_busy(self.model.busy if self.model.busy.startswith("Chang") else "")

    def _wipe(self) -> None:
        self.present.clear()
        self.first.clear()
        self.second.clear()
