"""Sums across articles: one states the total, another its parts."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations

from annotations.linking.articles.context import Node
from annotations.linking.evidence.evidence import weigh_thing
from annotations.linking.evidence.occurrence import Alike
from annotations.linking.evidence.weights import SUMMED
from annotations.linking.figures.counted import Fit, fit, specific
from annotations.linking.figures.ontology import ontology
from annotations.linking.groups.blocking import Blocks, keys
from annotations.linking.groups.groups import leading
from annotations.linking.sums.parts import Parts, derived, may_be_part, number, stated, summable
from annotations.linking.types import FigureId, Sum, SumScope

# How many figures of a cluster are asked whether they are a total of the parts.
_ASKED = 4

# A cluster that states a total, with those that hold its parts.
Told = tuple[int, frozenset[int]]
Found = tuple[Sum, int | None]


class Across:
    """Finds the totals of parts in other articles. ``told`` are the sums known already."""

    def __init__(
        self,
        clusters: Sequence[Sequence[Node]],
        place: Mapping[FigureId, int],
        blocks: Blocks,
        alike: Alike,
        told: set[Told],
    ) -> None:
        self._clusters = clusters
        self._place = place
        self._blocks = blocks
        self._alike = alike
        self._told = told
        self._summable = {
            node: (node.figure.event, number(node))
            for node in chain.from_iterable(clusters)
            if node.figure.event and summable(node)
        }
        self._totals: dict[tuple[str, str, float], list[Node]] = defaultdict(list)
        for key, block in blocks.items():
            self._keep_first_totals(key, block)
        self._totals_of: dict[tuple[str, str, float], list[Node]] = defaultdict(list)
        for node, counted in self._summable.items():
            self._totals_of[node.id.article, *counted].append(node)
        self._articles: dict[int, set[str]] = {}

    def _keep_first_totals(self, key: str, block: Sequence[Node]) -> None:
        """Keep what the block has of each cluster that may be asked; thousands may state one
        number."""
        kept: Counter[tuple[str, float, int]] = Counter()
        for node in block:
            if counted := self._summable.get(node):
                kind = (*counted, self._place[node.id])
                kept[kind] += 1
                if kept[kind] <= _ASKED:
                    self._totals[key, *counted].append(node)

    def sums(self, beside: Sequence[Parts]) -> Iterator[Found]:
        """The sums of parts that a sentence sets side by side, then of parts that stand apart."""
        implied: set[tuple[str, frozenset[int]]] = set()
        for parts in beside:
            total = self._total(parts.nodes)
            yield from self._tell(total, parts.nodes)
            told = parts.article, self._kinds(parts.nodes)
            if parts.whole and told not in implied and not self._states(parts.article, total):
                implied.add(told)
                yield derived(parts), self._place[total.id] if total else None
        for one, other in self._scattered():
            yield from self._tell(self._total((one, other)), (one, other))

    def _tell(self, total: Node | None, parts: tuple[Node, ...]) -> Iterator[Found]:
        if total is None:
            return
        told = self._place[total.id], self._kinds(parts)
        if told not in self._told:
            self._told.add(told)
            yield stated(total, parts, SumScope.STORY), self._place[total.id]

    def _kinds(self, parts: Sequence[Node]) -> frozenset[int]:
        return frozenset(self._place[node.id] for node in parts)

    def _states(self, article: str, total: Node | None) -> bool:
        """Whether the article itself states the total."""
        if total is None:
            return False
        place = self._place[total.id]
        if place not in self._articles:
            self._articles[place] = {node.id.article for node in self._clusters[place]}
        return article in self._articles[place]

    def _total(self, parts: tuple[Node, ...]) -> Node | None:
        """The figure that states the parts' total: their own article's first, then the best."""
        whole = math.fsum(map(number, parts))
        lead = parts[0]
        found = {
            node
            for event in _events_of_total(parts)
            for node in self._that_may_total(lead, event, whole)
        }
        weighed = [
            (min(weigh_thing(node, part, self._alike).points for part in parts), node)
            for node in self._asked(found, lead.id.article)
            if all(_holds(node, part) for part in parts)
        ]
        best = min(
            (entry for entry in weighed if entry[0] >= SUMMED),
            key=lambda entry: (entry[1].id.article != lead.id.article, -entry[0], entry[1].order),
            default=None,
        )
        return best[1] if best else None

    def _that_may_total(self, part: Node, event: str, whole: float) -> Iterator[Node]:
        """The first figures of each cluster with that number that share a key with the part, and
        all those of its article."""
        shared = self._blocks.keys() & keys(part)
        for key in shared:
            yield from self._totals.get((key, event, whole), ())
        for node in self._totals_of.get((part.id.article, event, whole), ()):
            if not shared.isdisjoint(keys(node)):
                yield node

    def _asked(self, totals: Iterable[Node], article: str) -> Iterator[Node]:
        """The first totals of each cluster, and all those of the article."""
        asked: Counter[int] = Counter()
        for node in sorted(totals, key=lambda node: node.order):
            place = self._place[node.id]
            if asked[place] < _ASKED or node.id.article == article:
                asked[place] += 1
                yield node

    def _scattered(self) -> Iterator[tuple[Node, Node]]:
        """Pairs of counts of one event that several articles tell, of people of whom none is
        both: "four police officers" in one, "two civilians" in another."""
        pairs: set[tuple[int, int]] = set()
        counts = {
            node: (event, self._place[node.id])
            for node, (event, _) in self._summable.items()
            if specific(node.thing)
        }
        for block in self._blocks.values():
            by_event: dict[str, set[int]] = defaultdict(set)
            for event, place in {counts[node] for node in block if node in counts}:
                by_event[event].add(place)
            for places in by_event.values():
                pairs.update(combinations(sorted(places), 2))
        leads = {at: leading(self._clusters[at]) for at in set(chain.from_iterable(pairs))}
        for first, second in sorted(pairs):
            one, other = leads[first], leads[second]
            if (
                fit(one.thing, other.thing) is Fit.APART
                and one.figure.event == other.figure.event
                and one.thing.domain == other.thing.domain
            ):
                yield one, other


def _events_of_total(parts: Iterable[Node]) -> Iterable[str]:
    """What a total of the parts tells: their event, or that all were there whom they befell."""
    events = {part.figure.event for part in parts}
    return events if len(events) == 1 else sorted(ontology().gathering_events)


def _holds(total: Node, part: Node) -> bool:
    """Whether the part may lie in the total. A toll of years and one of a day do not add up."""
    return total.passage.period == part.passage.period and may_be_part(total, part)
