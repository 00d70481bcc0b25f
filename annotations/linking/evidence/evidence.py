"""The evidence that two figures state one quantity of one thing, weighed in one place.

Every kind of evidence gives points for or against and says so in words. The points add up like
the logarithm of odds: zero is an even chance, ``LINK`` and more makes a link, and ``NEVER`` stands
for what nothing else can outweigh. To tune linking, change the numbers of this page and run the
benchmark. Only the two figures and their two articles count: see docs/linking.md.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from annotations.extraction.types import Direction, Figure, Standing
from annotations.linking.articles.context import Node, mentions, number_of
from annotations.linking.evidence.occurrence import (
    Alike,
    Likeness,
    articles_alike,
    days_apart,
    passages_alike,
    years_apart,
)
from annotations.linking.evidence.reasons import fit_in_words, number_in_words, shared_in_words
from annotations.linking.figures.counted import Fit, fit
from annotations.linking.figures.intervals import (
    comparable,
    one_is_a_rate,
    relate,
    same_number,
    significant_digits,
)
from annotations.linking.figures.ontology import ontology
from annotations.linking.figures.shares import Share
from annotations.linking.figures.timespans import Span
from annotations.linking.figures.units import is_currency
from annotations.linking.types import Relation
from annotations.linking.words.names import same_name

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
OTHER_SHARE = -4.0  # one counts what comes on top ("five more") or fits in, the other does not
OTHER_STANDING = -0.6  # foreseen or supposed here, reported there; what is denied is never linked

# Where and when: the part of their telling words that the two articles share, and the points it
# is worth; in between, a straight line.
OCCURRENCE = ((0.0, -5.0), (0.05, -3.0), (0.12, -1.2), (0.2, 0.0), (0.35, 1.0), (0.6, 1.6))
FEW_NAMES_TO_SHARE = -0.5  # one of the articles has hardly any name
SHARED_NAMES = {0: -2.5, 1: 0.0, 2: 0.2}
MANY_SHARED_NAMES = 0.4
# Reports in other words that have particular numbers in common, by how many besides this one.
SHARED_NUMBERS = (0.0, 1.0, 2.0)
_MANY_NUMBERS = len(SHARED_NUMBERS) - 1
OCCURRENCE_IN_ONE_ARTICLE = 1.0
OTHER_NOUNS_IN_ONE_ARTICLE = -2.0  # it would have told the reader that they are the same
_SURE_OCCURRENCE = OCCURRENCE[-1][1]
_MOST_OCCURRENCE = _SURE_OCCURRENCE + MANY_SHARED_NAMES
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
MOST_CONTEXT = SAME_YEAR + max(_MOST_OCCURRENCE, OCCURRENCE_IN_ONE_ARTICLE) + WORDING[-1][1]
_SAYING_LITTLE = frozenset({"", "duration"})
WORDING_OF_MEASURES = ((0.0, -1.6), (0.1, -0.6), (0.2, 0.0), (0.5, 1.0), (0.9, 2.5))

# The same number is next to no evidence by itself, but a particular one seldom comes twice by
# chance.
DIGITS = {1: 0.8, 2: 1.1, 3: 1.6}
MANY_DIGITS = 2.0
ONLY_COMPATIBLE = -0.2


@dataclass(slots=True)
class Evidence:
    """Points for and against, with the reasons in the order they were weighed.

    A reason is put in words only when somebody reads it.
    """

    points: float = 0.0
    _reasons: list[str | Callable[[], str]] = field(default_factory=list)

    def add(self, points: float, reason: str | Callable[[], str] = "") -> None:
        self.points += points
        if reason:
            self._reasons.append(reason)

    @property
    def reasons(self) -> tuple[str, ...]:
        words = (one if isinstance(one, str) else one() for one in self._reasons)
        return tuple(filter(None, words))

    @property
    def score(self) -> float:
        """The points as a chance in [0, 1]."""
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, self.points))))


def weigh(first: Node, second: Node, alike: Alike = articles_alike) -> Evidence:
    """The evidence that two figures state the same quantity of the same thing."""
    evidence = weigh_meaning(first, second)
    if evidence.points > NEVER:
        _weigh_context(evidence, first, second, alike(first.context, second.context))
    return evidence


def weigh_context(first: Node, second: Node, likeness: Likeness) -> Evidence:
    """The part of the evidence that lies in where the two figures stand."""
    evidence = Evidence()
    _weigh_context(evidence, first, second, likeness)
    return evidence


def most_context(first: Node, second: Node) -> float:
    """The most points that ``weigh_context`` may come to, whatever else the two articles hold."""
    evidence = Evidence()
    _weigh_time(evidence, first, second)
    _weigh_place(evidence, first, second)
    evidence.add(_wording(first, second, passages_alike(first.passage, second.passage)))
    return evidence.points + max(_MOST_OCCURRENCE, OCCURRENCE_IN_ONE_ARTICLE)


def weigh_meaning(first: Node, second: Node) -> Evidence:
    """The part of the evidence that lies in what the two figures mean, wherever they stand."""
    evidence = Evidence()
    rate = one_is_a_rate(first.quantity, second.quantity)
    if rate:
        evidence.add(RATE_UNSAID, "only one says for each of what")
    if not (rate or comparable(first.quantity, second.quantity)):
        evidence.add(NEVER, "other units")
    elif not same_number(first.quantity, second.quantity):
        evidence.add(NEVER, "other numbers")
    else:
        _weigh_thing(evidence, first, second)
        _weigh_number(evidence, first, second)
    return evidence


def weigh_thing(first: Node, second: Node, alike: Alike = articles_alike) -> Evidence:
    """The evidence that two figures speak of one thing, whatever their numbers."""
    evidence = Evidence()
    if not comparable(first.quantity, second.quantity):
        evidence.add(NEVER, "other units")
        return evidence
    _weigh_thing(evidence, first, second)
    if evidence.points > NEVER:
        _weigh_context(evidence, first, second, alike(first.context, second.context))
    return evidence


def weigh_meaning_of_things(first: Node, second: Node) -> Evidence:
    """The part of ``weigh_thing`` that lies in what the two figures mean, wherever they stand."""
    evidence = Evidence()
    _weigh_thing(evidence, first, second)
    return evidence


def _weigh_thing(evidence: Evidence, first: Node, second: Node) -> None:
    _weigh_counted(evidence, first, second)
    _weigh_event(evidence, first, second)
    _weigh_unsaid(evidence, first, second)
    one, other = first.figure, second.figure
    if one.standing != other.standing:
        denied = Standing.DENIED in (one.standing, other.standing)
        points = NEVER if denied else OTHER_STANDING
        evidence.add(points, f"{one.standing} and {other.standing}")
    if _way(one) != _way(other):
        evidence.add(NEVER, "a level and a change")
    for share in (Share.MORE, Share.ROOM):
        if (first.share is share) != (second.share is share):
            evidence.add(OTHER_SHARE, f"only one counts {share}")
    spans = {first.span, second.span}
    if len(spans) > 1:
        points, reason = _spans(spans)
        evidence.add(points, reason)


def _way(figure: Figure) -> Direction | None:
    """Which way a change goes. Money that was lost is a sum, as what was stolen is."""
    return None if figure.event == "lost" and is_currency(figure.unit) else figure.direction


def _spans(spans: set[Span | None]) -> tuple[float, str]:
    """What it takes away that two spans of time tell of something else each."""
    if None in spans:
        return (OTHER_SPAN if Span.WINDOW in spans else 0.0), ""
    one, other = sorted(filter(None, spans))
    if Span.WINDOW in spans:
        return NEVER, f"{one} is not {other}"
    return (OTHER_SPAN if Span.LENGTH in spans else 0.0), f"{one} is hardly {other}"


def _weigh_counted(evidence: Evidence, first: Node, second: Node) -> None:
    how = fit(first.thing, second.thing)
    evidence.add(COUNTED[how], lambda: fit_in_words(how, first, second))


def _weigh_unsaid(evidence: Evidence, first: Node, second: Node) -> None:
    """Where the text does not say what happened, little holds two different nouns together."""
    if "" in (first.figure.event, second.figure.event):
        evidence.add(UNSAID_OF_OTHER_NOUNS.get(fit(first.thing, second.thing), 0.0))
    if _is_bare(first) != _is_bare(second):
        evidence.add(BARE_NUMBER)


def _is_bare(one: Node) -> bool:
    """Whether the figure is a number alone: it has no noun, no unit and no event."""
    return not (one.thing.head or one.figure.unit or one.figure.event)


def _weigh_event(evidence: Evidence, first: Node, second: Node) -> None:
    one, other = _event(first), _event(second)
    known = ontology()
    if one == other:
        if one:
            evidence.add(SAME_EVENT, f"both {one}")
    elif not one or not other or {one, other} & known.deed_events:
        evidence.add(ONE_EVENT_UNSAID)
    elif other in known.wider_events.get(one, ()) or one in known.wider_events.get(other, ()):
        evidence.add(WIDER_EVENT, f"{one} may be {other}")
    elif any({one, other} <= alike for alike in known.alike_events):
        evidence.add(ALIKE_EVENT, f"{one} may be {other}")
    elif known.exclude(one, other):
        evidence.add(NEVER, f"{one} is never {other}")
    else:
        some = Share.SOME in (first.share, second.share)  # and all of them were there
        there = bool({one, other} & known.gathering_events) and not some
        evidence.add(GATHERED if there else OTHER_EVENT, f"{one} is not {other}")


def _event(one: Node) -> str:
    """What happened; that a span of time lasted says it of no other span."""
    return "" if one.figure.event == "duration" else one.figure.event


def _weigh_number(evidence: Evidence, first: Node, second: Node) -> None:
    one, other = number_in_words(first.figure), number_in_words(second.figure)
    if relate(first.quantity, second.quantity) is Relation.COMPATIBLE:
        evidence.add(ONLY_COMPATIBLE, f"{one} is compatible with {other}")
    digits = min(map(significant_digits, (first.quantity, second.quantity)))
    reason = f"a number as particular as {one}" if digits > 1 else ""
    evidence.add(DIGITS.get(digits, MANY_DIGITS), reason)


def _weigh_context(evidence: Evidence, first: Node, second: Node, likeness: Likeness) -> None:
    _weigh_time(evidence, first, second)
    _weigh_place(evidence, first, second)
    _weigh_holder(evidence, first, second)
    if first.context is second.context:
        evidence.add(OCCURRENCE_IN_ONE_ARTICLE, "in one article")
        evidence.add(OTHER_NOUNS_IN_ONE_ARTICLE if _renamed(first, second) else 0.0)
    else:
        _weigh_occurrence(evidence, first, second, likeness)
    _weigh_wording(evidence, first, second)


def _renamed(first: Node, second: Node) -> bool:
    """Whether one article would have had to give the same things another name unannounced."""
    how = fit(first.thing, second.thing)
    unsaid = "" in (first.figure.event, second.figure.event)
    return how in (Fit.CROSS, Fit.STRANGE) or (how is Fit.NARROWER and unsaid)


def _weigh_time(evidence: Evidence, first: Node, second: Node) -> None:
    if years_apart(first, second):
        evidence.add(OTHER_YEARS, "other years")
    elif same := first.passage.years & second.passage.years:
        evidence.add(SAME_YEAR, f"both of {min(same)}")
    if first.passage.period != second.passage.period:
        evidence.add(OTHER_PERIOD, "only one counts over a period")
    days = days_apart(first.context, second.context)
    if days is not None and days > 31:
        evidence.add(LONG_APART, f"published {days} days apart")


def _weigh_place(evidence: Evidence, first: Node, second: Node) -> None:
    one, other = first.figure.scope.place, second.figure.scope.place
    if not one or not other or same_name(one, other):
        return
    # Southern Iran and Qeshm may be one place to articles that each speak of both.
    if not (mentions(first.context, other) and mentions(second.context, one)):
        evidence.add(OTHER_PLACE, f"{one} is not {other}")


def _weigh_holder(evidence: Evidence, first: Node, second: Node) -> None:
    """Two prices are of two products where one article names both and gives this one to the other;
    of a product and its maker, or where an article gives it to nobody, they may be one."""
    one, other = first.holder, second.holder
    if one and other and not one & other and not _belong_together(first, second):
        known = (other <= first.context.rank.keys()) + (one <= second.context.rank.keys())
        names = " is not ".join(sorted(min(holder) for holder in (one, other)))
        evidence.add(OTHER_HOLDER[known], f"{names}, whose it is")


def _belong_together(first: Node, second: Node) -> bool:
    return any(
        names & first.holder and names & second.holder
        for names in first.context.belonging | second.context.belonging
    )


def _weigh_occurrence(evidence: Evidence, first: Node, second: Node, likeness: Likeness) -> None:
    one, other = first.context, second.context
    share = likeness.part + LONG_ARTICLES * likeness.amount
    numbers = likeness.numbers - {number_of(first.quantity), number_of(second.quantity)}
    points = between(OCCURRENCE, share) + SHARED_NUMBERS[min(len(numbers), _MANY_NUMBERS)]
    evidence.add(
        min(points, _SURE_OCCURRENCE), lambda: shared_in_words(one, other, likeness, len(numbers))
    )
    if not likeness.names and min(len(one.words.names), len(other.words.names)) < 2:
        evidence.add(FEW_NAMES_TO_SHARE)
    else:
        evidence.add(SHARED_NAMES.get(likeness.names, MANY_SHARED_NAMES))


def _weigh_wording(evidence: Evidence, first: Node, second: Node) -> None:
    if first.passage is second.passage:
        evidence.add(NEVER, "two numbers of one sentence")
        return
    part = passages_alike(first.passage, second.passage)
    reason = "the same sentence" if part > 0.9 else "alike in wording" if part > 0.4 else ""
    evidence.add(_wording(first, second, part), reason)


def _wording(first: Node, second: Node, part: float) -> float:
    bare = _says_little(first) and _says_little(second)
    return between(WORDING_OF_MEASURES if bare else WORDING, part)


def _says_little(one: Node) -> bool:
    """Whether the figure says neither what it counts nor what happened: "for three decades"."""
    return not one.thing.head and one.figure.event in _SAYING_LITTLE


def between(line: tuple[tuple[float, float], ...], value: float) -> float:
    """The points at ``value`` on a line given by its corners."""
    for (left, low), (right, high) in pairwise(line):
        if value <= right:
            return low + (high - low) * (value - left) / (right - left)
    return line[-1][1]
