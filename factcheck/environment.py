"""Typed settings from environment variables; a bad value is refused by its name."""

import os
from collections.abc import Callable, Collection
from pathlib import Path
from zoneinfo import ZoneInfo

import environ
from django.core.exceptions import ImproperlyConfigured

_TRUE = ("true", "yes", "on", "1")
_FALSE = ("false", "no", "off", "0")
_SHORTEST_KEY = 32


class Environment:
    """Reads variables; ``names`` are all that were asked for, in that order.

    Every method raises ImproperlyConfigured with the variable's name, what was expected and, where
    it is no secret, what was found. ``default`` stands in for a variable that is not set.
    """

    def __init__(self) -> None:
        self.names: list[str] = []

    def read_file(self, path: Path) -> None:
        """Take the variables of a ``.env`` file that the process does not have itself."""
        if path.is_file():
            environ.Env.read_env(path, encoding="utf-8")

    def text(self, name: str, default: str = "") -> str:
        self.names.append(name)
        return os.environ.get(name, default).strip()

    def flag(self, name: str, *, default: bool = False) -> bool:
        value = self.text(name, str(default)).lower()
        _require(value in _TRUE + _FALSE, name, f"one of {_listed(_TRUE + _FALSE)}", value)
        return value in _TRUE

    def number(self, name: str, default: int, *, least: int, most: int) -> int:
        value = self.text(name, str(default))
        fits = value.isdecimal() and len(value) < 10 and least <= int(value) <= most
        _require(fits, name, f"a whole number from {least} to {most}", value)
        return int(value)

    def choice(self, name: str, default: str, *, of: Collection[str]) -> str:
        value = self.text(name, default).upper()
        _require(value in of, name, f"one of {_listed(of)}", value)
        return value

    def words(self, name: str, default: Collection[str] = ()) -> list[str]:
        """A list with commas between."""
        value = self.text(name, ",".join(default))
        return [word.strip() for word in value.split(",") if word.strip()]

    def origins(self, name: str) -> list[str]:
        origins = self.words(name)
        for origin in origins:
            scheme, separator, host = origin.partition("://")
            fits = scheme in ("http", "https") and bool(separator and host)
            _require(fits, name, "addresses such as https://factcheck.example.org", origin)
        return origins

    def time_zone(self, name: str, default: str) -> str:
        value = self.text(name, default)
        _require(_succeeds(lambda: ZoneInfo(value)), name, "a zone such as Europe/Oslo", value)
        return value

    def secret(self, name: str) -> str:
        """A key, or "" where none is set: who needs one refuses to start without it."""
        value = self.text(name)
        if value and len(value) < _SHORTEST_KEY:
            raise ImproperlyConfigured(
                f"{name}: expected {_SHORTEST_KEY} random characters or more, got {len(value)}."
            )
        return value

    def url(self, name: str, default: str, *, schemes: Collection[str]) -> str:
        """An address with one of ``schemes``; empty only where the default is."""
        value = self.text(name, default)
        scheme = value.partition("://")[0] if "://" in value else ""
        fits = scheme in schemes if value else not default
        expected = f"an address that begins with {_listed(schemes, '://')}"
        _require(fits, name, expected, scheme and f"{scheme}://…")
        return value

    def database(self, name: str, default: str) -> dict[str, object]:
        """Django's settings of the database at an address."""
        address = self.url(name, default, schemes=("sqlite", "postgres", "postgresql"))
        expected = "an address such as postgres://user:password@host:5432/name"
        try:
            database: dict[str, object] = environ.Env.db_url_config(address)
        except ValueError as error:
            raise ImproperlyConfigured(f"{name}: expected {expected}: {error}.") from error
        _require(bool(database["NAME"]), name, expected, "one without a name")
        return database


def _require(fits: bool, name: str, expected: str, found: str) -> None:  # noqa: FBT001
    if not fits:
        raise ImproperlyConfigured(f"{name}: expected {expected}, got {found!r}.")


def _succeeds(attempt: Callable[[], object]) -> bool:
    try:
        attempt()
    except (ValueError, OSError, KeyError):
        return False
    return True


def _listed(words: Collection[str], suffix: str = "") -> str:
    *others, last = (f"{word}{suffix}" for word in words)
    return f"{', '.join(others)} or {last}" if others else last
