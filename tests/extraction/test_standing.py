import pytest

from annotations.extraction.reader import read


@pytest.mark.parametrize(
    ("standing", "sentence"),
    [
        ("asserted", "The slide killed 12 people."),
        ("asserted", "No fewer than 12 people were killed."),
        ("asserted", "Not only were 12 people killed, but the dam broke too."),
        ("asserted", "Police said 12 people were killed and more could die."),
        ("asserted", "The bomb, which could be heard for miles, killed 12 people."),
        ("asserted", "The two sides kept going to war twice a year."),
        ("asserted", "Last May, a slide killed 12 people."),
        ("asserted", "Locking up the No. 3 team, the captain threw for 300 yards."),
        ("asserted", "The judge gave him three life terms without the chance of parole."),
        ("denied", "None of the 40 sailors survived."),
        ("forecast", "The firm is due to be fined $3 million."),
        ("denied", "The slide did not kill 12 people."),
        ("denied", "The twelve men were not injured."),
        ("denied", "The army denied that 12 villagers were killed."),
        ("denied", "The army denied killing 12 villagers."),
        ("denied", "The mayor rejected false reports that 12 people had died."),
        ("denied", "He failed to win 12 votes."),
        ("hypothetical", "A slide could kill up to 40 people."),
        ("hypothetical", "The roof could collapse, killing dozens of people."),
        ("hypothetical", "If 12 members abstain, the bill fails."),
        ("hypothetical", "Twelve people would have died."),
        ("hypothetical", "He was charged with plotting to kill 12 people."),
        ("hypothetical", "Eight miners are feared dead."),
        ("forecast", "The mill will cut 5,000 jobs next year."),
        ("forecast", "Profit is expected to rise 12 percent."),
        ("forecast", "Two hundred workers will be needed."),
        ("forecast", "The firm said it would pay $3 million."),
        ("asserted", "The union accused it of cutting 12 jobs, a charge the firm rejected."),
        ("forecast", "The fund is to pay $3 million."),
    ],
)
def test_only_what_is_said_to_have_happened_is_asserted(standing: str, sentence: str) -> None:
    assert read(sentence).figures[0].standing.value == standing


def test_a_fear_for_some_is_none_for_others_with_a_verb_of_their_own() -> None:
    figures = read("Two divers are feared dead and four others were airlifted.").figures
    assert [figure.standing.value for figure in figures] == ["hypothetical", "asserted"]
