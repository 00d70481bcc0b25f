"""Linking the figures of stories anew from their articles and from what people decided."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, OuterRef

from annotations.linking import types
from annotations.linking.collecting import uncollected
from annotations.linking.linker import link
from annotations.linking.side_by_side import side_by_side
from annotations.linking.version import LINKER_VERSION
from annotations.models import Article, Claim, Figure, LinkDecision, Story
from annotations.services.changes import record_changes
from annotations.services.linked import LinkedRows
from annotations.services.linked_rows import store_linking
from annotations.services.rows import (
    CLAIM_COLUMNS,
    FIGURE_COLUMNS,
    Row,
    linked_article,
    linked_id,
)
from annotations.services.staleness import refresh_staleness


@transaction.atomic
@uncollected()
def link_story(*, story_id: int) -> None:
    """Link the figures of the story's current articles, as far as they are read.

    Groups that hold the same figures as before keep their rows. The story is locked, so two runs
    follow each other; a run that has nothing new to see changes nothing. Verdicts whose evidence
    changed become stale.
    """
    for story in load_stories(story_ids=[story_id]):
        store_links([(story, link(story.articles, story.rows.decisions))])


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A locked story with what of it is to be linked: ``read`` are all its articles that are
    read, ``rows`` and ``articles`` the current ones as they are stored and as linking sees them."""

    story: Story
    read: Sequence[Article]
    rows: LinkedRows
    articles: Sequence[types.Article]


def load_stories(*, story_ids: Collection[int]) -> list[Unlinked]:
    """Lock the stories for the caller's transaction, and load what is to be linked of each."""
    # Others may go on referring to the stories meanwhile.
    locked = Story.objects.select_for_update(no_key=True).filter(pk__in=story_ids)
    stories = list(locked.order_by("id"))
    read = _read(stories)
    rows = _Rows(_superseded(stories), _claims(stories), _figures(stories), _decided(stories))
    return [_unlinked(story, read[story.pk], rows) for story in stories]


def store_links(linked: Sequence[tuple[Unlinked, types.Linking]]) -> None:
    """Store the linkings of stories and what comes of them, in the transaction that locked
    them."""
    store_linking(
        LinkedRows.together([unlinked.rows for unlinked, _ in linked]),
        side_by_side([linking for _, linking in linked]),
    )
    new = [
        unlinked
        for unlinked, _ in linked
        if any(article.linked_version != LINKER_VERSION for article in unlinked.read)
    ]
    # Who reads the log learns of links, sums and origins by these rows.
    record_changes(
        actor=None,
        action="story.linked",
        objects=[(one.story, {}, {"articles": len(one.articles)}) for one in new],
        story_of=lambda story: story,
    )
    _mark_linked([article for unlinked in new for article in unlinked.read])
    refresh_staleness(story_ids=[unlinked.story.pk for unlinked, _ in linked])


@dataclass(frozen=True, slots=True)
class _Rows:
    """What of some stories is linked: which articles are superseded, claims and figures by the
    article they stand in, and what people decided."""

    superseded: Collection[int]
    claims: Mapping[int, Sequence[Row]]
    figures: Mapping[int, Sequence[Row]]
    decided: Sequence[LinkDecision]


def _unlinked(story: Story, read: Sequence[Article], rows: _Rows) -> Unlinked:
    current = {linked_id(article): article for article in read if article.pk not in rows.superseded}
    ids = {
        types.FigureId(name, figure["start"], figure["end"]): figure["id"]
        for name, article in current.items()
        for figure in rows.figures[article.pk]
    }
    articles = [
        linked_article(article, rows.claims[article.pk], rows.figures[article.pk])
        for article in current.values()
    ]
    linked = LinkedRows([story], current, ids, _decisions(rows.decided, ids))
    return Unlinked(story, read, linked, articles)


def _read(stories: Collection[Story]) -> Mapping[int | None, list[Article]]:
    """The articles that are read, by their story."""
    found: dict[int | None, list[Article]] = defaultdict(list)
    read = Article.objects.filter(story__in=stories).exclude(read_version="")
    for article in read.select_related("source").order_by("id"):
        found[article.story_id].append(article)
    return found


def _superseded(stories: Collection[Story]) -> set[int]:
    """The ids of the articles that a newer version supersedes, read or not."""
    later = Article.objects.filter(supersedes__story__in=stories).order_by()
    return set(later.values_list("supersedes_id", flat=True))


def _figures(stories: Collection[Story]) -> Mapping[int, list[Row]]:
    """The columns of the figures in force, by their article."""
    found: dict[int, list[Row]] = defaultdict(list)
    in_force = Figure.objects.filter(
        article__story__in=stories, withdrawn_at__isnull=True, claim__withdrawn_at__isnull=True
    )
    for figure in in_force.order_by("id").values(*FIGURE_COLUMNS):
        found[figure["article_id"]].append(figure)
    return found


def _claims(stories: Collection[Story]) -> Mapping[int, list[Row]]:
    """The columns of the claims that state figures, which are all that linking looks at, by their
    article."""
    found: dict[int, list[Row]] = defaultdict(list)
    stating = Claim.objects.filter(
        Exists(Figure.objects.filter(claim=OuterRef("pk"), withdrawn_at__isnull=True)),
        article__story__in=stories,
        withdrawn_at__isnull=True,
    )
    for claim in stating.order_by("id").values(*CLAIM_COLUMNS):
        found[claim["article_id"]].append(claim)
    return found


def _decided(stories: Collection[Story]) -> Sequence[LinkDecision]:
    decided = LinkDecision.objects.filter(
        first__article__story__in=stories,
        second__article__story__in=stories,
        superseded_at__isnull=True,
    )
    return list(decided.order_by("id"))


def _decisions(
    decided: Sequence[LinkDecision], figures: Mapping[types.FigureId, int]
) -> list[types.Decision]:
    """What was decided of two of the figures."""
    ids = {pk: figure_id for figure_id, pk in figures.items()}
    return [
        types.Decision(ids[row.first_id], ids[row.second_id], row.same)
        for row in decided
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
