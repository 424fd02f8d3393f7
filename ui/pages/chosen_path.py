"""The path a person chose in a dialog, with the ending that the file has to have."""

from pathlib import Path


def with_ending(chosen: str | Path, *endings: str) -> Path:
    """Add the first ending where the name has none of them; "Bid 1.2" becomes "Bid 1.2.zip", not "Bid 1.zip"."""
    path = Path(chosen)
    return path if path.suffix.lower() in endings else path.with_name(path.name + endings[0])
