"""A number with its currency sign, sign and unit."""

from dataclasses import dataclass

from annotations.extraction.lexicon.currencies import PAYING, WEIGHING
from annotations.extraction.lexicon.numerals import FRACTIONS, SMALL
from annotations.extraction.lexicon.words import words
from annotations.extraction.numbers.compounds import read_and_a_half, read_rest, whole_before
from annotations.extraction.numbers.numbers import read_numeral
from annotations.extraction.numbers.numerals import Numeral, product
from annotations.extraction.numbers.rates import rate_behind
from annotations.extraction.numbers.shares import (
    Share,
    fraction_of_unit,
    read_fraction,
    read_part_of_unit,
    read_proportion,
)
from annotations.extraction.numbers.units import (
    MINUS,
    Unit,
    is_money,
    money_before,
    money_behind,
    unit_behind,
)
from annotations.extraction.numbers.unnumbered import SPANS, read_or_two, read_span
from annotations.extraction.text.tokens import Tokens

_LARGE_SUM = 1e6
_NEAR = 5  # tokens from pounds to what is paid
_NEGATIVE = frozenset({"minus", "negative"})
_SIGNS = _NEGATIVE | MINUS | {"+", "±"}
_STATING = words("of was were is to at from totaled totalled reported posted recorded be")


@dataclass(slots=True)
class Amount:
    """A number or range with its unit, "" where none is written, and its tokens.

    ``last`` is behind the unit. ``money``: a currency sign stands before it. ``signed``: a plus
    stands before it.
    """

    number: Numeral
    low: float
    high: float
    first: int
    last: int
    unit: str = ""
    unit_first: int = 0
    unit_last: int = 0
    money: bool = False
    signed: bool = False
    joined: bool = False


def read_amount(tokens: Tokens, at: int, *, money: Unit | None = None) -> Amount | None:
    """Read the amount whose number, or unit without a number, starts at a token.

    ``money`` is the currency of the amount that it ends a range with: $4m-5m.
    """
    word = tokens.lowers[at]
    if word in SPANS:
        span = read_span(tokens, at)
        return _of_unit(tokens, *span) if span else None
    if word in FRACTIONS or word in SMALL:
        part = (
            read_and_a_half(tokens, at) or read_part_of_unit(tokens, at) or read_or_two(tokens, at)
        )
        if part:
            return _of_unit(tokens, *part)
        share = read_fraction(tokens, at)
        if share:
            return _shared(tokens, share)
    money = (money_before(tokens, at) if at else None) or money
    number = read_numeral(tokens, at, money=money is not None)
    if number is None:
        return None
    proportion = None if money else read_proportion(tokens, number)
    if proportion:
        return _percent(proportion)
    return _with_unit(tokens, number, money)


def _of_unit(tokens: Tokens, number: Numeral, unit: Unit | None) -> Amount:
    amount = Amount(number, number.low, number.high, number.first, number.last)
    if unit:
        _take(tokens, amount, unit)
    return amount


def _percent(share: Share) -> Amount:
    value = product(share.value, 100.0)
    number = Numeral(value, value, share.first, share.last)
    return Amount(number, value, value, share.first, share.last, "percent", share.last, share.last)


def _shared(tokens: Tokens, share: Share) -> Amount | None:
    number = fraction_of_unit(tokens, share)
    if number is not None:
        return _with_unit(tokens, number, None)
    if tokens.lowers[share.last : share.last + 1] in (["a"], ["an"]):
        return None
    return _percent(share)


def _with_unit(tokens: Tokens, number: Numeral, money: Unit | None) -> Amount:
    amount = Amount(number, number.low, number.high, number.first, number.last)
    if money:
        amount.money = True
        amount.first = (
            min(amount.first, money.first) if money.last == number.first else amount.first
        )
        behind = money_behind(tokens, number.last, money.name)
        _take(tokens, amount, behind)
        if behind.last == number.last:
            amount.unit_first, amount.unit_last = money.first, money.last
        _take_accounts_minus(tokens, amount)
    else:
        unit = unit_behind(tokens, number.last, number.low, digits=number.digits)
        if unit is None and number.low < 1:
            unit = _unit_of(tokens, number)
        if unit:
            _take(tokens, amount, unit)
            _take_rest(tokens, amount)
            name, _, each = amount.unit.partition(" per ")
            if name == "pound" and _is_sterling(tokens, amount):
                amount.unit = f"GBP per {each}" if each else "GBP"
    _take_sign(tokens, amount)
    return amount


def _take_rest(tokens: Tokens, amount: Amount) -> None:
    """The other units of a measure that is written in several: an hour and 40 minutes."""
    whole = whole_before(tokens, amount.first, amount.unit)
    if whole:
        amount.first -= 3
        amount.low, amount.high = amount.low + whole, amount.high + whole
    while rest := read_rest(tokens, amount.last, amount.unit):
        amount.low = product(amount.low, rest.factor) + rest.value
        amount.high = product(amount.high, rest.factor) + rest.value
        amount.unit, amount.unit_first = rest.unit, rest.unit_first
        amount.last = amount.unit_last = rest.last


def _is_sterling(tokens: Tokens, amount: Amount) -> bool:
    """Whether pounds are money: millions of them, or where something is paid, unless something is
    weighed.
    """
    if tokens.lowers[amount.last : amount.last + 1] == ["of"]:
        return False
    around = tokens.lowers[max(0, amount.first - _NEAR) : amount.last + _NEAR]
    return amount.number.scale >= _LARGE_SUM or (
        WEIGHING.isdisjoint(around) and not PAYING.isdisjoint(around)
    )


def _unit_of(tokens: Tokens, number: Numeral) -> Unit | None:
    """The unit a fraction is of: 1/16 of a US pint."""
    at = number.last
    if tokens.lowers[at : at + 2] not in (["of", "a"], ["of", "an"]):
        return None
    for start in (at + 2, at + 3):
        unit = unit_behind(tokens, start, number.low, digits=False)
        if unit:
            return Unit(unit.name, start, unit.last)
    return None


def _take(tokens: Tokens, amount: Amount, unit: Unit) -> None:
    amount.unit, amount.unit_first, amount.unit_last = unit.name, unit.first, unit.last
    amount.last = max(unit.last, amount.last)
    more = tokens.lowers[unit.last : unit.last + 1] == ["more"]  # £700 more a year
    rate = rate_behind(tokens, unit.last + more, money=is_money(unit.name))
    if rate:
        amount.unit += rate.name
        amount.last = amount.unit_last = rate.last


def _take_sign(tokens: Tokens, amount: Amount) -> None:
    """A plus, a minus and the word "minus" before the amount or between sign and number."""
    at = amount.first
    inner = amount.number.first - 1
    if amount.first < inner and tokens.texts[inner] in MINUS:  # $-50bn
        amount.low, amount.high = -amount.high, -amount.low
    before = tokens.lowers[at - 1]
    if not at or before not in _SIGNS:
        return
    if before == "±" or tokens.lowers[max(0, at - 3) : at] == ["plus", "or", "minus"]:
        return
    if before in _NEGATIVE or (before in MINUS and at > 1 and tokens.lowers[at - 2] in _NEGATIVE):
        amount.first = at - 1 if before in _NEGATIVE else at - 2
        amount.low, amount.high = -amount.high, -amount.low
    elif before in MINUS and tokens.touch(at - 1) and amount.unit:
        if at > 1 and tokens.touch(at - 2) and tokens.texts[at - 2] != "(":
            return
        amount.first = at - 1
        amount.low, amount.high = -amount.high, -amount.low
    elif before == "+" and tokens.touch(at - 1):
        amount.first = at - 1
        amount.signed = True


def _take_accounts_minus(tokens: Tokens, amount: Amount) -> None:
    """The brackets that make a sum negative where it is the amount itself: a loss of ($2,900)."""
    at = amount.first
    if at < 2 or tokens.texts[at - 1] != "(" or tokens.lowers[at - 2] not in _STATING:
        return
    if tokens.texts[amount.last : amount.last + 1] == [")"]:
        amount.low, amount.high = -amount.high, -amount.low
