"""Verbs of change and bounds that hold on from one quantity to the next."""

from itertools import pairwise

from annotations.extraction.figures.quantities import Quantity
from annotations.extraction.lexicon.words import AUXILIARIES, SUBORDINATORS
from annotations.extraction.nouns.heads import VERBS
from annotations.extraction.numbers.units import same_measure
from annotations.extraction.text.tokens import Tokens
from annotations.extraction.types import Modifier

_LONGEST_GAP = 6  # tokens between "down 2%" and "by 3%"
_LONGEST_PAIR = 8  # tokens between "rose 0.3%" and "3.5%"
_ENDS_PAIR = (VERBS | AUXILIARIES | SUBORDINATORS | {"to", "at"}) - {"may"}  # May is a month


def share_directions(tokens: Tokens, found: list[Quantity]) -> None:
    """Let a verb of change hold on: were down 2%, Norton by 3%; lost 338 points, or 1%."""
    for before, after in pairwise(found):
        gap = tokens.lowers[before.reach : after.bound]
        respectively = (
            gap == ["and"] and "respectively" in tokens.lowers[after.last : after.last + 2]
        )
        again = gap[-1:] == ["by"] and same_measure(before.unit, after.unit)
        if _holds_on(tokens, before, after, gap):
            after.direction = before.direction
        elif len(gap) <= _LONGEST_GAP and (again or respectively or gap in (["or"], [",", "or"])):
            after.direction = after.direction or before.direction


def _holds_on(tokens: Tokens, before: Quantity, after: Quantity, gap: list[str]) -> bool:
    """Whether a verb of change governs both: rose 0.3% from May and 3.5% from a year before."""
    said = gap[: -1 - (gap[-1:] == ["by"])]
    return (
        bool(before.direction and said)
        and before.unit == after.unit
        and len(gap) <= _LONGEST_PAIR
        and gap[len(said)] == "and"
        and all(word[0].isalpha() and word not in _ENDS_PAIR for word in said)
        and tokens.lowers[after.last : after.last + 1] != ["of"]
    )


def bound_conversions(tokens: Tokens, found: list[Quantity]) -> None:
    """Bound what stands in brackets as the quantity it converts: more than €7 (about $8)."""
    for before, after in pairwise(found):
        gap = tokens.texts[before.reach : after.bound]
        if gap not in (["("], ["/"]) or before.unit in {"", "person", "count", after.unit}:
            continue
        after.direction = before.direction
        if before.modifier is not Modifier.RANGE and after.modifier is Modifier.EXACT:
            after.modifier = before.modifier
            after.low = None if before.low is None else after.low
            after.high = None if before.high is None else after.high
