"""Words are counted as LibreOffice counts them with its extra separators switched off: asked once, and asked again."""

import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from app.domain.counting import count_words
from tests.samples.awkward_answers import awkward_answers

KEPT = Path(__file__).parents[2] / "golden" / "word_counts.json"
_NO_SEPARATORS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Writer/WordCount">
<prop oor:name="AdditionalSeparators" oor:op="fuse"><value></value></prop></item>
</oor:items>"""


def test_two_hundred_awkward_answers_are_counted_as_libreoffice_counted_them() -> None:
    kept = json.loads(KEPT.read_text("utf-8"))
    assert [one["text"] for one in kept] == list(awkward_answers())
    assert len(kept) == 200
    assert [(one["text"], count_words(one["text"])) for one in kept] == [(one["text"], one["words"]) for one in kept]


@pytest.mark.soak
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_still_counts_them_so(tmp_path: Path) -> None:
    profile = tmp_path / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(_NO_SEPARATORS, "utf-8")
    texts = awkward_answers()
    for number, text in enumerate(texts):
        (tmp_path / f"{number:03}.txt").write_text(text, "utf-8-sig")
    command = ["soffice", f"-env:UserInstallation={profile.parent.as_uri()}", "--headless", "--convert-to", "odt"]
    files = sorted(map(str, tmp_path.glob("*.txt")))
    subprocess.run([*command, "--outdir", str(tmp_path / "odt"), *files], check=True, capture_output=True, timeout=300)
    asked = [_words(tmp_path / "odt" / f"{number:03}.odt") for number in range(len(texts))]
    assert asked == [count_words(text) for text in texts]


def _words(document: Path) -> int:
    with zipfile.ZipFile(document) as package:
        found = re.search(r'word-count="(\d+)"', package.read("meta.xml").decode())
    assert found is not None
    return int(found[1])
