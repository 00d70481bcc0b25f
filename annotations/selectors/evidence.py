"""What a verdict stands on: a claim's article, reviews and figures, and who states the same."""

from collections import defaultdict
from collections.abc import Collection
from typing import NotRequired, TypedDict

from django.db.models import Count, F, Q

from annotations.linking.types import Relation
from annotations.models import Claim, Figure, FigureLink, GroupRelation
from annotations.selectors.slots import current_reviews
from annotations.selectors.values import quantity_text


class Statement(TypedDict):
    """Another figure on the same thing, and the text it stands in."""

    figure: int
    claim: int
    article: int
    article_sha256: str
    source: int
    source_name: str
    low: float | None
    high: float | None
    value: str


class StatedFigure(TypedDict):
    """A figure of the claim with its group's key, label and counts, and who agrees and who
    conflicts with it; a figure without a group is stated by one outlet."""

    figure: int
    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    value: str
    group: int | None
    key: str
    label: str
    outlets: int
    origins: int
    agreeing: list[Statement]
    conflicting: list[Statement]


class Evidence(TypedDict):
    """JSON that a verdict pins. ``reviews`` are ids: what they say stays where it is blind."""

    article: int
    article_sha256: str
    reviews: list[int]
    figures: list[StatedFigure]
    guideline: NotRequired[int | None]


def evidence_of(claims: Collection[Claim]) -> dict[int, Evidence]:
    """The evidence of each claim by its id, in a constant number of queries; wants ``article``
    loaded."""
    reviews: dict[int, list[int]] = defaultdict(list)
    standing = current_reviews().filter(claim__in=claims).order_by("id")
    for claim_id, review_id in standing.values_list("claim_id", "id"):
        reviews[claim_id].append(review_id)
    figures = _stated_figures(claims)
    return {
        claim.pk: {
            "article": claim.article_id,
            "article_sha256": claim.article.text_sha256,
            "reviews": reviews[claim.pk],
            "figures": figures[claim.pk],
        }
        for claim in claims
    }


def claims_in_conflict(groups: Collection[int]) -> set[int]:
    """The ids of the claims whose figure in one of the groups, given by id, another source's
    figure conflicts with.

    That is where the group conflicts with another, or has members that conflict with its leading
    figure and members that do not.
    """
    conflicting = Count("pk", filter=Q(relation=Relation.CONFLICTING))
    divided = (
        FigureLink.objects.filter(group__in=groups)
        .values("group_id")
        .annotate(conflicting=conflicting, members=Count("pk"))
        .filter(conflicting__gt=0, conflicting__lt=F("members"))
        .order_by()
    )
    in_conflict = {row["group_id"] for row in divided} | _opposed_groups(groups).keys()
    links = FigureLink.objects.filter(
        group__in=in_conflict.intersection(groups), figure__withdrawn_at__isnull=True
    )
    return set(links.order_by().values_list("figure__claim_id", flat=True))


def _stated_figures(claims: Collection[Claim]) -> dict[int, list[StatedFigure]]:
    figures = list(
        Figure.objects.filter(claim__in=claims, withdrawn_at__isnull=True).order_by("start", "id")
    )
    link_of = {
        link.figure_id: link
        for link in FigureLink.objects.filter(figure__in=figures).select_related("group")
    }
    groups = {link.group_id for link in link_of.values()}
    opposed = _opposed_groups(groups)
    members = _members(groups.union(*opposed.values()))
    stated: dict[int, list[StatedFigure]] = defaultdict(list)
    for figure in figures:
        link = link_of.get(figure.pk)
        against = (
            [member for group in opposed[link.group_id] for member in members[group]]
            if link
            else []
        )
        together = members[link.group_id] if link else []
        stated[figure.claim_id].append(_stated(figure, link, together, against))
    return stated


def _opposed_groups(groups: Collection[int]) -> dict[int, list[int]]:
    """The groups that conflict with each group, by its id."""
    opposed: dict[int, list[int]] = defaultdict(list)
    relations = GroupRelation.objects.filter(
        Q(first__in=groups) | Q(second__in=groups), relation=Relation.CONFLICTING
    )
    for first, second in relations.order_by("id").values_list("first_id", "second_id"):
        opposed[first].append(second)
        opposed[second].append(first)
    return opposed


def _members(groups: Collection[int]) -> dict[int, list[FigureLink]]:
    members: dict[int, list[FigureLink]] = defaultdict(list)
    for link in (
        FigureLink.objects.filter(group__in=groups)
        .select_related("figure__article__source")
        .order_by("figure_id")
    ):
        members[link.group_id].append(link)
    return members


def _stated(
    figure: Figure,
    link: FigureLink | None,
    together: Collection[FigureLink],
    against: Collection[FigureLink],
) -> StatedFigure:
    """The figure with the statements of its group and of the groups against it.

    A member that conflicts with its group's leading figure conflicts with those that do not.
    """
    others = [member for member in together if member.figure_id != figure.pk]
    conflicts = link is not None and link.relation == Relation.CONFLICTING
    agreeing = [
        member for member in others if (member.relation == Relation.CONFLICTING) == conflicts
    ]
    conflicting = [
        member for member in others if (member.relation == Relation.CONFLICTING) != conflicts
    ]
    return {
        "figure": figure.pk,
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "low": figure.low,
        "high": figure.high,
        "value": _value(figure),
        "group": link.group_id if link else None,
        "key": link.group.key if link else "",
        "label": link.group.label if link else "",
        "outlets": link.group.outlets if link else 1,
        "origins": link.group.independent_origins if link else 1,
        "agreeing": [_statement(member.figure) for member in agreeing],
        "conflicting": [_statement(member.figure) for member in (*conflicting, *against)],
    }


def _statement(figure: Figure) -> Statement:
    return {
        "figure": figure.pk,
        "claim": figure.claim_id,
        "article": figure.article_id,
        "article_sha256": figure.article.text_sha256,
        "source": figure.article.source_id,
        "source_name": figure.article.source.name,
        "low": figure.low,
        "high": figure.high,
        "value": _value(figure),
    }


def _value(figure: Figure) -> str:
    return quantity_text(figure.low, figure.high, figure.modifier, figure.unit)
