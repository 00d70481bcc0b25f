"""Storing where passages come from: the origins of stories, and those behind their groups."""

from collections import defaultdict
from collections.abc import Sequence

from annotations.linking import types
from annotations.models import FigureGroup, Origin, OriginPassage
from annotations.services.inserting import insert
from annotations.services.linked import LinkedRows
from annotations.services.reconciling import reconcile
from annotations.services.rows import fitted


def store_origins(rows: LinkedRows, linking: types.Linking) -> list[Origin]:
    """The rows of ``linking.origins``, in its order."""
    stored = list(Origin.objects.filter(story__in=rows.stories))
    passages: dict[int, set[tuple[int, int, int]]] = defaultdict(set)
    spans = OriginPassage.objects.filter(origin__in=stored).order_by()
    for origin, article, start, end in spans.values_list("origin", "article", "start", "end"):
        passages[origin].add((article, start, end))
    keys = [
        (
            rows.story_of(origin.passages[0].article),
            origin.kind.value,
            fitted(Origin, {"label": origin.label})["label"],
            frozenset(
                (rows.articles[span.article].pk, span.start, span.end) for span in origin.passages
            ),
        )
        for origin in linking.origins
    ]
    result = reconcile(
        Origin,
        stored,
        {key: {"story_id": key[0], "kind": key[1], "label": key[2]} for key in keys},
        key=lambda row: (row.story_id, row.kind, row.label, frozenset(passages[row.pk])),
    )
    known = {row.pk for row in stored}
    insert(
        OriginPassage,
        ("origin", "article", "start", "end"),
        (
            (row.pk, *passage)
            for key, row in result.rows.items()
            if row.pk not in known
            for passage in sorted(key[3])
        ),
    )
    Origin.objects.filter(pk__in=[row.pk for row in result.gone]).delete()
    return [result.rows[key] for key in keys]


def store_origins_of_groups(
    linking: types.Linking,
    groups: Sequence[FigureGroup],
    before: Sequence[FigureGroup],
    origins: Sequence[Origin],
) -> None:
    """Bring the origins behind the groups up to ``linking``; ``before`` are the groups there
    were."""
    links = FigureGroup.origins.through
    wanted = {
        (row.pk, origins[index].pk)
        for row, group in zip(groups, linking.groups, strict=True)
        for index in group.origins
    }
    stored = {
        (row.figuregroup_id, row.origin_id): row.pk
        for row in links._default_manager.filter(figuregroup__in=before)
    }
    gone = [stored[pair] for pair in stored.keys() - wanted]
    links._default_manager.filter(pk__in=gone).delete()
    links._default_manager.bulk_create(
        links(figuregroup_id=group, origin_id=origin)
        for group, origin in sorted(wanted - stored.keys())
    )
