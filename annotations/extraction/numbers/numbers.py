"""Numbers as they are written, in digits or words, to values.

>>> from annotations.extraction.text.tokens import tokenize
>>> read_numeral(tokenize("two hundred and fifty thousand"), 0).low
250000.0
"""

from annotations.extraction.lexicon.numerals import (
    FRACTION_SIGNS,
    LOOSE_COUNTS,
    MAGNITUDES,
    ORDERS,
    SMALL,
    TENS,
    VAGUE,
)
from annotations.extraction.numbers.digits import read_digits, with_magnitudes
from annotations.extraction.numbers.number_words import (
    read_half,
    read_order,
    read_vague,
    read_words,
)
from annotations.extraction.numbers.numerals import Numeral, is_number
from annotations.extraction.text.tokens import Tokens


def read_numeral(tokens: Tokens, at: int, *, money: bool = False) -> Numeral | None:
    """Read the number that starts at a token, None where there is none.

    ``money`` tells that a currency sign stands before it: then "2m" is two million, no length.
    """
    word = tokens.lowers[at]
    if is_number(word):
        return read_digits(tokens, at, money=money)
    if word in SMALL or word in TENS or word in MAGNITUDES:
        bakers = at > 0 and tokens.lowers[at - 1].endswith(("'s", "’s"))
        return None if word == "dozen" and bakers else read_words(tokens, at)
    if word in ORDERS or word in LOOSE_COUNTS:
        return read_order(tokens, at)
    if word in VAGUE:
        return read_vague(tokens, at)
    if word == "half":
        return read_half(tokens, at)
    if word in FRACTION_SIGNS:
        share = FRACTION_SIGNS[word]
        return with_magnitudes(tokens, Numeral(share, share, at, at + 1, digits=True))
    return None
