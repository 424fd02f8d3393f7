"""Write the sample's profile without its library answers: what a newcomer has before any bid. For the gate."""

import json
import shutil
import sys
from pathlib import Path

source, target = Path(sys.argv[1]), Path(sys.argv[2])
profile = json.loads((source / "profile.json").read_text(encoding="utf-8"))
for item in (*profile.get("evidence", ()), *profile.get("policies", ())):
    if item.get("file") and (source / item["file"]).exists():
        shutil.copy(source / item["file"], target)
(target / "profile.json").write_text(json.dumps({**profile, "answers": []}), encoding="utf-8")
