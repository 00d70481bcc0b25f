"""Numbers in words: two hundred and fifty thousand, half a million, dozens, a few hundred."""

from dataclasses import replace

from annotations.extraction.lexicon.casualties import CASUALTY, DONE_TO_PEOPLE
from annotations.extraction.lexicon.numerals import (
    LOOSE_COUNTS,
    MAGNITUDES,
    NUMBER_WORDS,
    ORDERS,
    SMALL,
    TENS,
    VAGUE,
)
from annotations.extraction.lexicon.words import AUXILIARIES
from annotations.extraction.numbers.numerals import Numeral
from annotations.extraction.text.tokens import Tokens
from annotations.extraction.types import Modifier

_LARGEST = 1e200
_BETWEEN = AUXILIARIES | {"more", "others", "feared", "reported", "reportedly", "also"}
_HUNDRED = MAGNITUDES["hundred"]


def read_words(tokens: Tokens, at: int) -> Numeral:
    """Number words from "zero" to "nine hundred and ninety-nine trillion"."""
    lowers, count = tokens.lowers, tokens.count
    total = current = scale = 0.0
    last = k = at
    while k < count:
        word = lowers[k]
        if word in SMALL or word in TENS:
            if last > at and not _fits(current, word, scale):
                break
            current += SMALL.get(word) or TENS.get(word) or 0
            last = k + 1
        elif word in MAGNITUDES:
            scale = MAGNITUDES[word]
            if scale == _HUNDRED:
                current = (current or 1.0) * scale
            elif current or not total:
                total, current = total + (current or 1.0) * scale, 0.0
            else:
                total *= scale
            last = k + 1
        elif not _joins(tokens, k, scale):
            break
        k += 1
        if total > _LARGEST:
            break
    article = lowers[at] in MAGNITUDES and at > 0 and lowers[at - 1] == "a"
    value = total + current
    ending = scale if lowers[last - 1] in MAGNITUDES else 1.0
    number = Numeral(value, value, at - article, last, scale=ending)
    if article and tokens.lowers[last : last + 3] == ["and", "a", "half"]:
        return replace(number.times(1.5, last + 3), scale=ending)  # a million and a half
    return number if scale else and_a_half(tokens, number)


def _fits(current: float, word: str, scale: float) -> bool:
    """Whether a small number goes on with the number before it: forty + two, hundred + ten."""
    if not current:
        return scale > 0
    if word in SMALL and SMALL[word] < 10:
        return current % 10 == 0 and current % 100 != 10
    return current % 100 == 0


def _joins(tokens: Tokens, at: int, scale: float) -> bool:
    """Whether a hyphen or an "and" holds two words of one number together."""
    lowers = tokens.lowers
    if at + 1 >= len(lowers):
        return False
    following = lowers[at + 1]
    if lowers[at] == "-":
        touching = tokens.touch(at - 1) and tokens.touch(at)
        return touching and (following in NUMBER_WORDS)
    if lowers[at] != "and" or not scale or not (following in SMALL or following in TENS):
        return False
    beyond = MAGNITUDES.get(lowers[at + 2], 0.0) if at + 2 < len(lowers) else 0.0
    return not beyond or beyond > scale


def and_a_half(tokens: Tokens, number: Numeral) -> Numeral:
    """Two and a half, two-and-a-half million."""
    said = [word for word in tokens.lowers[number.last : number.last + 6] if word != "-"]
    if said[:3] != ["and", "a", "half"]:
        return number
    last = tokens.lowers.index("half", number.last) + 1
    value = number.low + 0.5
    number = replace(number, low=value, high=value, last=last, plain=False)
    if last < tokens.count and tokens.lowers[last] in MAGNITUDES:
        return number.times(MAGNITUDES[tokens.lowers[last]], last + 1)
    return number


def read_half(tokens: Tokens, at: int) -> Numeral | None:
    """Half a million, half-million, half a dozen; a half of anything else is a share."""
    k = at + 1
    if k < tokens.count and tokens.lowers[k] in {"a", "-"}:
        k += 1
    if k >= tokens.count or tokens.lowers[k] not in MAGNITUDES:
        return None
    scale = MAGNITUDES[tokens.lowers[k]]
    return Numeral(scale / 2, scale / 2, at, k + 1, scale=scale)


def read_order(tokens: Tokens, at: int) -> Numeral | None:
    """Dozens, hundreds, tens of thousands; scores and tens only before "of"."""
    lowers = tokens.lowers
    word = lowers[at]
    following = lowers[at + 1 : at + 3]
    if word in {"tens", "scores"} and following[:1] != ["of"] and not _suffered(tokens, at):
        return None
    if word in LOOSE_COUNTS:
        low, high = LOOSE_COUNTS[word]
        return Numeral(low, high, at, at + 1, modifier=Modifier.ABOUT)
    low, high = ORDERS[word]
    last = at + 1
    if following[:1] == ["of"] and following[-1] in ORDERS:
        factor = ORDERS[following[1]][0]
        low, high, last = low * factor, high * factor, at + 3
    if at and lowers[at - 1] == "the" and lowers[last : last + 1] != ["of"]:
        return None  # by the hundreds, in the thousands
    return Numeral(low, high, at, last, modifier=Modifier.RANGE)


def _suffered(tokens: Tokens, at: int) -> bool:
    """Whether "scores" are people something befell: scores were hurt, killing scores."""
    lowers = tokens.lowers
    if at and lowers[at - 1] in DONE_TO_PEOPLE:
        return True
    following = [word for word in lowers[at + 1 : at + 5] if word not in _BETWEEN]
    between = lowers[at + 1 : at + 2]
    return following[:1] != [] and following[0] in CASUALTY and between != [","]


def read_vague(tokens: Tokens, at: int) -> Numeral | None:
    """Several, a few, a handful and a couple, alone or of hundreds and dozens."""
    lowers = tokens.lowers
    word = lowers[at]
    first = at
    if word != "several":
        if not at or lowers[at - 1] != "a":
            return None
        first = at - 1
    low, high = VAGUE[word]
    number = Numeral(low, high, first, at + 1, modifier=Modifier.ABOUT, vague=True)
    k = at + 1
    if lowers[k : k + 1] == ["of"]:
        k += 1
    if k < tokens.count and lowers[k] in MAGNITUDES:
        return number.times(MAGNITUDES[lowers[k]], k + 1)
    return number
