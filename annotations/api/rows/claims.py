"""Claims for the wire: plain dicts in the shape of ``serializers.claims``, built by hand.

Lists of claims are what is asked for most; this costs three queries for any number of claims.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, QuerySet

from annotations.api.serializers.claims import FIGURE_FIELDS
from annotations.models import Claim, Figure, Review, User
from annotations.selectors.reviews import reviews_visible_to
from annotations.selectors.slots import DEFAULT_REVIEWS_NEEDED
from annotations.workflow import Facts, allowed_actions

Row = dict[str, Any]

_CLAIM = (
    "id",
    "start",
    "end",
    "text",
    "kind",
    "speaker",
    "score",
    "state",
    "version",
    "created_at",
    "changed_at",
)
_ARTICLE = ("id", "title", "url", "published_at")
_VERDICT = ("id", "rating", "ruling", "unknown", "signed_at", "stale_at", "stale_reason")
_CLAIM_COLUMNS = (
    *_CLAIM,
    *(f"article__{name}" for name in _ARTICLE),
    "article__source_id",
    "article__superseded_by",
    "article__source__name",
    "article__story_id",
    "article__story__reviews_needed",
    *(f"current__{name}" for name in _VERDICT),
)
_FIGURE_COLUMNS = tuple(
    f"{name}_id" if name in {"article", "claim"} else name for name in FIGURE_FIELDS
)


def with_verdict(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """The claims with their current verdict at hand as ``current``."""
    return claims.alias(
        current=FilteredRelation("verdicts", condition=Q(verdicts__superseded_at__isnull=True))
    )


def columns_of(claims: QuerySet[Claim]) -> QuerySet[Claim, Any]:
    """What ``claim_rows`` needs of each claim."""
    rows: QuerySet[Claim, Any] = with_verdict(claims).values(*_CLAIM_COLUMNS)
    return rows


def claim_rows(claims: Sequence[Row], *, user: User, writes: bool) -> list[Row]:
    """The claims (rows of ``columns_of``) as ``user`` may see them.

    Without ``writes`` (a token that only reads) no action is allowed.
    """
    ids = [claim["id"] for claim in claims]
    figures = _figures_of(ids)
    reviews = _reviews_of(ids, user)
    return [
        _claim_row(claim, figures[claim["id"]], reviews[claim["id"]], user if writes else None)
        for claim in claims
    ]


def _claim_row(claim: Row, figures: list[Row], reviews: Sequence[Row], actor: User | None) -> Row:
    row = {name: claim[name] for name in _CLAIM}
    row["article"] = {name: claim[f"article__{name}"] for name in _ARTICLE}
    row["source"] = {"id": claim["article__source_id"], "name": claim["article__source__name"]}
    row["story"] = claim["article__story_id"]
    row["figures"] = figures
    row["reviews"] = [_rating_row(review) for review in reviews if review["visible"]]
    row["verdict"] = (
        {name: claim[f"current__{name}"] for name in _VERDICT} if claim["current__id"] else None
    )
    row["allowed_actions"] = _actions(claim, reviews, actor) if actor else []
    return row


def _actions(claim: Row, reviews: Iterable[Row], actor: User) -> list[str]:
    """What the table allows ``actor``. Leases come and go without a trace in the log, so a slot
    that somebody holds counts as free here; to ask for it is refused then."""
    if claim["article__superseded_by"]:
        return []
    reviewers = [review["reviewer_id"] for review in reviews]
    current = [review["reviewer_id"] for review in reviews if review["superseded_at"] is None]
    needed = claim["article__story__reviews_needed"] or DEFAULT_REVIEWS_NEEDED
    facts = Facts(
        actor_reviewed=actor.pk in reviewers,
        has_slot=actor.pk in current or len(current) < needed,
    )
    return list(allowed_actions(claim["state"], actor.role, facts))


def _rating_row(review: Row) -> Row:
    return {
        "id": review["id"],
        "reviewer": {"id": review["reviewer_id"], "username": review["reviewer__username"]},
        "rating": review["rating"],
        "submitted_at": review["submitted_at"],
    }


def _figures_of(claims: Sequence[int]) -> Mapping[int, list[Row]]:
    rows: dict[int, list[Row]] = defaultdict(list)
    figures = (
        Figure.objects.filter(claim__in=claims, withdrawn_at__isnull=True)
        .order_by("claim", "start", "id")
        .values(
            *_FIGURE_COLUMNS,
            group=F("link__group_id"),
            relation=F("link__relation"),
            link_status=F("link__status"),
        )
    )
    for figure in figures:
        figure["article"] = figure.pop("article_id")
        figure["claim"] = figure.pop("claim_id")
        rows[figure["claim"]].append(figure)
    return rows


def _reviews_of(claims: Sequence[int], user: User) -> Mapping[int, list[Row]]:
    """All reviews of the claims, each marked whether ``user`` may see it now."""
    rows: dict[int, list[Row]] = defaultdict(list)
    visible = reviews_visible_to(user).filter(pk=OuterRef("pk"), superseded_at__isnull=True)
    reviews = (
        Review.objects.filter(claim__in=claims)
        .order_by("claim", "id")
        .values(
            "id",
            "claim_id",
            "reviewer_id",
            "reviewer__username",
            "rating",
            "submitted_at",
            "superseded_at",
            visible=Exists(visible),
        )
    )
    for review in reviews:
        rows[review["claim_id"]].append(dict(review))
    return rows


_STATUS_COLUMNS = {
    "claim": F("id"),
    "rating": F("current__rating"),
    "verdict": F("current__id"),
    "signed_at": F("current__signed_at"),
    "stale_at": F("current__stale_at"),
    "stale_reason": F("current__stale_reason"),
}


def status_rows(claims: QuerySet[Claim]) -> QuerySet[Claim, Any]:
    """The claims' states and current verdicts, one query for all of them."""
    return with_verdict(claims).values("state", "version", "changed_at", **_STATUS_COLUMNS)
