"""Parts of a whole in words: two-thirds of, half the, a quarter, one in four, nine out of ten.

A share is read as a percentage, so that "one in four", "a quarter" and "25 percent" are the same
figure. A fraction of a unit ("half an hour", "three quarters of a mile") is no share but a number.
"""

from typing import NamedTuple

from annotations.extraction.lexicon.numerals import FRACTIONS, MAGNITUDES, SMALL
from annotations.extraction.lexicon.words import (
    COORDINATORS,
    PREPOSITIONS,
    SUBORDINATORS,
    words,
)
from annotations.extraction.numbers.numbers import read_numeral
from annotations.extraction.numbers.numerals import Numeral
from annotations.extraction.numbers.units import HYPHENS, TIME_UNITS, Unit, unit_behind
from annotations.extraction.text.nouns import lemma
from annotations.extraction.text.tokens import Tokens

_WHOLES = words("the its their his her our your my these those this that all")
_PARTS = FRACTIONS.keys() - {"half", "halves"}
_LINKS = frozenset({"in", "out", "of"})
_LARGEST_WHOLE = 1000
# Before a bare "half" or "a third": what makes it an amount rather than a place in an order.
_AMOUNT_BEFORE = words(
    "by than about nearly almost around roughly over under least most only just to up exactly"
)
_BOUTS = [[bout] for bout in ("overs", "games", "matches", "innings", "starts", "rounds", "tests")]
_DURING = words("in through after over for first last past previous straight consecutive all")
_IN_ORDER = words("first second third fourth final last this each opening closing -")
# "Half-year" and "half-century" are words of their own.
_NOT_DIVIDED = TIME_UNITS - words("hour day")
_NEAR = 12  # tokens
_RATES = words(
    """
    rate rates interest fed bank central percent % inflation yield yields lending mortgage repo ecb
    boe basis policymakers hike hikes tighten tightening easing bond bonds
    """
)
_CLOSING = PREPOSITIONS | COORDINATORS | SUBORDINATORS
_COMPARED = words("more less fewer higher lower larger bigger smaller greater cheaper longer")


class Share(NamedTuple):
    """A part of a whole, 0 to 1 (or more), and the tokens it is written in."""

    value: float
    first: int
    last: int


def read_proportion(tokens: Tokens, part: Numeral) -> Share | None:
    """One in four, nine out of ten, 2 of every 3: the number is the part."""
    lowers, at = tokens.lowers, part.last
    if at >= tokens.count:
        return None
    if lowers[at] in HYPHENS and lowers[at + 1 : at + 3] == ["in", "-"]:
        return _whole(tokens, part, at + 3, in_only=True)  # one-in-five
    if lowers[at] not in _LINKS:
        return None
    if part.scale > 1 or part.low != part.high or not part.low.is_integer():
        return None
    for phrase in (["in", "every"], ["out", "of", "every"], ["out", "of"], ["of", "every"], ["in"]):
        if lowers[at : at + len(phrase)] == phrase:
            return _whole(tokens, part, at + len(phrase), in_only=phrase == ["in"])
    return None


def _whole(tokens: Tokens, part: Numeral, at: int, *, in_only: bool) -> Share | None:
    whole = read_numeral(tokens, at) if at < tokens.count else None
    if whole is None or whole.first != at or not part.low < whole.low <= _LARGEST_WHOLE:
        return None
    if in_only and (part.low > 9 or unit_behind(tokens, whole.last, whole.low, digits=True)):
        return None  # 20 in 2 weeks
    if in_only and tokens.lowers[whole.last : whole.last + 1] in _BOUTS:
        return None  # 8 in 12 overs
    if not whole.low.is_integer():
        return None
    return Share(part.low / whole.low, part.first, whole.last)


def read_fraction(tokens: Tokens, at: int) -> Share | None:
    """Two-thirds, a third of, half the: the share whose first word or numerator is at a token."""
    lowers = tokens.lowers
    word = lowers[at]
    if word == "half":
        return _half(tokens, at)
    if word in FRACTIONS:
        return _one(tokens, at)
    k = at + 1
    hyphen = k < tokens.count and lowers[k] in HYPHENS
    k += hyphen
    if k >= tokens.count or lowers[k] not in _PARTS or not SMALL.get(word):
        return None
    if lowers[k] == "quarters" and not hyphen and at and lowers[at - 1] in _DURING:
        return None  # 33 points in three quarters
    plural = lowers[k].endswith("s")
    if plural != (SMALL[word] > 1) or not (hyphen or _follows_share(tokens, k + 1)):
        return None
    return Share(SMALL[word] * FRACTIONS[lowers[k]], at, k + 1)


def _half(tokens: Tokens, at: int) -> Share | None:
    lowers = tokens.lowers
    following = lowers[at + 1] if at + 1 < len(lowers) else ""
    before = lowers[at - 1] if at else ""
    if before in {"second", "first", "other", "in", "-", "latter"} or following in HYPHENS:
        return None
    if following in {"of", "a", "an"} or following in _WHOLES or before in _AMOUNT_BEFORE:
        first = at - 1 if before in {"a", "one"} else at
        return Share(0.5, first, at + 1)
    return None


def _one(tokens: Tokens, at: int) -> Share | None:
    """A third of, cut by a quarter, a fifth more."""
    lowers = tokens.lowers
    if not at or lowers[at - 1] != "a" or lowers[at].endswith("s"):
        return None
    before = lowers[at - 2] if at > 1 else ""
    following = lowers[at + 1] if at + 1 < len(lowers) else ""
    if following == "of" or following in _COMPARED:
        return Share(FRACTIONS[lowers[at]], at - 1, at + 1)
    if before in _AMOUNT_BEFORE and (not following[:1].isalpha() or following in _CLOSING):
        return Share(FRACTIONS[lowers[at]], at - 1, at + 1)
    return None


def _follows_share(tokens: Tokens, at: int) -> bool:
    """Whether what stands behind two unhyphenated words lets them be a fraction."""
    if at >= tokens.count:
        return True
    following = tokens.lowers[at]
    return following == "of" or following in _WHOLES or not following[0].isalnum()


def read_part_of_unit(tokens: Tokens, at: int) -> tuple[Numeral, Unit] | None:
    """A fraction with its unit right behind: half-mile, quarter point, three-quarter-inch."""
    lowers, value, k = tokens.lowers, 1.0, at
    if SMALL.get(lowers[at]) and lowers[at + 1 : at + 2] == ["-"]:
        value, k = float(SMALL[lowers[at]]), at + 2
    before = lowers[at - 1] if at else ""
    if k >= tokens.count or lowers[k] not in {"half", "quarter"} or before in _IN_ORDER:
        return None
    value, k = value * FRACTIONS[lowers[k]], k + 1
    k += lowers[k : k + 1] in (["-"], ["a"])
    if k >= tokens.count:
        return None
    unit = unit_behind(tokens, k, value, digits=False) or _points(tokens, k)
    if unit is None or unit.name in _NOT_DIVIDED:
        return None
    return Numeral(value, value, at, k), unit


def _points(tokens: Tokens, at: int) -> Unit | None:
    """Points of interest, where a sentence speaks of rates: a quarter point."""
    if lemma(tokens.lowers[at]) != "point":
        return None
    around = tokens.lowers[max(0, at - _NEAR) : at + _NEAR]
    return None if _RATES.isdisjoint(around) else Unit("percentage point", at, at + 1)


def fraction_of_unit(tokens: Tokens, share: Share) -> Numeral | None:
    """Half an hour, a quarter of a mile, a quarter of a million: the share as a number."""
    lowers, at = tokens.lowers, share.last
    if lowers[at : at + 1] == ["of"]:
        at += 1
    if lowers[at : at + 1] not in (["a"], ["an"]) or at + 1 >= len(lowers):
        return None
    if lowers[at + 1] in MAGNITUDES:
        scale = MAGNITUDES[lowers[at + 1]]
        value = share.value * scale
        return Numeral(value, value, share.first, at + 2, scale=scale)
    if lowers[at + 1] in TIME_UNITS or unit_behind(tokens, at + 1, 1.0, digits=False):
        return Numeral(share.value, share.value, share.first, at + 1)
    return None
