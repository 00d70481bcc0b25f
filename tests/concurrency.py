"""Several connections at once, for tests on PostgreSQL."""

import time
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import pytest
from django.db import connection

P = ParamSpec("P")
Result = TypeVar("Result")

_LONGEST_SECONDS = 30


def on_its_own(act: Callable[P, Result]) -> Callable[P, Result]:
    """``act`` for a thread: the connection that the thread opens is closed behind it."""

    @wraps(act)
    def acting(*args: P.args, **kwargs: P.kwargs) -> Result:
        try:
            return act(*args, **kwargs)
        finally:
            connection.close()

    return acting


def wait_until_somebody_waits() -> None:
    """Return once another connection stands at a lock."""
    deadline = time.monotonic() + _LONGEST_SECONDS
    with connection.cursor() as cursor:
        while time.monotonic() < deadline:
            # Within a transaction the server would show what it showed the first time.
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity"
                " WHERE datname = current_database() AND wait_event_type = 'Lock'"
            )
            if cursor.fetchone() != (0,):
                return
            time.sleep(0.01)
    pytest.fail("nobody came to wait")
