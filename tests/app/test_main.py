"""The command line from outside: exit statuses, one sentence for each refusal, nothing else on standard output."""

import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def bidfolio() -> Run:
    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "app", *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)

    return run


def truncated_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "<w/>" * 1000)
    path.write_bytes(path.read_bytes()[:60])


def zip_without_document(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("readme.txt", "no office file")


def entity_bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(
            "word/document.xml",
            '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w:document '
            'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>&b;</w:body></w:document>',
        )


BAD_FILES: dict[str, tuple[str, Callable[[Path], object]]] = {
    "text named as a Word file": ("a.docx", lambda path: path.write_text("Dear supplier,\n")),
    "an old Word file": ("a.doc", lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000))),
    "an OLE file named docx": (
        "b.docx",
        lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000)),
    ),
    "a truncated zip": ("c.docx", truncated_zip),
    "a zip that is no office file": ("d.xlsx", zip_without_document),
    "an empty file": ("e.xlsx", lambda path: path.write_bytes(b"")),
    "a broken PDF": ("f.pdf", lambda path: path.write_bytes(b"%PDF-1.7\n1 0 obj\n<<")),
    "an XML entity bomb": ("g.docx", entity_bomb),
    "a file that is not there": ("h.docx", lambda path: None),
    "a folder": ("i.docx", lambda path: path.mkdir()),
}


@pytest.mark.parametrize("case", BAD_FILES)
def test_a_bad_file_is_refused_with_one_sentence(case: str, tmp_path: Path, bidfolio: Run) -> None:
    name, make = BAD_FILES[case]
    make(tmp_path / name)
    done = bidfolio("questions", tmp_path / name, "--json")
    assert done.returncode == 3, done.stderr
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert name in done.stderr
    assert "Traceback" not in done.stderr


def test_a_command_that_does_not_exist_is_wrong_usage(bidfolio: Run) -> None:
    assert bidfolio("guess").returncode == 2


def test_only_the_command_that_is_given_is_imported() -> None:
    code = (
        "import sys, app.__main__ as m; m.main(['questions', 'none.docx']);"
        "print(*sorted(name for name in sys.modules if name.startswith('app.commands.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"app.commands.smoke", "app.commands.fill", "app.commands.check"} & set(done.stdout.split())


def test_the_help_lists_the_commands_and_the_version_is_shown(bidfolio: Run) -> None:
    shown = bidfolio("--help").stdout
    listed = [line.split()[0] for line in shown.splitlines() if line.startswith("    ") and line.strip()]
    assert {"import", "questions", "generate", "passphrase"} <= set(listed)
    assert re.fullmatch(r"Bidfolio \d+\.\d+\.\d+\n", bidfolio("--version").stdout)
    assert "bidfolio generate" in bidfolio("generate", "--help").stdout


def test_the_command_line_needs_no_window(bidfolio: Run) -> None:
    code = (
        "import sys, app.__main__ as m; m.main(['questions', 'none.docx']);"
        "sys.exit(any('PySide6' in name for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_json_is_the_only_thing_on_standard_output(tmp_path: Path, bidfolio: Run) -> None:
    questions = tmp_path / "list.txt"
    questions.write_text("1. What is the name of your company?\n2. Describe how you keep data safe (250 words).\n")
    done = bidfolio("questions", questions, "--json")
    assert done.returncode == 0, done.stderr
    printed = json.loads(done.stdout)
    assert [question["slot"]["where"] for question in printed["questions"]] == [None, None]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_has_read_enough_ends_the_command_quietly(tmp_path: Path, unbuffered: str) -> None:
    asked = tmp_path / "asked.txt"
    asked.write_text("".join(f"{number}. How do you train staff in skill {number}?\n" for number in range(3000)))
    command = [sys.executable, "-m", "app", "questions", str(asked)]
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.readline()
        program.stdout.close()
        assert program.stderr.read() == b""


def test_words_of_any_language_reach_a_pipe_of_a_system_with_an_old_encoding(tmp_path: Path) -> None:
    questions = tmp_path / "questions.txt"
    questions.write_text(
        "1. What is the name of your firm in Greek, such as \u0391\u03b8\u03ae\u03bd\u03b1?\n", "utf-8"
    )
    command = [sys.executable, "-m", "app", "questions", str(questions), "--json"]
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    done = subprocess.run(command, capture_output=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    assert "\u0391\u03b8\u03ae\u03bd\u03b1" in json.loads(done.stdout.decode("utf-8"))["questions"][0]["text"]


@pytest.mark.skipif(sys.platform != "linux", reason="the system has no such names")
def test_a_file_whose_name_is_no_utf_8_is_read_kept_and_checked(tmp_path: Path, bidfolio: Run) -> None:
    questions = tmp_path / os.fsdecode(b"\xa3 list.txt")
    questions.write_text("1. What is the name of your company?\n")
    workspace, passphrase = tmp_path / "a.bidfolio", tmp_path / "passphrase"
    passphrase.write_text("a long test passphrase")
    given = ("-w", workspace, "--passphrase-file", passphrase)
    assert json.loads(bidfolio("questions", questions, "--json").stdout)["questions"]
    for command in (
        ("new", workspace, "--passphrase-file", passphrase),
        ("tender", "new", "Paths", *given),
        ("tender", "add", "Paths", questions, *given),
        ("match", questions, "--tender", "Paths", *given),
        ("review", questions, "--tender", "Paths", *given),
        ("tender", "show", "Paths", *given),
        ("export", "all", "--out", tmp_path / "all", *given),
    ):
        done = bidfolio(*command)
        assert (done.returncode, done.stderr) == (0, ""), command
    refused = bidfolio("questions", tmp_path / os.fsdecode(b"\xa3\n none.docx"))
    assert refused.returncode == 3
    assert len(refused.stderr.splitlines()) == 1
