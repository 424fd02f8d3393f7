"""Draw the program's icons from its own logo: `python .ci/icons.py FOLDER` makes PNG, ICO and ICNS files."""

import os
import sys
from pathlib import Path

SIDES = (16, 32, 48, 128, 256)


def main(folder: Path) -> None:
    """Write `hicolor/<side>x<side>/apps/bidfolio.png`, `bidfolio.ico` and `bidfolio.icns` below the folder."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image
    from PySide6.QtWidgets import QApplication

    from ui.widgets.brand import logo_icon

    application = QApplication([])
    for side in SIDES:
        target = folder / "hicolor" / f"{side}x{side}" / "apps" / "bidfolio.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        if not logo_icon().pixmap(side, side).save(str(target)):
            sys.exit(f"{target} could not be written")
    largest = Image.open(target)
    largest.save(folder / "bidfolio.ico", sizes=[(side, side) for side in SIDES])
    largest.save(folder / "bidfolio.icns")
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
