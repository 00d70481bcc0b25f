"""What figures mean, each meaning weighed against each other one once.

A story repeats itself: thousands of figures have a few hundred meanings.
"""

from collections.abc import Sequence
from itertools import combinations

from annotations.linking.articles.context import Node
from annotations.linking.evidence.meaning import weigh_meaning
from annotations.linking.evidence.weights import NEVER, OTHER_EVENT
from annotations.linking.figures.counted import Fit, fit

Signature = tuple[object, ...]


def signature(node: Node) -> Signature:
    """What the figure means apart from where and when; equal ones never exclude each other."""
    figure = node.figure
    return (
        node.quantity.low,
        node.quantity.high,
        node.quantity.unit,
        figure.modifier,
        figure.event,
        figure.standing,
        figure.direction,
        node.thing,
        node.span,
        node.share,
    )


def exclude(first: Node, second: Node, points: float) -> bool:
    """Whether two figures, whose meanings have these points, cannot state one quantity of one
    thing, wherever they stand."""
    if points == NEVER or fit(first.thing, second.thing) is Fit.OTHER:
        return True
    events = {first.figure.event, second.figure.event} - {""}
    return len(events) == 2 and points <= OTHER_EVENT


class Signatures:
    """The signatures of nodes by number, in the order of the nodes."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        numbers: dict[Signature, int] = {}
        self._examples: list[Node] = []
        self._of: dict[Node, int] = {}
        for node in nodes:
            number = numbers.setdefault(signature(node), len(numbers))
            if number == len(self._examples):
                self._examples.append(node)
            self._of[node] = number
        self._points: dict[tuple[int, int], float] = {}
        self._excluded: dict[tuple[int, int], bool] = {}

    def of(self, node: Node) -> int:
        return self._of[node]

    def points(self, first: int, second: int) -> float:
        """The evidence in what two signatures mean."""
        pair = (first, second) if first <= second else (second, first)
        if pair not in self._points:
            one, other = (self._examples[number] for number in pair)
            self._points[pair] = weigh_meaning(one, other).points
        return self._points[pair]

    def exclude(self, first: int, second: int) -> bool:
        """Whether nothing can make figures of the two signatures one."""
        pair = (first, second) if first <= second else (second, first)
        if pair not in self._excluded:
            one, other = (self._examples[number] for number in pair)
            self._excluded[pair] = exclude(one, other, self.points(first, second))
        return self._excluded[pair]

    def contradict(self, numbers: Sequence[int]) -> bool:
        """Whether any two of the signatures exclude each other."""
        return any(self.exclude(one, other) for one, other in combinations(numbers, 2))
