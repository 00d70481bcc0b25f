"""Linking a story's figures anew from its articles and from what people decided."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from annotations.linking import types
from annotations.linking.linker import link
from annotations.linking.version import LINKER_VERSION
from annotations.models import Article, Claim, Figure, LinkDecision, Story
from annotations.services.changes import record_change
from annotations.services.linked_rows import LinkedRows, store_linking
from annotations.services.rows import linked_article, linked_id
from annotations.services.staleness import refresh_staleness


@transaction.atomic
def link_story(*, story_id: int) -> None:
    """Link the figures of the story's current articles, as far as they are read.

    Groups that hold the same figures as before keep their rows. The story is locked, so two runs
    follow each other; a run that has nothing new to see changes nothing. Verdicts whose evidence
    changed become stale.
    """
    unlinked = load_story(story_id=story_id)
    store_links(unlinked, link(unlinked.articles, unlinked.rows.decisions))


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A locked story with what of it is to be linked: ``read`` are all its articles that are
    read, ``rows`` and ``articles`` the current ones as they are stored and as linking sees them."""

    read: Sequence[Article]
    rows: LinkedRows
    articles: Sequence[types.Article]


def load_story(*, story_id: int) -> Unlinked:
    """Lock the story for the caller's transaction, and load what is to be linked."""
    # Others may go on referring to the story meanwhile.
    story = Story.objects.select_for_update(no_key=True).get(pk=story_id)
    read = list(story.articles.exclude(read_version="").select_related("source").order_by("id"))
    rows = _rows(story, read)
    return Unlinked(read, rows, _linked_articles(rows))


def store_links(unlinked: Unlinked, linking: types.Linking) -> None:
    """Store the linking of the story and what comes of it, in the transaction that locked it."""
    rows, story = unlinked.rows, unlinked.rows.story
    store_linking(rows, linking)
    if any(article.linked_version != LINKER_VERSION for article in unlinked.read):
        # Who reads the log learns of links, sums and origins by this row.
        record_change(
            actor=None,
            action="story.linked",
            obj=story,
            story=story,
            after={"articles": len(rows.articles)},
        )
    _mark_linked(unlinked.read)
    refresh_staleness(story_id=story.pk)


def _rows(story: Story, read: Sequence[Article]) -> LinkedRows:
    superseded = set(
        Article.objects.filter(supersedes__in=read).values_list("supersedes_id", flat=True)
    )
    current = {linked_id(article): article for article in read if article.pk not in superseded}
    figures = Figure.objects.filter(
        article__in=current.values(), withdrawn_at__isnull=True, claim__withdrawn_at__isnull=True
    )
    names = {article.pk: name for name, article in current.items()}
    by_id = {
        types.FigureId(names[figure.article_id], figure.start, figure.end): figure
        for figure in figures.order_by("id")
    }
    return LinkedRows(story, articles=current, figures=by_id, decisions=_decisions(story, by_id))


def _linked_articles(rows: LinkedRows) -> list[types.Article]:
    figures: dict[int, list[Figure]] = defaultdict(list)
    for figure in rows.figures.values():
        figures[figure.article_id].append(figure)
    claims: dict[int, list[Claim]] = defaultdict(list)
    for claim in Claim.objects.filter(
        article__in=rows.articles.values(), withdrawn_at__isnull=True
    ).order_by("id"):
        claims[claim.article_id].append(claim)
    return [
        linked_article(article, claims[article.pk], figures[article.pk])
        for article in rows.articles.values()
    ]


def _decisions(story: Story, figures: Mapping[types.FigureId, Figure]) -> list[types.Decision]:
    ids = {figure.pk: figure_id for figure_id, figure in figures.items()}
    decided = LinkDecision.objects.filter(
        first__article__story=story, second__article__story=story, superseded_at__isnull=True
    )
    return [
        types.Decision(ids[row.first_id], ids[row.second_id], row.same)
        for row in decided.order_by("id")
        if row.first_id in ids and row.second_id in ids
    ]


def _mark_linked(read: Sequence[Article]) -> None:
    """Mark the articles as linked, except those that were read anew meanwhile."""
    versions: dict[str, list[int]] = defaultdict(list)
    for article in read:
        if article.linked_version != LINKER_VERSION:
            versions[article.read_version].append(article.pk)
    for version, ids in versions.items():
        Article.objects.filter(pk__in=ids, read_version=version).update(
            linked_version=LINKER_VERSION
        )
