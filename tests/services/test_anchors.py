import pytest

from annotations.services.anchors import find_anchor


@pytest.mark.parametrize(
    ("old", "words", "new", "place"),
    [
        pytest.param("It rained.", "It rained.", "It rained.", 0, id="nothing changed"),
        pytest.param("It rained.", "It rained.", "Late. It rained.", 6, id="moved"),
        pytest.param("It rained.", "It rained.", "It snowed.", None, id="gone"),
        pytest.param("Six died.", "Six", "Sixteen died.", None, id="part of a word"),
        pytest.param("Six died.", "Six", "Sixteen, then Six.", 14, id="a part, then the whole"),
        pytest.param("a. No. b.", "No.", "x. No. y. No. b.", 10, id="what follows tells"),
        pytest.param("a. No. b.", "No.", "b. No. z. a. No. y", 13, id="what precedes tells"),
        pytest.param("No.", "No.", "No. No.", 0, id="the earliest of equals"),
    ],
)
def test_words_are_found_by_themselves_and_their_surroundings(old, words, new, place):
    start = old.index(words)
    assert find_anchor(old, start, start + len(words), new) == place


def test_places_that_are_taken_are_left_out():
    assert find_anchor("No.", 0, 3, "No. No.", taken={0}) == 4
