"""Fetching a page from the public Internet, and from nowhere else."""

from collections.abc import Callable
from dataclasses import dataclass

import httpx

from annotations.extraction.cleaning.document import Document
from annotations.services.addresses import Address, AddressError, is_public
from annotations.services.documents import MAX_BYTES, page_document, text_document
from annotations.services.outbound import PORTS, client

MAX_REDIRECTS = 5
DEADLINE_SECONDS = 30.0

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


def fetch_page(
    url: str,
    *,
    permits: Callable[[Address], bool] = is_public,
    seconds: float = DEADLINE_SECONDS,
) -> Page:
    """Fetch the web page or plain text at an http(s) URL, redirects and all, in ``seconds``.

    ``permits`` says which addresses may be connected to. Raises FetchError.
    """
    target = _parsed(url)
    with client(seconds=seconds, permits=permits) as web:
        for _ in range(MAX_REDIRECTS + 1):
            try:
                with web.stream("GET", target, headers=_HEADERS) as response:
                    if not response.has_redirect_location:
                        return _page(response, target)
                    target = _parsed(str(target.join(response.headers["Location"])))
            except (httpx.HTTPError, httpx.InvalidURL, AddressError) as error:
                raise FetchError(str(error) or type(error).__name__) from error
    raise FetchError(f"redirects more than {MAX_REDIRECTS} times")


def fetched_document(page: Page) -> Document:
    """The article in what was fetched. Raises DocumentError."""
    if page.html:
        return page_document(page.content, url=page.url, charset=page.charset)
    return text_document(page.content, url=page.url)


def _parsed(url: str) -> httpx.URL:
    try:
        target = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise FetchError(f"is no valid URL: {error}") from error
    if target.scheme not in PORTS or not target.host:
        raise FetchError("is no http or https URL")
    if target.userinfo:
        raise FetchError("carries a user name or password")
    return target


def _page(response: httpx.Response, target: httpx.URL) -> Page:
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
    return Page(
        content=bytes(content),
        url=str(target),
        charset=response.charset_encoding or "",
        html=kind != "text/plain",
    )
