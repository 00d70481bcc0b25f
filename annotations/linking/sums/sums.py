"""Totals and their parts: within a sentence, an article and across articles.

That numbers add up is no evidence by itself: small ones do so all the time. A sum also needs that
the text sets the parts side by side, or that total and parts are the same event of people or
things that cannot be counted twice.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, groupby

from annotations.linking.articles.context import Node
from annotations.linking.evidence.occurrence import Alike
from annotations.linking.figures.counted import Fit, fit
from annotations.linking.figures.ontology import ontology
from annotations.linking.figures.shares import Share
from annotations.linking.groups.blocking import Blocks
from annotations.linking.sums.across import Across, Told
from annotations.linking.sums.parts import (
    Parts,
    adds_up,
    differ,
    exclusive,
    may_be_part,
    number,
    particular,
    stated,
    summable,
)
from annotations.linking.sums.remainders import remainders
from annotations.linking.types import Sum, SumScope
from annotations.linking.words.names import country_code, same_name

_MOST_PARTS = 5
_NEAR = 400  # characters between the sentences of a total and of its parts
_LOOKED_AT = 12  # numbers before and after a total that may be its parts

# Words that say that numbers are parts of one before them, or that they are not.
_PARTITION = re.compile(
    r"\b(?:of (?:which|whom|them|these|those)|including|comprising|consisting|namely|made up|"
    r"among (?:them|which|whom|these|those|casualties|victims)|in total|total|altogether|overall|"
    r"combined|respectively|broken down|as well as)\b",
    re.IGNORECASE,
)
_POINTING_BACK = re.compile(r"\W*(?:of|among) (?:the|these|those|them|all)\b", re.IGNORECASE)
_COMPLETING = re.compile(
    r"\b(?:the (?:other|remaining)|the rest|the others|the remainder)\b[^.;]{0,25}$", re.IGNORECASE
)
_LISTING = re.compile(r":|[–—-]\s")
_AMONG = re.compile(r"\b(?:among|including|included)\b[^.,;:]*$", re.IGNORECASE)
_BESIDE = re.compile(r"\band\b|,|;|\bwhile\b|\bplus\b|\bas well as\b|\balong with\b", re.IGNORECASE)
_NOT_BESIDE = re.compile(
    r"\b(?:of (?:which|whom|them|these|those)|including|among|from|than|or|instead|compared|"
    r"versus|against|after|before|but)\b",
    re.IGNORECASE,
)
_LONGEST_BESIDE = 80  # characters between two numbers that are set side by side


def sums(
    clusters: Sequence[Sequence[Node]], blocks: Blocks, alike: Alike
) -> Iterator[tuple[Sum, int | None]]:
    """Every sum with the index of the cluster that states or holds its total.

    In canonical order: the stated ones of each article, then those across articles and derived.
    """
    place = {node.id: index for index, members in enumerate(clusters) for node in members}
    nodes = sorted((node for members in clusters for node in members), key=lambda node: node.id)
    beside: list[Parts] = []
    told: set[Told] = set()
    for _, found in groupby(nodes, key=lambda node: node.id.article):
        own = list(found)
        article = [node for node in own if summable(node)]
        complete: set[frozenset[Node]] = set()
        for total, parts, scope in _of_article(article):
            told.add((place[total.id], frozenset(place[part.id] for part in parts)))
            complete.add(frozenset((total, *parts)))
            yield stated(total, parts, scope), place[total.id]
        for left in remainders(own, complete):
            yield left, place[left.total] if left.total else None
        beside += [*_side_by_side(article), *_fates(article)]
    yield from Across(clusters, place, blocks, alike, told).sums(beside)


def _of_article(nodes: Sequence[Node]) -> Iterator[tuple[Node, tuple[Node, ...], SumScope]]:
    """Totals that the article states with the parts it states, none of them told twice."""
    seen: set[tuple[float, ...]] = set()
    for total in nodes:
        for parts in _candidates(total, nodes):
            numbers = (number(total), *sorted(map(number, parts)))
            if numbers in seen:
                continue
            one_sentence = all(part.passage is total.passage for part in parts)
            fits = _in_sentence(total, parts) if one_sentence else _in_article(total, parts)
            if fits:
                seen.add(numbers)
                yield total, parts, SumScope.SENTENCE if one_sentence else SumScope.ARTICLE


def _candidates(total: Node, nodes: Sequence[Node]) -> Iterator[tuple[Node, ...]]:
    """Runs of numbers that stand beside each other near the total and add up to it; and within
    the sentences near it, pairs."""
    at = nodes.index(total)
    near = [
        node
        for node in nodes[max(0, at - _LOOKED_AT) : at + _LOOKED_AT]
        if node is not total
        and node.quantity.unit in (total.quantity.unit, "")
        and 0 < number(node) < number(total)
        and abs(node.passage.start - total.passage.start) <= _NEAR
    ]
    for size in range(2, _MOST_PARTS + 1):
        for start in range(len(near) - size + 1):
            run = tuple(near[start : start + size])
            if adds_up(total, run):
                yield run
    for pair in combinations(near, 2):
        if adds_up(total, pair):
            yield pair


def _in_sentence(total: Node, parts: tuple[Node, ...]) -> bool:
    """Whether a total and parts of one sentence are said to be that."""
    if not all(may_be_part(total, part) for part in parts):
        return False
    first, last = min(total.id.start, parts[0].id.start), max(total.id.end, parts[-1].id.end)
    words = total.context.article.text[first:last]
    before = total.context.article.text[total.passage.start : first]
    told = bool(
        _PARTITION.search(words)
        or _PARTITION.search(before[-20:])
        or (total.id < parts[0].id and _LISTING.search(_between(total, parts[0])))
    )
    if _is_named_again(total, parts):
        return False
    apart = any(differ(one, other) for one, other in combinations(parts, 2))
    return apart and (told or particular(parts))


def _in_article(total: Node, parts: tuple[Node, ...]) -> bool:
    """Whether numbers of several sentences are a total and its parts: of one event, or of fates
    that part all who were there, and of people or things of which none is both."""
    if any(part.passage is total.passage for part in parts):
        return False
    if not all(may_be_part(total, part) for part in parts):
        return False
    return _of_fates(total, parts) or _of_one_event(total, parts)


def _of_fates(total: Node, parts: tuple[Node, ...]) -> bool:
    """Whether the parts tell what became of all who were there: so many dead, missing, rescued."""
    known = ontology()
    fates = [part.figure.event for part in parts]
    there = total.figure.event in known.gathering_events or (
        not total.figure.event and (len(parts) > 2 or particular(parts))
    )
    return (
        there
        and total.thing.domain == "people"
        and all(part.thing.domain == "people" for part in parts)
        and all(known.exclude(one, other) for one, other in combinations(fates, 2))
    )


def _of_one_event(total: Node, parts: tuple[Node, ...]) -> bool:
    events = {part.figure.event for part in parts}
    if events - {"", total.figure.event}:
        return False
    told = _are_told(parts)
    by_chance = not (told or particular(parts))
    if (by_chance and "" in events) or not (any(events) or told):
        return False
    return all(
        exclusive(one, other)
        or _elsewhere(one, other, total)
        or (not by_chance and _may_be_others(one, other))
        for one, other in combinations(parts, 2)
    )


def _may_be_others(one: Node, other: Node) -> bool:
    """Whether one of two counts does not say of whom it is, so that it may be of other people."""
    how = fit(one.thing, other.thing)
    unnamed = not (one.thing.head and other.thing.head)
    return how is Fit.UNSAID or (unnamed and how is Fit.NARROWER)


def _are_told(parts: Sequence[Node]) -> bool:
    """Whether the words say so: "Of the injured, 101", "ten of them", "the other 13"."""
    first = min(parts, key=lambda part: part.id.start)
    return (
        bool(_POINTING_BACK.match(first.before))
        or first.share is Share.SOME
        or any(_COMPLETING.search(part.before) for part in parts)
    )


def _elsewhere(one: Node, other: Node, total: Node) -> bool:
    """Whether two counts of one event are of two places, and the total is of the country or of no
    place: "11 in Velt and eight in Karrow"."""
    first, second, whole = (node.figure.scope.place for node in (one, other, total))
    wider = not whole or country_code(whole)
    return bool(wider and first and second) and not same_name(first, second)


def _is_named_again(total: Node, parts: Sequence[Node]) -> bool:
    """Whether a part has the total's very noun, and another one a noun that is none of it: of 30
    beds 25 are in use, and five ambulances are no beds."""
    ways = {fit(total.thing, part.thing) for part in parts if part.thing.head}
    return {Fit.SAME, Fit.STRANGE} <= ways


def _between(one: Node, other: Node) -> str:
    return one.context.article.text[one.id.end : other.id.start]


def _side_by_side(nodes: Sequence[Node]) -> Iterator[Parts]:
    """The numbers that each sentence sets side by side."""
    for _, found in groupby(nodes, key=lambda node: node.passage.start):
        run: list[Node] = []
        for node in found:
            if run and not _beside(run[-1], node):
                yield from _parts(run)
                run = []
            run.append(node)
        yield from _parts(run)


def _fates(nodes: Sequence[Node]) -> Iterator[Parts]:
    """The numbers near each other that tell what became of people, each of them once: so many
    dead, so many hurt."""
    run: list[Node] = []
    for node in (one for one in nodes if one.thing.domain == "people" and not one.share):
        if not all(_part_fates(one, node) for one in run):
            yield from _told_fates(run)
            run = []
        run.append(node)
    yield from _told_fates(run)


def _part_fates(one: Node, other: Node) -> bool:
    near = other.passage.start - one.passage.start <= _NEAR
    return near and ontology().exclude(one.figure.event, other.figure.event)


def _told_fates(run: Sequence[Node]) -> Iterator[Parts]:
    if len(run) > 1:
        yield Parts(tuple(run), whole=False)


def _parts(run: Sequence[Node]) -> Iterator[Parts]:
    if len(run) > 1:
        whole = all(exclusive(one, other) for one, other in combinations(run, 2))
        yield Parts(tuple(run), whole=whole and not _AMONG.search(run[0].before))


def _beside(one: Node, other: Node) -> bool:
    between = _between(one, other)
    return (
        bool(one.figure.event)
        and one.figure.event == other.figure.event
        and one.quantity.unit == other.quantity.unit
        and one.thing.domain == other.thing.domain != ""
        and one.thing.head != other.thing.head
        and len(between) <= _LONGEST_BESIDE
        and bool(_BESIDE.search(between))
        and not _NOT_BESIDE.search(between)
    )
