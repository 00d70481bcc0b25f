"""Webhook endpoints: added, changed, given new secrets, removed."""

import base64
import secrets
from collections.abc import Collection
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from annotations.models import Story, User, WebhookEndpoint
from annotations.selectors.changes import KINDS, settled_changes
from annotations.services.addresses import AddressError, checked_address
from annotations.services.changes import record_change
from annotations.services.errors import InputError
from annotations.services.outbound import PORTS

MOST_ENDPOINTS = 20
# How long the secret before signs as well, so that receivers can change over.
OVERLAP = timedelta(days=1)
_SECRET_BYTES = 32


def add_endpoint(
    *,
    owner: User,
    url: str,
    kinds: Collection[str] = (),
    story: Story | None = None,
    description: str = "",
) -> WebhookEndpoint:
    """Send ``owner`` what changes from now on; the secret is shown to nobody later.

    Raises InputError for an address that is taken, malformed or not of the public Internet.
    """
    # Before the transaction: names may take long to look up.
    _check_address(url)
    with transaction.atomic():
        # So that the owner's endpoints are counted one by one.
        User.objects.select_for_update(no_key=True).get(pk=owner.pk)
        if _endpoints(owner).count() >= MOST_ENDPOINTS:
            raise InputError("url", f"There are {MOST_ENDPOINTS} endpoints already, the most.")
        _refuse_double(owner, url)
        endpoint = WebhookEndpoint.objects.create(
            owner=owner,
            url=url,
            kinds=_checked_kinds(kinds),
            story=story,
            description=description,
            secret=_new_secret(),
            last_change=settled_changes(owner).last(),
        )
        _record(endpoint, "webhook.added", after=_described(endpoint))
    return endpoint


def change_endpoint(*, endpoint: WebhookEndpoint, **fields: Any) -> WebhookEndpoint:
    """Set ``url``, ``kinds``, ``story``, ``description`` or ``active``. Raises InputError."""
    if "url" in fields and fields["url"] != endpoint.url:
        _check_address(fields["url"])
    with transaction.atomic():
        endpoint = WebhookEndpoint.objects.select_for_update().get(pk=endpoint.pk)
        before = _described(endpoint)
        if "url" in fields and fields["url"] != endpoint.url:
            _refuse_double(endpoint.owner, fields["url"])
            endpoint.url = fields["url"]
        endpoint.kinds = _checked_kinds(fields.get("kinds", endpoint.kinds))
        endpoint.story = fields.get("story", endpoint.story)
        endpoint.description = fields.get("description", endpoint.description)
        endpoint.active = fields.get("active", endpoint.active)
        endpoint.inactive_reason = "" if endpoint.active else endpoint.inactive_reason
        endpoint.save(
            update_fields=["url", "kinds", "story", "description", "active", "inactive_reason"]
        )
        _record(endpoint, "webhook.changed", before=before, after=_described(endpoint))
    return endpoint


@transaction.atomic
def rotate_secret(*, endpoint: WebhookEndpoint, overlap: timedelta = OVERLAP) -> WebhookEndpoint:
    """Give the endpoint a new secret; for ``overlap`` the one before signs every message too."""
    endpoint = WebhookEndpoint.objects.select_for_update().get(pk=endpoint.pk)
    endpoint.previous_secret, endpoint.secret = endpoint.secret, _new_secret()
    endpoint.previous_secret_until = timezone.now() + overlap
    endpoint.save(update_fields=["secret", "previous_secret", "previous_secret_until"])
    _record(endpoint, "webhook.secret_rotated")
    return endpoint


@transaction.atomic
def remove_endpoint(*, endpoint: WebhookEndpoint) -> None:
    """Send nothing there any more; what was sent stays on record."""
    removed = WebhookEndpoint.objects.filter(pk=endpoint.pk, removed_at__isnull=True).update(
        removed_at=timezone.now(), active=False
    )
    if removed:
        _record(endpoint, "webhook.removed")


@transaction.atomic
def silence_endpoint(*, endpoint: WebhookEndpoint, reason: str) -> None:
    """Stop sending there because the endpoint said so; its owner may start it again."""
    WebhookEndpoint.objects.filter(pk=endpoint.pk).update(active=False, inactive_reason=reason)
    record_change(actor=None, action="webhook.silenced", obj=endpoint, after={"reason": reason})


def _endpoints(owner: User) -> QuerySet[WebhookEndpoint]:
    return WebhookEndpoint.objects.filter(owner=owner, removed_at__isnull=True)


def _refuse_double(owner: User, url: str) -> None:
    if _endpoints(owner).filter(url=url).exists():
        raise InputError("url", "You have an endpoint with this address.")


def _check_address(url: str) -> None:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise InputError("url", "This is not a web address.") from error
    if parts.scheme not in PORTS or not parts.hostname or parts.username or parts.fragment:
        raise InputError("url", "An http(s) address without user name and fragment is needed.")
    try:
        checked_address(parts.hostname, port or PORTS[parts.scheme])
    except AddressError as error:
        raise InputError("url", f"Nothing can be sent there: {error}.") from error


def _checked_kinds(kinds: Collection[str]) -> list[str]:
    unknown = set(kinds) - set(KINDS)
    if unknown:
        raise InputError("kinds", f"There is no kind {min(unknown)}.")
    return sorted(set(kinds))


def _new_secret() -> str:
    """A secret in the form that Standard Webhooks gives it."""
    return f"whsec_{base64.b64encode(secrets.token_bytes(_SECRET_BYTES)).decode()}"


def _described(endpoint: WebhookEndpoint) -> dict[str, Any]:
    return {
        "url": endpoint.url,
        "kinds": endpoint.kinds,
        "story": endpoint.story_id,
        "description": endpoint.description,
        "active": endpoint.active,
    }


def _record(
    endpoint: WebhookEndpoint,
    action: str,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    record_change(actor=endpoint.owner, action=action, obj=endpoint, before=before, after=after)
