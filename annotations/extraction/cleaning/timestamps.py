"""Timestamps as documents carry them: "Issued on: 5/11/2024 – 12:03", "Nov. 5, 2024, 3 p.m. ET"."""

import datetime as dt
import re

from annotations.extraction.lexicon.words import MONTHS

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = r"(?P<day{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_DATE = rf"""
    (?P<year1>\d{{4}})[-/.](?P<month1>\d{{1,2}})[-/.](?P<day1>\d{{1,2}})
  | (?P<first>\d{{1,2}})[-/.](?P<second>\d{{1,2}})[-/.](?P<year2>\d{{4}})
  | {_DAY.format(3)}\ (?:of\ )?(?P<month3>{_MONTH})\.?,?\ (?P<year3>\d{{4}})
  | (?P<month4>{_MONTH})\.?,?\ {_DAY.format(4)},?\ (?P<year4>\d{{4}})
"""
_TIME = r"""
    (?P<hour>\d{1,2})(?::(?P<minute>\d\d)(?::(?P<second_>\d\d)(?:\.\d{1,9})?)?)?
    \ ?(?P<half>[ap]\.?m\.?)?
    (?:\ ?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)(?![a-z]))?
"""
_TIMESTAMP = re.compile(
    rf"(?<![\w/.-])(?:{_DATE})(?!\.?\d)(?:(?:T|,?\ ?(?:at|[-–—|•·])?\ ?){_TIME})?",
    re.IGNORECASE | re.VERBOSE,
)


def find_timestamp(line: str) -> tuple[dt.datetime, int, int] | None:
    """Give the first timestamp of a line and its span, or None.

    A day without a time is its midnight; a time without a zone is taken as UTC. Of "5/11/2024"
    the day comes first, unless only the other order makes a date.
    """
    for found in _TIMESTAMP.finditer(line):
        moment = _moment(found)
        if moment is not None:
            return moment, found.start(), found.end()
    return None


def _moment(found: re.Match[str]) -> dt.datetime | None:
    day = _day(found)
    if day is None:
        return None
    try:
        return dt.datetime.combine(day, _time(found), _zone(found["zone"]))
    except ValueError:
        return dt.datetime.combine(day, dt.time(), dt.UTC)


def _day(found: re.Match[str]) -> dt.date | None:
    if found["year1"]:
        orders = [(found["year1"], found["month1"], found["day1"])]
    elif found["year2"]:
        orders = [
            (found["year2"], found["second"], found["first"]),
            (found["year2"], found["first"], found["second"]),
        ]
    else:
        named = "3" if found["year3"] else "4"
        month = str(MONTHS[found["month" + named].lower()])
        orders = [(found["year" + named], month, found["day" + named])]
    for year, month, day in orders:
        try:
            return dt.date(int(year), int(month), int(day))
        except ValueError:
            continue
    return None


def _time(found: re.Match[str]) -> dt.time:
    """The time of day; midnight where only a bare number follows the date."""
    half = (found["half"] or "").lower()
    if not found["hour"] or not (found["minute"] or half):
        return dt.time()
    hour = int(found["hour"])
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return dt.time(hour, int(found["minute"] or 0), int(found["second_"] or 0))


def _zone(zone: str | None) -> dt.tzinfo:
    if not zone or zone[0] not in "+-":
        return dt.UTC
    offset = dt.timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
    return dt.timezone(offset if zone[0] == "+" else -offset)
