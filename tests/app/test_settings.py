"""Preferences survive, and no file of an older release or a damaged one stops the program."""

import json
from pathlib import Path

import pytest

from app.domain.preferences import Preferences, ThemeChoice
from app.settings import keep_preferences, load_preferences, preferences_path

EVERYTHING = Preferences(
    user="P. Shah",
    theme=ThemeChoice.DARK,
    text_scale=150,
    reduced_motion=True,
    single_keys=False,
    idle_minutes=5,
    recent=("/a/Harbour.bidfolio",),
    remembered=("/a/Harbour.bidfolio",),
    geometry="AdnQywAD",
)


def test_what_was_kept_is_read_again() -> None:
    keep_preferences(EVERYTHING)
    assert load_preferences() == EVERYTHING
    assert list(preferences_path().parent.iterdir()) == [preferences_path()]


def test_without_a_file_everything_is_as_it_was_made() -> None:
    assert load_preferences() == Preferences()


@pytest.mark.parametrize("text", ["", "{", "[1, 2]", "null", '"x"', "\x00\xff"])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(text, "utf-8")
    assert load_preferences(path) == Preferences()


def test_an_older_file_gives_what_it_has_and_a_newer_one_loses_only_what_is_unknown(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(json.dumps({"user": "Ada", "theme": "dark", "holograms": True}))
    assert load_preferences(path) == Preferences(user="Ada", theme=ThemeChoice.DARK)


@pytest.mark.parametrize(
    ("name", "wrong"),
    [("theme", "purple"), ("text_scale", "big"), ("recent", [1]), ("idle_minutes", True), ("user", None)],
)
def test_a_value_of_another_type_gives_way_to_the_usual_one(tmp_path: Path, name: str, wrong: object) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(json.dumps({name: wrong, "geometry": "kept"}))
    assert load_preferences(path) == Preferences(geometry="kept")


def test_figures_stay_within_their_limits(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(json.dumps({"text_scale": 900, "idle_minutes": -3}))
    assert load_preferences(path) == Preferences(text_scale=200, idle_minutes=0)


def test_a_folder_that_cannot_be_written_loses_the_preferences_and_not_the_program(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    keep_preferences(EVERYTHING, tmp_path / "state" / "preferences.json")
    assert (tmp_path / "state").read_text() == "a file where a folder should be"
