"""Fetching a page from the public Internet, and from nowhere else."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

import httpx

from annotations.services.addresses import Address, AddressError, checked_address, is_public
from annotations.services.documents import MAX_BYTES

MAX_REDIRECTS = 5
# Of one read or connection, and of the whole page: a server may send a byte now and then.
TIMEOUT_SECONDS = 10.0
DEADLINE_SECONDS = 30.0

_PORTS = {"http": 80, "https": 443}
_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
_HEADERS = {
    "User-Agent": "Factcheck (article ingest)",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9",
}


class FetchError(ValueError):
    """A page that could not be had, and why."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a URL gave: ``url`` is where redirects ended, ``charset`` what the server declared."""

    content: bytes
    url: str
    charset: str
    html: bool


def fetch_page(url: str, *, permits: Callable[[Address], bool] = is_public) -> Page:
    """Fetch the web page or plain text at an http(s) URL.

    Every redirect's host is looked up and checked like the first, and the connection goes to the
    checked address. ``permits`` says which addresses may be connected to. Raises FetchError.
    """
    deadline = time.monotonic() + DEADLINE_SECONDS
    # Proxies of the environment would look the host up themselves, unchecked.
    with httpx.Client(timeout=TIMEOUT_SECONDS, trust_env=False, headers=_HEADERS) as client:
        target = _parsed(url)
        for _ in range(MAX_REDIRECTS + 1):
            try:
                with _request(client, target, permits) as response:
                    if not response.has_redirect_location:
                        return _page(response, target, deadline)
                    target = _parsed(str(target.join(response.headers["Location"])))
            except (httpx.HTTPError, httpx.InvalidURL, AddressError) as error:
                raise FetchError(str(error) or type(error).__name__) from error
    raise FetchError(f"redirects more than {MAX_REDIRECTS} times")


def _parsed(url: str) -> httpx.URL:
    try:
        target = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise FetchError(f"is no valid URL: {error}") from error
    if target.scheme not in _PORTS or not target.host:
        raise FetchError("is no http or https URL")
    if target.userinfo:
        raise FetchError("carries a user name or password")
    return target


def _request(
    client: httpx.Client, target: httpx.URL, permits: Callable[[Address], bool]
) -> AbstractContextManager[httpx.Response]:
    """The request to the checked address, for the host by its name."""
    port = target.port or _PORTS[target.scheme]
    address = checked_address(target.host, port, permits=permits)
    return client.stream(
        "GET",
        target.copy_with(host=str(address)),
        headers={"Host": target.netloc.decode("ascii")},
        extensions={"sni_hostname": target.raw_host.decode("ascii")},
    )


def _page(response: httpx.Response, target: httpx.URL, deadline: float) -> Page:
    if not response.is_success:
        raise FetchError(f"answers {response.status_code} {response.reason_phrase}".rstrip())
    kind = response.headers.get("Content-Type", "").split(";")[0].strip().lower()
    if kind not in _TYPES:
        raise FetchError(f"is of the type {kind or 'unknown'}, not a page or text")
    content = bytearray()
    for chunk in response.iter_bytes():
        content += chunk
        if len(content) > MAX_BYTES:
            raise FetchError(f"is larger than {MAX_BYTES:,} bytes")
        if time.monotonic() > deadline:
            raise FetchError(f"took longer than {DEADLINE_SECONDS:.0f} seconds")
    return Page(
        content=bytes(content),
        url=str(target),
        charset=response.charset_encoding or "",
        html=kind != "text/plain",
    )
