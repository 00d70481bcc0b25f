"""The linker on small stories of our own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.extraction.types import Direction
from annotations.linking.articles.context import context, nodes
from annotations.linking.evidence.evidence import weigh
from annotations.linking.groups import blocking
from annotations.linking.linker import link
from annotations.linking.types import Decision, FigureId, Relation
from tests.linking.builders import article, at_least, identifier, measure, people, things

FERRY = (
    article(
        "courier",
        "Nine people died when the ferry Aurora capsized off Lisund on Sunday. The Aurora sank "
        "within 20 minutes, the Lisund coastguard said.",
        people("Nine", 9, "people", "killed"),
        measure("20 minutes", 20, "minute"),
        published="2024-03-04",
        source="Courier",
    ),
    article(
        "herald",
        "At least nine passengers drowned as the Aurora, a ferry, capsized near Lisund. "
        "Two sailors of the Aurora were arrested in Lisund.",
        at_least(people("nine", 9, "passenger", "killed")),
        people("Two", 2, "sailor", "detained"),
        published="2024-03-04",
        source="Herald",
    ),
    article(
        "tribune",
        "The toll of the Aurora ferry disaster off Lisund rose to 14 dead on Monday. Rescuers "
        "pulled two survivors from the Aurora near Lisund.",
        people("14", 14, "dead", "killed"),
        people("two", 2, "survivor", "rescued"),
        published="2024-03-05",
        source="Tribune",
    ),
)
OTHER_FERRY = article(
    "gazette",
    "Nine people died when the ferry Marigold burned in the port of Torrance, California.",
    people("Nine", 9, "people", "killed"),
    published="2024-03-04",
    source="Gazette",
)


def together(linking):
    return {frozenset(member.figure for member in group.members) for group in linking.groups}


def group_of(linking, figure):
    return next(g for g in linking.groups if figure in {m.figure for m in g.members})


def test_reports_that_share_other_particular_numbers_are_rather_of_one_occurrence():
    def layoffs(text, percent, million):
        return article(
            text.split()[0],
            text.format(percent=percent, million=million),
            people("2,400", 2400, "employee", "dismissed"),
            measure(f"{percent} percent", percent, "percent"),
            measure(f"${million} million", million * 1e6, "USD"),
        )

    def evidence(first, second):
        return weigh(nodes(context(first))[0], nodes(context(second))[0])

    plain = "Halvern lays off 2,400 employees, {percent} percent, to save ${million} million."
    other = (
        "Unions in Karrow and Calder called for a walkout: 2,400 employees go at Halvern, "
        "{percent} percent of them in Dorrin, for ${million} million a year, said Ida Maron."
    )
    like = evidence(layoffs(plain, 12, 310), layoffs(other, 12, 310))
    unlike = evidence(layoffs(plain, 12, 310), layoffs(other, 14, 290))
    assert like.points > unlike.points
    assert any("state 2 other numbers alike" in reason for reason in like.reasons)


def test_a_bound_and_its_number_make_one_group_led_by_the_number():
    group = group_of(link(FERRY), identifier(FERRY[0]))
    assert [member.figure for member in group.members] == [
        identifier(FERRY[0]),
        identifier(FERRY[1]),
    ]
    assert group.members[1].relation is Relation.COMPATIBLE
    assert (group.low, group.high) == (9, 9)
    assert group.event == "killed"


def test_a_label_says_once_what_happened():
    text = "Seventeen dead were found when the ferry Aurora sank off Lisund on Monday."
    one = article("a", text, people("Seventeen", 17, "dead", "killed"))
    two = article("b", text, people("Seventeen", 17, "dead", "killed"))
    assert [group.label for group in link([one, two]).groups] == ["Seventeen dead"]


def test_every_membership_says_why():
    group = group_of(link(FERRY), identifier(FERRY[0]))
    assert all(member.reasons for member in group.members)
    assert all(0 <= member.score <= 1 for member in group.members)
    assert any("killed" in reason for reason in group.members[1].reasons)


def test_a_toll_that_a_later_report_raises_is_revised():
    linking = link(FERRY)
    relation = next(iter(linking.relations))
    ends = {linking.groups[index].members[0].figure for index in (relation.first, relation.second)}
    assert ends == {identifier(FERRY[0]), identifier(FERRY[2])}
    assert relation.relation is Relation.REVISED


def test_an_earlier_higher_toll_is_a_conflict():
    later = article(
        "post",
        "The ferry Aurora capsized off Lisund, and seven people died, the Lisund coastguard said.",
        people("seven", 7, "people", "killed"),
        published="2024-03-06",
    )
    linking = link([FERRY[0], later])
    assert [one.relation for one in linking.relations] == [Relation.CONFLICTING]


def test_a_toll_that_one_sentence_raises_is_revised_though_one_article_has_both():
    later = article(
        "post",
        "The toll of the ferry Aurora off Lisund rose to 14 people killed from nine.",
        people("14", 14, "people", "killed"),
        people("nine", 9, "people", "killed"),
    )
    linking = link([FERRY[0], later])
    assert [one.relation for one in linking.relations] == [Relation.REVISED]


def test_reports_of_a_toll_that_grows_in_every_figure_are_revised():
    early = article(
        "post",
        "At least nine people died in the fire on the ferry Aurora off Lisund. 21 were missing.",
        at_least(people("nine", 9, "people", "killed")),
        people("21", 21, "", "missing"),
        published="2024-03-04",
    )
    late = article(
        "echo",
        "The fire on the ferry Aurora off Lisund killed 17 people. Another three died in hospital. "
        "11 were missing.",
        people("17", 17, "people", "killed"),
        people("three", 3, "", "killed"),
        people("11", 11, "", "missing"),
        published="2024-03-06",
    )
    linking = link([early, late])
    ends = {
        frozenset(linking.groups[index].label for index in (one.first, one.second))
        for one in linking.relations
    }
    assert {one.relation for one in linking.relations} == {Relation.REVISED}
    assert ends == {
        frozenset({"at least nine people killed", "17 people killed"}),
        frozenset({"21 missing", "11 missing"}),
    }


def test_fewer_of_a_narrower_thing_are_a_part_and_no_conflict():
    part = article(
        "post",
        "Four children died when the ferry Aurora capsized off Lisund on Sunday.",
        people("Four", 4, "child", "killed"),
    )
    assert link([FERRY[0], part]).relations == ()


def test_like_events_in_other_places_stay_apart():
    linking = link([*FERRY, OTHER_FERRY])
    assert not any(identifier(OTHER_FERRY) in figures for figures in together(linking))


def test_one_number_of_different_things_stays_apart():
    assert not any(
        {identifier(FERRY[1], 1), identifier(FERRY[2], 1)} <= figures
        for figures in together(link(FERRY))
    )


def test_wounded_soldiers_are_not_dead_civilians():
    first = article(
        "one",
        "A mine near Orvel killed two civilians on Friday, the Orvel governor said.",
        people("two", 2, "civilian", "killed"),
    )
    second = article(
        "two",
        "Two servicemen were wounded near Orvel on Friday, the Orvel governor said.",
        people("Two", 2, "serviceman", "injured"),
    )
    assert together(link([first, second])) == set()


def test_two_words_for_the_same_people_are_linked():
    first = article(
        "one",
        "A mine on the Orvel road killed two civilians on Friday, the Orvel governor said.",
        people("two", 2, "civilian", "killed"),
    )
    second = article(
        "two",
        "Two road construction workers died on the Orvel road in a mine blast on Friday.",
        people("Two", 2, "road construction worker", "killed"),
    )
    assert together(link([first, second])) == {frozenset({identifier(first), identifier(second)})}


def test_a_person_who_rejects_a_link_keeps_the_figures_apart():
    rejected = Decision(identifier(FERRY[1]), identifier(FERRY[0]), same=False)
    linking = link(FERRY, [rejected])
    assert not any(
        {identifier(FERRY[0]), identifier(FERRY[1])} <= figures for figures in together(linking)
    )


def test_a_person_who_confirms_a_link_brings_the_figures_together():
    confirmed = Decision(identifier(FERRY[0]), identifier(OTHER_FERRY), same=True)
    linking = link([*FERRY, OTHER_FERRY], [confirmed])
    group = group_of(linking, identifier(OTHER_FERRY))
    assert identifier(FERRY[0]) in {member.figure for member in group.members}
    assert "a person linked them" in [reason for m in group.members for reason in m.reasons]


def test_a_decision_about_a_figure_that_is_not_at_hand_changes_nothing():
    unknown = Decision(FigureId("nowhere", 0, 4), identifier(FERRY[0]), same=True)
    assert link(FERRY, [unknown]) == link(FERRY)


def test_two_articles_of_one_id_are_refused():
    with pytest.raises(ValueError, match="courier"):
        link([FERRY[0], FERRY[0]])


def test_nothing_gives_nothing():
    linking = link([])
    assert (linking.groups, linking.relations, linking.sums, linking.origins) == ((), (), (), ())


def test_linked_figures_share_a_blocking_key():
    linking = link(FERRY)
    keys = {node.id: set(blocking.keys(node)) for one in FERRY for node in nodes(context(one))}
    for group in linking.groups:
        members = [keys[member.figure] for member in group.members]
        assert all(any(one & other for other in members if other is not one) for one in members[1:])


def test_blocking_keys_are_sorted_text():
    keys = blocking.keys(nodes(context(FERRY[0]))[0])
    assert list(keys) == sorted(set(keys))
    assert all(key.startswith("count|") for key in keys)


def test_articles_that_share_nothing_do_not_touch_each_other():
    quake = (
        article(
            "sun",
            "A magnitude 6.1 quake killed 31 people near Dorrin, Marrick, on Sunday.",
            measure("6.1", 6.1, "magnitude"),
            people("31", 31, "people", "killed"),
        ),
        article(
            "moon",
            "The quake near Dorrin in Marrick killed 31 people.",
            people("31", 31, "people", "killed"),
        ),
    )
    apart = link(FERRY).groups + link(quake).groups
    joined = link([*quake, *FERRY]).groups

    def members(groups):
        return {
            tuple((m.figure, m.relation, m.reasons, m.score) for m in g.members) for g in groups
        }

    assert members(joined) == members(apart)


STORY = (*FERRY, OTHER_FERRY, article("bus", "Nine buses burned.", things("Nine", 9, "bus")))
FIGURES = [identifier(one, index) for one in STORY for index in range(len(one.reading.figures))]
DECISIONS = st.lists(
    st.builds(
        Decision, st.sampled_from(FIGURES), st.sampled_from(FIGURES), same=st.booleans()
    ).filter(lambda one: one.first != one.second),
    max_size=4,
)


@settings(deadline=None)
@given(articles=st.permutations(STORY), decisions=DECISIONS, data=st.data())
def test_the_order_of_articles_and_decisions_never_matters(articles, decisions, data):
    shuffled = data.draw(st.permutations(decisions))
    assert link(articles, shuffled) == link(STORY, decisions)


@settings(deadline=None)
@given(decisions=DECISIONS)
def test_no_group_holds_what_a_person_put_apart(decisions):
    found = together(link(STORY, decisions))
    for one in decisions:
        if not one.same:
            assert not any({one.first, one.second} <= figures for figures in found)


@settings(deadline=None)
@given(
    pair=st.tuples(st.sampled_from(FIGURES), st.sampled_from(FIGURES)).filter(
        lambda p: p[0] != p[1]
    )
)
def test_a_single_confirmed_link_always_holds(pair):
    found = together(link(STORY, [Decision(*pair, same=True)]))
    assert any(set(pair) <= figures for figures in found)


HEIST = "from the vault of the Norrby Bank in Lisund on Sunday, the Norrby Bank said"


def test_what_thieves_stole_is_what_their_victim_lost():
    stolen = article(
        "stolen",
        f"A gang stole $7.2 million {HEIST}.",
        measure("$7.2 million", 7.2e6, "USD", event="stolen"),
    )
    lost = article(
        "lost",
        f"The Norrby Bank lost $7.2 million {HEIST}.",
        measure("$7.2 million", 7.2e6, "USD", event="lost", direction=Direction.DOWN),
    )
    assert together(link([stolen, lost])) == {frozenset({identifier(stolen), identifier(lost)})}


def test_what_a_share_price_lost_is_a_change():
    level = article(
        "level",
        f"Shares of the Norrby Bank were at 7.2 percent {HEIST}.",
        measure("7.2 percent", 7.2, "percent"),
    )
    change = article(
        "change",
        f"Shares of the Norrby Bank lost 7.2 percent {HEIST}.",
        measure("7.2 percent", 7.2, "percent", event="lost", direction=Direction.DOWN),
    )
    assert link([level, change]).groups == ()


@pytest.mark.parametrize(("event", "another"), [("attacking", False), ("killed", True)])
def test_what_people_did_speaks_against_nothing_that_befell_them(event, another):
    raid = article("a", "Four men came to Lisund.", people("Four", 4, "man", event))
    arrest = article("b", "Four men left Lisund.", people("Four", 4, "man", "detained"))

    (group,) = link([raid, arrest]).groups

    assert (f"{event} is not detained" in group.members[1].reasons) is another
