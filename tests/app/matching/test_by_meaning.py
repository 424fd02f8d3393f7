"""What a question means counts only where nothing speaks against it."""

from app.domain.questionnaire import Kind, Question
from app.domain.suggestions import GREEN
from app.matching.bank_index import index_of
from app.matching.by_meaning import BY_MEANING, NearWording, may_be_meant, with_meant
from app.matching.context import Surroundings, surroundings
from app.matching.question_bank import load_bank
from app.matching.recognise import Recognition, recognise
from tests.samples.asking import ask

BANK = load_bank()
INDEX = index_of(BANK)
YN = Kind.YES_NO


def _near(name: str, cosine: float, *, negated: bool = False) -> NearWording:
    canonical = next(one for one in BANK.questions if one.id == name)
    wordings = [one for one in INDEX.wordings[name] if one.negated is negated and not one.bare and one.whole]
    return NearWording(canonical, wordings[0], cosine)


def _place(question: Question) -> Surroundings:
    return surroundings([question], BANK)[0]


def _meant(question: Question, *near: NearWording) -> Recognition | None:
    return next(iter(with_meant(_place(question), (), near, BANK)), None)


OVERSEAS = ask("Does any personal data get kept abroad?", YN)


def test_what_is_near_and_alone_is_known() -> None:
    found = _meant(OVERSEAS, _near("data_protection.transfers_outside_uk", 0.9), _near("identity.is_sme", 0.3))
    assert found is not None
    assert (found.canonical.id, found.confidence) == ("data_protection.transfers_outside_uk", BY_MEANING)


def test_what_is_not_near_enough_or_not_alone_is_not() -> None:
    far = _near("data_protection.transfers_outside_uk", 0.6)
    near, rival = _near("data_protection.transfers_outside_uk", 0.9), _near("data_protection.resources_in_place", 0.88)
    assert _meant(OVERSEAS, far) is None
    assert _meant(OVERSEAS, near, rival) is None


def test_a_phrase_or_word_that_makes_it_another_question_counts_more_than_nearness() -> None:
    for text in ("Median gender pay gap", "Gender pay gap for bonus payments"):
        assert _meant(ask(text, Kind.PERCENT), _near("workforce.gender_pay_gap", 0.95)) is None, text
    assert _meant(ask("Planned headcount", Kind.NUMBER), _near("workforce.headcount", 0.95)) is None


def test_a_question_that_denies_is_compared_with_wordings_that_deny() -> None:
    asked = ask("The bidder was never fined for laundering money", YN, "Grounds for exclusion")
    assert _meant(asked, _near("exclusion.money_laundering", 0.95)) is None
    found = _meant(asked, _near("exclusion.money_laundering", 0.95, negated=True))
    assert found is not None
    assert found.denied


def test_a_declaration_is_never_sure_by_its_meaning_alone() -> None:
    asked = ask("Has anyone of the firm washed dirty money?", YN, "Grounds for exclusion")
    found = _meant(asked, _near("exclusion.money_laundering", 0.99))
    assert found is not None
    assert found.confidence < GREEN


def test_yes_or_no_does_not_ask_for_a_value_and_how_long_asks_for_no_date() -> None:
    assert _meant(ask("Do you know where your data is kept?"), _near("data_protection.hosting_location", 0.95)) is None
    assert _meant(ask("How long has the firm traded?"), _near("identity.year_established", 0.95)) is None


def test_what_the_words_leave_open_is_asked_and_what_they_know_is_not() -> None:
    known = _place(ask("VAT number"))
    assert not may_be_meant(known, recognise(known, BANK), BANK)
    assert may_be_meant(_place(OVERSEAS), (), BANK)
    assert not may_be_meant(_place(ask("Signature", Kind.SIGNATURE)), (), BANK)
    assert not may_be_meant(_place(ask("Checked by", section="Office use only")), (), BANK)
