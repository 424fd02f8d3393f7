"""What stands around a line: the text above that names it, the short text below, its place in a list."""

from collections.abc import Sequence

from app.packages.blanks import BlankKind
from app.readers.prompts import yes_no_options
from app.readers.sentences import asks
from app.readers.word_draft import Draft, Scene
from app.readers.word_view import Line

Step = tuple[list[Draft], int]
"""What was found in lines, and how many of them it took."""

LONGEST_LABEL = 12
"""Words of a label at most."""
_BARE_WORDS = 6
_FAR = 60
"""Lines up to which a list or a question is followed upwards."""
_NEAR = 3
"""Lines up to which a label is looked for."""
_FEWEST_WORDS = 4


def label_above(lines: Sequence[Line], at: int, scene: Scene) -> str:
    """Give the nearest line above that holds text and no blank, or the heading just above."""
    for up in range(at - 1, max(-1, at - _NEAR - 1), -1):
        if lines[up].text:
            return _beside_boxes(lines[up]) if lines[up].blanks else lines[up].text
    return scene.lead if at < _NEAR else ""


def _beside_boxes(line: Line) -> str:
    """Give the text of a line that begins with its only blank, a box; of other lines with blanks, nothing."""
    first = line.blanks[0].blank
    alone = len(line.blanks) == 1 and first.kind is BlankKind.BOX and not line.word.text[: first.start].strip()
    return line.word.text[first.end :].strip() if alone else ""


def label_below(lines: Sequence[Line], at: int) -> str:
    """Give a short line below, such as the name under a line to sign on."""
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return below if below and not lines[at + 1].blanks and len(below.split()) <= LONGEST_LABEL else ""


def question_above(lines: Sequence[Line], at: int) -> str:
    """Give the lines above as far up as they belong to one question: to a blank line, a prompt or an option list."""
    parts: list[str] = []
    for up in range(at - 1, max(-1, at - _FAR), -1):
        text = lines[up].text
        if not text and parts:
            break
        if text and (
            lines[up].blanks
            or yes_no_options(text)
            or (parts and parts[0].strip().endswith("?") and text.endswith("?"))
        ):
            break
        if text:
            parts.insert(0, text)
        if text.count("?") and len(parts) == 1 and text[:1].isupper() and len(text.split()) > _FEWEST_WORDS:
            break
    return "\n".join(parts)


def parent(lines: Sequence[Line], at: int) -> str:
    """Give the line of the list that this line stands below, or the one that leads in to its list."""
    for up in range(at - 1, max(-1, at - _FAR), -1):
        if lines[up].text and not lines[up].blanks and lines[up].depth <= lines[at].depth:
            return lines[up].text
    return ""


def number(line: Line) -> str:
    """Give the automatic number of a line, without a bullet."""
    return "" if line.number == "•" else line.number


def is_bare_label(line: Line) -> bool:
    """Tell whether a line is a short name of a detail and no more: "Date", "Position"."""
    text = line.text
    return (
        bool(text)
        and len(text.split()) <= _BARE_WORDS
        and not line.blanks
        and asks(text) >= 1
        and text[-1] not in ".;?"
    )
