"""`bidfolio render`: one template, by the program itself in a child process; the data comes on standard input."""

import argparse
import json
import sys
from pathlib import Path

from app.bootstrap import Ports
from app.commands.outcome import print_json
from app.documents.child import MEGABYTES, SECONDS, Ending, rendering_to_json
from app.domain.documents import DocumentData
from app.domain.errors import FileUnreadable, KindUnsupported, TemplateRefused
from app.logs import describe


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command; it is not listed."""
    parser = commands.add_parser("render")
    parser.add_argument("template", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--gaps", action="store_true")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, _ports: Ports) -> Ending:
    """Render within limits, and tell what came of it; how it ended otherwise goes to the parent in a line or two."""
    _limit()
    try:
        return _render(arguments)
    except (TemplateRefused, FileUnreadable, KindUnsupported) as error:
        reason = f"is {error.kind}" if isinstance(error, KindUnsupported) else error.reason
        sys.stderr.write(f"{reason}\n{error.remedy}")
        return Ending.REFUSED
    except MemoryError:
        return Ending.OUT_OF_MEMORY
    except Exception as error:  # noqa: BLE001  told to the parent by its type and place: the words may hold answers
        sys.stderr.write(_place_of(error))
        return Ending.FAILED


def _render(arguments: argparse.Namespace) -> Ending:
    from app.documents.render import render_document

    given = json.load(sys.stdin)
    data = DocumentData(given["values"], given["labels"])
    content, rendering = render_document(arguments.template, data, gaps=arguments.gaps)
    if content is not None:
        arguments.out.write_bytes(content)
    print_json(rendering_to_json(rendering))
    return Ending.DONE


def _place_of(error: Exception) -> str:
    *places, kind = describe(type(error), error.__traceback__)
    ours = [place for one in places if (place := one.strip()).startswith("app/")]
    return f"{kind.removeprefix('builtins.')}, {ours[-1]}"


def _limit() -> None:
    """Limit the processor time and the memory of this process, where the system can."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    if sys.platform == "linux":
        most = MEGABYTES * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
