"""Whether two articles, and two passages of theirs, speak of the same occurrence.

Everything is counted from the two texts alone: what other articles share never matters.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from annotations.linking.articles.context import Context, Kind, Node, Number, Passage
from annotations.linking.figures.intervals import comparable, same_number
from annotations.linking.figures.ontology import ontology

_REMEMBERED = 200_000  # pairs of articles


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two articles share: ``part`` of all their telling words, ``amount`` of weight, how many
    ``names``, and which particular ``numbers``."""

    part: float
    amount: float
    names: int
    numbers: frozenset[Number]


Alike = Callable[[Context, Context], Likeness]


def articles_alike(first: Context, second: Context) -> Likeness:
    one, other = first.words, second.words
    return Likeness(
        one.part(other),
        one.amount(other),
        len(one.names & other.names),
        first.numbers & second.numbers,
    )


def passages_alike(first: Passage, second: Passage) -> float:
    """The part of their telling words that two sentences share, in [0, 1]."""
    if first.text == second.text:
        return 1.0
    return first.words.part(second.words)


def agreement(first: Context, second: Context, besides: Kind) -> tuple[int, int]:
    """On how many kinds of figures ("killed people") besides one two articles agree and disagree.

    Counts that grow as time goes by differ between an early report and a late one, so that alone
    they are no disagreement.
    """
    kinds = (first.profile.keys() & second.profile.keys()) - {besides}
    growing = ontology().growing_events
    if all(event in growing for event, _ in kinds):
        kinds = {kind for kind in kinds if _agree(first, second, kind)}
    agreed = sum(_agree(first, second, kind) for kind in kinds)
    return agreed, len(kinds) - agreed


def _agree(first: Context, second: Context, kind: Kind) -> bool:
    stated, others = first.profile[kind], second.profile[kind]
    return not set(stated).isdisjoint(others) or any(
        comparable(one, other) and same_number(one, other) for one in stated for other in others
    )


def years_apart(first: Node, second: Node) -> bool:
    """Whether both sentences name years and none is the same."""
    one, other = first.passage.years, second.passage.years
    return bool(one and other and not one & other)


def days_apart(first: Context, second: Context) -> int | None:
    if first.published is None or second.published is None:
        return None
    return abs((first.published - second.published).days)


def remembered() -> Alike:
    """``articles_alike`` with the pairs asked for last kept, for one run."""
    return lru_cache(maxsize=_REMEMBERED)(articles_alike)
