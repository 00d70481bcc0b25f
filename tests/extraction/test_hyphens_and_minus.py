"""Hyphens that join, and the minus that negates."""

import pytest

from tests.extraction.gists import gists

CASES = [
    ("The 8.15 train hit it.", ["8.15"]),
    ("The 11 member board met.", ["11 person member"]),
    ("A 40 strong crowd and a ten storey hotel.", ["40 person crowd", "10 count storey"]),
    ("A five-year $700,000 award was made.", ["5 year", "700000 USD"]),
    ("It was minus-12 degrees.", ["-12 degree"]),
    ("It was minus 40 Celsius.", ["-40 celsius"]),
    ("The return was negative 3%.", ["-3 percent"]),
    ("It is -5°C outside.", ["-5 celsius"]),
    ("The balance is $-50.8bn.", ["-50800000000 USD"]),
    ("The balance is -$3 million.", ["-3000000 USD"]),
    ("The sum ($2,900) was repaid.", ["2900 USD"]),
    ("It posted a loss of ($2,900).", ["-2900 USD"]),
    ("Net income was ($4.2 million).", ["-4200000 USD"]),
    ("The 44-day war began.", ["44 day"]),
    ("The nearly 30-year-long occupation ended.", ["nearly 30 year"]),
    ("A twenty-one-gun salute was fired.", ["21 count gun"]),
    ("Sub-7 nanometer chips are made.", ["less than 7 nanometer"]),
    ("Her now-18 month-old son walks.", ["18 month"]),
    ("The village - 50 miles away - burned.", ["50 mile"]),
    ("Two second-half goals decided it.", ["2 count goal"]),
    ("A two-way radio and a three-pronged plan failed.", []),
    ("A last-32 place was lost.", []),
    ("The decades-long feud ended.", []),
    ("A 52,000 barrel-a-day refinery closed.", ["52000 barrel per day"]),
    ("Two co-workers were shot.", ["2 person co-worker"]),
    ("They found two 40-foot containers.", ["2 count container", "40 foot"]),
    ("It made 12 200-litre drums.", ["12 count drum", "200 liter"]),
    ("Exports hit 4.3 million 60-kg bags.", ["4300000 count bag", "60 kilogram"]),
    ("She paid two $500 fines.", ["2 count fine", "500 USD"]),
    ("They sold three four-bedroom flats.", ["3 count flat", "4 count bedroom"]),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[case[0] for case in CASES])
def test_hyphens_and_signs_are_told_apart(sentence, expected):
    assert gists(sentence) == expected
