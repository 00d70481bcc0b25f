"""Magnitudes, units and currencies that touch the number."""

import pytest

from tests.extraction.gists import gists

CASES = [
    ("A $1.7bn deal was signed.", ["1700000000 USD"]),
    ("It has 40k users.", ["40000 person user"]),
    ("He paid €2m.", ["2000000 EUR"]),
    ("Each gets Rs 5 crore.", ["50000000 INR"]),
    ("Each gets Rs. 5 lakh.", ["500000 INR"]),
    ("Rs500 was stolen.", ["500 INR"]),
    ("They took R26 million and R2.5bn.", ["26000000 ZAR", "2500000000 ZAR"]),
    ("It cost N5.2 billion or Dh200.", ["5200000000 NGN", "200 AED"]),
    ("A pack of 12 costs £3.50.", ["12", "3.5 GBP"]),
    ("The PLX-R18 trial and an R18 film ended.", []),
    ("A 12-strong crew sailed.", ["12 person crew"]),
    ("Its more than 10 thousand-strong armed forces are there.", ["more than 10000 person force"]),
    ("A 4.6-magnitude tremor was felt.", ["4.6 magnitude"]),
    ("A magnitude 7.8 earthquake struck.", ["7.8 magnitude"]),
    ("They sold 4.3M copies.", ["4300000 count copy"]),
    ("The 37m skeleton weighs 278kg.", ["37 meter", "278 kilogram"]),
    ("About 5m people watched.", ["about 5000000 person people"]),
    ("It does 0 to 80km/h.", ["0..80 kilometer per hour"]),
    ("The flat is 32m2.", ["32 square meter"]),
    ("It pays US$84 and HK$5.4m.", ["84 USD", "5400000 HKD"]),
    ("It pays $US55 and A$16.", ["55 USD", "16 AUD"]),
    ("It cost USD10m or RM23.50.", ["10000000 USD", "23.5 MYR"]),
    ("The pass costs 1,200€.", ["1200 EUR"]),
    ("It trades at 110 JPY.", ["110 JPY"]),
    ("They asked for PS2.7m, not a PS5.", ["2700000 GBP"]),
    ("It has 64GB and a 120Hz screen.", ["64 gigabyte", "120 hertz"]),
    ("More than 2,000+ workers left.", ["at least 2000 person worker"]),
    ("It lost 50-odd members.", ["about 50 person member"]),
    ("It is 1.99×10^30 kilograms.", ["1.99e+30 kilogram"]),
    ("The 3.2 million-year-old bone is small.", ["3200000 year"]),
    ("A million dollar house burned.", ["1000000 USD"]),
    ("It weighs 5 million pounds of steel.", ["5000000 pound steel"]),
    ("It cost 5 million pounds.", ["5000000 GBP"]),
    ("It cost half a million pounds.", ["500000 GBP"]),
    (
        "It has 1,000 sq. ft. and 30 sq. km of land.",
        ["1000 square foot", "30 square kilometer land"],
    ),
    ("About 150 000 people live there.", ["about 150000 person people"]),
    ("It records 3.2 deaths per 100,000 people.", ["3.2 count per 100000 person death"]),
    ("The reservoir holds 4.1 trillion litres.", ["4.1e+12 liter"]),
    ("The population fell to 6.9m.", ["6900000"]),
    ("A 1.8m wall fell.", ["1.8 meter"]),
    ("Copper fell to $9,640 a metric ton.", ["9640 USD per metric ton"]),
    ("Eggs cost $5.30 a dozen.", ["5.3 USD per dozen"]),
    ("He drinks two cups of coffee a day.", ["2 cup per day coffee"]),
    ("It carries 3 cubic feet of gas a day.", ["3 cubic foot per day gas"]),
    ("They sold 12 cars a day.", ["12 count per day car"]),
    ("It gave 300 workers a ticket.", ["300 person worker"]),
    ("Two accidents an hour apart closed it.", ["2 count accident"]),
    ("The star is 13.4 billion light-years away.", ["13400000000 light-year"]),
    ("Investors get 0.15 of a share.", ["0.15 count share"]),
    ("It pays £11.44 an hour from April.", ["11.44 GBP per hour"]),
    ("It passed within 5 miles of Earth.", ["5 mile"]),
    ("It emits 132g/km of CO2.", ["132 gram per kilometer co2"]),
    ("He ran it in 9.81s in the 80s.", ["9.81 second"]),
    ("A magnitude-7.4 quake struck.", ["7.4 magnitude"]),
    ("A 0.9-percentage-point drop hit.", ["0.9 percentage point"]),
    ("A 50-square-mile area burned.", ["50 square mile"]),
    ("Sales saw a 10-fold rise.", ["10 fold"]),
    ("Prices rose fivefold.", ["up 5 fold"]),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[case[0] for case in CASES])
def test_what_touches_a_number_is_read_with_it(sentence, expected):
    assert gists(sentence) == expected
