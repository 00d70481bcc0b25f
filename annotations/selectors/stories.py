"""Reads of stories: how far the review of each has come."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from annotations.models import Article, Claim, Story, User
from annotations.selectors.claims import claims_for

State = Claim.State


@dataclass(frozen=True, slots=True)
class Progress:
    """How many claims stand in each state, in the order of the workflow."""

    states: tuple[tuple[str, int], ...]

    def _in(self, *states: str) -> int:
        return sum(count for state, count in self.states if state in states)

    @property
    def total(self) -> int:
        return sum(count for _, count in self.states)

    @property
    def open(self) -> int:
        return self._in(State.CANDIDATE, State.IN_REVIEW)

    @property
    def reviewed(self) -> int:
        return self._in(State.AGREED, State.CONTESTED)

    @property
    def final(self) -> int:
        return self._in(State.FINAL)

    @property
    def stale(self) -> int:
        return self._in(State.STALE)

    @property
    def settled(self) -> int:
        return self._in(State.FINAL, State.DISMISSED)

    @property
    def percent(self) -> int:
        return 100 * self.settled // self.total if self.total else 0


@dataclass(frozen=True, slots=True)
class Overview:
    story: Story
    articles: int
    progress: Progress


def current_articles(story: Story) -> QuerySet[Article]:
    """The story's articles in their newest versions, the earliest published first."""
    return (
        Article.objects.filter(story=story, superseded_by__isnull=True)
        .select_related("source")
        .order_by("published_at", "id")
    )


def current_claims(story: Story, user: User) -> QuerySet[Claim]:
    """The claims of those articles, the most check-worthy first."""
    return (
        claims_for(user)
        .filter(article__story=story, article__superseded_by__isnull=True)
        .order_by("-score", "id")
    )


def progress_of(stories: Collection[Story], user: User) -> dict[int, Progress]:
    """The progress of each story by its id, in one query."""
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    rows = (
        claims_for(user)
        .filter(article__story__in=stories, article__superseded_by__isnull=True)
        .order_by()
        .values_list("article__story", "state")
        .annotate(Count("id"))
    )
    for story_id, state, count in rows:
        counts[story_id][state] = count
    return {
        story.pk: Progress(
            tuple(
                (state, counts[story.pk][state])
                for state in State.values
                if counts[story.pk][state]
            )
        )
        for story in stories
    }


def overviews(stories: Collection[Story], user: User) -> list[Overview]:
    """The stories with their counts, in two queries."""
    progress = progress_of(stories, user)
    articles = dict(
        Article.objects.filter(story__in=stories, superseded_by__isnull=True)
        .order_by()
        .values_list("story")
        .annotate(Count("id"))
    )
    return [Overview(story, articles.get(story.pk, 0), progress[story.pk]) for story in stories]
