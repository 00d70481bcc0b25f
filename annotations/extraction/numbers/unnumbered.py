"""Measures that an article stands in for the number of: lasted an hour, a year or two."""

from annotations.extraction.lexicon.numerals import NUMBER_WORDS
from annotations.extraction.lexicon.words import (
    ADVERBS,
    COORDINATORS,
    PREPOSITIONS,
    SUBORDINATORS,
    words,
)
from annotations.extraction.numbers.bounds import bound_before
from annotations.extraction.numbers.numerals import Numeral, is_number
from annotations.extraction.numbers.units import Unit, is_hyphenated, unit_behind
from annotations.extraction.text.tokens import Tokens
from annotations.extraction.types import Modifier

SPANS = words("minute hour day week fortnight month year decade century")
ONE_OR_TWO = (1.0, 2.0)
_ARTICLES = words("a an another")
_LASTING = words(
    """
    last lasts lasted lasting take takes took taken taking spend spends spent spending endured
    """
)
_APART = words("later afterwards")  # "a year earlier" only says what is compared
_LOCKED_UP = words("prison jail custody detention")
_BEHIND = PREPOSITIONS | COORDINATORS | SUBORDINATORS | ADVERBS | words("off out each longer")


def read_span(tokens: Tokens, at: int) -> tuple[Numeral, Unit] | None:
    """The one hour of "an hour later", "lasted an hour" and "an hour-long": its unit of time
    stands at a token.
    """
    if not at or tokens.lowers[at - 1] not in _ARTICLES or _has_more(tokens, at + 1):
        return None
    following, place = (*tokens.lowers[at + 1 : at + 3], "", "")[:2]
    before = bound_before(tokens, at - 1)[1] - 1
    verb = tokens.lowers[before] if before >= 0 else ""
    if is_hyphenated(tokens, at + 1):
        told = place == "long"
    elif following in _APART or (following == "in" and place in _LOCKED_UP):
        told = True
    else:
        told = verb in _LASTING and (not following[:1].isalpha() or following in _BEHIND)
    last = at + 3 if told and is_hyphenated(tokens, at + 1) else at + 1
    number = Numeral(1.0, 1.0, at - 1, at)
    return (number, Unit(tokens.lowers[at], at, last)) if told else None


def _has_more(tokens: Tokens, at: int) -> bool:
    """Whether the measure goes on with a number: an hour and 40 minutes, a year or two."""
    joint, number = (*tokens.lowers[at : at + 2], "", "")[:2]
    if joint not in {"and", "or"}:
        return False
    return is_number(number or " ") or number in NUMBER_WORDS or number == "a"


def read_or_two(tokens: Tokens, at: int) -> tuple[Numeral, Unit | None] | None:
    """A year or two, a goal or two, of which "two" stands at a token."""
    if at < 3 or tokens.lowers[at] != "two" or tokens.lowers[at - 1] != "or":
        return None
    if tokens.lowers[at - 3] not in _ARTICLES or not tokens.lowers[at - 2].isalpha():
        return None
    number = Numeral(*ONE_OR_TWO, at - 3, at + 1, modifier=Modifier.RANGE)
    return number, unit_behind(tokens, at - 2, 1.0, digits=False)
