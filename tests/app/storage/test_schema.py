import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from app.domain.errors import WorkspaceDamaged, WorkspaceNewer
from app.domain.profile import Profile
from app.storage.schema import MIGRATIONS, migrate, read_schema
from app.storage.sqlite.connection import RawKey, make_engine
from app.storage.tables import METADATA, SCHEMA
from tests.samples import records
from tests.samples.workspaces import PASSPHRASE, cheap_key, cheap_workspaces, new_workspace

OLD = Path(__file__).parents[2] / "old"

REBUILD = '''
"""A migration of this test: it rebuilds the table that others refer to."""
import sqlalchemy as sa
from alembic import op
revision = "9000"
down_revision = "{head}"
def upgrade() -> None:
    with op.batch_alter_table("party", recreate="always") as batch:
        batch.add_column(sa.Column("note", sa.Text, nullable=False, server_default="new"))
def downgrade() -> None:
    with op.batch_alter_table("party", recreate="always") as batch:
        batch.drop_column("note")
'''
FAILING = REBUILD.replace("def downgrade", "    raise ZeroDivisionError\ndef downgrade", 1)
ORPHANING = REBUILD.replace("def downgrade", "    op.execute('DELETE FROM party')\ndef downgrade", 1)


def _key(path: Path) -> RawKey:
    salt = path.read_bytes()[:16]
    return RawKey(cheap_key(PASSPHRASE, salt), salt)


def _filled(folder: Path) -> tuple[Path, Profile]:
    workspace = new_workspace(folder)
    with workspace.work("Fill") as work:
        for name, record in records.ALL.items():
            getattr(work, name).add(record)
        work.attachments.put(b"a certificate")
        profile = work.profile()
    workspace.close()
    return workspace.path, profile


def _scripts(folder: Path, migration: str) -> Path:
    shutil.copytree(MIGRATIONS, folder / "migrations", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "migrations" / "versions" / "schema_9000.py").write_text(migration.format(head=SCHEMA))
    return folder / "migrations"


def _found(path: Path) -> str | None:
    engine = make_engine(path, _key(path))
    with engine.begin() as connection:
        found = read_schema(connection)
    engine.dispose()
    return found


def test_the_head_of_the_migrations_equals_the_tables(tmp_path: Path) -> None:
    path = tmp_path / "empty.bidfolio"
    path.write_bytes(b"")
    key = RawKey(bytes(32), bytes(range(16)))
    migrate(path, key)
    engine = make_engine(path, key)
    with engine.begin() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, METADATA) == []
        assert read_schema(connection) == SCHEMA
    engine.dispose()


def test_a_new_workspace_has_the_tables_of_the_migrations(tmp_path: Path) -> None:
    migrated, key = tmp_path / "migrated", RawKey(bytes(32), bytes(range(16)))
    migrated.write_bytes(b"")
    migrate(migrated, key)
    made = new_workspace(tmp_path)
    made.close()
    assert _layout(made.path, _key(made.path)) == _layout(migrated, key)


def test_the_newest_schema_is_the_head_and_there_is_one_line_of_migrations() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_heads() == [SCHEMA]


def test_migrations_run_down_and_up_again(tmp_path: Path) -> None:
    path, _ = _filled(tmp_path)
    migrate(path, _key(path), "base")
    assert _found(path) is None
    migrate(path, _key(path))
    assert _found(path) == SCHEMA


def test_rebuilding_a_table_keeps_what_refers_to_it(tmp_path: Path) -> None:
    path, profile = _filled(tmp_path)
    scripts = _scripts(tmp_path, REBUILD)
    migrate(path, _key(path), scripts=scripts)
    assert _found(path) == "9000"
    migrate(path, _key(path), SCHEMA, scripts=scripts)
    workspace = cheap_workspaces().open(path, PASSPHRASE)
    with workspace.work("Look") as work:
        assert work.profile() == profile
    workspace.close()


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    path, profile = _filled(tmp_path)
    with pytest.raises(ZeroDivisionError):
        migrate(path, _key(path), scripts=_scripts(tmp_path, FAILING))
    workspace = cheap_workspaces().open(path, PASSPHRASE)
    with workspace.work("Look") as work:
        assert work.profile() == profile
    workspace.close()


def test_a_migration_that_loses_what_others_refer_to_is_taken_back(tmp_path: Path) -> None:
    path, _ = _filled(tmp_path)
    with pytest.raises(WorkspaceDamaged):
        migrate(path, _key(path), scripts=_scripts(tmp_path, ORPHANING))
    assert _found(path) == SCHEMA


def test_a_workspace_that_is_behind_is_backed_up_and_migrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, _ = _filled(tmp_path)
    scripts = _scripts(tmp_path, REBUILD)
    monkeypatch.setattr("app.storage.schema.SCHEMA", "9000")
    monkeypatch.setattr("app.storage.workspace.migrate", lambda where, key: migrate(where, key, scripts=scripts))
    workspace = cheap_workspaces().open(path, PASSPHRASE)
    assert _found(path) == "9000"
    assert len(workspace.backups()) == 2
    assert _found(workspace.backups()[0].path) == SCHEMA
    workspace.close()


def test_a_newer_workspace_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path, _ = _filled(tmp_path)
    migrate(path, _key(path), scripts=_scripts(tmp_path, REBUILD))
    content = path.read_bytes()
    with pytest.raises(WorkspaceNewer):
        cheap_workspaces().open(path, PASSPHRASE)
    assert path.read_bytes() == content


def test_an_encrypted_database_of_another_program_is_no_workspace(tmp_path: Path) -> None:
    path, key = tmp_path / "other", RawKey(cheap_key(PASSPHRASE, bytes(range(16))), bytes(range(16)))
    path.write_bytes(b"")
    engine = make_engine(path, key)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE mine (x)")
    engine.dispose()
    with pytest.raises(WorkspaceDamaged):
        cheap_workspaces().open(path, PASSPHRASE)


@pytest.mark.parametrize("path", sorted(OLD.glob("*.bidfolio")), ids=lambda path: path.stem)
def test_the_workspace_of_each_released_schema_opens_with_all_it_holds(tmp_path: Path, path: Path) -> None:
    copy = Path(shutil.copy(path, tmp_path))
    workspace = cheap_workspaces().open(copy, PASSPHRASE)
    with workspace.work("Look") as work:
        for name, record in records.ALL.items():
            assert getattr(work, name).get(record.id) == record
        assert work.profile().extra == {"own": 1}
        assert work.journal.first_broken() is None
        assert work.attachments.read(work.journal.recent(100)[0].record_id) == b"a certificate"
    workspace.close()


def test_there_is_a_workspace_of_every_released_schema() -> None:
    released = {path.stem.removeprefix("schema_") for path in (MIGRATIONS / "versions").glob("schema_*.py")}
    assert {path.stem for path in OLD.glob("*.bidfolio")} == released


def _layout(path: Path, key: RawKey) -> list[tuple[object, ...]]:
    engine = make_engine(path, key)
    with engine.begin() as connection:
        inspector = sa.inspect(connection)
        layout = [
            (table, column["name"], str(column["type"]), column["nullable"])
            for table in sorted(inspector.get_table_names())
            for column in inspector.get_columns(table)
        ]
        layout += [
            (table, str(key), str(index))
            for table in sorted(inspector.get_table_names())
            for key, index in ((inspector.get_foreign_keys(table), inspector.get_indexes(table)),)
        ]
    engine.dispose()
    return layout
