"""A questionnaire as JSON (CONTRACT: `questions --json`), and back: what the window's child process hands over."""

from collections.abc import Mapping
from typing import Any

from app.domain.questionnaire import (
    Condition,
    Kind,
    Question,
    Questionnaire,
    Signal,
    Slot,
)
from app.interchange.limit_json import limit_from_json, limit_to_json


def questionnaire_to_json(questionnaire: Questionnaire) -> dict[str, Any]:
    """Give the document that `bidfolio questions --json` prints."""
    return {
        "file": questionnaire.file_name,
        "kind": questionnaire.file_kind,
        "title": questionnaire.title,
        "digest": questionnaire.digest,
        "notices": list(questionnaire.notices),
        "questions": [question_to_json(question) for question in questionnaire],
    }


def question_to_json(question: Question) -> dict[str, Any]:
    """Give one question as the contract writes it."""
    condition = question.condition
    return {
        "id": question.id,
        "ref": question.ref,
        "section": question.section,
        "text": question.text,
        "guidance": question.guidance,
        "kind": str(question.kind),
        "options": list(question.options),
        "limit": limit_to_json(question.limit),
        "condition": condition and {"question": condition.question_id, "is": list(condition.answers)},
        "weight": question.weight,
        "pass_fail": question.pass_fail,
        "mandatory": question.mandatory,
        "slot": {
            "where": question.slot.where,
            "options": dict(question.slot.options),
            "writable": question.slot.writable,
            **({"rows": list(question.slot.rows)} if question.slot.rows else {}),
        },
        "confidence": round(question.confidence, 3),
        "signals": [{"name": signal.name, "weight": signal.weight} for signal in question.signals],
    }


def questionnaire_from_json(document: Mapping[str, Any]) -> Questionnaire:
    """Read back what `questionnaire_to_json` gave. Raises KeyError or ValueError on anything else."""
    return Questionnaire(
        file_name=document["file"],
        file_kind=document["kind"],
        digest=document["digest"],
        title=document["title"],
        notices=tuple(document["notices"]),
        questions=tuple(question_from_json(one) for one in document["questions"]),
    )


def question_from_json(one: Mapping[str, Any]) -> Question:
    """Read back one question."""
    condition, slot = one["condition"], one["slot"]
    return Question(
        id=one["id"],
        text=one["text"],
        slot=Slot(slot["where"], dict(slot["options"]), slot["writable"], tuple(slot.get("rows", ()))),
        kind=Kind(one["kind"]),
        ref=one["ref"],
        section=one["section"],
        guidance=one["guidance"],
        options=tuple(one["options"]),
        limit=limit_from_json(one["limit"]),
        condition=Condition(condition["question"], tuple(condition["is"])) if condition else None,
        weight=one["weight"],
        pass_fail=one["pass_fail"],
        mandatory=one["mandatory"],
        confidence=one["confidence"],
        signals=tuple(Signal(signal["name"], signal["weight"]) for signal in one["signals"]),
    )
