"""Who people are by a predicate or an apposition."""

import pytest

from annotations.extraction.reader import read

CASES = {
    "of the dead": ("Five of the dead were railway staff.", "staff", ("railway",), "killed"),
    "of those killed": ("Nine of those killed were children.", "child", (), "killed"),
    "a bare share": ("Of the 40 dead, 30 were passengers.", "passenger", (), "killed"),
    "some of them": ("Six people died, two of them train drivers.", "driver", ("train",), "killed"),
    "those under age": ("Six people died, two of them minors.", "minor", (), "killed"),
    "one of them": ("The slide killed six, one of them a guard.", "guard", (), "killed"),
    "the other ones": ("Two were nurses and the other three were patients.", "patient", (), ""),
}


@pytest.mark.parametrize(("text", "noun", "modifiers", "event"), CASES.values(), ids=CASES.keys())
def test_a_number_counts_the_people_it_is_said_to_have_been(text, noun, modifiers, event):
    figure = read(text).figures[-1]

    assert (figure.counted, figure.counted_modifiers, figure.unit) == (noun, modifiers, "person")
    assert figure.event == event


@pytest.mark.parametrize(
    "text", ["Six of the wounded were in hospital.", "Four were killed.", "Prices were 4 higher."]
)
def test_a_predicate_that_names_no_people_counts_none(text):
    assert read(text).figures[0].counted in {"", "wounded"}
