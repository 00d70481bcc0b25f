"""One signed POST to the public Internet."""

import base64
import hashlib
import hmac
from collections.abc import Callable, Sequence
from datetime import datetime

import httpx

from annotations.services.addresses import Address, AddressError, checked_address, is_public

TIMEOUT_SECONDS = 15.0
_PORTS = {"http": 80, "https": 443}
_PREFIX = "whsec_"


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
) -> int:
    """Send ``body`` as JSON and return the status of success.

    The host is looked up and checked each time, and the connection goes to the checked address; a
    redirect is not followed. Raises PostError where anything but success comes of it.
    """
    target = httpx.URL(url)
    try:
        address = checked_address(
            target.host, target.port or _PORTS[target.scheme], permits=permits
        )
        with (
            httpx.Client(timeout=TIMEOUT_SECONDS, trust_env=False) as client,
            client.stream(
                "POST",
                target.copy_with(host=str(address)),
                content=body,
                headers=headers
                | {
                    "Host": target.netloc.decode("ascii"),
                    "Content-Type": "application/json",
                    "User-Agent": "Factcheck (webhooks)",
                },
                extensions={"sni_hostname": target.raw_host.decode("ascii")},
            ) as response,
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
