"""How groups on the same thing relate when they state different quantities.

Two such groups contradict each other, unless time explains it: a toll grows, so a later and
higher count of the same dead revises the earlier one, and "at least three" is what an early
report says of what becomes ten.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import combinations

from annotations.extraction.types import Modifier
from annotations.linking.blocking import Blocks
from annotations.linking.context import Node
from annotations.linking.counted import Fit, fit, specific
from annotations.linking.evidence import CONFLICT, weigh_conflict
from annotations.linking.groups import leading
from annotations.linking.intervals import relate, same_number
from annotations.linking.occurrence import Alike
from annotations.linking.ontology import ontology
from annotations.linking.reasons import number_in_words
from annotations.linking.types import FigureId, Relation

_CHANGE = re.compile(
    r"\b(?:rose|risen|rises|climbed|jumped|grew|grown|went up|increased|raised|revised|updated|up)"
    r"\b.{0,80}?\bfrom\b|\bfrom\b.{0,40}?\bto\b|\b(?:earlier|initial|previous|previously|first)"
    r" (?:toll|count|report|reports|reported|figure|estimate|put|said)\b",
    re.IGNORECASE,
)
_LOOKED_AT = 20  # characters before and after a number
_BESIDE_OTHERS = re.compile(r"\b(?:another|further|additional)\s+$", re.IGNORECASE)
_OF_MORE = re.compile(
    r"\s+(?:(?:more|further|additional)\b(?!\s+than)|of\s+(?:them|whom|which|these|those)\b)",
    re.IGNORECASE,
)
_LOWER_BOUNDS = frozenset({Modifier.AT_LEAST, Modifier.MORE_THAN})

# How many members of each cluster are held against each other, for the mean of the evidence.
_ASKED = 4


def related(
    clusters: Sequence[Sequence[Node]], blocks: Blocks, parts: Set[FigureId], alike: Alike
) -> Iterator[tuple[int, int, Relation, tuple[str, ...]]]:
    """Pairs of clusters, by index, on one thing with different numbers, and how they relate.

    ``parts`` are the figures that their own article adds up to a total.
    """
    seen = [Side(members, leading(members), parts) for members in clusters]
    place = {node.id: index for index, members in enumerate(clusters) for node in members}
    for first, second in sorted(_candidates(place, blocks)):
        if found := _relation(seen[first], seen[second], alike):
            yield first, second, *found


class Side:
    """One of two clusters that are held against each other."""

    def __init__(self, members: Sequence[Node], lead: Node, parts: Set[FigureId]) -> None:
        self.members = members
        self.lead = lead
        self.articles = {node.id.article for node in members}
        self.is_part = any(map(_is_some_of_all, members)) or (
            not specific(lead.thing) and any(node.id in parts for node in members)
        )


def _is_some_of_all(node: Node) -> bool:
    """Whether the words say that others are counted beside: "five more", "two of them"."""
    text = node.context.article.text
    before = text[max(0, node.id.start - _LOOKED_AT) : node.id.start]
    after = text[node.id.end : node.id.end + _LOOKED_AT]
    return bool(_BESIDE_OTHERS.search(before) or _OF_MORE.match(after))


def _candidates(place: dict[FigureId, int], blocks: Blocks) -> Iterable[tuple[int, int]]:
    """Pairs of clusters that share a block, an event and a unit."""
    pairs: set[tuple[int, int]] = set()
    for block in blocks.values():
        alike: dict[tuple[str, str, str], set[int]] = defaultdict(set)
        for node in block:
            noun = "" if node.thing.domain == "people" else node.thing.head
            alike[node.figure.event, node.thing.domain, noun].add(place[node.id])
        for clusters in alike.values():
            pairs.update(combinations(sorted(clusters), 2))
    return pairs


def _relation(one: Side, other: Side, alike: Alike) -> tuple[Relation, tuple[str, ...]] | None:
    if one.is_part != other.is_part or not _may_differ(one.lead, other.lead):
        return None
    if same_number(one.lead.quantity, other.lead.quantity):
        return None
    if one.articles & other.articles:
        return _said_to_change(one, other)
    found = [
        weigh_conflict(first, second, alike)
        for first in one.members[:_ASKED]
        for second in other.members[:_ASKED]
    ]
    if sum(evidence.points for evidence in found) < CONFLICT * len(found):
        return None
    best = max(found, key=lambda evidence: evidence.points)
    relation, why = _explained(one.lead, other.lead)
    return relation, (*best.reasons, why)


def _may_differ(one: Node, other: Node) -> bool:
    """Whether the two, having other numbers, may still be counts of one thing. Fewer of a
    narrower thing are a part ("nine dead, four of them children"); more of them cannot be."""
    how = fit(one.thing, other.thing)
    if how is Fit.NARROWER:
        lower, higher = sorted((one, other), key=lambda node: node.quantity.stated)
        return specific(higher.thing) > specific(lower.thing)
    return how in (Fit.SAME, Fit.UNSAID)


def _said_to_change(one: Side, other: Side) -> tuple[Relation, tuple[str, ...]] | None:
    """An article that states both numbers counts two things, unless it says in one sentence that
    the one became the other."""
    if one.lead.figure.event != other.lead.figure.event:
        return None
    sentences = {node.passage for node in one.members} & {node.passage for node in other.members}
    for sentence in sorted(sentences, key=lambda passage: passage.text):
        if found := _CHANGE.search(sentence.text):
            words = f"{one.lead.figure.text} and {other.lead.figure.text}"
            return Relation.REVISED, (f"one article has {words} in one sentence: {found.group()}",)
    return None


def _explained(one: Node, other: Node) -> tuple[Relation, str]:
    """How two numbers of one thing relate, and why."""
    lower, higher = sorted((one, other), key=lambda node: node.quantity.stated)
    words = f"{number_in_words(higher.figure)} is not {number_in_words(lower.figure)}"
    growing = one.figure.event in ontology().growing_events
    if growing and (why := _grown(lower, higher)):
        return Relation.REVISED, f"{words}: {why}"
    if relate(one.quantity, other.quantity) is Relation.COMPATIBLE:
        return Relation.COMPATIBLE, words
    return Relation.CONFLICTING, words


def _grown(lower: Node, higher: Node) -> str:
    """What explains that one count of an event that goes on is higher, or ""."""
    before, after = _time(lower), _time(higher)
    if lower.figure.event in ontology().shrinking_events:
        before, after = after, before
    if before and after and before != after:
        return "the later report has what it came to" if before < after else ""
    if lower.figure.modifier in _LOWER_BOUNDS:
        return f"{lower.figure.text} was a lower bound"
    return ""


def _time(node: Node) -> str:
    return node.figure.as_of or node.context.article.published
