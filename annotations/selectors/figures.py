"""A story's figures side by side: who states which quantity, who agrees and who conflicts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotations.linking.types import Relation
from annotations.models import Figure, FigureGroup, FigureLink, Source, Story
from annotations.selectors.mentions import (
    Contrast,
    Mention,
    Sum,
    contrasts_by_group,
    each_once,
    mentions_by_group,
    relations_of,
    source_names,
    sums_by_group,
    sums_with_parts,
)
from annotations.selectors.values import quantity_text

# Relations from the closest agreement to none.
_AGREEMENT = [relation.value for relation in Relation]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source states of a row's quantity; ``value`` is "≥ 6", "6; 7" or, where only the
    parts are stated, "derived 6 = 4 + 2" (then without mentions, relation and status)."""

    source: Source
    value: str
    relation: str = ""
    status: str = ""
    mentions: tuple[Mention, ...] = ()

    @property
    def derived(self) -> bool:
        return not self.mentions


@dataclass(frozen=True, slots=True)
class Row:
    """One quantity of one thing; ``cells`` stand in the order of ``Matrix.sources``, None where
    a source says nothing of it. ``value`` is the interval that all who state it allow."""

    group: FigureGroup
    label: str
    unit: str
    value: str
    cells: tuple[Cell | None, ...]
    contrasts: tuple[Contrast, ...]
    sums: tuple[Sum, ...]

    @property
    def agreeing(self) -> tuple[str, ...]:
        """Names of the sources that state the quantity, and hold it to be right."""
        return tuple(
            cell.source.name
            for cell in self.cells
            if cell and not cell.derived and cell.relation != Relation.CONFLICTING
        )

    @property
    def deriving(self) -> tuple[str, ...]:
        """Names of the sources that state only its parts."""
        return tuple(cell.source.name for cell in self.cells if cell and cell.derived)

    @property
    def conflicts(self) -> tuple[Contrast, ...]:
        return tuple(item for item in self.contrasts if item.relation == Relation.CONFLICTING)

    @property
    def outlets(self) -> int:
        return self.group.outlets

    @property
    def origins(self) -> int:
        return self.group.independent_origins


@dataclass(frozen=True, slots=True)
class Matrix:
    """A story's quantities (rows, most widely stated first) by its sources (columns)."""

    story: Story
    sources: tuple[Source, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same figure in the other articles of its story; ``group`` is None where the figure
    is not linked (yet). ``sums`` make up the figure, ``part_of`` are those it is a part of."""

    group: FigureGroup | None
    mentions: tuple[Mention, ...] = ()
    contrasts: tuple[Contrast, ...] = ()
    sums: tuple[Sum, ...] = ()
    part_of: tuple[Sum, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        return source_names(self.mentions)


def figure_matrix(story: Story) -> Matrix:
    """The story's figure groups by source, in a constant number of queries."""
    sources = tuple(
        Source.objects.filter(articles__story=story, articles__superseded_by__isnull=True)
        .distinct()
        .order_by("name")
    )
    groups = list(story.groups.order_by("id"))
    mentions = mentions_by_group(groups)
    contrasts = contrasts_by_group(groups, mentions)
    sums = sums_by_group(groups, mentions)
    rows = [
        _row(group, sources, mentions[group.pk], contrasts[group.pk], sums[group.pk])
        for group in groups
    ]
    rows.sort(key=lambda row: (-len(row.agreeing), -len(row.deriving), row.label, row.group.pk))
    return Matrix(story=story, sources=sources, rows=tuple(rows))


def same_figure_elsewhere(figure: Figure) -> Elsewhere:
    """What the other figures of ``figure``'s group say, what contradicts them, and the sums that
    the group makes or has a part in; in a constant number of queries."""
    return same_figures_elsewhere([figure])[0]


def same_figures_elsewhere(figures: Sequence[Figure]) -> list[Elsewhere]:
    """``same_figure_elsewhere`` of each figure, in as many queries as for one."""
    linked = FigureLink.objects.select_related("group").filter(figure__in=figures)
    group_of = {link.figure_id: link.group for link in linked}
    own = list({group.pk: group for group in group_of.values()}.values())
    relations = relations_of(own)
    groups = {group.pk: group for group in own}
    for relation in relations:
        groups |= {relation.first_id: relation.first, relation.second_id: relation.second}
    mentions = mentions_by_group(list(groups.values()))
    contrasts = contrasts_by_group(own, mentions, relations)
    sums = sums_by_group(own, mentions)
    parts = {item.figure.pk for group in own for item in mentions[group.pk]}
    parts |= {figure.pk for figure in figures}
    wholes = sums_with_parts(parts)
    found = []
    for figure in figures:
        group = group_of.get(figure.pk)
        same = mentions[group.pk] if group else ()
        ids = {figure.pk, *(item.figure.pk for item in same)}
        found.append(
            Elsewhere(
                group=group,
                mentions=tuple(item for item in same if item.figure.pk != figure.pk),
                contrasts=contrasts[group.pk] if group else (),
                sums=sums[group.pk] if group else (),
                part_of=each_once(
                    item for item in wholes if ids.intersection(part.pk for part in item.parts)
                ),
            )
        )
    return found


def _row(
    group: FigureGroup,
    sources: Sequence[Source],
    mentions: Sequence[Mention],
    contrasts: tuple[Contrast, ...],
    sums: tuple[Sum, ...],
) -> Row:
    cells = tuple(
        _stated_cell(source, [item for item in mentions if item.source.pk == source.pk])
        or _derived_cell(source, group, sums)
        for source in sources
    )
    return Row(
        group=group,
        label=group.label,
        unit=group.unit,
        value=quantity_text(group.low, group.high, unit=group.unit),
        cells=cells,
        contrasts=contrasts,
        sums=sums,
    )


def _stated_cell(source: Source, mentions: Sequence[Mention]) -> Cell | None:
    if not mentions:
        return None
    weakest = max((item.relation for item in mentions), key=_AGREEMENT.index)
    confirmed = FigureLink.Status.CONFIRMED
    return Cell(
        source=source,
        value="; ".join(dict.fromkeys(item.value for item in mentions)),
        relation=weakest,
        status=confirmed
        if all(item.status == confirmed for item in mentions)
        else FigureLink.Status.PROPOSED,
        mentions=tuple(mentions),
    )


def _derived_cell(source: Source, group: FigureGroup, sums: Iterable[Sum]) -> Cell | None:
    for item in sums:
        if item.derived and item.article and item.article.source_id == source.pk:
            return Cell(source=source, value=f"derived {item.text}")
    return None
