"""Working off many articles: read in chunks, and their stories linked once each."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from itertools import islice
from typing import TypeVar

from django.db import OperationalError, transaction

from annotations.linking import types
from annotations.linking.collecting import uncollected
from annotations.linking.linker import link
from annotations.models import Article
from annotations.selectors.work import unread_articles
from annotations.services.linking import link_story, load_stories, store_links
from annotations.services.preparing import Prepared, read_each
from annotations.services.processes import ThisProcess, in_order
from annotations.services.reading import read_article, store_unread, unread_text

Item = TypeVar("Item")

logger = logging.getLogger(__name__)

_CHUNK = 50
# Stories that are locked together; few, as people may wait for one.
_STORIES = 20
# Of these, how many are stored at once, while others are still being linked.
_STORED = 5
# No fault of the article's: the database or a process went away.
_ELSEWHERE = (OperationalError, BrokenExecutor)


def read_articles(*, article_ids: Iterable[int], executor: Executor | None = None) -> Iterator[int]:
    """Read the articles as ``read_article`` does, many in a transaction; ``executor`` does what
    needs no database. The ids may still be on their way: some are taken ahead of what is stored.
    Yields the number of articles of each chunk when it is done with.

    An article that cannot be read is logged and stays unread; it keeps no other from being read.
    """
    unread = ((ids, _unread(ids)) for ids in in_chunks(article_ids))
    work = (((len(ids), articles), [*map(unread_text, articles)]) for ids, articles in unread)
    for (count, articles), reading in in_order(executor or ThisProcess(), read_each, work):
        _store(articles, reading)
        yield count


def link_stories(*, story_ids: Sequence[int], executor: Executor | None = None) -> Iterator[int]:
    """Link the stories as ``link_story`` does, some in a transaction; ``executor`` does what
    needs no database. Yields the number of stories of each portion when it is done with.

    One that cannot be linked is logged and stays as it is; it keeps no other from being linked.
    """
    for ids in _portions(sorted(story_ids), _STORIES):
        try:
            _link_together(ids, executor or ThisProcess())
        except _ELSEWHERE:
            raise
        except Exception:
            for story_id in ids:
                _alone(link_story, story_id=story_id)
        yield len(ids)


def in_chunks(article_ids: Iterable[int]) -> Iterator[list[int]]:
    """The ids in the portions that are read in one transaction."""
    return _portions(article_ids, _CHUNK)


def _portions(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    waiting = iter(items)
    while portion := list(islice(waiting, size)):
        yield portion


@transaction.atomic
@uncollected()
def _link_together(story_ids: Sequence[int], executor: Executor) -> None:
    stories = load_stories(story_ids=story_ids)
    work = ((story, (story.articles, story.rows.decisions)) for story in stories)
    for some in _portions(in_order(executor, _link, work), _STORED):
        store_links([(story, linking.result()) for story, linking in some])


def _link(asked: tuple[Sequence[types.Article], Sequence[types.Decision]]) -> types.Linking:
    return link(*asked)


def _unread(ids: Sequence[int]) -> list[Article]:
    articles = unread_articles().filter(pk__in=ids).select_related("source", "story")
    return list(articles.order_by("id"))


def _store(articles: Sequence[Article], reading: Future[list[Prepared]]) -> None:
    """Store what was read, one article at a time where that does not do for all at once."""
    try:
        read = list(zip(articles, reading.result(), strict=True))
        store_unread(readings=[one for one in read if not one[0].supersedes_id])
        # A version locks what it carries over from the one before: not for longer than it must.
        for one in read:
            if one[0].supersedes_id:
                store_unread(readings=[one])
    except _ELSEWHERE:
        raise
    except Exception:
        for article in articles:
            _alone(read_article, article_id=article.pk)


def _alone(act: Callable[..., None], **which: int) -> None:
    try:
        act(**which)
    except _ELSEWHERE:
        raise
    except Exception:
        logger.exception("%s failed: %s", act.__name__, which)
