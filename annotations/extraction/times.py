"""Times that a sentence states, and the days they name seen from the day of publication."""

import datetime as dt
from dataclasses import dataclass

from annotations.extraction.lexicon.words import MONTHS, WEEKDAYS
from annotations.extraction.tokens import Tokens

_WEEKDAY_NUMBERS = {
    name: number
    for number, name in enumerate(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    )
}
_RELATIVE_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_PERIODS = frozenset("week month year night weekend decade quarter season morning evening".split())
_PARTS_OF_DAY = frozenset("morning afternoon evening night midnight noon dawn".split())
_INTRODUCING = frozenset(
    "on in since until by from before after late early earlier later during at through to".split()
)
_STARTERS = (
    WEEKDAYS
    | frozenset(MONTHS)
    | frozenset(_RELATIVE_DAYS)
    | frozenset({"last", "this", "next", "past"})
)
_AMBIGUOUS = frozenset({"may", "march", "mar", "sun", "sat", "dec"})  # also other words
_CALENDAR_DIGITS = (1, 2, 4)
_FUTURE_MARGIN = 7  # days


@dataclass(frozen=True, slots=True)
class Time:
    """A time at ``tokens[start:end]``; ``day`` is the day it names, None where it names none.

    ``since`` tells that it opens a span that lasts until now; ``bare``, that it is a year that no
    word introduces, which may only qualify a noun ("the 2020 war").
    """

    start: int
    end: int
    day: dt.date | None
    since: bool = False
    bare: bool = False


def times_in(tokens: Tokens, published: dt.date | None) -> list[Time]:
    """Give the times of a sentence in order, none overlapping; linear in its tokens."""
    found: list[Time] = []
    starts = [
        index
        for index, word in enumerate(tokens.lowers)
        if word in _STARTERS or ("0" <= word < ":" and _is_of_calendar(word))
    ]
    for index in starts:
        if found and index < found[-1].end:
            continue
        time = _time_at(tokens, index, published)
        if time is not None:
            _append(found, time, tokens)
    return found


def _is_of_calendar(word: str) -> bool:
    """Whether digits can be a day of the month or a year."""
    return len(word) in _CALENDAR_DIGITS and word.isdecimal()


def _append(found: list[Time], time: Time, tokens: Tokens) -> None:
    """Add a time, as the end of the one before in "from November 10, 2020, to May 5, 2023"."""
    if found and tokens.lowers[time.start] in {"to", "until", "through"}:
        gap = tokens.lowers[found[-1].end : time.start]
        if gap in ([], [","]) and tokens.lowers[found[-1].start] in {"from", "since", "on"}:
            time = Time(found.pop().start, time.end, time.day)
    found.append(time)


def _time_at(tokens: Tokens, index: int, published: dt.date | None) -> Time | None:
    read = _read(tokens, index, published)
    if read is None:
        return None
    end, day = read
    start = index  # with the words that introduce it: "earlier on Tuesday"
    year = end == index + 1 and _is_year(tokens.texts[index])
    if year and _text(tokens, index - 1) == "the":
        return Time(index, end, None, bare=True)  # "the 2020 floods"
    while start and start > index - 3 and tokens.lowers[start - 1] in _INTRODUCING | {"the"}:
        start -= 1
    return Time(
        start,
        end,
        day,
        since="since" in tokens.lowers[start:index],
        bare=start == index and day is None and tokens.lowers[index][0].isdecimal(),
    )


def _read(
    tokens: Tokens, index: int, published: dt.date | None
) -> tuple[int, dt.date | None] | None:
    """Where the time that begins at a token ends, and its day."""
    word = tokens.lowers[index]
    if word in _RELATIVE_DAYS:
        return _after_part_of_day(tokens, index + 1), _shifted(published, _RELATIVE_DAYS[word])
    if word in _WEEKDAY_NUMBERS and tokens.texts[index][0].isupper():
        return _after_part_of_day(tokens, index + 1), _weekday(word, published)
    if word in MONTHS and (word not in _AMBIGUOUS or tokens.texts[index][0].isupper()):
        return _of_month(tokens, index, published)
    if word in {"last", "this", "next", "past"}:
        return _of_period(tokens, index, published)
    return _of_number(tokens, index, published)


def _after_part_of_day(tokens: Tokens, index: int) -> int:
    return index + (index < len(tokens) and tokens.lowers[index] in _PARTS_OF_DAY)


def _weekday(word: str, published: dt.date | None) -> dt.date | None:
    """The latest such day up to the day of publication."""
    if published is None:
        return None
    return _shifted(published, -((published.weekday() - _WEEKDAY_NUMBERS[word]) % 7))


def _shifted(day: dt.date | None, days: int) -> dt.date | None:
    """So many days later; None beyond what dates can say."""
    try:
        return day + dt.timedelta(days=days) if day else None
    except OverflowError:
        return None


def _of_month(
    tokens: Tokens, index: int, published: dt.date | None
) -> tuple[int, dt.date | None] | None:
    """ "September 27, 2020", "Sept. 27", "August 2022", "May"."""
    month = MONTHS[tokens.lowers[index]]
    at = index + 1
    if _text(tokens, at) == "." and _text(tokens, at + 1).isdecimal():
        at += 1
    at += _text(tokens, at) == ","
    if _is_day(_text(tokens, at)):
        number = int(tokens.texts[at])
        at += 1
        at += _text(tokens, at).lower() in {"st", "nd", "rd", "th"}
        comma = _text(tokens, at) == ","
        if _is_year(_text(tokens, at + comma)):
            at += comma
            return at + 1, _date(int(tokens.texts[at]), month, number)
        return at, _nearest(month, number, published)
    if _is_year(_text(tokens, at)):
        return at + 1, None
    if tokens.lowers[index] in _AMBIGUOUS and _text(tokens, index - 1).lower() not in _INTRODUCING:
        return None
    return index + 1, None


def _of_period(
    tokens: Tokens, index: int, published: dt.date | None
) -> tuple[int, dt.date | None] | None:
    """ "last week", "this year", "last Tuesday"."""
    following = _text(tokens, index + 1).lower().removesuffix("'s").removesuffix("’s")
    if following in _WEEKDAY_NUMBERS:
        return _after_part_of_day(tokens, index + 2), _weekday(following, published)
    if following in _PERIODS or following in MONTHS:
        return index + 2, None
    return None


def _of_number(
    tokens: Tokens, index: int, published: dt.date | None
) -> tuple[int, dt.date | None] | None:
    """ "27 September 2020", "2020", "the 1990s"."""
    text = tokens.texts[index]
    following = _text(tokens, index + 1).lower()
    if following in MONTHS and _is_day(text):
        month, number = MONTHS[following], int(text)
        if _is_year(_text(tokens, index + 2)):
            return index + 3, _date(int(tokens.texts[index + 2]), month, number)
        return index + 2, _nearest(month, number, published)
    if not _is_year(text):
        return None
    return index + 1 + (following == "s" and tokens.touch(index)), None


def _text(tokens: Tokens, index: int) -> str:
    return tokens.texts[index] if 0 <= index < len(tokens) else ""


def _is_day(text: str) -> bool:
    return len(text) <= 2 and text.isascii() and text.isdecimal() and 1 <= int(text) <= 31


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isascii() and text.isdecimal() and 1500 <= int(text) <= 2100


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _nearest(month: int, day: int, published: dt.date | None) -> dt.date | None:
    """The latest such day that is not well after the day of publication."""
    if published is None:
        return None
    here = _date(published.year, month, day)
    if here is None or (here - published).days <= _FUTURE_MARGIN:
        return here
    return _date(published.year - 1, month, day)
