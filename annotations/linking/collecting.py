"""Putting off Python's search for cycles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """For work that makes values by the hundred thousand and no cycles of them: the search, which
    goes through all of them again and again, takes a third of the time of linking a large story."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
