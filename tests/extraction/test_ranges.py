"""Ranges, magnitudes and units that both ends share, and or-ranges."""

import pytest

from tests.extraction.gists import gists

CASES = [
    ("It costs between $3 and $4 billion.", ["3000000000..4000000000 USD"]),
    ("They sold 3–4 million units.", ["3000000..4000000 count unit"]),
    ("They paid $45 million to 12 workers.", ["45000000 USD", "12 person worker"]),
    ("There are 1 to 2 thousand lynxes.", ["1000..2000 count lynx"]),
    ("Guidance is US $89 to $93 billion.", ["89000000000..93000000000 USD"]),
    ("Prices range from $200 to $4 million.", ["200..4000000 USD"]),
    ("Fines of $3 billion to $5 billion loom.", ["3000000000..5000000000 USD"]),
    ("Rates may rise between 5% and 6%.", ["5..6 percent"]),
    ("He drove at 15-22 miles per hour.", ["15..22 mile per hour"]),
    ("A 5-10W lamp is enough.", ["5..10 watt"]),
    ("Growth of five per cent to 20 per cent is likely.", ["up 5..20 percent"]),
    ("Three or four gunmen fled.", ["3..4 person gunman"]),
    ("A 3-to-4-week ban and a two-to-three-day trip.", ["3..4 week", "2..3 day"]),
    ("It was a 5-to-4 ruling.", []),
    ("It took two or three years.", ["2..3 year"]),
    ("Between seven and 10 years are needed.", ["7..10 year"]),
    ("The index slid from 240 to 231.", ["231..240"]),
    ("She went from 208 pounds to 193.", ["193..208 pound"]),
    ("It fell from $75 per barrel to $45.88 in December.", ["45.88..75 USD per barrel"]),
    (
        "Four-, five- and six-cylinder engines exist.",
        ["4 count cylinder", "5 count cylinder", "6 count cylinder"],
    ),
    ("Two- or three-day trips are sold.", ["2 day", "3 day"]),
    ("Only 280 million of the 1.5 billion shekels arrived.", ["280000000 ILS", "1500000000 ILS"]),
    ("He won by 217 votes to 213.", ["217 count vote", "213"]),
    ("Roughly 40 to 50 ewes died.", ["about 40..50 count ewe"]),
    ("It would hold 2 or more cars.", ["at least 2 count car"]),
    ("Prices start from £24,995 and rise to £31,200.", ["24995 GBP", "31200 GBP"]),
    ("The forecast was cut to 2.1 from 2.4 per cent.", ["2.1 percent", "2.4 percent"]),
    ("It cost $4m-5m to make.", ["4000000..5000000 USD"]),
    ("Three of the four engines failed.", ["3 count engine", "4 count engine"]),
    (
        "Of the 19 hostages, six were freed and 13 remain.",
        ["19 person hostage", "6 person hostage", "13 person hostage"],
    ),
    (
        "Mileage went from about 14-18 mpg to 24.",
        ["about 14..18 mile per gallon", "24 mile per gallon"],
    ),
    ("The average age is about 42.", ["about 42 year"]),
    ("They lead by 44% to 24%.", ["44 percent", "24 percent"]),
    ("Rates fell from 5% to 3%.", ["3..5 percent"]),
    ("They cut the death toll from 14 to nine.", ["14 person", "9 person"]),
    ("The toll rose from 14 on Monday to 24.", ["14 person", "24 person"]),
    ("Groups of 10 to 20 people came.", ["10..20 person people"]),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_range_is_one_figure(sentence, expected):
    assert gists(sentence) == expected
