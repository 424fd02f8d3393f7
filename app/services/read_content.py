"""Read a file of the user's as a whole, to be kept or packed."""

from pathlib import Path

from app.domain.errors import FileMissing, FileUnreadable


def read_content(path: Path, at_most: int | None = None) -> bytes:
    """Give what a file holds, of so many bytes at most. Raises `FileMissing`, `FileUnreadable`."""
    try:
        if at_most is not None and path.stat().st_size > at_most:
            too_large = f"is larger than {at_most // 2**20} MB"
            raise FileUnreadable(path, too_large, "Make it smaller, for example by saving it as a PDF.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        reason = f"cannot be read ({error.strerror})"
        raise FileUnreadable(path, reason, "Close it in other programs and try again.") from error
