"""Numbers that one article sets against each other."""

import pytest

from annotations.extraction.types import Attribution, Standing
from annotations.linking.articles.context import context
from annotations.linking.figures.contrasts import How, contrasts
from annotations.linking.linker import link
from annotations.linking.types import Relation
from tests.linking.builders import article, identifier, measure, people, things


def bare(words, value, **rest):
    return measure(words, value, "", **rest)


SET_AGAINST = {
    "the one, not the other": (
        "The mayor said 17 villages, not 14, had been emptied.",
        How.REJECTED,
        things("17", 17, "village"),
        bare("14", 14, standing=Standing.DENIED),
    ),
    "more than somebody announced": (
        "The filing lists 1,342 employees, more than the 1,200 the company announced.",
        How.DISPUTED,
        people("1,342", 1342, "employee"),
        bare("1,200", 1200),
    ),
    "against a count": (
        "A rights group spoke of 14 dead workers, against an official count of nine.",
        How.DISPUTED,
        people("14", 14, "worker"),
        bare("nine", 9),
    ),
    "against a number in the official count": (
        "The clinic treated 75 miners, nurses said, against 41 in the official tally.",
        How.DISPUTED,
        people("75", 75, "miner"),
        bare("41", 41),
    ),
    "what somebody made of it": (
        "The survey first put the magnitude at 6.2, then revised it to 6.9.",
        How.CHANGED,
        measure("6.2", 6.2, "magnitude"),
        bare("6.9", 6.9),
    ),
    "while others insist": (
        "The block had eight floors, Al-Sahil wrote, while the fire service insists on six.",
        How.DISPUTED,
        things("eight", 8, "floor"),
        bare("six", 6),
    ),
    "another party's number in the next sentence": (
        "The union claimed 35,000 members had stopped work. The company put the number at 21,000.",
        How.DISPUTED,
        people("35,000", 35000, "member"),
        bare("21,000", 21000),
    ),
    "what another speaker counters": (
        "A lawmaker claimed that 260 people were on board. The operator insisted that 187 people "
        "had been.",
        How.DISPUTED,
        people("260", 260, attribution=Attribution("A lawmaker", "claimed")),
        people("187", 187, attribution=Attribution("The operator", "insisted")),
    ),
    "what somebody else knows of": (
        "Inspectors tie three deaths to the heater, but the maker says it knows of only two.",
        How.DISPUTED,
        people("three", 3, "death", "killed"),
        bare("two", 2),
    ),
    "what somebody else says": (
        "The line laid off 700 sailors, although the union says 900.",
        How.DISPUTED,
        people("700", 700, "sailor", "dismissed"),
        bare("900", 900),
    ),
    "a share that somebody puts lower": (
        "The line has a share of 46 percent, though the port office puts it at 41 percent.",
        How.DISPUTED,
        measure("46 percent", 46, "percent"),
        measure("41 percent", 41, "percent"),
    ),
    "an earlier count in the next sentence": (
        "Six divers drowned off Lisund. The mayor said an earlier count of seven was wrong.",
        How.DISPUTED,
        people("Six", 6, "diver", "killed"),
        bare("seven", 7),
    ),
    "up from an early number": (
        "The line puts its loss at $171 million, up from an initial $158 million.",
        How.CHANGED,
        measure("$171 million", 171e6, "USD"),
        measure("$158 million", 158e6, "USD"),
    ),
    "up from": (
        "The fire has consumed 14,200 hectares, up from 8,500 on Sunday.",
        How.CHANGED,
        measure("14,200 hectares", 14200, "hectare"),
        bare("8,500", 8500),
    ),
    "corrected to one from the other": (
        "The toll was corrected to seven on Monday from nine.",
        How.CHANGED,
        people("seven", 7, "", "killed"),
        bare("nine", 9),
    ),
    "to one from the other": (
        "Divers raised the number of dead to 41 from the 23 confirmed on Friday.",
        How.CHANGED,
        people("41", 41, "dead", "killed"),
        bare("23", 23),
    ),
    "from the one to the other": (
        "The toll rose on Monday from nine people to 14.",
        How.CHANGED,
        people("nine", 9, "people", "killed"),
        bare("14", 14),
    ),
}
NOT_SET_AGAINST = {
    "against another team's": (
        "The home side won 61 seats, against 38 at the last election.",
        things("61", 61, "seat"),
        bare("38", 38),
    ),
    "a bound": (
        "The boat had 150 people on board, more than the 60 seats allow.",
        people("150", 150),
        things("60", 60, "seat"),
    ),
    "a limit": (
        "The boat had 150 people on board, above the 60 permitted.",
        people("150", 150),
        bare("60", 60),
    ),
    "where people came from": (
        "The bus took 14 people from 12 villages.",
        people("14", 14),
        things("12", 12, "village"),
    ),
    "a range": (
        "The pupils were from 12 to 15 years old.",
        bare("12", 12),
        measure("15 years", 15, "year"),
    ),
    "what another speaker adds": (
        "The mayor said that 260 people were on board. The police said that 187 people were hurt.",
        people("260", 260, attribution=Attribution("The mayor", "said")),
        people("187", 187, event="injured", attribution=Attribution("The police", "said")),
    ),
    "what somebody says of something else": (
        "The fire killed 12 sailors, but the mayor said 300 had been saved.",
        people("12", 12, "sailor", "killed"),
        people("300", 300, "", "rescued"),
    ),
    "what somebody says of some of them": (
        "The fire hurt 30 sailors, but the mayor said 12 of them had gone home.",
        people("30", 30, "sailor", "injured"),
        bare("12", 12),
    ),
    "another toll in the next sentence": (
        "Four members of the crew drowned. He put the death toll at 23.",
        people("Four", 4, "member", "killed"),
        people("23", 23, "", "killed"),
    ),
}


@pytest.mark.parametrize(("text", "how", "first", "second"), SET_AGAINST.values(), ids=SET_AGAINST)
def test_a_number_that_is_set_against_another_counts_what_that_counts(text, how, first, second):
    one = article("one", text, first, second)
    (found,) = contrasts(one)
    assert found.how is how
    meant = [meaning.figure for meaning in context(one).meanings]
    assert (meant[1].counted, meant[1].unit) == (meant[0].counted, meant[0].unit)


@pytest.mark.parametrize(("text", "first", "second"), NOT_SET_AGAINST.values(), ids=NOT_SET_AGAINST)
def test_numbers_of_two_things_are_not_set_against_each_other(text, first, second):
    assert contrasts(article("one", text, first, second)) == []


def test_a_difference_between_two_numbers_is_passed_over():
    one = article(
        "one",
        "The clinic received 40 miners after the blast, a dozen more than the 28 announced.",
        people("40", 40, "miner"),
        bare("a dozen", 12),
        bare("28", 28),
    )
    (found,) = contrasts(one)
    assert (found.first, found.second, found.how) == (0, 2, How.DISPUTED)


FIRE = "The forest fire in the Serra Alta near Vale Frio went on. {}"


@pytest.fixture
def villages():
    """Two articles on 14 villages, and one that says it were 17."""
    text = FIRE.format("People were moved out of 14 villages of the Serra Alta.")
    says = (article(name, text, things("14", 14, "village"), source=name) for name in "ab")
    denial = article(
        "c",
        FIRE.format("The mayor of Vale Frio said 17 villages, not 14, had been emptied."),
        things("17", 17, "village"),
        bare("14", 14, standing=Standing.DENIED),
        source="c",
    )
    return (*says, denial)


def test_a_rejected_number_is_with_those_who_state_it_and_marked(villages):
    (group,) = (g for g in link(villages).groups if len(g.members) > 1)
    relations = {member.figure: member.relation for member in group.members}
    assert relations == {
        identifier(villages[0]): Relation.IDENTICAL,
        identifier(villages[1]): Relation.IDENTICAL,
        identifier(villages[2], 1): Relation.CONFLICTING,
    }


def test_of_six_not_five_only_the_five_are_denied():
    six = people("six", 6, standing=Standing.DENIED)
    one = article("one", "He said six people, not five, had been taken.", six, bare("five", 5))
    assert {meaning.figure.standing for meaning in context(one).meanings} == {Standing.ASSERTED}


def test_who_rejects_a_number_is_no_origin_of_it(villages):
    linking = link(villages)
    (group,) = (g for g in linking.groups if len(g.members) > 1)
    passages = [span for index in group.origins for span in linking.origins[index].passages]
    assert {span.article for span in passages} == {"a", "b"}


def test_what_an_article_holds_against_a_number_conflicts_with_all_who_state_it(villages):
    linking = link(villages)
    (relation,) = linking.relations
    sides = [linking.groups[relation.first], linking.groups[relation.second]]
    assert {len(side.members) for side in sides} == {1, 3}
    assert relation.relation is Relation.CONFLICTING


def test_what_a_number_became_revises_it():
    text = "The Serra Alta fire has consumed 14,200 hectares of forest, up from 8,500 on Sunday."
    one = article("one", text, measure("14,200 hectares", 14200, "hectare"), bare("8,500", 8500))
    (relation,) = link([one]).relations
    assert relation.relation is Relation.REVISED
