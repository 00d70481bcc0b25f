"""How intervals are written for people."""

import pytest

from annotations.selectors.values import interval_text, number_text, quantity_text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (6.0, "6"),
        (2728, "2,728"),
        (30_000, "30,000"),
        (1_000_000, "1 million"),
        (5.4e9, "5.4 billion"),
        (-2.5e6, "-2.5 million"),
        (1_234_567, "1,234,567"),
        (6.1, "6.1"),
        (3e12, "3 trillion"),
    ],
)
def test_a_number_loses_nothing(number: float, text: str) -> None:
    assert number_text(number) == text


@pytest.mark.parametrize(
    ("low", "high", "modifier", "text"),
    [
        pytest.param(6, 6, "exact", "6", id="point"),
        pytest.param(6, None, "at_least", "≥ 6", id="at least"),
        pytest.param(10_000, None, "more_than", "> 10,000", id="more than"),
        pytest.param(None, 6, "at_most", "≤ 6", id="at most"),
        pytest.param(None, 6, "less_than", "< 6", id="less than"),
        pytest.param(28, 30, "nearly", "just under 30", id="nearly"),
        pytest.param(24, 99, "about", "≈ 24–99", id="dozens"),
        pytest.param(500, 500, "about", "≈ 500", id="about"),
        pytest.param(3e9, 4e9, "range", "3 billion–4 billion", id="range"),
        pytest.param(None, None, "exact", "?", id="nothing"),
    ],
)
def test_an_interval_is_written_as_its_modifier_bounds_it(
    low: float | None, high: float | None, modifier: str, text: str
) -> None:
    assert interval_text(low, high, modifier) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (6, "person", "6"),
        (6, "count", "6"),
        (6, "week", "6 weeks"),
        (1, "week", "1 week"),
        (20, "percent", "20 %"),
        (3e9, "USD", "3 billion USD"),
        (4, "square foot", "4 square feet"),
        (2, "century", "2 centuries"),
    ],
)
def test_a_unit_is_named_where_it_says_more_than_that_things_are_counted(
    value: float, unit: str, text: str
) -> None:
    assert quantity_text(value, value, unit=unit) == text
