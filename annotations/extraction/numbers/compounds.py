"""Measures written in several units: an hour and 40 minutes, 5 feet 11 inches, 2 lb 3 oz.

Such a measure is one amount, in the smallest of its units, in which it is exact.
"""

from typing import NamedTuple

from annotations.extraction.numbers.numbers import read_numeral
from annotations.extraction.numbers.numerals import Numeral, is_number
from annotations.extraction.numbers.units import HYPHENS, Unit, unit_behind
from annotations.extraction.text.tokens import Tokens
from annotations.extraction.types import Modifier

# How many of the smaller unit a unit is.
_RATIOS = {
    ("year", "month"): 12.0,
    ("week", "day"): 7.0,
    ("day", "hour"): 24.0,
    ("hour", "minute"): 60.0,
    ("minute", "second"): 60.0,
    ("foot", "inch"): 12.0,
    ("pound", "ounce"): 16.0,
    ("stone", "pound"): 14.0,
}
_LARGER = frozenset(larger for larger, _ in _RATIOS)
_JOINTS = ((",", "and"), (",",), ("and",), ())


class Rest(NamedTuple):
    """What a measure has beyond its larger unit: 40 minutes, each hour being ``factor`` of them."""

    value: float
    factor: float
    unit: str
    unit_first: int
    last: int


def read_rest(tokens: Tokens, at: int, unit: str) -> Rest | None:
    """The smaller unit that goes on with a measure in ``unit``, which ends at a token."""
    if unit not in _LARGER or at >= tokens.count:
        return None
    if unit == "foot" and tokens.texts[at] in HYPHENS:
        return _inches(tokens, at)
    joint = next(j for j in _JOINTS if tuple(tokens.lowers[at : at + len(j)]) == j)
    start = at + len(joint)
    number = read_numeral(tokens, start) if start < tokens.count else None
    if number is None or number.first != start or number.modifier is not Modifier.EXACT:
        return None
    smaller = unit_behind(tokens, number.last, number.low, digits=number.digits)
    factor = smaller and _RATIOS.get((unit, smaller.name))
    if not smaller or not factor or not number.low < factor:
        return None
    return Rest(number.low, factor, smaller.name, smaller.first, smaller.last)


def _inches(tokens: Tokens, at: int) -> Rest | None:
    """The inches that a hyphen joins to feet: 6-foot-4, 6-foot-4-inch."""
    number = at + 1
    if not (tokens.touch(at - 1) and tokens.touch(at) and is_number(tokens.texts[number])):
        return None
    value = float(tokens.texts[number].replace(",", "")[:4])
    if not value < _RATIOS["foot", "inch"]:
        return None
    unit = unit_behind(tokens, number + 1, value, digits=True)
    last = unit.last if unit and unit.name == "inch" else number + 1
    return Rest(value, _RATIOS["foot", "inch"], "inch", at - 1, last)


def read_and_a_half(tokens: Tokens, at: int) -> tuple[Numeral, Unit] | None:
    """A day and a half, an hour and a half, of which a "half" at a token is the end."""
    lowers = tokens.lowers
    if (
        at < 4
        or lowers[at] != "half"
        or lowers[at - 2 : at] != ["and", "a"]
        or lowers[at - 4] not in {"a", "an"}
    ):
        return None
    unit = unit_behind(tokens, at - 3, 1.0, digits=False)
    if unit is None or unit.last != at - 2:
        return None
    return Numeral(1.5, 1.5, at - 4, at + 1), unit


def whole_before(tokens: Tokens, at: int, unit: str) -> float:
    """How much of ``unit`` a larger one without a number before a token is, 0 where there is none:
    the hour of "an hour and 40 minutes". It is written in the three tokens before.
    """
    if at < 3 or tokens.lowers[at - 1] != "and" or tokens.lowers[at - 3] not in {"a", "an"}:
        return 0.0
    larger = unit_behind(tokens, at - 2, 1.0, digits=False)
    return _RATIOS.get((larger.name, unit), 0.0) if larger else 0.0
