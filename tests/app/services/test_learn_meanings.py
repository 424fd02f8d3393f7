"""The model reads what is kept, in short steps."""

from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path

from app.domain.profile import Profile
from app.domain.records import AnswerVariant, LibraryAnswer
from app.domain.responses import Response
from app.services.learn_meanings import ANSWERS_A_STEP, learn_meanings
from app.services.ports import NoMeaning, Progress
from tests.samples.workspaces import new_workspace


class LetterCounts:
    """A model whose vectors are the length of each text."""

    model = "letters"

    def texts(self, profile: Profile, memory: Sequence[Response]) -> Mapping[str, tuple[str, ...]]:
        return {answer.key: (*answer.questions, answer.variants[0].text) for answer in profile.answers}

    def vectors(self, texts: Sequence[str]) -> bytes:
        return bytes(len(text) for text in texts)


def answers(number: int) -> list[LibraryAnswer]:
    return [LibraryAnswer(f"a{at}", f"k{at}", ("Why?",), (AnswerVariant("Because"),)) for at in range(number)]


def test_what_is_missing_is_read_and_kept(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    with workspace.work("Fill") as work:
        for answer in answers(2):
            work.answers.add(answer)
    told: list[Progress] = []
    assert learn_meanings(workspace, LetterCounts(), 60, told.append) == 0
    with workspace.work("Look") as work:
        assert work.vectors.all("letters") == {"k0": bytes([4, 7]), "k1": bytes([4, 7])}
    assert [one.total for one in told] == [2]
    assert learn_meanings(workspace, LetterCounts(), 60, told.append) == 0
    assert len(told) == 1
    workspace.close()


def test_reading_stops_when_its_time_is_up_and_goes_on_later(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    with workspace.work("Fill") as work:
        for answer in answers(2 * ANSWERS_A_STEP + 1):
            work.answers.add(answer)
    clock = count()
    assert learn_meanings(workspace, LetterCounts(), 2, clock=lambda: float(next(clock))) == ANSWERS_A_STEP + 1
    assert learn_meanings(workspace, LetterCounts(), 60) == 0
    workspace.close()


def test_vectors_of_an_answer_that_is_gone_go_with_it(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    with workspace.work("Fill") as work:
        for answer in answers(2):
            work.answers.add(answer)
    learn_meanings(workspace, LetterCounts(), 60)
    with workspace.work("Remove") as work:
        work.answers.remove("a0")
    learn_meanings(workspace, LetterCounts(), 60)
    with workspace.work("Look") as work:
        assert set(work.vectors.all("letters")) == {"k1"}
    workspace.close()


def test_without_a_model_nothing_is_read(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    assert learn_meanings(workspace, NoMeaning(), 60) == 0
    workspace.close()
