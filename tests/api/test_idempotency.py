"""Retries with an Idempotency-Key: answered as the first time, and done once."""

from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from rest_framework.test import APIClient

from annotations.models import IdempotentAnswer, Story, User
from annotations.services.idempotency import KEPT_FOR, forget_answers
from tests.api.conftest import Caller

pytestmark = pytest.mark.django_db


def make(api: APIClient, title: str = "Flood", key: str = "one") -> Any:
    return api.post("/api/v1/stories/", {"title": title}, HTTP_IDEMPOTENCY_KEY=key)


def test_a_retry_gets_the_first_answer_and_makes_nothing(editor_api: APIClient) -> None:
    first, again = make(editor_api), make(editor_api)
    assert first.status_code == again.status_code == 201
    assert first.json() == again.json()
    assert "Idempotent-Replayed" not in first
    assert again["Idempotent-Replayed"] == "true"
    assert Story.objects.count() == 1


def test_a_key_used_for_another_body_is_refused(editor_api: APIClient) -> None:
    make(editor_api)
    answer = make(editor_api, title="Storm")
    assert answer.status_code == 422
    assert answer.json()["type"] == "urn:factcheck:problem:idempotency-key-reused"
    assert Story.objects.count() == 1


def test_another_caller_has_keys_of_their_own(
    editor_api: APIClient, annotator_api: APIClient
) -> None:
    make(editor_api)
    assert make(annotator_api, title="Storm").status_code == 201


def test_a_refused_request_leaves_its_key_free(editor_api: APIClient) -> None:
    assert make(editor_api, title="").status_code == 400
    assert make(editor_api, title="Flood").status_code == 201


@pytest.mark.parametrize("key", ["", "x" * 256, "a\tb", "ü"])
def test_a_key_that_is_none_is_refused(editor_api: APIClient, key: str) -> None:
    assert make(editor_api, key=key).status_code == 400


def test_answers_are_forgotten_in_time(editor_api: APIClient) -> None:
    make(editor_api)
    assert forget_answers() == 0
    IdempotentAnswer.objects.update(created_at=timezone.now() - KEPT_FOR * 2)
    assert forget_answers() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_retries_at_the_same_time_make_one_thing(caller: Caller, editor: User) -> None:
    apis = [caller(editor) for _ in range(4)]
    start, answers = Barrier(len(apis)), []

    def ask(api: APIClient) -> None:
        start.wait()
        answers.append(make(api).json())
        connection.close()

    threads = [Thread(target=ask, args=(api,)) for api in apis]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Story.objects.count() == 1
    assert [answer["id"] for answer in answers] == [answers[0]["id"]] * 4
