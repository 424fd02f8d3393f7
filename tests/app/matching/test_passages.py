"""Passages to build an answer from, where no kept answer fits as a whole."""

from app.domain.profile import Profile
from app.domain.questionnaire import Kind, Limit, LimitUnit
from tests.samples.asking import ask, facts, kept, offers

DESK = (
    "Our service desk is staffed from eight to six. Calls are answered within a minute. "
    "Every fault gets a number. The customer sees its state. "
    "Residents who speak other languages are helped by interpreters. Letters are sent in eleven languages."
)
PEOPLE = (
    "We train every newcomer for two weeks. A mentor stays for a year. "
    "Staff learn to talk plainly with residents of every age. Interpreters join a visit when asked. "
    "Appraisals are held twice a year. Pay follows published bands."
)
LIBRARY = Profile(
    answers=(kept("Service desk", text=DESK, name="desk"), kept("Training of staff", text=PEOPLE, name="people"))
)
QUESTION = "How will residents who need interpreters or other languages be helped during a visit?"


def test_the_best_passage_of_each_answer_is_offered_with_its_source() -> None:
    offered = offers(ask(QUESTION, Kind.LONG_TEXT), LIBRARY)[0]
    passages = [one for one in offered if one.passage]
    assert {one.source.id for one in passages} == {"desk", "people"}
    assert all("nterpreters" in one.text and len(one.text.split()) < 30 for one in passages)
    assert all(one.source.why.startswith("passage ") and one.confidence <= 0.5 for one in passages)


def test_whole_answers_stand_before_passages() -> None:
    offered = offers(ask(QUESTION, Kind.LONG_TEXT), LIBRARY)[0]
    assert [one.passage for one in offered] == sorted(one.passage for one in offered)


def test_nothing_is_cut_up_for_a_short_field_or_where_an_answer_fits() -> None:
    for question in (ask(QUESTION, Kind.TEXT), ask("Service desk", Kind.LONG_TEXT)):
        assert not any(one.passage for one in offers(question, LIBRARY)[0]), question.text


def test_passages_together_stay_within_the_buyers_limit_of_words() -> None:
    limit = Limit(LimitUnit.WORDS, 20, "20 words at most")
    passages = [one for one in offers(ask(QUESTION, Kind.LONG_TEXT, limit=limit), LIBRARY)[0] if one.passage]
    assert sum(len(one.text.split()) for one in passages) <= 20
    assert passages


def test_fields_in_a_passage_are_filled() -> None:
    text = DESK.replace("eleven languages", "{{ service.languages }} languages")
    library = Profile(answers=(kept("Service desk", text=text),), facts=facts({"service.languages": 11}).facts)
    passages = [one for one in offers(ask(QUESTION, Kind.LONG_TEXT), library)[0] if one.passage]
    assert [one.text for one in passages if "11 languages" in one.text]
