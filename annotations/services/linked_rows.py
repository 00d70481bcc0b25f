"""Storing the linkings of stories as rows: what is unchanged keeps its row, what is gone goes."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from annotations.linking import types
from annotations.linking.version import LINKER_VERSION
from annotations.models import (
    FigureGroup,
    FigureLink,
    FigureSum,
    GroupRelation,
)
from annotations.services.changes import record_changes
from annotations.services.inserting import insert_alike
from annotations.services.linked import LinkedRows
from annotations.services.linked_origins import store_origins, store_origins_of_groups
from annotations.services.reconciling import reconcile
from annotations.services.rows import fitted

_STAMP = {"engine_version": LINKER_VERSION}
_LINK_COLUMNS = ("figure_id", "group_id", "relation", "status", "reasons", "score")


def store_linking(rows: LinkedRows, linking: types.Linking) -> None:
    """Bring the stories' groups, links, relations, sums and origins up to ``linking``."""
    origins = store_origins(rows, linking)
    # What else is stored is found by these, which a new story has none of.
    known = list(FigureGroup.objects.filter(story__in=rows.stories))
    groups, gone = _store_groups(rows, linking, known)
    _store_links(rows, linking, groups, known)
    _store_relations(linking, groups, known)
    _store_sums(rows, linking, groups)
    store_origins_of_groups(linking, groups, known, origins)
    _record(rows, "group.dissolved", [(group, _described(group), {}) for group in gone])
    FigureGroup.objects.filter(pk__in=[group.pk for group in gone]).delete()


def _store_groups(
    rows: LinkedRows, linking: types.Linking, stored: Sequence[FigureGroup]
) -> tuple[list[FigureGroup], list[FigureGroup]]:
    """The rows of ``linking.groups``, in its order, and those that are gone."""
    before = _places(rows, linking, stored)
    result = reconcile(
        FigureGroup,
        stored,
        {place: _group_columns(rows, group) for place, group in enumerate(linking.groups)},
        key=lambda row: before.get(row.pk, -row.pk),
        stamp=_STAMP,
    )
    _record(rows, "group.formed", [(row, {}, _described(row)) for row in result.created])
    _record(
        rows,
        "group.changed",
        [(row, result.before[row.pk], _described(row)) for row in result.changed],
    )
    return list(result.rows.values()), result.gone


def _places(
    rows: LinkedRows, linking: types.Linking, stored: Sequence[FigureGroup]
) -> dict[int, int]:
    """Which of ``linking.groups`` each stored row goes on as, by its id: the one of equal figures,
    or else the one that shares most figures with it."""
    keys = {_key(group): place for place, group in enumerate(linking.groups)}
    found = {row.pk: keys[row.key] for row in stored if row.key in keys}
    taken = set(found.values())
    for _, row, place in sorted(_shared(rows, linking, stored)):
        if row not in found and place not in taken:
            found[row] = place
            taken.add(place)
    return found


def _shared(
    rows: LinkedRows, linking: types.Linking, stored: Sequence[FigureGroup]
) -> Iterator[tuple[int, int, int]]:
    """For each stored row and each group that share figures: how many, negative so that the most
    come first, the row's id and the group's place."""
    place_of = {
        rows.figures[member.figure]: place
        for place, group in enumerate(linking.groups)
        for member in group.members
    }
    links = FigureLink.objects.filter(group__in=stored).order_by()
    shared = Counter(
        (group, place_of[figure])
        for figure, group in links.values_list("figure_id", "group_id")
        if figure in place_of
    )
    return ((-count, row, place) for (row, place), count in shared.items())


def _group_columns(rows: LinkedRows, group: types.Group) -> dict[str, Any]:
    agreeing = [one for one in group.members if one.relation is not types.Relation.CONFLICTING]
    sources = {rows.articles[member.figure.article].source_id for member in agreeing}
    columns = {
        "story_id": rows.story_of(group.members[0].figure.article),
        "key": _key(group),
        "label": group.label,
        "unit": group.unit,
        "counted": group.counted,
        "event": group.event,
        "low": group.low,
        "high": group.high,
        "outlets": len(sources),
        "independent_origins": len(group.origins),
    }
    return fitted(FigureGroup, columns)


def _store_links(
    rows: LinkedRows,
    linking: types.Linking,
    groups: Sequence[FigureGroup],
    before: Sequence[FigureGroup],
) -> None:
    confirmed = _confirmed(rows, linking)
    wanted = {
        rows.figures[member.figure]: {
            "figure_id": rows.figures[member.figure],
            "group_id": row.pk,
            "relation": member.relation.value,
            "status": FigureLink.Status.CONFIRMED
            if member.figure in confirmed
            else FigureLink.Status.PROPOSED,
            "reasons": list(member.reasons),
            "score": member.score,
        }
        for row, group in zip(groups, linking.groups, strict=True)
        for member in group.members
    }
    stored = FigureLink.objects.filter(group__in=before).order_by()
    known = {columns["figure_id"]: columns for columns in stored.values(*_LINK_COLUMNS)}
    new = [columns for figure, columns in wanted.items() if figure not in known]
    insert_alike(FigureLink, new, alike=_STAMP)
    # Of the thousands of links of a large story few differ: only these are made into objects.
    differing = {figure for figure, columns in known.items() if columns != wanted.get(figure)}
    result = reconcile(
        FigureLink,
        stored.filter(figure__in=differing),
        {figure: wanted[figure] for figure in wanted if figure in differing},
        key=lambda row: row.figure_id,
        stamp=_STAMP,
    )
    FigureLink.objects.filter(pk__in=[row.pk for row in result.gone]).delete()


def _confirmed(rows: LinkedRows, linking: types.Linking) -> set[types.FigureId]:
    """The figures that a person linked with another of their group."""
    group_of = {
        member.figure: index
        for index, group in enumerate(linking.groups)
        for member in group.members
    }
    return {
        figure
        for decision in rows.decisions
        if decision.same and group_of.get(decision.first, -1) == group_of.get(decision.second, -2)
        for figure in (decision.first, decision.second)
    }


def _store_relations(
    linking: types.Linking, groups: Sequence[FigureGroup], before: Sequence[FigureGroup]
) -> None:
    wanted = {
        (groups[item.first].pk, groups[item.second].pk): {
            "first_id": groups[item.first].pk,
            "second_id": groups[item.second].pk,
            "relation": item.relation.value,
            "reasons": list(item.reasons),
        }
        for item in linking.relations
    }
    result = reconcile(
        GroupRelation,
        GroupRelation.objects.filter(first__in=before),
        wanted,
        key=lambda row: (row.first_id, row.second_id),
    )
    GroupRelation.objects.filter(pk__in=[row.pk for row in result.gone]).delete()


def _store_sums(rows: LinkedRows, linking: types.Linking, groups: Sequence[FigureGroup]) -> None:
    stored = list(FigureSum.objects.filter(story__in=rows.stories).prefetch_related("parts"))
    wanted = {}
    for item in linking.sums:
        total = rows.figures[item.total] if item.total else None
        parts = frozenset(rows.figures[part] for part in item.parts)
        article = rows.articles[item.article].pk if item.article else None
        wanted[total, parts, article] = {
            "story_id": rows.story_of(item.parts[0].article),
            "group_id": None if item.group is None else groups[item.group].pk,
            "total_id": total,
            "article_id": article,
            "low": item.low,
            "high": item.high,
            "rest_low": item.rest and item.rest[0],
            "rest_high": item.rest and item.rest[1],
            "scope": item.scope.value,
            "reasons": list(item.reasons),
        }
    known = {row.pk for row in stored}
    result = reconcile(
        FigureSum,
        stored,
        wanted,
        key=lambda row: (
            row.total_id,
            frozenset(part.pk for part in row.parts.all()),
            row.article_id,
        ),
    )
    links = FigureSum.parts.through
    links._default_manager.bulk_create(
        links(figuresum_id=row.pk, figure_id=part)
        for key, row in result.rows.items()
        if row.pk not in known
        for part in sorted(key[1])
    )
    FigureSum.objects.filter(pk__in=[row.pk for row in result.gone]).delete()


def _key(group: types.Group) -> str:
    """A hash of the figures that the group holds."""
    members = sorted(member.figure for member in group.members)
    return hashlib.sha256(repr([tuple(member) for member in members]).encode()).hexdigest()


def _described(group: FigureGroup) -> dict[str, Any]:
    return {
        "key": group.key,
        "label": group.label,
        "low": group.low,
        "high": group.high,
        "outlets": group.outlets,
        "independent_origins": group.independent_origins,
    }


def _record(
    rows: LinkedRows, action: str, groups: Sequence[tuple[FigureGroup, Mapping, Mapping]]
) -> None:
    stories = {story.pk: story for story in rows.stories}
    record_changes(
        actor=None,
        action=action,
        objects=groups,
        story_of=lambda group: stories[group.story_id],
    )
