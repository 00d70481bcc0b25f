"""``manage.py ingest PATH|DIR|URL…``: take in articles, and have them read and linked.

Articles are stored and read some at a time, each time in one transaction, so the command can be
stopped at any time; run again, it goes on where it was.
"""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from annotations import dispatch
from annotations.selectors import work
from annotations.services.backlog import link_stories, read_articles
from annotations.services.documents import DocumentError, moment
from annotations.services.ingest import HandedIn, Ingested, Outcome, ingest_documents
from annotations.services.loading import Loaded, Refusal, batches, count_articles, load, targets_of
from annotations.services.processes import workers

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
        intake = Intake(options["source"], options["story"], published_at)
        targets = [file for target in options["targets"] for file in targets_of(target)]
        try:
            self._run(intake, targets)
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

    def _run(self, intake: "Intake", targets: list[str]) -> None:
        with _progress(self.stderr) as progress:
            self._take_in(intake, targets, progress)
            article_ids = list(intake.waiting)
            if settings.CELERY_TASK_ALWAYS_EAGER:
                _read_and_link(article_ids, intake.stories, progress)
                intake.unread = work.unread_among(article_ids)
            else:
                dispatch.articles_ingested(article_ids)

    def _take_in(self, intake: "Intake", targets: list[str], progress: Progress) -> None:
        total = sum(map(count_articles, targets))
        task = progress.add_task("Taking in", total=total)
        for batch in batches(item for target in targets for item in load(target)):
            for refusal in intake.take(batch):
                text = f"{refusal.where}: {refusal.reason}"
                progress.console.print(text, markup=False, highlight=False, soft_wrap=True)
            progress.advance(task, len(batch))

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
    """One run of the command: what is to be said of articles that do not say it themselves, and
    what became of them. ``waiting`` are the articles to be read and linked."""

    source: str
    story: str
    published_at: datetime | None
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    refused: int = 0
    stories: dict[int, str] = field(default_factory=dict)
    waiting: dict[int, None] = field(default_factory=dict)
    unread: list[int] = field(default_factory=list)

    def take(self, batch: Sequence[Loaded | Refusal]) -> list[Refusal]:
        """Store the articles; gives a refusal for each that cannot be taken, in their order."""
        loaded = [item for item in batch if isinstance(item, Loaded)]
        taken = iter(ingest_documents(handed_in=[*map(self._handed_in, loaded)]))
        refusals = []
        for item in batch:
            outcome = next(taken) if isinstance(item, Loaded) else item
            if isinstance(outcome, Ingested):
                self._note(outcome)
            elif isinstance(outcome, DocumentError):
                refusals.append(Refusal(item.where, str(outcome)))
            else:
                refusals.append(outcome)
        self.refused += len(refusals)
        return refusals

    def _handed_in(self, item: Loaded) -> HandedIn:
        return HandedIn(
            item.document,
            source_name=item.document.outlet or self.source or item.fallback_source,
            story_title=item.story or self.story,
            published_at=self.published_at,
        )

    def _note(self, ingested: Ingested) -> None:
        self.outcomes[ingested.outcome] += 1
        article = ingested.article
        if article.story is not None:
            self.stories[article.story.pk] = article.story.title
        if not work.is_done(article):
            self.waiting[article.pk] = None


def _read_and_link(
    article_ids: Sequence[int], stories: Collection[int], progress: Progress
) -> None:
    """Read the articles and link the stories that they are in, on all cores."""
    with workers(len(article_ids)) as executor:
        read = read_articles(article_ids=article_ids, executor=executor)
        _track(progress, "Reading", len(article_ids), read)
        story_ids = work.unlinked_among(stories)
        linked = link_stories(story_ids=story_ids, executor=executor)
        _track(progress, "Linking", len(story_ids), linked)


def _track(progress: Progress, what: str, total: int, done: Iterable[int]) -> None:
    task = progress.add_task(what, total=total)
    for count in done:
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
