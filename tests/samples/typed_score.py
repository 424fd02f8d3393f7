"""Score typed answers: yes or no, choices, dates, numbers, sums, shares, ticks and tables on labelled files.

`python -m tests.samples.typed_score FOLDER... [--right 0.98]` answers each labelled question of these kinds in
`*.gold.json`, fills a copy and reads it back with code of its own. It prints what is wrong and what Word or Excel
would repair, and exits with 1 below the share asked for or with any new fault.
"""

import argparse
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from app.domain.questionnaire import Question
from app.domain.values import JsonValue
from app.fillers import fill_file
from app.readers import read_file
from tests.samples.package_check import faults
from tests.samples.read_places import Held, Places

TYPED = ("yes_no", "choice", "multi_choice", "date", "number", "money", "percent", "table")
DAY = date(2027, 3, 9)
SUM, SHARE = 98765.4, 12.5
_DAY = r"0?9(?:th)?[ ./-]+(?:March|Mar|0?3)[ ,./-]+(?:20)?27|2027-03-09|March 0?9,? 2027"
_PRINTED = re.compile(r"(?i)\byes\b\W{1,6}no\b")
_EMPTY, _TICKED = "☐□▢❏❑○", "☒☑✓✔■●"


@dataclass(frozen=True)
class Wrong:
    """One answer that is not where or not what it should be."""

    kind: str
    place: str
    why: str


def score_file(labels: Mapping[str, Any], source: Path, folder: Path) -> tuple[Counter[str], list[Wrong], list[str]]:
    """Fill one labelled file; give what was asked of each kind, what is wrong, and new faults of the package."""
    questionnaire = read_file(source)
    wanted = [one for one in labels["questions"] if one.get("kind") in TYPED]
    pairs = [(label, question_of(label, questionnaire.questions)) for label in wanted]
    before, target = Places(source), folder / f"filled{source.suffix}"
    answers = {one.id: value_of(label["kind"], one, at, before) for at, (label, one) in enumerate(pairs) if one}
    refused = {one.question_id: one.reason for one in fill_file(source, questionnaire, answers, target).left}
    after, wrong = Places(target), []
    for label, one in pairs:
        if one is None:
            wrong.append(Wrong(label["kind"], str(label["answer"])[:60], "no question names this place"))
        elif one.id in refused:
            wrong.append(Wrong(label["kind"], str(one.slot.where), refused[one.id]))
        elif why := "; ".join(misses(label["kind"], one, answers[one.id], before, after)):
            wrong.append(Wrong(label["kind"], str(one.slot.where), why))
    is_package = source.suffix.lower() != ".pdf"
    new = sorted(set(faults(target)) - set(faults(source))) if is_package else []
    return Counter(one["kind"] for one in wanted), wrong, new


def question_of(label: Mapping[str, Any], questions: tuple[Question, ...]) -> Question | None:
    """Find the question that names a labelled place, best one of the label's own kind."""
    given = label["answer"] if isinstance(label["answer"], list) else [label["answer"]]
    places = {_block(place) for place in (*given, *(label.get("ticks") or {}).values())}
    found = [one for one in questions if places & {_block(place) for place in _places_of(one)}]
    return next((one for one in found if one.kind == label["kind"]), found[0] if found else None)


def value_of(kind: str, question: Question, number: int, before: Places) -> JsonValue:
    """Choose an answer of a kind, another for each question in turn."""
    options = question.options or tuple(question.slot.options)
    if question.kind == "table":
        columns = list(enumerate(question.slot.options.items()))
        rows = range(2 if before.has_rows else 1)
        return [{title: before.choice(place) or f"R{row}C{at}" for at, (title, place) in columns} for row in rows]
    if kind == "multi_choice" and options:
        return list(dict.fromkeys((options[0], options[-1])))
    if kind == "yes_no" and {"yes", "no"} <= {one.strip().casefold() for one in options or ("Yes", "No")}:
        return number % 2 == 0
    if kind in ("yes_no", "choice"):
        return options[number % len(options)] if len(options) > 1 else number % 2 == 0
    return {"date": DAY.isoformat(), "number": 1200 + number, "money": SUM, "percent": SHARE}.get(kind, "Words")


def misses(kind: str, question: Question, value: JsonValue, before: Places, after: Places) -> Iterator[str]:
    """Say what a filled file holds otherwise than it should for one answer."""
    options = question.slot.options
    if question.kind == "table":
        for row, entry in enumerate(value if isinstance(value, list) else ()):
            for title, place in options.items():
                held = after.below(place, row).text
                if not isinstance(entry, Mapping) or str(entry[title]) not in held:
                    yield f"row {row} of {title!r} holds {held[:40]!r}"
    elif options:
        chosen = [_said(one) for one in (value if isinstance(value, list) else [value])]
        for option, place in options.items():
            should = chosen == ["yes"] if len(options) == 1 else option.strip().casefold() in chosen
            if _is_ticked(before[place], after[place], option, tuple(options)) != should:
                yield f"{option!r} should {'' if should else 'not '}be ticked in {after[place].text[:60]!r}"
    else:
        place = question.slot.where or ""
        if not _holds(kind, value, before[place], after[place]):
            yield f"{value!r} in {after[place].value!r:.80}"


def _holds(kind: str, value: JsonValue, before: Held, after: Held) -> bool:
    if isinstance(value, list):
        return all(_count(_said(one), after.text) for one in value)
    if isinstance(value, bool):
        other = _said(not value)
        kept = 0 if _PRINTED.search(before.text) else _count(other, before.text)
        return _count(_said(value), after.text) > 0 and _count(other, after.text) <= kept
    if kind == "date":
        return after.value == DAY or bool(re.search(_DAY, after.text))
    if isinstance(value, str):
        return _said(value) in _said(after.text)
    return _holds_figure(kind, float(str(value)), after)


def _holds_figure(kind: str, figure: float, after: Held) -> bool:
    if isinstance(after.value, int | float) and not isinstance(after.value, bool):
        return abs(after.value - figure / (100 if after.is_share else 1)) < 1e-9
    if kind == "percent" and "%" not in after.text:
        return False
    shown = [float(one.replace(",", "")) for one in re.findall(r"\d[\d,]*(?:\.\d+)?", after.text)]
    return figure in shown


def _is_ticked(before: Held, after: Held, option: str, options: tuple[str, ...]) -> bool:
    if after.states:
        return after.value not in ("", "Off") and (len(after.states) == 1 or _said(option) == _said(after.value))
    glyphs = [at for at, letter in enumerate(after.text) if letter in _EMPTY + _TICKED]
    if not glyphs or not any(letter in before.text for letter in _EMPTY + _TICKED):
        return after.text != before.text
    if len(glyphs) == 1:
        return after.text[glyphs[0]] in _TICKED
    parts = re.split(f"[{_EMPTY}{_TICKED}]", after.text)
    words_first = bool(parts[0].strip()) and not any(_count(_said(one), parts[-1]) for one in options)
    labels = parts[:-1] if words_first else parts[1:]
    near = [at for at, label in zip(glyphs, labels, strict=True) if _count(_said(option), label)]
    return any(after.text[at] in _TICKED for at in near[:1])


def _said(value: JsonValue) -> str:
    words = ("Yes" if value else "No") if isinstance(value, bool) else str(value)
    return " ".join(words.split()).casefold()


def _count(words: str, text: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(words)}(?!\w)", text.casefold())) if words else 0


def _places_of(question: Question) -> Iterator[str]:
    yield from (question.slot.where or "", *question.slot.options.values())


def _block(place: str) -> str:
    base = place.partition("#")[0]
    return base if "!" in base or base.startswith("field:") else re.sub(r"\.p\d+$", "", base)


def main() -> None:
    """Print the score of each folder of labels."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", nargs="+", type=Path)
    parser.add_argument("--right", type=float, default=0.98)
    asked = parser.parse_args()
    counts: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    broken = 0
    for path in sorted(one for folder in asked.labels for one in folder.glob("*.gold.json")):
        labels = json.loads(path.read_text(encoding="utf-8"))
        with tempfile.TemporaryDirectory() as folder:
            wanted, wrong, new = score_file(labels, path.parent / labels["file"], Path(folder))
        counts, lost, broken = counts + wanted, lost + Counter(one.kind for one in wrong), broken + len(new)
        print(f"{labels['file']}: {wanted.total() - len(wrong)}/{wanted.total()}")  # noqa: T201
        for said in (*wrong, *new):
            print(f"   {said}")  # noqa: T201
    right = 1 - lost.total() / max(1, counts.total())
    kinds = ", ".join(f"{kind} {count - lost[kind]}/{count}" for kind, count in sorted(counts.items()))
    print(f"right {right:.3f} of {counts.total()} ({kinds}); {broken} new faults of packages")  # noqa: T201
    sys.exit(right < asked.right or broken > 0)


if __name__ == "__main__":
    main()
