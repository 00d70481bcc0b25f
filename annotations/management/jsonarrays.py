"""JSON arrays that are written while their elements come."""

from collections.abc import Callable, Iterable
from typing import IO, Any

_BATCH = 512  # elements


class JsonArray:
    """What stands between the brackets of an array; the elements are encoded batch by batch.

    ``encode`` gives the JSON of a list of elements.
    """

    def __init__(self, out: IO[bytes], encode: Callable[[list[Any]], bytes]) -> None:
        self._out = out
        self._encode = encode
        self._batch: list[Any] = []
        self._begun = False

    def extend(self, elements: Iterable[Any]) -> None:
        self._batch.extend(elements)
        if len(self._batch) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Write the elements that wait for a full batch."""
        if not self._batch:
            return
        if self._begun:
            self._out.write(b",")
        self._out.write(self._encode(self._batch)[1:-1])
        self._begun = True
        self._batch.clear()
