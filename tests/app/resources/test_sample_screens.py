"""Pictures of the filled samples, as LibreOffice shows them: `make screens` writes them into `docs/screens`."""

import shutil
import subprocess
from pathlib import Path

import pytest

from app.bootstrap import build_ports
from app.paths import RESOURCES
from app.services.move_sample import WRITTEN_ON
from app.services.run_demo import run_demo

SCREENS = Path(__file__).parents[3] / "docs" / "screens"
SHOWN = {
    "northshire-questionnaire filled": (("3", "filled-questionnaire-facts"), ("7", "filled-questionnaire-answers")),
    "calderwick-security-workbook filled": (("2", "filled-workbook-facts"), ("4", "filled-workbook-answers")),
}
"""Pages of each filled file, and the names of their pictures."""


@pytest.mark.soak
@pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pdftoppm")), reason="LibreOffice or poppler missing")
def test_the_filled_samples_open_as_pages_on_the_screen(tmp_path: Path) -> None:
    demo = run_demo(build_ports(), RESOURCES / "sample", tmp_path, WRITTEN_ON)
    SCREENS.mkdir(exist_ok=True)
    for fill in demo.fills:
        _convert(fill.filled_file, tmp_path)
        printed = tmp_path / f"{fill.filled_file.stem}.pdf"
        for page, name in SHOWN[printed.stem]:
            picture = SCREENS / name
            command = ["pdftoppm", "-r", "80", "-f", page, "-l", page, "-singlefile", "-png", printed, picture]
            subprocess.run(command, check=True)
            assert picture.with_suffix(".png").stat().st_size > 10_000


def _convert(file: Path, folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
