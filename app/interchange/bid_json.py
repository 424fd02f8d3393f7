"""A past bid as JSON, and back: what `questions --answered --json` prints and the window takes over."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.domain.incoming import AnsweredQuestion, IncomingBid
from app.interchange.questionnaire_json import question_from_json, question_to_json


def bid_to_json(bid: IncomingBid) -> dict[str, Any]:
    """Give each question as the contract writes it, with its answer."""
    answered = [{**question_to_json(one.question), "answer": one.answer} for one in bid.answered]
    return {"file": str(bid.path), "questions": answered}


def bid_from_json(document: Mapping[str, Any]) -> IncomingBid:
    """Read back what `bid_to_json` gave. Raises KeyError or ValueError on anything else."""
    answered = (AnsweredQuestion(question_from_json(one), one["answer"]) for one in document["questions"])
    return IncomingBid(Path(document["file"]), tuple(answered))
