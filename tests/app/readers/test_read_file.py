from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import FileError, KindUnsupported
from app.readers import read_file
from tests.samples.word import cell, p, table, write_docx

_WHOLE = (p("Name: ____"), table(["Question", "Response"], [cell(p("Who?"), p("Why?")), "Yes ☐ No ☐"]))


def test_a_word_file_is_read_whatever_its_name(tmp_path):
    assert read_file(write_docx(tmp_path / "form.xlsx", p("Name: ____"))).file_kind == "docx"


def test_a_kind_without_questions_is_refused(tmp_path):
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n")
    with pytest.raises(KindUnsupported):
        read_file(tmp_path / "a.png")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_a_file_with_bytes_changed_is_read_or_refused(tmp_path, data):
    path = write_docx(tmp_path / "form.docx", *_WHOLE)
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(bytes(content[: data.draw(st.integers(len(content) // 2, len(content)))]))
    with suppress(FileError):
        assert read_file(path).digest


_TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=40)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(lines=st.lists(_TEXT, max_size=6), rows=st.lists(st.lists(_TEXT, min_size=1, max_size=4), max_size=5))
def test_any_words_in_any_table_are_read(tmp_path, lines, rows):
    read_file(
        write_docx(tmp_path / "form.docx", *map(p, (line for line in lines if not line.startswith("<"))), table(*rows))
    )
