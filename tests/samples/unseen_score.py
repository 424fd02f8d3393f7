"""Score what a newcomer gets on forms in unseen wordings: a profile without library answers in, a filled file out.

`python -m tests.samples.unseen_score [first|second|third] [--right 0.85] [--wrong 0.01]` fills the forms of
`unseen_forms.py` with what is green and reads them back. A figure below the share asked for exits with 1.
"""

import argparse
import re
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from app.domain.answers_in_words import say_date
from app.domain.dates import ReferenceDates
from app.domain.profile import Profile
from app.domain.values import JsonValue
from app.fillers import fill_file
from app.interchange.fact_catalogue import load_catalogue
from app.interchange.profile_json import read_profile
from app.matching import Nearest, match_questions
from app.matching.meaning.model import LocalMeaning
from app.paths import MODEL, RESOURCES
from app.readers import read_file
from app.services.fill_unreviewed import choose_unreviewed
from tests.samples.read_places import Places
from tests.samples.unseen_forms import Label, write_forms

DAY = date(2026, 11, 22)


@dataclass
class Score:
    """What stands in the places of some forms."""

    right: int = 0
    answerable: int = 0
    wrong: list[str] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)

    @property
    def share_right(self) -> float:
        """Of what a fact or piece of evidence answers, the share that stands there."""
        return self.right / max(1, self.answerable)

    @property
    def share_wrong(self) -> float:
        """Of what was written, the share that should not stand there."""
        return len(self.wrong) / max(1, self.right + len(self.wrong))


def sample_newcomer() -> Profile:
    """Give the sample supplier as it is before any bid: facts and evidence, and no library answers."""
    return replace(read_profile(RESOURCES / "sample" / "profile.json", load_catalogue()).profile, answers=())


def score(only: str, profile: Profile, meant: Nearest | None = None) -> Score:
    """Fill every form whose name matches with what is green, and compare each place with its label."""
    total = Score()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for source, labels in write_forms(folder, only=only):
            questionnaire = read_file(source)
            offered = match_questions(
                questionnaire.questions, profile, (), None, ReferenceDates.all_on(DAY), meant=meant
            )
            chosen = choose_unreviewed(questionnaire.questions, offered)
            target = folder / f"filled-{source.name}"
            fill_file(source, questionnaire, {key: one.value for key, one in chosen.items()}, target)
            before, after = Places(source), Places(target)
            for label in labels:
                held = after[label.place].text
                _judge(total, label, held if held != before[label.place].text else "", profile)
    return total


def _judge(total: Score, label: Label, written: str, profile: Profile) -> None:
    value, known = _expected(label, profile)
    total.answerable += known
    said = f"{label.asked}: {written!r}"
    if written and known and states(written, value):
        total.right += 1
    elif written:
        total.wrong.append(said)
    elif known:
        total.empty.append(said)


def _expected(label: Label, profile: Profile) -> tuple[JsonValue, bool]:
    """Give the value that should stand there, and whether any should."""
    if label.fact is None:
        return label.value, label.value is not None
    item = profile.evidence_on(label.fact, DAY)
    fact = profile.fact_on(label.fact, DAY)
    value: JsonValue = True if item is not None else fact.value if fact is not None else None
    return (not value if label.inverted else value), value is not None


def states(written: str, value: JsonValue) -> bool:
    """Tell whether a text states a value, in any common way of writing it."""
    if isinstance(value, bool):
        return _says_yes(written) is value
    if isinstance(value, int | float):
        numbers = re.findall(r"\d[\d,]*(?:\.\d+)?", written)
        return any(abs(float(one.replace(",", "")) - value) < 1e-9 for one in numbers)
    if isinstance(value, Mapping):
        return all(states(written, value[part]) for part in ("street", "postcode") if part in value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return all(states(written, one) for one in value)
    text = str(value)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        day = date.fromisoformat(text)
        return any(one in written for one in (text, say_date(day), f"{day:%d/%m/%Y}"))
    return _bare(text) in _bare(written)


def _says_yes(written: str) -> bool | None:
    ticked = re.search(r"(?i)\b(yes|no)\s*☒", written)
    first = ticked or re.match(r"(?i)\W*(yes|no|true|false|y|n)\b", written)
    return first[1].lower() in ("yes", "true", "y") if first else None


def _bare(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", re.sub(r"^https?://", "", text).lower())


def main() -> None:
    """Print the figures and what is wrong or empty."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", nargs="?", default="*")
    parser.add_argument("--right", type=float, default=0.0)
    parser.add_argument("--wrong", type=float, default=1.0)
    parser.add_argument("--words", action="store_true", help="without the model")
    asked = parser.parse_args()
    found = score(f"{asked.set}*", sample_newcomer(), None if asked.words else LocalMeaning(MODEL).nearest)
    lines = [*(f"empty: {one}" for one in found.empty), *(f"wrong: {one}" for one in found.wrong)]
    lines.append(
        f"right {found.share_right:.3f} of {found.answerable}, wrong {found.share_wrong:.3f} of what was written"
    )
    sys.stdout.write("\n".join(lines) + "\n")
    sys.exit(found.share_right < asked.right or found.share_wrong > asked.wrong)


if __name__ == "__main__":
    main()
