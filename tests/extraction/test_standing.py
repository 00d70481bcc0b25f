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
        ("asserted", "The wreck lies 40 metres down, and the propaganda office has 12 staff."),
        ("denied", "It is a lie that 12 people were killed."),
        ("asserted", "The mayor survived a no-confidence vote by 12 votes."),
        ("asserted", "The union rejected the 4% offer."),
        ("asserted", "The court rejected 12 appeals."),
        ("denied", "The army rejected claims that 12 villagers were killed."),
        ("asserted", "The council rejected the plan in a 7-2 vote."),
        ("denied", "No 12 guards were taken, the army said."),
        ("denied", "The twelve men were not injured."),
        ("asserted", "The court should not have read three letters."),
        ("asserted", "The guards shouldn't have freed 12 men."),
        ("denied", "The guards should not free 12 men."),
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
        ("forecast", "Growers expect the frost to cost them $3 million."),
        ("denied", "There is no evidence that 12 tickets were forged."),
        ("denied", "There were no signs that a further 12 tickets had been forged."),
        ("asserted", "Not all of the 12 sailors were rehired."),
        ("forecast", "Mill to cut 300 jobs"),
        ("asserted", "The army has neither confirmed nor denied that 12 men were captured."),
        ("denied", "Neither of the two divers was hurt."),
        ("asserted", "They had no water for 12 days."),
        ("denied", "Not one of the 40 sailors was hurt."),
        ("denied", "Reports that 12 divers drowned are false, the club said."),
        ("denied", "Claims that 12 divers drowned were later dismissed by the club."),
        ("denied", "The club called the report of 12 drownings a fabrication."),
        ("denied", "It is not true that 12 divers were left behind."),
        ("denied", "There is no truth to rumours that 12 divers drowned."),
        ("denied", "The toll has not risen to 12."),
        ("asserted", "There was no sign of the 12 missing divers."),
        ("asserted", "The club denied any part in the blast that killed 12 divers."),
        ("asserted", "The army denied shelling the camp, where 300 families live."),
        ("asserted", "Without power for a third day, 40,000 homes are cold."),
        ("asserted", "The guide was able to save 12 divers."),
        ("asserted", "The guide managed to free 12 divers."),
        ("asserted", "They mourned the deaths of 12 divers who will be buried at sea."),
        ("hypothetical", "Rebels threatened to kill 12 divers."),
        ("hypothetical", "Twelve divers are believed to be trapped."),
        ("hypothetical", "Some 12 divers are thought to have drowned."),
        ("hypothetical", "Fears grew that 12 divers had drowned."),
        ("hypothetical", "The club could not confirm that 12 divers had drowned."),
        ("hypothetical", "If convicted, he faces 25 years in prison."),
        ("hypothetical", "The toll could reach 40."),
        ("hypothetical", "The firm said that a strike would have cost it $3 million."),
        ("forecast", "The death toll will rise to 40, the mayor said."),
        ("forecast", "The club expects 300 guests in June."),
        ("forecast", "About 300 guests are expected at the club."),
        ("forecast", "Twelve divers are due in court."),
        ("forecast", "Brokers had expected a loss of $3 million."),
        ("forecast", "The club plans 300 job cuts."),
        ("hypothetical", "A guide, who asked not to be named, said 12 divers might be below."),
    ],
)
def test_only_what_is_said_to_have_happened_is_asserted(standing: str, sentence: str) -> None:
    assert read(sentence).figures[0].standing.value == standing


def test_who_denies_a_figure_may_assert_another() -> None:
    figures = read("The mine denied that 30 men had died, saying that only four were hurt.").figures
    assert [figure.standing.value for figure in figures] == ["denied", "asserted"]


def test_what_could_happen_goes_on_behind_and() -> None:
    figures = read(
        "A flood could kill as many as 30 people and cause $3 million in damage."
    ).figures
    assert [figure.standing.value for figure in figures] == ["hypothetical", "hypothetical"]


def test_a_plan_goes_on_behind_and() -> None:
    figures = read("The mill plans to close three sites and lay off 300 workers.").figures
    assert [figure.standing.value for figure in figures] == ["forecast", "forecast"]


def test_each_clause_has_its_own_speaker() -> None:
    figures = read("Police said 12 people were hurt, while medics counted 15.").figures
    speakers = [figure.attribution and figure.attribution.speaker for figure in figures]
    assert speakers == ["Police", "medics"]


def test_a_fear_for_some_is_none_for_others_with_a_verb_of_their_own() -> None:
    figures = read("Two divers are feared dead and four others were airlifted.").figures
    assert [figure.standing.value for figure in figures] == ["hypothetical", "asserted"]


def test_what_one_denies_another_may_assert_behind_but() -> None:
    figures = read("The mayor denied that 40 had died, but medics confirmed 12 deaths.").figures
    assert [figure.standing.value for figure in figures] == ["denied", "asserted"]


def test_more_of_the_same_may_be_foretold() -> None:
    figures = read("The mayor said 40 schools had been built and that 12 more would open.").figures
    assert [figure.standing.value for figure in figures] == ["asserted", "forecast"]
