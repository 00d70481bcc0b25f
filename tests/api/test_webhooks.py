"""Webhook endpoints through the API: one's own, and secrets shown once."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from annotations.models import WebhookDelivery
from annotations.services.deliveries import queue_deliveries
from annotations.services.stories import create_story

URL = "http://1.1.1.1/hook"


def add(api: APIClient, **body: Any) -> Any:
    return api.post("/api/v1/webhooks/", {"url": URL} | body)


@pytest.mark.django_db
class TestEndpoints:
    def test_the_secret_is_shown_once(self, bot_api: APIClient) -> None:
        made = add(bot_api, kinds=["verdict", "claim"]).json()
        assert made["secret"].startswith("whsec_")
        shown = bot_api.get(f"/api/v1/webhooks/{made['id']}/").json()
        assert "secret" not in shown
        assert shown["kinds"] == ["claim", "verdict"]

    def test_a_new_secret_overlaps_with_the_one_before(self, bot_api: APIClient) -> None:
        made = add(bot_api).json()
        rotated = bot_api.post(f"/api/v1/webhooks/{made['id']}/rotate-secret/").json()
        assert rotated["secret"] != made["secret"]
        assert rotated["previous_secret_until"] is not None

    def test_it_is_changed_and_removed(self, bot_api: APIClient, story: Any) -> None:
        path = f"/api/v1/webhooks/{add(bot_api).json()['id']}/"
        changed = bot_api.patch(path, {"story": story.pk, "active": False}).json()
        assert (changed["story"], changed["active"], changed["url"]) == (story.pk, False, URL)
        assert bot_api.patch(path, {"story": None}).json()["story"] is None
        assert bot_api.delete(path).status_code == 204
        assert bot_api.get(path).status_code == 404

    @pytest.mark.parametrize(
        ("body", "field"),
        [
            ({"url": "http://127.0.0.1/"}, "/url"),
            ({"url": "x"}, "/url"),
            ({"kinds": ["user"]}, "/kinds/0"),
            ({"story": 10**9}, "/story"),
            ({"secret": "mine"}, "/secret"),
        ],
    )
    def test_a_bad_endpoint_is_refused_by_its_field(
        self, bot_api: APIClient, body: dict[str, Any], field: str
    ) -> None:
        answer = add(bot_api, **body)
        assert answer.status_code == 400
        assert [error["field"] for error in answer.json()["errors"]] == [field]

    def test_somebody_elses_endpoint_is_as_if_absent(
        self, bot_api: APIClient, editor_api: APIClient
    ) -> None:
        path = f"/api/v1/webhooks/{add(bot_api).json()['id']}/"
        assert editor_api.get(path).status_code == 404
        assert editor_api.delete(path).status_code == 404
        assert editor_api.get("/api/v1/webhooks/").json()["results"] == []


@pytest.mark.django_db(transaction=True)
def test_deliveries_are_shown_and_a_dead_one_is_sent_again(
    bot_api: APIClient, editor_api: APIClient
) -> None:
    endpoint = add(bot_api).json()["id"]
    create_story(title="Flood")
    queue_deliveries()
    WebhookDelivery.objects.update(state="dead", attempts=7)
    [shown] = bot_api.get("/api/v1/deliveries/", {"endpoint": endpoint, "state": "dead"}).json()[
        "results"
    ]
    assert shown["payload"]["type"] == "story.created"
    path = f"/api/v1/deliveries/{shown['id']}/redeliver/"
    assert editor_api.post(path).status_code == 404
    assert bot_api.post(path).json()["state"] == "pending"
    bot_api.patch(f"/api/v1/webhooks/{endpoint}/", {"active": False})
    assert bot_api.post(path).status_code == 409
