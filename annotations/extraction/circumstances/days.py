"""Days of the calendar seen from the day on which an article was published."""

import calendar
import datetime as dt

WEEKDAY_NUMBERS = {
    name: number
    for number, name in enumerate(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    )
}
_FUTURE_MARGIN = 7  # days


def weekday(word: str, published: dt.date | None) -> dt.date | None:
    """The latest such day up to the day of publication."""
    if published is None:
        return None
    return shifted(published, -((published.weekday() - WEEKDAY_NUMBERS[word]) % 7))


def in_last_week(word: str, published: dt.date | None) -> dt.date | None:
    """Such a day of the week, from Monday on, before that of publication."""
    if published is None:
        return None
    return shifted(published, WEEKDAY_NUMBERS[word] - published.weekday() - 7)


def shifted(day: dt.date | None, days: int) -> dt.date | None:
    """So many days later; None beyond what dates can say."""
    try:
        return day + dt.timedelta(days=days) if day else None
    except OverflowError:
        return None


def nearest(month: int, day: int, published: dt.date | None) -> dt.date | None:
    """The latest such day that is not well after the day of publication."""
    if published is None:
        return None
    here = date(published.year, month, day)
    if here is None or (here - published).days <= _FUTURE_MARGIN:
        return here
    return date(published.year - 1, month, day)


def date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def last_of(month: int, year: int, published: dt.date | None) -> dt.date | None:
    """The last day of a month; of the latest such month where ``year`` is 0."""
    if not year and published is None:
        return None
    last = calendar.monthrange(year or (published or dt.date.min).year, month)[1]
    return date(year, month, last) if year else nearest(month, last, published)
