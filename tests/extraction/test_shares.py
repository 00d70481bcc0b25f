"""Proportions and fractions: shares are percentages, fractions of a unit are numbers."""

import pytest

from tests.extraction.gists import gists

CASES = [
    ("A third of the 90 seats are free.", ["33.3333333333 percent seat", "90 count seat"]),
    (
        "One in four voters and half the farmers stayed away.",
        ["25 percent voter", "50 percent farmer"],
    ),
    ("One in four retired.", ["25 percent"]),
    ("Nine out of ten agreed.", ["90 percent"]),
    ("Two of every five wells are dry.", ["40 percent well"]),
    ("A quarter of the fleet is idle.", ["25 percent fleet"]),
    ("Half the crew quit.", ["50 percent crew"]),
    ("More than half of voters stayed home.", ["more than 50 percent voter"]),
    ("Three-quarters of an hour passed.", ["0.75 hour"]),
    ("Half an hour later it rained.", ["0.5 hour"]),
    ("A quarter of a million people left.", ["250000 person people"]),
    ("Half a million lambs were sold.", ["500000 count lamb"]),
    ("Use 1/4 of a cup.", ["0.25 cup"]),
    ("One fluid ounce is 1/16 of a pint.", ["1 fluid ounce", "0.0625 pint"]),
    ("It lasted two and a half years.", ["2.5 year"]),
    ("Two-and-a-half million cows were fed.", ["2500000 count cow"]),
    ("The Fed cut rates by a quarter point.", ["down 0.25 percentage point"]),
    ("A three-quarter-point rate rise is likely.", ["0.75 percentage point"]),
    ("It rose half a percentage point.", ["up 0.5 percentage point"]),
    ("A half-mile walk took a quarter of an hour.", ["0.5 mile", "0.25 hour"]),
    ("The half-year profit rose.", []),
    ("A one-in-five chance, a 1-in-5 risk.", ["20 percent", "20 percent"]),
    ("Wheat lost 3-1/4 cents.", ["down 3.25 cent"]),
    ("It is 3½ miles away.", ["3.5 mile"]),
    ("He served a 4-1/2-month term.", ["4.5 month"]),
    ("Sales were down by a third in spring.", ["down 33.3333333333 percent"]),
    ("The second half was the third time in the first quarter.", []),
    ("It broke in half.", []),
    ("Twenty in 2 weeks were seen.", ["20", "2 week"]),
    ("He made 33 points in three quarters.", ["33 count point", "3 count quarter"]),
    ("It fell by three quarters.", ["down 75 percent"]),
    ("He took 3 in 5 overs.", ["3", "5 count over"]),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_part_of_a_whole_is_read_with_its_meaning(sentence, expected):
    assert gists(sentence) == expected


def test_two_thirds_are_a_percentage_to_the_last_digit():
    assert gists("Two-thirds of the pupils passed.") == ["66.6666666667 percent pupil"]
