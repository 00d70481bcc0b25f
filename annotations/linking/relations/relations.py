"""How groups on the same thing relate when they state different quantities.

Two such groups contradict each other, unless time explains it: a toll grows, so a later and
higher count of the same dead revises the earlier one, and "at least three" is what an early
report says of what becomes ten.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import combinations, product, starmap
from typing import NamedTuple

from annotations.linking.articles.context import Node
from annotations.linking.evidence.occurrence import Alike
from annotations.linking.evidence.reasons import number_in_words
from annotations.linking.figures.contrasts import Contrast, How
from annotations.linking.figures.counted import Fit, Thing, fit, is_narrower, specific, standing_for
from annotations.linking.figures.intervals import relate, same_number
from annotations.linking.groups.blocking import Blocks
from annotations.linking.groups.groups import leading
from annotations.linking.relations.differences import (
    CONFLICT,
    SHARED_GROUPS,
    most_conflict,
    weigh_agreement,
    weigh_difference,
)
from annotations.linking.relations.revisions import outgrown, revision
from annotations.linking.types import FigureId, Relation

Pair = tuple[int, int]

# Numbers that differ by more than this factor contradict each other only where both say of what.
_ONE_SIZE = 3.0

# How many members of each cluster are held against each other, for the mean of the evidence.
_ASKED = 4


def related(
    clusters: Sequence[Sequence[Node]], blocks: Blocks, parts: Set[FigureId], alike: Alike
) -> Iterator[tuple[int, int, Relation, tuple[str, ...]]]:
    """Pairs of clusters, by index, on one thing with different numbers, and how they relate.

    ``parts`` are the figures that their own article adds up to a total.
    """
    seen = [Side(members, leading(members), parts) for members in clusters]
    groups = _groups_of_articles(seen)
    place = {node.id: index for index, members in enumerate(clusters) for node in members}
    found: dict[Pair, Related] = {}
    told = _set_against(clusters, place)
    for first, second in sorted({*_candidates(place, blocks), *told}):
        one, other = seen[first], seen[second]
        if contrast := told.get((first, second)):
            how = _told(one.lead, other.lead, contrast)
        else:
            how = _relation(one, other, alike, groups)
        if how:
            found[first, second] = how
    for first, second in sorted(_best(found, seen)):
        yield first, second, found[first, second].relation, found[first, second].reasons


class Related(NamedTuple):
    """How two clusters relate, and the points there are for their being of one thing."""

    points: float
    relation: Relation
    reasons: tuple[str, ...]


class Side:
    """One of two clusters that are held against each other."""

    def __init__(self, members: Sequence[Node], lead: Node, parts: Set[FigureId]) -> None:
        self.members = members
        self.asked = members[:_ASKED]
        self.lead = lead
        self.articles = {node.id.article for node in members}
        self.is_added_up = any(node.id in parts for node in members)
        self.is_part = 2 * sum(bool(node.share) for node in members) >= len(members) or (
            not specific(lead.thing) and self.is_added_up
        )


def _best(found: Mapping[Pair, Related], seen: Sequence[Side]) -> Iterator[Pair]:
    """The pairs that hold beside each other, best first. Of two numbers of one article, which says
    no more of the two, a third is only held against the one that it goes with better."""
    partners: dict[int, set[int]] = defaultdict(set)
    for first, second in sorted(found, key=lambda pair: (-found[pair].points, pair)):
        rivals = [(at, second) for at in partners[first]] + [(at, first) for at in partners[second]]
        if found[first, second].points == math.inf or not any(
            other not in partners[at] and not seen[at].articles.isdisjoint(seen[other].articles)
            for at, other in rivals
        ):
            partners[first].add(second)
            partners[second].add(first)
            yield first, second


def _candidates(place: dict[FigureId, int], blocks: Blocks) -> Iterable[Pair]:
    """Pairs of clusters that share a block, a unit and an event, or of which one says none and
    has a number of the same size."""
    pairs: set[Pair] = set()
    sizes: dict[int, float] = {}
    for block in blocks.values():
        alike: dict[tuple[str, str], dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        for node in block:
            for kind in _kinds(node.thing):
                alike[kind][node.figure.event].add(place[node.id])
            sizes[place[node.id]] = abs(node.quantity.stated[0])
        for by_event in alike.values():
            unsaid = by_event.pop("", set())
            pairs.update(combinations(sorted(unsaid), 2))
            for clusters in by_event.values():
                pairs.update(combinations(sorted(clusters), 2))
                pairs.update(_of_one_size(clusters, unsaid, sizes))
    return pairs


@lru_cache(maxsize=8192)
def _kinds(thing: Thing) -> tuple[tuple[str, str], ...]:
    """The kinds of things among which others that the thing may be are found: its domain, with
    those that stand for it; or its noun, where no concept is known."""
    if not thing.concepts:
        return ((thing.domain, "" if thing.domain == "people" else thing.head),)
    return tuple((domain, "") for domain in (thing.domain, *sorted(standing_for(thing))))


def _of_one_size(clusters: Set[int], others: Set[int], sizes: dict[int, float]) -> Iterator[Pair]:
    for one, other in product(clusters, others):
        low, high = sorted((sizes[one], sizes[other]))
        if one != other and high <= low * _ONE_SIZE:
            yield min(one, other), max(one, other)


def _groups_of_articles(sides: Sequence[Side]) -> Mapping[str, Set[int]]:
    """The clusters that each article shares with others."""
    found: dict[str, set[int]] = defaultdict(set)
    for index, side in enumerate(sides):
        if len(side.articles) > 1:
            for article in side.articles:
                found[article].add(index)
    return found


def _relation(
    one: Side, other: Side, alike: Alike, groups: Mapping[str, Set[int]]
) -> Related | None:
    if one.is_part != other.is_part or not _may_differ(one, other):
        return None
    if not one.articles.isdisjoint(other.articles) and not outgrown(one.lead, other.lead):
        return None  # an article that states both, and says no more, counts two things
    if same_number(one.lead.quantity, other.lead.quantity):
        return None
    asked = [(first, second) for first in one.asked for second in other.asked]
    # Most clusters are nothing to each other, and the cheaper evidence is enough to say so.
    if _better_half(starmap(most_conflict, asked)) < CONFLICT:
        return None
    found = [weigh_difference(first, second, alike) for first, second in asked]
    if _better_half(evidence.points + SHARED_GROUPS[-1] for evidence in found) < CONFLICT:
        return None
    for evidence, (first, second) in zip(found, asked, strict=True):
        shared = groups.get(first.id.article, set()) & groups.get(second.id.article, set())
        weigh_agreement(evidence, first, second, len(shared), alike)
    points = _better_half(evidence.points for evidence in found)
    if points < CONFLICT:
        return None
    best = max(found, key=lambda evidence: evidence.points)
    relation, why = _explained(one.lead, other.lead)
    return Related(points, relation, (*best.reasons, why))


def _better_half(points: Iterable[float]) -> float:
    """The mean of the better half: members that say little take nothing from those that say what
    both groups are of."""
    best = sorted(points, reverse=True)
    half = best[: (len(best) + 1) // 2]
    return math.fsum(half) / len(half)


def _may_differ(one: Side, other: Side) -> bool:
    """Whether the two, having other numbers, may still be counts of one thing. Where the nouns of
    the whole groups differ, one of each may be the same. Fewer of a narrower thing are a part
    ("nine dead, four of them children"); more of them cannot be, unless their own article adds
    them up to a total."""
    if any(_have_one_meaning(*pair) for pair in product(one.asked, other.asked)):
        return True
    how = fit(one.lead.thing, other.lead.thing)
    if how is Fit.NARROWER and one.lead.thing.head and other.lead.thing.head:
        lower, higher = sorted((one, other), key=lambda side: side.lead.quantity.stated)
        return is_narrower(higher.lead.thing, lower.lead.thing) and not higher.is_added_up
    if how is Fit.CROSS:
        return one.lead.thing.domain != other.lead.thing.domain
    return how in (Fit.SAME, Fit.NARROWER, Fit.UNSAID)


def _have_one_meaning(first: Node, second: Node) -> bool:
    same = first.figure.event == second.figure.event != ""
    return same and fit(first.thing, second.thing) is Fit.SAME


def _set_against(
    clusters: Sequence[Sequence[Node]], place: dict[FigureId, int]
) -> dict[Pair, Contrast]:
    """The pairs of clusters of which an article sets one against the other, the first that does."""
    found: dict[Pair, Contrast] = {}
    contexts = {node.context for members in clusters for node in members}
    for seen in sorted(contexts, key=lambda one: one.article.id):
        for contrast in seen.contrasts:
            ends = [seen.meanings[at].figure for at in (contrast.first, contrast.second)]
            ids = [FigureId(seen.article.id, figure.start, figure.end) for figure in ends]
            if all(one in place for one in ids):
                first, second = sorted(place[one] for one in ids)
                found.setdefault((first, second), contrast)
    return found


def _told(one: Node, other: Node, contrast: Contrast) -> Related | None:
    """How two numbers relate of which an article says that they are of one thing."""
    if same_number(one.quantity, other.quantity):
        return None
    why = (f"one article {contrast.how}: {contrast.words}",)
    if contrast.how is How.CHANGED:
        return Related(math.inf, Relation.REVISED, why)
    return Related(math.inf, relate(one.quantity, other.quantity), why)


def _explained(one: Node, other: Node) -> tuple[Relation, str]:
    """How two numbers of one thing relate, and why."""
    lower, higher = sorted((one, other), key=lambda node: node.quantity.stated)
    words = f"{number_in_words(higher.figure)} is not {number_in_words(lower.figure)}"
    if why := revision(one, other):
        return Relation.REVISED, f"{words}: {why}"
    if relate(one.quantity, other.quantity) is Relation.COMPATIBLE:
        return Relation.COMPATIBLE, words
    return Relation.CONFLICTING, words
