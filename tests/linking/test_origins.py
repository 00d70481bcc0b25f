"""Where figures come from: copies, credits, statements, own reports."""

import pytest

from annotations.extraction.types import Attribution
from annotations.linking.articles.context import context
from annotations.linking.linker import link
from annotations.linking.origins.agencies import credited
from annotations.linking.origins.copies import copied
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
    assert copied([context(one), context(other)]) == []


def test_a_sentence_that_one_article_repeats_is_no_copy():
    assert copied([context(article("one", f"{WIRE}\n{WIRE}"))]) == []


QUOTED_IN_PASSING = (
    "Families had waited at the gate of the Karrow colliery since dawn when the minister came out, "
    "took off his hat and told them: “Nine of our miners have lost their lives in the Karrow "
    "colliery this morning.” Nobody spoke."
)


def test_a_quotation_is_one_statement_whatever_stands_around_it():
    one = miners("one", QUOTE.format("the minister"))
    other = miners("two", QUOTED_IN_PASSING)
    (origin,) = origins_of(link([one, other]), one, other)
    assert origin.kind is OriginKind.STATEMENT


def test_what_stands_beside_a_shared_quotation_is_the_article_s_own():
    text = (
        "“This was the darkest morning in the history of the Karrow colliery,” the minister said. "
    )
    one = miners("one", f"{text}{OWN}", source="Echo")
    other = miners("two", f"{WIRE} {text}", source="Mail")
    kinds = {origin.kind for origin in origins_of(link([one, other]), one, other)}
    assert kinds == {OriginKind.REPORT}


ONE_SPEAKER = {
    "a title": ("Foreign Minister Sergei Lavrov", "Lavrov"),
    "another spelling": ("Sergei Lavrov", "Sergey Lavrov"),
    "a misprint": ("police chief Diego Larrea", "police chief Diego Larea"),
    "a house and its spokeswoman": ("Norrail", "a Norrail spokeswoman"),
    "a house and its place": ("Karrow police", "police in Karrow"),
    "an acronym": ("the World Rail Organization", "the WRO"),
}
TWO_SPEAKERS = {
    "two ministries": ("the interior ministry", "the health ministry"),
    "two people of one office": ("Foreign Minister Sergei Lavrov", "Foreign Minister Ann Hart"),
    "two houses of one town": ("Karrow police", "the fire brigade of Karrow"),
    "a mayor and a house of his town": ("the mayor of Karrow, Jan Dole", "police in Karrow"),
    "an office without a name": ("the ministry", "the health ministry"),
}


@pytest.mark.parametrize("pair", ONE_SPEAKER.values(), ids=ONE_SPEAKER)
def test_one_speaker_by_several_names_is_one_statement(pair):
    one, other = miners("one", WIRE, said=pair[0]), miners("two", OWN, said=pair[1])
    assert len(origins_of(link([one, other]), one, other)) == 1


@pytest.mark.parametrize("pair", TWO_SPEAKERS.values(), ids=TWO_SPEAKERS)
def test_two_speakers_are_two_statements(pair):
    one, other = miners("one", WIRE, said=pair[0]), miners("two", OWN, said=pair[1])
    assert len(origins_of(link([one, other]), one, other)) == 2


def test_a_name_that_several_have_stays_its_own():
    articles = [
        miners("one", WIRE, said="Sergei Lavrov"),
        miners("two", OWN, said="Maria Lavrov"),
        miners("three", OWN.replace("Tuesday", "that day"), said="Lavrov"),
    ]
    statements = [o for o in link(articles).origins if o.kind is OriginKind.STATEMENT]
    assert {origin.label for origin in statements} >= {"Sergei Lavrov", "Maria Lavrov", "Lavrov"}


def test_the_ministry_of_an_article_is_the_one_that_it_has_named():
    text = f"{WIRE} The ministry said that nine miners had died."
    said = [Attribution("the health ministry", "said"), Attribution("the ministry", "said")]
    one = article(
        "one",
        text,
        people("Nine", 9, "miner", "killed", attribution=said[0]),
        people("nine", 9, "miner", "killed", attribution=said[1]),
    )
    statements = [o for o in link([one]).origins if o.kind is OriginKind.STATEMENT]
    assert [origin.label for origin in statements] == ["the health ministry"]


CREDIT_LINES = {
    "a byline": "By Ana Velt, Associated Press",
    "a copyright": "© 2024 AP",
    "who reported": "Reporting by AP; editing by K. Lund",
    "a source": "Source: AP",
    "a dateline": "KARROW, Marrick (AP) - It rained.",
    "one of two in brackets": "KARROW (Reuters/AP) - It rained.",
    "a closing dash": "It rained all day — AP",
}


@pytest.mark.parametrize("line", CREDIT_LINES.values(), ids=CREDIT_LINES)
def test_a_credit_line_names_the_agency(line):
    assert "AP" in credited(f"It rained in Karrow.\n{line}\nIt was Monday.")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The minister told AFP that it rained.", id="whom-somebody-told"),
        pytest.param("An AP photographer was hurt.", id="whose-worker-is-spoken-of"),
        pytest.param("The trend (up to Monday) was clear.", id="a-word-that-is-no-name"),
    ],
)
def test_an_agency_that_is_only_spoken_of_is_no_credit(text):
    assert credited(text) == frozenset()


@pytest.mark.parametrize("speaker", ["Xinhua", "state news agency Xinhua", "China's Xinhua"])
def test_what_an_agency_is_said_to_report_has_one_origin_with_what_credits_it(speaker):
    one = miners("one", f"KARROW, May 3 (Xinhua) -- {WIRE}")
    other = miners("two", OWN, said=speaker)
    (origin,) = origins_of(link([one, other]), one, other)
    assert (origin.kind, origin.label) == (OriginKind.CREDIT, "Xinhua")
