"""Dozens, hundreds, scores, a handful, several, a couple."""

import pytest

from tests.extraction.gists import gists

CASES = [
    ("They lost dozens of devices.", ["about 24..99 count device"]),
    ("Dozens were arrested.", ["about 24..99 person"]),
    ("Dozens of different types of drones were seen.", ["about 24..99 count drone"]),
    ("Scores of villagers fled.", ["about 40..99 person villager"]),
    ("Scores were hurt, killing scores.", ["about 40..99 person", "about 40..99 person"]),
    ("The scores were level.", []),
    ("Several houses were destroyed.", ["about 3..9 count house"]),
    ("The storm damaged a handful of barns.", ["about 3..9 count barn"]),
    ("She scores in every game and the test scores are good.", []),
    ("Hundreds gathered on the square.", ["100..1000 person"]),
    ("Hundreds of miners struck.", ["100..1000 person miner"]),
    ("It lasted 10 days and thousands are marooned.", ["10 day", "1000..10000 person"]),
    ("Hundreds of thousands have lost homes.", ["100000..1000000 person"]),
    ("Billions were spent on dams.", ["1000000000..10000000000"]),
    ("Floods forced tens of thousands to flee.", ["10000..100000 person"]),
    ("Thousands of tests failed.", ["1000..10000 count test"]),
    ("Millions of voters stayed away.", ["1000000..10000000 person voter"]),
    ("Tens of thousands of students marched.", ["10000..100000 person student"]),
    ("Hundreds of millions of dollars vanished.", ["100000000..1000000000 USD"]),
    ("More than a hundred tanks crossed.", ["more than 100 count tank"]),
    ("Several hundred homes burned.", ["about 300..900 count home"]),
    ("Several people were hurt.", ["about 3..9 person people"]),
    ("A handful of soldiers deserted.", ["about 3..9 person soldier"]),
    ("A few officers were hurt.", ["about 3..9 person officer"]),
    ("A couple of days passed.", ["about 2 day"]),
    ("A couple of dozen pilgrims came.", ["about 24 person pilgrim"]),
    ("The couple left in a few minutes for several reasons.", []),
    ("They came by the hundreds.", []),
    ("A dozen eggs and half a dozen hens were lost.", ["12 count egg", "6 count hen"]),
    ("A baker's dozen is a treat.", []),
    ("He will need a week or two and a nail or two.", ["1..2 week", "1..2 count nail"]),
    ("Twenty-four of them swam.", ["24"]),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[case[0] for case in CASES])
def test_an_indefinite_number_is_an_interval(sentence, expected):
    assert gists(sentence) == expected


def test_a_row_of_bare_numbers_is_a_table_and_no_statement():
    assert gists("12 14 18 21 30 44 51") == []
    assert gists("The draw was 4, 8, 15 and 16.") == ["4", "8", "15", "16"]
