"""Which units measure the same, and by what factor; money is never converted."""

from functools import lru_cache
from typing import NamedTuple

from pint import UnitRegistry
from pint.errors import PintError

_COUNTS = frozenset({"count", "person"})

# The dimension of a bare number, of which the text does not say what it counts or measures.
BARE = "bare"

# What is written as a unit but is none of physics ("20 points", "two hands", "four counts").
_CONVERTIBLE = frozenset(
    {
        "[time]",
        "[length]",
        "[length] ** 2",
        "[length] ** 3",
        "[mass]",
        "[length] / [time]",
        "[mass] * [length] ** 2 / [time] ** 2",  # energy
        "[mass] * [length] ** 2 / [time] ** 3",  # power
    }
)
_NOT_MEASURES = frozenset({"point", "count", "time", "hand", "stone", "pica", "turn", "degree"})

# Scales that do not start at the same nought, by what they are in degrees Celsius, and parts of a
# percentage point, which is no percent.
_SCALES = {
    "celsius": ("celsius", 1.0, 0.0),
    "fahrenheit": ("celsius", 5 / 9, -32 * 5 / 9),
    "kelvin": ("celsius", 1.0, -273.15),
    "percentage point": ("percentage point", 1.0, 0.0),
    "basis point": ("percentage point", 0.01, 0.0),
}

_SMALL_CHANGE = frozenset({"cent", "penny"})

_NAMES = {
    "decade": "10 year",
    "century": "100 year",
    "fortnight": "14 day",
    "tonne": "metric_ton",
    "metric ton": "metric_ton",
    "kilometer per hour": "kilometer / hour",
    "mile per hour": "mile / hour",
}


class Scale(NamedTuple):
    """A unit as a multiple of its dimension's base unit, and where its nought lies on that."""

    dimension: str
    factor: float = 1.0
    offset: float = 0.0


@lru_cache(maxsize=1)
def _registry() -> UnitRegistry:
    return UnitRegistry(cache_folder=None)


@lru_cache(maxsize=1024)
def scale(unit: str) -> Scale:
    """The dimension of a canonical unit name. A unit that no table knows measures itself alone."""
    if not unit:
        return Scale(BARE)
    if unit in _COUNTS:
        return Scale("count")
    if unit in _SCALES:
        return Scale(*_SCALES[unit])
    if unit in _NOT_MEASURES or is_currency(unit):
        return Scale(unit)
    try:
        base = _registry().parse_expression(_NAMES.get(unit, unit)).to_base_units()
        dimension, factor = str(base.dimensionality), float(base.magnitude)
    except (PintError, AttributeError, TypeError, ValueError, AssertionError):
        return Scale(unit)
    return Scale(dimension, factor) if dimension in _CONVERTIBLE else Scale(unit)


def is_currency(unit: str) -> bool:
    """Whether the unit is an ISO 4217 code, which canonical names of measures never look like."""
    return len(unit) == 3 and unit.isupper()


def is_money(unit: str) -> bool:
    """Whether the unit is a currency or its small change."""
    return is_currency(unit) or unit in _SMALL_CHANGE


def amount(unit: str) -> str:
    """The money of a price for each of something ("USD per year"); other units as they are."""
    money = unit.partition(" per ")[0]
    return money if is_money(money) else unit
