"""The counts of a vote are figures; the score of a match is none."""

import pytest

from tests.extraction.gists import gists

VOTES = [
    "The chamber voted 312-108 to sell it.",
    "Members passed the bill 312-108.",
    "By a vote of 312-108 the sale was stopped.",
    "They voted 312 to 108 to keep it.",
    "It fell in a 312–108 vote.",
    "The nominee was confirmed, 312-108.",
]


@pytest.mark.parametrize("sentence", VOTES)
def test_a_vote_has_two_counts(sentence):
    assert gists(sentence) == ["312 count vote", "108 count vote"]


@pytest.mark.parametrize("sentence", ["The Lions won 24-17.", "The talks of 5-4-3 passed on."])
def test_a_score_is_no_figure(sentence):
    assert gists(sentence) == []
