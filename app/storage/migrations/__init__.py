"""Migrations of the workspace, run by Alembic; frozen, so each stands without the tables of today."""
