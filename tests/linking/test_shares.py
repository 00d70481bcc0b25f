"""What a number counts where it does not count all there are."""

import pytest

from annotations.linking.figures.shares import Share, share_told
from annotations.linking.linker import link
from tests.linking.builders import article, measure, people

TOLD = {
    "made for": ("The pier, made for 900, sank.", Share.ROOM),
    "a capacity": ("The ferry has a capacity of about 900.", Share.ROOM),
    "what it can carry": ("The ferry can carry up to 900.", Share.ROOM),
    "more beside others": ("Then 900 more came.", Share.MORE),
    "some of them": ("Then 900 of them left.", Share.SOME),
    "the others": ("Fire destroyed the other 900.", Share.SOME),
    "the last ones": ("Divers found the last 900.", Share.SOME),
    "some of those who were hurt": ("Then 900 of the injured died.", Share.SOME),
    "all of those aboard who died": ("It killed 900 of those aboard.", None),
    "all there were": ("There were 900 on the pier.", None),
    "made, but for nobody": ("The firm made 900.", None),
}


@pytest.mark.parametrize(("text", "share"), TOLD.values(), ids=TOLD)
def test_the_words_around_a_number_say_what_it_counts(text, share):
    one = article("one", text, people("900", 900, ""))
    assert share_told(text, one.reading.figures, 0) is share


def test_the_last_days_are_no_days_beside_others():
    one = article("one", "It rained for the last 14 days.", measure("14 days", 14, "day"))
    assert share_told(one.text, one.reading.figures, 0) is None


def test_how_many_there_was_room_for_is_not_how_many_there_were():
    were = article(
        "were",
        "There were 950 people on the old pier of Lisund when it sank into the Sundfjord. Boats of "
        "the coastguard pulled children and dogs out of the cold water until nightfall.",
        people("950", 950, "people", "present"),
    )
    text = "Engineers at Lisund say that their pier in the Sundfjord, now sunk, was {} 950."
    room = article("room", text.format("built for"), people("950", 950, ""))
    load = article("load", text.format("holding"), people("950", 950, ""))
    assert link([were, room]).groups == ()
    assert len(link([were, load]).groups) == 1


def test_so_many_more_are_not_as_many_others_of_a_report_that_agrees_in_all_else():
    shared = "148 people were aboard the ferry Aurora off Lisund, and 32 of Lisund were hurt."
    figures = (people("148", 148, "people", "present"), people("32", 32, "people", "injured"))
    more = article(
        "more",
        f"Divers found five more bodies on the Aurora. {shared}",
        people("five", 5, "body", "killed"),
        *figures,
    )
    crew = article(
        "crew",
        f"The dead are 12 passengers and five members of the crew. {shared}",
        people("five", 5, "member", "killed"),
        *figures,
    )
    grouped = [
        {member.figure.article for member in group.members} for group in link([more, crew]).groups
    ]
    assert len(grouped) == 2
