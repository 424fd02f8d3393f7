"""`bidfolio render`: one template, by the program itself in a child process; the data comes on standard input."""

import argparse
import json
import sys
from pathlib import Path

from app.bootstrap import Ports
from app.commands.outcome import Exit, print_json
from app.documents.child import MEGABYTES, SECONDS, rendering_to_json
from app.domain.documents import DocumentData
from app.domain.errors import FileUnreadable, KindUnsupported, TemplateRefused


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command; it is not listed."""
    parser = commands.add_parser("render")
    parser.add_argument("template", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--gaps", action="store_true")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, _ports: Ports) -> Exit:
    """Render within limits, and tell what came of it; a refusal goes to the parent in two lines."""
    from app.documents.render import render_document

    _limit()
    given = json.load(sys.stdin)
    data = DocumentData(given["values"], given["labels"])
    try:
        content, rendering = render_document(arguments.template, data, gaps=arguments.gaps)
    except (TemplateRefused, FileUnreadable, KindUnsupported) as error:
        reason = f"is {error.kind}" if isinstance(error, KindUnsupported) else error.reason
        sys.stderr.write(f"{reason}\n{error.remedy}")
        return Exit.FILE_ERROR
    if content is not None:
        arguments.out.write_bytes(content)
    print_json(rendering_to_json(rendering))
    return Exit.DONE


def _limit() -> None:
    """Limit the processor time and the memory of this process, where the system can."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    if sys.platform == "linux":
        most = MEGABYTES * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
