"""JSON Lines that commands read: one object a line, errors by line and field."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, BinaryIO

import orjson

_CHUNK = 65_536  # bytes, as many as a pipe holds


class BadLineError(ValueError):
    """What is wrong with a line of input, and the id it has, None where it has none."""

    def __init__(self, message: str, identifier: str | int | None = None) -> None:
        super().__init__(message)
        self.identifier = identifier


def lines(
    stream: BinaryIO, *, before_waiting: Callable[[], None] | None = None
) -> Iterator[tuple[int, bytearray]]:
    """The lines of a stream that hold anything, each with its number and as soon as it is there.

    ``before_waiting`` is called whenever all that has come has been given, to send what the lines
    so far were answered with.
    """
    numbered = enumerate(_lines(stream, before_waiting or _do_nothing), start=1)
    return ((number, line) for number, line in numbered if line and not line.isspace())


def _lines(stream: BinaryIO, before_waiting: Callable[[], None]) -> Iterator[bytearray]:
    begun = bytearray()  # a line whose end has not come
    before_waiting()
    while chunk := os.read(stream.fileno(), _CHUNK):
        *ended, rest = chunk.split(b"\n")
        for part in ended:
            begun += part
            yield begun
            begun = bytearray()
        begun += rest
        before_waiting()
    yield begun


def _do_nothing() -> None:
    pass


@dataclass(frozen=True, slots=True)
class Row:
    """The object of one line. Its methods raise BadLineError with the field's name."""

    identifier: str | int
    fields: dict[str, Any]

    @classmethod
    def parse(cls, line: bytearray) -> "Row":
        """Read a line; it must be an object with an "id", a text or a whole number."""
        try:
            fields = orjson.loads(line)
        except orjson.JSONDecodeError as error:
            raise BadLineError(f"not JSON: {error}") from error
        if not isinstance(fields, dict):
            raise BadLineError("not a JSON object")
        identifier = fields.get("id")
        if not isinstance(identifier, str | int) or isinstance(identifier, bool):
            raise BadLineError("id: a text or a whole number is needed")
        return cls(identifier, fields)

    def text(self, name: str) -> str:
        """A field that must be a text."""
        value = self.fields.get(name)
        if not isinstance(value, str):
            raise BadLineError(f"{name}: a text is needed", self.identifier)
        return value

    def optional(self, name: str) -> str:
        """A text field that may be missing or null, then ""."""
        return "" if self.fields.get(name) is None else self.text(name)

    def day(self, name: str) -> date | None:
        """The day of an ISO 8601 date or time that may be missing."""
        written = self.optional(name)
        if not written:
            return None
        try:
            return datetime.fromisoformat(written).date()
        except ValueError as error:
            raise BadLineError(f"{name}: not an ISO 8601 date", self.identifier) from error
