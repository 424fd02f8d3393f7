"""A killed window loses nothing that was typed more than a second before."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.domain.responses import Response
from app.domain.tenders import Tender, TenderFile
from app.services.keep_readings import keep_reading
from tests.samples.questionnaire_of_eight import CONTENT, DIGEST, QUESTIONNAIRE
from tests.samples.window_frame import PASSPHRASE, quick_ports

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL; the same writes are tested elsewhere"),
]
RUNS = 3

TYPIST = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
application = QApplication(["typist", "-platform", "offscreen"])
from tests.samples.window_frame import PASSPHRASE, make_frame
from ui.tasks import Lanes
from ui.viewmodels.navigation import Place

made = make_frame(Path(sys.argv[1]).parent, Lanes())
made.gate.choose(Path(sys.argv[1]))
made.gate.unlock(PASSPHRASE)
while not made.session.is_open:
    QTest.qWait(10)
made.session.navigation.go(Place.TENDERS, "tender-1")
page = made.window.workbench.page
while not page.tender.review.total:
    QTest.qWait(10)
page.tender.review.offers.stop()
page.tender.questions.open_question("q-breach")
editor = page.tender.questions.panel.editor.focusProxy()
number = 0
while True:
    number += 1
    QTest.keyClicks(editor, f"w{number} ")
    print(number, flush=True)
    QTest.qWait(40)
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    ports = quick_ports()
    path = tmp_path / "Harbour Systems Ltd.bidfolio"
    made = ports.workspaces.create(path, PASSPHRASE)
    with made.work("Prepare") as unit:
        unit.tenders.add(Tender("tender-1", "Housing"))
        unit.attachments.put(CONTENT)
        unit.tender_files.add(TenderFile("file-1", tender_id="tender-1", name="ITT.docx", digest=DIGEST))
    keep_reading(made, ports, "file-1", QUESTIONNAIRE, "me")
    made.close()
    return path


def responses(path: Path) -> tuple[Response, ...]:
    opened = quick_ports().workspaces.open(path, PASSPHRASE)
    try:
        with opened.work("Look") as unit:
            return unit.responses.all()
    finally:
        opened.close()


@pytest.mark.parametrize("run", range(RUNS))
def test_a_window_killed_while_somebody_types_keeps_all_but_the_last_second(workspace: Path, run: int) -> None:
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(workspace)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=root,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ) as typist:
        assert typist.stdout is not None
        typed: list[tuple[float, int]] = []
        for line in typist.stdout:
            typed.append((time.monotonic(), int(line)))
            if typed[-1][0] - typed[0][0] > 2.2 + run * 0.13:
                break
        killed_at = time.monotonic()
        typist.send_signal(signal.SIGKILL)
    due = max(number for at, number in typed if at <= killed_at - 1.0)
    (kept,) = responses(workspace)
    words = str(kept.value).split()
    assert words == [f"w{number}" for number in range(1, len(words) + 1)]
    assert len(words) >= due
