"""Plain functions that make rows; every argument has a default, the database checks the rest."""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from itertools import count
from typing import Any

from annotations.extraction.types import ClaimKind, Modifier, Standing
from annotations.models import (
    Article,
    Claim,
    Figure,
    FigureGroup,
    FigureLink,
    GroupRelation,
    Review,
    Role,
    Source,
    Story,
    User,
)

ENGINE = "test"
_numbers = count(1)


def make_user(username: str = "", *, role: str = Role.ANNOTATOR, **fields: Any) -> User:
    """A user who cannot sign in by password, unless ``password`` is given."""
    password = fields.pop("password", None)
    return User.objects.create_user(
        username or f"user-{next(_numbers)}", password=password, role=role, **fields
    )


def make_source(name: str = "", **fields: Any) -> Source:
    return Source.objects.create(name=name or f"Source {next(_numbers)}", **fields)


def make_story(title: str = "", **fields: Any) -> Story:
    number = next(_numbers)
    return Story.objects.create(
        title=title or f"Story {number}", slug=fields.pop("slug", f"story-{number}"), **fields
    )


def make_article(
    text: str,
    *,
    source: Source | None = None,
    story: Story | None = None,
    published_at: datetime | None = None,
    **fields: Any,
) -> Article:
    return Article.objects.create(
        source=source or make_source(),
        story=story,
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        published_at=published_at,
        **fields,
    )


def make_claim(article: Article, quote: str = "", **fields: Any) -> Claim:
    """A claim on the first occurrence of ``quote`` (the whole text where empty)."""
    quote = quote or article.text
    start = article.text.index(quote)
    values = {"kind": ClaimKind.FIGURE, "score": 0.5, "engine_version": ENGINE} | fields
    return Claim.objects.create(
        article=article, start=start, end=start + len(quote), text=quote, **values
    )


def make_figure(claim: Claim, quote: str, value: float, **fields: Any) -> Figure:
    """A figure on the first occurrence of ``quote`` within the claim, a point by default."""
    start = claim.article.text.index(quote, claim.start)
    values: dict[str, Any] = {
        "low": value,
        "high": value,
        "modifier": Modifier.EXACT,
        "unit": "person",
        "standing": Standing.ASSERTED,
        "engine_version": ENGINE,
    }
    return Figure.objects.create(
        article=claim.article,
        claim=claim,
        start=start,
        end=start + len(quote),
        text=quote,
        **values | fields,
    )


def make_group(
    story: Story, figures: Iterable[Figure], *, key: str = "", label: str = "killed"
) -> FigureGroup:
    """A group of figures that are all identical to the first, proposed by the machine."""
    figures = list(figures)
    group = FigureGroup.objects.create(
        story=story,
        key=key or f"key-{next(_numbers)}",
        label=label,
        unit=figures[0].unit,
        low=figures[0].low,
        high=figures[0].high,
        outlets=len({figure.article.source_id for figure in figures}),
        engine_version=ENGINE,
    )
    for figure in figures:
        FigureLink.objects.create(
            group=group,
            figure=figure,
            relation="identical",
            reasons=["same count"],
            score=0.9,
            engine_version=ENGINE,
        )
    return group


def make_relation(first: FigureGroup, second: FigureGroup, relation: str) -> GroupRelation:
    return GroupRelation.objects.create(
        first=first, second=second, relation=relation, reasons=[f"they are {relation}"]
    )


def make_review(
    claim: Claim, reviewer: User, rating: str = "corroborated", **fields: Any
) -> Review:
    """A bare row: the claim's state does not follow (``submit_review`` sees to that)."""
    return Review.objects.create(claim=claim, reviewer=reviewer, rating=rating, **fields)
