"""Nouns: plurals, their singulars, and which of them are people."""

import pytest

from annotations.extraction.text.nouns import is_person, is_plural, lemma

SINGULARS = [
    ("citizens", "citizen"),
    ("bosses", "boss"),
    ("policemen", "policeman"),
    ("women", "woman"),
    ("children", "child"),
    ("people", "people"),
    ("casualties", "casualty"),
    ("viruses", "virus"),
    ("matches", "match"),
    ("caches", "cache"),
    ("lives", "life"),
    ("vehicles", "vehicle"),
    ("azerbaijanis", "azerbaijani"),
    ("series", "series"),
    ("troops", "troops"),
    ("potatoes", "potato"),
    ("shoes", "shoe"),
    ("buses", "bus"),
    ("pies", "pie"),
    ("houses", "house"),
]


@pytest.mark.parametrize(("plural", "singular"), SINGULARS, ids=[pair[0] for pair in SINGULARS])
def test_a_plural_has_its_singular(plural, singular):
    assert lemma(plural) == singular


@pytest.mark.parametrize("word", ["people", "officers", "aircraft", "dead", "pakistanis", "men"])
def test_a_plural_is_known_with_or_without_its_s(word):
    assert is_plural(word)


@pytest.mark.parametrize(
    "word", ["was", "gas", "news", "class", "various", "crisis", "abdomen", "his"]
)
def test_an_s_at_the_end_makes_no_plural_by_itself(word):
    assert not is_plural(word)


@pytest.mark.parametrize("noun", ["citizen", "policeman", "co-worker", "shareholder", "troops"])
def test_a_noun_for_people_is_known(noun):
    assert is_person(noun)


@pytest.mark.parametrize("noun", ["tank", "container", "human-rights", "men-of-war", "number"])
def test_a_noun_for_things_names_nobody(noun):
    assert not is_person(noun)
