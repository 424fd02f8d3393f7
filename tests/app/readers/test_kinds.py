import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.questionnaire import Kind
from app.readers.kinds import is_yes_no, kind_of
from app.readers.prompts import read_prompt


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Organisation name", Kind.TEXT),
        ("Company registration number", Kind.TEXT),
        ("VAT number:", Kind.TEXT),
        ("Registered office address", Kind.ADDRESS),
        ("Contact telephone number", Kind.PHONE),
        ("E-mail address", Kind.EMAIL),
        ("Website", Kind.URL),
        ("Date of incorporation", Kind.DATE),
        ("Annual turnover (£)", Kind.MONEY),
        ("Number of employees", Kind.NUMBER),
        ("Percentage of invoices paid on time", Kind.PERCENT),
        ("Signature", Kind.SIGNATURE),
        ("Duly authorised to sign on behalf of", Kind.TEXT),
        ("Capacity in which signed", Kind.TEXT),
        ("Signed on behalf of the supplier:", Kind.SIGNATURE),
        ("Do you hold employer's liability insurance?", Kind.YES_NO),
        ("Please confirm that you comply with the Act.", Kind.YES_NO),
        ("If you answered yes to 3.1, are you registered with a trade body?", Kind.YES_NO),
        ("Describe how you will manage quality.", Kind.LONG_TEXT),
        ("How will you deliver social value during the contract?", Kind.LONG_TEXT),
        ("Do you have a health and safety policy? If yes, please provide details.", Kind.LONG_TEXT),
        ("Explain your approach in no more than 500 words.", Kind.LONG_TEXT),
        ("Please attach a copy of your latest accounts.", Kind.UPLOAD),
        (
            "We confirm that the information given above is true to the best of our knowledge and belief.",
            Kind.DECLARATION,
        ),
        ("Please state the total number of staff you employ in the region, including apprentices.", Kind.NUMBER),
        ("Trading status\na) public limited company\nb) limited company\nc) sole trader", Kind.CHOICE),
        ("Alamat Syarikat", Kind.ADDRESS),
        ("Tarikh", Kind.DATE),
    ],
)
def test_the_wording_tells_the_kind(question, kind):
    assert kind_of(question) is kind


def test_options_decide_over_the_wording():
    assert kind_of("Describe it", options=("Yes", "No")) is Kind.YES_NO
    assert kind_of("Which size?", options=("Small", "Large")) is Kind.CHOICE
    assert kind_of("Tick all that apply", options=("North", "South")) is Kind.MULTI_CHOICE


def test_what_waits_in_the_place_decides_over_the_wording():
    assert kind_of("Your policy", prompt=read_prompt("Upload")) is Kind.UPLOAD
    assert kind_of("Cover", prompt=read_prompt("£")) is Kind.MONEY


def test_a_text_box_for_a_short_label_takes_its_kind_from_the_label():
    assert kind_of("Email", prompt=read_prompt("Text box")) is Kind.EMAIL
    assert kind_of("Your approach to quality in the service", prompt=read_prompt("Text box")) is Kind.LONG_TEXT


def test_the_words_of_a_placeholder_tell_the_kind():
    assert kind_of("Contract", prompt=read_prompt("[Insert start date]")) is Kind.DATE


@pytest.mark.parametrize(
    "options", [("Yes", "No"), ("Y", "N"), ("Yes", "No", "N/A"), ("Comply", "Not comply"), ("Yes",)]
)
def test_yes_and_no_in_their_forms_are_a_yes_no_question(options):
    assert is_yes_no(options)


@pytest.mark.parametrize("options", [("Small", "Large"), (), ("Yes", "Partly", "Planned", "No")])
def test_other_options_are_a_choice(options):
    assert not is_yes_no(options)


@given(st.text(max_size=300))
def test_any_text_has_a_kind(text):
    assert kind_of(text) in Kind


@pytest.mark.parametrize(
    "text",
    [
        "Certificate number and expiry date",
        "Please provide your registration number and its expiry date.",
        "Insurer, policy number / expiry",
    ],
)
def test_a_number_and_a_date_in_one_place_are_words_and_no_date(text: str) -> None:
    assert kind_of(text) is Kind.TEXT


def test_a_date_alone_stays_a_date() -> None:
    assert kind_of("Expiry date of certificate") is Kind.DATE
