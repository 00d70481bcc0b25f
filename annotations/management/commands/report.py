"""Write the verdict report of a story to a file or to standard output."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from annotations.models import Story
from annotations.reporting.document import FormatUnavailableError
from annotations.reporting.formats import FORMATS
from annotations.selectors.report import verdict_report

_NAMED = 20


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("story", help="the story's short name, as in its address")
        parser.add_argument("--format", choices=FORMATS, default="html", help="the form (html)")
        parser.add_argument("--output", type=Path, help="the file to write (standard output)")

    def handle(self, *args: Any, **options: Any) -> None:
        report = verdict_report(_story(options["story"]))
        try:
            written = FORMATS[options["format"]].write(report)
        except FormatUnavailableError as error:
            raise CommandError(str(error)) from error
        output: Path | None = options["output"]
        if output is None:
            sys.stdout.buffer.write(written)
            return
        try:
            output.write_bytes(written)
        except OSError as error:
            raise CommandError(f"{output} cannot be written: {error.strerror}") from error
        self.stderr.write(f"Wrote {output} ({len(written):,} bytes).")


def _story(slug: str) -> Story:
    found = Story.objects.filter(slug=slug).first()
    if found is None:
        known = list(Story.objects.values_list("slug", flat=True)[:_NAMED])
        named = f" There are: {', '.join(known)}." if known else " There is no story yet."
        raise CommandError(f"There is no story {slug}.{named}")
    return found
