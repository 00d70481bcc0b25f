"""Exports: all claims, figures, groups or verdicts of a story or of everything, row by row.

No export tells of reviews before a claim's verdict is signed, nor of what was withdrawn. Claims
and figures of superseded articles are left out; verdicts that stand on them are not.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Prefetch, QuerySet

from annotations.models import Claim, Figure, FigureGroup, FigureLink, Story, Verdict
from annotations.selectors.mentions import figure_text
from annotations.selectors.reviews import RULED, verdicts_current
from annotations.selectors.tabular import csv_lines
from annotations.selectors.values import quantity_text

# Rows held in memory at a time.
_CHUNK = 500

# A column's value: a path of attributes (None where one of them is missing), or a function.
Column = str | Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Export:
    """One kind of export: its rows, the path from a row to its story, and its columns."""

    rows: Callable[[], QuerySet[Any]]
    story: str
    columns: Mapping[str, Column]


def export_rows(kind: str, story: Story | None = None) -> Iterator[dict[str, Any]]:
    """The rows of one of ``EXPORTS``, of the story where one is given; memory stays flat.

    Raises KeyError for an unknown kind.
    """
    export = EXPORTS[kind]
    rows = export.rows()
    if story is not None:
        rows = rows.filter(**{export.story: story})
    for row in rows.order_by("id").iterator(chunk_size=_CHUNK):
        yield {name: _value(row, column) for name, column in export.columns.items()}


def _jsonl(kind: str, story: Story | None) -> Iterator[str]:
    for row in export_rows(kind, story):
        yield json.dumps(row, cls=DjangoJSONEncoder, ensure_ascii=False) + "\n"


def _csv(kind: str, story: Story | None) -> Iterator[str]:
    return csv_lines(export_rows(kind, story), EXPORTS[kind].columns)


# The forms an export is written in, line by line, of the kind and story that ``export_rows`` takes.
EXPORT_LINES: Mapping[str, Callable[[str, Story | None], Iterator[str]]] = {
    "jsonl": _jsonl,
    "csv": _csv,
}


def _value(row: Any, column: Column) -> Any:
    if callable(column):
        return column(row)
    try:
        return reduce(lambda found, name: found and getattr(found, name), column.split("."), row)
    except ObjectDoesNotExist:
        return None


def _claims() -> QuerySet[Claim]:
    return (
        Claim.objects.filter(withdrawn_at__isnull=True, article__superseded_by__isnull=True)
        .select_related("article__source", "article__story")
        .defer("article__text", "context")
        .prefetch_related(Prefetch("verdicts", verdicts_current()))
    )


def _figures() -> QuerySet[Figure]:
    return (
        Figure.objects.filter(
            withdrawn_at__isnull=True,
            claim__withdrawn_at__isnull=True,
            article__superseded_by__isnull=True,
        )
        .select_related("article__source", "article__story", "link")
        .defer("article__text")
    )


def _groups() -> QuerySet[FigureGroup]:
    links = (
        FigureLink.objects.select_related("figure__article__source")
        .defer("figure__article__text")
        .order_by("figure__article__published_at", "figure__article_id", "figure__start")
    )
    return FigureGroup.objects.select_related("story").prefetch_related(
        Prefetch("links", links), "origins", "relations_first__second", "relations_second__first"
    )


def _of_verdict(name: str) -> Callable[[Claim], Any]:
    """The column of the verdict that stands; None while the claim is under review."""

    def value(claim: Claim) -> Any:
        verdicts: list[Verdict] = list(claim.verdicts.all()) if claim.state in RULED else []
        return getattr(verdicts[0], name) if verdicts else None

    return value


def _stated(group: FigureGroup) -> list[str]:
    return [
        f"{link.figure.article.source.name}: {figure_text(link.figure)}"
        for link in group.links.all()
    ]


def _relations(group: FigureGroup) -> list[str]:
    related = [(item.relation, item.second) for item in group.relations_first.all()]
    related += [(item.relation, item.first) for item in group.relations_second.all()]
    return [
        f"{relation} {quantity_text(other.low, other.high, unit=other.unit)} (group {other.pk})"
        for relation, other in related
    ]


def _where(article: str) -> dict[str, Column]:
    return {
        "story": f"{article}.story.title",
        "source": f"{article}.source.name",
        "article": f"{article}.id",
        "title": f"{article}.title",
        "url": f"{article}.url",
        "published_at": f"{article}.published_at",
    }


def _same(*names: str) -> dict[str, Column]:
    return {name: name for name in names}


EXPORTS: dict[str, Export] = {
    "claims": Export(
        rows=_claims,
        story="article__story",
        columns={
            "id": "id",
            **_where("article"),
            **_same("start", "end", "text", "kind", "speaker", "score", "state", "version"),
            "verdict": _of_verdict("rating"),
            "ruling": _of_verdict("ruling"),
            "signed_at": _of_verdict("signed_at"),
        },
    ),
    "figures": Export(
        rows=_figures,
        story="article__story",
        columns={
            "id": "id",
            **_where("article"),
            "claim": "claim_id",
            **_same("start", "end", "text", "low", "high", "modifier", "unit", "counted"),
            **_same("counted_text", "event", "direction", "standing", "place", "time", "actor"),
            **_same("as_of", "speaker"),
            "group": "link.group_id",
            "relation": "link.relation",
            "status": "link.status",
            "link_score": "link.score",
        },
    ),
    "groups": Export(
        rows=_groups,
        story="story",
        columns={
            "id": "id",
            "story": "story.title",
            **_same("key", "label", "unit", "counted", "event", "low", "high"),
            **_same("outlets", "independent_origins"),
            "origins": lambda group: [origin.label for origin in group.origins.all()],
            "figures": lambda group: [link.figure_id for link in group.links.all()],
            "stated": _stated,
            "relations": _relations,
        },
    ),
    "verdicts": Export(
        rows=lambda: verdicts_current().defer("claim__article__text", "evidence"),
        story="claim__article__story",
        columns={
            "id": "id",
            **_where("claim.article"),
            "claim": "claim_id",
            "text": "claim.text",
            "state": "claim.state",
            **_same("rating", "ruling", "unknown", "methodology"),
            "signed_by": "signed_by.username",
            **_same("signed_at", "stale_at", "stale_reason"),
        },
    ),
}
