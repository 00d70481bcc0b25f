"""Webhooks: signed, in order, retried, given up, sent again; never into the network."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest
from django.utils import timezone
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from annotations.models import User, WebhookDelivery, WebhookEndpoint
from annotations.services.deliveries import deliver_due, pause_after, queue_deliveries, redeliver
from annotations.services.errors import InputError
from annotations.services.posting import signed_headers
from annotations.services.reviewing import submit_review
from annotations.services.stories import create_story
from annotations.services.webhooks import (
    add_endpoint,
    change_endpoint,
    remove_endpoint,
    rotate_secret,
)

# Settled is what is committed, so the tests commit.
pytestmark = pytest.mark.django_db(transaction=True)

State = WebhookDelivery.State


class Receiver(HTTPServer):
    """A server on the loopback that keeps what it gets and answers what it is told to."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.got: list[tuple[dict[str, str], bytes]] = []
        self.answers: list[int] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/hook"

    @property
    def titles(self) -> list[str]:
        return [body.decode().split('"title":"')[1].split('"')[0] for _, body in self.got]


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append(({k.lower(): v for k, v in self.headers.items()}, body))
        self.send_response(self.server.answers.pop(0) if self.server.answers else 204)
        self.send_header("Location", "http://127.0.0.1:1/elsewhere")
        self.end_headers()

    def log_message(self, *args: Any) -> None:
        """Quiet."""


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def endpoint(client_user: User, receiver: Receiver) -> WebhookEndpoint:
    """An endpoint at the receiver. Its address is set behind the service's back, which refuses
    the loopback."""
    row = add_endpoint(owner=client_user, url="http://1.1.1.1/hook")
    WebhookEndpoint.objects.filter(pk=row.pk).update(url=receiver.url)
    row.refresh_from_db()
    return row


def send(endpoint: WebhookEndpoint) -> int:
    queue_deliveries()
    return deliver_due(endpoint_id=endpoint.pk, permits=lambda address: True)


def make_due(endpoint: WebhookEndpoint) -> None:
    endpoint.deliveries.filter(state=State.PENDING).update(next_attempt_at=None)


def test_the_published_library_verifies_a_message(
    endpoint: WebhookEndpoint, receiver: Receiver
) -> None:
    story = create_story(title="Flood")
    assert send(endpoint) == 1
    [(headers, body)] = receiver.got
    message = Webhook(endpoint.secret).verify(body, headers)
    assert message["type"] == "story.created"
    assert message["data"]["object"] == story.pk
    with pytest.raises(WebhookVerificationError):
        Webhook(endpoint.secret).verify(body.replace(b"Flood", b"Storm"), headers)


@pytest.mark.parametrize("skew", [timedelta(minutes=-10), timedelta(minutes=10)])
def test_a_message_of_another_time_is_not_taken_for_a_new_one(
    endpoint: WebhookEndpoint, skew: timedelta
) -> None:
    at = datetime.now(UTC) + skew
    headers = signed_headers(message_id="msg_1", at=at, body=b"{}", secrets=[endpoint.secret])
    with pytest.raises(WebhookVerificationError, match="timestamp"):
        Webhook(endpoint.secret).verify(b"{}", headers)


def test_after_a_rotation_both_secrets_verify_until_the_old_one_ends(
    endpoint: WebhookEndpoint, receiver: Receiver
) -> None:
    old = endpoint.secret
    new = rotate_secret(endpoint=endpoint).secret
    create_story(title="Flood")
    send(endpoint)
    headers, body = receiver.got[0]
    for secret in (old, new):
        assert Webhook(secret).verify(body, headers)
    WebhookEndpoint.objects.update(previous_secret_until=timezone.now())
    create_story(title="Storm")
    send(endpoint)
    headers, body = receiver.got[1]
    assert Webhook(new).verify(body, headers)
    with pytest.raises(WebhookVerificationError):
        Webhook(old).verify(body, headers)


def test_messages_arrive_once_and_in_order_though_one_is_refused_at_first(
    endpoint: WebhookEndpoint, receiver: Receiver
) -> None:
    for title in ("first", "second", "third"):
        create_story(title=title)
    receiver.answers = [204, 500]
    assert send(endpoint) == 1
    assert send(endpoint) == 0, "the second waits for its time, and the third for the second"
    make_due(endpoint)
    assert send(endpoint) == 2
    assert receiver.titles == ["first", "second", "second", "third"]
    ids = [headers["webhook-id"] for headers, _ in receiver.got]
    assert ids[1] == ids[2]
    assert len(set(ids)) == 3


def test_what_was_before_the_endpoint_is_not_sent(client_user: User, receiver: Receiver) -> None:
    create_story(title="before")
    endpoint = add_endpoint(owner=client_user, url="http://1.1.1.1/hook")
    WebhookEndpoint.objects.update(url=receiver.url)
    create_story(title="after")
    send(endpoint)
    assert receiver.titles == ["after"]


def test_only_the_kinds_and_the_story_asked_for_are_sent(
    endpoint: WebhookEndpoint, receiver: Receiver
) -> None:
    wanted = create_story(title="earlier")
    change_endpoint(endpoint=endpoint, kinds=["verdict"])
    assert send(endpoint) == 0
    change_endpoint(endpoint=endpoint, kinds=["story"], story=wanted)
    create_story(title="other")
    assert send(endpoint) == 0
    assert receiver.got == []


def test_a_blind_reviewers_work_is_not_sent(
    endpoint: WebhookEndpoint, receiver: Receiver, claim: Any, annotator: User
) -> None:
    submit_review(claim=claim, reviewer=annotator, rating="disputed")
    assert send(endpoint) == 1
    assert b"disputed" not in receiver.got[0][1]
    assert annotator.username.encode() not in receiver.got[0][1]


def test_pauses_double_from_seconds_to_hours_and_are_spread() -> None:
    middles = [10, 20, 40, 80]
    for attempts, middle in enumerate(middles, start=1):
        pauses = [pause_after(attempts).total_seconds() for _ in range(50)]
        assert 0.8 * middle <= min(pauses) < max(pauses) <= 1.2 * middle
    assert pause_after(10_000) <= 1.2 * timedelta(hours=4)


def test_a_message_is_given_up_after_a_day_and_the_next_one_sent(
    endpoint: WebhookEndpoint, receiver: Receiver
) -> None:
    create_story(title="first")
    receiver.answers = [500, 500]
    send(endpoint)
    endpoint.deliveries.update(first_attempt_at=timezone.now() - timedelta(hours=25))
    make_due(endpoint)
    send(endpoint)
    dead = endpoint.deliveries.get()
    assert (dead.state, dead.attempts, dead.last_status) == (State.DEAD, 2, 500)
    create_story(title="second")
    assert send(endpoint) == 1


def test_a_dead_message_is_sent_again_under_its_own_id(
    endpoint: WebhookEndpoint, receiver: Receiver
) -> None:
    create_story(title="first")
    queue_deliveries()
    endpoint.deliveries.update(state=State.DEAD, attempts=9)
    redeliver(delivery=endpoint.deliveries.get())
    assert send(endpoint) == 1
    again = endpoint.deliveries.get()
    assert (again.state, again.attempts) == (State.DELIVERED, 1)
    assert receiver.got[0][0]["webhook-id"] == again.message_id


def test_an_endpoint_that_says_gone_gets_nothing_more(
    endpoint: WebhookEndpoint, receiver: Receiver
) -> None:
    create_story(title="first")
    receiver.answers = [410]
    send(endpoint)
    endpoint.refresh_from_db()
    assert (endpoint.active, endpoint.inactive_reason) == (False, "It answered 410 Gone.")
    make_due(endpoint)
    assert send(endpoint) == 0


def test_a_redirect_is_a_failure_and_not_followed(
    endpoint: WebhookEndpoint, receiver: Receiver
) -> None:
    create_story(title="first")
    receiver.answers = [302]
    assert send(endpoint) == 0
    assert endpoint.deliveries.get().last_error == "answered 302"


def test_an_address_that_leads_into_the_network_by_now_is_not_connected_to(
    endpoint: WebhookEndpoint, receiver: Receiver
) -> None:
    create_story(title="first")
    queue_deliveries()
    assert deliver_due(endpoint_id=endpoint.pk) == 0
    assert "inside the network" in endpoint.deliveries.get().last_error
    assert receiver.got == []


def test_two_workers_do_not_send_to_one_endpoint_at_once(
    endpoint: WebhookEndpoint, receiver: Receiver
) -> None:
    create_story(title="first")
    queue_deliveries()
    WebhookEndpoint.objects.update(busy_until=timezone.now() + timedelta(seconds=30))
    assert send(endpoint) == 0
    WebhookEndpoint.objects.update(busy_until=timezone.now() - timedelta(seconds=1))
    assert send(endpoint) == 1, "the worker that held it is taken for dead"


def test_nothing_is_sent_for_a_closed_account_or_to_a_removed_endpoint(
    endpoint: WebhookEndpoint, client_user: User
) -> None:
    create_story(title="first")
    queue_deliveries()
    User.objects.filter(pk=client_user.pk).update(is_active=False)
    assert send(endpoint) == 0
    User.objects.filter(pk=client_user.pk).update(is_active=True)
    remove_endpoint(endpoint=endpoint)
    assert send(endpoint) == 0


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/hook",
        "http://localhost/hook",
        "http://[::1]/hook",
        "http://10.1.2.3/hook",
        "http://192.168.0.1/hook",
        "http://169.254.169.254/latest/meta-data",
        "http://[::ffff:127.0.0.1]/hook",
        "http://[64:ff9b::7f00:1]/hook",
        "http://0.0.0.0/hook",
        "http://2130706433/hook",
        "http://no-such-host.invalid/hook",
        "ftp://1.1.1.1/hook",
        "http://user:word@1.1.1.1/hook",
        "http://1.1.1.1:99999/hook",
        "nonsense",
    ],
)
def test_an_address_that_is_not_public_is_refused(client_user: User, url: str) -> None:
    with pytest.raises(InputError, match="url"):
        add_endpoint(owner=client_user, url=url)
    assert not WebhookEndpoint.objects.exists()


def test_an_address_is_had_once(client_user: User) -> None:
    first = add_endpoint(owner=client_user, url="http://1.1.1.1/hook")
    with pytest.raises(InputError):
        add_endpoint(owner=client_user, url="http://1.1.1.1/hook")
    remove_endpoint(endpoint=first)
    assert add_endpoint(owner=client_user, url="http://1.1.1.1/hook").secret != first.secret
