"""What an article is read into, as the columns that hold it.

This is the part of reading that needs no database, so that it can be done in other processes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from annotations.extraction.reader import read
from annotations.extraction.types import Reading
from annotations.linking import types
from annotations.services.rows import claim_columns, figure_columns

Span = tuple[int, int]
Place = tuple[int, int, str]  # a claim's span and kind
Columns = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Prepared:
    """The columns of an article's claims and figures, without the ids of other rows; ``stated_in``
    is each figure's claim."""

    claims: Mapping[Place, Columns]
    figures: Mapping[Span, Columns]
    stated_in: Mapping[Span, Place]


def read_each(articles: Iterable[types.Article]) -> list[Prepared]:
    """Read the articles, given without their readings."""
    return [prepared(_read(article)) for article in articles]


def prepared(reading: Reading) -> Prepared:
    """The reading as columns; a figure that bounds nothing is left out."""
    places = [(claim.start, claim.end, claim.kind.value) for claim in reading.claims]
    claims = dict(zip(places, map(claim_columns, reading.claims), strict=True))
    figures: dict[Span, Columns] = {}
    stated_in: dict[Span, Place] = {}
    for figure in reading.figures:
        columns = figure_columns(figure)
        if columns["low"] is columns["high"] is None:
            continue
        figures[figure.start, figure.end] = columns
        stated_in[figure.start, figure.end] = places[figure.claim]
    return Prepared(claims, figures, stated_in)


def _read(article: types.Article) -> Reading:
    published = date.fromisoformat(article.published) if article.published else None
    return read(article.text, title=article.title, published=published)
