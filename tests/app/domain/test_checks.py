"""Each check on one question at a time: what it must find, and where it must be silent."""

import time
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.checks.every import findings_of
from app.domain.findings import Check, Finding, Gravity
from app.domain.questionnaire import Condition, Kind, Question, Questionnaire, Slot
from app.domain.records import Evidence
from app.domain.responses import Person, Response, ResponseKey
from app.domain.submission import AnsweredFile, Submission
from tests.samples.seeded_bid import DATES, DIGEST, NOW, OTHERS, TENDER, clean_profile

Pair = tuple[Question, Any]


def ask(text: str, kind: Kind = Kind.LONG_TEXT, question_id: str = "q", **more: Any) -> Question:
    return Question(question_id, text, Slot("p0"), kind, **more)


def bid(*pairs: Pair, instructions: tuple[str, ...] = (), **more: Any) -> Submission:
    sheet = Questionnaire("ITT.docx", "docx", DIGEST, tuple(question for question, _ in pairs))
    responses = {
        question.id: Response(question.id, ResponseKey(DIGEST, question.id), question.text, value).approved_by(
            Person("Piran Shah"), NOW
        )
        for question, value in pairs
        if value is not None
    }
    file = AnsweredFile(sheet, responses, instructions=instructions)
    given = {"profile": clean_profile(), "dates": DATES, "tender": TENDER, "other_tenders": OTHERS} | more
    return Submission((file,), **given)


def found(*pairs: Pair, **more: Any) -> list[Finding]:
    return list(findings_of(bid(*pairs, **more)))


def of(answer: str, question: str = "Describe your approach.", **more: Any) -> list[Finding]:
    return found((ask(question), answer), **more)


@pytest.mark.parametrize(
    "left",
    [
        "[Insert date]",
        "[enter your organisation’s name here]",
        "[TBC]",
        "[supplier name]",
        "[company]",
        "[xx]",
        "[?]",
        "tbc",
        "TBA",
        "{{ name }}",
        "{% if sme %}",
        "xxx",
        "£XX",
        "Lorem ipsum dolor",
        "Click here to enter text",
        "Choose an item",
        "(to be confirmed)",
        "#REF!",
        "????",
        "Error! Reference source not found",
        "[●] days",
        "[Please complete]",
        "[Sir/Madam]",
        "%%NAME%%",
        "NAME OF BUYER",
        "(to be drafted)",
    ],
)
def test_a_leftover_is_found(left: str) -> None:
    assert [one.check for one in of(f"We will do so by {left} at the latest.")] == [Check.LEFTOVER]


@pytest.mark.parametrize(
    "text",
    [
        "Dates are to be confirmed with you at the first meeting.",
        "See the standard [1] and the guide [Smith 2020].",
        "The list is [a, b, c] in the order of the form.",
        "Level X is met, as in xlsx files and XXL boots.",
        "Is it safe? Yes. Really?",
        "Residents type their details here and press send; [and/or] is lawyers' English.",
        "{braces} are used in templates and a_b_c in names.",
        "Our name is Tabac and the site is tbco.example.",
    ],
)
def test_what_only_looks_like_a_leftover_is_let_be(text: str) -> None:
    assert of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Our company number is 98765400.",
        "Registered in England and Wales with number 08765432.",
        "Company registration number: 12345678",
        "VAT number GB123456789.",
        "Harbour Systems employs 36 people in Northport.",
        "All 43 staff are trained.",
        "We are a team of 43 people.",
        "Our 43-strong workforce is trained.",
        "Harbour Systems has 41 employees.",
        "Public liability insurance to the value of £5,000,000 protects you.",
        "We have 51 employees.",
        "We have a turnover of £4.6m.",
        "Annual turnover: £2,999,999.",
        "Turnover for the year ended 31 March 2026 was £3.5 million.",
        "Net assets of £0.8m show this.",
        "We hold £5 million of public liability cover.",
        "Professional indemnity insurance of £10m is in place.",
        "Employers’ liability: £5,000,000",
        "Certificate SNA-CE-20808 proves it.",
        "Our ISO 9001 certificate (FC-9001-02965) is valid until 19 May 2029.",
        "Cyber Essentials Plus expires on 14/09/2028.",
    ],
)
def test_a_fact_that_differs_from_the_profile_is_found(text: str) -> None:
    assert [one.check for one in of(text)] == [Check.FACT]


@pytest.mark.parametrize(
    "text",
    [
        "Our company number is 98765432 and our VAT number is GB 999 9999 73.",
        "All 34 of us, and all 34 staff, work here. Some 35 staff came to the party.",
        "Our 7 staff on the help desk answer; our 4-strong project team builds; all 14 developers are trained.",
        "We are a team of 5 people for your project, and all 60 staff of the Trust are invited.",
        "The contract had a turnover of £250,000 a year and the project made a profit of £12,000.",
        "Our insurance excess is £5,000 for public liability; claims were settled for £12,000.",
        "For Ashdale Homes Ltd, company number 12345678, we did the same.",
        "We trained 410 staff at the Council and 12 people in your team.",
        "Turnover was £3.1 million, up from £2.7 million in 2025.",
        "Turnover was £3,118,400 and profit before tax was £286,300.",
        "Our turnover is below £36 million, so section 54 does not apply.",
        "The buyer's threshold is a turnover of at least £5 million.",
        "Our sub-contractors hold public liability insurance of £2 million.",
        "Your turnover of tenants costs £1.2 million a year.",
        "We hold £10 million of employers’ liability and £10 million of public liability cover.",
        "The ISO 27001 certificate (FC-27001-04417) is valid until 22 January 2028.",
        "The last surveillance visit for ISO 27001 was on 14 January 2026.",
        "In January 2026 there were 30 employees of the Trust in the room.",
        "Net assets of £918,700 and profits of £0.29m.",
    ],
)
def test_a_fact_that_agrees_or_is_another_firms_is_let_be(text: str) -> None:
    assert of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "See Appendix C for the plan.",
        "The plan is at Annex 2.",
        "Please see attached.",
        "Our CVs are enclosed.",
        "We attach an example report.",
        "Refer to the attached organisation chart.",
    ],
)
def test_a_promise_without_its_file_is_found(text: str) -> None:
    assert [one.check for one in of(text)] == [Check.ATTACHMENT]


@pytest.mark.parametrize(
    "text",
    [
        "Photographs are attached to each job.",
        "We meet Appendix B of your specification.",
        "Controls follow Annex A of ISO/IEC 27001.",
        "The photo is attached before the job is closed.",
        "A sensor is attached to the wall.",
        "We attach great weight to safety in enclosed spaces.",
        "Our ISO 9001 certificate is attached.",
        "The list of sub-processors is an annex to our contract.",
    ],
)
def test_a_promise_that_is_kept_or_none_is_let_be(text: str) -> None:
    assert of(text) == []


def test_an_appendix_that_is_sent_keeps_the_promise() -> None:
    assert of("See Appendix C for the plan.", attached=frozenset({"NC-1_Appendix-C_Plan.pdf"})) == []


def test_another_buyer_is_named_by_right_where_experience_is_asked_for() -> None:
    text = "For Wexholm Borough Council we will finish in March."
    assert of(text, "Give two examples of similar contracts.") == []
    assert [one.check for one in of(text)] == [Check.OTHER_NAME]


def test_the_short_name_of_another_buyer_is_found_once() -> None:
    assert len(of("Calderwick will see each report.")) == 1
    assert len(of("Calderwick NHS Trust will see each report.")) == 1
    assert of("The trust will see each report.") == []


def test_a_buyer_whose_name_the_file_itself_uses_is_no_stranger() -> None:
    assert of("Calderwick NHS Trust shares the building.", "How will you work with Calderwick NHS Trust?") == []


def test_a_link_is_found_only_where_links_are_forbidden() -> None:
    text = "All of it stands at https://www.harbour-systems.example/policies."
    assert of(text) == []
    rules = ("Please note that hyperlinks will not be considered.",)
    assert [one.check for one in of(text, instructions=rules)] == [Check.FORBIDDEN]
    assert of(text, "Give the web address of your policies.", instructions=rules) == []


@pytest.mark.parametrize(
    "rule",
    [
        "Do not include pricing information in this response.",
        "No pricing is to be included in the quality submission.",
        "Pricing information must not appear in the technical envelope.",
    ],
)
def test_a_price_is_found_where_prices_are_forbidden(rule: str) -> None:
    assert [one.check for one in of("We charge £450 per day.", instructions=(rule,))] == [Check.FORBIDDEN]
    assert of("Rent balances of £3.9 million agreed to the penny.", instructions=(rule,)) == []


@pytest.mark.parametrize(
    "rule",
    [
        "Cross-references between answers are not permitted and will not be scored.",
        "Each answer must stand alone.",
        "Do not cross-refer to other sections of your submission.",
    ],
)
def test_a_reference_to_another_answer_is_found_where_each_stands_alone(rule: str) -> None:
    assert [one.check for one in of("See our response to question 4.2.", instructions=(rule,))] == [Check.FORBIDDEN]
    assert of("Section 54 of the Act asks for it.", instructions=(rule,)) == []


def follow_up(parent: object, child: object, text: str = "If yes, give details") -> list[Finding]:
    first = ask("Has there been a breach?", Kind.YES_NO, "first")
    return found((first, parent), (ask(text, question_id="second", condition=Condition("first", ("Yes",))), child))


def test_a_follow_up_counts_only_for_the_answer_it_belongs_to() -> None:
    assert follow_up(False, None) == []
    assert follow_up(False, "N/A") == []
    assert follow_up(True, "A laptop was lost.") == []
    assert [one.check for one in follow_up(False, "A laptop was lost.")] == [Check.CONTRADICTION]
    assert [one.check for one in follow_up(True, None)] == [Check.CONTRADICTION]
    assert [one.check for one in follow_up(True, "None")] == [Check.CONTRADICTION]


def test_a_follow_up_on_several_questions_is_left_to_a_person() -> None:
    assert follow_up(False, "A laptop was lost.", "If you answered Yes to any of these, or No to 2.2, say why") == []


def test_evidence_lapses_before_submission_award_or_start() -> None:
    profile = clean_profile()

    def ending(day: date) -> list[Finding]:
        evidence = tuple(replace(one, ends=day) if "iso_9001" in one.kind else one for one in profile.evidence)
        question = ask("Do you hold ISO 9001 certification?", Kind.YES_NO)
        return found((question, True), profile=replace(profile, evidence=evidence))

    assert [one.gravity for one in ending(date(2026, 12, 10))] == [Gravity.STOPS]
    assert [one.gravity for one in ending(date(2027, 1, 21))] == [Gravity.LOOK_AGAIN]
    assert [one.gravity for one in ending(date(2027, 3, 31))] == [Gravity.LOOK_AGAIN]
    assert ending(date(2027, 4, 1)) == []


def test_a_newer_certificate_beside_the_lapsed_one_is_enough() -> None:
    profile = clean_profile()
    old = Evidence("old", kind="certificate.iso_9001", number="FC-9001-02000", ends=date(2025, 5, 19))
    question = ask("Do you hold ISO 9001 certification?", Kind.YES_NO)
    assert found((question, True), profile=replace(profile, evidence=(old, *profile.evidence))) == []


def test_cover_below_what_is_asked_stops_the_bid_unless_a_promise_will_do() -> None:
    def asked(text: str) -> list[Gravity]:
        return [one.gravity for one in found((ask(text, Kind.YES_NO), True))]

    assert asked("Do you hold public liability insurance of at least £20 million?") == [Gravity.STOPS]
    assert asked("Do you hold, or commit to obtain, £20m public liability insurance?") == [Gravity.LOOK_AGAIN]
    assert asked("Do you hold public liability of £10m and professional indemnity of £2m?") == []


def test_who_does_not_hold_a_certificate_needs_no_evidence() -> None:
    assert found((ask("Do you hold ISO 14001?", Kind.YES_NO), False)) == []
    assert of("We do not hold ISO 14001 and are working towards it.") == []
    assert of("Both data centres are certified to ISO 14001.") == []


def test_a_case_study_that_still_runs_is_within_every_window() -> None:
    text = "Housing management for Wexholm Borough Council, since 2023."
    assert of(text, "Describe a contract of the past three years for a similar customer.") == []


def test_american_words_are_one_hint_and_names_are_let_be() -> None:
    hint = of("We organize the color of each center.")
    assert [(one.check, one.gravity) for one in hint] == [(Check.SPELLING, Gravity.HINT)]
    assert of("The World Health Organization and Center Parcs; our program runs on a disk.") == []


@pytest.mark.parametrize(
    ("rule", "name", "is_broken"),
    [
        ("File names should not exceed 20 characters.", "Harbour_Systems_Quality_Answer.docx", True),
        ("File names should not exceed 80 characters.", "Harbour_Systems_Quality_Answer.docx", False),
        ("Please do not use spaces in file names.", "Our answer.docx", True),
        ("Name each document clearly.", "Our answer.docx", False),
        ("All file names must start with the tender reference.", "Answer.docx", True),
        ("All file names must start with the tender reference.", "NC-2026-118 Answer.docx", False),
        ("Answers should not exceed 20 characters.", "Harbour_Systems_Quality_Answer.docx", False),
    ],
)
def test_names_of_files_follow_the_buyers_rule(rule: str, name: str, *, is_broken: bool) -> None:
    findings = of("Yes.", instructions=(rule,), attached=frozenset({name}))
    assert [one.check for one in findings] == [Check.FILE_NAME] * is_broken


WILD = (
    "word ",
    "[insert ",
    "{{",
    "[",
    "turnover of ",
    "£1 ",
    "_",
    "NAME OF ",
    "enter a b c ",
    "plan a b ",
    ". A",
    "1",
    " ",
)


@pytest.mark.parametrize("piece", WILD)
def test_an_answer_of_one_piece_repeated_is_checked_at_once(piece: str) -> None:
    rules = ("No pricing. Links must not be used. Each answer must stand alone.",)
    before = time.process_time()
    of(piece * (20_000 // len(piece)) + "£5", instructions=rules)
    assert time.process_time() - before < 2
