"""Background work: an id in, one service call; each is safe to run twice."""

from collections.abc import Sequence

from celery import chain, shared_task
from celery.canvas import Signature
from django.db import OperationalError

from annotations.selectors import work
from annotations.services import (
    backlog,
    deliveries,
    evidence_copies,
    idempotency,
    linking,
    reading,
)

# A database that is busy or restarting is asked again.
_RETRIES = {
    "autoretry_for": (OperationalError,),
    "retry_backoff": True,
    "retry_backoff_max": 60,
    "max_retries": 5,
}
_SWEPT_AT_ONCE = 500


@shared_task(**_RETRIES)
def read_article(article_id: int) -> None:
    reading.read_article(article_id=article_id)


@shared_task(**_RETRIES)
def link_story(story_id: int) -> None:
    linking.link_story(story_id=story_id)


@shared_task(**_RETRIES)
def read_articles(*article_ids: int) -> None:
    for _ in backlog.read_articles(article_ids=article_ids):
        pass


@shared_task(**_RETRIES)
def link_when_read(*article_ids: int) -> None:
    """Link the articles' stories, but for those with others unread: the last one's task does."""
    for _ in backlog.link_stories(story_ids=work.stories_to_link(article_ids)):
        pass


@shared_task(**_RETRIES)
def retrieve_copy(copy_id: int) -> None:
    evidence_copies.retrieve_copy(copy_id=copy_id)


@shared_task
def sweep() -> None:
    """Start again what the database says is unfinished and no message may be left for."""
    for forgotten in backlog.in_chunks(list(work.forgotten_articles()[:_SWEPT_AT_ONCE])):
        reading_and_linking(forgotten).delay()
    for story_id in work.unlinked_stories()[:_SWEPT_AT_ONCE]:
        link_story.delay(story_id)
    for copy_id in work.pages_to_copy()[:_SWEPT_AT_ONCE]:
        retrieve_copy.delay(copy_id)


@shared_task
def send_webhooks() -> None:
    """Queue what changed for the webhooks, and start sending where something is due."""
    for endpoint_id in deliveries.queue_deliveries():
        deliver_webhooks.delay(endpoint_id)


@shared_task
def deliver_webhooks(endpoint_id: int) -> None:
    deliveries.deliver_due(endpoint_id=endpoint_id)


@shared_task
def forget_answers() -> None:
    idempotency.forget_answers()


def reading_and_linking(article_ids: Sequence[int]) -> Signature:
    """The work that new articles bring, to be started."""
    return chain(read_articles.si(*article_ids), link_when_read.si(*article_ids))
