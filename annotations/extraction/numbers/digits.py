"""Numbers in digits, with what touches them: 4.3M, 1/16, 3½, 1.99×10^30, 4 hundred million."""

from annotations.extraction.lexicon.numerals import (
    DENOMINATORS,
    FRACTION_SIGNS,
    LENGTH_WORDS,
    MAGNITUDES,
    RACES,
    SCALE_SUFFIXES,
    SPACED_SCALES,
)
from annotations.extraction.numbers.number_words import and_a_half
from annotations.extraction.numbers.numerals import EXACT_DIGITS, Numeral
from annotations.extraction.text.nouns import is_plural
from annotations.extraction.text.tokens import Tokens

_HYPHENS = frozenset("-‐‑–")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_MAX_EXPONENT = 300
_GOING_ON = MAGNITUDES.keys() | SPACED_SCALES.keys() | {"-", "and"}
_GROUP = 3  # digits
_LARGEST_GROUPED = 1e11
_NEAR = 5  # tokens on either side of "1.8m"


def read_digits(tokens: Tokens, at: int, *, money: bool) -> Numeral | None:
    text = tokens.texts[at]
    value = _value(text)
    if value is None:
        return None
    number = Numeral(value, value, at, at + 1, digits=True, plain=text.isdecimal())
    if number.plain and len(text) < _GROUP + 1 and not tokens.touch(at):
        number = _grouped(tokens, number)
    if tokens.touch(at):
        number = _touching(tokens, number, money=money)
    elif number.plain and at + 3 < tokens.count and tokens.texts[at + 2] == "/":
        number = _mixed(tokens, number, at + 1)
    return with_magnitudes(tokens, number)


def _value(text: str) -> float | None:
    """The number of a text in digits; None for an identifier, too long to be exact."""
    if len(text) <= EXACT_DIGITS:
        return float(text.replace(",", ""))
    whole = text.partition(".")[0].replace(",", "")
    if len(whole.rstrip("0")) > EXACT_DIGITS or len(whole) > _MAX_EXPONENT:
        return None
    return float(text.replace(",", ""))


def _grouped(tokens: Tokens, number: Numeral) -> Numeral:
    """Thousands set apart by single spaces: 150 000."""
    last, value = number.last, number.low
    while last < tokens.count and value < _LARGEST_GROUPED:
        text = tokens.texts[last]
        apart = tokens.starts[last] - tokens.ends[last - 1]
        if len(text) != _GROUP or not text.isdecimal() or apart != 1:
            break
        if _begins_a_name(tokens, last):
            break
        value, last = 1000 * value + int(text), last + 1
    if last == number.last:
        return number
    return Numeral(value, value, number.first, last, digits=True)


def _begins_a_name(tokens: Tokens, at: int) -> bool:
    """Whether three digits go on as something other than a number: 30 737 Max jets, 12 200-litre
    drums.
    """
    if at + 1 >= tokens.count:
        return False
    following = tokens.texts[at + 1]
    if tokens.touch(at):
        return following[0].isalpha() or following in _HYPHENS
    return following[0].isupper() and tokens.texts[at] != "000"


def _touching(tokens: Tokens, number: Numeral, *, money: bool) -> Numeral:
    """What touches the digits from behind: a scale, a fraction, a power of ten."""
    at = number.last
    suffix = tokens.texts[at]
    if suffix in SCALE_SUFFIXES and (money or _is_scale(tokens, number, suffix)):
        return number.times(SCALE_SUFFIXES[suffix], at + 1)
    if suffix in FRACTION_SIGNS:
        value = number.low + FRACTION_SIGNS[suffix]
        return Numeral(value, value, number.first, at + 1, digits=True)
    if suffix in "/⁄" and number.plain:
        return _fraction(tokens, number) or number
    if suffix in _HYPHENS and number.plain and tokens.touch(at):
        return _mixed(tokens, number, at + 1)
    if suffix in "×x*":
        return _power(tokens, number) or number
    return number


def _is_scale(tokens: Tokens, number: Numeral, suffix: str) -> bool:
    """Whether a suffix without money before it is a magnitude, and no unit or model name."""
    last = number.last + 1
    if suffix not in "mkKT":
        return True
    if last < tokens.count and tokens.touch(last - 1) and tokens.texts[last][0].isalnum():
        return False
    if suffix == "m":  # 5m people and down to 6.9m, but a 37m skeleton and the 400m hurdles
        if last < tokens.count and is_plural(tokens.lowers[last]):
            return tokens.lowers[last] not in RACES
        around = tokens.lowers[max(0, number.first - _NEAR) : number.last]
        around += tokens.lowers[last : last + _NEAR]
        return not number.low.is_integer() and LENGTH_WORDS.isdisjoint(around)
    return suffix == "k" or (suffix == "K" and number.low >= 10)  # a 4K screen


def _fraction(tokens: Tokens, number: Numeral) -> Numeral | None:
    """1/2 and 3/4, but no date and no 24/7."""
    at = number.last
    if not tokens.touch(at) or not tokens.texts[at + 1].isdecimal():
        return None
    below = int(tokens.texts[at + 1][:4])
    if below not in DENOMINATORS or not 0 < number.low < below:
        return None
    if tokens.touch(at + 1) and tokens.texts[at + 2] in "/⁄-":
        joined = tokens.texts[at + 2] == "-" and tokens.touch(at + 2)
        if not (joined and tokens.texts[at + 3].isalpha()):  # a 4-1/2-month term
            return None
    share = number.low / below
    return Numeral(share, share, number.first, at + 2, digits=True)


def _mixed(tokens: Tokens, number: Numeral, at: int) -> Numeral:
    """3 1/2, 3-1/4: the upper part of the fraction is at a token."""
    if at + 1 >= tokens.count or not tokens.texts[at].isdecimal() or not tokens.touch(at):
        return number
    upper = float(tokens.texts[at][:4])
    part = _fraction(tokens, Numeral(upper, upper, at, at + 1))
    if part is None:
        return number
    value = number.low + part.low
    return Numeral(value, value, number.first, part.last, digits=True)


def _power(tokens: Tokens, number: Numeral) -> Numeral | None:
    """1.99×10^30, 1.99x10−30, 6.02×10²³."""
    texts, at = tokens.texts, number.last + 1
    if at >= len(texts) or texts[at] != "10" or not tokens.touch(at):
        return None
    at += 1
    written = texts[at].translate(_SUPERSCRIPTS)
    while written in {"^", "-", "−", "+"} and tokens.touch(at) and len(written) < 4:
        at += 1
        written = written.lstrip("^") + texts[at].translate(_SUPERSCRIPTS)
    try:
        exponent = int(written.replace("−", "-")[:6])
    except ValueError:
        return None
    if abs(exponent) > _MAX_EXPONENT:
        return None
    value = number.low * 10.0**exponent
    return Numeral(value, value, number.first, at + 1, digits=True)


def with_magnitudes(tokens: Tokens, number: Numeral) -> Numeral:
    """The magnitude words behind digits: 4 hundred million, 10-thousand, 1.5 bn."""
    if number.last >= tokens.count or tokens.lowers[number.last] not in _GOING_ON:
        return number
    while number.last < tokens.count:
        at = number.last
        if tokens.texts[at] == "-" and tokens.touch(at - 1) and tokens.touch(at):
            at += 1
        word = tokens.lowers[at]
        factor = MAGNITUDES.get(word) or SPACED_SCALES.get(word)
        if factor is None or abs(number.low) * factor > 1e300:
            return number
        number = number.times(factor, at + 1)
    return number if number.scale > 1 else and_a_half(tokens, number)
