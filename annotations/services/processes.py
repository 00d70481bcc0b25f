"""Work that needs no database, spread over the machine's cores; results in the order given."""

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import parent_process
from typing import Any, TypeVar

import django

Kept = TypeVar("Kept")
Item = TypeVar("Item")
Result = TypeVar("Result")

# Articles; fewer are read and linked before processes have started.
MANY = 100
# Rows and readings refer to each other in no circles: looking for some after every few hundred
# objects took an eighth of all the time.
_RARELY = (100_000, 50, 100)
_AHEAD = 2 * (os.cpu_count() or 1)


class ThisProcess(Executor):
    """Does each piece of work at once, in the process that asks for it."""

    def submit(self, fn: Callable[..., Result], /, *args: Any, **kwargs: Any) -> Future[Result]:
        future: Future[Result] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


@contextmanager
def workers(articles: int) -> Iterator[Executor]:
    """As many processes as the machine has cores, where there is work enough for them."""
    few = articles < MANY
    executor = ThisProcess() if few else ProcessPoolExecutor(os.cpu_count(), initializer=_begin)
    usual = gc.get_threshold()
    gc.set_threshold(*_RARELY)
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)
        gc.set_threshold(*usual)


def in_order(
    executor: Executor, act: Callable[[Item], Result], work: Iterable[tuple[Kept, Item]]
) -> Iterator[tuple[Kept, Future[Result]]]:
    """What ``act`` makes of each item, with what was given to keep beside it. A few items are
    worked on ahead of the caller."""
    started: deque[tuple[Kept, Future[Result]]] = deque()
    for kept, item in work:
        started.append((kept, executor.submit(act, item)))
        if len(started) > _AHEAD:
            yield started.popleft()
    yield from started


def _begin() -> None:
    """Whoever stops the command stops its first process, which lets the others finish; should
    that one be killed, they end as well."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*_RARELY)
    django.setup()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
