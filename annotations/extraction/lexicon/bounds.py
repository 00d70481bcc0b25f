"""Phrases that bound a number, before it and behind it, lower case."""

from annotations.extraction.lexicon.words import words
from annotations.extraction.types import Modifier

BEFORE = {
    Modifier.AT_LEAST: """
        at least|a minimum of|minimum of|no less than|no fewer than|not less than|not fewer than|
        no lower than|minimum|≥|at the very least|a low of|as few as|as little as|as low as
    """,
    Modifier.MORE_THAN: """
        more than|over than|over|above|in excess of|upwards of|upward of|exceeding|exceeds|exceeded|
        exceed|surpass|
        greater than|higher than|larger than|longer than|north of|well over|well above|just over|
        just above|far more than|much more than|many more than|slightly more than|a little over|
        slightly over|beyond|surpassing|surpassed|better than|topped|topping|tops|surpasses|>|
        older than
    """,
    Modifier.AT_MOST: """
        at most|up to|as many as|as much as|as high as|as long as|as far as|no more than|
        not more than|no greater than|no higher than|not exceeding|never exceeding|
        never exceeded|not exceed|never exceeds|never exceed|not exceeded|never topped|
        not to exceed|a maximum of|maximum of|maximum|
        max|upto|≤|at the most|capped at|a limit of
    """,
    Modifier.LESS_THAN: """
        less than|fewer than|under|below|lower than|smaller than|shorter than|just under|
        just below|just short of|short of|shy of|well under|well below|slightly less than|
        slightly under|younger than|south of|sub -|<
    """,
    Modifier.ABOUT: """
        in the neighborhood of|in the neighbourhood of|in the vicinity of|about|around|roughly|
        approximately|approx|approx .|approximate|some|circa|c .|ca .|
        an estimated|estimated|estimated at|an approximate|in the region of|in the order of|
        on the order of|somewhere around|somewhere near|~|≈|perhaps|probably|around about|
        barely|averaged|averaging|to average|averages
    """,
    Modifier.NEARLY: """
        nearly|almost|close to|approaching|nearing|near to|very nearly|not quite|virtually
    """,
}
BEHIND = {
    Modifier.AT_LEAST: "or more|or higher|or older|or above|and above|and over|and older|+",
    Modifier.MORE_THAN: "- plus",
    Modifier.AT_MOST: "or less|or fewer|or lower|or under|or below|or younger|and under",
    Modifier.ABOUT: "or so|- odd|or thereabouts|give or take|- ish|approximately|or thereabout",
}
# Words between a bound and its number that leave the bound as it is.
FILLERS = words(
    """
    a an another other additional further total record whopping staggering mere just only exactly
    precisely even still now combined extra full entire whole
    """
)
FILLER_PHRASES = ("a total of", "an average of", "a combined", "the equivalent of", "a figure of")
