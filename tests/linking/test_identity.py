"""Which figures of small stories of our own state one quantity, and which do not."""

import pytest

from annotations.linking.articles.context import context, nodes
from annotations.linking.evidence.evidence import weigh
from annotations.linking.linker import link
from annotations.linking.types import Decision
from tests.linking.builders import article, identifier, measure, people

BUS = "A bus of the Orvel line left the road near Lisund and fell into the river Karrow"


def linked(*articles, decisions=()):
    """The figures of each group, as article and place in its reading."""
    place = {
        identifier(one, index): (one.id, index)
        for one in articles
        for index in range(len(one.reading.figures))
    }
    groups = link(articles, decisions).groups
    return {frozenset(place[member.figure] for member in group.members) for group in groups}


def sentenced(identifier, *specs):
    text = (
        "Adela Torrance got 90 days in the Lisund jail, to be followed by 90 days in a clinic, "
        "Judge Orvel said."
    )
    return article(identifier, text, *specs)


def test_two_numbers_of_one_sentence_are_never_one_quantity():
    jail, clinic = measure("90 days", 90, "day"), measure("90 days", 90, "day")
    groups = linked(sentenced("a", jail, clinic), sentenced("b", jail, clinic))
    assert all(len({name for name, _ in group}) == len(group) for group in groups)


def test_a_person_may_say_that_two_numbers_of_one_sentence_are_one_quantity():
    one = sentenced("a", measure("90 days", 90, "day"), measure("90 days", 90, "day"))
    same = Decision(identifier(one, 0), identifier(one, 1), same=True)
    assert linked(one, decisions=[same]) == {frozenset({("a", 0), ("a", 1)})}


def test_that_a_span_of_time_lasted_is_no_other_event_than_what_lasted():
    one, two = (
        article(
            name,
            f"Adela Torrance {verb} 27 years for the murder of Judge Orvel in Lisund.",
            measure("27 years", 27, "year", event=event),
        )
        for name, verb, event in (("a", "got", "sentenced"), ("b", "must serve", "duration"))
    )
    first, second = (nodes(context(each))[0] for each in (one, two))
    assert not any("is not" in reason for reason in weigh(first, second).reasons)


def test_the_trapped_are_not_the_dead():
    one = article(
        "a",
        f"{BUS}. 30 passengers were trapped.",
        people("30", 30, "passenger", "trapped"),
    )
    two = article(
        "b",
        f"{BUS}. 30 passengers were killed.",
        people("30", 30, "passenger", "killed"),
    )
    assert linked(one, two) == set()


SINCE = {
    "since a year": ("12 miners have died there since 2009.", True),
    "since a war": ("12 miners have died there since the war.", True),
    "since one blast": ("12 miners are missing since a blast tore through the pit.", False),
    "since a day": ("12 miners are missing since Sunday.", False),
    "since yesterday": ("12 miners are missing since yesterday.", False),
}


@pytest.mark.parametrize(("text", "period"), SINCE.values(), ids=SINCE)
def test_a_count_since_one_occurrence_is_not_over_a_period(text, period):
    found = nodes(context(article("a", text, people("12", 12, "miner"))))
    assert [node.passage.period for node in found] == [period]


def test_figures_meet_by_what_they_count_where_the_articles_share_few_names():
    one = article(
        "a",
        "Orvel, Karrow, Velt, Dorrin and Marrick each sent a boat after the ferry sank in a storm. "
        "The ferry's crew of 36 are safe. The storm drove 129 passengers into the water.",
        people("36", 36, "crew", "survived"),
        people("129", 129, "passenger", "rescued"),
    )
    two = article(
        "b",
        "The ferry sank in a storm off Lisund, and 129 passengers were pulled from the water. "
        "Its 36 crew were unhurt, said Adela Torrance of Calder Lines, Pelham.",
        people("129", 129, "passenger", "rescued"),
        people("36", 36, "crew", "survived"),
    )
    assert frozenset({("a", 1), ("b", 0)}) in linked(one, two)


def test_children_of_one_report_are_not_the_crew_of_another():
    one = article("a", f"{BUS}. Ten children died.", people("Ten", 10, "child"))
    two = article("b", f"{BUS}. It had a crew of ten.", people("ten", 10, "crew"))
    assert linked(one, two) == set()


RATES = {
    "for a year": ("USD per year", "USD", True),
    "for a share, in small change": ("penny per share", "penny", True),
    "for other times": ("USD per year", "USD per day", False),
    "in other money": ("USD per year", "EUR", False),
    "a death rate and deaths": ("person per 100000 person", "person", False),
}


@pytest.mark.parametrize(("one", "other", "same"), RATES.values(), ids=RATES)
def test_an_amount_may_leave_out_what_it_is_for_each_of(one, other, same):
    first = article(
        "a",
        "Karrow Foods of Lisund will save 310 million, Adela Torrance told Orvel Radio.",
        measure("310 million", 310_000_000, one),
    )
    second = article(
        "b",
        "Adela Torrance of Karrow Foods in Lisund put the savings at 310 million.",
        measure("310 million", 310_000_000, other),
    )
    assert linked(first, second) == ({frozenset({("a", 0), ("b", 0)})} if same else set())


def test_some_who_were_rescued_are_not_all_who_were_there():
    one = article(
        "a",
        "There were 108 people underground when gas blew up in the Karrow pit near Lisund.",
        people("108", 108, "people", "present"),
    )
    two = article(
        "b",
        "Water broke into a pit near Lisund; of 261 men 108 men were lifted to safety.",
        people("261", 261, "man", "rescued"),
        people("108", 108, "man", "rescued"),
    )
    assert linked(one, two) == set()


def test_one_number_is_little_evidence_where_only_one_report_says_what_happened():
    one = article(
        "a",
        "The baker Orvel was sentenced for the killing of three people at a cabin by the lake. "
        "Divers had found an oar in the reeds, prosecutor Karrow said.",
        people("three", 3, "people", "killed"),
    )
    two = article(
        "b",
        "Orvel stared ahead. The three men on the jury wept as their foreman read, and neighbours "
        "queued for a seat. Rain fell on Pelham all day.",
        people("three", 3, "man"),
    )
    assert linked(one, two) == set()
