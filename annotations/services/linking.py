"""Linking a story's figures anew from its articles and from what people decided."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, OuterRef

from annotations.linking import types
from annotations.linking.linker import link
from annotations.linking.version import LINKER_VERSION
from annotations.models import Article, Claim, Figure, LinkDecision, Story
from annotations.services.changes import record_change
from annotations.services.linked_rows import LinkedRows, store_linking
from annotations.services.rows import (
    CLAIM_COLUMNS,
    FIGURE_COLUMNS,
    Row,
    linked_article,
    linked_id,
)
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
    current = _current(story, read)
    figures, claims = _figures(story), _claims(story)
    ids = {
        types.FigureId(name, figure["start"], figure["end"]): figure["id"]
        for name, article in current.items()
        for figure in figures[article.pk]
    }
    rows = LinkedRows(story, articles=current, figures=ids, decisions=_decisions(story, ids))
    articles = [
        linked_article(article, claims[article.pk], figures[article.pk])
        for article in current.values()
    ]
    return Unlinked(read, rows, articles)


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


def _current(story: Story, read: Sequence[Article]) -> dict[str, Article]:
    """The articles that no newer version supersedes, read or not, by what linking calls them."""
    superseded = set(
        Article.objects.filter(supersedes__story=story).values_list("supersedes_id", flat=True)
    )
    return {linked_id(article): article for article in read if article.pk not in superseded}


def _figures(story: Story) -> dict[int, list[Row]]:
    """The columns of the figures in force, by their article."""
    found: dict[int, list[Row]] = defaultdict(list)
    in_force = Figure.objects.filter(
        article__story=story, withdrawn_at__isnull=True, claim__withdrawn_at__isnull=True
    )
    for figure in in_force.order_by("id").values(*FIGURE_COLUMNS):
        found[figure["article_id"]].append(figure)
    return found


def _claims(story: Story) -> dict[int, list[Row]]:
    """The columns of the claims that state figures, which are all that linking looks at, by their
    article."""
    found: dict[int, list[Row]] = defaultdict(list)
    stating = Claim.objects.filter(
        Exists(Figure.objects.filter(claim=OuterRef("pk"), withdrawn_at__isnull=True)),
        article__story=story,
        withdrawn_at__isnull=True,
    )
    for claim in stating.order_by("id").values(*CLAIM_COLUMNS):
        found[claim["article_id"]].append(claim)
    return found


def _decisions(story: Story, figures: Mapping[types.FigureId, int]) -> list[types.Decision]:
    ids = {pk: figure_id for figure_id, pk in figures.items()}
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
