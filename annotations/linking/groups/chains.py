"""Figures of one signature in chains: each is strongly linked to another one of its chain.

They state one number of one thing in equal words, so one strong link is enough to draw two of them
together. Most figures of a large story stand in few sentences, printed again and again: what two
sentences can have for each other is weighed once, and only where it may suffice are the articles
held against each other.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from annotations.linking.articles.context import Node
from annotations.linking.evidence.occurrence import Alike
from annotations.linking.evidence.setting import most_setting, weigh_setting
from annotations.linking.evidence.signatures import Signatures
from annotations.linking.evidence.weights import STRONG
from annotations.linking.groups.blocking import Blocks
from annotations.linking.types import FigureId

# What a figure is weighed by beside its signature and what its article has in common with others.
Standing = tuple[str, str, str]

Members = dict[Standing, list[Node]]


class Strong:
    """Tells which figures of one signature are strongly linked."""

    def __init__(self, signatures: Signatures, blocks: Blocks, alike: Alike) -> None:
        self._signatures = signatures
        self._alike = alike
        self._keys: dict[Node, set[str]] = defaultdict(set)
        for key, block in blocks.items():
            for node in block:
                self._keys[node].add(key)
        self._most: dict[tuple[Standing, Standing], float] = {}

    def any(self, members: Mapping[Standing, Sequence[Node]], node: Node) -> bool:
        """Whether a figure among ``members``, which are by standing, is linked to the node."""
        number = self._signatures.of(node)
        lacking = STRONG - self._signatures.points(number, number)
        own = standing(node)
        return any(
            self._most_between(others[0], other, node, own) >= lacking
            and any(self._are_linked(member, node, lacking) for member in others)
            for other, others in members.items()
        )

    def _most_between(self, one: Node, other: Standing, node: Node, own: Standing) -> float:
        if (other, own) not in self._most:
            self._most[other, own] = self._most[own, other] = most_setting(one, node)
        return self._most[other, own]

    def _are_linked(self, one: Node, other: Node, lacking: float) -> bool:
        if self._keys[one].isdisjoint(self._keys[other]):
            return False
        likeness = self._alike(one.context, other.context)
        return weigh_setting(one, other, likeness).points >= lacking


def standing(node: Node) -> Standing:
    return node.passage.text, node.figure.scope.place, node.context.article.published


def by_signature(blocks: Blocks, signatures: Signatures) -> Iterable[list[Node]]:
    """The figures that share a block, those of each signature together, in canonical order."""
    met: dict[int, set[Node]] = defaultdict(set)
    for block in blocks.values():
        for node in block:
            met[signatures.of(node)].add(node)
    return [sorted(met[number], key=lambda node: node.order) for number in sorted(met)]


def connect(
    nodes: Iterable[Node],
    strong: Strong,
    *,
    root: Callable[[FigureId], FigureId],
    may_join: Callable[[FigureId, FigureId], bool],
    join: Callable[[FigureId, FigureId], None],
) -> None:
    """Join figures of one signature, one by one, with every chain that one is linked to."""
    chains: dict[FigureId, Members] = {}
    for node in nodes:
        own = chains.pop(root(node.id), {})
        for other, members in list(chains.items()):
            if may_join(other, root(node.id)) and strong.any(members, node):
                join(other, node.id)
                own = _together(own, chains.pop(other))
        own.setdefault(standing(node), []).append(node)
        chains[root(node.id)] = own


def _together(one: Members, other: Members) -> Members:
    small, large = sorted((one, other), key=len)
    for place, nodes in small.items():
        large.setdefault(place, []).extend(nodes)
    return large
