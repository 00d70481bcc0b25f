"""How long something lasted, how long ago it was, over what time is counted: what a span tells."""

import pytest

from annotations.linking.figures.timespans import Span, span_told
from annotations.linking.linker import link
from tests.linking.builders import article, figure, measure

YEARS = "[time]"

TOLD = {
    "how long ago": ("The town fell three decades ago.", Span.DISTANCE),
    "how much later": ("It was three decades later that the town fell.", Span.DISTANCE),
    "the time counted over": ("Over the last three decades, many were hurt.", Span.WINDOW),
    "an age": ("The dam is three decades old.", Span.AGE),
    "how much after": ("It was three decades after the town fell.", Span.DISTANCE),
    "how long before something else": (
        "They held out for three decades before they fell.",
        Span.LENGTH,
    ),
    "left open": ("They spent three decades abroad.", None),
}


@pytest.mark.parametrize(("text", "span"), TOLD.values(), ids=TOLD)
def test_the_words_around_a_span_say_what_it_tells(text, span):
    one = article("one", text, measure("three decades", 3, "decade"))
    assert span_told(one.reading.figures[0], YEARS, text) is span


def test_a_duration_is_how_long_something_lasted():
    assert span_told(figure(measure("44 days", 44, "day", event="duration")), YEARS, "") is (
        Span.LENGTH
    )


def test_other_measures_tell_no_span():
    assert span_told(figure(measure("44 metres", 44, "meter")), "[length]", "") is None


def test_the_time_counted_over_is_not_how_long_something_lasted():
    text = "the Velt valley of Dorrin has seen landmines and the Ostwick occupation of Karrow"
    over = article(
        "over",
        f"Over the last three decades {text}.",
        measure("three decades", 3, "decade"),
    )
    lasted = article(
        "lasted",
        f"The 30-year occupation ended: {text}.",
        measure("30-year", 30, "year", event="duration"),
    )
    assert link([over, lasted]).groups == ()


def test_a_length_that_two_articles_tell_is_still_one():
    text = "the war over the Velt valley and Dorrin, lasted {}"
    days = article("a", text.format("44 days"), measure("44 days", 44, "day", event="duration"))
    weeks = article(
        "b", text.format("six weeks"), measure("six weeks", 6, "week", event="duration")
    )
    assert len(link([days, weeks]).groups) == 1
