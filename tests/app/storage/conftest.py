from collections.abc import Iterator
from pathlib import Path

import pytest

from app.storage.workspace import SqlWorkspace
from tests.samples.workspaces import new_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[SqlWorkspace]:
    made = new_workspace(tmp_path)
    yield made
    made.close()
