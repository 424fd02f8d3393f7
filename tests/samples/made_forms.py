"""Forms made at random, as bad as forms can be: runs cut anywhere, controls and fields among them, tables in cells."""

import random
import zipfile
from dataclasses import dataclass
from pathlib import Path

from app.domain.questionnaire import Kind, Question, Questionnaire, Slot
from app.domain.values import JsonValue
from app.packages.word_blanks import word_text
from app.packages.word_names import TABLE
from app.packages.word_places import elements
from app.packages.xml_part import parse_xml
from tests.samples import word

_WORDS = (
    *("Name", "of", "firm:", "[insert]", "[", "insert", "name", "]", "____", "__", "_", "......", "…", "Yes", "No"),
    *("☐", "☒", "( )", "[ ]", "<date>", "£", "%", " ", "\t", "\n", "(a)", "[500]", "Click here to enter text.", ""),
    *("□ Yes □ No", "Yes / No", "●"),
)
_LETTERS = (
    "",
    "",
    "<w:b/>",
    '<w:highlight w:val="yellow"/>',
    '<w:sz w:val="18"/>',
    '<w:rStyle w:val="PlaceholderText"/>',
)
_COMBO = '<w:comboBox><w:listItem w:displayText="A" w:value="a"/></w:comboBox>'
_CONTROLS = ("<w:text/>", "<w:date/>", '<w:text w:multiLine="1"/>', "", _COMBO)
_SYMBOL = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'
VALUES: tuple[JsonValue, ...] = (
    *(True, False, "Yes", "No", -5, 10_000_000, 12.5, 0.1, "2026-12-11", "", None, "  padded  ", "A", "Other", "N/A"),
    *("text [with] ____ (x) ☐ blanks", "- one\n- two **bold**\n\n*it* end", "a\tb\r\nc\x00\x0b", "مرحبا שלום", "=1+1"),
    *("x" * 3000, ["a", "b"], {"street": "1 High St", "locality": "York"}, [{"name": "A", "born": "1980-01-01"}], {}),
    *(
        [["a", "b"], ["c"]],
        "£1,234.50",
        "&<>\"'",
        "_x0041_",
        "a\n\n\nb",
        [True, 1, None],
        "😀 ẞ",
        "1. one\n2. two",
        "**",
    ),
)
_OPTIONS: tuple[tuple[str, ...], ...] = ((), (), ("Yes", "No"), ("A", "B", "Other"))
_UNASKED = (Kind.SIGNATURE, Kind.TABLE)


@dataclass(frozen=True)
class MadeForm:
    """A form, what it asks, and answers of any kind to it."""

    path: Path
    questionnaire: Questionnaire
    answers: dict[str, JsonValue]


def make_form(folder: Path, seed: int) -> MadeForm:
    """Make the form of a number: the same for the same number."""
    chance = random.Random(seed)
    path = word.write_docx(folder / "made.docx", *(_block(chance) for _ in range(chance.randint(1, 6))))
    questions = _questions(chance, path)
    answers = {one.id: chance.choice(VALUES) for one in questions}
    return MadeForm(path, Questionnaire(path.name, "docx", "", tuple(questions)), answers)


def _questions(chance: random.Random, path: Path) -> list[Question]:
    """Ask for answers at some places and blanks, never at a place and at another inside it."""
    with zipfile.ZipFile(path) as package:
        root = parse_xml(package.read("word/document.xml"))
    found: list[Question] = []
    used: set[str] = set()
    for place, element in elements(root).items():
        nested = any(place.startswith(f"{one}.") or one.startswith(f"{place}.") for one in used)
        if element.tag == TABLE or nested or chance.random() < 0.4:
            continue
        blanks = len(word_text(element).blanks)
        for number in range(max(1, blanks)):
            if chance.random() < 0.5:
                used.add(place)
                found.append(_question(chance, f"q{len(found)}", place, number, blanks))
    return found


def _question(chance: random.Random, name: str, place: str, number: int, blanks: int) -> Question:
    kind = chance.choice([one for one in Kind if one not in _UNASKED])
    options = chance.choice(_OPTIONS)
    if options and blanks >= len(options) and chance.random() < 0.4:
        boxes = {option: _at(place, at) for at, option in enumerate(options)}
        return Question(name, "Question?", Slot(place, boxes), kind, options=options)
    return Question(name, "Question?", Slot(_at(place, number)), kind, options=options)


def _at(place: str, number: int) -> str:
    return f"{place}#{number}" if number else place


def _block(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.5:
        return _paragraph(chance)
    if kind < 0.85:
        columns = chance.randint(1, 4)
        rows = [word.row(*(_cell(chance) for _ in range(columns))) for _ in range(chance.randint(1, 3))]
        return word.table(*rows)
    inner = "".join(_paragraph(chance) for _ in range(chance.randint(1, 2)))
    return word.control(inner, chance.choice(_CONTROLS[:3]), placeholder=chance.random() < 0.5)


def _cell(chance: random.Random) -> str:
    nested = word.table(["Name", ""])
    return word.cell(*(_paragraph(chance) if chance.random() < 0.9 else nested for _ in range(chance.randint(1, 3))))


def _paragraph(chance: random.Random) -> str:
    return word.p(*(_run(chance) for _ in range(chance.randint(0, 5))))


def _run(chance: random.Random) -> str:
    text = "".join(chance.choice(_WORDS) + chance.choice(("", " ")) for _ in range(chance.randint(0, 4)))
    letters = chance.choice(_LETTERS)
    plain = word.run(text, letters)
    others = (
        lambda: word.control(plain, chance.choice(_CONTROLS), placeholder=chance.random() < 0.7),
        lambda: word.control(word.run("Choose an item."), placeholder=True, options=["Yes", "No", "Other"]),
        lambda: word.tick_control(ticked=chance.random() < 0.3),
        word.legacy_text,
        word.legacy_box,
        lambda: word.legacy_list("Yes", "No"),
        lambda: word.inserted(plain),
        lambda: word.deleted(text or "x"),
        lambda: word.text_box(word.p(text), word.p("____")),
        lambda: _SYMBOL,
    )
    return plain if chance.random() < 0.7 else chance.choice(others)()
