from app.readers import read_file
from tests.samples.notices import release, with_criteria, write_notice


def _read(path, *criteria):
    return read_file(write_notice(path / "notice.json", with_criteria(*criteria)))


def test_each_criterion_is_a_question_with_its_minimum_as_guidance(tmp_path):
    read = _read(
        tmp_path,
        {"type": "suitability", "description": "Membership of a trade body"},
        {"type": "economic", "description": "Insurance of the supplier", "minimum": "Public liability 5m GBP"},
    )
    assert (read.file_kind, read.title) == ("json", "Cleaning of classrooms")
    assert [(one.section, one.text, one.guidance) for one in read] == [
        ("Suitability", "Membership of a trade body", ""),
        ("Economic and financial standing", "Insurance of the supplier", "Public liability 5m GBP"),
    ]


def test_a_form_in_one_description_is_parted_at_its_marks(tmp_path):
    text = (
        "Part IV: Question 4B.1 - State your turnover.rn The last two years count.rn "
        "Part IV: Questions 4B.5 to 4B.6 - Insurance:rn - Employersrn - Public"
    )
    first, second = _read(tmp_path, {"type": "suitability", "description": text})
    assert (first.ref, second.ref) == ("4B.1", "4B.5 to 4B.6")
    assert first.text.endswith("The last two years count.")
    assert second.text.endswith("- Public")


def test_without_marks_each_line_is_a_question_and_a_list_stays_whole(tmp_path):
    text = "Describe your quality checks.\nBidders must hold:\nlicence A\nlicence B"
    first, second = _read(tmp_path, {"type": "technical", "description": text})
    assert first.text == "Describe your quality checks."
    assert second.text.splitlines() == ["Bidders must hold:", "licence A", "licence B"]


def test_a_notice_that_points_elsewhere_asks_nothing_and_says_so(tmp_path):
    read = _read(tmp_path, {"type": "suitability", "description": "See ESPD"})
    assert read.questions == ()
    assert "tender documents" in read.notices[0]


def test_a_package_without_criteria_asks_nothing(tmp_path):
    assert read_file(write_notice(tmp_path / "a.json", release("ocds-z-1"), release("ocds-z-2"))).questions == ()
