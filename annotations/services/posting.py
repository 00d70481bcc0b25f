"""One signed POST to the public Internet."""

import base64
import hashlib
import hmac
from collections.abc import Callable, Sequence
from datetime import datetime

import httpx

from annotations.services.addresses import Address, AddressError, is_public
from annotations.services.outbound import client

DEADLINE_SECONDS = 30.0
_PREFIX = "whsec_"
_HEADERS = {"Content-Type": "application/json", "User-Agent": "Factcheck (webhooks)"}


class PostError(Exception):
    """The message did not arrive: ``status`` is what was answered, None without an answer."""

    def __init__(self, reason: str, status: int | None = None) -> None:
        super().__init__(reason)
        self.status = status


def signed_headers(
    *, message_id: str, at: datetime, body: bytes, secrets: Sequence[str]
) -> dict[str, str]:
    """The headers of Standard Webhooks, with a signature by each secret."""
    timestamp = str(int(at.timestamp()))
    content = b".".join((message_id.encode(), timestamp.encode(), body))
    return {
        "webhook-id": message_id,
        "webhook-timestamp": timestamp,
        "webhook-signature": " ".join(f"v1,{_signature(secret, content)}" for secret in secrets),
    }


def post(
    url: str,
    body: bytes,
    headers: dict[str, str],
    *,
    permits: Callable[[Address], bool] = is_public,
    seconds: float = DEADLINE_SECONDS,
) -> int:
    """Send ``body`` as JSON and return the status of success.

    The host is looked up and checked each time; a redirect is not followed. Raises PostError where
    anything but success comes of it within ``seconds``.
    """
    try:
        with (
            client(seconds=seconds, permits=permits) as web,
            web.stream("POST", url, content=body, headers=headers | _HEADERS) as response,
        ):
            status = response.status_code
    except (httpx.HTTPError, AddressError) as error:
        raise PostError(str(error) or type(error).__name__) from error
    if not 200 <= status < 300:
        raise PostError(f"answered {status}", status)
    return status


def _signature(secret: str, content: bytes) -> str:
    key = base64.b64decode(secret.removeprefix(_PREFIX))
    return base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()
