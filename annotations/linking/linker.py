"""Linking: articles with their figures in; groups, relations, sums and origins out.

The result depends on the set of articles and decisions alone, never on their order. What decides
about two figures lies in the two, their articles and what people decided about them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from annotations.linking.articles.context import Node, context, nodes
from annotations.linking.collecting import uncollected
from annotations.linking.evidence.occurrence import remembered
from annotations.linking.groups import blocking
from annotations.linking.groups.clustering import cluster
from annotations.linking.groups.groups import group, standing_by
from annotations.linking.origins.origins import origins
from annotations.linking.relations.relations import related
from annotations.linking.sums.sums import sums
from annotations.linking.types import Article, Decision, FigureId, GroupRelation, Linking, Sum


@uncollected()
def link(articles: Sequence[Article], decisions: Sequence[Decision] = ()) -> Linking:
    """Link the figures of the articles.

    A group has figures of one quantity of one thing from several articles, or repeats within one;
    a figure alone makes a group only where a relation or a sum needs it. Raises ValueError where
    two articles have one id.
    """
    _refuse_repeated(articles)
    contexts = [context(article) for article in sorted(articles, key=lambda one: one.id)]
    figures = sorted(chain.from_iterable(map(nodes, contexts)), key=lambda node: node.order)
    blocks = blocking.blocks(figures)
    alike = remembered()
    clusters = cluster(figures, blocks, decisions, alike)
    summed = list(sums(clusters, blocks, alike))
    found = list(related(clusters, blocks, _parts(summed, figures), alike))
    shown = _shown(clusters, {*chain.from_iterable(pair[:2] for pair in found), *_totals(summed)})
    behind = origins(contexts, figures)
    decided = frozenset(frozenset((one.first, one.second)) for one in decisions if one.same)
    return Linking(
        groups=tuple(
            replace(
                group(members, alike, decided), origins=behind.independent(standing_by(members))
            )
            for members in (clusters[index] for index in shown)
        ),
        relations=tuple(
            GroupRelation(shown[first], shown[second], relation, reasons)
            for first, second, relation, reasons in found
        ),
        sums=tuple(
            replace(one, group=None if where is None else shown[where]) for one, where in summed
        ),
        origins=behind.found,
    )


def _refuse_repeated(articles: Sequence[Article]) -> None:
    seen: set[str] = set()
    for article in articles:
        if article.id in seen:
            raise ValueError(f"two articles have the id {article.id!r}")
        seen.add(article.id)


def _parts(summed: Iterable[tuple[Sum, int | None]], figures: Iterable[Node]) -> set[FigureId]:
    """The figures that their own article adds up with others of one event. (Of 30 on board nine
    died: these are all the dead.)"""
    events = {node.id: node.figure.event for node in figures}
    return {
        part
        for one, _ in summed
        if one.article
        for part in one.parts
        if one.total is None or events[part] in ("", events[one.total])
    }


def _totals(summed: Iterable[tuple[Sum, int | None]]) -> Iterator[int]:
    return (where for _, where in summed if where is not None)


def _shown(clusters: Sequence[Sequence[Node]], needed: set[int]) -> dict[int, int]:
    """The place of each cluster that makes a group."""
    kept = [index for index, members in enumerate(clusters) if len(members) > 1 or index in needed]
    return {index: place for place, index in enumerate(kept)}
