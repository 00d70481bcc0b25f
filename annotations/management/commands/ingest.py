"""``manage.py ingest PATH|DIR|URL…``: take in articles, and have them read and linked.

Articles are stored and read some at a time, each time in one transaction, so the command can be
stopped at any time; run again, it goes on where it was.
"""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from annotations import dispatch
from annotations.selectors import work
from annotations.services.backlog import link_stories, read_articles
from annotations.services.bulk_ingest import Unstated, take_in
from annotations.services.documents import DocumentError, moment
from annotations.services.intake import Ingested, Outcome
from annotations.services.loading import Refusal, batches, count_articles, find, targets_of
from annotations.services.processes import MANY, workers
from annotations.services.statistics import refresh_statistics

_SOME_REFUSED = 1
_NOTHING_DONE = 2
_INTERRUPTED = 130
_STORIES_NAMED = 10


class Command(BaseCommand):
    help = (
        "Take in articles: .txt, .html and .jsonl files (one article a line), directories of "
        "them, and web pages. Exit code 1 where something was refused, 2 where everything was."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("targets", nargs="+", metavar="PATH|DIR|URL")
        parser.add_argument("--source", default="", help="the publisher where none is stated")
        parser.add_argument("--story", default="", help="the title of the story to put them in")
        parser.add_argument(
            "--published-at", default="", help="the date or time (ISO 8601) where none is stated"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            published_at = moment(options["published_at"])
        except DocumentError as error:
            raise CommandError(f"--published-at: {error.reason}", returncode=2) from error
        unstated = Unstated(options["source"], options["story"], published_at)
        intake = Intake()
        targets = [file for target in options["targets"] for file in targets_of(target)]
        try:
            self._run(intake, unstated, targets)
        except (KeyboardInterrupt, OperationalError, BrokenExecutor) as error:
            self._summarise(intake)
            stopped = isinstance(error, KeyboardInterrupt)
            raise CommandError(
                f"{'Stopped' if stopped else error}. What was taken in stays; run the command again"
                " to go on.",
                returncode=_INTERRUPTED if stopped else _SOME_REFUSED,
            ) from None
        self._summarise(intake)
        _exit(intake)

    def _run(self, intake: "Intake", unstated: Unstated, targets: list[str]) -> None:
        total = sum(map(count_articles, targets))
        found = batches(item for target in targets for item in find(target))
        with _progress(self.stderr) as progress, workers(total) as executor:
            taken = take_in(batches=found, unstated=unstated, executor=executor)
            task = progress.add_task("Taking in", total=total)
            waiting = _waiting(intake, taken, partial(progress.advance, task), progress.console)
            if settings.CELERY_TASK_ALWAYS_EAGER:
                _read_and_link(intake, waiting, total, executor, progress)
            else:
                dispatch.articles_ingested(list(waiting))

    def _summarise(self, intake: "Intake") -> None:
        counts = intake.outcomes
        self.stdout.write(
            f"{counts[Outcome.NEW]} new, {counts[Outcome.KNOWN]} already there, "
            f"{counts[Outcome.SUPERSEDED]} superseded, {intake.refused} refused"
        )
        titles = list(intake.stories.values())
        for title in titles[:_STORIES_NAMED]:
            self.stdout.write(f"story: {title}")
        if len(titles) > _STORIES_NAMED:
            self.stdout.write(f"and {len(titles) - _STORIES_NAMED} stories more")
        for article_id in intake.unread:
            self.stderr.write(f"article {article_id} could not be read; see the log")


@dataclass
class Intake:
    """One run of the command, and what became of the articles in it. ``waiting`` are those to be
    read and linked."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    refused: int = 0
    stories: dict[int, str] = field(default_factory=dict)
    waiting: dict[int, None] = field(default_factory=dict)
    unread: list[int] = field(default_factory=list)

    def note(self, outcome: Ingested | Refusal) -> int | None:
        """Gives the id of an article that is to be read."""
        if isinstance(outcome, Refusal):
            self.refused += 1
            return None
        self.outcomes[outcome.outcome] += 1
        article = outcome.article
        if article.story is not None:
            self.stories[article.story.pk] = article.story.title
        if article.pk in self.waiting or work.is_done(article):
            return None
        self.waiting[article.pk] = None
        return article.pk

    @property
    def passed_over(self) -> int:
        """How many articles were met that are not to be read."""
        return self.refused + self.outcomes.total() - len(self.waiting)


def _waiting(
    intake: Intake,
    taken: Iterable[Sequence[Ingested | Refusal]],
    advance: Callable[[int], None],
    console: Console,
) -> Iterator[int]:
    """The ids of the articles to be read, each as soon as it is taken in."""
    for outcomes in taken:
        for outcome in outcomes:
            article_id = intake.note(outcome)
            if article_id is not None:
                yield article_id
            elif isinstance(outcome, Refusal):
                text = f"{outcome.where}: {outcome.reason}"
                console.print(text, markup=False, highlight=False, soft_wrap=True)
        advance(len(outcomes))


def _read_and_link(
    intake: Intake, article_ids: Iterable[int], total: int, executor: Executor, progress: Progress
) -> None:
    """Read the articles while others are taken in, then link the stories that they are in."""
    task = progress.add_task("Reading", total=total)
    read = 0
    for count in read_articles(article_ids=article_ids, executor=executor):
        read += count
        # Not by a smaller total: it would make the bar forget how long things take.
        progress.update(task, completed=read + intake.passed_over)
    progress.update(task, total=len(intake.waiting), completed=read)
    intake.unread = work.unread_among(intake.waiting)
    if len(intake.waiting) >= MANY:
        refresh_statistics()
    story_ids = work.unlinked_among(intake.stories)
    task = progress.add_task("Linking", total=len(story_ids))
    for count in link_stories(story_ids=story_ids, executor=executor):
        progress.advance(task, count)


def _progress(file: Any) -> Progress:
    console = Console(file=file)
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        disable=not console.is_terminal,
    )


def _exit(intake: Intake) -> None:
    if intake.refused and not intake.outcomes:
        raise CommandError("Nothing could be taken in.", returncode=_NOTHING_DONE)
    if intake.refused or intake.unread:
        raise CommandError("Not everything could be taken in.", returncode=_SOME_REFUSED)
