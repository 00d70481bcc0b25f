"""What an amount counts or is of; the unit that a noun turns out to be is given to the amount."""

from annotations.extraction.figures.refusals import is_age_of_somebody
from annotations.extraction.lexicon.labels import NOT_COUNTED
from annotations.extraction.nouns.counted import (
    Counted,
    read_acronym,
    read_attribute,
    read_chosen_from,
    read_compound,
    read_counted,
    read_divided,
    read_part,
    read_repeated,
    read_shared,
    read_whole,
)
from annotations.extraction.numbers.amounts import Amount
from annotations.extraction.numbers.rates import rate_behind
from annotations.extraction.numbers.units import HYPHENS, LENGTHS, is_magnitude, unit_noun
from annotations.extraction.numbers.unnumbered import ONE_OR_TWO
from annotations.extraction.text.tokens import Tokens

_STRONGEST = 10.0  # magnitude of an earthquake
_STRENGTH = "strong"


def take_noun(tokens: Tokens, amount: Amount, at: int) -> Counted | None:
    """What is counted behind a token; a unit behind other words is given to the amount."""
    if amount.unit:
        return _of_unit(tokens, amount, at)
    if at < tokens.count and tokens.texts[at] in HYPHENS and tokens.touch(at - 1):
        return _take_compound(tokens, amount, read_compound(tokens, amount.last))
    if is_age_of_somebody(tokens, amount):
        amount.unit = "year"
        return None
    if (
        amount.number.digits
        and amount.high <= _STRONGEST
        and is_magnitude(tokens, amount.first, at)
    ):
        amount.unit = "magnitude"
        return None
    counted = _read_behind(tokens, amount, at)
    if counted is None and not amount.low.is_integer():
        return None  # the 8.15 train
    if counted is None:
        attribute = read_attribute(tokens, amount.first, at, digits=amount.number.digits)
        return _take_compound(tokens, amount, attribute)
    unit = unit_noun(tokens, counted.last - 1, amount.low)
    if unit is None:
        _take_rate(tokens, amount, counted)
        return counted
    amount.unit, amount.unit_first, amount.unit_last = unit.name, unit.first, unit.last
    amount.last = unit.last
    return read_whole(tokens, unit.last)


def _of_unit(tokens: Tokens, amount: Amount, at: int) -> Counted | None:
    """What a measure is of: 20 percent of its territory, one in four voters, half the voters."""
    if amount.unit == "percent" and amount.unit_first == amount.unit_last:
        if tokens.lowers[at : at + 1] == ["of"]:
            return read_whole(tokens, at) or read_chosen_from(tokens, at)
        return read_shared(tokens, at)
    near = amount.unit in LENGTHS and "within" in tokens.lowers[max(0, amount.first - 3) : at]
    whole = None if near else read_whole(tokens, at)  # within 5 miles of Earth
    if whole:
        _take_rate_of_whole(tokens, amount, whole)
        return whole
    if amount.unit == "percent":
        return read_part(tokens, at)
    return read_repeated(tokens, amount.first) if amount.unit == "time" else None


def _read_behind(tokens: Tokens, amount: Amount, at: int) -> Counted | None:
    """The noun phrase behind a number without a unit."""
    if (amount.low, amount.high) == ONE_OR_TWO and not amount.joined:
        return read_counted(tokens, amount.first + 1, plural=False)  # a goal or two
    one = amount.low == amount.high == 1.0
    if one and tokens.lowers[at : at + 1] == ["of"]:
        return read_chosen_from(tokens, at)
    counted = read_counted(tokens, at, plural=not one)
    if counted or amount.low.is_integer():
        return counted
    return read_acronym(tokens, at) or read_divided(tokens, at)


def _take_rate(tokens: Tokens, amount: Amount, counted: Counted) -> None:
    """What is counted for each of something: 12 deaths per 100,000 people."""
    rate = rate_behind(tokens, counted.last)
    if rate:
        amount.unit = ("person" if counted.person else "count") + rate.name
        amount.unit_first, amount.unit_last = counted.last, rate.last
        amount.last = rate.last


def _take_rate_of_whole(tokens: Tokens, amount: Amount, whole: Counted) -> None:
    """What an amount of something is for each of: two cups of coffee a day."""
    rate = rate_behind(tokens, whole.last)
    if rate and " per " not in amount.unit:
        amount.unit += rate.name


def _take_compound(tokens: Tokens, amount: Amount, compound: Counted | None) -> Counted | None:
    """The noun that makes one word with a number: six-cylinder; of 12-strong, what is so strong."""
    if compound is None or compound.noun in NOT_COUNTED:
        return None
    amount.last = compound.last
    if compound.noun != _STRENGTH:
        return compound
    amount.unit = "person"
    team = read_counted(tokens, compound.last, plural=True)
    return team or read_counted(tokens, compound.last, plural=False)
