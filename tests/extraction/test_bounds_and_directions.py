"""What bounds a figure, which way it goes; a change and its level are two figures."""

import pytest

from tests.extraction.gists import gists

CASES = [
    ("At least six people were killed.", ["at least 6 person people"]),
    ("No fewer than 17 schools closed.", ["at least 17 count school"]),
    ("More than 60 per cent agreed.", ["more than 60 percent"]),
    ("Over 300 settlements were freed.", ["more than 300 count settlement"]),
    ("It took in excess of $5 million.", ["more than 5000000 USD"]),
    ("Just over 20 cows were sold.", ["more than 20 count cow"]),
    ("Up to 40 people could be hurt.", ["at most 40 person people"]),
    ("As many as 300 are missing.", ["at most 300 person"]),
    ("No more than 9 players may start.", ["at most 9 person player"]),
    ("Fewer than 100 rhinos remain.", ["less than 100 count rhino"]),
    ("Just under 296 hp is made.", ["less than 296 horsepower"]),
    ("About 600 guests came.", ["about 600 person guest"]),
    ("Some 1,500 sheep strayed.", ["about 1500 count sheep"]),
    ("An estimated €150 million is gone.", ["about 150000000 EUR"]),
    ("Nearly two years passed.", ["nearly 2 year"]),
    ("Almost half the mines remain.", ["nearly 50 percent mine"]),
    ("Exactly 13 boats sank.", ["13 count boat"]),
    ("It lasts 12 weeks or more.", ["at least 12 week"]),
    ("About another 50 rooms are free.", ["about 50 count room"]),
    ("~45 g of salt is left.", ["about 45 gram salt"]),
    (
        "More than 7.5 million crowns ($1.1 million) is kept.",
        ["more than 7500000 count crown", "1100000 USD"],
    ),
    (
        "Winds of up to 250 kph (155 mph) blew.",
        ["at most 250 kilometer per hour", "at most 155 mile per hour"],
    ),
    ("Prices rose at least 20 %.", ["up at least 20 percent"]),
    ("Shares were up nearly 57%.", ["up nearly 57 percent"]),
    ("The index fell 3 % to 12,400.", ["down 3 percent", "12400"]),
    ("Sales jumped 90 per cent to $7.2 billion.", ["up 90 percent", "7200000000 USD"]),
    ("The gap grew by $43 billion to $419 billion.", ["up 43000000000 USD", "419000000000 USD"]),
    ("The bank raised rates by 25 basis points to 5.25%.", ["up 25 basis point", "5.25 percent"]),
    ("The drug cut deaths by 20 to 30 percent.", ["down 20..30 percent"]),
    ("An increase of 5% was agreed.", ["up 5 percent"]),
    ("Dow +0.2%", ["up 0.2 percent"]),
    ("Revenue rose to $7.36 billion from $6.78 billion.", ["7360000000 USD", "6780000000 USD"]),
    ("The defence gave up 517 rushing yards.", ["517 yard"]),
    ("The death toll rose to 24.", ["24 person"]),
    ("It costs $22,495 plus $895 for delivery.", ["22495 USD", "895 USD"]),
    ("It will spend $5 billion over 10 years.", ["5000000000 USD", "10 year"]),
    ("The siege lasted over 10 years.", ["more than 10 year"]),
    ("They lost three straight.", ["3"]),
    ("The number of cases rose to 1,234.", ["1234 count case"]),
    ("Hundreds more were injured.", ["100..1000 person"]),
    ("It wounded another 70.", ["70 person"]),
    ("A crowd of around 5000 came.", ["about 5000 person"]),
    ("Ross was down 2.3%, Norton by 2.6%.", ["down 2.3 percent", "down 2.6 percent"]),
    ("Pay rose 0.3% from May and 3.5% on the year.", ["up 0.3 percent", "up 3.5 percent"]),
    ("GDP may grow 2.1% this year and 1.9% next.", ["up 2.1 percent", "up 1.9 percent"]),
    ("Pay rose 3% in May and 5% of firms shut.", ["up 3 percent", "5 percent firm"]),
    ("It fell by 1 to 2 miles (1.6 to 3.2 km).", ["down 1..2 mile", "down 1.6..3.2 kilometer"]),
    ("It tumbled 1,016 points or 1.84%.", ["down 1016 count point", "down 1.84 percent"]),
    ("Bills rise by £693 more a year.", ["up 693 GBP per year"]),
    ("It cut the price of its small car by $2,000.", ["down 2000 USD"]),
    ("It cut jobs, and beat the forecast by $2,000.", ["2000 USD"]),
    ("The jobless rate edged up to 3.9%.", ["3.9 percent"]),
    ("It can drive up to 40 miles.", ["at most 40 mile"]),
    ("Both added 15 apiece.", ["15"]),
    ("Payrolls fell by 5,000 to 207,000.", ["down 5000", "207000"]),
    ("It hit an over 20-month high.", ["more than 20 month"]),
    ("They fell 1.5% and 1.1% respectively.", ["down 1.5 percent", "down 1.1 percent"]),
    ("Sales grew by between 3% and 5%.", ["up 3..5 percent"]),
    ("The rand weakened 0.5%.", ["down 0.5 percent"]),
    ("As few as 20 people paid as little as $5.", ["at least 20 person people", "at least 5 USD"]),
    ("Petrol averaged $3.67 a gallon.", ["about 3.67 USD per gallon"]),
    ("The margin is plus or minus 3 percent.", ["3 percent"]),
    ("She hit 17 birdies over four rounds.", ["17 count birdie", "4 count round"]),
    ("The noise never exceeded 41 decibels.", ["at most 41 decibel"]),
    ("Losses could exceed $3 million.", ["more than 3000000 USD"]),
    ("Add 250 ml of milk.", ["250 milliliter milk"]),
    ("It came down 12 minutes later.", ["12 minute"]),
    ("He shot over two defenders.", ["2 person defender"]),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[case[0] for case in CASES])
def test_bounds_and_directions_are_read(sentence, expected):
    assert gists(sentence) == expected


def test_a_bound_leaves_its_side_open():
    from annotations.extraction.figures.figures import quantities_in
    from annotations.extraction.text.tokens import tokenize

    least, most = quantities_in(tokenize("at least six boats and at most nine crews"))
    assert (least.low, least.high) == (6, None)
    assert (most.low, most.high) == (None, 9)
