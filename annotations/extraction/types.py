"""What reading a text gives: frozen values with spans in Unicode code points.

For every span ``text[start:end]`` of the text that was read is the quoted words.
"""

from dataclasses import dataclass
from enum import StrEnum


class Modifier(StrEnum):
    """How the written number bounds the quantity."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    RANGE = "range"


class Direction(StrEnum):
    """Which way a change goes; a level has none."""

    UP = "up"
    DOWN = "down"


class Standing(StrEnum):
    """Whether the text asserts that what it counts happened."""

    ASSERTED = "asserted"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"
    FORECAST = "forecast"


class ClaimKind(StrEnum):
    """What a claim states."""

    FIGURE = "figure"
    QUOTE = "quote"
    DENIAL = "denial"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so: the speaker as written and the reporting word ("said", "according to")."""

    speaker: str
    verb: str


@dataclass(frozen=True, slots=True)
class Scope:
    """Who, where and when a figure speaks of, as written; empty where the text does not say."""

    place: str = ""
    time: str = ""
    actor: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity: an interval [low, high] with its meaning.

    ``low``/``high`` are None where the interval is open to that side; a point has both equal.
    ``unit`` is a canonical name: "person", "count", "percent", "time", an ISO 4217 code, or a
    unit of measure in the singular ("day", "kilometer", "square meter"), with " per " and what it
    is for each of where it is a rate ("USD per barrel"); "" where the text does not say.
    ``counted`` is the lemma of the counted noun's head ("officer"), ``counted_modifiers`` its
    lower-case modifiers in order ("azerbaijani", "police"), ``counted_text`` the words as written.
    ``event`` is a class of the event lexicon ("killed"), or "" where none is stated.
    ``as_of`` is the ISO date at which the figure held, or "".
    ``claim`` is the index in ``Reading.claims`` of the claim that states it.
    """

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    modifier: Modifier
    unit: str
    unit_text: str = ""
    counted: str = ""
    counted_modifiers: tuple[str, ...] = ()
    counted_text: str = ""
    event: str = ""
    direction: Direction | None = None
    standing: Standing = Standing.ASSERTED
    scope: Scope = Scope()
    as_of: str = ""
    attribution: Attribution | None = None
    claim: int = 0


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement.

    ``score`` is check-worthiness in [0, 1]; ``score_parts`` names what it is the sum of.
    ``context`` is the heading and the sentence before it, for reading its pronouns.
    """

    start: int
    end: int
    text: str
    kind: ClaimKind
    score: float
    score_parts: tuple[tuple[str, float], ...] = ()
    attribution: Attribution | None = None
    context: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one text gives, claims and figures each in the order of their spans."""

    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]
