"""A cluster of figures as a group: who leads it, how the others relate to it, and why."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from annotations.extraction.types import Figure, Modifier
from annotations.linking.articles.context import Node
from annotations.linking.evidence.evidence import weigh
from annotations.linking.evidence.occurrence import Alike
from annotations.linking.evidence.points import Evidence
from annotations.linking.evidence.reasons import number_in_words
from annotations.linking.evidence.signatures import signature
from annotations.linking.evidence.weights import LINK
from annotations.linking.figures.intervals import relate
from annotations.linking.figures.ontology import ontology
from annotations.linking.types import Group, Membership, Relation

# How many members are asked, beside the leading one, why a figure belongs to them.
_ASKED = 12


def leading(members: Sequence[Node]) -> Node:
    """The figure that stands for the group: exact before bounds, with the event of most, as most
    articles state it, with a noun, then the earliest."""
    events = Counter(node.figure.event for node in members if node.figure.event)
    articles = {(signature(node), node.context.article.id) for node in members}
    stated = Counter(kind for kind, _ in articles)
    return min(
        members,
        key=lambda node: (
            node.rejected,
            node.figure.modifier is not Modifier.EXACT,
            -events[node.figure.event],
            -stated[signature(node)],
            not node.figure.counted,
            node.order,
        ),
    )


def group(members: Sequence[Node], alike: Alike, decided: frozenset[object]) -> Group:
    """The group of a cluster's nodes, the leading figure first, the others in canonical order."""
    lead = leading(members)
    others = [node for node in members if node is not lead]
    low = max(node.quantity.low for node in members)
    high = min(node.quantity.high for node in members)
    if low > high:  # joined at the precision written: the leading figure speaks for all
        low, high = lead.quantity.low, lead.quantity.high
    return Group(
        members=(
            Membership(lead.id, Relation.IDENTICAL, ("leads the group",), 1.0),
            *(_membership(lead, node, others, alike, decided) for node in others),
        ),
        label=label(lead),
        low=_in_unit(low, lead),
        high=_in_unit(high, lead),
        unit=lead.figure.unit,
        counted=_first(node.figure.counted for node in (lead, *others)),
        event=_first(node.figure.event for node in (lead, *others)),
    )


def standing_by(members: Sequence[Node]) -> list[Node]:
    """The members whose article holds the number to be right; all of them where none does."""
    return [node for node in members if not node.rejected] or list(members)


def label(node: Node) -> str:
    """The figure in words: "4 Azerbaijani police officers killed"."""
    figure = node.figure
    parts = [number_in_words(figure)]
    if figure.counted_text and figure.counted_text.lower() not in figure.text.lower():
        parts.append(figure.counted_text)
    if figure.event and not _tells_event(figure) and figure.event not in " ".join(parts).lower():
        parts.append(figure.event)
    return " ".join(parts)


def _tells_event(figure: Figure) -> bool:
    """Whether the counted noun says what happened: seventeen dead, five bodies."""
    fates = ontology().fates.get(figure.event, frozenset())
    return bool(fates & ontology().find((figure.counted,)))


def _membership(
    lead: Node,
    node: Node,
    others: Sequence[Node],
    alike: Alike,
    decided: frozenset[object],
) -> Membership:
    if frozenset((lead.id, node.id)) in decided:
        return Membership(
            node.id, relate(lead.quantity, node.quantity), ("a person linked them",), 1.0
        )
    evidence = _best(lead, node, others, alike)
    score = round(evidence.score, 3)
    if node.rejected:
        reasons = (*evidence.reasons, "its article says that it is another number")
        return Membership(node.id, Relation.CONFLICTING, reasons, score)
    return Membership(node.id, relate(lead.quantity, node.quantity), evidence.reasons, score)


def _best(lead: Node, node: Node, others: Sequence[Node], alike: Alike) -> Evidence:
    """Why the node belongs: its evidence with the leading figure, or else with another member."""
    evidence = weigh(lead, node, alike)
    if evidence.points >= LINK:
        return evidence
    asked = [other for other in others if other is not node][:_ASKED]
    found = [weigh(other, node, alike) for other in asked]
    return max([evidence, *found], key=lambda one: one.points)


def _first(words: Iterable[str]) -> str:
    """The first word that is not empty."""
    return next(filter(None, words), "")


def _in_unit(value: float, lead: Node) -> float | None:
    return None if math.isinf(value) else lead.quantity.in_unit(value)
