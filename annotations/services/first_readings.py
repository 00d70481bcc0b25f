"""Storing what was read in articles of which nothing is stored yet: plain inserts, no objects."""

from collections.abc import Mapping, Sequence

from annotations.extraction.version import ENGINE_VERSION
from annotations.models import Article, Claim, Figure, FigureKey
from annotations.services.inserting import insert, insert_alike
from annotations.services.preparing import Place, Prepared, Span

Read = tuple[Article, Prepared]
Claims = Mapping[tuple[int, Place], int]
Figures = Mapping[tuple[int, Span], int]

_STAMP = {"engine_version": ENGINE_VERSION}


def store_first_readings(readings: Sequence[Read]) -> None:
    """Store the claims, figures and keys of articles that have none; within the caller's
    transaction."""
    claims = _insert_claims(readings)
    figures = _insert_figures(readings, claims)
    keys = (
        (figures[article.pk, span], key)
        for article, prepared in readings
        for span, of_figure in prepared.keys.items()
        for key in of_figure
    )
    insert(FigureKey, ("figure", "key"), keys)


def _insert_claims(readings: Sequence[Read]) -> Claims:
    """The ids of the claims."""
    rows = {
        (article.pk, place): {"article_id": article.pk, **columns}
        for article, prepared in readings
        for place, columns in prepared.claims.items()
    }
    return dict(zip(rows, insert_alike(Claim, [*rows.values()], alike=_STAMP), strict=True))


def _insert_figures(readings: Sequence[Read], claims: Claims) -> Figures:
    """The ids of the figures."""
    rows = {
        (article.pk, span): {
            "article_id": article.pk,
            "claim_id": claims[article.pk, prepared.stated_in[span]],
            **columns,
        }
        for article, prepared in readings
        for span, columns in prepared.figures.items()
    }
    return dict(zip(rows, insert_alike(Figure, [*rows.values()], alike=_STAMP), strict=True))
