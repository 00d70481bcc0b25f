"""Where figures come from: copies, credits, statements, own reports."""

import pytest

from annotations.extraction.types import Attribution
from annotations.linking.copies import copied
from annotations.linking.linker import link
from annotations.linking.types import OriginKind
from tests.linking.builders import article, identifier, people

WIRE = (
    "Nine miners were killed when a shaft of the Karrow colliery flooded before dawn on Tuesday, "
    "while a search went on for others."
)
EDITED = (
    "Nine miners were killed when a shaft of the Karrow colliery flooded early on Tuesday, while "
    "the search went on for others."
)
OWN = "Water broke into the Karrow colliery on Tuesday and nine miners died, their families said."
QUOTE = "“Nine of our miners have lost their lives in the Karrow colliery this morning,” said {}."


def miners(name, text, **rest):
    word = "Nine" if "Nine" in text else "nine"
    said = rest.pop("said", "")
    attribution = Attribution(said, "said") if said else None
    return article(name, text, people(word, 9, "miner", "killed", attribution=attribution), **rest)


def origins_of(linking, *articles):
    figures = {identifier(one) for one in articles}
    (group,) = [g for g in linking.groups if figures <= {m.figure for m in g.members}]
    return [linking.origins[index] for index in group.origins]


def test_a_wire_text_that_two_print_is_one_origin_also_when_edited():
    one, other = miners("one", WIRE), miners("two", EDITED)
    (origin,) = origins_of(link([one, other]), one, other)
    assert origin.kind is OriginKind.COPIED
    assert {passage.article for passage in origin.passages} == {"one", "two"}


def test_an_own_report_is_an_origin_of_its_own():
    one, other = miners("one", WIRE, source="Echo"), miners("two", OWN, source="Mail")
    found = origins_of(link([one, other]), one, other)
    assert [(origin.kind, origin.label) for origin in found] == [
        (OriginKind.REPORT, "Echo"),
        (OriginKind.REPORT, "Mail"),
    ]


def test_three_outlets_with_one_wire_and_one_reporter_have_two_origins():
    papers = [miners("one", WIRE), miners("two", EDITED), miners("three", OWN)]
    assert len(origins_of(link(papers), *papers)) == 2


def test_two_reporters_who_quote_one_sentence_share_the_statement_alone():
    one = miners("one", f"{QUOTE.format('the minister')} Rain had fallen on Karrow for a week.")
    other = miners("two", f"Families waited at the gate. {QUOTE.format('a minister')}")
    linking = link([one, other])
    (origin,) = origins_of(linking, one, other)
    assert origin.kind is OriginKind.STATEMENT
    assert not [o for o in linking.origins if o.kind is OriginKind.COPIED]


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"KARROW (AFP) - {WIRE}", "AFP"),
        (f"{WIRE}\n(Reuters)", "Reuters"),
        (f"{WIRE}\n(Daily Echo with AFP)", "AFP"),
        (f"{WIRE} - AP", "AP"),
    ],
)
def test_a_credited_agency_is_an_origin(text, agency):
    linking = link([miners("one", text)])
    assert [o.label for o in linking.origins if o.kind is OriginKind.CREDIT] == [agency]


def test_a_word_in_brackets_is_no_credit():
    text = f"{WIRE} The pumps (APX) failed."
    assert not [o for o in link([miners("one", text)]).origins if o.kind is OriginKind.CREDIT]


def test_one_ministry_by_several_names_is_one_statement():
    one = miners("one", WIRE, said="Baku’s defence ministry")
    other = miners("two", OWN, said="the Azerbaijani Defense Ministry")
    (origin,) = origins_of(link([one, other]), one, other)
    assert origin.kind is OriginKind.STATEMENT


def test_short_sentences_are_not_copies():
    one, other = (article(name, "He did not say more.") for name in ("one", "two"))
    assert copied([one, other]) == []


def test_a_sentence_that_one_article_repeats_is_no_copy():
    assert copied([article("one", f"{WIRE}\n{WIRE}")]) == []
