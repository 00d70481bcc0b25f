"""What people do with claims through the API: review, sign, refuse, in turn."""

from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection, transaction
from rest_framework.test import APIClient

from annotations.models import Claim, Lease, Review, Role, User, Verdict
from annotations.services.reviewing import submit_review
from annotations.services.transitions import lock_article, lock_claim, lock_story
from tests import builders
from tests.api.conftest import Caller
from tests.concurrency import on_its_own, wait_until_somebody_waits

REVIEW = {"rating": "corroborated", "rationale": "The port says so too."}
VERDICT = {"rating": "corroborated", "ruling": "Two outlets say nine."}


@pytest.fixture
def agreed(claim: Claim, annotator: User, second_annotator: User) -> Claim:
    for reviewer in (annotator, second_annotator):
        submit_review(claim=claim, reviewer=reviewer, rating="corroborated")
    claim.refresh_from_db()
    return claim


def act(api: APIClient, claim: Claim, action: str, body: dict[str, Any], **headers: str) -> Any:
    return api.post(f"/api/v1/claims/{claim.pk}/{action}/", body, **headers)


def test_a_claim_goes_from_the_queue_to_a_signed_verdict(
    annotator_api: APIClient, outsider_api: APIClient, editor_api: APIClient, claim: Claim
) -> None:
    for api in (annotator_api, outsider_api):
        handed_out = api.post("/api/v1/queue/next/").json()
        assert handed_out["claim"]["id"] == handed_out["lease"]["claim"] == claim.pk
        assert act(api, claim, "review", REVIEW).status_code == 201
    tag = editor_api.get(f"/api/v1/claims/{claim.pk}/")["ETag"]
    answer = act(editor_api, claim, "verdict", VERDICT, HTTP_IF_MATCH=tag)
    assert (answer.status_code, answer.json()["rating"]) == (201, "corroborated")
    status = editor_api.get(f"/api/v1/claims/{claim.pk}/status/").json()
    assert (status["state"], status["verdict"]) == ("final", answer.json()["id"])


def test_an_empty_queue_says_what_is_left(annotator_api: APIClient, db: None) -> None:
    assert annotator_api.post("/api/v1/queue/next/").json() == {
        "claim": None,
        "lease": None,
        "queue": {"left": 0, "available": False, "next_lapse_at": None},
    }


def test_the_queue_tells_what_is_left(annotator_api: APIClient, claim: Claim) -> None:
    answer = annotator_api.get("/api/v1/queue/", {"story": claim.article.story_id}).json()
    assert (answer["left"], answer["available"]) == (1, True)


def test_a_lease_is_taken_renewed_and_given_back(
    annotator_api: APIClient, annotator: User, claim: Claim
) -> None:
    path = f"/api/v1/claims/{claim.pk}/lease/"
    first = annotator_api.post(path).json()
    second = annotator_api.post(path).json()
    assert second["expires_at"] > first["expires_at"]
    assert annotator_api.delete(path).status_code == 204
    assert Lease.objects.get(annotator=annotator).released_at is not None


def test_a_third_annotator_gets_no_lease_where_two_hold_the_slots(
    annotator_api: APIClient, outsider_api: APIClient, caller: Caller, claim: Claim
) -> None:
    third = caller(builders.make_user("third"))
    path = f"/api/v1/claims/{claim.pk}/lease/"
    assert annotator_api.post(path).status_code == outsider_api.post(path).status_code == 200
    answer = third.post(path)
    assert (answer.status_code, answer.json()["type"]) == (409, "urn:factcheck:problem:refused")


@pytest.mark.parametrize(
    ("role", "action", "body"),
    [
        (Role.CLIENT, "review", REVIEW),
        (Role.CLIENT, "verdict", VERDICT),
        (Role.CLIENT, "lease", {}),
        (Role.ANNOTATOR, "verdict", VERDICT),
        (Role.ANNOTATOR, "send-back", {"comment": "Again."}),
        (Role.ANNOTATOR, "dismiss", {"reason": "No claim."}),
        (Role.ANNOTATOR, "reopen", {"reason": "New facts."}),
    ],
)
def test_what_a_role_never_may_is_forbidden(
    caller: Caller, claim: Claim, role: str, action: str, body: dict[str, Any]
) -> None:
    api = caller(builders.make_user(role=role))
    assert act(api, claim, action, body).status_code == 403


def test_an_illegal_transition_is_refused_with_the_allowed_actions(
    editor_api: APIClient, claim: Claim
) -> None:
    answer = act(editor_api, claim, "verdict", VERDICT)
    assert answer.status_code == 409
    assert answer.json()["detail"] == "A claim that is candidate does not allow to sign verdict."
    assert {"submit_review", "dismiss"} <= set(answer.json()["allowed_actions"])


def test_who_reviewed_a_claim_may_not_sign_it(caller: Caller, claim: Claim, editor: User) -> None:
    for reviewer in (editor, builders.make_user()):
        submit_review(claim=claim, reviewer=reviewer, rating="disputed")
    api = caller(editor)
    answer = act(api, claim, "verdict", VERDICT)
    assert answer.status_code == 409
    assert "may not have reviewed" in answer.json()["detail"]
    shown = api.get(f"/api/v1/claims/{claim.pk}/").json()["allowed_actions"]
    assert "sign_verdict" not in shown
    assert answer.json()["allowed_actions"] == shown


@pytest.mark.parametrize(
    ("action", "body", "field"),
    [
        ("review", {}, "/rating"),
        ("review", {"rating": "true"}, "/rating"),
        ("review", REVIEW | {"confidence": 6}, "/confidence"),
        ("review", REVIEW | {"evidence": [{"kind": "rumour"}]}, "/evidence/0/kind"),
        ("review", REVIEW | {"evidence": [{"kind": "url", "url": "ftp:x"}]}, "/evidence/0/url"),
        ("review", REVIEW | {"rationale": "a\x00b"}, "/rationale"),
        ("review", REVIEW | {"state": "final"}, "/state"),
        ("verdict", VERDICT | {"ruling": " "}, "/ruling"),
        ("dismiss", {"reason": ""}, "/reason"),
    ],
)
def test_a_body_of_the_wrong_shape_names_the_field(
    editor_api: APIClient, claim: Claim, action: str, body: dict[str, Any], field: str
) -> None:
    answer = act(editor_api, claim, action, body)
    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == [field]
    assert not Review.objects.exists()


def test_reviews_are_blind_until_one_has_submitted_ones_own(
    annotator_api: APIClient, outsider_api: APIClient, claim: Claim
) -> None:
    made = act(annotator_api, claim, "review", REVIEW).json()
    detail, listed = f"/api/v1/claims/{claim.pk}/", "/api/v1/reviews/"
    assert outsider_api.get(detail).json()["reviews"] == []
    assert outsider_api.get(listed).json()["results"] == []
    assert outsider_api.get(f"{listed}{made['id']}/").status_code == 404
    assert outsider_api.get(f"{listed}999/").status_code == 404
    act(outsider_api, claim, "review", REVIEW | {"rating": "disputed"})
    ratings = [review["rating"] for review in outsider_api.get(detail).json()["reviews"]]
    assert ratings == ["corroborated", "disputed"]
    assert outsider_api.get(f"{listed}{made['id']}/").status_code == 200


@pytest.mark.django_db
def test_an_editor_sends_back_dismisses_and_reopens(editor_api: APIClient, agreed: Claim) -> None:
    for action, body, state in (
        ("send-back", {"comment": "Look at the wire report."}, "in_review"),
        ("dismiss", {"reason": "No claim."}, "dismissed"),
        ("reopen", {"reason": "It is one after all."}, "in_review"),
    ):
        answer = act(editor_api, agreed, action, body)
        assert (answer.status_code, answer.json()["state"]) == (200, state)


@pytest.mark.parametrize("tag", ['"{old}"', '"{old}.abc"', '"99"', '"7", "8"'])
def test_a_write_on_a_claim_that_changed_is_told_its_version(
    editor_api: APIClient, agreed: Claim, tag: str
) -> None:
    header = tag.format(old=agreed.version - 1)
    answer = act(editor_api, agreed, "verdict", VERDICT, HTTP_IF_MATCH=header)
    assert (answer.status_code, answer.json()["current_version"]) == (412, agreed.version)
    assert not Verdict.objects.exists()


@pytest.mark.parametrize(
    "tag", ["*", '"{now}"', '"{now}.0a"', '"1", "{now}"'], ids=["any", "plain", "full", "one of"]
)
def test_a_write_on_the_claim_as_it_was_seen_is_done(
    editor_api: APIClient, agreed: Claim, tag: str
) -> None:
    header = tag.format(now=agreed.version)
    assert act(editor_api, agreed, "verdict", VERDICT, HTTP_IF_MATCH=header).status_code == 201


def test_a_tag_that_is_none_is_refused(editor_api: APIClient, agreed: Claim) -> None:
    answer = act(editor_api, agreed, "verdict", VERDICT, HTTP_IF_MATCH="version 3")
    assert answer.status_code == 400


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_two_editors_who_sign_at_once_one_is_told_that_the_claim_changed(
    caller: Caller, agreed: Claim
) -> None:
    apis = [caller(builders.make_user(role=Role.EDITOR)) for _ in range(2)]
    start, statuses = Barrier(2), []

    def sign(api: APIClient) -> None:
        start.wait()
        header = f'"{agreed.version}"'
        answer = act(api, agreed, "verdict", VERDICT, HTTP_IF_MATCH=header)
        statuses.append(answer.status_code)
        connection.close()

    threads = [Thread(target=sign, args=(api,)) for api in apis]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [201, 412]
    assert Verdict.objects.count() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("action", ["verdict", "correct"])
def test_a_conditional_write_waits_for_linking_and_reading_and_not_in_a_circle(
    editor_api: APIClient, agreed: Claim, action: str
) -> None:
    if action == "correct":
        Claim.objects.update(state=Claim.State.IN_REVIEW)
    body = {"verdict": VERDICT, "correct": {"speaker": "the port"}}[action]
    answers = []

    @on_its_own
    def write() -> None:
        answers.append(act(editor_api, agreed, action, body, HTTP_IF_MATCH=f'"{agreed.version}"'))

    thread = Thread(target=write)
    with transaction.atomic():
        # As a task does that links the story, or reads the article, and moves its claims.
        lock_story(agreed.article.story_id)
        lock_article(agreed.article)
        thread.start()
        wait_until_somebody_waits()
        lock_claim(agreed)
    thread.join()
    assert [answer.status_code for answer in answers] == [201]
