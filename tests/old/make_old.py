"""Write the workspace of today's schema, to be kept for every later release: `python -m tests.old.make_old`."""

from pathlib import Path

from app.storage.tables import SCHEMA
from tests.samples import records
from tests.samples.workspaces import PASSPHRASE, cheap_workspaces


def main() -> None:
    """Make `NNNN.bidfolio` here, with one record of each kind. Run once, when a schema is released."""
    path = Path(__file__).parent / f"{SCHEMA}.bidfolio"
    workspace = cheap_workspaces().create(path, PASSPHRASE)
    with workspace.work("Fill") as work:
        work.attachments.put(b"a certificate")
        for name, record in records.ALL.items():
            getattr(work, name).add(record)
        work.set_profile_extra({"own": 1})
    workspace.close()


if __name__ == "__main__":
    main()
