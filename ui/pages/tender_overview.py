"""A tender at a glance: its days, progress by section, its buyer's files."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.responses import ResponseState
from ui.theme import TextStyle, Tone, current
from ui.viewmodels.saying import say_day, say_moment
from ui.viewmodels.tenders import REGIMES, SectionProgress, TenderRow
from ui.widgets.card import Card
from ui.widgets.painting import draw_box
from ui.widgets.scroll import ScrollColumn
from ui.widgets.state_mark import State, StateMark, paint_state_square
from ui.widgets.text import Text

STATES = {
    ResponseState.APPROVED: State.APPROVED,
    ResponseState.IN_REVIEW: State.IN_REVIEW,
    ResponseState.DRAFT: State.DRAFT,
    None: State.NO_ANSWER,
}
SQUARE, PITCH = 26, 30


class StateSquares(QWidget):
    """Each square is a question, in the buyer's order. Signals: `chosen` carries the id of one that was pressed."""

    draws_own_focus = True

    chosen = Signal(str)

    def __init__(self, section: SectionProgress, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._section = section
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        counts = {state: sum(one is state for one in section.states) for state in STATES}
        said = ", ".join(f"{count} {STATES[state].word.lower()}" for state, count in counts.items() if count)
        self.setAccessibleName(f"{section.title}: {said}")
        self.setToolTip(said)

    def hasHeightForWidth(self) -> bool:
        """Say that many squares wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all rows of squares."""
        pitch = current().px(PITCH)
        rows = -(-len(self._section.states) // max(width // pitch, 1))
        return max(rows, 1) * pitch

    def sizeHint(self) -> QSize:
        """Give one row."""
        pitch = current().px(PITCH)
        return QSize(min(len(self._section.states), 16) * pitch, self.heightForWidth(16 * pitch))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the squares."""
        painter = QPainter(self)
        for number, state in enumerate(self._section.states):
            paint_state_square(painter, self._square(number), STATES[state])
        if self.hasFocus():
            draw_box(painter, self._square(self._at).adjusted(-2, -2, 2, 2), 8, None, current().colour("acc"), 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrow keys; open on Enter."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self._at = min(max(self._at + step, 0), len(self._section.states) - 1)
            self.setAccessibleDescription(f"Question {self._at + 1}: {STATES[self._section.states[self._at]].word}")
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._section.question_ids[self._at])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the question behind a square."""
        for number, question_id in enumerate(self._section.question_ids):
            if self._square(number).contains(event.position().toPoint()):
                self.chosen.emit(question_id)

    def _square(self, number: int) -> QRect:
        theme = current()
        pitch, side = theme.px(PITCH), theme.px(SQUARE)
        across = max(self.width() // pitch, 1)
        return QRect(number % across * pitch + 2, number // across * pitch + 2, side, side)


class TenderOverview(QWidget):
    """Days at the top, below them progress. Signals: `question_wanted` carries file id and question id."""

    question_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollColumn(spacing=16)
        outer.addWidget(self._scroll)
        self._part = QWidget()
        self._scroll.column.addWidget(self._part)
        self._scroll.column.addStretch(1)
        self._shown: TenderRow | None = None

    def show_tender(self, row: TenderRow) -> None:
        """Show a tender."""
        if row == self._shown:
            return
        self._shown = row
        old, self._part = self._part, QWidget()
        column = QVBoxLayout(self._part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(_days(row))
        for file in row.files:
            column.addWidget(self._progress(row, file.file.id))
        self._scroll.column.replaceWidget(old, self._part)
        old.hide()
        old.deleteLater()

    def _progress(self, row: TenderRow, file_id: str) -> Card:
        file = next(one for one in row.files if one.file.id == file_id)
        approved = file.counts[ResponseState.APPROVED]
        share = f", {round(100 * approved / file.total)}%" if file.total else ""
        card = Card(file.file.name, f"{approved} of {file.total} approved{share}")
        for section in file.sections:
            line = QHBoxLayout()
            line.setSpacing(16)
            title = Text(section.title or "Without a heading", TextStyle.VALUE, lines=2)
            title.setFixedWidth(current().px(300))
            squares = StateSquares(section)
            squares.chosen.connect(lambda one, wanted=file_id: self.question_wanted.emit(wanted, one))
            count = Text(
                f"{section.approved} of {len(section.states)}", TextStyle.VALUE, align=Qt.AlignmentFlag.AlignRight
            )
            count.setFixedWidth(current().px(64))
            line.addWidget(title, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(squares, 1)
            line.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
            card.add(line)
        if not file.is_read:
            card.add(Text("This file has not been read yet. Open its questions to read it.", TextStyle.BODY, Tone.MUT))
        card.add(_legend())
        return card


def _legend() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(24)
    for state in (State.APPROVED, State.IN_REVIEW, State.DRAFT, State.NO_ANSWER):
        row.addWidget(StateMark(state))
    row.addStretch(1)
    return row


def _days(row: TenderRow) -> Card:
    tender = row.tender
    card = Card()
    line = QHBoxLayout()
    line.setSpacing(16)
    facts = (
        ("Due", say_moment(tender.submission) if tender.submission else "Not known yet", row.left),
        ("Award", say_day(tender.award, weekday=True) if tender.award else "Not known yet", ""),
        ("Contract start", say_day(tender.start, weekday=True) if tender.start else "Not known yet", ""),
        ("Rules", dict(REGIMES)[tender.regime], tender.reference),
        ("Lots", ", ".join(tender.lots) or "None given", ""),
    )
    for label, value, note in facts:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Text(label, TextStyle.NOTE, Tone.MUT))
        known = value not in ("Not known yet", "None given")
        column.addWidget(
            Text(
                value, TextStyle.VALUE if known else TextStyle.BODY, Tone.TEXT if known else Tone.MUT, italic=not known
            )
        )
        column.addWidget(Text(note or " ", TextStyle.NOTE, Tone.ACC if label == "Due" else Tone.MUT))
        line.addLayout(column, 1)
    card.add(line)
    return card
