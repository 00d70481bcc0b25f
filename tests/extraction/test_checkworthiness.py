import itertools

import pytest

from annotations.extraction.reader import read


def score(sentence: str) -> float:
    claims = read(sentence).claims
    return max((claim.score for claim in claims), default=0.0)


# From the most to the least worth checking.
LADDER = [
    "Police said six people were killed in Oldtown on Tuesday.",
    "Six people were killed.",
    "The two sides met.",
    "The town is located on a river.",
    "It is important that both sides should talk.",
]


@pytest.mark.parametrize(("above", "below"), list(itertools.pairwise(LADDER)))
def test_figures_actors_and_events_stand_above_background_and_opinion(
    above: str, below: str
) -> None:
    assert score(above) > score(below)


def test_what_may_happen_stands_below_what_happened() -> None:
    assert score("A flood could kill 40 people.") < score("A flood has killed 40 people.")


def parts(sentence: str) -> set[str]:
    [claim] = read(sentence).claims
    return {name for name, _ in claim.score_parts}


def test_a_day_and_the_first_word_of_a_quotation_are_nobodys_name() -> None:
    assert "named actor" not in parts("The next hearing is on Thursday.")
    assert "named actor" not in parts("“This is the best team of all,” he said.")
    assert "named actor" in parts("“The team of Oldtown is the best,” he said.")
    assert "named actor" in parts("Firm stops ‘zero-day’ Oldtown bug")


def test_how_many_somebody_has_is_a_count_in_passing() -> None:
    assert "count" in parts("She has three dogs and a garden.")


def test_a_page_that_speaks_to_its_reader_comes_last() -> None:
    assert score("Subscribe now and we will send you 12 stories a week.") < 0.3


def test_the_score_is_the_sum_of_its_parts_cut_to_one() -> None:
    text = "The army accused Norway of killing 12 men in Oldtown on Monday. It is a fine town."
    for claim in read(text).claims:
        total = sum(value for _, value in claim.score_parts)
        assert claim.score == pytest.approx(min(1.0, max(0.0, total)))
        assert 0 <= claim.score <= 1
