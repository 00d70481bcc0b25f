"""Files that commands write."""

from collections.abc import Iterable
from pathlib import Path

from django.core.management.base import CommandError


def write_whole(output: Path, parts: Iterable[bytes]) -> None:
    """Write the parts to a file that is there once it is whole, or into a pipe or device.

    Raises CommandError where it cannot be written.
    """
    try:
        if output.exists() and not output.is_file():
            _write(output, parts)
        else:
            _put_in_place(output, parts)
    except OSError as error:
        raise CommandError(f"{output}: {error.strerror}", returncode=2) from error


def _put_in_place(output: Path, parts: Iterable[bytes]) -> None:
    """Write beside the file and move into its place: half of it is never taken for all."""
    part = output.with_name(f"{output.name}.part")
    try:
        _write(part, parts)
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)


def _write(output: Path, parts: Iterable[bytes]) -> None:
    with output.open("wb") as file:
        file.writelines(parts)
