"""Names that templates use, what is known of them, and what has changed since a document was made."""

from datetime import datetime

from app.domain.documents import DocumentData, MadeDocument, changed_since, fingerprints, named_values

LABELS = {"supplier.legal_name": "Legal name", "supplier.vat_number": "VAT number", "team": "People of the team"}
NOW = datetime(2026, 11, 22, 9, 41)


def data(**supplier: object) -> DocumentData:
    return DocumentData({"supplier": supplier, "team": [{"name": "A. Rowan"}]}, LABELS)  # type: ignore[dict-item]


def test_each_name_is_listed_with_its_value_in_words() -> None:
    listed = named_values(data(legal_name="Willow Ltd", vat_number=None))
    assert [(one.label, one.said, one.is_list) for one in listed] == [
        ("Legal name", "Willow Ltd", False),
        ("VAT number", "Not applicable", False),
        ("People of the team", "A. Rowan", True),
    ]


def test_the_tags_print_repeat_and_ask() -> None:
    name, _vat, team = named_values(data(legal_name="Willow Ltd"))
    assert (name.tag, name.end_tag) == ("{{ supplier.legal_name }}", "")
    assert name.condition == "{%p if supplier.legal_name is known %}"
    assert (team.tag, team.end_tag) == ("{%p for one in team %}", "{%p endfor %}")


def test_what_is_not_known_says_nothing_and_what_does_not_apply_says_so() -> None:
    known, unknown = data(vat_number=None), data()
    assert known.knows("supplier.vat_number")
    assert not unknown.knows("supplier.vat_number")
    assert not unknown.knows("supplier.vat_number.country")
    assert [one.said for one in named_values(unknown, ["supplier.vat_number"])] == [""]


def test_a_document_tells_which_of_its_facts_are_others_today() -> None:
    names = ("supplier.legal_name", "supplier.vat_number", "team")
    made = MadeDocument("Cover letter", "letter.docx", NOW, "", fingerprints(data(legal_name="Willow Ltd"), names))
    assert changed_since(made, data(legal_name="Willow Ltd")) == ()
    later = data(legal_name="Willowbrook Ltd", vat_number="GB1")
    assert [one.label for one in changed_since(made, later)] == ["Legal name", "VAT number"]
