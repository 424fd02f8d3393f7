"""`bidfolio generate TEMPLATE`: a document from a Word template, with the facts that hold on the day."""

import argparse
import tempfile
from datetime import date
from pathlib import Path

from app.bootstrap import Ports
from app.commands.bid_options import add_tender_options, tender_of
from app.commands.outcome import Exit, say, warn
from app.commands.workspace import add_workspace_options, open_workspace
from app.domain.documents import DocumentData, MadeDocument, Rendering, fingerprints
from app.domain.errors import NotFound
from app.office.converted_copy import convert_to
from app.services.gather_document import Occasion, gather_document
from app.services.generate_document import check_document_target, generate_document
from app.services.keep_documents import keep_document

PDF = ".pdf"


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("generate", help="make a document from a Word template")
    parser.add_argument("template", metavar="TEMPLATE", help="the name of a template of the program, or a Word file")
    add_workspace_options(parser)
    parser.add_argument("--out", type=Path, required=True, help="the document to write, .docx or (LibreOffice) .pdf")
    add_tender_options(parser)
    parser.add_argument("--gaps", action="store_true", help="mark what is missing instead of stopping")
    parser.add_argument("--replace", action="store_true", help="write over what is there")
    parser.add_argument("--as", dest="by", default="", metavar="NAME", help=argparse.SUPPRESS)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, ports: Ports) -> Exit:
    """Gather the data, render and write; 1 where gaps had to be marked."""
    template = find_template(arguments.template, ports)
    check_document_target(template, arguments.out, may_replace=arguments.replace)
    with open_workspace(arguments, ports) as workspace:
        with workspace.work(f"Make {arguments.out.name}") as unit:
            tender, dates = tender_of(arguments, unit, ports)
            today: date = arguments.on or ports.now().date()
            data = gather_document(unit, ports.catalogue(), Occasion(dates, tender, today))
        rendering = _write(template, data, arguments, ports)
        if tender is not None:
            values = fingerprints(data, rendering.use.names)
            out = str(arguments.out.absolute())
            made = MadeDocument(_title(template, ports), out, ports.now(), arguments.by, values)
            keep_document(workspace, tender.id, made)
    for notice in rendering.use.notices:
        warn(f"bidfolio: {template.name}: {notice}")
    for name in rendering.missing:
        warn(f"bidfolio: marked as missing: {data.labels.get(name) or name}")
    say(f"Written to {arguments.out}. It is not encrypted.")
    return Exit.FOUND_WRONG if rendering.missing else Exit.DONE


def _title(template: Path, ports: Ports) -> str:
    return ports.template_card(template).title if template in ports.templates() else template.name


def find_template(name: str, ports: Ports) -> Path:
    """Find a template by the name it has in the program, or as a file. Raises `NotFound`."""
    if Path(name).exists():
        return Path(name)
    shipped = {path.stem: path for path in ports.templates()}
    if name.removesuffix(".docx") not in shipped:
        raise NotFound("template", name)
    return shipped[name.removesuffix(".docx")]


def _write(template: Path, data: DocumentData, arguments: argparse.Namespace, ports: Ports) -> Rendering:
    out: Path = arguments.out
    if out.suffix.lower() != PDF:
        return generate_document(template, data, out, ports.render, ports.write_whole, gaps=arguments.gaps)
    ports.lent_folder().mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=ports.lent_folder()) as folder:
        document = Path(folder) / "document.docx"
        rendering = generate_document(template, data, document, ports.render, ports.write_whole, gaps=arguments.gaps)
        convert_to(document, "pdf", Path(folder) / "document.pdf")
        ports.write_whole(out, (Path(folder) / "document.pdf").read_bytes())
        return rendering
