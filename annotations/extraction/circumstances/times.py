"""Times that a sentence states, and the days they name seen from the day of publication."""

import datetime as dt
from dataclasses import dataclass

from annotations.extraction.circumstances.days import (
    date,
    in_last_week,
    last_of,
    nearest,
    shifted,
    weekday,
)
from annotations.extraction.lexicon.numerals import SMALL
from annotations.extraction.lexicon.places import OCCASIONS
from annotations.extraction.lexicon.words import MONTHS, WEEKDAYS
from annotations.extraction.text.tokens import Tokens

_RELATIVE_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_PERIODS = frozenset("week month year night weekend decade quarter season morning evening".split())
_PARTS_OF_DAY = frozenset("morning afternoon evening night midnight noon dawn".split())
_INTRODUCING = frozenset(
    "on in since until by from before after late early earlier later during at through to".split()
)
# Parts of a day that name it: "last night", "this morning".
_DAYS_OF_PARTS = {("last", "night"): -1, ("last", "evening"): -1} | dict.fromkeys(
    (("this", "morning"), ("this", "afternoon"), ("this", "evening")), 0
)
_UNTIL_NOW = {"date": {"to"}, "far": {"so", "thus"}}  # with the words before: "to date"
_CLOCK = frozenset({"a.m.", "p.m.", "gmt", "noon", "midnight"})
_LONGEST_CLOCK = 5  # tokens: "as of 6:30 p.m."
_POSSESSIVES = frozenset(f"{day}{mark}s" for day in WEEKDAYS for mark in "'’")
_OCCASION_WITHIN = 3  # tokens: "Monday's deadly market bombing"
_STARTERS = (
    WEEKDAYS
    | _POSSESSIVES
    | frozenset(MONTHS)
    | frozenset(_RELATIVE_DAYS)
    | frozenset({"last", "this", "next", "past", "ago"})
    | _UNTIL_NOW.keys()
    | _CLOCK
)
_AMBIGUOUS = frozenset({"may", "march", "mar", "sun", "sat", "dec"})  # also other words
_CALENDAR_DIGITS = (1, 2, 4)


@dataclass(slots=True)
class Time:
    """A time at ``tokens[start:end]``; ``day`` is the day it names, None where it names none.

    ``since`` tells that it opens a span that lasts until now; ``bare``, that it is a year that no
    word introduces, which may only qualify a noun ("the 2020 war"); ``now``, that it says no more
    than that something holds until now ("so far"); ``weekday``, that it is a day of the week,
    which is the coming one where what happens on it is foretold.
    """

    start: int
    end: int
    day: dt.date | None
    since: bool = False
    bare: bool = False
    now: bool = False
    weekday: bool = False


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
    """Add a time, as the end of the one before in "from November 10, 2020, to May 5, 2023", and
    as one with it in "so far this year".
    """
    if found and found[-1].end == time.start and found[-1].now != time.now:
        before = found.pop()
        time = Time(before.start, time.end, before.day if before.now else time.day)
    elif found and tokens.lowers[time.start] in {"to", "until", "through"}:
        gap = tokens.lowers[found[-1].end : time.start]
        if gap in ([], [","]) and tokens.lowers[found[-1].start] in {"from", "since", "on"}:
            time = Time(found.pop().start, time.end, time.day)
    found.append(time)


def _time_at(tokens: Tokens, index: int, published: dt.date | None) -> Time | None:
    word = tokens.lowers[index]
    if word in _UNTIL_NOW:
        before = index and tokens.lowers[index - 1] in _UNTIL_NOW[word]
        return Time(index - 1, index + 1, published, now=True) if before else None
    if word in _CLOCK:
        return _of_clock(tokens, index, published)
    if word == "ago":
        return _days_ago(tokens, index, published)
    if word in _POSSESSIVES:
        return _of_occasion(tokens, index, published)
    read = _read(tokens, index, published)
    if read is None:
        return None
    end, day = read
    start = index  # with the words that introduce it: "earlier on Tuesday"
    year = end == index + 1 and _is_year(tokens.texts[index])
    if year and _text(tokens, index - 1) == "the":
        return Time(index, end, None, bare=True)  # "the 2020 floods"
    if tokens.lowers[max(0, index - 2) : index] == ["end", "of"]:
        start, day = index - 2, _last_day(tokens, index, end, published)
    floor = max(0, start - 3)
    while start > floor and tokens.lowers[start - 1] in _INTRODUCING | {"the"}:
        start -= 1
    return Time(
        start,
        end,
        day,
        since="since" in tokens.lowers[start:index],
        bare=start == index and day is None and tokens.lowers[index][0].isdecimal(),
        weekday=tokens.lowers[index + (word == "this")] in WEEKDAYS,
    )


def _last_day(tokens: Tokens, index: int, end: int, published: dt.date | None) -> dt.date | None:
    """The day of "the end of May", "the end of May 2023" and "the end of 2023"."""
    year = int(tokens.texts[end - 1]) if _is_year(tokens.texts[end - 1]) else 0
    month = MONTHS.get(tokens.lowers[index]) or (12 if year else 0)
    return last_of(month, year, published) if month else None


def _days_ago(tokens: Tokens, ago: int, published: dt.date | None) -> Time | None:
    """ "Three days ago"."""
    if ago < 2 or tokens.lowers[ago - 1] not in {"day", "days"}:
        return None
    word = tokens.lowers[ago - 2]
    days = int(word) if _is_day(word) else SMALL.get(word) or (word == "a")
    return Time(ago - 2, ago + 1, shifted(published, -int(days))) if days else None


def _of_clock(tokens: Tokens, index: int, published: dt.date | None) -> Time | None:
    """ "As of 6 p.m.", on the day of publication where no other follows."""
    following = tokens.lowers[index + 1 : index + 2]
    if following == ["on"] or not WEEKDAYS.isdisjoint(following):
        return None
    for start in range(index - 1, max(0, index - _LONGEST_CLOCK), -1):
        if tokens.lowers[start - 1 : start + 1] == ["as", "of"]:
            return Time(start - 1, index + 1, published, now=True)
    return None


def _of_occasion(tokens: Tokens, index: int, published: dt.date | None) -> Time | None:
    """ "Monday's blast": the day of what happened, as "Monday's vote", which may come, is not."""
    following = tokens.lowers[index + 1 : index + 1 + _OCCASION_WITHIN]
    if not tokens.texts[index][0].isupper() or OCCASIONS.isdisjoint(following):
        return None
    return Time(index, index + 1, weekday(tokens.lowers[index][:-2], published))


def _read(
    tokens: Tokens, index: int, published: dt.date | None
) -> tuple[int, dt.date | None] | None:
    """Where the time that begins at a token ends, and its day."""
    word = tokens.lowers[index]
    if word in _RELATIVE_DAYS:
        return _after_part_of_day(tokens, index + 1), shifted(published, _RELATIVE_DAYS[word])
    if word in WEEKDAYS and tokens.texts[index][0].isupper():
        if tokens.lowers[index + 1 : index + 3] == ["last", "week"]:
            return index + 3, in_last_week(word, published)
        return _after_part_of_day(tokens, index + 1), weekday(word, published)
    if word in MONTHS and (word not in _AMBIGUOUS or tokens.texts[index][0].isupper()):
        return _of_month(tokens, index, published)
    if word in {"last", "this", "next", "past"}:
        return _of_period(tokens, index, published)
    return _of_number(tokens, index, published)


def _after_part_of_day(tokens: Tokens, index: int) -> int:
    return index + (index < tokens.count and tokens.lowers[index] in _PARTS_OF_DAY)


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
            return at + 1, date(int(tokens.texts[at]), month, number)
        return at, nearest(month, number, published)
    if _is_year(_text(tokens, at)):
        return at + 1, None
    before = _text(tokens, index - 1).lower()
    if tokens.lowers[index] in _AMBIGUOUS and before not in _INTRODUCING and before != "of":
        return None
    return index + 1, None


def _of_period(
    tokens: Tokens, index: int, published: dt.date | None
) -> tuple[int, dt.date | None] | None:
    """ "last week", "this year", "last Tuesday", "next Tuesday", "last night"."""
    following = _text(tokens, index + 1).lower().removesuffix("'s").removesuffix("’s")
    if following in WEEKDAYS:
        day = weekday(following, published)
        day = shifted(day, 7) if tokens.lowers[index] == "next" else day
        return _after_part_of_day(tokens, index + 2), day
    part = _DAYS_OF_PARTS.get((tokens.lowers[index], following))
    if part is not None:
        return index + 2, shifted(published, part)
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
            return index + 3, date(int(tokens.texts[index + 2]), month, number)
        return index + 2, nearest(month, number, published)
    if not _is_year(text):
        return None
    return index + 1 + (following == "s" and tokens.touch(index)), None


def _text(tokens: Tokens, index: int) -> str:
    return tokens.texts[index] if 0 <= index < tokens.count else ""


def _is_day(text: str) -> bool:
    return len(text) <= 2 and text.isascii() and text.isdecimal() and 1 <= int(text) <= 31


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isascii() and text.isdecimal() and 1500 <= int(text) <= 2100
