"""Stories through the API: their settings, their guidelines, and articles moved between them."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from annotations.models import Article, Change, FigureLink, Guideline, Role, Story, User
from annotations.services.guidelines import publish_guideline
from tests import builders
from tests.api.conftest import Caller

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(db: None) -> Story:
    return builders.make_story("Dock fire", slug="dock-fire")


def test_an_editor_changes_how_many_reviews_a_story_needs(
    editor_api: APIClient, story: Story
) -> None:
    path = f"/api/v1/stories/{story.pk}/"
    tag = editor_api.get(path)["ETag"]
    answer = editor_api.patch(path, {"reviews_needed": 3}, HTTP_IF_MATCH=tag)
    assert (answer.status_code, answer.json()["reviews_needed"]) == (200, 3)
    assert editor_api.get(path)["ETag"] == answer["ETag"] != tag
    assert Change.objects.filter(action="story.reviews_needed_set").count() == 1


def test_who_saw_other_settings_changes_none(editor_api: APIClient, story: Story) -> None:
    path = f"/api/v1/stories/{story.pk}/"
    tag = editor_api.get(path)["ETag"]
    now = editor_api.patch(path, {"reviews_needed": 3})["ETag"]
    answer = editor_api.patch(path, {"reviews_needed": 4}, HTTP_IF_MATCH=tag)
    assert (answer.status_code, answer.json()["current_etag"]) == (412, now)
    story.refresh_from_db()
    assert story.reviews_needed == 3


def test_if_match_for_a_story_holds_a_tag(editor_api: APIClient, story: Story) -> None:
    path = f"/api/v1/stories/{story.pk}/"
    answer = editor_api.patch(path, {"reviews_needed": 4}, HTTP_IF_MATCH="three")
    assert answer.status_code == 400


def test_what_a_change_of_settings_leaves_out_stays(editor_api: APIClient, story: Story) -> None:
    answer = editor_api.patch(f"/api/v1/stories/{story.pk}/", {})
    assert (answer.status_code, answer.json()["reviews_needed"]) == (200, 2)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"reviews_needed": 0}, "/reviews_needed"),
        ({"reviews_needed": 11}, "/reviews_needed"),
        ({"reviews_needed": "many"}, "/reviews_needed"),
        ({"slug": "new"}, "/slug"),
    ],
)
def test_settings_that_cannot_be_are_refused_by_name(
    editor_api: APIClient, story: Story, body: dict[str, Any], field: str
) -> None:
    answer = editor_api.patch(f"/api/v1/stories/{story.pk}/", body)
    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == [field]


def test_a_storys_tag_lasts_while_others_change(
    bot_api: APIClient, story: Story, other: Story, editor: User
) -> None:
    path = f"/api/v1/stories/{story.pk}/"
    tag = bot_api.get(path)["ETag"]
    publish_guideline(story=other, text="Rate what is said.", editor=editor)
    answer = bot_api.get(path, HTTP_IF_NONE_MATCH=tag)
    assert (answer.status_code, answer["ETag"]) == (304, tag)


def test_an_editor_publishes_guidelines_and_reviewers_read_all_versions(
    editor_api: APIClient, annotator_api: APIClient, story: Story
) -> None:
    current = f"/api/v1/stories/{story.pk}/guideline/"
    assert annotator_api.get(current).status_code == 404
    for text in ("Rate the words.", "Rate the numbers."):
        made = editor_api.post("/api/v1/guidelines/", {"story": story.pk, "text": text})
        assert made.status_code == 201
    in_force = annotator_api.get(current).json()
    assert (in_force["version"], in_force["text"]) == (2, "Rate the numbers.")
    assert in_force["published_by"]["username"] == "edda"
    query = {"story": story.pk, "order": "-id"}
    versions = annotator_api.get("/api/v1/guidelines/", query).json()["results"]
    assert [row["version"] for row in versions] == [2, 1]
    assert annotator_api.get(f"/api/v1/guidelines/{in_force['id']}/").json() == in_force


def test_the_same_guidelines_are_published_once(editor_api: APIClient, story: Story) -> None:
    body = {"story": story.pk, "text": "Rate the words."}
    answers = [editor_api.post("/api/v1/guidelines/", body) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    assert Guideline.objects.count() == 1


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"story": 10**9, "text": "Rate."}, "/story"),
        ({"story": 1, "text": " "}, "/text"),
        ({"text": "Rate."}, "/story"),
    ],
)
def test_guidelines_of_nothing_are_refused(
    editor_api: APIClient, story: Story, body: dict[str, Any], field: str
) -> None:
    answer = editor_api.post("/api/v1/guidelines/", body)
    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == [field]


def test_an_article_moves_to_another_story_with_its_versions(
    editor_api: APIClient, article: Article, other: Story
) -> None:
    newer = builders.make_article(
        "Ten sailors were hurt.", source=article.source, story=article.story, supersedes=article
    )
    path = f"/api/v1/articles/{article.pk}/move/"
    answer = editor_api.post(path, {"story": other.pk})
    assert (answer.status_code, answer.json()["story"]) == (200, other.pk)
    assert set(Article.objects.values_list("story", flat=True)) == {other.pk}
    moved = Change.objects.filter(action="article.moved")
    assert set(moved.values_list("object_id", flat=True)) == {article.pk, newer.pk}


@pytest.mark.django_db(transaction=True)
def test_both_stories_are_linked_anew_when_an_article_moves(
    editor_api: APIClient, story: Story, other: Story
) -> None:
    text = "The blaze killed six sailors on the ferry Solveig in Alvik."
    first, second = (
        editor_api.post(
            "/api/v1/articles/", {"text": text, "source": source, "story": story.pk}
        ).json()["article"]["id"]
        for source in ("Coast Wire", "Harbour Gazette")
    )
    assert FigureLink.objects.filter(group__story=story).count() == 2
    editor_api.post(f"/api/v1/articles/{second}/move/", {"story": other.pk})
    assert not FigureLink.objects.exists()
    for pk, of in ((first, story), (second, other)):
        shown = editor_api.get(f"/api/v1/articles/{pk}/").json()
        assert (shown["story"], shown["linked"]) == (of.pk, True)


@pytest.mark.parametrize(
    ("body", "field"),
    [({}, "/story"), ({"story": 10**9}, "/story"), ({"story": None}, "/story")],
)
def test_an_article_moves_to_no_story_that_is_not(
    editor_api: APIClient, article: Article, body: dict[str, Any], field: str
) -> None:
    answer = editor_api.post(f"/api/v1/articles/{article.pk}/move/", body)
    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == [field]


@pytest.mark.parametrize("role", [Role.ANNOTATOR, Role.CLIENT])
@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("patch", "stories/{story}/", {"reviews_needed": 1}),
        ("post", "guidelines/", {"story": 1, "text": "Rate the words."}),
        ("post", "articles/{article}/move/", {"story": 1}),
    ],
)
def test_only_editors_change_stories(
    caller: Caller, article: Article, role: str, method: str, path: str, body: dict[str, Any]
) -> None:
    api = caller(builders.make_user(role=role))
    address = "/api/v1/" + path.format(story=article.story_id, article=article.pk)
    assert getattr(api, method)(address, body).status_code == 403


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("patch", "stories/{story}/", {"reviews_needed": 1}),
        ("post", "guidelines/", {"story": 1, "text": "Rate the words."}),
        ("post", "articles/{article}/move/", {"story": 1}),
    ],
)
def test_an_editors_token_that_only_reads_changes_no_story(
    caller: Caller, editor: User, article: Article, method: str, path: str, body: dict[str, Any]
) -> None:
    api = caller(editor, scope="read")
    address = "/api/v1/" + path.format(story=article.story_id, article=article.pk)
    assert getattr(api, method)(address, body).status_code == 403


@pytest.mark.parametrize("path", ["guidelines/", "stories/{story}/guideline/", "mentions/"])
def test_what_the_newsroom_tells_itself_is_not_for_api_clients(
    bot_api: APIClient, story: Story, path: str
) -> None:
    assert bot_api.get("/api/v1/" + path.format(story=story.pk)).status_code == 403
