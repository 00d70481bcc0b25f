"""Whatever the text: it reads without an exception, spans hold, and work grows with its length."""

import math
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotations.extraction.figures.figures import quantities_in
from annotations.extraction.text.tokens import tokenize

# Pieces that the rules look for, in orders nobody would write.
PIECES = st.sampled_from(
    """
    five 5 5,000 .5 1/2 ½ 2.5 2020 20 one two-thirds half a an the of in out and or to from between
    million bn k m % percent per cent $ £ US$ Rs . , ; : - – − + ( ) / ~ ' ’ " at least more than
    up down rose by killed people officers year old years km h km/h dozens several few couple tens
    thousands twice September May 8 am No. Article COVID A I US Mr. x × 10 ^ ²³ 𝟝 ٣ é 🎉 \u0000
    strong - hundred and zero magnitude quake which them each ago aged she is
    """.split()
)
JUMBLES = st.lists(st.tuples(PIECES, st.sampled_from(["", " ", "\n"]))).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)
TEXTS = st.one_of(st.text(), JUMBLES, st.text("0123456789,.-/ $%", max_size=60))


@given(TEXTS)
@example("9" * 400)
@example("1" + " million" * 200)
@example("1.99×10^" + "9" * 400)
@example("1/" + "9" * 5000)
@example("3 " + "9" * 5000 + "/4")
def test_any_text_gives_spans_in_order_that_do_not_overlap(text):
    quantities = quantities_in(tokenize(text))
    end = 0
    for quantity in quantities:
        assert end <= quantity.start < quantity.end <= len(text)
        assert quantity.bound <= quantity.first < quantity.last <= quantity.reach
        end = quantity.end
    assert quantities == quantities_in(tokenize(text))


@given(TEXTS)
@example("1" + " million" * 200)
def test_every_end_of_an_interval_is_a_finite_number_and_low_is_not_above_high(text):
    for quantity in quantities_in(tokenize(text)):
        ends = [end for end in (quantity.low, quantity.high) if end is not None]
        assert ends
        assert all(map(math.isfinite, ends))
        assert ends == sorted(ends)


@pytest.mark.parametrize("text", ["9" * 400, "1234567890123456789", "9" * 100_000])
def test_a_number_too_long_to_be_exact_is_not_read_rather_than_rounded(text):
    assert quantities_in(tokenize(f"Number {text} is here.")) == []


def test_a_long_number_of_zeros_is_exact_and_is_read():
    [quantity] = quantities_in(tokenize("About 5,000,000,000,000,000,000 atoms"))
    assert quantity.low == 5e18


def _work(text: str) -> int:
    """How many lines of Python the reading of a text runs."""
    tokens = tokenize(text)
    lines = 0

    def count(frame, event, argument):
        nonlocal lines
        lines += event == "line"
        return count

    sys.settrace(count)
    try:
        quantities_in(tokens)
    finally:
        sys.settrace(None)
    return lines


REPEATED = [
    "1 ",
    "1-",
    "1/",
    "1,",
    "1.",
    "1:",
    "$",
    "-",
    "a ",
    "one ",
    "of ",
    "and ",
    "more than ",
    "million ",
    "half ",
    "dozens of ",
    "tens of ",
    "5 to ",
    "5-10 to ",
    "from 5 to ",
    "one in ",
    "one out of ",
    "a few ",
    "and a half ",
    "5 and a half ",
    "x 10 ",
    "5 red ",
    "5 police ",
    "5 - ",
    "killed 5 of which ",
    "Smith, 45 ",
    "4-, ",
    "(5 km) ",
    "five of the ",
    "by 5 percent rose ",
]


@pytest.mark.parametrize("piece", REPEATED)
def test_work_grows_with_length_whatever_is_repeated(piece):
    short = _work(piece * 200)
    long = _work(piece * 800)
    assert long <= 4.6 * short + 2000
