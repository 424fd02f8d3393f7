"""Check a bid before submission: run every check, and set aside what a person overrode."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from app.domain.checks.every import findings_of
from app.domain.findings import Finding, Gravity
from app.domain.questionnaire import Kind, Questionnaire
from app.domain.submission import OwnDocument, Submission
from app.domain.tenders import Tender
from app.services.gather_bid import gather_file, gather_tender
from app.services.keep_documents import documents_of
from app.services.override_findings import with_overrides
from app.services.ports import Ports, Workspace
from app.services.read_content import read_content
from app.services.suggest_answers import Bid

_WORD = (".docx", ".docm")


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check found, and what it looked at."""

    submission: Submission
    findings: tuple[Finding, ...]
    """The gravest first; those overridden carry the override."""

    @property
    def standing(self) -> tuple[Finding, ...]:
        """Those nobody has overridden."""
        return tuple(one for one in self.findings if one.stands)

    @property
    def passes(self) -> bool:
        """Tell whether nothing but hints stands."""
        return all(one.gravity is Gravity.HINT for one in self.standing)

    @property
    def stopping(self) -> tuple[Finding, ...]:
        """Those that stop the bid."""
        return tuple(one for one in self.standing if one.gravity is Gravity.STOPS)

    @property
    def may_go(self) -> bool:
        """Tell whether nothing stops the bid."""
        return not self.stopping

    @property
    def to_sign(self) -> int:
        """Count the signatures: a person's own, never written by the program."""
        return sum(one.question.kind is Kind.SIGNATURE for one in self.submission.answers())


def check_tender(workspace: Workspace, ports: Ports, tender: Tender, documents: Sequence[Path] = ()) -> Checked:
    """Check every buyer's file of a tender that asks something, for the supplier and each party that answers.

    `documents` are files of the supplier's own that go with the bid: what they still lack is found. What reading one
    raises comes through.
    """
    made = [path for one in documents_of(tender) if (path := Path(one.out)).is_file()]
    own = tuple(chain.from_iterable(_as_document(ports, path) for path in dict.fromkeys((*documents, *made))))
    with workspace.work(f"Check {tender.title}") as unit:
        return _checked(replace(gather_tender(unit, ports, tender), documents=own))


def check_file(workspace: Workspace, ports: Ports, path: Path, questionnaire: Questionnaire, bid: Bid) -> Checked:
    """Check the answers to one buyer's file, in a tender or outside any; of a document of our own, what it lacks."""
    with workspace.work(f"Check {questionnaire.file_name}") as unit:
        submission = gather_file(unit, ports, path, questionnaire, bid)
        is_buyers = bool(unit.tender_files.where(digest=questionnaire.digest))
        if not is_buyers and not any(submission.written()):
            submission = replace(submission, documents=_as_document(ports, path))
        return _checked(submission)


def _as_document(ports: Ports, path: Path) -> tuple[OwnDocument, ...]:
    """Read a document of our own, such as a letter; only Word files can be looked into."""
    if path.suffix.lower() not in _WORD:
        return ()
    digest = hashlib.sha256(read_content(path)).hexdigest()
    return (OwnDocument(path.name, digest, ports.read_own_document(path)),)


def _checked(submission: Submission) -> Checked:
    return Checked(submission, with_overrides(submission.tender, findings_of(submission)))
