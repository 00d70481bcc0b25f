"""``manage.py export claims|figures|groups|verdicts``: all of them, streamed."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from annotations.management.files import write_whole
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
        if output is not None:
            write_whole(output, map(str.encode, lines))
            return
        for line in lines:
            self.stdout.write(line, ending="")
