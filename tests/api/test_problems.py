"""Errors: one shape, and what each says."""

import json

import pytest
from rest_framework.test import APIClient

from annotations.api.pagination import cursor_at

pytestmark = pytest.mark.django_db

PROBLEM = "application/problem+json"


def test_an_error_is_a_problem_with_the_path_it_speaks_of(bot_api: APIClient) -> None:
    answer = bot_api.get("/api/v1/claims/999/")
    assert answer.status_code == 404
    assert answer["Content-Type"] == PROBLEM
    assert answer.json() == {
        "type": "urn:factcheck:problem:not-found",
        "title": "Not Found",
        "status": 404,
        "detail": "There is no such thing here.",
        "instance": "/api/v1/claims/999/",
    }


@pytest.mark.parametrize("method", ["get", "post", "put", "patch", "delete", "options"])
def test_an_address_that_leads_nowhere_is_a_problem_too(method: str) -> None:
    answer = getattr(APIClient(), method)("/api/v1/nowhere/")
    assert (answer.status_code, answer["Content-Type"]) == (404, PROBLEM)


def test_without_credentials_a_caller_is_asked_for_a_token(db: None) -> None:
    answer = APIClient().get("/api/v1/claims/")
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Bearer"
    assert answer["Content-Type"] == PROBLEM


@pytest.mark.parametrize(
    "header",
    ["Bearer", "Bearer fc_wrong", "Bearer a b", "Bearer \xff\xfe", "Bearer " + "x" * 5000],
    ids=["empty", "unknown", "two words", "not ascii", "very long"],
)
def test_a_bad_token_is_refused(header: str, db: None) -> None:
    answer = APIClient().get("/api/v1/claims/", HTTP_AUTHORIZATION=header)
    assert answer.status_code == 401


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("{", 400),
        ("[]", 400),
        ("null", 400),
        ('{"claims": ' + "[" * 40 + "]" * 40 + "}", 400),
        ("[" * 100_000, 400),
        ('{"claims": [NaN]}', 400),
        ('{"claims": [' + "9" * 400 + "]}", 400),
        ('{"claims": ["\\ud800"]}', 400),
        (b"\xff\xfe{}", 400),
        ('{"claims": [1], "pad": "' + "x" * 10_000_000 + '"}', 413),
    ],
    ids=[
        "broken",
        "a list",
        "null",
        "deep",
        "very deep",
        "not a number",
        "400 digits",
        "half a surrogate pair",
        "not UTF-8",
        "10 MB",
    ],
)
def test_a_body_that_cannot_be_read_is_refused(
    bot_api: APIClient, body: str | bytes, status: int
) -> None:
    answer = bot_api.generic(
        "POST", "/api/v1/claims/status/", body, content_type="application/json"
    )
    assert (answer.status_code, answer["Content-Type"]) == (status, PROBLEM)


def test_a_body_that_is_not_declared_as_json_is_refused(bot_api: APIClient) -> None:
    answer = bot_api.generic("POST", "/api/v1/claims/status/", "a=1", content_type="text/plain")
    assert answer.status_code == 415


def test_only_json_is_to_be_had(bot_api: APIClient) -> None:
    answer = bot_api.get("/api/v1/claims/", HTTP_ACCEPT="text/html")
    assert (answer.status_code, answer["Content-Type"]) == (406, PROBLEM)


def test_unknown_fields_are_refused_by_name(bot_api: APIClient) -> None:
    answer = bot_api.post("/api/v1/claims/status/", {"claims": [1], "cliams": [2], "a/b~c": 1})
    assert answer.status_code == 400
    assert answer.json()["errors"] == [
        {"field": "/cliams", "detail": "There is no such field."},
        {"field": "/a~1b~0c", "detail": "There is no such field."},
    ]


def test_a_wrong_type_is_named_by_its_place(bot_api: APIClient) -> None:
    answer = bot_api.post("/api/v1/claims/status/", {"claims": [1, "x", 3, None]})
    assert [error["field"] for error in answer.json()["errors"]] == ["/claims/1", "/claims/3"]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("sate=final", "?sate"),
        ("state=finale", "?state"),
        ("state=", "?state"),
        ("story=1&story=2", "?story"),
        ("story=x", "?story"),
        ("story=1e400", "?story"),
        ("story=99999999999999999999", "?story"),
        ("min_score=2", "?min_score"),
        ("min_score=NaN", "?min_score"),
        ("changed_since=yesterday", "?changed_since"),
        ("changed_since=9999-12-31T23:59:59-14:00", "?changed_since"),
        ("changed_since=0001-01-01T00:00:00%2B14:00", "?changed_since"),
        ("order=text", "?order"),
        ("min_score=0.5&order=id", "?order"),
        ("min_score=0.5&changed_since=2026-01-01T00:00:00Z", "?min_score"),
        ("page_size=201", "?page_size"),
        ("page_size=0", "?page_size"),
        ("page_size=-1", "?page_size"),
        ("page_size=1e3", "?page_size"),
        ("page_size=" + "9" * 5000, "?page_size"),
        ("cursor=%00", "?cursor"),
        ("cursor=abc", "?cursor"),
        ("cursor=WyJpZCIsW11d", "?cursor"),
        ("cursor=WyJpZCIsMWUzMDBd", "?cursor"),
        ("cursor=WyItaWQiLDFd", "?cursor"),
    ],
)
def test_a_bad_query_parameter_is_refused_by_name(
    bot_api: APIClient, query: str, field: str
) -> None:
    answer = bot_api.get(f"/api/v1/claims/?{query}")
    assert answer.status_code == 400, answer.content
    assert field in {error["field"] for error in answer.json()["errors"]}


@pytest.mark.parametrize(
    ("path", "order", "position"),
    [
        ("sources/", "name", ["a\0", 1]),
        ("sources/", "name", [None, 1]),
        ("claims/", "changed_at", ["9999-12-31T23:59:59-14:00", 1]),
        ("claims/", "changed_at", ["0001-01-01T00:00:00+14:00", 1]),
        ("claims/", "changed_at", ["2026-01-01T00:00:00", 1]),
    ],
    ids=["null character", "null", "after all time", "before all time", "without a zone"],
)
def test_a_forged_cursor_is_refused(
    bot_api: APIClient, path: str, order: str, position: list[str | int | None]
) -> None:
    query = {"order": order, "cursor": cursor_at(order, position)}
    answer = bot_api.get(f"/api/v1/{path}", query)
    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == ["?cursor"]


@pytest.mark.parametrize(("asked", "status"), [("true", 200), ("False", 200), ("banana", 400)])
def test_a_flag_is_true_or_false(bot_api: APIClient, asked: str, status: int) -> None:
    assert bot_api.get("/api/v1/verdicts/", {"current": asked}).status_code == status


def test_a_body_without_its_length_is_refused_rather_than_taken_for_none(
    bot_api: APIClient,
) -> None:
    answer = bot_api.post(
        "/api/v1/claims/status/",
        {"claims": [1]},
        CONTENT_LENGTH="",
        HTTP_TRANSFER_ENCODING="chunked",
    )
    assert (answer.status_code, answer["Content-Type"]) == (411, PROBLEM)


def test_a_fault_of_ours_is_a_problem_without_details(
    bot_api: APIClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    bot_api.raise_request_exception = False
    monkeypatch.setattr("rest_framework.response.Response.__init__", lambda *a, **k: 1 / 0)
    answer = bot_api.get("/api/v1/sources/")
    assert (answer.status_code, answer["Content-Type"]) == (500, PROBLEM)
    assert "ZeroDivision" not in json.dumps(answer.json())
