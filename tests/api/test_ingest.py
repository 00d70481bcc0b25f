"""Stories made and articles handed in."""

import socket
from typing import Any

import pytest
from django.db import connection
from rest_framework.test import APIClient

from annotations.models import Article, Story

pytestmark = pytest.mark.django_db

TEXT = "Floods in Norvale\n\nAt least twelve people were killed in floods in Norvale, police said."


def hand_in(api: APIClient, **body: Any) -> Any:
    return api.post("/api/v1/articles/", {"source": "Norvale Herald"} | body)


def test_a_story_is_made(editor_api: APIClient) -> None:
    answer = editor_api.post("/api/v1/stories/", {"title": "Floods in Norvale"})
    assert (answer.status_code, answer.json()["slug"]) == (201, "floods-in-norvale")


def test_the_same_text_is_one_article(annotator_api: APIClient, story: Story) -> None:
    first = hand_in(annotator_api, text=TEXT, story=story.pk, title="Floods in Norvale")
    again = hand_in(annotator_api, text=TEXT, story=story.pk, title="Floods in Norvale")
    assert (first.status_code, first.json()["outcome"]) == (201, "new")
    assert (again.status_code, again.json()["outcome"]) == (200, "known")
    assert first.json()["article"]["id"] == again.json()["article"]["id"]


def test_a_changed_text_of_a_url_supersedes_the_old(annotator_api: APIClient) -> None:
    url = "https://herald.example/floods"
    old = hand_in(annotator_api, text=TEXT, url=url).json()["article"]
    new = hand_in(annotator_api, text=TEXT.replace("twelve", "fourteen"), url=url).json()
    assert (new["outcome"], new["article"]["supersedes"]) == ("superseded", old["id"])
    shown = annotator_api.get(f"/api/v1/articles/{old['id']}/").json()
    assert shown["superseded_by"] == new["article"]["id"]


def test_a_page_is_read_without_its_scripts(annotator_api: APIClient) -> None:
    html = (
        "<html><head><title>Floods in Norvale</title></head><body><article><h1>Floods in Norvale"
        "</h1><p>At least twelve people were killed in floods in Norvale, police said on Monday."
        "</p><script>alert(1)</script></article></body></html>"
    )
    article = hand_in(annotator_api, html=html).json()["article"]
    text = annotator_api.get(f"/api/v1/articles/{article['id']}/").json()["text"]
    assert "twelve people" in text
    assert "alert" not in text


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "/text"),
        ({"text": TEXT, "html": TEXT}, "/html"),
        ({"text": " "}, "/text"),
        ({"text": "a\x00b"}, "/text"),
        ({"text": TEXT, "story": 10**9}, "/story"),
        ({"text": TEXT, "story": "x"}, "/story"),
        ({"text": TEXT, "published_at": "yesterday"}, "/published_at"),
        ({"text": TEXT, "url": "herald"}, "/url"),
        ({"url": "http://127.0.0.1/x"}, "/url"),
        ({"url": "http://169.254.169.254/latest"}, "/url"),
        ({"url": "file:///etc/passwd"}, "/url"),
        ({"text": TEXT, "headline": "x"}, "/headline"),
    ],
)
def test_a_bad_article_is_refused_by_its_field_and_nothing_is_stored(
    annotator_api: APIClient, body: dict[str, Any], field: str
) -> None:
    answer = hand_in(annotator_api, **body)
    assert answer.status_code == 400, answer.content
    assert [error["field"] for error in answer.json()["errors"]] == [field]
    assert not Article.objects.exists()


@pytest.mark.parametrize("path", ["stories", "articles"])
def test_an_api_client_only_reads(bot_api: APIClient, path: str) -> None:
    body = {"title": "Flood", "text": TEXT, "source": "x"}
    assert bot_api.post(f"/api/v1/{path}/", body).status_code == 403


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("headers", [{}, {"HTTP_IDEMPOTENCY_KEY": "one"}], ids=["once", "retried"])
def test_a_page_is_fetched_before_anything_is_locked(
    annotator_api: APIClient, monkeypatch: pytest.MonkeyPatch, headers: dict[str, str]
) -> None:
    within_a_transaction = []
    look_up_others = socket.getaddrinfo

    def look_up(host: str, *args: Any, **kwargs: Any) -> Any:
        if host != "herald.example":  # The cache may be one that is connected to.
            return look_up_others(host, *args, **kwargs)
        within_a_transaction.append(connection.in_atomic_block)
        raise socket.gaierror

    with monkeypatch.context() as patched:
        patched.setattr(socket, "getaddrinfo", look_up)
        answer = annotator_api.post(
            "/api/v1/articles/", {"url": "https://herald.example/floods"}, **headers
        )
    assert (answer.status_code, within_a_transaction) == (400, [False])


def test_a_retry_of_handing_in_gets_the_first_answer(annotator_api: APIClient) -> None:
    body = {"text": TEXT, "source": "Norvale Herald"}
    first, again = (
        annotator_api.post("/api/v1/articles/", body, HTTP_IDEMPOTENCY_KEY="one") for _ in range(2)
    )
    assert first.json()["outcome"] == again.json()["outcome"] == "new"
    assert (first.status_code, again.status_code) == (201, 201)
    assert again["Idempotent-Replayed"] == "true"
