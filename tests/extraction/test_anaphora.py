"""Numbers that take up what was counted before them."""

import pytest

from annotations.extraction.reader import read


@pytest.mark.parametrize(
    ("text", "last"),
    [
        pytest.param(
            "Eleven more pupils tested positive, bringing the total to 145.",
            ("pupil", "infected", 145),
            id="the-total",
        ),
        pytest.param(
            "Farmers say 83 cows died; the ministry puts the figure at 19.",
            ("cow", "killed", 19),
            id="the-figure-of-another-clause",
        ),
        pytest.param(
            "Oldland said 11 soldiers were captured. Newland said the number was 70.",
            ("soldier", "captured", 70),
            id="the-number-of-the-sentence-before",
        ),
        pytest.param(
            "The port said 12 sailors were hurt, while medics counted 15.",
            ("sailor", "injured", 15),
            id="counted",
        ),
        pytest.param(
            "The port gave a toll of 20 and lowered it to nine.",
            ("", "killed", 9),
            id="lowered-it",
        ),
        pytest.param(
            "A first toll of 20 dead was later revised down to 14.",
            ("dead", "killed", 14),
            id="revised",
        ),
    ],
)
def test_a_number_takes_up_noun_and_event_of_the_one_before(
    text: str, last: tuple[str, str, float]
) -> None:
    figure = read(text).figures[-1]
    assert (figure.counted, figure.event, figure.low) == last


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Eleven pupils fell ill. The number of buses fell to 70.", id="of-its-own"),
        pytest.param("Eleven pupils fell ill. The total cost was $70.", id="of-another-kind"),
        pytest.param(
            "Eleven pupils fell ill. Nobody knows why. The number was 70.", id="too-far-back"
        ),
    ],
)
def test_a_number_of_its_own_takes_up_nothing(text: str) -> None:
    assert read(text).figures[-1].event != "infected"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        pytest.param(
            "Nine miners were hurt. Trucks brought six of them to hospital.",
            ("miner", "injured", 6),
            id="of-them",
        ),
        pytest.param(
            "Nine miners were hurt. Six of them were boys.",
            ("boy", "", 6),
            id="of-them-by-predicate",
        ),
    ],
)
def test_some_of_them_are_of_those_counted_in_the_sentence_before(
    text: str, last: tuple[str, str, float]
) -> None:
    figure = read(text).figures[-1]
    assert (figure.counted, figure.event, figure.low) == last
    assert figure.unit == "person"
