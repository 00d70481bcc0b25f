"""Whatever the text: read() never fails, its spans hold, and it never looks ahead."""

import datetime as dt
import tracemalloc
from collections import deque
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotations.extraction.reader import read, read_passages
from annotations.extraction.types import Reading

PIECES = st.sampled_from(
    """
    six Six two 12 $3 percent people officers mines were was killed killing wounded died dead and
    or but while that who which of in at on by to from including them “ ” ‘ ’ " ' , . ; : ? ! … ( )
    - – said says Police It He denied added adding according saying quoted as told the a The not no
    total number figure count counted there bringing revised UN Norway has recorded quake struck
    hit Mount northern voted 312 against cut cancelled took seats estimate ’s those injured cases
    cholera with burns evidence expect fear though another more
    will could if Tuesday May 2020 since Oldtown Baku toll rose respectively whom lost their lives
    Gov. U.S. p.m. J. Inc. \n \n\n \r\n \u2028 \x00 👍 é ﬁ İ ß \ud800
    """.split(" ")
)
JUMBLES = st.lists(PIECES, max_size=60).map(" ".join)
TEXTS = st.one_of(st.text(), JUMBLES)


def check(text: str, reading: Reading) -> None:
    starts = [claim.start for claim in reading.claims]
    assert starts == sorted(starts)
    for claim in reading.claims:
        assert 0 <= claim.start < claim.end <= len(text)
        assert text[claim.start : claim.end] == claim.text
        assert 0 <= claim.score <= 1
    end = 0
    for figure in reading.figures:
        assert end <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text
        claim = reading.claims[figure.claim]
        assert claim.start <= figure.start < figure.end <= claim.end
        end = figure.end


@given(text=TEXTS, title=st.text(max_size=20), published=st.none() | st.dates())
@example(text="“six", title="", published=None)
@example(text="İ six people were killed", title="", published=None)
def test_any_text_reads_with_spans_that_hold(
    text: str, title: str, published: dt.date | None
) -> None:
    reading = read(text, title=title, published=published)
    check(text, reading)
    assert read(text, title=title, published=published) == reading


@given(text=TEXTS, more=TEXTS, newline=st.sampled_from(["\n", "\n\n", "\r\n", "\u2029"]))
def test_a_paragraph_added_changes_nothing_before_it(text: str, more: str, newline: str) -> None:
    before, after = read(text), read(text + newline + more)
    assert after.claims[: len(before.claims)] == before.claims
    assert after.figures[: len(before.figures)] == before.figures


def test_a_figure_in_the_headline_has_its_span_in_the_text() -> None:
    text = "Six dead in flood\n\nThe weir broke."
    figure = read(text, title="Six dead in flood").figures[0]
    assert text[figure.start : figure.end] == "Six"


@pytest.mark.parametrize(
    "piece",
    [
        "“six people were killed in it,” he said. ",
        "killed 6 ",
        "six-",
        "who said, ",
        "a\n",
        "U.S. ",
        "$1 to ",
        "from 5 to 6 ",
        "five people said ",
        "the total to 6 ",
        "by his count, ",
        "Police: ",
        "struck Upper ",
        "six died in and two in ",
        "six were hit, ",
        "it took 6; ",
        "among those injured 6 ",
        "5% ",
        "hundred and ",
        '"six people were killed in it" ',
    ],
)
def test_work_grows_no_faster_than_the_text(piece: str) -> None:
    small, large = _calls(piece * 200), _calls(piece * 800)
    assert large <= 4.6 * small


@pytest.mark.parametrize("word", ["to", "could", "would", "only", "and", "who", "said"])
def test_a_word_said_over_and_over_before_a_figure_is_no_fault(word: str) -> None:
    text = f"{word} " * 1000 + "five people were killed."
    check(text, read(text))


@pytest.mark.parametrize("gap", ["\n", " "], ids=["paragraphs", "one paragraph"])
def test_passages_let_go_take_a_fraction_of_the_memory_of_a_reading(gap: str) -> None:
    text = gap.join(["He said: “Six people were killed in the flood.” It rose 5% in May."] * 400)
    one_by_one = _peak(lambda: deque(read_passages(text), maxlen=0))
    assert one_by_one < 0.2 * _peak(lambda: read(text))


def _peak(work: Callable[[], object]) -> int:
    """The most bytes that some work takes."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_passages_hold_the_claims_and_figures_of_the_text_in_their_order() -> None:
    text = "Six died. “Two men are lost. We fear for four more of them,” he said.\nNine fled."
    passages = list(read_passages(text, title="A flood"))
    reading = read(text, title="A flood")
    assert len(passages) > 2
    assert tuple(claim for passage in passages for claim in passage.claims) == reading.claims
    assert tuple(figure for passage in passages for figure in passage.figures) == reading.figures


def _calls(text: str) -> int:
    """How many Python calls reading takes: a measure of work that no clock disturbs."""
    import sys

    count = 0

    def tick(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tick)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    ("sentence", "units"),
    [
        ("The province reported 412 cases and nine deaths.", ["count", "person"]),
        ("The war has displaced 2.1 million.", ["person"]),
        ("Divers found three bodies.", ["person"]),
        ("Traders sold 12 for $400.", ["", "USD"]),
    ],
)
def test_what_befalls_people_only_counts_persons(sentence: str, units: list[str]) -> None:
    assert [figure.unit for figure in read(sentence).figures] == units
