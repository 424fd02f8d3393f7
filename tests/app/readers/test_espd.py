import pytest

from app.domain.errors import FileUnreadable
from app.domain.questionnaire import Condition, Kind
from app.readers import espd, read_file
from tests.samples.espd import (
    criterion,
    criterion_of_version_1,
    property_group,
    property_of,
    requirement,
    requirement_group,
    write_espd,
)

_FRAUD = "Has the supplier been convicted of fraud in the last five years?"


def _fraud(*, when="ONTRUE"):
    return criterion(
        "fraud",
        "Fraud",
        _FRAUD,
        property_group(
            property_of("p-1", "Your answer", "INDICATOR"),
            property_group(property_of("p-2", "Date of conviction", "DATE"), when=when, nested=True),
        ),
    )


def test_a_requirement_of_version_1_is_a_question_with_its_identifier_and_criterion(tmp_path):
    group = requirement_group(
        requirement("r-1", "Your answer?", "INDICATOR"), requirement("r-2", "Date of conviction", "DATE")
    )
    path = write_espd(tmp_path / "a.xml", criterion_of_version_1("Fraud", _FRAUD, group), root="ESPDRequest")
    read = read_file(path)
    assert (read.file_kind, read.title) == ("espd", "SCHOOL-7")
    assert [(one.ref, one.kind, one.section) for one in read] == [
        ("r-1", Kind.YES_NO, "Fraud (EXCLUSION.SAMPLE)"),
        ("r-2", Kind.DATE, "Fraud (EXCLUSION.SAMPLE)"),
    ]


def test_an_answer_without_a_wording_of_its_own_asks_what_its_criterion_asks(tmp_path):
    first, second = read_file(write_espd(tmp_path / "a.xml", _fraud()))
    assert first.text == _FRAUD
    assert first.options == ("Yes", "No")
    assert second.text == "Date of conviction"


def test_a_group_in_version_1_may_count_only_after_a_no(tmp_path):
    inner = requirement_group(requirement("r-2", "Please explain", "DESCRIPTION"), when="ON_FALSE")
    group = requirement_group(requirement("r-1", "Are you registered?", "INDICATOR"), inner)
    path = write_espd(tmp_path / "a.xml", criterion_of_version_1("Register", "Listed.", group), root="ESPDRequest")
    first, second = read_file(path)
    assert first.condition is None
    assert second.condition == Condition(first.id, ("No",))


@pytest.mark.parametrize(("when", "answer"), [("ONTRUE", "Yes"), ("ONFALSE", "No")])
def test_a_group_of_properties_counts_after_the_answer_it_names(tmp_path, when, answer):
    first, second = read_file(write_espd(tmp_path / "a.xml", _fraud(when=when)))
    assert second.condition == Condition(first.id, (answer,))


def test_a_group_that_always_counts_keeps_the_condition_of_the_group_around_it(tmp_path):
    always = property_group(property_of("p-3", "Reason", "DESCRIPTION"), nested=True)
    after_yes = property_group(property_of("p-2", "Date", "DATE"), always, when="ONTRUE", nested=True)
    group = property_group(property_of("p-1", "Your answer", "INDICATOR"), after_yes)
    first, *others = read_file(write_espd(tmp_path / "a.xml", criterion("fraud", "Fraud", _FRAUD, group)))
    assert [one.condition for one in others] == [Condition(first.id, ("Yes",))] * 2


def test_a_group_beside_is_free_of_the_condition(tmp_path):
    beside = property_group(property_of("p-9", "Is this information available electronically?", "INDICATOR"))
    made = _fraud().replace("</cac:TenderingCriterion>", beside + "</cac:TenderingCriterion>")
    assert read_file(write_espd(tmp_path / "a.xml", made)).questions[-1].condition is None


def test_a_branch_that_the_buyer_has_chosen_waits_for_no_answer(tmp_path):
    branch = property_group(property_of("p-3", "Amount", "AMOUNT"), when="ONTRUE", nested=True)
    chosen = property_of("p-2", "Select the type", "INDICATOR", "REQUIREMENT")
    group = property_group(property_of("p-1", "Your answer", "INDICATOR"), chosen, branch)
    read = read_file(write_espd(tmp_path / "a.xml", criterion("finan-requ", "Figures", "Which?", group)))
    assert [one.condition for one in read] == [None, None]


def test_what_the_buyer_states_is_guidance_and_no_question(tmp_path):
    group = property_group(
        property_of("p-1", "Minimum turnover", "AMOUNT", "REQUIREMENT", expected="250000"),
        property_of("p-2", "Figures of the last year", "NONE", "CAPTION"),
        property_of("p-3", "Amount", "AMOUNT"),
    )
    (only,) = read_file(write_espd(tmp_path / "a.xml", criterion("gen-year-to", "Turnover", "Its turnover", group)))
    assert only.guidance == "Minimum turnover: 250000\nFigures of the last year"
    assert only.kind is Kind.MONEY


def test_a_national_criterion_stands_under_the_one_it_details(tmp_path):
    inner = criterion("", "Local rule", "Do you meet it?", property_group(property_of("p", "", "INDICATOR")), sub=True)
    (only,) = read_file(write_espd(tmp_path / "a.xml", criterion("fraud", "Fraud", _FRAUD, inner)))
    assert (only.section, only.text) == ("Fraud (fraud) > Local rule", "Do you meet it?")


def test_a_criterion_that_is_passed_or_failed_says_so(tmp_path):
    group = property_group(property_of("p", "Your answer", "INDICATOR"))
    (only,) = read_file(write_espd(tmp_path / "a.xml", criterion("x", "X", "Is it so?", group, method="PASSFAIL")))
    assert only.pass_fail


@pytest.mark.parametrize(
    ("data_type", "kind"),
    [
        ("PERCENTAGE", Kind.PERCENT),
        ("QUANTITY_YEAR", Kind.NUMBER),
        ("EVIDENCE_IDENTIFIER", Kind.UPLOAD),
        ("EVIDENCE_URL", Kind.URL),
        ("CODE_COUNTRY", Kind.TEXT),
        ("OF_TOMORROW", Kind.TEXT),
    ],
)
def test_the_data_type_tells_the_kind(tmp_path, data_type, kind):
    group = property_group(property_of("p", "Evidence supplied", data_type))
    (only,) = read_file(write_espd(tmp_path / "a.xml", criterion("x", "X", "Y", group)))
    assert only.kind is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Please describe how you check it", Kind.LONG_TEXT), ("E-mail address", Kind.EMAIL), ("Reason", Kind.TEXT)],
)
def test_of_free_text_the_wording_tells_the_kind(tmp_path, text, kind):
    group = property_group(property_of("p", text, "DESCRIPTION"))
    (only,) = read_file(write_espd(tmp_path / "a.xml", criterion("x", "X", "Y", group)))
    assert only.kind is kind


def test_a_response_says_how_much_of_it_is_answered(tmp_path):
    group = requirement_group(
        requirement("r-1", "Your answer?", "INDICATOR", answer="true"), requirement("r-2", "Date", "DATE")
    )
    path = write_espd(tmp_path / "a.xml", criterion_of_version_1("Fraud", _FRAUD, group), root="ESPDResponse")
    assert read_file(path).notices == ("This is an ESPD response: 1 of its 2 questions are answered in it already.",)


def test_the_same_identifier_in_two_criteria_makes_two_ids_that_stay(tmp_path):
    one = criterion("a", "A", "A?", property_group(property_of("same", "Your answer", "INDICATOR")))
    path = write_espd(tmp_path / "a.xml", one, one)
    ids = [question.id for question in read_file(path)]
    assert len(set(ids)) == 2
    assert ids == [question.id for question in read_file(path)]


@pytest.mark.parametrize(
    "head", ['<!DOCTYPE x [<!ENTITY a "b">]>', '<!DOCTYPE x SYSTEM "http://example.invalid/x.dtd">']
)
def test_a_document_type_is_refused(tmp_path, head):
    with pytest.raises(FileUnreadable, match="unsafe"):
        read_file(write_espd(tmp_path / "a.xml", _fraud(), head=head))


def test_a_file_that_ends_early_is_refused(tmp_path):
    path = write_espd(tmp_path / "a.xml", _fraud())
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(FileUnreadable, match="damaged"):
        read_file(path)


def test_groups_without_end_are_refused(tmp_path):
    deep = property_of("p", "Your answer", "INDICATOR")
    for _ in range(400):
        deep = property_group(deep, nested=True)
    with pytest.raises(FileUnreadable):
        read_file(write_espd(tmp_path / "a.xml", criterion("x", "X", "Y", deep)))


def test_more_questions_than_anyone_asks_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(espd, "MOST_QUESTIONS", 1)
    with pytest.raises(FileUnreadable, match="more than 1 questions"):
        read_file(write_espd(tmp_path / "a.xml", _fraud()))


def test_guidance_stays_short_however_much_the_buyer_states(tmp_path):
    stated = [property_of(f"s{n}", "word " * 40, "NONE", "CAPTION") for n in range(50)]
    group = property_group(*stated, property_of("p", "Amount", "AMOUNT"))
    (only,) = read_file(write_espd(tmp_path / "a.xml", criterion("x", "X", "Y", group)))
    assert len(only.guidance) == espd.MOST_GUIDANCE
