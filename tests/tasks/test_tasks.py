"""Background work without a broker: done right after the commit, swept up where it was lost."""

from datetime import timedelta

import pytest
from celery import current_app
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from annotations import dispatch, tasks
from annotations.extraction.version import ENGINE_VERSION
from annotations.linking.version import LINKER_VERSION
from annotations.models import Article, Figure, FigureGroup, Story, User
from annotations.selectors import work
from tests.builders import make_article, make_review, make_source

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = "Six sailors were killed when the ferry Solveig burned in Alvik. The Solveig sank."


def put(story: Story | None, source: str, text: str = TEXT) -> Article:
    return make_article(text, source=make_source(source), story=story)


def age(*articles: Article) -> None:
    """Make the articles old enough to be taken for forgotten."""
    Article.objects.filter(pk__in=[article.pk for article in articles]).update(
        ingested_at=timezone.now() - timedelta(hours=1)
    )


def test_an_ingested_article_is_read_and_linked_right_after_the_commit(story: Story) -> None:
    with transaction.atomic():
        article = put(story, "Harbour Gazette")
        put(story, "Coast Wire", f"{TEXT} ")
        Article.objects.exclude(pk=article.pk).update(read_version=ENGINE_VERSION)
        dispatch.article_ingested(article.pk)
        assert not Figure.objects.exists()
    article.refresh_from_db()
    assert work.is_done(article)


def test_nothing_is_started_where_the_commit_fails(story: Story) -> None:
    article = put(story, "Harbour Gazette")
    with transaction.atomic():
        dispatch.article_ingested(article.pk)
        transaction.set_rollback(True)
    article.refresh_from_db()
    assert article.read_version == ""


def test_a_story_is_linked_once_its_last_article_is_read(story: Story) -> None:
    first, second = put(story, "Harbour Gazette"), put(story, "Coast Wire", f"{TEXT} It was old.")
    dispatch.article_ingested(first.pk)
    assert not FigureGroup.objects.exists()
    dispatch.article_ingested(second.pk)
    assert FigureGroup.objects.filter(outlets=2).exists()
    assert not Article.objects.exclude(linked_version=LINKER_VERSION).exists()


def test_an_article_without_a_story_is_read_and_not_linked() -> None:
    article = put(None, "Harbour Gazette")
    dispatch.article_ingested(article.pk)
    article.refresh_from_db()
    assert (article.read_version, article.linked_version) == (ENGINE_VERSION, "")


def test_a_changed_story_is_linked_anew(story: Story) -> None:
    article = put(story, "Harbour Gazette")
    tasks.read_article(article.pk)
    dispatch.story_changed(story.pk)
    article.refresh_from_db()
    assert article.linked_version == LINKER_VERSION


def test_work_done_twice_is_done_once(story: Story) -> None:
    article = put(story, "Harbour Gazette")
    for _ in range(2):
        tasks.read_article(article.pk)
        tasks.link_when_read(article.pk)
        tasks.link_story(story.pk)
    assert Figure.objects.count() == Figure.objects.values("start").distinct().count()


def test_the_sweep_reads_and_links_what_was_forgotten(story: Story) -> None:
    first, second = put(story, "Harbour Gazette"), put(story, "Coast Wire", f"{TEXT} It was old.")
    age(first, second)
    tasks.sweep()
    assert FigureGroup.objects.filter(outlets=2).exists()
    assert not work.forgotten_articles()
    assert not work.unlinked_stories()


def test_the_sweep_leaves_articles_alone_whose_message_may_still_come(story: Story) -> None:
    article = put(story, "Harbour Gazette")
    tasks.sweep()
    article.refresh_from_db()
    assert article.read_version == ""


def test_the_sweep_links_a_story_although_one_of_its_articles_is_unread(story: Story) -> None:
    read = put(story, "Harbour Gazette")
    put(story, "Coast Wire", f"{TEXT} It was old.")
    tasks.read_article(read.pk)
    tasks.sweep()
    read.refresh_from_db()
    assert read.linked_version == LINKER_VERSION


def test_the_sweep_reads_again_what_an_older_engine_read(story: Story) -> None:
    article = put(story, "Harbour Gazette")
    age(article)
    Article.objects.update(read_version="0.0.1", linked_version=LINKER_VERSION)
    tasks.sweep()
    article.refresh_from_db()
    assert work.is_done(article)


def test_what_people_judged_stays_where_the_sweep_reads_again(
    story: Story, annotator: User
) -> None:
    article = put(story, "Harbour Gazette")
    tasks.read_article(article.pk)
    reviewed = article.claims.order_by("start").first()
    make_review(reviewed, annotator)
    reviewed.figures.update(event="rescued")
    kept = list(reviewed.figures.values())
    age(article)
    Article.objects.update(read_version="0.0.1")
    tasks.sweep()
    article.refresh_from_db()
    assert article.read_version == ENGINE_VERSION
    assert list(reviewed.figures.values()) == kept
    assert reviewed.reviews.filter(reviewer=annotator).exists()


def test_every_task_of_the_schedule_is_there() -> None:
    current_app.loader.import_default_modules()
    scheduled = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    assert scheduled <= set(current_app.tasks)


def test_an_article_that_cannot_be_read_keeps_no_other_from_being_read(story: Story) -> None:
    good = put(story, "Harbour Gazette")
    missing = good.pk + 1
    dispatch.article_ingested(missing)
    dispatch.article_ingested(good.pk)
    good.refresh_from_db()
    assert good.read_version == ENGINE_VERSION
