"""What each kind of evidence is worth: to tune linking, change these numbers and run the benchmark.

Points add up like the logarithm of odds; lines give the points at their corners.
"""

import math

from annotations.linking.figures.counted import Fit

NEVER = -math.inf

LINK = 0.0  # points from which two figures are linked
STRONG = 2.8  # points from which one pair alone draws clusters of one meaning together
SUMMED = 0.0  # points from which a total of one article may be that of another one's parts

# What the figures count.
COUNTED = {
    Fit.SAME: 1.2,
    Fit.NARROWER: 0.6,
    Fit.CROSS: 0.4,
    Fit.UNSAID: 0.0,
    Fit.STRANGE: -2.0,
    Fit.OTHER: -2.5,
    Fit.APART: NEVER,
}

# What happened to them.
SAME_EVENT = 1.0
WIDER_EVENT = 0.3
ALIKE_EVENT = 0.0
ONE_EVENT_UNSAID = -0.6
# One event is unsaid, or both, and the nouns differ as well.
UNSAID_OF_OTHER_NOUNS = {Fit.CROSS: -0.5, Fit.STRANGE: -0.5}
OTHER_EVENT = -4.5
GATHERED = -2.0  # one only says that they were there
RATE_UNSAID = -0.5  # only one says that so much is for a year, a share, a barrel
BARE_NUMBER = -0.5  # one of the two is a number alone: "two more than had been reported"
OTHER_SPAN = -1.5  # how long something lasted and how long ago it was
OTHER_SHARE = -5.0  # one counts what comes on top ("five more") or fits in, the other does not
OTHER_STANDING = -0.6  # foreseen or supposed here, reported there; what is denied is never linked

# Where and when: the part of their telling words that the two articles share, and the points it
# is worth; in between, a straight line.
OCCURRENCE = ((0.0, -5.0), (0.05, -3.0), (0.12, -1.2), (0.2, 0.0), (0.35, 1.0), (0.6, 1.6))
FEW_NAMES_TO_SHARE = -0.5  # one of the articles has hardly any name
SHARED_NAMES = {0: -2.5, 1: 0.0, 2: 0.2}
MANY_SHARED_NAMES = 0.4
# Reports in other words that have particular numbers in common, by how many besides this one.
SHARED_NUMBERS = (0.0, 1.0, 2.0)
OCCURRENCE_IN_ONE_ARTICLE = 1.0
OTHER_NOUNS_IN_ONE_ARTICLE = -2.0  # it would have told the reader that they are the same
SURE_OCCURRENCE = OCCURRENCE[-1][1]
MOST_OCCURRENCE = SURE_OCCURRENCE + MANY_SHARED_NAMES
LONG_ARTICLES = 0.002  # a shared word of two long articles counts beyond its part
OTHER_YEARS = -4.0
SAME_YEAR = 0.4
OTHER_PERIOD = -1.5  # one counts over years or months, the other does not
OTHER_PLACE = -1.0
LONG_APART = -1.5  # articles published more than a month apart

# Whose price, measure, share or gain it is.
# By how many of the two articles have both names: one that has both tells them apart.
OTHER_HOLDER = (-1.5, -4.0, -1.0)

# How it is said: the part of their telling words that the two sentences share.
WORDING = ((0.0, -0.4), (0.15, 0.0), (0.5, 1.0), (0.9, 2.5))
MOST_SETTING = SAME_YEAR + max(MOST_OCCURRENCE, OCCURRENCE_IN_ONE_ARTICLE) + WORDING[-1][1]
WORDING_OF_MEASURES = ((0.0, -1.6), (0.1, -0.6), (0.2, 0.0), (0.5, 1.0), (0.9, 2.5))

# The same number is next to no evidence by itself, but a particular one seldom comes twice by
# chance.
DIGITS = {1: 0.8, 2: 1.1, 3: 1.6}
MANY_DIGITS = 2.0
ONLY_COMPATIBLE = -0.2
