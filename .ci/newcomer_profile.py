"""Write the sample's profile as a newcomer has it before any bid: no library answers, each fact as it stands today.

For the gate, whose scorer compares a filled file with one plain value for each fact.
"""

import json
import shutil
import sys
from pathlib import Path
from typing import Any

DAY = "2026-11-22"


def main(source: Path, target: Path) -> None:
    """Write `profile.json` and the files it names into `target`."""
    profile = json.loads((source / "profile.json").read_text(encoding="utf-8"))
    facts = {key: _now(fact) for key, fact in profile["facts"].items()}
    for item in (*profile.get("evidence", ()), *profile.get("policies", ())):
        if item.get("file") and (source / item["file"]).exists():
            shutil.copy(source / item["file"], target)
    plain = {**profile, "facts": facts, "answers": []}
    (target / "profile.json").write_text(json.dumps(plain), encoding="utf-8")


def _now(fact: Any) -> Any:
    """Give the entry of a history that holds on the day, and of figures by period the newest."""
    if isinstance(fact, list) and fact and all(isinstance(one, dict) and "value" in one for one in fact):
        held = [one for one in fact if (one.get("from") or "") <= DAY <= (one.get("until") or "9999")]
        fact = max(held or fact, key=lambda one: one.get("from") or "")
    value = fact["value"] if isinstance(fact, dict) and "value" in fact else fact
    periods = isinstance(value, list) and bool(value) and all(isinstance(one, dict) and "value" in one for one in value)
    return max(value, key=lambda one: one.get("period_ends", ""))["value"] if periods else fact


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
