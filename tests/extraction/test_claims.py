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
    "sentence",
    [
        pytest.param("Two men and a boy were killed in the flood.", id="one-verb"),
        pytest.param("The flood killed two men and three horses.", id="one-verb-before"),
        pytest.param(
            "In all 90 were trapped, of which 20 lost their lives and 70 got injuries.",
            id="parts-of-a-whole",
        ),
        pytest.param("He bought two cows and went home.", id="one-figure"),
        pytest.param("“Two men died and four were hurt in it,” she said.", id="quotation"),
    ],
)
def test_what_is_one_statement_stays_one_claim(sentence: str) -> None:
    assert claims(sentence) == [sentence]


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (ClaimKind.FIGURE, "Two men drowned near the weir."),
        (ClaimKind.EVENT, "The weir broke and the road was shut."),
        (ClaimKind.QUOTE, "“The weir was old and nobody had checked it,” the mayor said."),
        (ClaimKind.EVENT, "The so-called “weir” was built of mud."),
        (ClaimKind.DENIAL, "The mayor denied that two men had drowned."),
        (ClaimKind.DENIAL, "Norway said it has no ships in the bay."),
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
