"""`bidfolio open [WORKSPACE]`, and `bidfolio` alone: start the window's program."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from app.bootstrap import Ports
from app.commands.outcome import Exit
from app.commands.workspace import add_passphrase_option, given_passphrase
from app.domain.errors import NoScreen, WindowFailed
from app.paths import window_program

PATIENCE = 1.5
"""Seconds in which a window that cannot be shown has ended."""


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("open", help="open the window, on a workspace where one is named")
    parser.add_argument("workspace", type=Path, nargs="?", metavar="WORKSPACE", help="else the one that was open last")
    add_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, ports: Ports) -> Exit:
    """Start the window and leave it running. Raises `NoScreen`, `WindowFailed` or a `WorkspaceError`."""
    passphrase = given_passphrase(arguments)
    if arguments.workspace is not None:
        ports.workspaces.check(arguments.workspace)
    if not has_screen():
        raise NoScreen
    start_window(arguments.workspace, passphrase)
    return Exit.DONE


def has_screen() -> bool:
    """Tell whether a window could be seen; Qt's offscreen platform shows none."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def start_window(workspace: Path | None, passphrase: str | None = None) -> None:
    """Start the window's program; a passphrase goes to it through a pipe alone. Raises `WindowFailed`."""
    named = [str(workspace.absolute())] if workspace is not None else []
    secret = ["--passphrase-file", "-"] if passphrase else []
    started = subprocess.Popen(
        [*window_program(), *named, *secret],
        stdin=subprocess.PIPE if passphrase else subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=sys.platform != "win32",
    )
    if started.stdin is not None and passphrase:
        started.stdin.write(f"{passphrase}\n".encode())
        started.stdin.close()
    try:
        status = started.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        return
    if status:
        raise WindowFailed(status)
