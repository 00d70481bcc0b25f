"""What a new version of an article changed, through the API."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from annotations.models import Article, Claim, Figure
from annotations.services.versions import carry_over
from tests import builders

pytestmark = pytest.mark.django_db

NEW = "Ten sailors were hurt when the ferry caught fire. The owner denied any fault."


@pytest.fixture
def newer(article: Article, claim: Claim, figure: Figure) -> Article:
    """A version in which ten are hurt, with a denial that stands and a statement that is new."""
    text = f"{NEW} The port opened an inquiry."
    newer = builders.make_article(
        text, source=article.source, story=article.story, supersedes=article
    )
    builders.make_claim(article, "The owner denied any fault.", kind="denial")
    changed = builders.make_claim(newer, "Ten sailors were hurt when the ferry caught fire.")
    builders.make_figure(changed, "Ten sailors", 10, counted="sailor", event="injured")
    builders.make_claim(newer, "The owner denied any fault.", kind="denial")
    builders.make_claim(newer, "The port opened an inquiry.", kind="event")
    carry_over(article=newer)
    return newer


def test_the_edits_of_a_version_are_told(bot_api: APIClient, newer: Article) -> None:
    answer = bot_api.get(f"/api/v1/articles/{newer.pk}/edits/").json()
    assert (answer["old"], answer["new"], answer["kept"]) == (newer.supersedes_id, newer.pk, 1)
    [edit] = answer["edited"]
    assert (edit["old"]["text"][:4], edit["new"]["text"][:4]) == ("Nine", "Ten ")
    assert [(one["old"]["low"], one["new"]["low"]) for one in edit["figures"]] == [(9, 10)]
    assert [added["text"] for added in answer["added"]] == ["The port opened an inquiry."]
    assert answer["removed"] == []


def test_a_first_version_changed_nothing(bot_api: APIClient, article: Article) -> None:
    answer = bot_api.get(f"/api/v1/articles/{article.pk}/edits/")
    assert answer.status_code == 404
    assert "first version" in answer.json()["detail"]


def test_edits_that_are_known_are_not_sent_again(bot_api: APIClient, newer: Article) -> None:
    path = f"/api/v1/articles/{newer.pk}/edits/"
    tag = bot_api.get(path)["ETag"]
    assert bot_api.get(path, HTTP_IF_NONE_MATCH=tag).status_code == 304


def test_edits_cost_at_most_six_queries_however_many_they_are(
    bot_api: APIClient, newer: Article
) -> None:
    bot_api.get("/api/v1/account/")  # The token's last use is noted once a minute.
    path = f"/api/v1/articles/{newer.pk}/edits/"
    with CaptureQueriesContext(connection) as few:
        bot_api.get(path)
    for length in range(1, 6):
        claim = builders.make_claim(newer, newer.text[:length], kind="quote")
        builders.make_figure(claim, claim.text, length)
    with CaptureQueriesContext(connection) as many:
        answer = bot_api.get(path)
    assert len(answer.json()["added"]) == 6
    assert len(few) == len(many) <= 6
