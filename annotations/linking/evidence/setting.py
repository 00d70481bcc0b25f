"""Where two figures stand: when, where, whose, in reports of one occurrence, in which words."""

from annotations.linking.articles.context import Node, mentions, number_of
from annotations.linking.evidence.occurrence import (
    Likeness,
    days_apart,
    passages_alike,
    years_apart,
)
from annotations.linking.evidence.points import Evidence, between
from annotations.linking.evidence.reasons import shared_in_words
from annotations.linking.evidence.weights import (
    FEW_NAMES_TO_SHARE,
    LONG_APART,
    LONG_ARTICLES,
    MANY_SHARED_NAMES,
    MOST_OCCURRENCE,
    NEVER,
    OCCURRENCE,
    OCCURRENCE_IN_ONE_ARTICLE,
    OTHER_HOLDER,
    OTHER_NOUNS_IN_ONE_ARTICLE,
    OTHER_PERIOD,
    OTHER_PLACE,
    OTHER_YEARS,
    SAME_YEAR,
    SHARED_NAMES,
    SHARED_NUMBERS,
    SURE_OCCURRENCE,
    WORDING,
    WORDING_OF_MEASURES,
)
from annotations.linking.figures.counted import Fit, fit
from annotations.linking.words.names import same_name

_SAYING_LITTLE = frozenset({"", "duration"})


def weigh_setting(first: Node, second: Node, likeness: Likeness) -> Evidence:
    """The part of the evidence that lies in where the two figures stand."""
    evidence = Evidence()
    add_setting(evidence, first, second, likeness)
    return evidence


def most_setting(first: Node, second: Node) -> float:
    """The most points that ``weigh_setting`` may come to, whatever else the two articles hold."""
    evidence = Evidence()
    _weigh_time(evidence, first, second)
    _weigh_place(evidence, first, second)
    evidence.add(_wording(first, second, passages_alike(first.passage, second.passage)))
    return evidence.points + max(MOST_OCCURRENCE, OCCURRENCE_IN_ONE_ARTICLE)


def add_setting(evidence: Evidence, first: Node, second: Node, likeness: Likeness) -> None:
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
    points = between(OCCURRENCE, share) + SHARED_NUMBERS[min(len(numbers), len(SHARED_NUMBERS) - 1)]
    evidence.add(
        min(points, SURE_OCCURRENCE), lambda: shared_in_words(one, other, likeness, len(numbers))
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
