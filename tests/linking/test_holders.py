"""Whose a price, a measure or a share is, and that figures of two holders stay apart."""

import pytest

from annotations.extraction.reader import read
from annotations.extraction.text.sentences import all_sentences
from annotations.linking.articles.holders import Holders
from annotations.linking.linker import link
from tests.linking.builders import article, identifier, measure, people

NAMES = frozenset({"orbet", "lumo", "kestrel", "vanta", "reyes", "ana", "dorrin"})

HELD = {
    "subject and object of the clause": (
        "The firm Orbet unveils the Lumo, from $650",
        "$650",
        {"orbet", "lumo"},
    ),
    "the product that the price stands before": (
        "A $650 Lumo goes on sale in May.",
        "$650",
        {"lumo"},
    ),
    "given by a preposition behind": (
        "The count gave Dorrin 52% against 31% for Ana Reyes.",
        "31%",
        {"ana", "reyes"},
    ),
    "a rival has no part in it": (
        "The firm Vanta answers Orbet with a phone at $650.",
        "$650",
        {"vanta"},
    ),
    "nor has a place": (
        "The Lumo went on sale in Dorrin at $650.",
        "$650",
        {"lumo"},
    ),
    "a clause of its own": (
        "The Kestrel is heavier — the Lumo weighs 182 grams.",
        "182 grams",
        {"lumo"},
    ),
    "a pronoun for the sentences before": (
        "The Lumo folds. It costs $650.",
        "$650",
        {"lumo"},
    ),
    "a pronoun for who says so": (
        "The firm Orbet said it had sold 40 kilograms.",
        "40 kilograms",
        {"orbet"},
    ),
    "who says so is none": (
        "The firm Orbet said turnout was 58%.",
        "58%",
        set(),
    ),
    "a part of what was spoken of": (
        "The Lumo folds. The screen weighs 40 grams.",
        "40 grams",
        {"lumo"},
    ),
    "behind what opens the sentence": (
        "At 182 grams, the Lumo is light.",
        "182 grams",
        {"lumo"},
    ),
    "left open by a possessive": (
        "The count gave Ana Reyes 52% to his 31%.",
        "31%",
        set(),
    ),
    "magnitudes are of an occurrence": (
        "The Dorrin quake had a magnitude of 6.1.",
        "6.1",
        set(),
    ),
}


@pytest.mark.parametrize(("text", "words", "names"), HELD.values(), ids=HELD)
def test_the_clause_gives_a_figure_to_names(text, words, names):
    figure = next(one for one in read(text).figures if one.text == words)
    assert Holders(text, [*all_sentences(text)], NAMES.__contains__).of(figure) == names


def launch(identifier_, text, price="$650", value=650):
    return article(identifier_, text, measure(price, value, "USD"))


MAKER = launch(
    "maker",
    "The firm Orbet showed a thin phone on Monday. From May the Lumo will be in shops at $650.",
)
RIVAL = launch(
    "rival",
    "The firm Vanta showed a thin phone on Monday to rival the Lumo. From May the Kestrel will be "
    "in shops at $650. Vanta and Orbet are at war.",
)
SHOP = launch("shop", "In shops from May, the Lumo, the thin phone by Orbet, starts at $650.")


def test_one_price_of_two_products_is_no_link():
    assert link([MAKER, RIVAL]).groups == ()


def test_the_price_of_one_product_is_linked():
    (group,) = link([MAKER, RIVAL, SHOP]).groups
    assert {one.figure for one in group.members} == {identifier(MAKER), identifier(SHOP)}


def test_a_product_and_its_maker_may_have_one_price():
    maker = launch("a", "Shown on Monday, Orbet's thin Lumo phone is here: Orbet asks $650.")
    other = launch("b", "A thin phone of Orbet's: in shops the Lumo phone starts at $650.")
    assert len(link([maker, other]).groups) == 1


def test_counts_of_an_occurrence_have_no_holder():
    text = "{} said nine people died when the ferry Aurora sank off Lisund. The {} helped."
    one = article("a", text.format("Orbet", "Lumo"), people("nine", 9, "people", "killed"))
    two = article("b", text.format("Vanta", "Lumo"), people("nine", 9, "people", "killed"))
    assert len(link([one, two]).groups) == 1
