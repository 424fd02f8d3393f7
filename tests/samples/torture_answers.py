"""The answers to the torture files, by the place where the reader of the program finds each question."""

from app.domain.questionnaire import Questionnaire
from app.domain.values import JsonValue
from app.packages.word_places import container
from tests.samples.torture_excel import ENTRIES as EXCEL_ENTRIES
from tests.samples.torture_excel import FIRST, SHEET, TABLE, TABLE_FIRST, TICKS_FIRST
from tests.samples.torture_excel import TICKS as EXCEL_TICKS
from tests.samples.torture_word import ENTRIES, REPEATED, SHAPES, TICKS


def word_answers(questionnaire: Questionnaire) -> dict[str, JsonValue]:
    """Give the answers by question id."""
    wanted: dict[str, JsonValue] = {f"t0.r{number}.c1": one.value for number, one in enumerate(SHAPES, 1)}
    wanted |= {f"t1.r{number}.c1": value for number, (_, value, _) in enumerate(TICKS, 1)}
    wanted |= {"t2.r1.c0": list(ENTRIES), "t3.r1.c0": list(REPEATED)}
    wanted |= {"p6": "Anytown Mutual", "p7": "Anytown Mutual", "p8": "PN 1234", "p9.x0": "Broker & Co"}
    places = {one.id: container(one.slot.where or "") for one in questionnaire}
    return {question_id: wanted[place] for question_id, place in places.items() if place in wanted}


def excel_answers(questionnaire: Questionnaire) -> dict[str, JsonValue]:
    """Give the answers by question id."""
    wanted: dict[str, JsonValue] = {f"{SHEET}!C{row}": one.value for row, one in enumerate(EXCEL_ENTRIES, FIRST)}
    wanted |= {f"Policies!B{row}": value for row, (_, value) in enumerate(EXCEL_TICKS, TICKS_FIRST)}
    wanted |= {f"Policies!A{TABLE_FIRST}": list(TABLE)}
    places = {one.id: container(one.slot.where or "") for one in questionnaire}
    return {question_id: wanted[place] for question_id, place in places.items() if place in wanted}
