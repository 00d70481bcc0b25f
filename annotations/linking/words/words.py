"""The names and telling words of a text by weight, and how much of them two texts share."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

Weights = dict[str, float]

# A name says more of what an article is about than a word does.
NAME_WEIGHT = 2.0
WORD_WEIGHT = 1.0
TOPICAL_WEIGHT = 0.3

# The weights there are, and by how much each exceeds the one before.
_WEIGHTS = sorted({NAME_WEIGHT, NAME_WEIGHT / 2, WORD_WEIGHT, TOPICAL_WEIGHT})
_STEPS = tuple((weight, weight - lower) for lower, weight in pairwise((0.0, *_WEIGHTS)))


def is_name(key: str, weight: float) -> bool:
    """Whether a key of this weight stands for a name (a long name has two keys: this is one)."""
    return weight >= NAME_WEIGHT or key.startswith("~")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The weighted keys of a text, ready to be held against those of others: ``levels`` has for
    each weight there is the keys that weigh as much or more, ``names`` those of names."""

    weights: Weights
    total: float
    levels: tuple[frozenset[str], ...]
    names: frozenset[str]

    def amount(self, other: "Words") -> float:
        """The weight of the keys that both have, each at the lower of its two weights."""
        return math.fsum(
            step * len(mine & theirs)
            for (_, step), mine, theirs in zip(_STEPS, self.levels, other.levels, strict=True)
        )

    def shared(self, other: "Words") -> Iterator[str]:
        """The keys that both have, the most telling first."""
        told: frozenset[str] = frozenset()
        for mine, theirs in zip(reversed(self.levels), reversed(other.levels), strict=True):
            both = mine & theirs
            yield from sorted(both - told)
            told = both

    def part(self, other: "Words") -> float:
        """The shared weight over the geometric mean of both totals."""
        amount = self.amount(other)
        return amount / math.sqrt(self.total * other.total) if amount else 0.0


def words_of(weights: Weights) -> Words:
    return Words(
        weights=weights,
        total=math.fsum(weights.values()),
        levels=tuple(
            frozenset([key for key, weight in weights.items() if weight >= level])
            for level, _ in _STEPS
        ),
        names=frozenset([key for key, weight in weights.items() if is_name(key, weight)]),
    )
