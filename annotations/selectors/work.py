"""What background work is left to do, as the database alone tells it."""

from collections.abc import Collection, Iterable
from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from annotations.extraction.version import ENGINE_VERSION
from annotations.linking.version import LINKER_VERSION
from annotations.models import Article, EvidenceCopy

# The message that asked for the work may still be on its way.
_GRACE = timedelta(minutes=2)


def unread_articles() -> QuerySet[Article]:
    """Articles that this version of the engines has not read."""
    return Article.objects.exclude(read_version=ENGINE_VERSION)


def forgotten_articles() -> QuerySet[Article, int]:
    """Ids of the articles that should have been read by now, the oldest first."""
    due = unread_articles().filter(ingested_at__lt=timezone.now() - _GRACE)
    return due.order_by("id").values_list("id", flat=True)


def unlinked_stories() -> QuerySet[Article, int]:
    """Ids of the stories with articles that are read but not linked (or by another version)."""
    return (
        Article.objects.filter(story__isnull=False)
        .exclude(read_version="")
        .exclude(linked_version=LINKER_VERSION)
        .order_by("story_id")
        .values_list("story_id", flat=True)
        .distinct()
    )


def stories_to_link(article_ids: Collection[int]) -> list[int]:
    """The articles' stories of which all articles are read and not all are linked."""
    told = Article.objects.filter(pk__in=article_ids, story__isnull=False).values("story_id")
    articles = Article.objects.filter(story__in=told)
    unlinked = articles.exclude(linked_version=LINKER_VERSION).values_list("story_id", flat=True)
    unread = articles.exclude(read_version=ENGINE_VERSION).values_list("story_id", flat=True)
    return sorted(set(unlinked) - set(unread))


def is_done(article: Article) -> bool:
    """Whether the article is read and linked by this version of the engines."""
    return article.read_version == ENGINE_VERSION and article.linked_version == LINKER_VERSION


def unlinked_among(story_ids: Collection[int]) -> list[int]:
    """The ids of those stories that still have articles to link, in order."""
    return [story_id for story_id in unlinked_stories() if story_id in story_ids]


def unread_among(article_ids: Iterable[int]) -> list[int]:
    """The ids of those articles that are still unread, in order."""
    return sorted(set(unread_articles().values_list("id", flat=True)).intersection(article_ids))


def pages_to_copy(review_id: int | None = None) -> QuerySet[EvidenceCopy, int]:
    """Ids of the copies of evidence still to be retrieved, of one review or of all."""
    copies = EvidenceCopy.objects.filter(retrieved_at__isnull=True)
    if review_id is not None:
        copies = copies.filter(review_id=review_id)
    return copies.order_by("id").values_list("id", flat=True)
