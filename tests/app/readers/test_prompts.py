import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.questionnaire import Kind
from app.readers.prompts import PromptForm, is_blank, read_prompt


@pytest.mark.parametrize("text", ["", " \u00a0\n", "\u200b"])
def test_a_cell_without_a_visible_sign_is_blank(text):
    assert is_blank(text)
    assert read_prompt(text).form is PromptForm.EMPTY


@pytest.mark.parametrize(
    ("text", "form", "kind"),
    [
        ("Yes/No", PromptForm.TYPE, Kind.YES_NO),
        ("Yes / No / N/A", PromptForm.TYPE, Kind.YES_NO),
        ("Yes / No (delete as applicable)", PromptForm.TYPE, Kind.YES_NO),
        ("Upload", PromptForm.TYPE, Kind.UPLOAD),
        ("Attachment", PromptForm.TYPE, Kind.UPLOAD),
        ("Text Box", PromptForm.TYPE, Kind.LONG_TEXT),
        ("Free text 250 (word limit)", PromptForm.TYPE, Kind.LONG_TEXT),
        ("Free text (250 words)", PromptForm.TYPE, Kind.LONG_TEXT),
        ("[dd/mm/yyyy]", PromptForm.TYPE, Kind.DATE),
        ("Check box", PromptForm.TYPE, Kind.MULTI_CHOICE),
        ("£", PromptForm.UNIT, Kind.MONEY),
        ("£____", PromptForm.UNIT, Kind.MONEY),
        ("%", PromptForm.UNIT, Kind.PERCENT),
        ("days", PromptForm.UNIT, Kind.NUMBER),
        ("______", PromptForm.LINE, None),
        ("XX", PromptForm.PLACEHOLDER, Kind.NUMBER),
        ("20XX", PromptForm.PLACEHOLDER, Kind.NUMBER),
        ("[Insert name]", PromptForm.PLACEHOLDER, None),
        ("<Your policy>", PromptForm.PLACEHOLDER, None),
        ("Click or tap here to enter text.", PromptForm.PLACEHOLDER, None),
        ("Answer", PromptForm.REQUEST, None),
        ("Please insert your response here", PromptForm.REQUEST, None),
        ("Yes ☐ No ☐", PromptForm.BOXES, None),
    ],
)
def test_a_waiting_cell_says_how_it_wants_to_be_filled(text, form, kind):
    prompt = read_prompt(text)
    assert (prompt.form, prompt.kind) == (form, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Acme Ltd",
        "100",
        "Yes",
        "Reseller",
        "The supplier shall keep records.",
        "1.1(a)",
        "Policy [2] applies to all staff here",
    ],
)
def test_a_cell_that_holds_something_of_its_own_waits_for_nothing(text):
    assert read_prompt(text) is None


def test_yes_no_and_not_applicable_are_the_options():
    assert read_prompt("Yes / No / N/A").options == ("Yes", "No", "N/A")


def test_a_placeholder_gives_the_words_inside_it():
    assert read_prompt("[Insert name]").text == "Insert name"


@given(st.text(max_size=200))
def test_any_text_is_read_without_fail(text):
    read_prompt(text)
