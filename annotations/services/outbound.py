"""Requests to the public Internet, and to nowhere else, which end within a time."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import httpcore
import httpx

from annotations.services.addresses import Address, checked_address, is_public

PORTS = {"http": 80, "https": 443}
# Of one connection, read or write.
STEP_SECONDS = 10.0


def client(*, seconds: float, permits: Callable[[Address], bool] = is_public) -> httpx.Client:
    """A client whose connections go to addresses that are permitted, and end after ``seconds``.

    Every host, a redirect's too, is looked up once, and what was checked is connected to. A server
    that sends a byte now and then is not waited for longer than one that sends none. Besides what
    httpx raises, requests raise AddressError.
    """
    # Proxies of the environment would look the host up themselves, unchecked.
    transport = httpx.HTTPTransport(trust_env=False)
    transport._pool = httpcore.ConnectionPool(
        ssl_context=httpx.create_ssl_context(trust_env=False),
        network_backend=_PublicNetwork(permits, _Deadline(seconds)),
    )
    return httpx.Client(transport=transport, timeout=STEP_SECONDS, trust_env=False)


class _Deadline:
    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._ends = time.monotonic() + seconds

    @contextmanager
    def step(self, timeout: float | None) -> Iterator[float]:
        """How long a step of at most ``timeout`` may take now. Raises ReadTimeout at the end."""
        left = self._ends - time.monotonic()
        try:
            if left <= 0:
                raise httpcore.ReadTimeout
            yield left if timeout is None else min(left, timeout)
        except httpcore.TimeoutException as error:
            if time.monotonic() < self._ends:
                raise
            raise httpcore.ReadTimeout(f"took longer than {self._seconds:g} seconds") from error


class _PublicNetwork(httpcore.SyncBackend):
    def __init__(self, permits: Callable[[Address], bool], deadline: _Deadline) -> None:
        self._permits, self._deadline = permits, deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        address = checked_address(host, port, permits=self._permits)
        with self._deadline.step(timeout) as within:
            stream = super().connect_tcp(str(address), port, within, local_address, socket_options)
        return _Stream(stream, self._deadline)


class _Stream(httpcore.NetworkStream):
    """A connection of which each step ends by the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: _Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        with self._deadline.step(timeout) as within:
            return self._stream.read(max_bytes, within)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        with self._deadline.step(timeout) as within:
            self._stream.write(buffer, within)

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: Any,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        with self._deadline.step(timeout) as within:
            secured = self._stream.start_tls(ssl_context, server_hostname, within)
        return _Stream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
