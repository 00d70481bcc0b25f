"""Between the engines' values and the columns that hold them."""

import math
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from django.db.models import CharField, Model
from django.utils.dateparse import parse_date

from annotations.extraction import types
from annotations.linking import types as linking
from annotations.models import Article, Claim, Figure

Row = Mapping[str, Any]

# What linking looks at.
CLAIM_COLUMNS = (
    "id", "article_id", "start", "end", "text", "kind", "context", "speaker", "verb", "score",
    "score_parts",
)  # fmt: skip
FIGURE_COLUMNS = (
    "id", "article_id", "claim_id", "start", "end", "text", "low", "high", "modifier", "unit",
    "unit_text", "counted", "counted_modifiers", "counted_text", "event", "direction", "standing",
    "place", "time", "actor", "as_of", "speaker", "verb",
)  # fmt: skip


def claim_columns(claim: types.Claim) -> dict[str, Any]:
    """The columns of a claim that the engine gives."""
    said = claim.attribution
    columns = {
        "start": claim.start,
        "end": claim.end,
        "kind": claim.kind.value,
        "text": claim.text,
        "context": claim.context,
        "speaker": said.speaker if said else "",
        "verb": said.verb if said else "",
        "score": claim.score,
        "score_parts": [list(part) for part in claim.score_parts],
    }
    return fitted(Claim, columns)


def figure_columns(figure: types.Figure) -> dict[str, Any]:
    """The columns of a figure that the engine gives, beside its claim."""
    said = figure.attribution
    columns = {
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "low": _bound(figure.low),
        "high": _bound(figure.high),
        "modifier": figure.modifier.value,
        "unit": figure.unit,
        "unit_text": figure.unit_text,
        "counted": figure.counted,
        "counted_modifiers": list(figure.counted_modifiers),
        "counted_text": figure.counted_text,
        "event": figure.event,
        "direction": figure.direction.value if figure.direction else "",
        "standing": figure.standing.value,
        "place": figure.scope.place,
        "time": figure.scope.time,
        "actor": figure.scope.actor,
        "as_of": parse_date(figure.as_of) if figure.as_of else None,
        "speaker": said.speaker if said else "",
        "verb": said.verb if said else "",
    }
    return fitted(Figure, columns)


def linked_article(
    article: Article, claims: Iterable[Row], figures: Iterable[Row]
) -> linking.Article:
    """The article as linking sees it: its text, and the columns of its rows as the reading they
    came from, so that what people added or corrected counts."""
    claims = sorted(claims, key=lambda claim: (claim["start"], claim["id"]))
    places = {claim["id"]: place for place, claim in enumerate(claims)}
    figures = sorted(figures, key=lambda figure: (figure["start"], figure["id"]))
    return linking.Article(
        id=linked_id(article),
        text=article.text,
        reading=types.Reading(
            claims=tuple(map(claim_of, claims)),
            figures=tuple(
                figure_of(figure, places[figure["claim_id"]])
                for figure in figures
                if figure["claim_id"] in places
            ),
        ),
        title=article.title,
        source=article.source.name,
        credit=article.credit,
        published=article.published_at.date().isoformat() if article.published_at else "",
    )


def linked_id(article: Article) -> str:
    """What linking knows the article by: made from what it says and who says it, so that no
    result depends on the order in which articles arrived."""
    return f"{article.text_sha256[:32]}:{article.source.name}"


def fitted(model: type[Model], columns: Mapping[str, Any]) -> dict[str, Any]:
    """The columns with texts cut to what the model's fields hold."""
    lengths = column_lengths(model)
    return {
        name: value[: lengths[name]] if name in lengths else value
        for name, value in columns.items()
    }


def claim_of(columns: Mapping[str, Any]) -> types.Claim:
    """The claim that a row's columns hold."""
    return types.Claim(
        start=columns["start"],
        end=columns["end"],
        text=columns["text"],
        kind=types.ClaimKind(columns["kind"]),
        score=columns["score"],
        score_parts=tuple((name, part) for name, part in columns["score_parts"]),
        attribution=_attribution(columns),
        context=columns["context"],
    )


def figure_of(columns: Mapping[str, Any], claim: int) -> types.Figure:
    """The figure that a row's columns hold, stated in the reading's claim of this index."""
    as_of = columns["as_of"]
    return types.Figure(
        start=columns["start"],
        end=columns["end"],
        text=columns["text"],
        low=columns["low"],
        high=columns["high"],
        modifier=types.Modifier(columns["modifier"]),
        unit=columns["unit"],
        unit_text=columns["unit_text"],
        counted=columns["counted"],
        counted_modifiers=tuple(columns["counted_modifiers"]),
        counted_text=columns["counted_text"],
        event=columns["event"],
        direction=types.Direction(columns["direction"]) if columns["direction"] else None,
        standing=types.Standing(columns["standing"]),
        scope=types.Scope(columns["place"], columns["time"], columns["actor"]),
        as_of=as_of.isoformat() if as_of else "",
        attribution=_attribution(columns),
        claim=claim,
    )


def _attribution(columns: Mapping[str, Any]) -> types.Attribution | None:
    said = columns["speaker"], columns["verb"]
    return types.Attribution(*said) if any(said) else None


def _bound(value: float | None) -> float | None:
    """The bound as the database holds it; a number beyond all floats bounds nothing."""
    return value if value is not None and math.isfinite(value) else None


@cache
def column_lengths(model: type[Model]) -> dict[str, int]:
    """How long a text each column of the model holds."""
    return {
        field.name: field.max_length
        for field in model._meta.get_fields()
        if isinstance(field, CharField) and field.max_length and not field.choices
    }
