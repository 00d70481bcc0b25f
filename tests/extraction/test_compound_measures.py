"""Measures written in several units are one figure, in the smallest of them."""

import pytest

from tests.extraction.gists import gists

CASES = [
    ("The raid took an hour and 40 minutes.", ["100 minute"]),
    ("It took two hours, 14 minutes and 30 seconds.", ["8070 second"]),
    ("He got at least six years and two months.", ["at least 74 month"]),
    ("A year and six months passed.", ["18 month"]),
    ("The storm lasted two weeks and three days.", ["17 day"]),
    ("She is 5 feet 11 inches tall.", ["71 inch"]),
    ("The 6ft 4in guard is out.", ["76 inch"]),
    ("He stands 6-foot-4 and weighs 220 pounds.", ["76 inch", "220 pound"]),
    ("The calf weighed 2 lb 3 oz.", ["35 ounce"]),
    ("He weighs 15st 4lb.", ["214 pound"]),
    ("The calf weighed seven pounds, eight ounces.", ["120 ounce"]),
    ("The delay lasted a day and a half.", ["1.5 day"]),
    ("He waited an hour and a half.", ["1.5 hour"]),
    ("It won a million and a half votes.", ["1500000 count vote"]),
    ("He ran for two hours and 90 minutes.", ["2 hour", "90 minute"]),
    ("It grew in two months and fell in 3 days.", ["2 month", "3 day"]),
    ("She trained for five years, three of them abroad.", ["5 year", "3"]),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[case[0] for case in CASES])
def test_units_that_go_on_with_each_other_are_one_measure(sentence, expected):
    assert gists(sentence) == expected
