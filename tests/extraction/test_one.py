"""One as a number and one as a pronoun."""

import pytest

from tests.extraction.gists import gists

CASES = [
    ("One person was killed.", ["1 person person"]),
    ("Just one shop stayed open.", ["1 count shop"]),
    ("One proposal asks the board to resign.", ["1 count proposal"]),
    ("He pleaded guilty to one count of fraud.", ["1 count count"]),
    ("It was one of the deadliest attacks ever.", ["1 count attack"]),
    ("One of them was freed.", []),
    ("It hurt six men, one of them badly.", ["6 person man", "1 person man"]),
    ("One soldier died and one was wounded.", ["1 person soldier", "1 person soldier"]),
    ("Police said that one man was hurt.", ["1 person man"]),
    ("The fleet, of which one of its boats sank, left.", ["1 count boat"]),
    ("They like that one.", []),
    ("He is one of the lesser known painters.", ["1 person painter"]),
    ("No one was hurt.", []),
    ("She said no one was injured, and each one was rescued.", []),
    ("This one is better than that one.", []),
    ("One can hope.", []),
    ("The one who knows is silent.", []),
    ("They told one another the news.", []),
    ("One day he will return.", []),
    ("The siege lasted one day.", ["1 day"]),
    ("It was a one-off.", []),
    ("They are one-sided talks on one-way streets.", []),
    ("A one-year ban was lifted.", ["1 year"]),
    ("One in four retired.", ["25 percent"]),
    ("One million people fled.", ["1000000 person people"]),
    ("The one thing they fear is drought.", []),
    ("At one point he fell.", []),
    ("It killed one and hurt four, leaving one dead.", ["1 person", "4 person", "1 person"]),
    ("One of its three trains had shut.", ["1 count train", "3 count train"]),
    ("It is one of the most cited papers.", ["1 count paper"]),
    ("He is one of two men held.", ["1 person man", "2 person man"]),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[case[0] for case in CASES])
def test_one_is_a_number_where_it_counts(sentence, expected):
    assert gists(sentence) == expected
