"""What a figure counts, and whether two figures may count the same things."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from annotations.extraction.lexicon.events import CLASSES
from annotations.extraction.types import Figure
from annotations.linking.figures.intervals import unit_of
from annotations.linking.figures.ontology import ontology
from annotations.linking.figures.units import BARE, amount, is_currency, scale

# Words that stand in for a noun, or that an amount of money is said to be.
_PRONOUNS = frozenset({"other", "another", "more", "them", "one", "of"})
_OF_WHAT = re.compile(
    r"of (?:the |its |their |an? )?((?:(?!(?:and|who|that|which|were|was|are|is|had|in|on|at)\b)"
    r"[\w’'-]+ ?){1,3})"
)
_PEOPLE_EVENTS = frozenset(one.name for one in CLASSES if one.takes == "people")


class Fit(Enum):
    """How what two figures count fits together, best first."""

    SAME = "same"
    NARROWER = "narrower"
    CROSS = "cross"
    UNSAID = "unsaid"
    STRANGE = "strange"
    OTHER = "other"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Thing:
    """A counted noun seen through the ontology.

    ``domain`` is "" where neither the noun nor the event says what kind of thing it is.
    """

    head: str
    concepts: frozenset[str]
    domain: str
    words: str


def thing(figure: Figure, after: str = "") -> Thing:
    """What the figure counts; ``after`` is the text behind it, for "members of the crew"."""
    head = "" if figure.counted in _PRONOUNS else figure.counted
    dimension = scale(unit_of(figure)).dimension
    if dimension not in ("count", BARE):
        domain = "money" if is_currency(amount(figure.unit)) else amount(dimension)
        whole = dimension == "percent" and head
        concepts = _concepts((*figure.counted_modifiers, head)) if whole else frozenset()
        return Thing(head, concepts, domain, figure.counted_text)
    belonging = _belonging(figure, after)
    concepts = _concepts((*belonging, *figure.counted_modifiers, head)) if head else frozenset()
    concepts = _beside_event(concepts, figure.event)
    if concepts:
        return Thing(head, concepts, ontology().domain(min(concepts)), figure.counted_text)
    if not head and figure.event in _PEOPLE_EVENTS:  # a toll counts people
        return Thing(head, frozenset({"people"}), "people", figure.counted_text)
    domain = "people" if figure.unit == "person" else ""
    return Thing(head, frozenset(), domain, figure.counted_text)


def _belonging(figure: Figure, after: str) -> tuple[str, ...]:
    """The words that say to what the counted belong, where the noun says only that they do."""
    if figure.counted not in ontology().generic:
        return ()
    noun, _, rest = after.lstrip().partition(" ")
    if noun != figure.counted_text.rpartition(" ")[2]:
        return ()
    found = _OF_WHAT.match(rest)
    return tuple(found.group(1).lower().split()) if found else ()


def _beside_event(concepts: frozenset[str], event: str) -> frozenset[str]:
    """The concepts without the fate that the event tells already: killed dead are people."""
    fates = ontology().fates.get(event, frozenset())
    return frozenset("people" if one in fates else one for one in concepts)


@lru_cache(maxsize=8192)
def _concepts(words: tuple[str, ...]) -> frozenset[str]:
    return ontology().find(words)


def fit(first: Thing, second: Thing) -> Fit:
    """How what two figures of comparable units count fits together."""
    if first.domain and second.domain and first.domain != second.domain:
        return Fit.CROSS if _stand_for_each_other(first, second) else Fit.APART
    if _kinds(first) and _kinds(second) and _kinds(first).isdisjoint(_kinds(second)):
        return Fit.CROSS if _stand_for_each_other(first, second) else Fit.OTHER
    one, other = specific(first), specific(second)
    if one and other:
        return _fit_concepts(one, other)
    if first.concepts and second.concepts:
        return Fit.NARROWER if one or other else Fit.SAME
    if first.head and second.head:
        return _fit_heads(first, second)
    return Fit.UNSAID


def _stand_for_each_other(first: Thing, second: Thing) -> bool:
    """Whether the things of one domain stand for those of the other, as a job for its holder."""
    known = ontology()
    pairs = ((one, other) for one in _wider(first) for other in _wider(second))
    return any(frozenset(pair) in known.stand_for for pair in pairs)


def standing_for(one: Thing) -> set[str]:
    """The domains of what stands for the thing, or for which it stands."""
    known = ontology()
    wider = _wider(one)
    others = (pair - wider for pair in known.stand_for if pair & wider)
    return {known.domain(other) for found in others for other in found} - {one.domain}


def is_narrower(first: Thing, second: Thing) -> bool:
    """Whether the first thing is a kind of the second: of all that is said of the second the first
    has as much or more."""
    known = ontology()
    return specific(first) != specific(second) and all(
        any(known.within(one, other) for one in specific(first)) for other in specific(second)
    )


def _kinds(one: Thing) -> set[str]:
    """The domains of what is counted, or of what a share is taken: 12 percent of the staff."""
    return {ontology().domain(concept) for concept in one.concepts}


def _wider(one: Thing) -> set[str]:
    """The thing's concepts with all that they stand under, and its domain."""
    known = ontology()
    return {
        one.domain,
        *_kinds(one),
        *(wider for concept in one.concepts for wider in known.line.get(concept, ())),
    }


def specific(one: Thing) -> frozenset[str]:
    """The concepts that say more than that people are counted."""
    return one.concepts - {"people"}


def _fit_heads(first: Thing, second: Thing) -> Fit:
    """For nouns of which at least one is unknown to the ontology, or only known as people."""
    if first.head == second.head:
        return Fit.SAME
    if first.head in second.words.lower() or second.head in first.words.lower():
        return Fit.NARROWER
    if "people" in (*first.concepts, *second.concepts):
        return Fit.NARROWER if first.domain == second.domain else Fit.STRANGE
    return Fit.STRANGE


def _fit_concepts(one: frozenset[str], other: frozenset[str]) -> Fit:
    if one == other:
        return Fit.SAME
    ways = {_fit_pair(a, b) for a in one for b in other}
    for worst in (Fit.APART, Fit.OTHER):
        if worst in ways:
            return worst
    return Fit.NARROWER if ways & {Fit.SAME, Fit.NARROWER} else Fit.CROSS


def _fit_pair(one: str, other: str) -> Fit:
    known = ontology()
    if one == other:
        return Fit.SAME
    if known.are_apart(one, other):
        return Fit.APART
    if known.aspect(one) != known.aspect(other):
        return Fit.OTHER if known.are_other_people(one, other) else Fit.CROSS
    if known.within(one, other) or known.within(other, one):
        return Fit.NARROWER
    return Fit.OTHER
