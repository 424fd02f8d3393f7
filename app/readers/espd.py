"""An ESPD request or response into a questionnaire: every requirement that waits for an answer is a question.

The European Single Procurement Document stands in two shapes. Of version 1 a criterion holds groups of
requirements (CCCEV `RequirementGroup`, `Requirement`); of versions 2 to 4 groups of properties (UBL 2.2 and 2.3
`TenderingCriterionPropertyGroup`, `TenderingCriterionProperty`), of which only those of the type QUESTION are asked,
and the others are what the buyer states. Source: ESPD-EDM of the Publications Office, versions 1.0 to 4.1.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import FileUnreadable
from app.domain.questionnaire import Condition, Kind, Question, Questionnaire, Signal, Slot, question_id
from app.packages.file_kind import ASK_AGAIN, content_of
from app.packages.xml_part import XmlUnsafe, parse_xml
from app.readers.kinds import kind_of

if TYPE_CHECKING:
    from lxml import etree

MOST_QUESTIONS = 20_000
MOST_GUIDANCE = 2_000
"""Characters of what the buyer states that are kept with each question."""
_CRITERIA = ("Criterion", "TenderingCriterion")
_SUB_CRITERIA = ("SubCriterion", "SubTenderingCriterion")
_GROUPS = ("RequirementGroup", "TenderingCriterionPropertyGroup", "SubsidiaryTenderingCriterionPropertyGroup")
_REQUIREMENTS = ("Requirement", "TenderingCriterionProperty")
_ANSWERS = ("Response", "TenderingCriterionResponse")
_EXPECTED = ("ExpectedDescription", "ExpectedAmount", "ExpectedValueNumeric", "ExpectedCode", "ExpectedID")
_YES, _NO = "Yes", "No"
_WHEN = {"ONTRUE": _YES, "ONFALSE": _NO}
_NOTHING_OF_ITS_OWN = re.compile(r"(?i)(?:your\s+answer|answer)?\W*")
"""A wording that leaves the question to its criterion."""

_FREE = frozenset({"", "DESCRIPTION", "TEXT"})
_FREE_KINDS = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.EMAIL, Kind.PHONE, Kind.ADDRESS, Kind.URL})
_KINDS = {
    "INDICATOR": Kind.YES_NO,
    "CODE_BOOLEAN": Kind.YES_NO,
    "WEIGHT_INDICATOR": Kind.YES_NO,
    "AMOUNT": Kind.MONEY,
    "MAXIMUM_AMOUNT": Kind.MONEY,
    "MINIMUM_AMOUNT": Kind.MONEY,
    "DATE": Kind.DATE,
    "EVIDENCE_IDENTIFIER": Kind.UPLOAD,
    "EVIDENCE_URL": Kind.URL,
    "URL": Kind.URL,
    "PERCENTAGE": Kind.PERCENT,
    "RATIO": Kind.NUMBER,
    "VALUE_NUMERIC": Kind.NUMBER,
    "MAXIMUM_VALUE_NUMERIC": Kind.NUMBER,
    "MINIMUM_VALUE_NUMERIC": Kind.NUMBER,
    "QUANTITY": Kind.NUMBER,
    "QUANTITY_INTEGER": Kind.NUMBER,
    "QUANTITY_YEAR": Kind.NUMBER,
}
"""The kind of each data type of an answer (ESPD-EDM code list ResponseDataType); the others are text."""


@dataclass(frozen=True, slots=True)
class _Scope:
    """What holds for everything inside a criterion or a group."""

    section: str
    asked: str
    """What the criterion asks: the question of a requirement without a wording of its own."""
    stated: str = ""
    """What the buyer says of it, a line each: captions, and the requirements with the values that are expected."""
    governing: Question | None = None
    """The yes/no question that stands last before; None where the buyer has chosen there himself."""
    condition: Condition | None = None
    pass_fail: bool = False


@dataclass(slots=True)
class _Reading:
    """The questions found so far, by which a place is counted."""

    found: list[Question] = field(default_factory=list)

    def of_criterion(self, element: "etree._Element", above: str = "") -> None:
        """Read a criterion, and the national ones inside it."""
        code = _text(element, "CriterionTypeCode", "TypeCode")
        name = _text(element, "Name") or code
        heading = f"{name} ({code})" if code and code != name else name
        section = " > ".join(part for part in (above, heading) if part)
        passing = _text(element, "EvaluationMethodTypeCode").upper() == "PASSFAIL"
        self._of_group(element, _Scope(section, _text(element, "Description") or name, pass_fail=passing))
        for sub in _children(element, *_SUB_CRITERIA):
            self.of_criterion(sub, section)

    def _of_group(self, element: "etree._Element", scope: _Scope) -> None:
        requirements = list(_children(element, *_REQUIREMENTS))
        stated = [_statement(one) for one in requirements if not _is_asked(one)]
        scope = replace(scope, stated="\n".join(filter(None, (scope.stated, *stated)))[:MOST_GUIDANCE])
        for child in _children(element, *_REQUIREMENTS, *_GROUPS):
            if _name(child) in _GROUPS:
                self._of_group(child, replace(scope, condition=_condition(child, scope)))
            elif _is_asked(child):
                question = self._question(child, scope)
                self.found.append(question)
                if question.kind is Kind.YES_NO:
                    scope = replace(scope, governing=question)
            elif _KINDS.get(_data_type(child)) is Kind.YES_NO:
                scope = replace(scope, governing=None)

    def _question(self, element: "etree._Element", scope: _Scope) -> Question:
        data_type = _data_type(element)
        own = _text(element, "Description")
        text = scope.asked if _NOTHING_OF_ITS_OWN.fullmatch(own) else own
        kind = _kind(data_type, text)
        return Question(
            question_id(str(len(self.found) + 1)),
            text,
            Slot(None, writable=False),
            kind,
            ref=_text(element, "ID"),
            section=scope.section,
            guidance=scope.stated,
            options=(_YES, _NO) if kind is Kind.YES_NO else (),
            condition=scope.condition,
            pass_fail=scope.pass_fail,
            signals=(Signal(f"asks for {data_type}" if data_type else "a requirement", 1.0),),
        )


def read_espd(path: Path) -> Questionnaire:
    """Read the requirements of an ESPD.

    An id is made from the position of the requirement, the reference is its own identifier, and the section
    names the criterion with its code. Raises `FileMissing`, `FileUnreadable`.
    """
    content = content_of(path)
    try:
        root = parse_xml(content)
    except XmlUnsafe as error:
        raise FileUnreadable(path, f"cannot be used: its XML is damaged or unsafe ({error})", ASK_AGAIN) from error
    reading = _Reading()
    for criterion in _children(root, *_CRITERIA):
        reading.of_criterion(criterion)
        if len(reading.found) > MOST_QUESTIONS:
            raise FileUnreadable(path, f"holds more than {MOST_QUESTIONS:,} questions", "Use the part of it that asks.")
    digest = hashlib.sha256(content).hexdigest()
    notices = _notices(root, len(reading.found))
    return Questionnaire(path.name, "espd", digest, tuple(reading.found), _title(root), notices)


def _condition(group: "etree._Element", scope: _Scope) -> Condition | None:
    """Give the condition of a group: its own, else that of the group around it.

    Version 1 writes it as an attribute, GROUP_FULFILLED.ON_TRUE; the first requests have none.
    """
    said = group.get("pi", "").rpartition(".")[2] or _text(group, "PropertyGroupTypeCode")
    answer = _WHEN.get(said.upper().replace("_", ""))
    if answer is None or scope.governing is None:
        return scope.condition
    return Condition(scope.governing.id, (answer,))


def _kind(data_type: str, text: str) -> Kind:
    if data_type not in _FREE:
        return _KINDS.get(data_type, Kind.TEXT)
    kind = kind_of(text)
    return kind if kind in _FREE_KINDS else Kind.TEXT


def _data_type(requirement: "etree._Element") -> str:
    return (requirement.get("responseDataType") or _text(requirement, "ValueDataTypeCode")).upper()


def _is_asked(requirement: "etree._Element") -> bool:
    """Tell what is asked from what the buyer states; in version 1 every requirement is asked."""
    return _name(requirement) == "Requirement" or _text(requirement, "TypeCode").upper() == "QUESTION"


def _statement(requirement: "etree._Element") -> str:
    """Write what the buyer states, with the value that is expected."""
    said, expected = _text(requirement, "Description"), _text(requirement, *_EXPECTED)
    return f"{said}: {expected}" if said and expected else said or expected


def _notices(root: "etree._Element", asked: int) -> tuple[str, ...]:
    if not _name(root).endswith("Response"):
        return ()
    answers = (one for name in _ANSWERS for one in root.iter(f"{{*}}{name}"))
    answered = sum(any(str(text).strip() for text in one.itertext()) for one in answers)
    return (f"This is an ESPD response: {answered} of its {asked} questions are answered in it already.",)


def _title(root: "etree._Element") -> str:
    project = next(iter(_children(root, "ProcurementProject")), None)
    named = _text(project, "Name") if project is not None else ""
    return named or _text(root, "ContractFolderID")


def _children(element: "etree._Element", *names: str) -> Iterator["etree._Element"]:
    return (child for child in element.iterchildren("*") if _name(child) in names)


def _name(element: "etree._Element") -> str:
    return str(element.tag).rpartition("}")[2]


def _text(element: "etree._Element", *names: str) -> str:
    """Give the text of the first child of one of these names, in one line; empty where there is none."""
    texts = (" ".join("".join(map(str, child.itertext())).split()) for child in _children(element, *names))
    return next(filter(None, texts), "")
