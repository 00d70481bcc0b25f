"""Figures to clusters: deterministic, and bound by what people decided.

First, within one block, figures of one *signature* (number, unit, counted thing, event) are joined
as soon as one chain of strong links connects them; they can never contradict each other, and a
pair that is connected already is not looked at again, so that for one story this is near linear.
Then clusters are joined best first, by the mean evidence between their members: a single odd pair
does not draw two occurrences together. Clusters of which any two signatures exclude each other
are never joined: "two people" may join "two civilians" or "two officers", but not both. Nor are two
of which one sentence states both.
"""

from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush

from annotations.linking.articles.context import Node, Passage
from annotations.linking.evidence.occurrence import Alike
from annotations.linking.evidence.setting import weigh_setting
from annotations.linking.evidence.signatures import Signatures
from annotations.linking.evidence.weights import LINK, MOST_SETTING, NEVER
from annotations.linking.groups.blocking import Blocks
from annotations.linking.groups.chains import Strong, by_signature, connect
from annotations.linking.groups.disjoint import Disjoint
from annotations.linking.types import Decision, FigureId

# How many members of a cluster are held against those of another, and how far one pair counts.
_ASKED = 5
_WORST, _BEST = -4.0, 4.0

Entry = tuple[float, FigureId, FigureId]


def cluster(
    nodes: Sequence[Node], blocks: Blocks, decisions: Iterable[Decision], alike: Alike
) -> list[list[Node]]:
    """Give the nodes that state one quantity of one thing together; every node is in one cluster.

    Members are in canonical order, and so are the clusters by their first member. A decision
    about a figure that is not at hand is ignored. Where decisions contradict each other through
    a chain, those that keep apart win, then the first in order.
    """
    clustering = _Clustering(nodes, alike)
    clustering.decide(decisions)
    clustering.join_one_signature(blocks)
    clustering.join_best_first(blocks)
    return clustering.clusters()


class _Clustering:
    def __init__(self, nodes: Sequence[Node], alike: Alike) -> None:
        self._nodes = {node.id: node for node in nodes}
        self._alike = alike
        self._signatures = Signatures(nodes)
        self._sets = Disjoint(self._nodes)
        self._kinds = {node.id: {self._signatures.of(node)} for node in nodes}
        self._passages: dict[FigureId, set[Passage]] = {node.id: {node.passage} for node in nodes}

    def clusters(self) -> list[list[Node]]:
        found = [
            sorted((self._nodes[figure] for figure in members), key=lambda node: node.order)
            for members in self._sets.all()
        ]
        return sorted(found, key=lambda members: members[0].order)

    def decide(self, decisions: Iterable[Decision]) -> None:
        known = sorted(
            (min(one.first, one.second), max(one.first, one.second), one.same)
            for one in decisions
            if one.first in self._nodes and one.second in self._nodes
        )
        for first, second, same in known:
            if not same and first != second:
                self._sets.keep_apart(first, second)
        for first, second, same in known:
            if same and not self._sets.must_stay_apart(first, second):
                self._join(first, second)

    def join_one_signature(self, blocks: Blocks) -> None:
        """Join the figures of one signature that strong links connect."""
        strong = Strong(self._signatures, blocks, self._alike)
        for same in by_signature(blocks, self._signatures):
            connect(same, strong, root=self._sets.root, may_join=self._may_join, join=self._join)

    def join_best_first(self, blocks: Blocks) -> None:
        """Join the clusters whose members agree best on the mean, until none is left to join."""
        found = {pair for block in blocks.values() for pair in self._candidates(block)}
        waiting = [entry for pair in found if (entry := self._entry(*pair))]
        heapify(waiting)
        while waiting:
            entry = heappop(waiting)
            one, other = sorted((self._sets.root(entry[1]), self._sets.root(entry[2])))
            now = self._entry(one, other)
            if now == entry:
                self._join(one, other)
            elif now:
                heappush(waiting, now)

    def _candidates(self, block: Sequence[Node]) -> Iterator[tuple[FigureId, FigureId]]:
        """Pairs of clusters that have figures of like meaning in the block."""
        kinds: dict[tuple[FigureId, int], Node] = {}
        for node in block:
            kinds.setdefault((self._sets.root(node.id), self._signatures.of(node)), node)
        standing = sorted(kinds.items(), key=lambda kind: (kind[1].quantity.stated, kind[1].order))
        for index, ((root, kind), node) in enumerate(standing):
            for (other_root, other_kind), other in standing[index + 1 :]:
                if _out_of_reach(node, other):
                    break
                if root == other_root:
                    continue
                if self._signatures.points(kind, other_kind) + MOST_SETTING >= LINK:
                    yield min(root, other_root), max(root, other_root)

    def _entry(self, one: FigureId, other: FigureId) -> Entry | None:
        """The clusters with their mean evidence, negative so that the best sorts first, or None
        where they are not to be joined."""
        if not self._may_join(one, other):
            return None
        points = [
            min(max(self._points(first, second), _WORST), _BEST)
            for first in self._asked(one)
            for second in self._asked(other)
        ]
        mean = sum(points) / len(points)
        return (-mean, one, other) if mean >= LINK else None

    def _may_join(self, one: FigureId, other: FigureId) -> bool:
        """Whether two clusters are two, no person keeps them apart, no sentence states both, and no
        meanings exclude each other. Of what only a person could bring together, one meaning that
        fits is enough."""
        if one == other or self._sets.must_stay_apart(one, other):
            return False
        if not self._passages[one].isdisjoint(self._passages[other]):
            return False
        kinds, others = sorted(self._kinds[one]), sorted(self._kinds[other])
        excluded = (self._signatures.exclude(kind, at) for kind in kinds for at in others)
        if self._signatures.contradict(kinds) or self._signatures.contradict(others):
            return not all(excluded)
        return not any(excluded)

    def _asked(self, root: FigureId) -> list[Node]:
        """The cluster's first figure of each of its first articles."""
        first: dict[str, Node] = {}
        for figure in self._sets.members(root):
            first.setdefault(figure.article, self._nodes[figure])
            if len(first) == _ASKED:
                break
        return list(first.values())

    def _points(self, one: Node, other: Node) -> float:
        meaning = self._signatures.points(self._signatures.of(one), self._signatures.of(other))
        if meaning == NEVER:
            return NEVER
        return meaning + weigh_setting(one, other, self._alike(one.context, other.context)).points

    def _join(self, first: FigureId, second: FigureId) -> None:
        one, other = sorted((self._sets.root(first), self._sets.root(second)))
        if one != other:
            self._sets.join(one, other)
            self._kinds[one] |= self._kinds.pop(other)
            self._passages[one] |= self._passages.pop(other)


def _out_of_reach(lower: Node, higher: Node) -> bool:
    """Whether no node after ``higher``, by the lower end of what it states, can state the number
    that ``lower`` states."""
    return higher.quantity.stated[0] > lower.quantity.stated[1] * 1.25 + 1
