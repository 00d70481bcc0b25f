"""What a total leaves where only some of its parts are stated."""

import pytest

from annotations.linking.linker import link
from tests.linking.builders import article, at_least, identifier, people

PARTED = {
    "one part of a total": (
        "Six people, including four police officers, were killed in Ostwick.",
        (2, 2),
        people("Six", 6, "people", "killed"),
        people("four", 4, "police officer", "killed"),
    ),
    "two parts that nobody is both of": (
        "Nine people, including four police officers and two civilians, died in Ostwick.",
        (3, 3),
        people("Nine", 9, "people", "killed"),
        people("four", 4, "police officer", "killed"),
        people("two", 2, "civilian", "killed"),
    ),
    "two parts that some may be both of": (
        "Twelve people, including five children and three women, died in Ostwick.",
        (4, 7),
        people("Twelve", 12, "people", "killed"),
        people("five", 5, "child", "killed"),
        people("three", 3, "woman", "killed"),
    ),
    "some of them": (
        "Twenty people were hurt in Ostwick, nine of them pupils.",
        (11, 11),
        people("Twenty", 20, "people", "injured"),
        people("nine", 9, "pupil", "injured"),
    ),
    "of the total": (
        "Of the 187 people on board, 112 were rescued off Ostwick.",
        (75, 75),
        people("187", 187, "people", "present"),
        people("112", 112, "", "rescued"),
    ),
    "a number that only compares": (
        "Of the 187 people on board, 112 were rescued, two more than had been told at noon.",
        (75, 75),
        people("187", 187, "people", "present"),
        people("112", 112, "", "rescued"),
        people("two", 2, ""),
    ),
    "a lower bound": (
        "At least 23 people died in Ostwick, nine of them pupils.",
        (14, None),
        at_least(people("23", 23, "people", "killed")),
        people("nine", 9, "pupil", "killed"),
    ),
}


@pytest.mark.parametrize("case", PARTED.values(), ids=PARTED)
def test_what_stated_parts_leave_of_a_total_is_derived(case):
    text, rest, *specs = case
    one = article("one", text, *specs)
    (found,) = link([one]).sums
    assert found.total == identifier(one)
    assert found.rest == rest
    assert "said by no one" in found.reasons[0]


WHOLE = {
    "parts that make it up": (
        "Six people died in Ostwick, four of them police officers and two civilians.",
        people("Six", 6, "people", "killed"),
        people("four", 4, "police officer", "killed"),
        people("two", 2, "civilian", "killed"),
    ),
    "what is not said to be a part": (
        "Six people died in Ostwick and four police officers were hurt.",
        people("Six", 6, "people", "killed"),
        people("four", 4, "police officer", "injured"),
    ),
    "by how much it is more than another": (
        "Of the 148, 120 of them were rescued off Ostwick, two more than had been reported.",
        people("120", 120, "people", "rescued"),
        people("two", 2, "", "rescued"),
    ),
    "a total of other things": (
        "The fire burned 40 houses in Ostwick, including that of nine pupils.",
        people("40", 40, "house", "destroyed", unit="count"),
        people("nine", 9, "pupil"),
    ),
}


@pytest.mark.parametrize("case", WHOLE.values(), ids=WHOLE)
def test_nothing_is_left_of_other_totals(case):
    text, *specs = case
    assert not [one for one in link([article("one", text, *specs)]).sums if one.rest]


def test_some_of_some_are_parts_of_these():
    one = article(
        "one",
        "Twelve people died in Ostwick, including five officers, two of them women.",
        people("Twelve", 12, "people", "killed"),
        people("five", 5, "officer", "killed"),
        people("two", 2, "woman", "killed"),
    )
    found = {found.total: found.rest for found in link([one]).sums}
    assert found == {identifier(one, 0): (7, 7), identifier(one, 1): (3, 3)}


def test_some_of_them_are_parts_of_what_the_sentence_before_counted():
    one = article(
        "one",
        "Police arrested 58 people in Ostwick. Nineteen of them were minors.",
        people("58", 58, "people", "detained"),
        people("Nineteen", 19, "minor"),
    )
    (found,) = link([one]).sums
    assert (found.total, found.rest) == (identifier(one), (39, 39))


def test_of_two_numbers_before_it_is_not_said_of_which_some_are_parts():
    one = article(
        "one",
        "Police arrested 58 men in Ostwick and 44 men in Velt. Nineteen of them were minors.",
        people("58", 58, "man", "detained"),
        people("44", 44, "man", "detained"),
        people("Nineteen", 19, "minor"),
    )
    assert link([one]).sums == ()
