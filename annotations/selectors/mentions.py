"""What linked figures say in their articles: mentions, sums and contrasts, a group at a time."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from annotations.linking.types import Relation
from annotations.models import (
    Article,
    Figure,
    FigureGroup,
    FigureLink,
    FigureSum,
    GroupRelation,
    Origin,
    OriginPassage,
    Source,
)
from annotations.selectors.values import interval_text, quantity_text


@dataclass(frozen=True, slots=True)
class Mention:
    """One figure of a group as its article states it.

    ``relation`` is to the group's leading figure, ``status`` proposed or confirmed, ``reasons``
    say in words why it was linked; ``origins`` are those of the passage it stands in.
    """

    figure: Figure
    value: str
    relation: str
    status: str
    reasons: tuple[str, ...]
    score: float
    origins: tuple[Origin, ...] = ()

    @property
    def article(self) -> Article:
        return self.figure.article

    @property
    def source(self) -> Source:
        return self.figure.article.source

    @property
    def sentence(self) -> str:
        return self.figure.claim.text


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and its parts in words: ``text`` is "6 = 4 + 2".

    ``total`` is None where it is derived: no source states it, the parts of ``article`` (or of
    several articles, where that is None) imply it. ``rest`` is what the parts that ``article``
    states leave of the total: "2 others", derived as well; "" where they make it up.
    """

    text: str
    total: Figure | None
    parts: tuple[Figure, ...]
    article: Article | None
    scope: str
    reasons: tuple[str, ...]
    rest: str = ""

    @property
    def derived(self) -> bool:
        return self.total is None


@dataclass(frozen=True, slots=True)
class Contrast:
    """Another group on the same thing with a different quantity: who states it, and why it
    conflicts or was revised."""

    group: FigureGroup
    relation: str
    value: str
    reasons: tuple[str, ...]
    mentions: tuple[Mention, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        return source_names(self.mentions)


def figure_text(figure: Figure) -> str:
    """The figure's quantity for people: "≥ 6", "44 days"."""
    return quantity_text(figure.low, figure.high, figure.modifier, figure.unit)


def mentions_by_group(groups: Sequence[FigureGroup]) -> dict[int, tuple[Mention, ...]]:
    """The mentions of each group, the earliest published article's first."""
    links = list(
        FigureLink.objects.filter(group__in=groups)
        .select_related("figure__article__source", "figure__claim")
        .order_by("figure__article__published_at", "figure__article_id", "figure__start")
    )
    origins = _origins_of([link.figure for link in links])
    by_group: dict[int, list[Mention]] = defaultdict(list)
    for link in links:
        by_group[link.group_id].append(
            Mention(
                figure=link.figure,
                value=figure_text(link.figure),
                relation=link.relation,
                status=link.status,
                reasons=tuple(link.reasons),
                score=link.score,
                origins=origins[link.figure_id],
            )
        )
    return {group.pk: tuple(by_group[group.pk]) for group in groups}


def _origins_of(figures: Sequence[Figure]) -> dict[int, tuple[Origin, ...]]:
    """The origins whose passages hold each figure."""
    passages: dict[int, list[OriginPassage]] = defaultdict(list)
    articles = {figure.article_id for figure in figures}
    for passage in OriginPassage.objects.filter(article__in=articles).select_related("origin"):
        passages[passage.article_id].append(passage)
    return {
        figure.pk: tuple(
            dict.fromkeys(
                passage.origin
                for passage in passages[figure.article_id]
                if passage.start <= figure.start and figure.end <= passage.end
            )
        )
        for figure in figures
    }


def relations_of(groups: Sequence[FigureGroup]) -> list[GroupRelation]:
    return list(
        GroupRelation.objects.filter(Q(first__in=groups) | Q(second__in=groups)).select_related(
            "first", "second"
        )
    )


def contrasts_by_group(
    groups: Sequence[FigureGroup],
    mentions: dict[int, tuple[Mention, ...]],
    relations: Sequence[GroupRelation] | None = None,
) -> dict[int, tuple[Contrast, ...]]:
    by_group: dict[int, list[Contrast]] = defaultdict(list)
    for item in relations_of(groups) if relations is None else relations:
        for one, other in ((item.first, item.second), (item.second, item.first)):
            by_group[one.pk].append(
                Contrast(
                    group=other,
                    relation=item.relation,
                    value=quantity_text(other.low, other.high, unit=other.unit),
                    reasons=tuple(item.reasons),
                    mentions=mentions[other.pk],
                )
            )
    return {group.pk: tuple(by_group[group.pk]) for group in groups}


def sums_by_group(
    groups: Sequence[FigureGroup], mentions: dict[int, tuple[Mention, ...]]
) -> dict[int, tuple[Sum, ...]]:
    """The sums that make up each group's quantity, those that sources state first."""
    by_group: dict[int, list[Sum]] = defaultdict(list)
    for row in _sums().filter(group__in=groups):
        by_group[row.group_id or 0].append(_sum(row))
    return {
        group.pk: each_once(sorted(by_group[group.pk], key=lambda item: item.derived))
        for group in groups
    }


def sums_with_parts(figures: Collection[int]) -> list[Sum]:
    """The sums that the figures with these ids have a part in."""
    return [_sum(row) for row in _sums().filter(parts__in=figures).distinct()]


def each_once(sums: Iterable[Sum]) -> tuple[Sum, ...]:
    """The sums without those that an article only says again in other words."""
    first: dict[tuple[str, bool, Article | None], Sum] = {}
    for item in sums:
        where = item.total.article if item.total else item.article
        first.setdefault((item.text, item.derived, where), item)
    return tuple(first.values())


def _sums() -> QuerySet[FigureSum]:
    return (
        FigureSum.objects.select_related("total__article__source", "article__source")
        .prefetch_related("parts")
        .order_by("id")
    )


def _sum(row: FigureSum) -> Sum:
    parts = tuple(sorted(row.parts.all(), key=lambda part: (part.article_id, part.start)))
    total = interval_text(row.low, row.high)
    summands = [interval_text(part.low, part.high, part.modifier) for part in parts]
    rest = "" if row.rest_low is None else f"{interval_text(row.rest_low, row.rest_high)} others"
    return Sum(
        text=f"{total} = {' + '.join(filter(None, [*summands, rest]))}",
        rest=rest,
        total=row.total,
        parts=parts,
        article=row.article,
        scope=row.scope,
        reasons=tuple(row.reasons),
    )


def source_names(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """Who states the quantity of the mentions, and holds it to be right."""
    stated = (item for item in mentions if item.relation != Relation.CONFLICTING)
    return tuple(dict.fromkeys(item.source.name for item in stated))
