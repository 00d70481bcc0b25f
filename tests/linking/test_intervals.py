import pytest

from annotations.extraction.types import Direction, Figure, Modifier
from annotations.linking.figures.intervals import comparable, quantity, relate, same_number
from annotations.linking.types import Relation

IDENTICAL, COMPATIBLE, CONFLICTING = (
    Relation.IDENTICAL,
    Relation.COMPATIBLE,
    Relation.CONFLICTING,
)


def figure(text, low, high, unit="person", modifier=Modifier.EXACT):
    return quantity(Figure(0, len(text), text, low, high, modifier, unit))


def exact(text, value, unit="person"):
    return figure(text, value, value, unit)


def at_least(text, value, unit="person"):
    return figure(text, value, None, unit, Modifier.AT_LEAST)


def about(text, value, unit="person"):
    return figure(text, value, value, unit, Modifier.ABOUT)


def nearly(text, value, unit="person"):
    return figure(text, value, value, unit, Modifier.NEARLY)


CASES = {
    "the same count": (exact("nine", 9), exact("9", 9), IDENTICAL, True),
    "another count": (exact("nine", 9), exact("ten", 10), CONFLICTING, False),
    "99 is not 100": (exact("99", 99), exact("100", 100), CONFLICTING, False),
    "a bound and its number": (at_least("nine", 9), exact("nine", 9), COMPATIBLE, True),
    "a bound allows more, but does not say it": (
        at_least("nine", 9),
        exact("12", 12),
        COMPATIBLE,
        False,
    ),
    "a bound forbids less": (at_least("nine", 9), exact("four", 4), CONFLICTING, False),
    "over a round number and the number": (
        figure("over 3m", 3e6, None, "count", Modifier.MORE_THAN),
        exact("three million", 3e6, "count"),
        COMPATIBLE,
        True,
    ),
    "a temperature on two scales": (
        exact("46.6 degrees Celsius", 46.6, "celsius"),
        exact("115.9 degrees Fahrenheit", 115.9, "fahrenheit"),
        COMPATIBLE,
        True,
    ),
    "other temperatures": (
        exact("20 C", 20, "celsius"),
        exact("20 F", 20, "fahrenheit"),
        CONFLICTING,
        False,
    ),
    "a speed in two units": (
        exact("100 mph", 100, "mile per hour"),
        exact("160 km/h", 160, "kilometer per hour"),
        COMPATIBLE,
        True,
    ),
    "a power in two units": (
        exact("1.2 gigawatts", 1.2, "gigawatt"),
        exact("1,200 megawatts", 1200, "megawatt"),
        IDENTICAL,
        True,
    ),
    "about a span at the unit it is written in": (
        about("about two weeks", 2, "week"),
        exact("15 days", 15, "day"),
        COMPATIBLE,
        True,
    ),
    "a fraction in words": (
        exact("a third", 100 / 3, "percent"),
        exact("33 percent", 33, "percent"),
        COMPATIBLE,
        True,
    ),
    "basis points are parts of a percentage point": (
        exact("50 basis points", 50, "basis point"),
        exact("0.5 percentage points", 0.5, "percentage point"),
        IDENTICAL,
        True,
    ),
    "millions at the digit written": (
        exact("$7.4 billion", 7.4e9, "USD"),
        exact("US $7.42 billion", 7.42e9, "USD"),
        COMPATIBLE,
        True,
    ),
    "one digit in words and in figures": (
        exact("US $5.4-billion", 5.4e9, "USD"),
        exact("$5.4 billion", 5.4e9, "USD"),
        IDENTICAL,
        True,
    ),
    "rounding is no licence": (
        exact("two million", 2e6, "count"),
        exact("1.7m", 1.7e6, "count"),
        CONFLICTING,
        False,
    ),
    "days and weeks": (
        exact("20 days", 20, "day"),
        exact("three weeks", 3, "week"),
        COMPATIBLE,
        True,
    ),
    "days and months": (
        exact("60-day", 60, "day"),
        exact("two months", 2, "month"),
        COMPATIBLE,
        True,
    ),
    "a day and its hours": (
        exact("a day", 1, "day"),
        exact("24 hours", 24, "hour"),
        IDENTICAL,
        True,
    ),
    "days and other weeks": (
        exact("ten days", 10, "day"),
        exact("two weeks", 2, "week"),
        CONFLICTING,
        False,
    ),
    "miles and kilometres": (
        exact("55 miles", 55, "mile"),
        exact("90 km", 90, "kilometer"),
        COMPATIBLE,
        True,
    ),
    "about and a near number": (about("about 50", 50), exact("52", 52), COMPATIBLE, True),
    "nearly the number that follows": (
        nearly("nearly 315", 315),
        exact("314", 314),
        COMPATIBLE,
        True,
    ),
    "nearly is not the one before": (
        nearly("nearly 315", 315),
        exact("313", 313),
        CONFLICTING,
        False,
    ),
    "about is not any number": (about("about 50", 50), exact("70", 70), CONFLICTING, False),
    "about a number of millions": (
        about("roughly $22 million", 22e6, "USD"),
        exact("$23 million", 23e6, "USD"),
        CONFLICTING,
        False,
    ),
    "dozens and a number are no one number": (
        figure("dozens", 24, 99, modifier=Modifier.ABOUT),
        exact("50", 50),
        COMPATIBLE,
        False,
    ),
    "dozens and dozens": (
        figure("dozens", 24, 99, modifier=Modifier.ABOUT),
        figure("dozens", 24, 99, modifier=Modifier.ABOUT),
        IDENTICAL,
        True,
    ),
    "a narrow range and a number in it": (
        figure("between 30 and 40", 30, 40, modifier=Modifier.RANGE),
        exact("35", 35),
        COMPATIBLE,
        True,
    ),
}


@pytest.mark.parametrize(("one", "other", "relation", "same"), CASES.values(), ids=CASES)
def test_two_quantities_relate_at_the_precision_they_are_written_with(one, other, relation, same):
    assert comparable(one, other)
    assert relate(one, other) is relation
    assert relate(other, one) is relation
    assert same_number(one, other) is same
    assert same_number(other, one) is same


@pytest.mark.parametrize(
    ("unit", "other"),
    [
        ("USD", "EUR"),
        ("person", "day"),
        ("point", "meter"),
        ("percent", "person"),
        ("USD", "count"),
    ],
)
def test_units_that_measure_other_things_are_never_compared(unit, other):
    assert not comparable(exact("9", 9, unit), exact("9", 9, other))


def test_a_figure_without_a_number_has_no_quantity():
    assert figure("some", None, None) is None


def test_so_many_degrees_warmer_are_so_many_on_any_scale():
    warmer = {"direction": Direction.UP}
    one = quantity(Figure(0, 3, "5 C", 5, 5, Modifier.EXACT, "celsius", **warmer))
    other = quantity(Figure(0, 3, "9 F", 9, 9, Modifier.EXACT, "fahrenheit", **warmer))
    assert same_number(one, other)


def test_percent_and_percentage_points_measure_other_things():
    assert not comparable(exact("2 percent", 2, "percent"), exact("2 pp", 2, "percentage point"))
