"""The schema of a workspace: made, recognised, and brought up to date.

Alembic takes a third of a second to import, so it is only met by a workspace that is behind.
"""

from pathlib import Path

import sqlalchemy as sa

from app.domain.errors import WorkspaceDamaged, WorkspaceNewer
from app.storage.sqlite.connection import RawKey, make_engine
from app.storage.tables import METADATA, SCHEMA

MIGRATIONS = Path(__file__).parent / "migrations"

_VERSION = sa.table("alembic_version", sa.column("version_num", sa.Text))


def make_schema(engine: sa.Engine) -> None:
    """Make every table in an empty file, as the newest migration leaves them."""
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        connection.execute(sa.insert(_VERSION), {"version_num": SCHEMA})
        METADATA.create_all(connection)


def read_schema(connection: sa.Connection) -> str | None:
    """Give the number of the last migration the file has seen; None where it is no workspace."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(sa.select(_VERSION.c.version_num)).scalar()


def is_behind(engine: sa.Engine, path: Path) -> bool:
    """Tell whether the file must be migrated. Raises `WorkspaceNewer`, or `WorkspaceDamaged` without a schema."""
    with engine.begin() as connection:
        found = read_schema(connection)
    if found is None:
        raise WorkspaceDamaged(path)
    if found > SCHEMA:
        raise WorkspaceNewer(path)
    return found < SCHEMA


def migrate(path: Path, key: RawKey, to: str = "head", scripts: Path = MIGRATIONS) -> None:
    """Run the migrations up, or down, to `to`, in one transaction that a failure rolls back.

    Foreign keys are off meanwhile: rebuilding a table would silently delete what refers to its rows. They
    are checked at the end. Raises `WorkspaceDamaged` where a reference leads nowhere.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    engine = make_engine(path, key, foreign_keys=False)
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            upwards = to == "head" or (to != "base" and to > (read_schema(connection) or ""))
            (command.upgrade if upwards else command.downgrade)(config, to)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
                raise WorkspaceDamaged(path)
    finally:
        engine.dispose()
