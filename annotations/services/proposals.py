"""Which story a new article is proposed: that of the article it shares most with."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import lru_cache
from itertools import islice

from django.db.models import Count, Q
from django.utils import timezone

from annotations.extraction.types import Reading
from annotations.linking import types
from annotations.linking.articles.context import Context, context, telling
from annotations.linking.evidence.occurrence import articles_alike
from annotations.models import Article, ArticleAnchor
from annotations.services.inserting import insert
from annotations.services.rows import column_lengths

# Of an article's names and words, the most telling few are stored and searched by.
_ANCHORS = 12
_SHARED_ANCHORS = 3
# Only the likeliest articles are compared word by word.
_COMPARED = 10
# Articles that come together are compared with the same few.
_CONTEXTS_KEPT = 64
# The part of their telling words that two articles on one event share.
_ALIKE = 0.25
# Reports of one event appear within days of each other; where one states no date, those that
# were taken in within this time of now are looked at.
_DAYS_APART = timedelta(days=3)
_UNDATED = timedelta(days=7)
_KEY = column_lengths(ArticleAnchor)["key"]


def anchors(text: str, title: str) -> tuple[str, ...]:
    """What the article of this text and title is found by."""
    return tuple(_anchors(telling(text, title)))


def store_anchors(anchors_of: Iterable[tuple[Article, Sequence[str]]]) -> None:
    """Store the anchors of new articles."""
    rows = ((article.pk, key) for article, keys in anchors_of for key in keys)
    insert(ArticleAnchor, ("article", "key"), rows)


def story_alike(article: Article) -> int | None:
    """The id of the story that holds the article most like this (unsaved) one, if any is.

    The cost does not grow with the number of articles, but with those of the same days that
    share its names.
    """
    seen = _context(article.text, article.title)
    best: tuple[float, int] | None = None
    for candidate in _candidates(article, _anchors(seen.rank)):
        likeness = articles_alike(seen, _context(candidate.text, candidate.title)).part
        if likeness >= _ALIKE and (best is None or likeness > best[0]) and candidate.story_id:
            best = likeness, candidate.story_id
    return best[1] if best else None


def _candidates(article: Article, anchors: Sequence[str]) -> list[Article]:
    sharing = (
        Article.objects.filter(_about_the_same_time(article), anchors__key__in=anchors)
        .filter(story__isnull=False, superseded_by__isnull=True)
        .values("id")
        .annotate(shared=Count("anchors"))
        .filter(shared__gte=_SHARED_ANCHORS)
        .order_by("-shared", "-id")[:_COMPARED]
    )
    return list(Article.objects.filter(pk__in=[row["id"] for row in sharing]).order_by("id"))


def _about_the_same_time(article: Article) -> Q:
    taken_in_lately = Q(ingested_at__gte=timezone.now() - _UNDATED)
    if article.published_at is None:
        return taken_in_lately
    around = (article.published_at - _DAYS_APART, article.published_at + _DAYS_APART)
    return Q(published_at__range=around) | Q(published_at__isnull=True) & taken_in_lately


def _anchors(keys: Iterable[str]) -> list[str]:
    """The first of an article's keys, as they are stored."""
    return sorted({key[:_KEY] for key in islice(keys, _ANCHORS)})


@lru_cache(maxsize=_CONTEXTS_KEPT)
def _context(text: str, title: str) -> Context:
    return context(types.Article(id="", text=text, reading=Reading((), ()), title=title))
