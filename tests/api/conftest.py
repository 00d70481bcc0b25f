"""Callers with tokens, for each of the cast."""

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from rest_framework.test import APIClient

from annotations.models import ApiToken, User
from annotations.services.tokens import issue_token

Caller = Callable[..., APIClient]


@pytest.fixture
def within_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time stands still, so that no window of a rate ends while it is being used up."""
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now)


@pytest.fixture
def caller() -> Caller:
    """An API client with a token of the user's, which may write unless told otherwise."""

    def call_as(user: User, scope: str = ApiToken.Scope.WRITE, **extra: Any) -> APIClient:
        _, token = issue_token(user=user, name="tests", scope=scope, lifetime=timedelta(hours=1))
        client = APIClient(**extra)
        client.credentials(HTTP_AUTHORIZATION=f"Bearer {token}")
        return client

    return call_as


@pytest.fixture
def annotator_api(caller: Caller, annotator: User) -> APIClient:
    return caller(annotator)


@pytest.fixture
def outsider_api(caller: Caller, outsider: User) -> APIClient:
    return caller(outsider)


@pytest.fixture
def editor_api(caller: Caller, editor: User) -> APIClient:
    return caller(editor)


@pytest.fixture
def bot_api(caller: Caller, client_user: User) -> APIClient:
    return caller(client_user)
