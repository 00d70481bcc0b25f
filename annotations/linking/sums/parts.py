"""Parts and totals: what may be a part, what is never counted twice, and the sums they make."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from annotations.extraction.types import Standing
from annotations.linking.articles.context import Node
from annotations.linking.figures.counted import Fit, fit
from annotations.linking.figures.ontology import ontology
from annotations.linking.groups.groups import label
from annotations.linking.types import Sum, SumScope


def may_be_part(total: Node, part: Node) -> bool:
    """Whether what the part counts can lie within what the total counts."""
    if total.figure.direction != part.figure.direction:
        return False
    if total.figure.standing != part.figure.standing:
        return False
    how = fit(total.thing, part.thing)
    wider = ontology().wider_events.get(part.figure.event, frozenset())
    alike = not part.figure.event or part.figure.event == total.figure.event
    return (how not in (Fit.APART, Fit.OTHER)) and (
        alike
        or total.figure.event in wider | ontology().gathering_events
        or not ontology().exclude(total.figure.event, part.figure.event)
    )


def exclusive(one: Node, other: Node) -> bool:
    """Whether nobody and nothing is counted by both."""
    return fit(one.thing, other.thing) in (Fit.APART, Fit.OTHER) or ontology().exclude(
        one.figure.event, other.figure.event
    )


def differ(one: Node, other: Node) -> bool:
    """Whether two parts are not said to count the same: another thing, event or place."""
    return (
        exclusive(one, other)
        or one.thing != other.thing
        or one.figure.scope != other.figure.scope
        or one.figure.counted_text != other.figure.counted_text
        or particular((one, other))
    )


def particular(parts: Iterable[Node]) -> bool:
    """Whether the numbers are too particular to add up by chance."""
    return all(number(part) >= 10 for part in parts)


def summable(node: Node) -> bool:
    return counted_once(node) and node.quantity.stated[0] == node.quantity.stated[1]


def counted_once(node: Node) -> bool:
    """Whether the figure counts what parts may make up, and does not deny it."""
    return node.figure.standing is not Standing.DENIED and node.quantity.unit not in (
        "percent",
        "time",
        "magnitude",
    )


def number(node: Node) -> float:
    return node.quantity.stated[0]


def adds_up(total: Node, parts: Iterable[Node]) -> bool:
    numbers = [node.quantity for node in parts]
    slack = max(total.quantity.step, *(number.step for number in numbers)) / 2
    whole = math.fsum(number.stated[0] for number in numbers)
    return abs(whole - total.quantity.stated[0]) <= slack


@dataclass(frozen=True, slots=True)
class Parts:
    """Numbers that one sentence sets side by side, of one event and of different things.

    ``whole`` tells that they imply a total: nothing is counted twice, and no words say that there
    are others.
    """

    nodes: tuple[Node, ...]
    whole: bool

    @property
    def article(self) -> str:
        return self.nodes[0].id.article

    @property
    def event(self) -> str:
        return self.nodes[0].figure.event


def stated(total: Node, parts: tuple[Node, ...], scope: SumScope) -> Sum:
    """The sum of a total that is stated."""
    return Sum(
        total=total.id,
        parts=tuple(part.id for part in parts),
        low=total.figure.low,
        high=total.figure.high,
        scope=scope,
        reasons=(_equation(label(total), parts),),
        article=total.id.article if scope is not SumScope.STORY else "",
    )


def remainder(total: Node, parts: tuple[Node, ...], *, apart: bool) -> Sum:
    """The total with the parts that are stated, and what they leave of it.

    Parts that are not ``apart`` may be counted twice, and leave the more.
    """
    least = math.fsum(part.figure.high or math.inf for part in parts)
    lows = [part.figure.low or 0.0 for part in parts]
    most = math.fsum(lows) if apart else max(lows)
    low = max(0.0, (total.figure.low or 0.0) - least)
    high = None if total.figure.high is None else max(0.0, total.figure.high - most)
    left = (
        f"{low:g}"
        if low == high
        else f"{low:g} or more"
        if high is None
        else f"{low:g} to {high:g}"
    )
    whole = f"{_equation(label(total), parts)} + {left} others"
    return Sum(
        total=total.id,
        parts=tuple(part.id for part in parts),
        low=total.figure.low,
        high=total.figure.high,
        scope=SumScope.SENTENCE,
        reasons=(f"{whole}, said by no one in this article",),
        article=total.id.article,
        rest=(low, high),
    )


def derived(parts: Parts) -> Sum:
    """The total that nobody states but the parts imply."""
    lows = [node.figure.low for node in parts.nodes]
    highs = [node.figure.high for node in parts.nodes]
    low = None if None in lows else math.fsum(low for low in lows if low is not None)
    high = None if None in highs else math.fsum(high for high in highs if high is not None)
    whole = f"{low:g} {parts.event}" if low is not None else parts.event
    return Sum(
        total=None,
        parts=tuple(node.id for node in parts.nodes),
        low=low,
        high=high,
        scope=SumScope.SENTENCE,
        reasons=(f"{_equation(whole, parts.nodes)}, said by no one in this article",),
        article=parts.article,
    )


def _equation(whole: str, parts: Iterable[Node]) -> str:
    return f"{whole} = {' + '.join(map(label, parts))}"
