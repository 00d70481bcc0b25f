"""JSON arrays that are written while their elements come."""

from collections.abc import Callable, Iterable
from typing import IO, Any

_BATCH = 512  # elements


class JsonArray:
    """What stands between the brackets of an array; the elements are encoded batch by batch.

    ``encode`` gives the JSON of a list of elements. ``begun`` tells that a batch was written.
    """

    def __init__(self, encode: Callable[[list[Any]], bytes]) -> None:
        self.begun = False
        self._encode = encode
        self._batch: list[Any] = []

    def extend(self, elements: Iterable[Any], out: IO[bytes]) -> None:
        self._batch.extend(elements)
        if len(self._batch) >= _BATCH:
            self.flush(out)

    def flush(self, out: IO[bytes]) -> None:
        """Write the elements that wait for a full batch."""
        if not self._batch:
            return
        if self.begun:
            out.write(b",")
        out.write(self._encode(self._batch)[1:-1])
        self.begun = True
        self._batch.clear()
