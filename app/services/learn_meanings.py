"""Have the language model read what is kept: after a save, by whatever needs it, in short steps.

Until a text has been read, its answer is found by its words alone.
"""

import time
from collections.abc import Callable

from app.services.ports import Meaning, Progress, Report, Workspace, silent

ANSWERS_A_STEP = 16
"""Answers read between two writes: about half a second of work."""


def learn_meanings(
    workspace: Workspace,
    meaning: Meaning,
    seconds: float,
    report: Report = silent,
    clock: Callable[[], float] = time.monotonic,
) -> int:
    """Compute and keep the vectors that are missing, for about `seconds`, and tell how many answers are left.

    The workspace is free for others while the model reads. Vectors of texts that are gone are let go.
    """
    if not meaning.model:
        return 0
    with workspace.work("Look") as unit:
        texts = meaning.texts(unit.profile(), unit.responses.all())
        held = unit.vectors.digests(meaning.model)
    missing = [digest for digest in texts if digest not in held]
    if held - texts.keys():
        with workspace.work("Tidy") as unit:
            unit.vectors.keep_only(meaning.model, texts)
    until = clock() + seconds
    for start in range(0, len(missing), ANSWERS_A_STEP):
        if clock() >= until:
            return len(missing) - start
        report(Progress("Reading the answer library", start, len(missing)))
        step = missing[start : start + ANSWERS_A_STEP]
        made = {digest: meaning.vectors(texts[digest]) for digest in step}
        with workspace.work("Learn") as unit:
            unit.vectors.put(meaning.model, made)
    return 0
