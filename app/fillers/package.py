"""Copies of office packages: what their kinds share."""

from collections.abc import Callable, Mapping
from pathlib import Path

from app.domain.questionnaire import Questionnaire
from app.domain.values import JsonValue
from app.fillers.patch import Patch
from app.packages.archive import Archive

PatchPackage = Callable[[Archive, Questionnaire, Mapping[str, JsonValue]], Patch]


def fill_package(
    source: Path,
    questionnaire: Questionnaire,
    answers: Mapping[str, JsonValue],
    copy: Path,
    patch_package: PatchPackage,
) -> Patch:
    """Write a copy of a package with the parts that `patch_package` gives, and every other part as it is."""
    with Archive(source) as archive:
        patch = patch_package(archive, questionnaire, answers)
        copied = archive.copy(copy, patch.parts)
        patch.notices += archive.notices if copied.changed else ()
    patch.parts_changed, patch.parts_identical = copied.changed, copied.identical
    return patch


def parts_that_differ(source: Path, copy: Path, patch: Patch) -> tuple[str, ...]:
    """List the parts of a copy that are not what they should be: lost, added, or changed without an answer in them."""
    with Archive(source) as before, Archive(copy) as after:
        if before.names != after.names:
            return tuple(sorted(set(before.names) ^ set(after.names))) or ("the order of the parts",)
        wanted = {name: patch.parts.get(name) or before.read(name) for name in before.names}
        return tuple(name for name, content in wanted.items() if after.read(name) != content)
