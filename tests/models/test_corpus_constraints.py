"""The database itself refuses what may never be of sources, stories and articles."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from annotations.models import Article, ArticleAnchor, Source, Story
from tests.builders import make_source, make_story
from tests.models.constraints import refused_by

pytestmark = pytest.mark.django_db


def make_version(article: Article, **fields: Any) -> Article:
    values = {"source": article.source, "text": "Other.", "text_sha256": "0" * 64} | fields
    return Article.objects.create(**values)


def test_a_source_has_a_name() -> None:
    with refused_by("source_named", Source):
        Source.objects.create(name="")


def test_two_sources_do_not_share_a_name(source: Source) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_source(source.name)


def test_names_that_differ_in_case_alone_are_one_source(source: Source) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_source(source.name.upper())


def test_two_stories_do_not_share_a_slug(story: Story) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_story(slug=story.slug)


def test_a_story_needs_at_least_one_review() -> None:
    with refused_by("story_needs_at_least_one_review", Story):
        make_story(reviews_needed=0)


def test_a_source_publishes_a_text_once(article: Article) -> None:
    with refused_by("article_text_once_per_source", Article):
        make_version(article, text_sha256=article.text_sha256)


def test_an_article_has_text(article: Article) -> None:
    with refused_by("article_has_text", Article):
        make_version(article, text="")


def test_an_article_does_not_supersede_itself(article: Article) -> None:
    with refused_by("article_does_not_supersede_itself", Article):
        Article.objects.filter(pk=article.pk).update(supersedes=article.pk)


def test_an_article_is_superseded_by_one_version_alone(article: Article) -> None:
    make_version(article, supersedes=article)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_version(article, text_sha256="1" * 64, supersedes=article)


def test_an_article_has_an_anchor_once(article: Article) -> None:
    ArticleAnchor.objects.create(article=article, key="alvik")
    with refused_by("article_anchor_once", ArticleAnchor):
        ArticleAnchor.objects.create(article=article, key="alvik")
