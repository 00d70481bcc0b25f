import pytest

from annotations.linking.figures.counted import Fit, fit, thing
from annotations.linking.figures.ontology import build
from tests.linking.builders import figure, measure, people, things

CASES = {
    "one noun": ("miner", "miner", Fit.SAME),
    "two words for one role": ("robber", "thief", Fit.SAME),
    "a role and a wider one": ("police officer", "interior ministry employee", Fit.NARROWER),
    "a role and people": ("Armenian police officer", "people", Fit.NARROWER),
    "workers are civilians": ("road construction worker", "civilian", Fit.NARROWER),
    "a role and a sex": ("road construction worker", "man", Fit.CROSS),
    "a sex and a fate": ("woman", "missing person", Fit.CROSS),
    "a fate that the event says already": ("woman", "victim", Fit.NARROWER),
    "a toll and people": ("", "people", Fit.SAME),
    "a toll and some people": ("", "civilian", Fit.NARROWER),
    "officers are no civilians": ("police officer", "civilian", Fit.APART),
    "officers are no workers": ("police officer", "construction worker", Fit.APART),
    "servicemen are no civilians": ("serviceman", "civilian", Fit.APART),
    "men are no women": ("man", "woman", Fit.APART),
    "other nations": ("Greek citizen", "Turkish citizen", Fit.OTHER),
    "relatives are other people": ("son", "miner", Fit.OTHER),
    "other roles": ("teacher", "miner", Fit.OTHER),
    "a volunteer of some role": ("volunteer firefighter", "volunteer", Fit.NARROWER),
    "prisoners are suspects": ("inmate", "defendant", Fit.NARROWER),
    "a couple's children and their sons": ("child", "son", Fit.CROSS),
    "one relation of two families": ("daughter", "daughter", Fit.SAME),
    "children are no crew": ("child", "crew member", Fit.APART),
    "children are no police": ("girl", "police officer", Fit.APART),
    "children are under age": ("child", "minor", Fit.NARROWER),
    "who works on a ship": ("deckhand", "crew member", Fit.SAME),
}


@pytest.mark.parametrize(("one", "other", "expected"), CASES.values(), ids=CASES)
def test_what_may_be_the_same_people(one, other, expected):
    first, second = (
        thing(figure(people("9", 9, counted.lower(), "killed"))) for counted in (one, other)
    )
    assert fit(first, second) is expected
    assert fit(second, first) is expected


def test_a_person_is_never_a_thing():
    victims = thing(figure(people("9", 9, "victim", "killed")))
    cars = thing(figure(things("9", 9, "police car")))
    assert fit(victims, cars) is Fit.APART


STANDING_FOR_OTHERS = {
    "a job and who holds it": ("1,200", "job", "employee", Fit.CROSS),
    "a case and who has it": ("40", "case", "patient", Fit.CROSS),
    "a home and a household": ("40", "home", "household", Fit.CROSS),
    "a household and a person": ("22", "household", "people", Fit.APART),
    "a car and who drives it": ("22", "car", "driver", Fit.APART),
}


@pytest.mark.parametrize(
    ("words", "one", "other", "expected"), STANDING_FOR_OTHERS.values(), ids=STANDING_FOR_OTHERS
)
def test_what_stands_for_another_thing_one_for_one(words, one, other, expected):
    known = {"employee", "patient", "people", "driver"}
    first, second = (
        thing(figure((people if noun in known else things)(words, 9, noun)))
        for noun in (one, other)
    )
    assert fit(first, second) is expected
    assert fit(second, first) is expected


def test_an_unknown_noun_is_only_itself():
    widget, gizmo = (thing(figure(things("9", 9, noun))) for noun in ("widget", "gizmo"))
    assert fit(widget, widget) is Fit.SAME
    assert fit(widget, gizmo) not in (Fit.SAME, Fit.NARROWER)


def test_a_measure_is_known_by_its_unit():
    assert thing(figure(measure("9 days", 9, "day"))).domain == "[time]"
    assert thing(figure(measure("$9", 9, "USD"))).domain == "money"


def test_a_concept_under_an_unknown_one_is_refused():
    tables = {
        "aspects": ["role"],
        "relational": [],
        "relatives": [],
        "apart": [],
        "generic": [],
        "exclusive_events": [],
        "fates": {},
        "growing_events": [],
        "shrinking_events": [],
        "alike_events": [],
        "stand_for": [],
        "gathering_events": [],
        "deed_events": [],
        "events": {},
        "concepts": {"sailors": {"under": "seafarers", "words": ["sailor"]}},
    }
    with pytest.raises(KeyError, match="seafarers"):
        build(tables)


def test_who_sits_in_a_parliament_stands_for_a_seat():
    seats = thing(figure(things("31 seats", 31, "seat")))
    assert fit(seats, thing(figure(people("31 deputies", 31, "legislator")))) is Fit.CROSS
    assert fit(seats, thing(figure(people("31 miners", 31, "miner")))) is Fit.APART


def test_accounts_stand_for_those_who_use_them_only():
    accounts = thing(figure(things("31 accounts", 31, "account")))
    assert fit(accounts, thing(figure(people("31 customers", 31, "customer")))) is Fit.CROSS
    assert fit(accounts, thing(figure(people("31 miners", 31, "miner")))) is Fit.APART


NOUNS_OF_THINGS = {
    "two words for where things are made": ("plant", "factory", Fit.SAME),
    "a site and what stands on it": ("site", "brewery", Fit.NARROWER),
    "two words for what is taught": ("class", "session", Fit.SAME),
    "a room and a tent": ("room", "tent", Fit.APART),
    "a letter and a call": ("letter", "phone call", Fit.APART),
}


@pytest.mark.parametrize(
    ("one", "other", "expected"), NOUNS_OF_THINGS.values(), ids=NOUNS_OF_THINGS
)
def test_what_may_be_the_same_things(one, other, expected):
    first, second = (thing(figure(things("9", 9, counted))) for counted in (one, other))
    assert fit(first, second) is expected


SHARES = {
    "two words for the staff": ("workforce", "employee", Fit.SAME),
    "a staff and its engineers": ("staff", "engineer", Fit.NARROWER),
    "men and women": ("man", "woman", Fit.APART),
    "jobs and who holds them": ("job", "employee", Fit.CROSS),
    "homes and people": ("home", "employee", Fit.OTHER),
    "an unknown noun": ("payload", "employee", Fit.STRANGE),
}


@pytest.mark.parametrize(("one", "other", "expected"), SHARES.values(), ids=SHARES)
def test_of_what_two_percentages_may_be(one, other, expected):
    first, second = (
        thing(figure(measure("12%", 12, "percent", counted=noun, counted_text=noun)))
        for noun in (one, other)
    )
    assert fit(first, second) is expected
