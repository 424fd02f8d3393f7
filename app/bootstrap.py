"""Chooses the adapters and hands over one `Ports` object; the only place that does.

Adapters are imported when they are first needed: reading a Word file should not wait for the database.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.catalogue import Catalogue
from app.domain.changes import Change
from app.domain.dates import ReferenceDates
from app.domain.documents import DocumentData, Rendering, TemplateCard
from app.domain.errors import KindUnsupported
from app.domain.filling import FillReport
from app.domain.incoming import IncomingAnswers, IncomingBid, IncomingNotices, IncomingProfile
from app.domain.layout import Layout
from app.domain.outgoing import OutgoingProfile, OutgoingWorkspace
from app.domain.packs import PackFile
from app.domain.profile import Profile
from app.domain.questionnaire import Question, Questionnaire
from app.domain.records import LibraryAnswer
from app.domain.responses import Response
from app.domain.submission import OwnText
from app.domain.suggestions import Suggestion
from app.domain.values import JsonValue
from app.interchange.bid_json import bid_from_json
from app.interchange.layout_json import correction_from_json, correction_to_json, layout_from_json
from app.interchange.questionnaire_json import questionnaire_from_json, questionnaire_to_json
from app.interchange.template_json import look_from_json
from app.keys import SystemKeyring, derive_key, make_recovery_words
from app.paths import GUIDE, MODEL, TEMPLATES, state_folder
from app.services.ports import NO_VECTORS, MatchQuestions, Ports, Workspaces
from app.storage import SqlWorkspaces

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    from app.matching.by_meaning import NearWording
    from app.matching.meaning.model import LocalMeaning

__all__ = ["Ports", "build_ports"]


def build_ports() -> Ports:
    """Give the ports the program runs with."""
    meaning = _LateMeaning()
    return Ports(
        read=_read,
        fill=_fill,
        convert=_convert,
        match=_matcher(meaning),
        workspaces=_workspaces(),
        catalogue=_catalogue,
        keyring=SystemKeyring(),
        read_profile=_read_profile,
        read_supplier_information=_read_supplier_information,
        read_layout=_read_layout,
        load_layout=layout_from_json,
        dump_correction=correction_to_json,
        load_correction=correction_from_json,
        read_bid=_read_bid,
        load_bid=bid_from_json,
        facts_asked=_facts_asked,
        write_profile=_write_profile,
        read_answers=_read_answers,
        write_answers=_write_answers,
        write_workspace=_write_workspace,
        write_history=_write_history,
        read_notices=_read_notices,
        recovery_words=make_recovery_words,
        dump_questionnaire=questionnaire_to_json,
        load_questionnaire=questionnaire_from_json,
        meaning=meaning,
        clean_properties=_clean_properties,
        pack_archives=_pack_archives,
        render=_render,
        write_whole=_write_whole,
        templates=lambda: sorted(TEMPLATES.glob("*.docx")),
        template_card=_template_card,
        load_template_look=look_from_json,
        read_own_document=_read_own_document,
        guide_page=_guide_page,
        lent_folder=lambda: state_folder() / "lent",
    )


def _clean_properties(source: Path, target: Path) -> tuple[str, ...]:
    from app.packages.doc_properties import clean_copy

    return clean_copy(source, target)


def _pack_archives(parts: Sequence[Sequence[PackFile]], about: Mapping[str, object]) -> tuple[bytes, ...]:
    from app.interchange.pack_zip import pack_archives

    return pack_archives(parts, about)


def _render(path: Path, data: DocumentData, gaps: bool) -> tuple[bytes | None, Rendering]:
    from app.documents.child import render_in_child

    return render_in_child(path, data, gaps=gaps)


def _template_card(path: Path) -> TemplateCard:
    from app.documents.template_card import read_card

    return read_card(path)


def _write_whole(path: Path, content: bytes) -> None:
    from app.interchange.open_files import write_whole

    write_whole(path, content)


def _guide_page(name: str) -> str:
    page = (GUIDE / f"{name}.md").resolve()
    return page.read_text("utf-8") if page.is_relative_to(GUIDE) and page.is_file() else ""


def _read(path: Path) -> Questionnaire:
    from app.readers import read_file

    try:
        return read_file(path)
    except KindUnsupported as error:
        from app.office.libreoffice import find_office

        error.office_is_here = find_office() is not None
        raise


def _convert(source: Path, ending: str, target: Path) -> None:
    from app.office.converted_copy import convert_to

    convert_to(source, ending, target)


def _read_own_document(path: Path) -> OwnText:
    from app.readers.own_document import read_own_document

    return read_own_document(path)


def _read_instructions(path: Path) -> tuple[str, ...]:
    from app.readers.instructions import read_instructions

    return read_instructions(path)


def _fill(source: Path, questionnaire: Questionnaire, answers: Mapping[str, JsonValue], target: Path) -> FillReport:
    from app.fillers import fill_file

    return fill_file(source, questionnaire, answers, target)


class _LateMeaning:
    """The language model of this computer; what reads it is imported when it is first asked."""

    @cached_property
    def _local(self) -> "LocalMeaning":
        from app.matching.meaning.model import LocalMeaning

        return LocalMeaning(MODEL)

    @property
    def model(self) -> str:
        return self._local.model

    def texts(self, profile: Profile, memory: Sequence[Response]) -> Mapping[str, tuple[str, ...]]:
        return self._local.texts(profile, memory)

    def vectors(self, texts: Sequence[str]) -> bytes:
        return self._local.vectors(texts)

    def encode(self, texts: Sequence[str]) -> "NDArray[numpy.float32]":
        return self._local.encode(texts)

    def nearest(self, questions: Sequence[str]) -> "Sequence[Sequence[NearWording]]":
        return self._local.nearest(questions)


def _matcher(meaning: _LateMeaning) -> MatchQuestions:
    def match(
        questions: Sequence[Question],
        profile: Profile,
        memory: Sequence[Response],
        party_id: str | None,
        dates: ReferenceDates,
        vectors: Mapping[str, bytes] = NO_VECTORS,
    ) -> Mapping[str, tuple[Suggestion, ...]]:
        from app.matching import match_questions

        encode = meaning.encode if vectors else None
        return match_questions(questions, profile, memory, party_id, dates, vectors, encode, meaning.nearest)

    return match


def _workspaces() -> Workspaces:
    return SqlWorkspaces(derive_key)


def _catalogue() -> Catalogue:
    from app.interchange.fact_catalogue import load_catalogue

    return load_catalogue()


def _read_profile(path: Path) -> IncomingProfile:
    from app.interchange.profile_json import read_profile

    return read_profile(path, _catalogue())


def _read_layout(path: Path) -> Layout:
    from app.readers.layout import read_layout

    return read_layout(path)


def _read_bid(path: Path) -> IncomingBid:
    from app.readers.completed import read_completed

    return read_completed(path)


def _facts_asked(questions: Sequence[Question]) -> Mapping[str, str]:
    from app.matching.recognised_facts import facts_asked

    return facts_asked(questions)


def _read_supplier_information(path: Path) -> IncomingProfile:
    from app.interchange.supplier_information_read import read_supplier_information

    return read_supplier_information(path, _catalogue())


def _write_profile(outgoing: OutgoingProfile, path: Path, replace: bool) -> None:
    from app.interchange.open_files import write_profile

    write_profile(outgoing, _catalogue(), path, replace=replace)


def _read_answers(path: Path) -> IncomingAnswers:
    from app.interchange.answer_tables import read_answer_table

    return read_answer_table(path)


def _write_history(changes: Sequence[Change], path: Path, replace: bool) -> None:
    from app.interchange.history_table import write_history

    write_history(changes, path, replace=replace)


def _read_notices(path: Path) -> IncomingNotices:
    from app.interchange.notice_json import read_notices

    return read_notices(path)


def _write_answers(answers: Sequence[LibraryAnswer], path: Path, replace: bool) -> None:
    from app.interchange.answer_tables_write import write_answer_table

    write_answer_table(answers, path, replace=replace)


def _write_workspace(outgoing: OutgoingWorkspace, path: Path, replace: bool) -> None:
    from app.interchange.open_files import write_workspace

    write_workspace(outgoing, _catalogue(), path, replace=replace)
