"""How two quantities relate, at the precision each is written with.

A quantity is an interval; one side may be open ("at least six"). Beside the values it allows it
has the number it *states*: "at least six" allows nine, but does not state it.
"""

import math
import re
from dataclasses import dataclass

from annotations.extraction.types import Figure, Modifier
from annotations.linking.figures.units import BARE, amount, is_currency, scale
from annotations.linking.types import Relation

_DECIMAL = re.compile(r"\d(?:[\d,]*\d)?(?:\.(\d+))?")

# Rounding that a reader grants: within one unit only what the last written digit hides, between
# units what the last digit other than nought does, and never more than these parts of the value.
_ROUNDING_SAME_UNIT = 0.05
_ROUNDING_OTHER_UNIT = 0.10
_VAGUENESS = 0.10

_LARGE = 1000

_INEXACT = frozenset({Modifier.ABOUT, Modifier.NEARLY})


@dataclass(frozen=True, slots=True)
class Quantity:
    """An interval in the base unit of its dimension. ``step`` is the value of the last digit,
    ``start`` that of the unit's nought."""

    low: float
    high: float
    dimension: str
    unit: str
    modifier: Modifier
    step: float
    factor: float
    start: float = 0.0

    def in_unit(self, value: float) -> float:
        """A value of the base unit in the unit that is written."""
        return (value - self.start) / self.factor

    @property
    def stated(self) -> tuple[float, float]:
        """The number as written: a point, or the two ends of a range."""
        if self.high == math.inf:
            return self.low, self.low
        if self.low == -math.inf:
            return self.high, self.high
        return self.low, self.high

    @property
    def bounded(self) -> bool:
        return self.high != math.inf and self.low != -math.inf


def quantity(figure: Figure) -> Quantity | None:
    """The figure's interval, or None where it states no number at all."""
    if figure.low is None and figure.high is None:
        return None
    dimension, factor, offset = scale(unit_of(figure))
    start = 0.0 if figure.direction else offset  # 2 degrees warmer are so many on any scale
    low = -math.inf if figure.low is None else figure.low * factor + start
    high = math.inf if figure.high is None else figure.high * factor + start
    step = _step(figure) * factor
    return Quantity(low, high, dimension, unit_of(figure), figure.modifier, step, factor, start)


def significant_digits(one: Quantity) -> int:
    """How many digits the stated number needs: one for 6 or 2,000, four for 2,290."""
    value = abs(one.in_unit(one.stated[0]))
    return len(f"{value:.6g}".replace(".", "").rstrip("0").lstrip("0").split("e")[0]) or 1


def unit_of(figure: Figure) -> str:
    """The unit that the figure is compared by: whatever has a counted noun and no unit of its own
    counts that noun, also where it says how often ("went to war twice", two wars)."""
    if figure.counted and figure.unit in ("", "time"):
        return "count"
    return figure.unit


def comparable(first: Quantity, second: Quantity) -> bool:
    """Whether the two can be held against each other: they measure the same, or one is a bare
    number that may be a count, or an amount of money whose sign was lost."""
    if first.dimension == second.dimension:
        return True
    if BARE not in (first.dimension, second.dimension):
        return False
    other = second if first.dimension == BARE else first
    return other.dimension == "count" or may_be_money(first, second)


def one_is_a_rate(first: Quantity, second: Quantity) -> bool:
    """Whether the two are money of which only one says what it is for each of: "$3 a share"."""
    one, other = first.unit, second.unit
    return one != other and amount(one) == amount(other) and amount(one) in (one, other)


def may_be_money(first: Quantity, second: Quantity) -> bool:
    """Whether each is money, or a bare number as large as amounts in the news are."""
    return all(
        is_currency(one.unit) or (one.dimension == BARE and max(one.stated) >= _LARGE)
        for one in (first, second)
    )


def relate(first: Quantity, second: Quantity) -> Relation:
    """Relate two comparable quantities of one thing: identical, compatible or conflicting."""
    if (first.low, first.high) == (second.low, second.high):
        inexact = (first.modifier in _INEXACT) != (second.modifier in _INEXACT)
        return Relation.COMPATIBLE if inexact else Relation.IDENTICAL
    meets = _apart((first.low, first.high), (second.low, second.high)) <= _slack(first, second)
    return Relation.COMPATIBLE if meets else Relation.CONFLICTING


def same_number(first: Quantity, second: Quantity) -> bool:
    """Whether two comparable quantities state one number and allow one value.

    "At least six" and "six" do, and so do "44 days" and "six weeks"; "at least six" and "nine"
    do not, though both may be true.
    """
    if (first.low, first.high) == (second.low, second.high):
        return True
    if relate(first, second) is Relation.CONFLICTING:
        return False
    if _apart(first.stated, second.stated) > _slack(first, second):
        return False
    return _narrow(first) and _narrow(second)


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    """How far two intervals stand apart; 0 or less where they meet."""
    return max(one[0] - other[1], other[0] - one[1])


def _slack(one: Quantity, other: Quantity) -> float:
    """How far apart the two may stand for what the coarser one is written with."""
    converted = one.factor != other.factor
    return max(_rounding(one, converted=converted), _rounding(other, converted=converted))


def _rounding(one: Quantity, *, converted: bool) -> float:
    size = max(abs(end) for end in one.stated)
    digit = _last_digit(one.in_unit(size)) * one.factor
    if one.modifier is Modifier.NEARLY:  # "nearly 235" is said of 234 and a bit, written 234
        return min(_VAGUENESS * size, digit)
    if one.modifier in _INEXACT:
        return min(_VAGUENESS * size, digit / 2)
    if converted:
        coarse = max(one.step, one.factor, digit)
        return min(coarse / 2, _ROUNDING_OTHER_UNIT * size)
    return min(one.step / 2, _ROUNDING_SAME_UNIT * size)


def _last_digit(value: float) -> float:
    """The value of the last digit that is not nought: 10 for 150, a million for 22 million."""
    digits = f"{value:.6e}".split("e")[0].replace(".", "").rstrip("0")
    return 10.0 ** (math.floor(math.log10(value)) - max(len(digits), 1) + 1) if value > 0 else 0.0


def _narrow(one: Quantity) -> bool:
    """Whether the interval is narrow enough to state a number: "dozens" is not."""
    low, high = one.stated
    return low == high or (low > 0 and high / low <= 2)


def _step(figure: Figure) -> float:
    """The value of the last digit that is written; 0 for whole numbers, which are exact.

    "5.4 billion" is written to 100 million, "two million" to a million, "1,119" to the unit.
    """
    value = figure.low if figure.low is not None else figure.high
    if not value:
        return 0.0
    match = _DECIMAL.search(figure.text)
    if match is None:
        return 1.0 if value % 1 else _round_part(value)  # a third is 33 percent
    written = float(match.group().replace(",", ""))
    multiple = abs(value) / written if written else 1.0
    if multiple <= 1 and not match.group(1):
        return 0.0
    return max(multiple, 1.0) * 10.0 ** -len(match.group(1) or "")


def _round_part(value: float) -> float:
    """The power of a thousand that a number in words ends in: a million for "two million"."""
    part = 1.0
    while value % (part * 1000) == 0:
        part *= 1000
    return part if part > 1 else 0.0
