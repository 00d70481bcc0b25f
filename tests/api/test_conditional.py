"""Tags: who has the current answer is told so, and tags tell nothing else."""

import pytest
from rest_framework.test import APIClient

from annotations.models import Claim, Figure, User
from annotations.services.adjudication import send_back
from annotations.services.reviewing import submit_review
from annotations.services.stories import create_story
from tests.api.conftest import Caller

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path",
    ["claims/", "claims/{id}/", "claims/{id}/status/", "figures/", "stories/", "articles/"],
)
def test_the_same_read_with_its_tag_is_answered_304_without_a_body(
    bot_api: APIClient, claim: Claim, figure: Figure, path: str
) -> None:
    address = "/api/v1/" + path.format(id=claim.pk)
    tag = bot_api.get(address)["ETag"]
    again = bot_api.get(address, HTTP_IF_NONE_MATCH=f'"other", {tag}')
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == tag


@pytest.mark.parametrize(
    "path", ["claims/", "claims/{id}/", "claims/{id}/status/", "stories/{id}/"]
)
def test_a_tag_that_a_proxy_has_weakened_is_known_again(
    bot_api: APIClient, claim: Claim, path: str
) -> None:
    address = "/api/v1/" + path.format(id=claim.pk if "claims" in path else claim.article.story_id)
    tag = bot_api.get(address)["ETag"]
    assert bot_api.get(address, HTTP_IF_NONE_MATCH=f"W/{tag}").status_code == 304


def test_after_a_change_the_old_tag_gets_the_new_answer(
    bot_api: APIClient, claim: Claim, annotator: User
) -> None:
    address = f"/api/v1/claims/{claim.pk}/"
    tag = bot_api.get(address)["ETag"]
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    answer = bot_api.get(address, HTTP_IF_NONE_MATCH=tag)
    assert (answer.status_code, answer.json()["state"]) == (200, "in_review")


def test_a_tag_fits_no_other_address_and_no_other_reader(
    bot_api: APIClient, editor_api: APIClient, claim: Claim
) -> None:
    tag = bot_api.get("/api/v1/claims/")["ETag"]
    assert bot_api.get("/api/v1/claims/?state=final", HTTP_IF_NONE_MATCH=tag).status_code == 200
    assert bot_api.get("/api/v1/claims/999/", HTTP_IF_NONE_MATCH=tag).status_code == 404
    assert editor_api.get("/api/v1/claims/", HTTP_IF_NONE_MATCH=tag).status_code == 200


def test_a_hidden_review_does_not_show_in_a_tag(
    caller: Caller, claim: Claim, annotator: User, second_annotator: User, outsider: User
) -> None:
    claim.article.story.reviews_needed = 3
    claim.article.story.save()
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    blind, reviewer = caller(outsider), caller(annotator)
    address = f"/api/v1/claims/{claim.pk}/"
    blind_tag, reviewer_tag = blind.get(address)["ETag"], reviewer.get(address)["ETag"]
    submit_review(claim=claim, reviewer=second_annotator, rating="corroborated")
    assert blind.get(address)["ETag"] == blind_tag
    assert reviewer.get(address)["ETag"] != reviewer_tag


def test_in_a_second_round_a_hidden_review_does_not_show_in_the_tag_of_who_reviewed_before(
    caller: Caller,
    claim: Claim,
    annotator: User,
    second_annotator: User,
    outsider: User,
    editor: User,
) -> None:
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    submit_review(claim=claim, reviewer=second_annotator, rating="corroborated")
    send_back(claim=claim, editor=editor, comment="Look again.")
    address = f"/api/v1/claims/{claim.pk}/"
    api = caller(annotator)
    tag = api.get(address)["ETag"]
    submit_review(claim=claim, reviewer=outsider, rating="disputed")
    assert api.get(address)["ETag"] == tag


def test_what_somebody_writes_elsewhere_makes_a_list_new(bot_api: APIClient, claim: Claim) -> None:
    tag = bot_api.get("/api/v1/stories/")["ETag"]
    create_story(title="Another")
    answer = bot_api.get("/api/v1/stories/", HTTP_IF_NONE_MATCH=tag)
    assert (answer.status_code, len(answer.json()["results"])) == (200, 2)


@pytest.mark.parametrize("tag", ['"3"', "*", "nonsense", '"', "W/"])
def test_a_strange_tag_is_no_tag_of_ours(bot_api: APIClient, claim: Claim, tag: str) -> None:
    assert bot_api.get("/api/v1/claims/", HTTP_IF_NONE_MATCH=tag).status_code == 200
