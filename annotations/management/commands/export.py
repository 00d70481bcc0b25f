"""``manage.py export claims|figures|groups|verdicts``: all of them, streamed."""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from annotations.management.stories import story_named
from annotations.selectors.exports import EXPORT_LINES, EXPORTS


class Command(BaseCommand):
    help = "Export claims, figures, groups or verdicts, to stdout or a file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kind", choices=sorted(EXPORTS))
        parser.add_argument("--format", choices=sorted(EXPORT_LINES), default="jsonl")
        parser.add_argument("--story", default="", help="of one story: its slug, number or title")
        parser.add_argument("--output", type=Path, help="a file; it is there once it is whole")

    def handle(self, *args: Any, **options: Any) -> None:
        story = story_named(options["story"]) if options["story"] else None
        lines = EXPORT_LINES[options["format"]](options["kind"], story)
        output: Path | None = options["output"]
        if output is None:
            self._print(lines)
            return
        try:
            _write(output, lines)
        except OSError as error:
            raise CommandError(f"{output}: {error.strerror}", returncode=2) from error

    def _print(self, lines: Iterator[str]) -> None:
        try:
            for line in lines:
                self.stdout.write(line, ending="")
            self.stdout.flush()
        except BrokenPipeError:
            # Who reads has enough ("| head"); nothing more is to be written at exit either.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write(output: Path, lines: Iterator[str]) -> None:
    """Write beside the file and move into its place: half an export is never taken for one."""
    part = output.with_name(f"{output.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            file.writelines(lines)
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)
