"""The questions of one file with all that is known of their answers, and the part of them that is listed."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import replace

from app.domain.questionnaire import Question
from app.domain.responses import Response
from app.domain.suggestions import Suggestion
from ui.viewmodels.questions import Answering, QuestionRow, Show, is_asked, question_row, say_answer, shows


class AnswerSheet:
    """State of a review. One question's change works out its own row and those that hang on it, no others."""

    def __init__(self, questions: Sequence[Question] = ()) -> None:
        self._answers = {question.id: Answering(question) for question in questions}
        self._rows = {one: question_row(now) for one, now in self._answers.items()}
        self._hanging: dict[str, list[str]] = {}
        for question in questions:
            if question.condition:
                self._hanging.setdefault(question.condition.question_id, []).append(question.id)
        self.listed: tuple[QuestionRow, ...] = tuple(self._rows.values())
        self._counts: Mapping[Show, int] | None = None

    def __len__(self) -> int:
        return len(self._answers)

    def __iter__(self) -> Iterator[Answering]:
        return iter(self._answers.values())

    def get(self, question_id: str | None) -> Answering | None:
        """Find what is known of a question."""
        return self._answers.get(question_id or "")

    def row(self, question_id: str) -> QuestionRow:
        """Give the row of a question."""
        return self._rows[question_id]

    @property
    def counts(self) -> Mapping[Show, int]:
        """How many questions each filter lets through."""
        if self._counts is None:
            self._counts = {show: sum(shows(row, show, ()) for row in self._rows.values()) for show in Show}
        return self._counts

    @property
    def sections(self) -> tuple[str, ...]:
        """The headings of the file, in its order."""
        return tuple(dict.fromkeys(row.section for row in self._rows.values() if row.section))

    def put(self, now: Answering) -> None:
        """Take a question's newer state, and tell which other questions fall away or come back by it."""
        self._answers[now.question.id] = now
        hanging = self._hanging.get(now.question.id, ())
        if hanging:
            said = self._in_words({now.question.id})
            for one in hanging:
                held = self._answers[one]
                self._answers[one] = replace(held, asked=is_asked(held.question, said))
        for one in (now.question.id, *hanging):
            before, self._rows[one] = self._rows[one], question_row(self._answers[one])
            if (before.state, before.word) != (self._rows[one].state, self._rows[one].word):
                self._counts = None
        self.listed = tuple(self._rows[row.id] for row in self.listed)

    def hold(self, responses: Sequence[Response], unsaved: Container[str]) -> None:
        """Take every response of the file; a question without one has no answer, and what is unsaved stays."""
        kept = {one.key.question_id: one for one in responses if one.key.party_id is None}
        for question_id, now in self._answers.items():
            response = kept.get(question_id)
            if question_id in unsaved:
                self._answers[question_id] = replace(now, response=response)
            elif now.response != response or now.edited:
                value = response.value if response else None
                self._answers[question_id] = replace(now, value=value, response=response, edited=False)
        self._settle()

    def offer(self, found: Mapping[str, tuple[Suggestion, ...]]) -> None:
        """Take suggestions."""
        for question_id, suggestions in found.items():
            now = self._answers.get(question_id)
            if now is not None:
                self._answers[question_id] = replace(now, suggestions=suggestions, is_searched=True)
        self._settle()

    def list(self, show: Show, section: str, text: str) -> None:
        """List what a filter, a section and a search let through."""
        words = text.casefold().split()
        self.listed = tuple(
            row for row in self._rows.values() if shows(row, show, words) and (not section or row.section == section)
        )

    def next_after(self, question_id: str | None, step: int, wanted: Callable[[QuestionRow], bool]) -> str | None:
        """Find the next listed question that is wanted, going round; None where there is no other."""
        ids = [row.id for row in self.listed]
        if not ids:
            return None
        at = ids.index(question_id) if question_id in ids else (-1 if step > 0 else 0)
        around = ((at + step * distance) % len(ids) for distance in range(1, len(ids) + 1))
        found = (ids[place] for place in around if wanted(self.listed[place]))
        return next((one for one in found if one != question_id), None)

    def _settle(self) -> None:
        said = self._in_words(self._hanging)
        for question_id, now in self._answers.items():
            if now.question.condition:
                self._answers[question_id] = replace(now, asked=is_asked(now.question, said))
        self._rows = {one: question_row(now) for one, now in self._answers.items()}
        self._counts = None
        self.listed = tuple(self._rows[row.id] for row in self.listed)

    def _in_words(self, wanted: Container[str]) -> Mapping[str, str]:
        return {one: say_answer(now.question, now.value) for one, now in self._answers.items() if one in wanted}
