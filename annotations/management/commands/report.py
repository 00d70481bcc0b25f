"""Write the verdict report of a story to a file or to standard output."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from annotations.management.files import write_whole
from annotations.management.stories import story_named
from annotations.reporting.document import FormatUnavailableError
from annotations.reporting.formats import FORMATS
from annotations.selectors.report import verdict_report


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("story", help="the story's slug, number or title")
        parser.add_argument("--format", choices=FORMATS, default="html", help="the form (html)")
        parser.add_argument("--output", type=Path, help="the file to write (standard output)")

    def handle(self, *args: Any, **options: Any) -> None:
        report = verdict_report(story_named(options["story"]))
        try:
            written = FORMATS[options["format"]].write(report)
        except FormatUnavailableError as error:
            raise CommandError(str(error)) from error
        output: Path | None = options["output"]
        if output is None:
            sys.stdout.buffer.write(written)
            return
        write_whole(output, [written])
        self.stderr.write(f"Wrote {output} ({len(written):,} bytes).")
