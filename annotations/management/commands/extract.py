"""``manage.py extract``: texts as JSON Lines in, their claims and figures out.

A line is {"id", "text"} and may have "title" and "published_at" (ISO 8601). For each comes,
before more input is waited for, a line {"id", "claims", "figures"}; spans are code points of the
text as given. A line that cannot be read gives {"id", "error"}, and reading goes on. No database
is used.

A figure has ``value`` where it is a point, ``low`` and ``high`` (null where open) always. Its
``modifier`` is in words: "exact", "about", "nearly", "at least", "more than", "at most",
"less than", or, where the figure is a change that nothing bounds, the way it goes: "up", "down".
``direction`` is the way a change goes, null for a level. A range whose ends are both stated is
"exact". ``noun`` is what is counted, as written; ``claim`` indexes ``claims``.
"""

import gc
import sys
from typing import Any

import orjson
from django.core.management.base import BaseCommand

from annotations.extraction.reader import read
from annotations.extraction.types import Claim, Figure, Modifier
from annotations.management.jsonlines import BadLineError, Row, lines

_IN_WORDS = {modifier: modifier.value.replace("_", " ") for modifier in Modifier} | {
    Modifier.RANGE: Modifier.EXACT.value
}
_RATE = " per "


class Command(BaseCommand):
    help = "Read claims and figures from texts given as JSON Lines on stdin; JSON Lines on stdout."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        out = sys.stdout.buffer
        gc.freeze()  # what the program itself consists of is never garbage
        for _, line in lines(sys.stdin.buffer, before_waiting=out.flush):
            out.write(_answer(line))
        out.flush()


def _answer(line: bytes) -> bytes:
    try:
        row = Row.parse(line)
        text, title = row.text("text"), row.optional("title")
        published = row.day("published_at")
    except BadLineError as error:
        return _written({"id": error.identifier, "error": str(error)})
    try:
        reading = read(text, title=title, published=published)
        return _written(
            {"id": row.identifier, "claims": reading.claims, "figures": reading.figures}
        )
    except Exception as error:  # a fault in the reader must not end the filter for other texts
        return _written({"id": row.identifier, "error": f"the text could not be read: {error!r}"})


def _written(answer: dict[str, Any]) -> bytes:
    """The answer as a line; each claim and figure in it is put on the wire as it is written."""
    return orjson.dumps(
        answer,
        default=_on_wire,
        option=orjson.OPT_APPEND_NEWLINE | orjson.OPT_PASSTHROUGH_DATACLASS,
    )


def _on_wire(part: Claim | Figure) -> dict[str, Any]:
    return _figure(part) if isinstance(part, Figure) else _claim(part)


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "kind": claim.kind.value,
        "speaker": claim.attribution.speaker if claim.attribution else None,
        "score": claim.score,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "text": figure.text,
        "start": figure.start,
        "end": figure.end,
        "value": figure.low if figure.low == figure.high else None,
        "low": figure.low,
        "high": figure.high,
        "modifier": _modifier(figure),
        "direction": figure.direction,
        "unit": figure.unit or None,
        "noun": _noun(figure),
        "event": figure.event or None,
        "claim": figure.claim,
    }


def _modifier(figure: Figure) -> str:
    """What bounds the figure, or the way it goes where nothing does."""
    if figure.direction and _IN_WORDS[figure.modifier] == Modifier.EXACT:
        return figure.direction.value
    return _IN_WORDS[figure.modifier]


def _noun(figure: Figure) -> str | None:
    """What is counted, with what it is counted for each of: "tests per day"."""
    _, rate, each = figure.unit.partition(_RATE)
    return figure.counted_text + rate + each if figure.counted_text else None
