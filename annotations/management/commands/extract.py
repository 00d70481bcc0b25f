"""``manage.py extract``: texts as JSON Lines in, their claims and figures out.

A line is {"id", "text"} and may have "title" and "published_at" (ISO 8601). For each comes,
before more input is waited for, a line {"id", "claims", "figures"}; spans are code points of the
text as given. A line that cannot be read gives {"id", "error"}, and reading goes on; so does
one at which the reader itself fails, with the claims and figures that come before the fault. No
database is used, and no more memory for a long text than for a short one.

A figure has ``value`` where it is a point, ``low`` and ``high`` (null where open) always. Its
``modifier`` is in words: "exact", "about", "nearly", "at least", "more than", "at most",
"less than", or, where the figure is a change that nothing bounds, the way it goes: "up", "down".
``direction`` is the way a change goes, null for a level. A range whose ends are both stated is
"exact". ``noun`` is what is counted, as written; ``claim`` indexes ``claims``.
"""

import gc
import os
import shutil
import sys
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import IO, Any

import orjson
from django.core.management.base import BaseCommand

from annotations.extraction.reader import read_passages
from annotations.extraction.types import Claim, Figure, Modifier, Reading
from annotations.management.jsonarrays import JsonArray
from annotations.management.jsonlines import BadLineError, Row, lines

_IN_WORDS = {modifier: modifier.value.replace("_", " ") for modifier in Modifier} | {
    Modifier.RANGE: Modifier.EXACT.value
}
_RATE = " per "
_SENT_AT_ONCE = 65_536  # bytes of answers, as many as a pipe holds
_HELD_IN_MEMORY = 8_000_000  # bytes of a text's figures; more wait in a file


class Command(BaseCommand):
    help = "Read claims and figures from texts given as JSON Lines on stdin; JSON Lines on stdout."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        gc.freeze()  # what the program itself consists of is never garbage
        with (
            os.fdopen(sys.stdout.fileno(), "wb", _SENT_AT_ONCE, closefd=False) as out,
            SpooledTemporaryFile(max_size=_HELD_IN_MEMORY) as held,
        ):
            for _, line in lines(sys.stdin.buffer, before_waiting=out.flush):
                _answer(line, out, held)


def _answer(line: bytearray, out: IO[bytes], held: IO[bytes]) -> None:
    """Write what a line is answered with; ``held`` is empty, and is so again at the end."""
    try:
        row = Row.parse(line)
        text, title = row.text("text"), row.optional("title")
        published = row.day("published_at")
    except BadLineError as error:
        out.write(orjson.dumps({"id": error.identifier, "error": str(error)}) + b"\n")
        return
    passages = read_passages(text, title=title, published=published)
    write_reading(row.identifier, passages, out, held)


def write_reading(
    identifier: str | int, passages: Iterator[Reading], out: IO[bytes], held: IO[bytes]
) -> None:
    """Write the line of a text while it is read; its figures are held until its claims are out.

    Where reading fails, the line has what was read before, and "error".
    """
    claims, figures = JsonArray(_claims), JsonArray(_figures)
    fault = b""
    out.write(b'{"id":%b,"claims":[' % orjson.dumps(identifier))
    try:
        for passage in passages:
            claims.extend(passage.claims, out)
            figures.extend(passage.figures, held)
    except Exception as error:  # a fault in the reader must not end the filter for other texts
        fault = b',"error":' + orjson.dumps(f"the text could not be read: {error!r}")
    claims.flush(out)
    out.write(b'],"figures":[')
    if figures.begun:
        held.seek(0)
        shutil.copyfileobj(held, out)
        held.seek(0)
        held.truncate()
    figures.flush(out)
    out.write(b"]%b}\n" % fault)


def _claims(claims: list[Claim]) -> bytes:
    return orjson.dumps([_claim(claim) for claim in claims])


def _figures(figures: list[Figure]) -> bytes:
    return orjson.dumps([_figure(figure) for figure in figures])


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "kind": claim.kind,
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
