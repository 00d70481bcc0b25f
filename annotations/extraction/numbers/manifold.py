"""Numbers of times in one word: went to war twice, a tenfold rise, more than doubled, to halve."""

from annotations.extraction.lexicon.numerals import FOLDS, MULTIPLIERS, MULTIPLYING, TO_MULTIPLY
from annotations.extraction.lexicon.words import DETERMINERS, MODALS, words
from annotations.extraction.numbers.amounts import Amount
from annotations.extraction.numbers.bounds import bound_before, direction_before
from annotations.extraction.numbers.numerals import Numeral
from annotations.extraction.numbers.rates import rate_behind
from annotations.extraction.numbers.units import HYPHENS
from annotations.extraction.text.tokens import Tokens
from annotations.extraction.types import Direction

MANIFOLD = MULTIPLIERS.keys() | FOLDS.keys() | MULTIPLYING.keys() | TO_MULTIPLY.keys()
_COMPARING = words("as the that a an its their more")  # twice the size, twice a champion
_PARTICLES = words("up down over back as")  # doubled down
_BEFORE_VERB = MODALS | {"to"}
_BEFORE_NOUN = DETERMINERS | HYPHENS
_NO_VERB_BEFORE = words("digit digits figure figures click check - ‑")  # to double digits


def read_manifold(tokens: Tokens, at: int) -> Amount | None:
    """Read the word at a token that is a number of times by itself, None where it is none here."""
    word = tokens.lowers[at]
    following = tokens.lowers[at + 1] if at + 1 < tokens.count else ""
    if word in MULTIPLIERS:
        return _repeated(tokens, at, MULTIPLIERS[word])
    if word in FOLDS:
        return _times(at, FOLDS[word], "fold")
    if following in _PARTICLES or not at or tokens.lowers[at - 1] in _BEFORE_NOUN:
        return None
    if word in MULTIPLYING:
        return _times(at, MULTIPLYING[word], "fold")
    verb = tokens.lowers[at - 1] == "to" or tokens.lowers[at - 1] in MODALS
    return (
        _times(at, TO_MULTIPLY[word], "fold") if verb and following not in _NO_VERB_BEFORE else None
    )


def _repeated(tokens: Tokens, at: int, value: float) -> Amount | None:
    """Twice; twice a day."""
    rate = rate_behind(tokens, at + 1)
    if rate:
        amount = _times(at, value, "time" + rate.name)
        amount.last = amount.unit_last = rate.last
        return amount
    compared = tokens.lowers[at + 1 : at + 2] and tokens.lowers[at + 1] in _COMPARING
    return None if compared else _times(at, value, "time")


def _times(at: int, value: float, unit: str) -> Amount:
    number = Numeral(value, value, at, at + 1)
    return Amount(number, value, value, at, at + 1, unit, at, at)


def direction_of(tokens: Tokens, at: int) -> Direction | None:
    """Which way the change goes whose number of times is the word at a token."""
    word = tokens.lowers[at]
    value = MULTIPLYING.get(word) or TO_MULTIPLY.get(word)
    if value:
        return Direction.UP if value > 1 else Direction.DOWN
    return direction_before(tokens, bound_before(tokens, at)[1]) if word in FOLDS else None
