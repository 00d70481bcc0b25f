"""Fetching pages, against a server on this machine; only a test may permit its address."""

import ipaddress
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from annotations.services.addresses import Address, AddressError, checked_address, is_public
from annotations.services.documents import MAX_BYTES
from annotations.services.fetch import MAX_REDIRECTS, FetchError, fetch_page

PAGE = b"<html><body><p>Nine sailors were hurt.</p></body></html>"


class Handler(BaseHTTPRequestHandler):
    seen: list[tuple[str, str]] = []

    def do_GET(self) -> None:
        self.seen.append((self.path, self.headers["Host"]))
        answer = getattr(self, f"_{self.path.strip('/').replace('-', '_')}", self._missing)
        answer()

    def _page(self) -> None:
        self._send(200, PAGE, "text/html; charset=iso-8859-1")

    def _text(self) -> None:
        self._send(200, b"plain", "text/plain")

    def _image(self) -> None:
        self._send(200, b"...", "image/png")

    def _large(self) -> None:
        self._send(200, b"x" * (MAX_BYTES + 1), "text/html")

    def _missing(self) -> None:
        self._send(404, b"no", "text/html")

    def _moved(self) -> None:
        self._redirect("/page")

    def _loop(self) -> None:
        self._redirect("/loop")

    def _inward(self) -> None:
        self._redirect(f"http://127.0.0.2:{self.server.server_port}/page")

    def _to_file(self) -> None:
        self._redirect("file:///etc/passwd")

    def _slow_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        self._drip()

    def _slow_body(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        self._drip()

    def _drip(self) -> None:
        with suppress(OSError):
            for _ in range(100):
                self.wfile.write(b"x")
                time.sleep(0.1)

    def _redirect(self, location: str) -> None:
        self.send_response(302)
        self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def base() -> Iterator[str]:
    Handler.seen = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def _here(address: Address) -> bool:
    return str(address) == "127.0.0.1"


def test_a_page_comes_with_its_charset(base: str) -> None:
    page = fetch_page(f"{base}/page", permits=_here)
    assert (page.content, page.charset, page.html) == (PAGE, "iso-8859-1", True)


def test_plain_text_is_no_page(base: str) -> None:
    assert not fetch_page(f"{base}/text", permits=_here).html


def test_a_redirect_is_followed_to_its_end(base: str) -> None:
    assert fetch_page(f"{base}/moved", permits=_here).url == f"{base}/page"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        pytest.param("nowhere", "answers 404", id="not found"),
        pytest.param("image", "is of the type image/png", id="image"),
        pytest.param("large", "is larger than 10,485,760 bytes", id="too large"),
        pytest.param("loop", f"redirects more than {MAX_REDIRECTS} times", id="redirect loop"),
        pytest.param("inward", r"127.0.0.2 is inside the network", id="redirect inside"),
        pytest.param("to-file", "is no http or https URL", id="redirect to a file"),
    ],
)
def test_what_is_no_page_is_refused_with_the_reason(base: str, path: str, reason: str) -> None:
    with pytest.raises(FetchError, match=reason):
        fetch_page(f"{base}/{path}", permits=_here)


@pytest.mark.parametrize("path", ["slow-headers", "slow-body"])
def test_a_server_that_sends_a_byte_now_and_then_is_not_waited_for(base: str, path: str) -> None:
    with pytest.raises(FetchError, match=r"took longer than 0.5 seconds"):
        fetch_page(f"{base}/{path}", permits=_here, seconds=0.5)


def test_the_inner_address_of_a_redirect_is_never_connected_to(base: str) -> None:
    with pytest.raises(FetchError):
        fetch_page(f"{base}/inward", permits=_here)
    assert [path for path, _ in Handler.seen] == ["/inward"]


def test_an_address_of_this_machine_is_refused_before_any_request(base: str) -> None:
    with pytest.raises(FetchError, match="inside the network"):
        fetch_page(f"{base}/page")
    assert Handler.seen == []


def test_the_server_is_asked_for_the_host_by_its_name(base: str) -> None:
    port = base.rpartition(":")[2]
    fetch_page(f"http://localhost:{port}/page", permits=lambda address: True)
    assert Handler.seen == [("/page", f"localhost:{port}")]


def test_the_host_is_looked_up_once_and_that_address_connected_to(
    base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up = []
    port = int(base.rpartition(":")[2])

    def rebinding(host: str, *args: object, **kwargs: object) -> list[object]:
        looked_up.append(host)
        address = "127.0.0.1" if looked_up.count("rebinding.example") == 1 else "127.0.0.2"
        if host != "rebinding.example":
            address = host
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    assert fetch_page(f"http://rebinding.example:{port}/page", permits=_here).content == PAGE
    assert looked_up.count("rebinding.example") == 1


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        pytest.param("file:///etc/passwd", "is no http or https URL", id="file"),
        pytest.param("gopher://a.example/", "is no http or https URL", id="gopher"),
        pytest.param("https://", "is no http or https URL", id="no host"),
        pytest.param("https://user:pass@a.example/", "user name", id="credentials"),
        pytest.param("http://a.invalid/", "cannot be found", id="unknown host"),
        pytest.param("http://[::1", "is no valid URL", id="broken"),
    ],
)
def test_a_url_that_is_not_fetched_is_refused_with_the_reason(url: str, reason: str) -> None:
    with pytest.raises(FetchError, match=reason):
        fetch_page(url)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "::127.0.0.1",
        "64:ff9b:1::7f00:1",
        "fec0::1",
        "192.0.0.8",
        "192.88.99.1",
    ],
)
def test_addresses_inside_a_network_are_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700::1111", "64:ff9b::101:101"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "127.1", "0177.0.0.1"])
def test_numbers_that_stand_for_this_machine_are_seen_through(host: str) -> None:
    with pytest.raises(AddressError):
        checked_address(host, 80)
