"""How groups with other numbers relate: revised, conflicting, or parts that do neither."""

import pytest

from annotations.linking.linker import link
from annotations.linking.types import Relation
from tests.linking.builders import article, people

EVENT = "after the ferry Aurora burned in the Sundfjord off Lisund on Sunday"


def relations(*articles):
    return [one.relation for one in link(articles).relations]


def monday(text, *specs):
    return article("monday", text, *specs, published="2024-03-04")


def wednesday(text, *specs):
    return article("wednesday", text, *specs, published="2024-03-06")


def test_another_so_many_of_another_fate_are_all_of_them():
    first = monday(
        f"Nine people died {EVENT}. Another 21 people were missing {EVENT}.",
        people("Nine", 9, "people", "killed"),
        people("21", 21, "people", "missing"),
    )
    later = wednesday(
        f"Eleven people were still missing {EVENT}.", people("Eleven", 11, "people", "missing")
    )
    assert relations(first, later) == [Relation.REVISED]


def test_another_so_many_of_one_fate_are_counted_beside_the_others():
    first = monday(
        f"Nine people died {EVENT}. Another five people died in hospital {EVENT}.",
        people("Nine", 9, "people", "killed"),
        people("five", 5, "people", "killed"),
    )
    later = wednesday(f"Nine people died {EVENT}.", people("Nine", 9, "people", "killed"))
    assert relations(first, later) == []


def test_a_toll_that_an_article_brings_up_to_date_revises_the_one_it_had_before():
    first = monday(f"Two sailors were killed {EVENT}.", people("Two", 2, "sailor", "killed"))
    later = wednesday(
        f"A man died, bringing the death toll to three, {EVENT}. Two sailors were killed {EVENT}.",
        people("three", 3, "", "killed"),
        people("Two", 2, "sailor", "killed"),
    )
    assert relations(first, later) == [Relation.REVISED]


def test_who_are_still_missing_are_fewer_than_before_also_on_one_day():
    noon = monday(f"On Sunday 21 people were missing {EVENT}.", people("21", 21, event="missing"))
    evening = article(
        "evening",
        f"16 people are still missing {EVENT}.",
        people("16", 16, event="missing"),
        published="2024-03-04",
    )
    assert relations(noon, evening) == [Relation.REVISED]


@pytest.mark.parametrize("event", ["", "present"])
def test_numbers_conflict_also_where_one_article_leaves_open_what_happened(event):
    one = monday(
        f"153 people were on board the Aurora {EVENT}.", people("153", 153, "people", "present")
    )
    other = wednesday(
        f"148 people were on board the Aurora {EVENT}.", people("148", 148, "people", event)
    )
    assert relations(one, other) == [Relation.CONFLICTING]


def test_a_toll_that_a_later_report_corrects_is_revised_though_it_falls():
    first = monday(f"Nine people died {EVENT}.", people("Nine", 9, "people", "killed"))
    later = wednesday(
        f"Police corrected the toll to seven people killed {EVENT}.",
        people("seven", 7, "people", "killed"),
    )
    assert relations(first, later) == [Relation.REVISED]


def test_all_of_one_fate_may_grow_though_with_others_they_make_up_who_was_there():
    first = monday(
        f"The Aurora had 148 people on board {EVENT}. Nine people died. Another 21 people were "
        "missing. Boats brought 118 people to safety.",
        people("148", 148, "people", "present"),
        people("Nine", 9, "people", "killed"),
        people("21", 21, "people", "missing"),
        people("118", 118, "people", "rescued"),
    )
    later = wednesday(f"17 people died {EVENT}.", people("17", 17, "people", "killed"))
    assert relations(first, later) == [Relation.REVISED]
