"""What a person puts right in a reading, and how it is carried on."""

from app.domain.corrections import Mark, answer_at, carried, corrected, not_ours, section_at, with_correction
from app.domain.layout import LaidBlock, LaidCell, Layout, Survey
from app.domain.questionnaire import Question, Questionnaire, Slot, question_id


def _table(table: int, *rows: tuple[str, ...], bold: bool = True) -> LaidBlock:
    return LaidBlock(
        tuple(
            tuple(LaidCell(f"t{table}.r{r}.c{c}", text, c, bold=bold and r == 0) for c, text in enumerate(row))
            for r, row in enumerate(rows)
        )
    )


ROWS = (("Ref", "Requirement", "Reply"), ("1", "The supplier must notify us.", ""), ("2", "How is it tested?", ""))
SURVEY = Survey(Layout((LaidBlock(((LaidCell("p0", "Date of the last test: ....."),),)), _table(0, *ROWS))))
SECOND = Question(question_id("t0.r2.c2"), "How is it tested?", Slot("t0.r2.c2"), section="Part 1")
READ = Questionnaire("a.docx", "docx", "d", (SECOND,))


def test_a_place_becomes_the_answer_to_the_text_beside_it_in_the_order_of_the_file() -> None:
    one = answer_at(SURVEY, "t0.r1.c2", READ)
    assert one is not None
    first, second = corrected(READ, (one,)).questions
    assert (first.text, first.slot.where, first.section) == ("The supplier must notify us.", "t0.r1.c2", "Part 1")
    assert first.id == question_id("t0.r1.c2")
    assert second == SECOND


def test_a_paragraph_asks_and_is_answered_in_one_place() -> None:
    one = answer_at(SURVEY, "p0", READ)
    assert one is not None
    assert corrected(READ, (one,)).questions[0].slot.where == "p0"


def test_a_place_that_is_not_ours_takes_its_question_away() -> None:
    assert corrected(READ, (not_ours(SURVEY, "t0.r2.c2"),)).questions == ()


def test_a_text_becomes_the_heading_of_what_follows_it_in_one_section() -> None:
    one, blank = section_at(SURVEY, "p0", READ), section_at(SURVEY, "t0.r1.c2", READ)
    assert one is not None
    assert blank is None
    later = Question(question_id("t1.r0.c1"), "Who tests it?", Slot("t1.r0.c1"), section="Part 2")
    read = Questionnaire("a.docx", "docx", "d", (SECOND, later))
    assert [q.section for q in corrected(read, (one,)).questions] == ["Part 1 > Date of the last test: .....", "Part 2"]


def test_the_newest_word_on_a_place_counts() -> None:
    one = answer_at(SURVEY, "t0.r1.c2", READ)
    assert one is not None
    held = with_correction((one,), (not_ours(SURVEY, "t0.r1.c2"),))
    assert [kept.mark for kept in held] == [Mark.NOT_OURS]
    assert corrected(READ, held).questions == (SECOND,)


def test_a_column_is_taken_whole_but_for_its_heading() -> None:
    assert SURVEY.column_of("t0.r2.c2") == ("t0.r1.c2", "t0.r2.c2")
    assert SURVEY.column_of("nowhere") == ()


def test_a_cell_of_a_grid_answers_the_heading_of_its_column() -> None:
    grid = Survey(Layout((_table(0, ("Name", "Passport number", "Nationality"), ("", "", "")),)))
    asked = [grid.asks[f"t0.r1.c{column}"].text for column in range(3)]
    assert asked == ["Name", "Passport number", "Nationality"]


def test_one_word_asks_and_a_number_does_not() -> None:
    form = Survey(Layout((_table(0, ("1.2 (a)", "Fax", "")),)))
    assert form.asks["t0.r0.c2"].text == "Fax"
    assert "t0.r0.c1" not in form.asks


def test_corrections_are_carried_to_the_same_words_in_another_place() -> None:
    one = answer_at(SURVEY, "t0.r1.c2", READ)
    wrong = not_ours(SURVEY, "t0.r2.c2")
    assert one is not None
    newer = Survey(Layout((_table(3, ("Ref", "Requirement", "Reply"), ("1", "New?", ""), *ROWS[1:]),)))
    read = Questionnaire("b.docx", "docx", "e", ())
    assert [(c.place, c.mark) for c in carried((one, wrong), newer, read)] == [
        ("t3.r2.c2", Mark.ANSWER),
        ("t3.r3.c2", Mark.NOT_OURS),
    ]


def test_a_sheet_is_carried_by_its_columns_and_rows() -> None:
    def sheet(top: int) -> Survey:
        cells = (LaidCell(f"Form!B{top}", "Who leads?", 2), LaidCell(f"Form!AA{top}", "", 27))
        return Survey(Layout((LaidBlock((cells,), title="Form"),)))

    one = answer_at(sheet(4), "Form!AA4", READ)
    assert one is not None
    (moved,) = carried((one,), sheet(9), READ)
    assert (moved.place, moved.asked_at) == ("Form!AA9", "Form!B9")
