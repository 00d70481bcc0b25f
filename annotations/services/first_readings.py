"""Storing what was read in articles of which nothing is stored yet: plain inserts, no objects."""

from collections.abc import Mapping, Sequence

from annotations.extraction.version import ENGINE_VERSION
from annotations.models import Article, Claim, Figure
from annotations.services.inserting import insert_alike
from annotations.services.preparing import Place, Prepared

Read = tuple[Article, Prepared]
Claims = Mapping[tuple[int, Place], int]

_STAMP = {"engine_version": ENGINE_VERSION}


def store_first_readings(readings: Sequence[Read]) -> None:
    """Store the claims and figures of articles that have none; within the caller's transaction."""
    _insert_figures(readings, _insert_claims(readings))


def _insert_claims(readings: Sequence[Read]) -> Claims:
    """The ids of the claims."""
    rows = {
        (article.pk, place): {"article_id": article.pk, **columns}
        for article, prepared in readings
        for place, columns in prepared.claims.items()
    }
    return dict(zip(rows, insert_alike(Claim, [*rows.values()], alike=_STAMP), strict=True))


def _insert_figures(readings: Sequence[Read], claims: Claims) -> None:
    rows = [
        {
            "article_id": article.pk,
            "claim_id": claims[article.pk, prepared.stated_in[span]],
            **columns,
        }
        for article, prepared in readings
        for span, columns in prepared.figures.items()
    ]
    insert_alike(Figure, rows, alike=_STAMP)
