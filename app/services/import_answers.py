"""Take answers from a table into the library."""

from collections.abc import Sequence

from app.domain.incoming import Taken
from app.domain.records import LibraryAnswer
from app.services.import_profile import take_in, with_keys
from app.services.ports import Workspace


def import_answers(workspace: Workspace, name: str, answers: Sequence[LibraryAnswer], by: str = "") -> Taken:
    """Add new answers and replace those known by the same key, in one deed; `name` is that of the table."""
    with workspace.work(f"Import {name}", by) as work:
        return take_in(work.answers, with_keys(answers))
