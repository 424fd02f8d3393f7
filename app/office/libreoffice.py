"""LibreOffice run once, alone and cut off: a fresh private profile, no macros, no network, ended as a group.

Buyers' files are hostile until proven harmless. A plain headless conversion of a file with a linked picture was
seen to send requests; with the settings here it sends none.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from app.domain.errors import ConversionFailed, OfficeMissing

SECONDS = 90.0
"""How long one conversion may take."""
_NO_ADDRESS = "127.0.0.1"
_NO_PORT = 9
"""The discard port: nothing listens there, so whatever asks for the network is refused at once."""
_PLACES = (
    Path("/usr/lib/libreoffice/program/soffice"),
    Path("/opt/libreoffice/program/soffice"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path(r"C:\Program Files\LibreOffice\program\soffice.com"),
    Path(r"C:\Program Files (x86)\LibreOffice\program\soffice.com"),
)
_SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
_PROXY = "/org.openoffice.Inet/Settings"
_SETTINGS = (
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "1"),
    ("/org.openoffice.Office.Calc/Formula/Load", "OOXMLRecalcMode", "0"),
    (_PROXY, "ooInetProxyType", "2"),
    (_PROXY, "ooInetHTTPProxyName", _NO_ADDRESS),
    (_PROXY, "ooInetHTTPProxyPort", str(_NO_PORT)),
    (_PROXY, "ooInetHTTPSProxyName", _NO_ADDRESS),
    (_PROXY, "ooInetHTTPSProxyPort", str(_NO_PORT)),
)
"""Links are never updated (in Writer 0 means never, in Calc 1 does), formulas are always computed (LibreOffice passes
over a workbook's own wish for it), and the proxy leads nowhere."""


def find_office() -> Path | None:
    """Find the program, or None where it is not installed."""
    named = shutil.which("soffice") or shutil.which("libreoffice")
    return Path(named) if named else next((place for place in _PLACES if place.is_file()), None)


def convert(source: Path, ending: str, folder: Path, *, seconds: float = SECONDS) -> Path:
    """Convert a file and give the new one, in `folder`, with the same stem and another ending ("pdf", "docx").

    Raises `OfficeMissing`, or `ConversionFailed` where it takes too long or gives nothing.
    """
    office = find_office()
    if office is None:
        raise OfficeMissing
    made = folder / f"{source.stem}.{ending}"
    with tempfile.TemporaryDirectory(prefix="bidfolio-office-") as name:
        profile = _profile(Path(name))
        command = [str(office), "--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation={profile}"]
        command += ["--convert-to", ending, "--outdir", str(folder.resolve()), str(source.resolve())]
        if not _run(command, private_environment(Path(name)), seconds):
            raise ConversionFailed(source, f"took LibreOffice longer than {seconds:.0f} seconds")
    if not made.is_file():
        raise ConversionFailed(source, "could not be opened by LibreOffice")
    return made


def private_environment(home: Path, given: Mapping[str, str] | None = None) -> dict[str, str]:
    """Give an environment without secrets of ours, with its own home and a proxy that leads nowhere."""
    kept = {
        name: value
        for name, value in (os.environ if given is None else given).items()
        if not name.upper().startswith("BIDFOLIO_") and not name.lower().endswith("_proxy")
    }
    nowhere = f"http://{_NO_ADDRESS}:{_NO_PORT}"
    return {
        **kept,
        **dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy"), nowhere),
        "HOME": str(home),
        "TMPDIR": str(home),
        "SAL_USE_VCLPLUGIN": "svp",
    }


def _profile(folder: Path) -> str:
    """Write the settings of a fresh profile and give its address."""
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>",
        encoding="utf-8",
    )
    return user.parent.as_uri()


def _run(command: list[str], environment: dict[str, str], seconds: float) -> bool:
    """Run a command in a group of its own and end the whole group when its time is up."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, env=environment, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    ) as child:
        try:
            child.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        finally:
            _end_group(child)
    return True


def _end_group(child: "subprocess.Popen[bytes]") -> None:
    if sys.platform == "win32":
        if child.poll() is None:
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(child.pid)], capture_output=True, check=False)
        return
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
