"""Spans of time without a number, and numbers of times in one word."""

import pytest

from tests.extraction.gists import gists

SPANS = [
    ("An hour later the roof fell.", ["1 hour"]),
    ("The strike lasted almost a week.", ["nearly 1 week"]),
    ("It took a day or so.", ["about 1 day"]),
    ("The ban will last a year or more.", ["at least 1 year"]),
    ("She got a year in prison.", ["1 year"]),
    ("They had an hour-long talk.", ["1 hour"]),
    ("It took an hour and 40 minutes.", ["100 minute"]),
    ("He took a day job and a week-old cat.", []),
    ("Sales rose 3 percent from a year earlier.", ["up 3 percent"]),
    ("It pays $12 an hour.", ["12 USD per hour"]),
    ("The day was long.", []),
]

TIMES = [
    ("Profit doubled to $4 million.", ["up 2 fold", "4000000 USD"]),
    ("Sales have more than tripled.", ["up more than 3 fold"]),
    ("Output nearly halved in March.", ["down nearly 0.5 fold"]),
    ("They plan to double the fee.", ["up 2 fold"]),
    ("Rates could rise to double digits.", []),
    ("The doubling of prices made a doubled effort vain.", []),
    ("They doubled down.", []),
    ("He swims twice a week.", ["2 time per week"]),
    ("It is twice the size.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), SPANS, ids=[case[0] for case in SPANS])
def test_an_article_before_a_span_of_time_is_one_where_it_is_measured(sentence, expected):
    assert gists(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), TIMES, ids=[case[0] for case in TIMES])
def test_a_word_may_be_a_number_of_times(sentence, expected):
    assert gists(sentence) == expected
