"""What a quantity is for each of: $3.50 a gallon, 12 deaths per 100,000 people, 60 km/h."""

from annotations.extraction.lexicon.words import words
from annotations.extraction.numbers.units import (
    HYPHENS,
    TIME_UNITS,
    Unit,
    is_hyphenated,
    measure_at,
    symbol_at,
)
from annotations.extraction.text.nouns import lemma
from annotations.extraction.text.tokens import Tokens

# What "a" and "an" may stand before with the meaning of "per": for whatever is counted, and for
# prices, which units of measure are for as well.
_RATE_NOUNS = TIME_UNITS | words("share head person game match")
_PRICED_NOUNS = _RATE_NOUNS | words(
    """
    piece unit pop bottle ticket plate dozen bag box case carton crate can glass pack packet serving
    slice loaf cow bird animal seat room table spin ride go visit session shift lap round side term
    semester trip vote voter household family couple pupil student patient employee worker customer
    adult child passenger member
    """
)
_TOLD_WHEN = words("ago earlier later before after")
_NO_RATE_BEFORE = _TOLD_WHEN | words("old from apart away behind ahead of")


def rate_behind(tokens: Tokens, at: int, *, money: bool = False) -> Unit | None:
    """What the quantity is for each of: " per share", " per 100000 person"; last is its end.

    ``money``: the quantity is a price.
    """
    lowers = tokens.lowers
    if at + 1 >= len(lowers):
        return None
    word = lowers[at]
    if word == "per":
        return _per(tokens, at + 1)
    if word == "/" and tokens.touch(at - 1) and tokens.touch(at):
        return _per(tokens, at + 1)
    if word in {"a", "an"}:
        return _each(tokens, at + 1, money=money)
    if (
        word in HYPHENS
        and is_hyphenated(tokens, at)
        and lowers[at + 1] in {"a", "an", "per"}
        and is_hyphenated(tokens, at + 2)
    ):
        return _per(tokens, at + 3)  # barrel-a-day
    return None


def _each(tokens: Tokens, at: int, *, money: bool) -> Unit | None:
    """A day, a metric ton: what "a" and "an" give the rate for."""
    measure = measure_at(tokens, at) if money else None
    nouns = _PRICED_NOUNS if money else _RATE_NOUNS
    if measure is None and lemma(tokens.lowers[at]) not in nouns:
        return None
    last = measure[1] if measure else at + 1
    following = tokens.lowers[last] if last < tokens.count else ""
    if following in (_TOLD_WHEN if money else _NO_RATE_BEFORE):
        return None
    return _per(tokens, at)


def _per(tokens: Tokens, at: int) -> Unit | None:
    number = tokens.lowers[at].replace(",", "")
    if number.isdecimal() and at + 1 < tokens.count:
        noun = lemma(tokens.lowers[at + 1])
        noun = "person" if noun == "people" else noun
        return Unit(f" per {number} {noun}", at, at + 2) if noun.isalpha() else None
    found = symbol_at(tokens, at) or measure_at(tokens, at)
    if found:
        return Unit(f" per {found[0]}", at, found[1])
    word = tokens.lowers[at]
    return Unit(f" per {lemma(word)}", at, at + 1) if word.isalpha() else None
