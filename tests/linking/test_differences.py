"""When two other numbers are of one thing, and when they only stand in reports of one event."""

import pytest

from annotations.linking.articles.context import context, nodes
from annotations.linking.linker import link
from annotations.linking.relations.differences import weigh_agreement, weigh_difference
from annotations.linking.types import Relation
from tests.linking.builders import article, measure, people, things

EVENT = "when the ferry Aurora burned in the Sundfjord off Lisund on Sunday"

CONFLICTS = {
    "a measure told in one word": (
        ("Divers of the Sundfjord coastguard found it at a depth of 45 metres", "45 metres", 45),
        ("It lies at a depth of 60 metres, the Lisund harbour office said", "60 metres", 60),
        "meter",
    ),
    "an amount told in one word": (
        ("The owner of the ship demanded compensation of $3 million", "$3 million", 3e6),
        ("It will cost the insurer $5 million in compensation", "$5 million", 5e6),
        "USD",
    ),
    "a temperature, which says itself what it is": (
        ("At noon in the engine room it was 46.6 degrees Celsius", "46.6 degrees Celsius", 46.6),
        ("The engineers worked in a heat of 47.9 C that day", "47.9 C", 47.9),
        "celsius",
    ),
}
NO_CONFLICTS = {
    "a depth and a distance": (
        ("Divers found it at a depth of 45 metres", "45 metres", 45),
        ("The captain swam 60 metres to a raft", "60 metres", 60),
        "meter",
    ),
    "what was demanded and what a ticket costs": (
        ("The owner demanded compensation of $3 million", "$3 million", 3e6),
        ("The town will spend $5 million on a new lifeboat", "$5 million", 5e6),
        "USD",
    ),
}


def told(identifier, case, unit):
    words, number, value = case
    return article(identifier, f"{words}, {EVENT}.", measure(number, value, unit))


def relations(*articles):
    return [one.relation for one in link(articles).relations]


@pytest.mark.parametrize(("one", "other", "unit"), CONFLICTS.values(), ids=CONFLICTS)
def test_measures_conflict_where_the_words_around_say_that_they_are_of_one_thing(one, other, unit):
    assert relations(told("a", one, unit), told("b", other, unit)) == [Relation.CONFLICTING]


@pytest.mark.parametrize(("one", "other", "unit"), NO_CONFLICTS.values(), ids=NO_CONFLICTS)
def test_measures_of_other_things_do_not_conflict(one, other, unit):
    assert relations(told("a", one, unit), told("b", other, unit)) == []


def test_one_pair_that_says_what_both_groups_are_of_is_enough_beside_pairs_that_say_little():
    first = article(
        "a",
        f"Nine passengers of the Norrby line died {EVENT}.",
        people("Nine", 9, "passenger", "killed"),
    )
    brief = article(
        "b",
        "Nine passengers of the Norrby line died off Lisund.",
        people("Nine", 9, "passenger", "killed"),
    )
    other = article(
        "c",
        f"Twelve passengers of the Norrby line died {EVENT}.",
        people("Twelve", 12, "passenger", "killed"),
    )
    assert relations(first, brief, other) == [Relation.CONFLICTING]


def test_two_magnitudes_conflict_only_where_the_reports_are_of_one_quake():
    far = "in southern Dorrin on Monday, and people ran out of their houses"
    one = article("a", f"A quake of 6.1 hit Velt {far}.", measure("6.1", 6.1, "magnitude"))
    same = article("b", f"A quake of 6.3 hit Velt {far}.", measure("6.3", 6.3, "magnitude"))
    other = article(
        "c", "A quake of 6.3 shook Marrick in Dorrin at night.", measure("6.3", 6.3, "magnitude")
    )
    assert relations(one, same) == [Relation.CONFLICTING]
    assert relations(one, other) == []


FATES = "the ferry Aurora of the Norrby line burned in the Sundfjord off Lisund on Sunday"


def test_articles_that_share_most_of_their_words_may_disagree_on_every_figure():
    one = article(
        "a",
        f"Fire engulfed a cabin and {FATES}. 31 lorries were destroyed. Police charged two men.",
        things("31", 31, "lorry", "destroyed"),
        people("two", 2, "man", "charged"),
    )
    other = article(
        "b",
        f"Fire engulfed a cabin and {FATES}. 38 lorries were destroyed. Police charged four men.",
        things("38", 38, "lorry", "destroyed"),
        people("four", 4, "man", "charged"),
    )
    assert relations(one, other) == [Relation.CONFLICTING, Relation.CONFLICTING]


def test_jobs_and_those_who_lose_them_may_conflict():
    jobs = article(
        "a",
        "The Norrby line is cutting 1,500 jobs in Lisund after the Aurora fire in the Sundfjord.",
        things("1,500", 1500, "job", "dismissed"),
    )
    staff = article(
        "b",
        "The Norrby line laid off 1,300 employees in Lisund after the Aurora fire on Sunday.",
        people("1,300", 1300, "employee", "dismissed"),
    )
    assert relations(jobs, staff) == [Relation.CONFLICTING]


def test_two_words_for_one_kind_of_thing_may_conflict():
    storeys = article(
        "a",
        f"A six-storey ferry of the Norrby line was lost {EVENT}.",
        things("six-storey", 6, "storey"),
    )
    decks = article(
        "b",
        f"A seven-floor ferry of the Norrby line was lost {EVENT}.",
        things("seven-floor", 7, "floor"),
    )
    assert relations(storeys, decks) == [Relation.CONFLICTING]


def test_more_of_a_kind_are_no_part_of_fewer():
    officers = article(
        "a", f"200 officers searched the shore {EVENT}.", people("200", 200, "officer", "deployed")
    )
    police = article(
        "b",
        f"350 police officers searched the shore {EVENT}.",
        people("350", 350, "police officer", "deployed"),
    )
    assert relations(officers, police) == [Relation.CONFLICTING]


def test_of_two_numbers_of_one_article_a_third_is_held_against_the_one_it_goes_with():
    one = article(
        "a",
        f"A lifeboat crew of the Lisund harbour saved 31 sheep {EVENT}.",
        things("31", 31, "sheep", "rescued"),
    )
    other = article(
        "b",
        f"A lifeboat crew of the Lisund harbour saved 36 sheep {EVENT}. "
        "Fishermen of the Sundfjord saved 24 sheep that swam to the Aurora rocks of Lisund.",
        things("36", 36, "sheep", "rescued"),
        things("24", 24, "sheep", "rescued"),
    )
    linking = link([one, other])
    (relation,) = linking.relations
    labels = {linking.groups[index].label for index in (relation.first, relation.second)}
    assert labels == {"31 sheep rescued", "36 sheep rescued"}


def points(one, other, shared=0):
    """The evidence that the first figures of two articles are of one thing."""
    first, second = (nodes(context(article))[0] for article in (one, other))
    evidence = weigh_difference(first, second)
    weigh_agreement(evidence, first, second, shared)
    return evidence.points


def test_a_wage_for_a_week_says_itself_what_it_is():
    weekly = measure("£700 a week", 700, "GBP per week"), measure("£900", 900, "GBP per week")
    sums = measure("£700", 700, "GBP"), measure("£900", 900, "GBP")
    of_wages, of_sums = (
        points(
            article("a", f"Stokers had £700 a week {EVENT}.", one),
            article("b", f"A deckhand got £900 {EVENT}.", other),
        )
        for one, other in (weekly, sums)
    )
    assert of_wages > of_sums


def test_what_is_counted_over_a_year_is_hardly_the_count_of_a_day():
    day = article("a", "The line lost nine lifeboats.", things("nine", 9, "lifeboats", "lost"))
    over_a_year, at_once = (
        article("b", f"The line lost 14 lifeboats {when}.", things("14", 14, "lifeboats", "lost"))
        for when in ("over the past year", "over the cold reef")
    )
    assert points(day, over_a_year) < points(day, at_once)


def test_articles_that_state_other_numbers_alike_contradict_each_other_sooner():
    one = article("a", f"31 lorries were lost {EVENT}.", things("31", 31, "lorries", "lost"))
    other = article("b", f"38 lorries were lost {EVENT}.", things("38", 38, "lorries", "lost"))
    assert points(one, other, 0) < points(one, other, 1) < points(one, other, 2)


def test_a_number_that_one_of_three_articles_has_as_a_share_is_no_part():
    died = [
        article(name, f"{words} {EVENT}.", people("39", 39, "", "killed"))
        for name, words in {"a": "39 died", "b": "A total of 39 died"}.items()
    ]
    share = article(
        "c",
        f"There were 39 of them killed {EVENT}.",
        people("39", 39, "", "killed"),
    )
    later = article("d", f"41 died {EVENT}.", people("41", 41, "", "killed"))
    assert relations(*died, share, later) == [Relation.CONFLICTING]
    assert relations(share, later) == []


def test_groups_under_other_nouns_conflict_where_one_of_each_has_the_same():
    babies = article(
        "a", f"Two babies died {EVENT}, said the line.", people("Two", 2, "baby", "killed")
    )
    deaths = article("b", f"Two deaths were counted {EVENT}.", people("Two", 2, "death", "killed"))
    more = article(
        "c", f"Three deaths were counted {EVENT}.", people("Three", 3, "death", "killed")
    )
    assert Relation.CONFLICTING in relations(babies, deaths, more)
    assert relations(babies, more) == []
