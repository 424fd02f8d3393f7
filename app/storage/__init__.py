"""The workspace: tables, repositories, unit of work, migrations."""
