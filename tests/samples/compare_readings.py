"""Compare what is read of a printed form with what is read of the same form in Word.

`python -m tests.samples.compare_readings PRINT.pdf FORM.docx` prints recall and precision, what was missed and what
was read beside it. A question is found where a printed one holds most of its wording; each answers for one.
"""

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.questionnaire import Question
from app.readers import read_file

_WORDS = 60
"""Words of a question that are looked for."""
_SHARE = 0.7


@dataclass(frozen=True)
class Comparison:
    """How far two readings agree."""

    found: int
    missed: tuple[Question, ...]
    beside: tuple[Question, ...]

    @property
    def recall(self) -> float:
        """The share of the form's questions that the print gave."""
        return self.found / max(1, self.found + len(self.missed))

    @property
    def precision(self) -> float:
        """The share of the print's questions that are the form's."""
        return self.found / max(1, self.found + len(self.beside))


def compare(printed: Sequence[Question], form: Sequence[Question]) -> Comparison:
    """Find each question of the form among those of the print, in order."""
    left = list(printed)
    missed = []
    for asked in form:
        hit = next((one for one in left if _holds(one, asked)), None)
        if hit is None:
            missed.append(asked)
        else:
            left.remove(hit)
    return Comparison(len(form) - len(missed), tuple(missed), tuple(left))


def _holds(printed: Question, asked: Question) -> bool:
    wanted = _words(asked.text)[:_WORDS]
    have = set(_words(f"{printed.section} {printed.ref} {printed.text} {printed.guidance}"))
    return sum(word in have for word in wanted) >= _SHARE * len(wanted)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def main() -> None:
    """Print the comparison of two files."""
    told = compare(read_file(Path(sys.argv[1])).questions, read_file(Path(sys.argv[2])).questions)
    print(f"recall {told.recall:.3f}, precision {told.precision:.3f}, {told.found} found")  # noqa: T201
    for name, questions in (("missed", told.missed), ("beside", told.beside)):
        for one in questions:
            print(f"  {name}: {one.ref} {one.text[:90]!r}")  # noqa: T201


if __name__ == "__main__":
    main()
