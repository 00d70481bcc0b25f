"""Days, years and clock times: numbers that tell when, and are no figures."""

from annotations.extraction.lexicon.labels import CLOCK
from annotations.extraction.lexicon.words import MONTHS, words
from annotations.extraction.numbers.numerals import is_number
from annotations.extraction.numbers.units import unit_behind
from annotations.extraction.text.nouns import is_person, is_plural, lemma
from annotations.extraction.text.tokens import Tokens

_MONTHS = frozenset(MONTHS)
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_MODERN = 1900
_ALSO_WORDS = words("may march mar jan dec jun jul sep oct nov")  # of lower case no months
_DAYS_JOINED_BY = frozenset({"-", "–", "and", "to", "or"})  # 12-14 May
_BEFORE_YEAR = words(
    "in since by until till from of during between early late mid before after through to and the"
)


def is_clock(tokens: Tokens, at: int) -> bool:
    """5 p.m., 1430 GMT, 10 o'clock."""
    following = tokens.lowers[at + 1] if at + 1 < tokens.count else ""
    if following in {"am", "pm", "a.m.", "p.m.", "o'clock", "o’clock"}:
        return True
    if following == ":" and at + 3 < tokens.count and is_number(tokens.texts[at + 2]):
        return tokens.lowers[at + 3] in CLOCK  # 8: 30pm
    return following in CLOCK and tokens.texts[at].isdecimal() and len(tokens.texts[at]) == 4


def date_end(tokens: Tokens, at: int) -> int:
    """The end of a day of the month at a token, 0 where there is none: 8 September, Sept. 21."""
    if _MONTHS.isdisjoint(tokens.lowers[max(0, at - 2) : at + 4]):
        return 0
    text = tokens.texts[at]
    if not text.isdecimal() or not 1 <= int(text) <= 31:
        return 0
    last = at + 1
    if _is_month(tokens, last):
        return last + 1
    joined = last < tokens.count and tokens.lowers[last] in _DAYS_JOINED_BY
    if joined and _is_month(tokens, last + 2) and tokens.texts[last + 1].isdecimal():
        return last + 3
    dotted = at > 1 and tokens.texts[at - 1] == "."
    if not _is_month(tokens, at - 2 if dotted else at - 1):
        return 0
    introduced = at > 1 and tokens.lowers[at - 2] == "in"
    if introduced and last < tokens.count and is_plural(tokens.lowers[last]):
        return 0  # in May 12 people
    if unit_behind(tokens, last, 2.0, digits=True) and not _is_day_range(tokens, last):
        return 0
    if _is_day_range(tokens, last):
        return last + 2
    return last


def _is_month(tokens: Tokens, at: int) -> bool:
    if not 0 <= at < tokens.count or tokens.lowers[at] not in MONTHS:
        return False
    return tokens.texts[at][0].isupper() or tokens.lowers[at] not in _ALSO_WORDS


def _is_day_range(tokens: Tokens, at: int) -> bool:
    return (
        at + 1 < tokens.count
        and tokens.texts[at] in {"-", "–"}
        and tokens.texts[at + 1].isdecimal()
        and len(tokens.texts[at + 1]) < 3
    )


def is_year(tokens: Tokens, at: int, *, bounded: bool, unit: bool) -> bool:
    """Whether four digits without separators are a year.

    ``bounded``: a modifier stands before them; ``unit``: a unit behind.
    """
    text = tokens.texts[at]
    if len(text) != 4 or not text.isdecimal() or not _FIRST_YEAR <= int(text) <= _LAST_YEAR:
        return False
    following = tokens.lowers[at + 1] if at + 1 < tokens.count else ""
    before = tokens.lowers[at - 1] if at else ""
    modern = int(text) >= _MODERN
    if unit:
        return modern and before in _BEFORE_YEAR and not tokens.touch(at)
    if not is_plural(following):
        return not bounded or before in _BEFORE_YEAR
    if not modern:
        return False
    return not bounded and (before in _BEFORE_YEAR or not is_person(lemma(following)))


def are_years(tokens: Tokens, first: int, second: int) -> bool:
    """Whether two numbers without unit or noun of their own are the ends of a span of years."""
    return (
        all(
            is_year(tokens, at, bounded=False, unit=False)
            or (len(tokens.texts[at]) == 2 and tokens.texts[at].isdecimal())
            for at in (first, second)
        )
        and len(tokens.texts[first]) == 4
    )


def is_dated(tokens: Tokens, at: int) -> bool:
    """Whether a preposition of time makes a number a year of our age: in 2008, to 2020."""
    before = tokens.lowers[at - 1] if at else ""
    year = is_year(tokens, at, bounded=False, unit=False)
    return year and int(tokens.texts[at]) >= _MODERN and before in _BEFORE_YEAR
