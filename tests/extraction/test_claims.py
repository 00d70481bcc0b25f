import pytest

from annotations.extraction.reader import read
from annotations.extraction.types import ClaimKind


def claims(text: str) -> list[str]:
    return [claim.text for claim in read(text).claims]


def kinds(text: str) -> list[ClaimKind]:
    return [claim.kind for claim in read(text).claims]


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param(
            ["Two men drowned near the weir", "four others were saved by a fisherman."],
            id="two-figures-with-their-verbs",
        ),
        pytest.param(
            ["The mayor said two men drowned", "three others were pulled from the lake."],
            id="under-one-speaker",
        ),
        pytest.param(
            ["Norway denied the report", "Sweden said 12 ships had sailed."], id="two-speakers"
        ),
    ],
)
def test_a_compound_sentence_is_split_into_its_statements(parts: list[str]) -> None:
    assert claims(" and ".join(parts)) == parts


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        pytest.param(
            "Profit rose 12 percent to $4 million, but revenue fell 3 percent.",
            ["Profit rose 12 percent to $4 million", "revenue fell 3 percent."],
            id="bare-noun-behind-but",
        ),
        pytest.param(
            "Exports rose 4 percent while imports fell 2 percent.",
            ["Exports rose 4 percent", "imports fell 2 percent."],
            id="noun-that-may-be-a-verb",
        ),
        pytest.param(
            "The mill cut 90 jobs last year, but its profit rose 12 percent.",
            ["The mill cut 90 jobs last year", "its profit rose 12 percent."],
            id="but",
        ),
        pytest.param(
            "The hail killed 12 cows and the fire destroyed 30 sheds.",
            ["The hail killed 12 cows", "the fire destroyed 30 sheds."],
            id="and-with-a-subject-of-its-own",
        ),
        pytest.param(
            "Twelve sailors died, 30 were injured and six are missing.",
            ["Twelve sailors died", "30 were injured", "six are missing."],
            id="a-list-of-clauses",
        ),
        pytest.param(
            "The mill, worth $3 million, was sold in May; it employs 51 people.",
            ["The mill, worth $3 million, was sold in May", "it employs 51 people."],
            id="semicolon",
        ),
        pytest.param(
            "Norway denied that anyone had died, though doctors said they had seen nine bodies.",
            ["Norway denied that anyone had died", "doctors said they had seen nine bodies."],
            id="though-with-a-speaker-of-its-own",
        ),
        pytest.param(
            "The mayor said 30 pools would close and 40 guards would lose their jobs, but the "
            "union disputed the figures.",
            [
                "The mayor said 30 pools would close",
                "40 guards would lose their jobs",
                "the union disputed the figures.",
            ],
            id="three",
        ),
    ],
)
def test_each_clause_with_its_own_figure_or_speaker_is_a_claim(
    sentence: str, parts: list[str]
) -> None:
    assert claims(sentence) == parts


def test_who_denies_goes_on_in_his_own_clause() -> None:
    denial = read("The army said it killed 40; the rebels denied it and said two had died.").claims[
        1
    ]
    assert denial.attribution is not None
    assert denial.attribution.speaker == "the rebels"


def test_a_short_quotation_that_is_a_sentence_is_its_speakers() -> None:
    last = read("“We lost three men,” the captain said. “Two more are missing.”").claims[-1]
    assert last.kind is ClaimKind.QUOTE
    assert last.attribution is not None
    assert last.attribution.speaker == "the captain"


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Two men and a boy were killed in the flood.", id="one-verb"),
        pytest.param("The flood killed two men and three horses.", id="one-verb-before"),
        pytest.param(
            "In all 90 were trapped, of which 20 lost their lives and 70 got injuries.",
            id="parts-of-a-whole",
        ),
        pytest.param("He bought two cows and went home.", id="one-figure"),
        pytest.param("The fire killed 12 cows and the owner of a shed with 30 pigs.", id="no-verb"),
        pytest.param(
            "Sales rose 4 percent in March and fell 2 percent in April.", id="one-subject"
        ),
        pytest.param("“Two men died and four were hurt in it,” she said.", id="quotation"),
    ],
)
def test_what_is_one_statement_stays_one_claim(sentence: str) -> None:
    assert claims(sentence) == [sentence]


def test_what_another_says_behind_a_quotation_is_a_claim_of_its_own() -> None:
    found = read("“We lost 12 men,” the colonel said, while the mayor put the number at 14.").claims
    assert [(claim.kind, claim.attribution and claim.attribution.speaker) for claim in found] == [
        (ClaimKind.QUOTE, "the colonel"),
        (ClaimKind.FIGURE, "the mayor"),
    ]


def test_who_speaks_of_one_half_of_a_sentence_speaks_not_of_the_other() -> None:
    found = read("The club cut 300 jobs, but the union says it cut 200 more.").claims
    assert [claim.attribution and claim.attribution.speaker for claim in found] == [
        None,
        "the union",
    ]


def test_a_statement_begins_behind_the_words_that_join_it() -> None:
    assert claims("Police arrested 40 men, and 12 officers were injured.")[1][:2] == "12"


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (ClaimKind.FIGURE, "Two men drowned near the weir."),
        (ClaimKind.EVENT, "The weir broke and the road was shut."),
        (ClaimKind.QUOTE, "“The weir was old and nobody had checked it,” the mayor said."),
        (ClaimKind.EVENT, "The so-called “weir” was built of mud."),
        (ClaimKind.DENIAL, "The mayor denied that two men had drowned."),
        (ClaimKind.DENIAL, "Norway said it has no ships in the bay."),
        (ClaimKind.DENIAL, "There are no ships in the bay, Norway said."),
        (ClaimKind.FIGURE, "The mayor said no fewer than two men drowned."),
    ],
)
def test_a_claim_has_its_kind(kind: ClaimKind, sentence: str) -> None:
    assert kinds(sentence) == [kind]


@pytest.mark.parametrize(
    "text",
    ["Why did the weir break?", "Heavy rain", "Back in May.", "", "   \n\n  ", "What a day!"],
)
def test_what_cannot_be_checked_is_no_claim(text: str) -> None:
    assert claims(text) == []


def test_a_dateline_is_no_part_of_a_claim() -> None:
    assert claims("OLDTOWN, May 5 (AP) - Two men drowned on Monday.") == [
        "Two men drowned on Monday."
    ]


def test_every_figure_lies_in_its_claim() -> None:
    reading = read(
        "Six dead in flood\n\nTwo men drowned and four others were killed by a falling tree. "
        "“We lost six people. Two of them were boys,” the mayor said."
    )
    assert len(reading.figures) >= 5
    for figure in reading.figures:
        claim = reading.claims[figure.claim]
        assert claim.start <= figure.start < figure.end <= claim.end


def test_the_context_is_the_heading_and_what_was_said_before() -> None:
    reading = read("Flood in Oldtown\n\nThe weir broke on Monday. It killed two men.")
    assert reading.claims[-1].context == "Flood in Oldtown\nThe weir broke on Monday."


def test_the_second_half_of_a_sentence_has_the_first_for_context() -> None:
    reading = read("Two men drowned near the weir and four others were saved.")
    assert reading.claims[1].context == "Two men drowned near the weir"


def test_a_title_known_apart_is_context_until_a_heading_follows() -> None:
    reading = read("The weir was old.\n\nSearch goes on\n\nTwo men were found.", title="Flood")
    assert [claim.context for claim in reading.claims] == ["Flood", "Search goes on"]


def test_a_headline_with_a_figure_is_a_claim() -> None:
    reading = read(
        "Two men drown as weir breaks\n\nThe weir was old.", title="Two men drown as weir breaks"
    )
    assert reading.claims[0].text == "Two men drown as weir breaks"
    assert reading.figures[0].event == "killed"
