"""A whole session with one word in every field: `python -m tests.samples.whole_session FOLDER`.

Everything runs in processes of its own, in the home and the temporary folder of whoever starts it. What the session
is asked to write goes to FOLDER/asked, what it reads lies in FOLDER/given, the workspace in FOLDER/kept.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.domain.catalogue import Catalogue, FactType
from app.interchange.fact_catalogue import load_catalogue
from tests.samples.files_with import files_with
from tests.samples.notices import release, write_notice

WORD = "quillfeather"
SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
PASSPHRASE = f"{WORD} lantern ledger harbour"
PLAIN = ("kind", "role", "state", "starts", "ends", "review_by", "approved_on", "started", "completed", "reviewed_on")
"""Members that are days or one of a few words."""


def spoken(value: Any) -> Any:
    """Put the word into every text of a value."""
    if isinstance(value, str):
        return f"{value} {WORD}"
    if isinstance(value, list):
        return [spoken(one) for one in value]
    if isinstance(value, Mapping):
        return {name: one if name in PLAIN else spoken(one) for name, one in value.items()}
    return value


def fact_value(key: str, value: Any, catalogue: Catalogue) -> Any:
    """Put the word into the value of a fact, as its type allows."""
    definition = catalogue.get(key)
    match definition.type if definition else FactType.TEXT:
        case FactType.EMAIL:
            return f"{WORD}@{WORD}.example"
        case FactType.URL:
            return f"https://{WORD}.example/"
        case FactType.TEXT | FactType.LONG_TEXT | FactType.TEXT_LIST | FactType.ADDRESS if not key.endswith("_number"):
            return spoken(value)
        case _:
            return value


def speak_facts(facts: Mapping[str, Any], catalogue: Catalogue) -> dict[str, Any]:
    """Put the word into facts, with their history and sources."""

    def one(key: str, fact: Any) -> Any:
        if isinstance(fact, list) and fact and isinstance(fact[0], dict) and "value" in fact[0]:
            return [one(key, entry) for entry in fact]
        if isinstance(fact, dict) and "value" in fact:
            return {**fact, "value": fact_value(key, fact["value"], catalogue), "source": f"From {WORD}"}
        return fact_value(key, fact, catalogue)

    return {**{key: one(key, fact) for key, fact in facts.items()}, f"own.{WORD}": {"deep": [f"x {WORD}"]}}


def write_profile(folder: Path) -> Path:
    """Write the sample's profile with the word in every text, its files called and filled with it."""
    catalogue = load_catalogue()
    told = json.loads((SAMPLE / "profile.json").read_text("utf-8"))
    made: dict[str, Any] = {"format": told["format"], WORD: {"note": WORD}}
    made["facts"] = speak_facts(told["facts"], catalogue)
    for name in ("evidence", "policies", "case_studies", "people", "answers"):
        made[name] = [_record(one, folder) for one in told[name]]
    made["parties"] = [
        {**_record(party, folder), "facts": speak_facts(party.get("facts", {}), catalogue)} for party in told["parties"]
    ]
    path = folder / "profile.json"
    path.write_text(json.dumps(made, ensure_ascii=False), "utf-8")
    return path


def _record(one: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    made = {**spoken({name: value for name, value in one.items() if name not in ("file", "facts")}), WORD: WORD}
    if "file" in one:
        made["file"] = f"{WORD} {one['file']}"
        content = (SAMPLE / one["file"]).read_bytes() if (SAMPLE / one["file"]).is_file() else b"x"
        (folder / made["file"]).write_bytes(content + f"\n% {WORD}\n".encode())
    return made


class Session:
    """Runs commands and the window, one after another."""

    def __init__(self, folder: Path) -> None:
        self.given, self.asked, self.kept = (folder / name for name in ("given", "asked", "kept"))
        for place in (self.given, self.asked, self.kept):
            place.mkdir(parents=True)
        self.workspace = self.kept / "firm.bidfolio"
        self.statuses: dict[str, int] = {}
        self.found: dict[str, list[str]] = {}
        """Where the word stands in clear after each part, outside what was given and asked for."""

    def search(self, part: str) -> None:
        """Look for the word where it must not be."""
        places = [Path.home(), Path(tempfile.gettempdir()), self.kept]
        self.found[part] = sorted({str(path) for place in places for path in files_with(WORD, place)})

    def run(self, *arguments: object, allowed: tuple[int, ...] = (0,)) -> str:
        """Run a command of the command line and give what it printed."""
        command = [sys.executable, "-m", "app", *map(str, arguments)]
        environment = {**os.environ, "BIDFOLIO_PASSPHRASE": PASSPHRASE}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        words = 2 if arguments[0] in ("import", "export", "tender") else 1
        name = " ".join(map(str, arguments[:words]))
        self.statuses[name] = done.returncode
        if done.returncode not in allowed:
            raise RuntimeError(f"{name} gave {done.returncode}: {done.stderr[-500:]}")
        return done.stdout

    def window(self, way: str) -> None:
        """Open the window on the workspace, go everywhere, and end in a crash, or killed."""
        command = [sys.executable, "-m", "tests.samples.window_visit", way, str(self.workspace)]
        environment = {**os.environ, "BIDFOLIO_PASSPHRASE": PASSPHRASE, "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=300)
        self.statuses[f"window {way}"] = done.returncode
        if "visited" not in done.stdout:
            raise RuntimeError(f"the window gave {done.returncode}: {done.stdout[-300:]} {done.stderr[-2000:]}")

    def whole_job(self) -> None:
        """Import, read, match, review, fill, check, export, back up, and the window."""
        workspace, given, asked = ("-w", self.workspace), self.given, self.asked
        form = Path(shutil.copy(SAMPLE / "buyers" / "northshire-questionnaire.docx", given))
        book = Path(shutil.copy(SAMPLE / "buyers" / "calderwick-security-workbook.xlsx", given))
        answers = given / "answers.csv"
        answers.write_text(f"Question,Answer,Owner,Tags\nWhat is {WORD}?,It is {WORD}.,{WORD},{WORD}\n", "utf-8")
        notice = write_notice(given / "notice.json", release(title=f"Tender {WORD}", description=WORD))
        self.run("new", self.workspace)
        self.run("import", "profile", write_profile(given), *workspace)
        self.run("import", "answers", answers, *workspace)
        self.run("import", "notice", notice, *workspace)
        self.run("tender", "new", f"Bid {WORD}", "--buyer", WORD, "--reference", WORD, "--lot", WORD, *workspace)
        self.run("tender", "add", f"Bid {WORD}", form, book, *workspace)
        self.run("questions", form, "--json")
        matched = json.loads(self.run("match", form, *workspace, "--tender", f"Bid {WORD}", "--json"))
        ids = [one["id"] for one in matched["questions"] if one["suggestions"]]
        review = ("review", form, *workspace, "--tender", f"Bid {WORD}", "--as", f"P. {WORD}")
        self.run(*review, "--approve", *ids, allowed=(0, 1))
        self.run("fill", form, "--out", asked / "form.docx", *workspace, "--tender", f"Bid {WORD}", allowed=(0, 1))
        self.run("fill", book, "--out", asked / "book.xlsx", *workspace, "--unreviewed", allowed=(0, 1))
        self.run("check", f"Bid {WORD}", *workspace, allowed=(0, 1))
        for kind, name in (("profile", "p.json"), ("answers", "a.xlsx"), ("cdp", "c.json"), ("all", "all")):
            self.run("export", kind, *workspace, "--out", asked / name)
        self.run("export", "history", *workspace, "--out", asked / "h.csv")
        self.run("export", "matrix", *workspace, "--tender", f"Bid {WORD}", "--out", asked / "m.xlsx")
        self.run("import", "bids", asked / "form.docx", *workspace, allowed=(0, 1))
        self.run("import", "cdp", asked / "c.json", *workspace)
        bid = ("--tender", f"Bid {WORD}")
        template = ("generate", "core-supplier-information", *workspace, *bid, "--gaps", "--out")
        self.run(*template, asked / "about.docx", allowed=(0, 1))
        self.run("pack", f"Bid {WORD}", *workspace, "--draft", "--out", asked / "pack.zip", allowed=(0, 1))
        self.run("backup", *workspace)
        self.run("restore", next(self.kept.rglob("firm 2*.bidfolio")), "--to", self.kept / "again.bidfolio")
        if shutil.which("soffice"):
            old = given / "old.rtf"
            old.write_text(rf"{{\rtf1\ansi 1. What does {WORD} do?\par 2. Since when?\par}}", "ascii")
            self.run("questions", old, "--convert", asked / "old.docx")
            self.run(*template, asked / "about.pdf", allowed=(0, 1))


def main(folder: Path) -> None:
    """Run everything and say how each part ended."""
    session = Session(folder)
    session.whole_job()
    session.search("commands")
    for way in ("crash", "kill", "close"):
        session.window(way)
        session.search(way)
    sys.stdout.write(json.dumps({"statuses": session.statuses, "found": session.found}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
