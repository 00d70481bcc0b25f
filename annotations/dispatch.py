"""The only starter of background work, after the commit that asked for it.

Where the broker cannot be reached the request goes on: the failure is logged, and the sweep
finds in the database what was left undone.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from django.db import transaction

from annotations import tasks
from annotations.selectors import work
from annotations.services import backlog


def article_ingested(article_id: int) -> None:
    """Have the article read, and its story linked once all its articles are read."""
    articles_ingested([article_id])


def articles_ingested(article_ids: Sequence[int]) -> None:
    """Have the articles read in chunks, each story linked once all its articles are read."""
    for chunk in backlog.in_chunks(article_ids):
        _after_commit(tasks.reading_and_linking(chunk).apply_async)


def story_changed(story_id: int) -> None:
    """Have the story's figures linked anew: its articles or what people decided changed."""
    _after_commit(partial(tasks.link_story.delay, story_id))


def review_submitted(review_id: int) -> None:
    """Have copies kept of the pages that the review names."""
    for copy_id in work.pages_to_copy(review_id):
        _after_commit(partial(tasks.retrieve_copy.delay, copy_id))


def _after_commit(start: Callable[[], Any]) -> None:
    transaction.on_commit(start, robust=True)
