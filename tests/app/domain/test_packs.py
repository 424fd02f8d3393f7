"""Names and parts of a submission pack."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.packs import LONGEST_NAME, PackedAs, PackFile, PackRule, named, parted

WORDS = {"reference": "NC/1", "supplier": "Willow & Sons Ltd"}


def _files(*titles: str) -> tuple[PackFile, ...]:
    return tuple(PackFile("", title, PackedAs.DOCUMENT, b"x" * 10) for title in titles)


def test_files_are_named_by_the_rule_and_keep_their_endings() -> None:
    rule = PackRule("{reference} {lot} {n} {supplier} {title}", lot="Lot 2")
    (first, second) = named(_files("Form A.docx", "Cover.PDF"), rule, WORDS)
    assert first.name == "NC-1 Lot 2 01 Willow & Sons Ltd Form A.docx"
    assert second.name.endswith("Cover.pdf")


def test_two_files_of_one_name_stay_apart() -> None:
    names = [one.name for one in named(_files("a.docx", "A.docx", "a.docx"), PackRule("{title}"), WORDS)]
    assert names == ["a.docx", "A-2.docx", "a-3.docx"]


@pytest.mark.parametrize("rule", ["{poem}", "{n.real}", "{title.__class__}", "{}", "{n!r}", "{n:>9}"])
def test_a_part_that_there_is_not_is_refused(rule: str) -> None:
    with pytest.raises(KeyError):
        named(_files("a.docx"), PackRule(rule), WORDS)


@given(st.lists(st.text(max_size=300), min_size=1, max_size=6), st.sampled_from(["{title}", "{n} {title}", "CON"]))
def test_any_name_is_safe_on_every_system_and_stands_once(titles: list[str], pattern: str) -> None:
    names = [one.name for one in named(_files(*titles), PackRule(pattern), WORDS)]
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert 0 < len(name) <= LONGEST_NAME + 3
        assert not set(name) & set('<>:"/\\|?*\n\x00')
        assert name.partition(".")[0].casefold() != "con"
        assert name == name.strip(" .")


def test_archives_stay_within_the_limit_in_the_order_of_the_files() -> None:
    parts = parted(_files("a", "b", "c", "d", "e"), 25)
    assert [[one.title for one in part] for part in parts] == [["a", "b"], ["c", "d"], ["e"]]
    assert len(parted(_files("a", "b"), None)) == 1
    assert [len(part) for part in parted(_files("a", "b"), 5)] == [1, 1]
