"""Totals and parts: what adds up, and what only happens to."""

import random

import pytest

from annotations.extraction.types import Scope, Standing
from annotations.linking.linker import link
from annotations.linking.types import SumScope
from tests.linking.builders import article, identifier, people, things

OFFICERS = article(
    "officers",
    "Four police officers and two civilians were killed in the Ostwick market blast on Monday.",
    people("Four", 4, "police officer", "killed"),
    people("two", 2, "civilian", "killed"),
)
TOTAL = article(
    "total",
    "Six people were killed in a blast at the Ostwick market on Monday, the governor said.",
    people("Six", 6, "people", "killed"),
)


def test_parts_set_side_by_side_imply_a_total_that_no_source_states():
    (found,) = link([OFFICERS]).sums
    assert found.total is None
    assert found.parts == (identifier(OFFICERS, 0), identifier(OFFICERS, 1))
    assert (found.low, found.high) == (6, 6)
    assert (found.article, found.scope) == ("officers", SumScope.SENTENCE)
    assert found.group is None


def test_a_derived_total_is_tied_to_the_group_that_states_it_elsewhere():
    linking = link([OFFICERS, TOTAL])
    derived = next(one for one in linking.sums if one.total is None)
    stated = next(one for one in linking.sums if one.total is not None)
    assert stated.total == identifier(TOTAL)
    assert stated.scope is SumScope.STORY
    assert derived.group == stated.group is not None
    assert identifier(TOTAL) in {m.figure for m in linking.groups[derived.group].members}


def test_the_total_of_an_article_s_parts_is_its_own_however_many_state_it():
    told = f"{TOTAL.text} Help came from Lisund, Karrow, Dorrin, Marrick and Velt."
    between = (
        "The traders swept up glass between the stalls while the search of the roof went on. " * 6
    )
    six = people("Six", 6, "people", "killed")
    others = [article(f"before {number}", told, six) for number in range(6)]
    own = article(
        "own",
        f"{told} {between}{OFFICERS.text}",
        six,
        people("Four", 4, "police officer", "killed"),
        people("two", 2, "civilian", "killed"),
    )
    (found,) = link([*others, own]).sums
    assert found.total == identifier(own)
    assert found.parts == (identifier(own, 1), identifier(own, 2))


def test_parts_of_several_articles_make_a_total_that_another_states():
    officers = article(
        "officers",
        "Four police officers were killed in the Ostwick market blast, the governor said.",
        people("Four", 4, "police officer", "killed"),
    )
    civilians = article(
        "civilians",
        "The blast at the Ostwick market on Monday killed two civilians.",
        people("two", 2, "civilian", "killed"),
    )
    (found,) = link([TOTAL, officers, civilians]).sums
    assert found.total == identifier(TOTAL)
    assert set(found.parts) == {identifier(officers), identifier(civilians)}
    assert (found.scope, found.article) == (SumScope.STORY, "")


def test_a_total_with_its_parts_in_one_sentence_is_a_sum():
    one = article(
        "mines",
        "A total of 2,728 mines, including 1,119 mines in Dorrin and 1,609 in Velt, were cleared.",
        things("2,728", 2728, "mine", "neutralized"),
        things("1,119", 1119, "mine", "neutralized"),
        things("1,609", 1609, "mine", "neutralized"),
    )
    (found,) = link([one]).sums
    assert found.total == identifier(one, 0)
    assert set(found.parts) == {identifier(one, 1), identifier(one, 2)}
    assert found.scope is SumScope.SENTENCE


def test_parts_in_the_next_sentences_make_a_sum_where_nobody_is_counted_twice():
    one = article(
        "toll",
        "Since May, 314 villagers were hurt or killed, of whom 61 died and 253 were injured. "
        "Among them 48 civilians died and 101 civilians were injured. "
        "Among the soldiers 13 died and 152 were injured.",
        people("314", 314, "villager", "casualties"),
        people("61", 61, "villager", "killed"),
        people("253", 253, "villager", "injured"),
        people("48", 48, "civilian", "killed"),
        people("101", 101, "civilian", "injured"),
        people("13", 13, "soldier", "killed"),
        people("152", 152, "soldier", "injured"),
    )
    found = {
        (figure_text(one, sum_.total), frozenset(figure_text(one, part) for part in sum_.parts))
        for sum_ in link([one]).sums
    }
    assert ("314", frozenset({"61", "253"})) in found


def test_the_dead_and_the_injured_make_up_those_who_were_trapped():
    one = article(
        "toll",
        "Since May, 314 villagers were trapped, of which 61 lost their lives and 253 were hurt.",
        people("314", 314, "villager", "trapped"),
        people("61", 61, "villager", "killed"),
        people("253", 253, "villager", "injured"),
    )
    (found,) = link([one]).sums
    assert found.total == identifier(one, 0)


TOLLS = article(
    "tolls",
    "Since May, 61 villagers lost their lives in the fires of Velt. Among them 48 civilians died. "
    "The death toll among the soldiers stands at 13 in Velt.",
    people("61", 61, "villager", "killed"),
    people("48", 48, "civilian", "killed"),
    people("13", 13, "", "killed"),
)


def test_a_toll_without_a_noun_is_of_others_than_a_part_with_one():
    (found,) = link([TOLLS]).sums
    assert set(found.parts) == {identifier(TOLLS, 1), identifier(TOLLS, 2)}


def test_a_part_without_a_noun_contradicts_no_total_elsewhere():
    other = article(
        "other", "Six people were killed in the fires of Velt.", people("Six", 6, event="killed")
    )
    assert not link([TOLLS, other]).relations


def test_the_dead_of_two_kinds_make_the_dead():
    one = article(
        "toll",
        "Since May, 61 people died in the Velt valley. 48 civilians and 13 soldiers died there.",
        people("61", 61, "people", "killed"),
        people("48", 48, "civilian", "killed"),
        people("13", 13, "soldier", "killed"),
    )
    found = [one for one in link([one]).sums if one.total]
    assert [len(one.parts) for one in found] == [2]
    assert found[0].scope is SumScope.ARTICLE


def test_what_became_of_all_who_were_there_makes_them_up():
    one = article(
        "toll",
        "Nine people died in the Lisund fire. Another 21 people were missing. The ferry had 148 "
        "people on board. Boats brought 118 people to safety.",
        people("Nine", 9, "people", "killed"),
        people("21", 21, "people", "missing"),
        people("148", 148, "people"),
        people("118", 118, "people", "rescued"),
    )
    (found,) = (one for one in link([one]).sums if one.total)
    assert found.total == identifier(one, 2)
    assert len(found.parts) == 3


def test_parts_of_which_the_sentence_says_of_what_need_no_event():
    one = article(
        "toll",
        "Mines injured 253 people in Karrow. Of the injured, 101 were civilians and 152 soldiers.",
        people("253", 253, "people", "injured"),
        people("101", 101, "civilian"),
        people("152", 152, "soldier"),
    )
    (found,) = (one for one in link([one]).sums if one.total)
    assert found.total == identifier(one, 0)


def test_members_of_a_crew_are_no_passengers():
    one = article(
        "toll",
        "Seventeen people died. The dead are 12 passengers and five members of the crew.",
        people("Seventeen", 17, "people", "killed"),
        people("12", 12, "passenger", "killed"),
        people("five", 5, "member", "killed"),
    )
    (found,) = (one for one in link([one]).sums if one.total)
    assert found.total == identifier(one, 0)


def test_some_of_the_dead_imply_no_total():
    one = article(
        "some",
        "Among the dead were four police officers and two civilians from Ostwick.",
        people("four", 4, "police officer", "killed"),
        people("two", 2, "civilian", "killed"),
    )
    assert link([one]).sums == ()


def test_parts_that_may_overlap_imply_no_total_but_make_one_that_is_stated():
    parts = article(
        "parts",
        "Four workers and two women were killed in the Ostwick market blast on Monday.",
        people("Four", 4, "worker", "killed"),
        people("two", 2, "woman", "killed"),
    )
    assert link([parts]).sums == ()
    assert [one.scope for one in link([parts, TOTAL]).sums] == [SumScope.STORY]


NO_SUMS = {
    "other events": (
        "Six people died in Ostwick. Four were injured. Two were arrested in Ostwick.",
        people("Six", 6, "people", "killed"),
        people("Four", 4, "people", "injured"),
        people("Two", 2, "people", "detained"),
    ),
    "parts that may be the same people": (
        "Six people died in Ostwick. Four were workers who died. Two were men who died.",
        people("Six", 6, "people", "killed"),
        people("Four", 4, "worker", "killed"),
        people("Two", 2, "man", "killed"),
    ),
    "other units": (
        "Six people died in Ostwick. Four cars and two trucks burned in Ostwick.",
        people("Six", 6, "people", "killed"),
        things("Four", 4, "car", "destroyed"),
        things("two", 2, "truck", "destroyed"),
    ),
    "small numbers of nothing alike": (
        "Five schools opened in Ostwick; three teams played two games there.",
        things("Five", 5, "school"),
        things("three", 3, "team"),
        things("two", 2, "game"),
    ),
}


@pytest.mark.parametrize("case", NO_SUMS.values(), ids=NO_SUMS)
def test_numbers_that_happen_to_add_up_are_no_sum(case):
    text, *specs = case
    assert not [one for one in link([article("one", text, *specs)]).sums if one.total]


def test_random_numbers_are_seldom_called_a_sum():
    chance = random.Random(7)
    called = 0
    for _ in range(300):
        values = [chance.randint(2, 20) for _ in range(6)]
        nouns = ["people", "worker", "civilian", "man", "student", "car"]
        events = ["killed", "injured", "detained", "", "killed", "destroyed"]
        text = " ".join(
            f"In Ostwick {value} {noun}." for value, noun in zip(values, nouns, strict=True)
        )
        specs = [
            (people if noun != "car" else things)(str(value), value, noun, event)
            for value, noun, event in zip(values, nouns, events, strict=True)
        ]
        called += any(one.total for one in link([article("one", text, *specs)]).sums)
    assert called <= 3


def figure_text(one, figure):
    return one.text[figure.start : figure.end]


TOLD_PARTS = {
    "behind a colon": (
        "Thirty-four people were hurt: 20 passengers, 12 pedestrians and two police officers.",
        people("Thirty-four", 34, "people", "injured"),
        people("20", 20, "passenger"),
        people("12", 12, "pedestrian"),
        people("two", 2, "police officer"),
    ),
    "so many of them and the others": (
        "Seventeen children died in Ostwick. Ten of them were girls and seven boys.",
        people("Seventeen", 17, "child", "killed"),
        people("Ten", 10, "girl"),
        people("seven", 7, "boy"),
    ),
    "the other so many": (
        "The blast hurt 61 people in Lodva. Forty-eight were teachers. The other 13 were miners.",
        people("61", 61, "people", "injured"),
        people("Forty-eight", 48, "teacher"),
        people("13", 13, "miner"),
    ),
    "in two places": (
        "Storms killed 19 people in Peru. Eleven died in Velt. Eight people died in Karrow.",
        people("19", 19, "people", "killed", scope=Scope("Peru")),
        people("Eleven", 11, "people", "killed", scope=Scope("Velt")),
        people("Eight", 8, "people", "killed", scope=Scope("Karrow")),
    ),
    "all of it foreseen": (
        "Norrby will cut 2,400 jobs: 1,500 in Durne and 900 in Lodva.",
        things("2,400", 2400, "job", "cut", standing=Standing.FORECAST),
        things("1,500", 1500, "", "cut", standing=Standing.FORECAST),
        things("900", 900, "", "cut", standing=Standing.FORECAST),
    ),
}
NOT_PARTS = {
    "what is none of the total's kind": (
        "The clinic has 30 beds, of which 25 beds are in use, and five ambulances.",
        things("30", 30, "bed", "present"),
        things("25", 25, "bed", "present"),
        things("five", 5, "ambulance"),
    ),
    "a third place": (
        "Storms killed 19 people in Orvel. Eleven died in Velt. Eight people died in Karrow.",
        people("19", 19, "people", "killed", scope=Scope("Orvel")),
        people("Eleven", 11, "people", "killed", scope=Scope("Velt")),
        people("Eight", 8, "people", "killed", scope=Scope("Karrow")),
    ),
    "what is foreseen of what happened": (
        "Norrby cut 2,400 jobs: it will cut 1,500 in Durne and 900 in Lodva.",
        things("2,400", 2400, "job", "cut"),
        things("1,500", 1500, "", "cut", standing=Standing.FORECAST),
        things("900", 900, "", "cut", standing=Standing.FORECAST),
    ),
}


@pytest.mark.parametrize("case", TOLD_PARTS.values(), ids=TOLD_PARTS)
def test_words_that_tell_parts_make_a_sum(case):
    text, *specs = case
    one = article("one", text, *specs)
    (found,) = (sum_ for sum_ in link([one]).sums if sum_.total and not sum_.rest)
    assert found.total == identifier(one)
    assert set(found.parts) == {identifier(one, place) for place in range(1, len(specs))}


@pytest.mark.parametrize("case", NOT_PARTS.values(), ids=NOT_PARTS)
def test_numbers_that_add_up_but_are_no_parts_are_no_sum(case):
    text, *specs = case
    found = link([article("one", text, *specs)]).sums
    assert not [one for one in found if one.total and not one.rest]


def test_what_became_of_people_in_one_article_makes_up_who_were_there_in_another():
    there = article(
        "there",
        "A bus with 52 people on board fell off the Karrow bridge on Saturday, Karrow police said.",
        people("52", 52, "people", "present"),
    )
    fates = article(
        "fates",
        "14 people died and 38 were hurt when a bus fell off the Karrow bridge on Saturday.",
        people("14", 14, "people", "killed"),
        people("38", 38, "", "injured"),
    )
    (found,) = link([there, fates]).sums
    assert found.total == identifier(there)
    assert set(found.parts) == {identifier(fates, 0), identifier(fates, 1)}
    assert found.scope is SumScope.STORY
