"""What people correct, comment and draft through the API."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from annotations.models import Claim, Figure, LinkDecision, Story

pytestmark = pytest.mark.django_db

DENIAL = "The owner denied any fault."


def span(claim: Claim, words: str) -> dict[str, int]:
    start = claim.article.text.index(words)
    return {"start": start, "end": start + len(words)}


def test_a_missed_claim_is_added(annotator_api: APIClient, claim: Claim) -> None:
    body = span(claim, DENIAL) | {"article": claim.article_id, "kind": "denial", "quote": DENIAL}
    answer = annotator_api.post("/api/v1/claims/", body)
    assert (answer.status_code, answer.json()["text"]) == (201, DENIAL)


def test_a_corrected_claim_takes_the_place_of_the_old(
    annotator_api: APIClient, claim: Claim
) -> None:
    path = f"/api/v1/claims/{claim.pk}/"
    answer = annotator_api.post(f"{path}correct/", {"speaker": "the port"})
    assert (answer.status_code, answer.json()["speaker"]) == (201, "the port")
    assert annotator_api.get(path).status_code == 404


def test_a_claim_is_split_and_merged_again(annotator_api: APIClient, claim: Claim) -> None:
    at = claim.article.text.index("when")
    parts = annotator_api.post(f"/api/v1/claims/{claim.pk}/split/", {"at": at}).json()
    assert [part["text"] for part in parts] == [
        "Nine sailors were hurt",
        "when the ferry caught fire.",
    ]
    body = {"claims": [part["id"] for part in parts]}
    answer = annotator_api.post("/api/v1/claims/merge/", body)
    assert (answer.status_code, answer.json()["text"]) == (201, claim.text)


def test_a_figure_is_added_corrected_and_taken_back(annotator_api: APIClient, claim: Claim) -> None:
    body = span(claim, "Nine sailors") | {"claim": claim.pk, "unit": "person", "low": 8}
    made = annotator_api.post("/api/v1/figures/", body)
    assert (made.status_code, made.json()["low"]) == (201, 8)
    path = f"/api/v1/figures/{made.json()['id']}/"
    corrected = annotator_api.post(f"{path}correct/", {"low": 9, "high": 9})
    assert (corrected.status_code, corrected.json()["low"]) == (201, 9)
    assert annotator_api.delete(f"/api/v1/figures/{corrected.json()['id']}/").status_code == 204


def test_people_decide_whether_two_figures_are_the_same(
    annotator_api: APIClient, figure: Figure, second_figure: Figure
) -> None:
    path = f"/api/v1/figures/{figure.pk}/decision/"
    answer = annotator_api.post(path, {"other": second_figure.pk, "same": True})
    assert answer.status_code == 204
    assert LinkDecision.objects.get().same


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("claims/", {"article": 10**9, "start": 0, "end": 5}, "/article"),
        ("claims/", {"article": 1, "start": -1, "end": 5}, "/start"),
        ("claims/merge/", {"claims": [10**9, 10**9 + 1]}, "/claims"),
        ("figures/", {"claim": 10**9, "start": 0, "end": 5, "unit": "person"}, "/claim"),
        ("comments/", {"claim": 10**9, "body": "Hm."}, "/claim"),
        ("comments/", {"claim": 1, "body": ""}, "/body"),
    ],
)
def test_what_names_nothing_is_refused_by_its_field(
    annotator_api: APIClient, claim: Claim, path: str, body: dict[str, Any], field: str
) -> None:
    answer = annotator_api.post(f"/api/v1/{path}", body)
    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == [field]


@pytest.mark.parametrize("path", ["claims/", "claims/merge/", "figures/", "comments/"])
def test_an_api_client_corrects_nothing(bot_api: APIClient, path: str) -> None:
    assert bot_api.post(f"/api/v1/{path}", {}).status_code == 403


def test_a_draft_is_its_writers_own(
    annotator_api: APIClient, outsider_api: APIClient, claim: Claim
) -> None:
    path = f"/api/v1/claims/{claim.pk}/draft/"
    assert annotator_api.get(path).status_code == 404
    saved = annotator_api.put(path, {"rationale": "The port says", "rating": "disputed"})
    assert saved.json()["rationale"] == "The port says"
    assert annotator_api.get(path).json()["rating"] == "disputed"
    assert outsider_api.get(path).status_code == 404
    assert annotator_api.delete(path).status_code == 204
    assert annotator_api.get(path).status_code == 404


def test_comments_form_a_thread_and_are_taken_back(
    annotator_api: APIClient, editor_api: APIClient, bot_api: APIClient, claim: Claim
) -> None:
    first = annotator_api.post("/api/v1/comments/", {"claim": claim.pk, "body": "Which port?"})
    answer = {"claim": claim.pk, "body": "Norvale's.", "parent": first.json()["id"]}
    assert editor_api.post("/api/v1/comments/", answer).status_code == 201
    path = f"/api/v1/comments/{first.json()['id']}/"
    assert editor_api.delete(path).status_code == 403
    assert annotator_api.delete(path).status_code == 204
    listed = editor_api.get("/api/v1/comments/", {"claim": claim.pk}).json()["results"]
    assert [row["body"] for row in listed] == ["", "Norvale's."]
    assert bot_api.get("/api/v1/comments/").json()["results"] == []


def test_who_is_mentioned_finds_it(
    annotator_api: APIClient, editor_api: APIClient, claim: Claim
) -> None:
    for body in ("See this, @edda.", "Nobody in particular.", "And this, @edda and @anna."):
        annotator_api.post("/api/v1/comments/", {"claim": claim.pk, "body": body})
    found = editor_api.get("/api/v1/mentions/").json()["results"]
    assert [row["body"] for row in found] == ["And this, @edda and @anna.", "See this, @edda."]
    assert (found[0]["claim"], found[0]["claim_text"]) == (claim.pk, claim.text)
    assert found[0]["source"]["name"] == "Harbour Gazette"
    assert (found[0]["article"], found[0]["story"]) == (claim.article_id, claim.article.story_id)


def test_a_mention_is_as_blind_as_the_review_it_may_give_away(
    annotator_api: APIClient, outsider_api: APIClient, claim: Claim
) -> None:
    for api in (annotator_api, outsider_api):
        assert api.get("/api/v1/mentions/").json()["results"] == []
        api.post(f"/api/v1/claims/{claim.pk}/review/", {"rating": "disputed"})
        if api is annotator_api:
            annotator_api.post("/api/v1/comments/", {"claim": claim.pk, "body": "No, @otto."})
    [row] = outsider_api.get("/api/v1/mentions/").json()["results"]
    assert row["body"] == "No, @otto."


def test_agreement_of_a_story_that_is_not_names_the_parameter(editor_api: APIClient) -> None:
    answer = editor_api.get("/api/v1/agreement/", {"story": 10**9})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "?story")


def test_agreement_is_for_the_newsroom(
    editor_api: APIClient, bot_api: APIClient, story: Story
) -> None:
    answer = editor_api.get("/api/v1/agreement/", {"story": story.pk}).json()
    assert answer["score"] == {"claims": 0, "percent": None, "alpha": None}
    assert bot_api.get("/api/v1/agreement/").status_code == 403
