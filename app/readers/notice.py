"""A notice (OCDS) into a questionnaire: the selection criteria it states, each requirement a question.

Many notices put a whole form into one description, and most say only where the form is to be found.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from app.domain.questionnaire import Question, Questionnaire, Signal, Slot, question_id
from app.packages.file_kind import content_of
from app.packages.ocds import SelectionCriterion, read_processes, selection_criteria, text_at
from app.readers.kinds import kind_of
from app.readers.limits import find_limit
from app.readers.sentences import asks

_SECTIONS = {
    "suitability": "Suitability",
    "economic": "Economic and financial standing",
    "technical": "Technical and professional ability",
}
"""OCDS codelist selectionCriteriaType."""
_NONE_STATED = "The notice states no criteria of its own: the buyer asks in the tender documents."
_REF = re.compile(
    r"(?i)\bquestions?\s+(?P<ref>\d[\w.]*\w(?:\s+to\s+\d[\w.]*\w)?)|^(?P<number>\d+[A-Z]?(?:\.\d+)*)[.)]?\s"
)
_MARKED = re.compile(r"(?i)(?:part|section|question)\s+[\divx]+\w*\b|\d+[A-Z]?(?:\.\d+)*[.)]?\s")
_ITEM = re.compile(r"[-–•*·o]\s")
_SURE, _LIKELY = 0.9, 0.7


def read_notice(path: Path) -> Questionnaire:
    """Read the criteria of every procurement in a file; places have no names.

    Raises `FileMissing`, `FileUnreadable`; `KindUnsupported` where the JSON is no notice.
    """
    processes = read_processes(path)
    found = [
        (criterion, block)
        for process in processes
        for criterion in selection_criteria(process.release)
        for block in _blocks(criterion.text.splitlines())
    ]
    questions = tuple(_question(at, *one) for at, one in enumerate(found, 1))
    title = text_at(processes[0].release, "tender", "title")
    digest = hashlib.sha256(content_of(path)).hexdigest()
    return Questionnaire(path.name, "json", digest, questions, title, () if questions else (_NONE_STATED,))


def _blocks(lines: Sequence[str]) -> Iterator[str]:
    """Part a description into requirements.

    Where lines are marked ("Part IV", "4B.1") each mark begins one; else each line does, except the items of a list.
    """
    marked = sum(_MARKED.match(line) is not None for line in lines) > 1
    block: list[str] = []
    for line in lines:
        begins = bool(_MARKED.match(line)) if marked else not (_ITEM.match(line) or _in_list(block))
        if begins and block:
            yield "\n".join(block)
            block = []
        block.append(line)
    if block:
        yield "\n".join(block)


def _in_list(block: Sequence[str]) -> bool:
    return any(line.endswith(":") for line in block)


def _question(at: int, criterion: SelectionCriterion, text: str) -> Question:
    ref = _REF.search(text)
    asking = asks(text)
    return Question(
        question_id(str(at)),
        text,
        Slot(None, writable=False),
        kind_of(text),
        ref=(ref["ref"] or ref["number"]) if ref else "",
        section=_SECTIONS.get(criterion.kind, criterion.kind.capitalize()),
        guidance=criterion.minimum,
        limit=find_limit(text),
        mandatory=True,
        confidence=_SURE if asking else _LIKELY,
        signals=(Signal("a selection criterion of a notice", 2.0), Signal("the text asks", asking)),
    )
