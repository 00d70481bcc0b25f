"""Dates and years are no figures; numbers that look like years and count something are."""

import pytest

from tests.extraction.gists import gists

NO_FIGURES = [
    "The vote was held on March 29.",
    "It was signed on 8 September 2015 in Vienna.",
    "She arrived on Sept. 21.",
    "The ceasefire of July 4, 2016, did not hold.",
    "The report of 2023-09-19 was withdrawn.",
    "Issued on 19/09/2023 and amended on 20.10.2023.",
    "The talks of 12-14 May ended without a deal.",
    "They met on the 3rd of June and the 21st of July.",
    "The war ended in 1994.",
    "Prices have risen since 2011.",
    "Between 1600 and 1900 it was called the little ice age.",
    "The 2018 harvest was poor.",
    "He governed from 1999 to 2008.",
    "It was built in the 1930s and rebuilt in the early 1990s.",
    "The class of '96 met again.",
    "The 2022-23 season was cut short.",
    "In 2007, 2008 and 2009 nothing was published.",
    "Sales of 2019 and 2020 were restated.",
    "Spending of 2017's budget was frozen.",
]
FIGURES = [
    ("In May 12 people were arrested.", ["12 person people"]),
    ("Since October 7, 35,000 have died.", ["35000 person"]),
    ("At 5 p.m., 12 were dead.", ["12 person"]),
    ("In 2020, 1,200 houses were built.", ["1200 count house"]),
    ("In 2014 some 1500 troops were sent.", ["about 1500 person troops"]),
    ("More than 2000 families fled.", ["more than 2000 count family"]),
    ("2000 people marched.", ["2000 person people"]),
    ("The flat costs $2000.", ["2000 USD"]),
    ("The engine reaches 1900 rpm.", ["1900 revolution per minute"]),
    ("It fell from 40 mm in 2008 to 29 mm in 2020.", ["29..40 millimeter"]),
    (
        "Some 1800 workers and 1200 guests stayed.",
        ["about 1800 person worker", "1200 person guest"],
    ),
    ("The 44-day war ended on November 10, 2020.", ["44 day"]),
    ("Since May 2020, 48 were hurt.", ["48 person"]),
    ("The mine closed in 2015, 12 of its 40 shafts flooded.", ["12 count shaft", "40 count shaft"]),
]


@pytest.mark.parametrize("sentence", NO_FIGURES)
def test_a_date_or_year_is_no_figure(sentence):
    assert gists(sentence) == []


@pytest.mark.parametrize(("sentence", "expected"), FIGURES, ids=[case[0] for case in FIGURES])
def test_a_count_beside_a_date_or_like_a_year_is_a_figure(sentence, expected):
    assert gists(sentence) == expected
