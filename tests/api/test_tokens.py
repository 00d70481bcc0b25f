"""Tokens: hashed, scoped, expiring, shown once, revocable."""

from datetime import timedelta

import pytest
from django.test import override_settings
from django.utils import timezone
from rest_framework.test import APIClient

from annotations.models import ApiToken, Change, User
from annotations.services.tokens import issue_token
from tests import builders

PASSWORD = "correct horse battery"


@pytest.fixture
def account(db: None) -> User:
    return builders.make_user("nora", role="editor", password=PASSWORD)


def ask(**fields: object) -> object:
    body = {"username": "nora", "password": PASSWORD, "name": "dashboard"} | fields
    return APIClient().post("/api/v1/tokens/", body)


def with_token(token: str) -> APIClient:
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {token}")
    return client


def test_a_token_is_had_for_a_password_and_opens_the_api(account: User) -> None:
    answer = ask()
    assert answer.status_code == 201
    api = with_token(answer.json()["token"])
    assert api.get("/api/v1/account/").json() == {
        "id": account.pk,
        "username": "nora",
        "role": "editor",
        "scope": "read",
    }


def test_a_token_is_shown_once_and_kept_as_a_hash(account: User) -> None:
    token = ask().json()["token"]
    row = ApiToken.objects.get()
    assert token not in (row.digest, row.token_key)
    assert len(row.digest) == 128
    listed = with_token(token).get("/api/v1/tokens/").json()
    assert token not in str(listed)
    assert [item["name"] for item in listed] == ["dashboard"]


@pytest.mark.parametrize(
    "fields",
    [{"password": "wrong"}, {"username": "nobody"}, {"username": "NORA"}, {"username": "nоra"}],
    ids=["wrong password", "no such user", "other case", "a letter of another script"],
)
def test_a_wrong_name_or_password_gets_no_token(account: User, fields: dict) -> None:
    answer = ask(**fields)
    assert answer.status_code == 401
    assert not ApiToken.objects.exists()


def test_a_closed_account_gets_no_token_and_its_tokens_are_dead(account: User) -> None:
    token = ask().json()["token"]
    account.is_active = False
    account.save()
    assert ask().status_code == 401
    assert with_token(token).get("/api/v1/account/").status_code == 401


def test_an_expired_token_opens_nothing(account: User) -> None:
    row, token = issue_token(user=account, name="old", scope="read", lifetime=timedelta(days=1))
    ApiToken.objects.filter(pk=row.pk).update(expiry=timezone.now() - timedelta(seconds=1))
    assert with_token(token).get("/api/v1/account/").status_code == 401


def test_a_revoked_token_opens_nothing_and_stays_in_the_log(account: User) -> None:
    answer = ask(scope="write").json()
    api = with_token(answer["token"])
    assert api.delete(f"/api/v1/tokens/{answer['id']}/").status_code == 204
    assert api.get("/api/v1/account/").status_code == 401
    actions = list(Change.objects.values_list("action", flat=True))
    assert actions == ["token.issued", "token.revoked"]


def test_somebody_elses_token_is_as_if_absent(account: User, editor: User) -> None:
    row, _ = issue_token(user=editor, name="hers", scope="read", lifetime=timedelta(days=1))
    api = with_token(ask(scope="write").json()["token"])
    assert api.delete(f"/api/v1/tokens/{row.public_id}/").status_code == 404
    assert ApiToken.objects.filter(pk=row.pk, revoked_at=None).exists()


def test_a_token_that_reads_may_not_write(account: User) -> None:
    api = with_token(ask(scope="read").json()["token"])
    assert api.post("/api/v1/stories/", {"title": "Flood"}).status_code == 403
    assert api.post("/api/v1/claims/status/", {"claims": [1]}).status_code == 200


def test_the_last_use_is_kept_to_the_minute(account: User) -> None:
    api = with_token(ask().json()["token"])
    api.get("/api/v1/account/")
    first = ApiToken.objects.get().last_used_at
    api.get("/api/v1/account/")
    assert first is not None
    assert ApiToken.objects.get().last_used_at == first


@pytest.mark.usefixtures("within_a_minute")
def test_signing_in_is_throttled_by_account_whatever_the_address(account: User) -> None:
    with override_settings(API_RATES={"caller": 600, "anonymous": 60, "sign_in": 3}):
        tries = [
            APIClient(REMOTE_ADDR=f"192.0.2.{number}").post(
                "/api/v1/tokens/", {"username": "nora", "password": "guess", "name": "x"}
            )
            for number in range(4)
        ]
    assert [answer.status_code for answer in tries] == [401, 401, 401, 429]
    assert 1 <= int(tries[-1]["Retry-After"]) <= 60


@pytest.mark.usefixtures("within_a_minute")
def test_signing_in_is_throttled_by_address_whatever_the_caller_says_it_is(db: None) -> None:
    with override_settings(API_RATES={"caller": 600, "anonymous": 60, "sign_in": 3}):
        statuses = [
            APIClient(HTTP_X_FORWARDED_FOR=f"192.0.2.{number}")
            .post("/api/v1/tokens/", {"username": f"n{number}", "password": "guess", "name": "x"})
            .status_code
            for number in range(4)
        ]
    assert statuses == [401, 401, 401, 429]


@pytest.mark.usefixtures("within_a_minute")
def test_a_caller_over_its_rate_is_told_when_to_come_back(account: User) -> None:
    api = with_token(ask().json()["token"])
    with override_settings(API_RATES={"caller": 2, "anonymous": 60, "sign_in": 3}):
        statuses = [api.get("/api/v1/account/") for _ in range(3)]
    assert [answer.status_code for answer in statuses] == [200, 200, 429]
    assert 1 <= int(statuses[-1]["Retry-After"]) <= 60
