"""One tender: overview, questions, documents, their reading, the check, the pack, and the filled file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import BidfolioError
from app.services.keep_fills import Fill
from app.wording import sentence
from ui.pages.check import CheckView
from ui.pages.correct import CorrectView
from ui.pages.filled import FilledView
from ui.pages.name_dialog import NameDialog
from ui.pages.pack import PackView
from ui.pages.review import ReviewView
from ui.pages.tender_files import TenderFiles
from ui.pages.tender_overview import TenderOverview
from ui.theme import Tone
from ui.viewmodels.checking import CheckingViewModel, FindingRow
from ui.viewmodels.correcting import CorrectingViewModel
from ui.viewmodels.filling import FillingViewModel
from ui.viewmodels.navigation import Place
from ui.viewmodels.packing import PackingViewModel
from ui.viewmodels.review import ReviewViewModel
from ui.viewmodels.session import Session
from ui.viewmodels.tenders import TenderRow, TendersViewModel
from ui.widgets.banner import Banner

OVERVIEW, QUESTIONS, DOCUMENTS, FILLED = "overview", "questions", "documents", "filled"
READING, CHECK, PACK = "reading", "check", "pack"


class TenderView(QWidget):
    """The tabs of a tender. Signals: `changed` says that the head of the page is to be written anew."""

    changed = Signal()

    def __init__(self, session: Session, tenders: TendersViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._tenders = session, tenders
        self.tender_id: str | None = None
        self.tab = QUESTIONS
        self.is_filling = False
        self.review = ReviewViewModel(session, self)
        self.filling = FillingViewModel(session, self)
        self.overview = TenderOverview()
        self.questions = ReviewView(self.review, single_keys=session.preferences.single_keys)
        self.documents = TenderFiles()
        self.filled = FilledView()
        self.checking = CheckingViewModel(session, self)
        self.packing = PackingViewModel(session, self)
        self.correcting = CorrectingViewModel(session, self)
        self.reading = CorrectView(self.correcting, single_keys=session.preferences.single_keys)
        self.check = CheckView(self.checking)
        self.pack = PackView(self.packing, self.checking)
        self.banner = Banner()
        self._views = {
            OVERVIEW: self.overview,
            QUESTIONS: self.questions,
            DOCUMENTS: self.documents,
            READING: self.reading,
            CHECK: self.check,
            PACK: self.pack,
            FILLED: self.filled,
        }
        self._stack = QStackedWidget()
        for view in self._views.values():
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        self._connect()

    def _connect(self) -> None:
        self._tenders.listed.connect(self._show)
        self._tenders.files.failed.connect(self.show_refusal)
        self.review.buyers_files.failed.connect(self.show_refusal)
        self.review.loaded.connect(self._on_loaded)
        self.review.nameless.connect(self._ask_name)
        self.questions.counted.connect(self.changed)
        self.overview.question_wanted.connect(self.open_question)
        self.documents.taken.connect(self.take_in)
        self.documents.opened.connect(self._open_file_questions)
        self.checking.checked.connect(self.changed)
        self.checking.failed.connect(self.show_refusal)
        self.check.wanted.connect(self._go_to)
        self.packing.listed.connect(self.changed)
        self.packing.failed.connect(self.show_refusal)
        self.pack.check_wanted.connect(lambda: self.show_tab(CHECK))
        self.filling.began.connect(lambda _job: self._set_filling(filling=True))
        self.filling.filled.connect(self._on_filled)
        self.filling.known.connect(self._on_known)
        self.filling.refused.connect(self._on_fill_refused)

    @property
    def row(self) -> TenderRow | None:
        """The tender that is shown."""
        return self._tenders.row(self.tender_id)

    @property
    def tabs(self) -> list[tuple[str, str, int | None]]:
        """Key, word and count of each tab; the filled file has one once there is one."""
        row = self.row
        files = len(row.files) if row else 0
        tabs: list[tuple[str, str, int | None]] = [
            (OVERVIEW, "Overview", None),
            (QUESTIONS, "Questions", row.total if row else 0),
            (DOCUMENTS, "Documents", files),
            *([(READING, "Reading", None)] if files else []),
            (CHECK, "Check", len(self.checking.result.of("all")) if self.checking.result else None),
            (PACK, "Pack", None),
        ]
        return [*tabs, (FILLED, "Filled file", None)] if self.filling.fill_of else tabs

    def open_tender(self, tender_id: str, tab: str = "") -> None:
        """Show a tender."""
        if tender_id != self.tender_id:
            self.tender_id = tender_id
            self.filling.fill_of = None
            self.banner.hide()
            self.review.open_file(tender_id)
            self.checking.open_tender(tender_id)
            self.packing.open_tender(tender_id)
        row = self.row
        self.show_tab(tab or (QUESTIONS if row is None or row.files else DOCUMENTS))
        self._show()

    def show_tab(self, tab: str) -> None:
        """Show a tab."""
        self.review.save_now()
        self.tab = tab if tab in self._views else QUESTIONS
        self._stack.setCurrentWidget(self._views[self.tab])
        self.checking.watch(watched=self.tab in (CHECK, PACK))
        self._follow_reading()
        self.changed.emit()

    def _follow_reading(self) -> None:
        """Show the reading of the open file."""
        if self.tab == READING and self.review.file is not None:
            self.correcting.open_file(self.review.file)

    def open_question(self, file_id: str, question_id: str) -> None:
        """Open a question of one of the tender's files."""
        if self.tender_id and (self.review.file is None or self.review.file.id != file_id):
            self.review.open_id = question_id
            self.review.open_file(self.tender_id, file_id)
        else:
            self.questions.open_question(question_id)
        self.show_tab(QUESTIONS)

    def _go_to(self, row: FindingRow) -> None:
        """Show what a finding is about."""
        shown = self.row
        files = {file.file.digest: file.file.id for file in shown.files} if shown else {}
        if row.kind == "question" and row.file_digest in files:
            self.open_question(files[row.file_digest], row.about)
        elif row.kind == "evidence":
            self._session.navigation.go(Place.EVIDENCE, row.about)
        else:
            self.show_tab(DOCUMENTS)

    def take_in(self, paths: Sequence[Path]) -> None:
        """Read buyers' files into this tender."""
        if self.tender_id:
            self.banner.hide()
            self._tenders.take_in(self.tender_id, paths)

    def show_refusal(self, error: BidfolioError) -> None:
        """Say in a sentence what was refused; nothing is lost."""
        first, _dot, rest = sentence(error).partition(". ")
        self.banner.show_message(f"{first}." if rest else first, rest, Tone.BAD)

    def fill(self) -> None:
        """Ask where the filled copy goes, and fill."""
        file, sheet = self.review.file, self.review.questionnaire
        if file is None or sheet is None or self.is_filling:
            return
        self.review.save_now()
        suggested = self.filling.suggested_path(file, self._folder())
        kinds = f"{suggested.suffix[1:].upper()} (*{suggested.suffix})"
        chosen, _kind = QFileDialog.getSaveFileName(self, "Where shall the filled copy go?", str(suggested), kinds)
        if chosen:
            self.banner.hide()
            self._set_filling(filling=True)
            self.filling.fill(file, sheet, self.review.approved, Path(chosen), replace_it=Path(chosen).exists())

    def open_filled(self) -> None:
        """Open the filled file in its own program."""
        fill = self.filling.fill_of
        if fill is not None and self._is_there(Path(fill.out)):
            QDesktopServices.openUrl(QUrl.fromLocalFile(fill.out))

    def show_in_folder(self) -> None:
        """Open the folder of the filled file."""
        fill = self.filling.fill_of
        if fill is not None and self._is_there(Path(fill.out).parent):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(fill.out).parent)))

    def areas(self) -> tuple[QWidget, ...]:
        """Give the areas of the tab that is shown."""
        shown = {
            QUESTIONS: (self.questions.table, self.questions.panel),
            READING: (self.reading.document, self.reading.panel),
            CHECK: (self.check.table, self.check.panel),
        }
        return shown.get(self.tab, (self._views[self.tab],))

    def set_narrow(self, narrow: bool) -> None:
        """Show the open question as a sheet."""
        self.questions.set_narrow(narrow)
        self.reading.set_narrow(narrow)
        self.check.set_narrow(narrow)

    def _folder(self) -> Path:
        fill = self.filling.fill_of
        if fill is not None and Path(fill.out).parent.is_dir():
            return Path(fill.out).parent
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def _is_there(self, path: Path) -> bool:
        if not path.exists():
            self.banner.show_message(f"{path.name} is no longer there.", "Fill the buyer’s file again.", Tone.WARN)
        return path.exists()

    def _show(self) -> None:
        row = self.row
        if row is None:
            return
        self.overview.show_tender(row)
        self.pack.reference = row.tender.reference or row.title
        self.documents.show_files(row.files)
        held = {file.file.id for file in row.files}
        shown = self.review.file is not None and self.review.file.id in held
        if held and not shown and not self.review.is_loading:
            self.review.open_file(row.id)
            if self.tab == DOCUMENTS:
                self.show_tab(QUESTIONS)
        self.changed.emit()

    def _open_file_questions(self, file_id: str) -> None:
        if self.tender_id:
            self.review.open_file(self.tender_id, file_id)
            self.show_tab(QUESTIONS)

    def _on_loaded(self) -> None:
        if self.review.file is not None:
            self.filling.look_up(self.review.file)
        self.changed.emit()

    def _set_filling(self, *, filling: bool) -> None:
        self.is_filling = filling
        self.changed.emit()

    def _on_filled(self, fill: Fill) -> None:
        self._on_known(fill)
        self._set_filling(filling=False)
        self.show_tab(FILLED)

    def _on_known(self, fill: Fill | None) -> None:
        if fill is not None and self.review.questionnaire is not None:
            self.filled.show_fill(fill, self.review.questionnaire)
        elif self.tab == FILLED:
            self.show_tab(QUESTIONS)
        self.changed.emit()

    def _on_fill_refused(self, error: BidfolioError) -> None:
        self._set_filling(filling=False)
        self.show_refusal(error)

    def _ask_name(self) -> None:
        dialog = NameDialog(self)
        dialog.given.connect(self._take_name)
        dialog.open()

    def _take_name(self, name: str) -> None:
        self._session.prefer(user=name)
        self.review.approve_and_next()
