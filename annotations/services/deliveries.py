"""Messages to webhook endpoints: queued from the log, sent in its order, retried for a day.

The log is the outbox: what is committed there is sent, though workers die or the broker is lost.
"""

import secrets
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

import orjson
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from annotations.models import WebhookDelivery, WebhookEndpoint
from annotations.selectors.changes import Position, described, settled_changes
from annotations.services.addresses import Address, is_public
from annotations.services.posting import DEADLINE_SECONDS, PostError, post, signed_headers
from annotations.services.webhooks import silence_endpoint
from annotations.workflow import RefusedError

GIVEN_UP_AFTER = timedelta(days=1)
_FIRST_PAUSE = timedelta(seconds=10)
_LONGEST_PAUSE = timedelta(hours=4)
_JITTER = 0.2
_QUEUED_AT_ONCE = 500
_SENT_AT_ONCE = 100
_GONE = 410
# Longer than one attempt can take; a worker that dies holds its endpoint up no longer.
_BUSY_FOR = timedelta(seconds=2 * DEADLINE_SECONDS)
_LONGEST_ERROR = 300

State = WebhookDelivery.State


def queue_deliveries() -> list[int]:
    """Make a message of every new change for each endpoint; the ids of the endpoints for which
    something is to be sent now."""
    open_endpoints = WebhookEndpoint.objects.filter(active=True, owner__is_active=True)
    for endpoint_id in open_endpoints.values_list("pk", flat=True):
        while _queue_some(endpoint_id):
            pass
    now = timezone.now()
    free = open_endpoints.filter(Q(busy_until__isnull=True) | Q(busy_until__lte=now))
    return [endpoint.pk for endpoint in free if _due(endpoint, now)]


def deliver_due(*, endpoint_id: int, permits: Callable[[Address], bool] = is_public) -> int:
    """Send the endpoint's messages one after the other; the number that were taken.

    It ends where one is not taken: the later ones wait for it, so that they arrive in order.
    ``permits`` says which addresses may be connected to. Does nothing while another worker sends.
    """
    sent = 0
    for _ in range(_SENT_AT_ONCE):
        delivery = _next(endpoint_id)
        if delivery is None:
            break
        taken = _attempt(delivery, permits)
        WebhookEndpoint.objects.filter(pk=endpoint_id).update(busy_until=None)
        if not taken:
            break
        sent += 1
    return sent


@transaction.atomic
def redeliver(*, delivery: WebhookDelivery) -> WebhookDelivery:
    """Send a message again under its own id, with a new day of attempts.

    Raises RefusedError where its endpoint is not active.
    """
    delivery = WebhookDelivery.objects.select_for_update().get(pk=delivery.pk)
    if not delivery.endpoint.active:
        raise RefusedError("The endpoint is not active.", allowed=(), forbidden=False)
    delivery.state, delivery.attempts = State.PENDING, 0
    delivery.first_attempt_at = delivery.next_attempt_at = delivery.delivered_at = None
    delivery.save()
    return delivery


def pause_after(attempts: int) -> timedelta:
    """How long to wait after so many failed attempts: twice as long each time, give or take."""
    doubled: int = 2 ** min(attempts - 1, 30)
    pause = min(_FIRST_PAUSE * doubled, _LONGEST_PAUSE)
    return pause * secrets.SystemRandom().uniform(1 - _JITTER, 1 + _JITTER)


@transaction.atomic
def _queue_some(endpoint_id: int) -> bool:
    """Make the messages of the next changes in the log; whether there may be more."""
    endpoint = (
        WebhookEndpoint.objects.select_for_update(skip_locked=True, of=("self",))
        .select_related("owner", "last_change")
        .filter(pk=endpoint_id, active=True)
        .first()
    )
    if endpoint is None:
        return False
    last = endpoint.last_change
    after = Position(last.transaction, last.pk) if last else None
    found = list(
        settled_changes(endpoint.owner, after=after).select_related("actor")[:_QUEUED_AT_ONCE]
    )
    if not found:
        return False
    WebhookDelivery.objects.bulk_create(
        WebhookDelivery(
            endpoint=endpoint,
            change=change,
            message_id=f"msg_{uuid.uuid4().hex}",
            payload={
                "type": change.action,
                "timestamp": change.at.isoformat(),
                "data": described(change),
            },
        )
        for change in found
        if (not endpoint.kinds or change.object_type in endpoint.kinds)
        and endpoint.story_id in (None, change.story_id)
    )
    endpoint.last_change = found[-1]
    endpoint.save(update_fields=["last_change"])
    return len(found) == _QUEUED_AT_ONCE


def _due(endpoint: WebhookEndpoint, now: datetime) -> WebhookDelivery | None:
    """The message that is to be sent to the endpoint next, where its time has come."""
    first = endpoint.deliveries.filter(state=State.PENDING).order_by("id").first()
    waits = first is not None and first.next_attempt_at is not None and first.next_attempt_at > now
    return None if waits else first


@transaction.atomic
def _next(endpoint_id: int) -> WebhookDelivery | None:
    """The message to send now, its endpoint marked as busy."""
    now = timezone.now()
    endpoint = (
        WebhookEndpoint.objects.select_for_update(of=("self",))
        .filter(Q(busy_until__isnull=True) | Q(busy_until__lte=now))
        .filter(pk=endpoint_id, active=True, owner__is_active=True)
        .first()
    )
    delivery = _due(endpoint, now) if endpoint else None
    if endpoint and delivery:
        endpoint.busy_until = now + _BUSY_FOR
        endpoint.save(update_fields=["busy_until"])
        delivery.endpoint = endpoint
    return delivery


def _attempt(delivery: WebhookDelivery, permits: Callable[[Address], bool]) -> bool:
    """Send the message once and write down what came of it; whether it was taken."""
    now = timezone.now()
    body = orjson.dumps(delivery.payload)
    headers = signed_headers(
        message_id=delivery.message_id, at=now, body=body, secrets=_secrets(delivery.endpoint, now)
    )
    delivery.attempts += 1
    delivery.first_attempt_at = delivery.first_attempt_at or now
    try:
        delivery.last_status = post(delivery.endpoint.url, body, headers, permits=permits)
    except PostError as error:
        _failed(delivery, error)
        return False
    delivery.state, delivery.delivered_at = State.DELIVERED, timezone.now()
    delivery.last_error, delivery.next_attempt_at = "", None
    delivery.save()
    return True


def _failed(delivery: WebhookDelivery, error: PostError) -> None:
    delivery.last_status, delivery.last_error = error.status, str(error)[:_LONGEST_ERROR]
    delivery.next_attempt_at = timezone.now() + pause_after(delivery.attempts)
    first = delivery.first_attempt_at or timezone.now()
    if delivery.next_attempt_at > first + GIVEN_UP_AFTER:
        delivery.state, delivery.next_attempt_at = State.DEAD, None
    delivery.save()
    if error.status == _GONE:
        silence_endpoint(endpoint=delivery.endpoint, reason="It answered 410 Gone.")


def _secrets(endpoint: WebhookEndpoint, now: datetime) -> list[str]:
    """What signs a message now, the newest first."""
    until = endpoint.previous_secret_until
    overlaps = bool(endpoint.previous_secret) and until is not None and until > now
    return [endpoint.secret, *([endpoint.previous_secret] if overlaps else [])]
