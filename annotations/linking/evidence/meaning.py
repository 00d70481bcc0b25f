"""What two figures mean, wherever they stand: what they count, what happened, and how many."""

from annotations.extraction.types import Direction, Figure, Standing
from annotations.linking.articles.context import Node
from annotations.linking.evidence.points import Evidence
from annotations.linking.evidence.reasons import fit_in_words, number_in_words
from annotations.linking.evidence.weights import (
    ALIKE_EVENT,
    BARE_NUMBER,
    COUNTED,
    DIGITS,
    GATHERED,
    MANY_DIGITS,
    NEVER,
    ONE_EVENT_UNSAID,
    ONLY_COMPATIBLE,
    OTHER_EVENT,
    OTHER_SHARE,
    OTHER_SPAN,
    OTHER_STANDING,
    RATE_UNSAID,
    SAME_EVENT,
    UNSAID_OF_OTHER_NOUNS,
    WIDER_EVENT,
)
from annotations.linking.figures.counted import fit
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
        add_thing(evidence, first, second)
        _weigh_number(evidence, first, second)
    return evidence


def weigh_meaning_of_things(first: Node, second: Node) -> Evidence:
    """The part of ``weigh_thing`` that lies in what the two figures mean, wherever they stand."""
    evidence = Evidence()
    add_thing(evidence, first, second)
    return evidence


def add_thing(evidence: Evidence, first: Node, second: Node) -> None:
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
