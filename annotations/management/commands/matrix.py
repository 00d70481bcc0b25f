"""``manage.py matrix STORY``: a story's figures, source by source."""

from argparse import ArgumentParser
from typing import IO, Any, cast

from django.core.management.base import BaseCommand
from rich.console import Console

from annotations.management.stories import story_named
from annotations.management.tables import print_figures
from annotations.selectors.figures import figure_matrix


class Command(BaseCommand):
    help = "Print a story's figures: what is counted, its value in each source, who agrees."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("story", help="the story's slug, number or title")

    def handle(self, *args: Any, **options: Any) -> None:
        console = Console(file=cast(IO[str], self.stdout))
        print_figures(console, figure_matrix(story_named(options["story"])))
