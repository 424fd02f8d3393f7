"""The answer library and memory: what is sure, what is only near, and what is offered at all."""

from datetime import date

from app.domain.dates import ReferenceDates
from app.domain.profile import Profile
from app.domain.questionnaire import Kind, Limit, LimitUnit
from app.domain.records import AnswerState, AnswerVariant, Fact, LibraryAnswer
from app.domain.suggestions import GREEN, MOST_SUGGESTIONS, SourceKind, Suggestion
from tests.samples.asking import approved, ask, best, facts, kept, offers

LONG = Kind.LONG_TEXT


def _best(question: str, *answers: LibraryAnswer, kind: Kind = LONG, section: str = "") -> Suggestion | None:
    return best(ask(question, kind, section), Profile(answers=answers))


def _is_green(question: str, wording: str, kind: Kind = LONG) -> bool:
    offered = _best(question, kept(wording), kind=kind)
    return offered is not None and offered.confidence >= GREEN


def test_the_same_question_again_is_sure() -> None:
    assert _is_green("How do you train new staff?", "How do you train new staff?")
    assert _is_green("How do you train the new staff ?", "How do you train new staff?")


def test_one_telling_word_more_or_less_is_not_sure() -> None:
    pairs = (
        ("How do you manage internal audits?", "How do you manage external audits?"),
        ("Describe your onboarding process", "Describe your offboarding process"),
        ("What is your minimum contract length?", "What is your maximum contract length?"),
        ("Do you hold Cyber Essentials certification?", "Do you hold Cyber Essentials Plus certification?"),
        ("Who is your ultimate parent company?", "Who is your immediate parent company?"),
        ("Have you withheld information?", "Have you been guilty of misrepresentation?"),
    )
    for one, other in pairs:
        assert not _is_green(one, other), one
        assert not _is_green(other, one), other


def test_another_way_of_asking_is_not_sure() -> None:
    assert not _is_green("Where will your business analyst work?", "Business analyst")
    assert not _is_green("How often do you test your backups?", "Do you test your backups?")


def test_yes_or_no_on_a_declaration_is_never_sure_from_words() -> None:
    text = "Have you been convicted of fraud?"
    assert not _is_green(text, text, Kind.YES_NO)
    assert not _is_green(text, text, Kind.DECLARATION)


def test_the_bank_joins_wordings_that_share_no_word() -> None:
    offered = _best(
        "Distortion of competition?",
        kept("Have you entered into agreements aimed at distorting competition?", name="right"),
        kept("Describe the competition for your services", name="wrong"),
        kind=Kind.YES_NO,
        section="Discretionary exclusion grounds",
    )
    assert offered is not None
    assert offered.source.id == "right"


def test_the_body_of_an_answer_is_read_where_its_title_is_only_a_topic() -> None:
    answers = (
        kept("Mobilisation", text="A named manager plans the transfer of staff under TUPE and the first hundred days."),
        kept("Quality", text="We audit each site twice a year and publish the findings."),
    )
    offered = _best("How will staff transfer under TUPE be planned?", *answers)
    assert offered is not None
    assert offered.source.id == "Mobilisation"


def test_the_heading_tells_two_equal_questions_apart() -> None:
    answers = (
        kept(
            "Describe your approach", text="Waste is sorted and carbon is counted.", name="green", tags=("environment",)
        ),
        kept("Describe your approach", text="Every job is inspected and signed off.", name="good", tags=("quality",)),
    )
    profile = Profile(answers=answers)
    for section, name in (("Environment", "green"), ("Quality", "good")):
        offered = best(ask("Describe your approach", LONG, section), profile)
        assert offered is not None
        assert offered.source.id == name


def test_nothing_near_is_nothing_offered() -> None:
    assert _best("What colour are your vans?", kept("How do you store personal data?")) is None


def test_at_most_ten_are_offered_best_first() -> None:
    answers = [kept(f"How do you train new staff in skill {number}?") for number in range(30)]
    offered = offers(ask("How do you train new staff?", LONG), Profile(answers=tuple(answers)))[0]
    assert len(offered) <= MOST_SUGGESTIONS
    assert [one.confidence for one in offered] == sorted((one.confidence for one in offered), reverse=True)


def test_the_longest_variant_within_the_limit_is_chosen() -> None:
    variants = (AnswerVariant("one two three four five six"), AnswerVariant("one two three"), AnswerVariant("one"))
    answer = LibraryAnswer("a", "a", ("How do you train new staff?",), variants)
    limit = Limit(LimitUnit.WORDS, 4, "4 words")
    within = best(ask("How do you train new staff?", LONG, limit=limit), Profile(answers=(answer,)))
    assert within is not None
    assert within.text == "one two three"
    free = best(ask("How do you train new staff?", LONG), Profile(answers=(answer,)))
    assert free is not None
    assert free.text == "one two three four five six"


def test_an_answer_longer_than_the_limit_is_not_sure() -> None:
    limit = Limit(LimitUnit.CHARACTERS, 5, "5 characters")
    offered = best(
        ask("How do you train new staff?", LONG, limit=limit), Profile(answers=(kept("How do you train new staff?"),))
    )
    assert offered is not None
    assert offered.confidence < GREEN
    assert "longer" in offered.source.why


def test_drafts_and_answers_overdue_for_review_are_not_sure_and_retired_ones_are_gone() -> None:
    text = "How do you train new staff?"
    for answer in (kept(text, state=AnswerState.DRAFT), kept(text, review_by=date(2026, 1, 1))):
        offered = _best(text, answer)
        assert offered is not None
        assert offered.confidence < GREEN
    assert _best(text, kept(text, state=AnswerState.RETIRED)) is None


def test_a_kept_yes_becomes_a_tick_and_a_kept_option_the_buyers_word() -> None:
    offered = _best(
        "Do you offer phone support?", kept("Do you offer phone support?", text="Yes, all day."), kind=Kind.YES_NO
    )
    assert offered is not None
    assert offered.value is True
    denied = _best("Do you offer fax support?", kept("Do you offer fax support?", text="No."), kind=Kind.YES_NO)
    assert denied is not None
    assert denied.value is False
    question = ask("Support hours", Kind.CHOICE, options=["Office hours", "All day"])
    chosen = best(question, Profile(answers=(kept("Support hours", text="all day"),)))
    assert chosen is not None
    assert chosen.value == "All day"


def test_a_text_is_no_answer_where_the_buyer_wants_an_option() -> None:
    text = "How do you train new staff?"
    question = ask(text, Kind.CHOICE, options=["Fully met", "Partly met", "Not met"])
    offered = best(question, Profile(answers=(kept(text),)))
    assert offered is not None
    assert offered.confidence < 0.5
    assert "none of the buyer's options" in offered.source.why


def test_what_was_answered_before_comes_first_and_says_by_whom() -> None:
    question = ask("How do you train new staff?", LONG)
    profile = Profile(answers=(kept("How do you train new staff?", text="From the library."),))
    memory = (approved("How do you train new staff?", "As we said to another buyer."),)
    offered = offers(question, profile, memory=memory)[0]
    assert [one.source.kind for one in offered[:2]] == [SourceKind.MEMORY, SourceKind.ANSWER]
    assert offered[0].confidence >= GREEN
    assert "Ann Field" in offered[0].source.title


def test_a_past_answer_that_a_fact_contradicts_comes_second_and_is_doubted() -> None:
    memory = (approved("What is your VAT registration number?", "GB1"),)
    offered = offers(
        ask("What is your VAT registration number?"), facts({"supplier.vat_number": "GB2"}), memory=memory
    )[0]
    assert [one.text for one in offered[:2]] == ["GB2", "GB1"]
    assert offered[1].confidence < GREEN


def test_a_bare_label_answered_before_is_not_sure_in_another_form() -> None:
    offered = offers(ask("Reference"), Profile(), memory=(approved("Reference", "ABC"),))[0]
    assert all(one.confidence < GREEN for one in offered)


def test_one_partys_past_answers_are_not_another_partys() -> None:
    question = ask("How do you train new staff?", LONG)
    memory = (approved("How do you train new staff?", "Theirs.", party_id="p"),)
    assert offers(question, Profile(), memory=memory) == [()]
    assert offers(question, Profile(), memory=memory, party_id="p")[0][0].text == "Theirs."


def test_a_framework_by_another_name_or_edition_is_the_same_question() -> None:
    questions = [
        ask(f"Do you agree to the terms of Harbour Works {edition} when you supply {thing}?", LONG, row=edition)
        for edition, thing in enumerate(("tools", "boats", "ropes", "sails", "paint", "nails"), 2)
    ]
    answers = tuple(
        kept(f"Do you agree to the terms of Harbour Works 1 when you supply {thing}?")
        for thing in ("tools", "boats", "ropes", "sails", "paint", "nails")
    )
    for offered, answer in zip(offers(questions, Profile(answers=answers)), answers, strict=True):
        assert offered[0].source.id == answer.id
        assert offered[0].confidence >= GREEN


def test_a_short_field_is_offered_no_passage_of_the_library() -> None:
    passage = "Our company number of staff on call is reviewed each quarter, and every customer is told. " * 4
    library = Profile(answers=(kept("Company number of staff on call", text=passage),))
    for question in (ask("Company number", Kind.TEXT), ask("Number of staff", Kind.NUMBER)):
        assert all(one.confidence < 0.3 for one in offers(question, library)[0]), question.text
    assert offers(ask("How many of your staff are on call?", Kind.LONG_TEXT), library)[0][0].confidence > 0.3


def test_fields_of_an_answer_are_filled_at_the_day_and_an_unknown_one_is_shown_and_doubted() -> None:
    known = facts({"workforce.headcount": 34}).facts
    question = ask("Tell us about your people and your vans", Kind.LONG_TEXT)
    answers = (kept(question.text, text="We are {{ workforce.headcount }} people with {{ fleet.vans }} vans."),)
    offered = offers(question, Profile(answers=answers, facts=known))[0][0]
    assert offered.text == offered.value == "We are 34 people with {{ fleet.vans }} vans."
    assert offered.confidence < GREEN
    assert "nothing is known of fleet.vans on 22 November 2026" in offered.source.why


def test_a_field_whose_fact_changes_before_the_contract_begins_is_doubted() -> None:
    days = ReferenceDates(date(2026, 11, 22), date(2027, 1, 10), date(2027, 2, 1))
    known = (
        Fact("f1", "workforce.headcount", 34, valid_until=date(2026, 12, 31)),
        Fact("f2", "workforce.headcount", 40, valid_from=date(2027, 1, 1)),
    )
    question = ask("Tell us about your people", Kind.LONG_TEXT)
    answers = (kept(question.text, text="We are {{ workforce.headcount }} people."),)
    offered = offers(question, Profile(answers=answers, facts=known), dates=days)[0][0]
    assert offered.text == "We are 34 people."
    assert "workforce.headcount changes by 10 January 2027" in offered.source.why
