import pytest

from app.readers import read_file
from tests.samples.word import write_docx
from tests.samples.word_abroad import ABROAD
from tests.samples.word_asides import ASIDES
from tests.samples.word_blocks_of_rows import BLOCKS
from tests.samples.word_closing import CLOSING
from tests.samples.word_fields import FIELDS
from tests.samples.word_forms import FORMS
from tests.samples.word_grids import GRIDS
from tests.samples.word_lines import LINES
from tests.samples.word_matrices import MATRICES
from tests.samples.word_mixed import MIXED
from tests.samples.word_returns import RETURNS
from tests.samples.word_schedules import SCHEDULES
from tests.samples.word_spread import SPREAD
from tests.samples.word_tenders import TENDERS
from tests.samples.word_whole import WHOLE

SHAPES = (
    *MATRICES,
    *FORMS,
    *GRIDS,
    *LINES,
    *ASIDES,
    *MIXED,
    *TENDERS,
    *RETURNS,
    *ABROAD,
    *WHOLE,
    *SPREAD,
    *BLOCKS,
    *SCHEDULES,
    *FIELDS,
    *CLOSING,
)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_every_question_of_a_shape_is_found_and_nothing_else(tmp_path, shape):
    questionnaire = read_file(write_docx(tmp_path / "form.docx", *shape.blocks, parts=shape.parts))
    found = {question.slot.where: question for question in questionnaire}
    assert set(found) == {one[0] for one in shape.asked}
    for where, kind, *words in shape.asked:
        assert kind is None or found[where].kind == kind
        assert all(word in found[where].text for word in words)


def test_every_shape_has_a_name_of_its_own():
    assert len({shape.name for shape in SHAPES}) == len(SHAPES)
