"""An article's text cut at its claims and figures, for a template to mark and escape.

Spans are in Unicode code points of the text. Claims may overlap: each stretch of text belongs to
the shortest claim over it, so that a quotation inside a longer claim can still be picked.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple, Protocol

_LINE = re.compile(r"[^\n\r]*\S[^\n\r]*")


class Span(Protocol):
    """What stands on text[start:end]: a claim or a figure."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, and the figure it is part of."""

    text: str
    figure: Span | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring pieces of one claim (or of none), from ``start`` of the text on; ``first``
    where the claim begins."""

    claim: Span | None
    pieces: tuple[Piece, ...]
    first: bool = False
    start: int = 0


Paragraph = tuple[Run, ...]


class _Cut(NamedTuple):
    line: int
    start: int
    claim: Span | None
    piece: Piece


def paragraphs(text: str, claims: Iterable[Span], figures: Iterable[Span] = ()) -> list[Paragraph]:
    """The lines of ``text`` that are not blank, each as runs that together spell it out."""
    begun: set[Span | None] = {None}
    result = []
    for _, line in groupby(_cuts(text, list(claims), list(figures)), key=lambda cut: cut.line):
        runs = []
        for claim, found in groupby(line, key=lambda cut: cut.claim):
            cuts = list(found)
            pieces = tuple(cut.piece for cut in cuts)
            runs.append(Run(claim, pieces, first=claim not in begun, start=cuts[0].start))
            begun.add(claim)
        result.append(tuple(runs))
    return result


def _cuts(text: str, claims: list[Span], figures: list[Span]) -> Iterator[_Cut]:
    """The text between all neighbouring edges of lines and spans, line breaks left out."""
    claim_at, figure_at = _Sweep(claims), _Sweep(figures)
    lines = [match.span() for match in _LINE.finditer(text)]
    span_edges = {edge for span in (*claims, *figures) for edge in (span.start, span.end)}
    edges = sorted(span_edges.union(*lines)) if lines else []
    number = 0
    for left, right in pairwise(edges):
        while number < len(lines) and lines[number][1] <= left:
            number += 1
        if number < len(lines) and lines[number][0] <= left:
            piece = Piece(text[left:right], figure_at.shortest(left))
            yield _Cut(number, left, claim_at.shortest(left), piece)


class _Sweep:
    """Spans asked for by position, the positions never falling."""

    def __init__(self, spans: list[Span]) -> None:
        self._waiting = deque(sorted(spans, key=lambda span: span.start))
        self._open: list[Span] = []

    def shortest(self, position: int) -> Span | None:
        """The shortest span over ``position``, the first given of equals."""
        while self._waiting and self._waiting[0].start <= position:
            self._open.append(self._waiting.popleft())
        self._open = [span for span in self._open if span.end > position]
        return min(self._open, key=lambda span: span.end - span.start, default=None)


def excerpt(lines: list[Paragraph], claim: Span) -> list[Paragraph]:
    """The lines that ``claim`` stands in, with one before and one after."""
    holding = [n for n, line in enumerate(lines) if any(run.claim == claim for run in line)]
    return lines[max(holding[0] - 1, 0) : holding[-1] + 2] if holding else []
