"""What a total leaves where its sentence states only some of its parts: of six dead, four of them
police officers, two are others. Nobody states the two; they are derived."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, groupby

from annotations.extraction.types import Modifier
from annotations.linking.articles.context import Node
from annotations.linking.figures.shares import Share
from annotations.linking.sums.parts import counted_once, exclusive, may_be_part, number, remainder
from annotations.linking.types import Sum

# Of "about 12" no part leaves a number.
_PLAIN = frozenset({Modifier.EXACT, Modifier.AT_LEAST, Modifier.MORE_THAN})

_MADE_PART = re.compile(
    r"\b(?:including|included|among (?:them|whom|those)|of (?:whom|which))\b"
    r"[^.;]{0,40}$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s+of (?:them|whom|which|these|those)\b", re.IGNORECASE)
_PARTED = re.compile(r"(?:^|\W)(?:of|among) (?:the|these|those|all|its) (?:\w+ )?$", re.IGNORECASE)
_LISTED = re.compile(r"[^.;]{0,50}(?:\band\b|,|\bplus\b|as well as)[^.;]{0,20}", re.IGNORECASE)
_COMPARED = re.compile(r"\s+(?:more|fewer|less)\s+than\b", re.IGNORECASE)
_LONGEST_LIST = 70  # characters between two numbers of one list


def remainders(article: Sequence[Node], told: set[frozenset[Node]]) -> Iterator[Sum]:
    """The totals of an article's nodes, in order, that parts stated with them leave something of.

    ``told`` are the totals with parts that add up already.
    """
    before: list[Node] = []
    for _, found in groupby(article, key=lambda node: node.passage.start):
        sentence = [node for node in found if counted_once(node) and node.figure.modifier in _PLAIN]
        for total, parts in _parted(sentence, before):
            if any(total in one and one.intersection(parts) for one in told):
                continue
            apart = all(exclusive(one, other) for one, other in combinations(parts, 2))
            left = remainder(total, parts, apart=apart)
            if left.rest and left.rest[1] != 0:
                yield left
        before = sentence


def _parted(
    sentence: Sequence[Node], previous: Sequence[Node]
) -> Iterator[tuple[Node, tuple[Node, ...]]]:
    """The totals of one sentence with the parts that it names of each, as far as they list; one of
    the sentence before where the first number is "19 of them"."""
    parts: dict[Node, list[Node]] = {}
    whole: dict[Node, Node] = {}
    for place, node in enumerate(sentence):
        before = sentence[:place]
        total = _total(before, node) if place else _pointed_to(previous, node)
        if before and before[-1] in whole and _is_listed(before[-1], node):
            total = whole[before[-1]]
        if total and _is_part(total, node):
            whole[node] = total
            parts.setdefault(total, []).append(node)
    for total, found in parts.items():
        yield total, tuple(found)


def _total(before: Sequence[Node], node: Node) -> Node | None:
    """The number that the words make this one a part of: the nearest before it that is higher."""
    for total in reversed(before):
        if number(total) > number(node):
            text = node.context.article.text
            between = text[total.id.end : node.id.start]
            opening = text[total.passage.start : total.id.start]
            said = (
                _MADE_PART.search(between)
                or _OF_THEM.match(text[node.id.end :])
                or (_PARTED.search(opening) and "," in between)
            )
            return total if said else None
    return None


def _pointed_to(previous: Sequence[Node], node: Node) -> Node | None:
    """The number of the sentence before that "19 of them" is a part of: its only higher one of
    what may be the same."""
    if not _OF_THEM.match(node.context.article.text[node.id.end :]):
        return None
    higher = [total for total in previous if _is_part(total, node)]
    return higher[0] if len(higher) == 1 else None


def _is_listed(one: Node, other: Node) -> bool:
    """Whether a number goes on with the list that another one stands in."""
    text = one.context.article.text
    between = text[one.id.end : other.id.start]
    if _OF_THEM.match(text[other.id.end :]):
        return False
    return len(between) <= _LONGEST_LIST and bool(_LISTED.fullmatch(between))


def _is_part(total: Node, part: Node) -> bool:
    return (
        part.quantity.unit in (total.quantity.unit, "")
        and part.thing.domain in (total.thing.domain, "")
        and number(part) < number(total)
        and (total.thing != part.thing or part.share is Share.SOME)
        and part.share is not Share.MORE
        and not _COMPARED.match(part.context.article.text[part.id.end :])
        and may_be_part(total, part)
    )
