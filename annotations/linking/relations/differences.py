"""The evidence that two figures with other numbers are of one thing, so that they contradict each
other.

The points are those of ``evidence.py``, with what only other numbers have to be asked: whether
they are of one size, are told in the same words, and what else the two articles agree on.
"""

import math

from annotations.linking.articles.context import Node
from annotations.linking.evidence.evidence import weigh_thing
from annotations.linking.evidence.meaning import weigh_meaning_of_things
from annotations.linking.evidence.occurrence import Alike, agreement, articles_alike
from annotations.linking.evidence.points import Evidence, between
from annotations.linking.evidence.weights import MOST_SETTING, NEVER, SAME_EVENT
from annotations.linking.figures.intervals import comparable
from annotations.linking.relations.nearby import told_alike

CONFLICT = 2.0  # points from which two figures with other numbers contradict each other

# Two counts of one thing seldom differ by much: how often the one holds the other, and the points
# for their being counts of one thing at all.
CLOSENESS = ((1.0, 0.6), (1.5, 0.3), (3.0, -0.3), (6.0, -1.5), (20.0, -4.0))
NO_EVENT = -1.5  # nothing says what happened, nor to what
NO_EVENT_OF_COUNT = -0.8  # nothing says what happened
# A temperature or a magnitude says itself what it is of; all of them are close, and that two are of
# quakes says nothing.
_TELLING = frozenset({"celsius", "magnitude"})

# How many telling words right around the one number stand right around the other ("a depth of").
TOLD_ALIKE = ((0.0, -0.3), (0.5, 0.2), (1.0, 1.0), (2.0, 1.8))
# Of a measure without a noun little else says what it is of.
MEASURES_TOLD_ALIKE = ((0.0, -1.2), (0.5, -0.3), (1.0, 1.0), (2.0, 1.8))

OTHER_PERIOD = -1.5  # only one counts over years or months, so that both may be right

# In how many groups both articles have a figure.
SHARED_GROUPS = (-0.5, 0.5, 1.2)
_MANY_GROUPS = len(SHARED_GROUPS) - 1
# They disagree on two figures or more and agree on none, by the part of their telling words that
# they share: those that share most of them tell of one occurrence all the same.
DISAGREE_THROUGHOUT = ((0.25, -3.0), (0.5, 0.0))


def weigh_difference(first: Node, second: Node, alike: Alike = articles_alike) -> Evidence:
    """The evidence that two figures with other numbers speak of one thing, but for what else the
    two articles agree on (``weigh_agreement``)."""
    evidence = weigh_thing(first, second, alike)
    if evidence.points > NEVER:
        _weigh_size(evidence, first, second)
        _weigh_nearby(evidence, first, second)
        if first.passage.period != second.passage.period:
            evidence.add(OTHER_PERIOD)
    return evidence


def most_conflict(first: Node, second: Node) -> float:
    """The most points that two figures with other numbers may have for speaking of one thing,
    wherever they stand."""
    if not comparable(first.quantity, second.quantity):
        return NEVER
    evidence = weigh_meaning_of_things(first, second)
    _weigh_size(evidence, first, second)
    return evidence.points + MOST_SETTING + TOLD_ALIKE[-1][1] + SHARED_GROUPS[-1]


def weigh_agreement(
    evidence: Evidence, first: Node, second: Node, shared: int, alike: Alike = articles_alike
) -> None:
    """Reports of one occurrence contradict each other in a figure, those of two in all of them.
    ``shared`` tells in how many groups both articles have a figure."""
    reason = "the articles agree on another figure" if shared else ""
    evidence.add(SHARED_GROUPS[min(shared, _MANY_GROUPS)], reason)
    if shared:
        return
    agreed, disagreed = agreement(first.context, second.context, first.kind)
    if not agreed and disagreed > 1:
        part = alike(first.context, second.context).part
        evidence.add(between(DISAGREE_THROUGHOUT, part), "the articles agree on no figure")


def _weigh_size(evidence: Evidence, first: Node, second: Node) -> None:
    if first.quantity.dimension in _TELLING:
        evidence.add(-SAME_EVENT if first.figure.event == second.figure.event != "" else 0.0)
    else:
        evidence.add(between(CLOSENESS, _ratio(first, second)))
    if not first.figure.event and not second.figure.event:
        evidence.add(NO_EVENT if _is_measure(first, second) else NO_EVENT_OF_COUNT)


def _is_measure(first: Node, second: Node) -> bool:
    """Whether no noun says what both are of, nor does the quantity: a wage does, "a week"."""
    counted = "people" in (first.thing.domain, second.thing.domain)
    nameless = not (first.thing.head and second.thing.head)
    telling = first.quantity.dimension in _TELLING or " per " in first.figure.unit
    return nameless and not counted and not telling


def _weigh_nearby(evidence: Evidence, first: Node, second: Node) -> None:
    amount, words = told_alike(first, second)
    reason = f"both are told with {', '.join(words)}" if words else ""
    line = MEASURES_TOLD_ALIKE if _is_measure(first, second) else TOLD_ALIKE
    evidence.add(between(line, amount), reason)


def _ratio(first: Node, second: Node) -> float:
    """How often the larger number holds the smaller one."""
    low, high = sorted(abs(node.quantity.stated[0]) for node in (first, second))
    return high / low if low else math.inf
