"""How much a claim is worth checking, as a sum of named parts.

What can be checked and matters comes first: figures of what happened, what named actors did or
say happened, denials and accusations. Opinion, forecasts, background and page furniture come last.
"""

from functools import lru_cache
from itertools import compress
from operator import itemgetter

from annotations.extraction.claims.claims import Draft
from annotations.extraction.claims.statements import Statement
from annotations.extraction.events.fitting import TIME_UNITS
from annotations.extraction.events.triggers import WORDS
from annotations.extraction.figures.quantities import Meaning, Quantity
from annotations.extraction.lexicon.words import TIME_WORDS
from annotations.extraction.lexicon.worth import (
    ACCUSING,
    BACKGROUND,
    BOILERPLATE,
    FIRST_PERSON,
    OPINION,
    PAGE_VERBS,
)
from annotations.extraction.types import ClaimKind, Standing

Part = tuple[str, float]

STATEMENT: Part = ("statement", 0.2)
FIGURE: Part = ("figure", 0.3)
COUNT: Part = ("count", 0.15)  # of what happened to which nothing is said: "the two sides"
EVENT: Part = ("event", 0.15)
ACTOR: Part = ("named actor", 0.1)
SPEAKER: Part = ("speaker", 0.1)
DENIAL: Part = ("denial", 0.15)
ACCUSATION: Part = ("accusation", 0.1)
SCOPE: Part = ("place or time", 0.05)
UNCERTAIN: Part = ("not asserted", -0.1)
OPINION_PART: Part = ("opinion", -0.15)
BACKGROUND_PART: Part = ("background", -0.1)
QUESTION: Part = ("question", -0.2)
FURNITURE: Part = ("page furniture", -0.4)


_MANY = 100  # nobody counts so many in passing
_UNASSERTED = (Standing.HYPOTHETICAL, Standing.FORECAST)
_INITIAL = itemgetter(0)
_NOTHING_HAPPENED = frozenset({"", "present"})
_OPENING = frozenset("“\"‘'«")
_EVENTS = frozenset(WORDS)
_TELLING = _EVENTS | ACCUSING | FIRST_PERSON | OPINION | BACKGROUND | BOILERPLATE | {"?"}


def score(draft: Draft) -> tuple[float, tuple[Part, ...]]:
    """Give a claim's score in [0, 1], and the parts whose sum it is before it is cut to that."""
    words: set[str] = set()
    for statement in draft.statements:
        words |= _TELLING.intersection(statement.words)
    parts = [STATEMENT]
    if draft.figures:
        parts += _of_figures(draft)
    parts += _of_what(draft, words)
    parts += _of_manner(draft, words)
    return _scored(tuple(parts))


@lru_cache(maxsize=1024)
def _scored(parts: tuple[Part, ...]) -> tuple[float, tuple[Part, ...]]:
    """The same score and parts for every claim that has them: a long text has few of them."""
    total = sum(value for _, value in parts)
    return round(min(1.0, max(0.0, total)), 2), parts


def _of_figures(draft: Draft) -> list[Part]:
    telling = placed = asserted = False
    for quantity, meaning in draft.figures:
        scope = meaning.scope
        telling = telling or _is_telling(quantity, meaning)
        placed = placed or bool(scope.place or scope.time)
        asserted = asserted or meaning.standing not in _UNASSERTED
    parts = [FIGURE if telling else COUNT]
    if placed:
        parts.append(SCOPE)
    if not asserted:
        parts.append(UNCERTAIN)
    return parts


def _is_telling(quantity: Quantity, meaning: Meaning) -> bool:
    """Whether the figure tells more than how many of something there are, or how long ago."""
    if quantity.unit in TIME_UNITS:
        return False
    large = quantity.low is not None and quantity.low >= _MANY
    happened = meaning.event not in _NOTHING_HAPPENED
    return large or happened or quantity.unit not in {"person", "count", "time", ""}


def _of_what(draft: Draft, words: set[str]) -> list[Part]:
    """What is said to have happened, who is named in it, and who says so."""
    parts = []
    if not _EVENTS.isdisjoint(words):
        parts.append(EVENT)
    if any(map(_names_somebody, draft.statements)):
        parts.append(ACTOR)
    if draft.attribution is not None:
        parts.append(SPEAKER)
    if draft.kind is ClaimKind.DENIAL:
        parts.append(DENIAL)
    if not ACCUSING.isdisjoint(words):
        parts.append(ACCUSATION)
    return parts


def _of_manner(draft: Draft, words: set[str]) -> list[Part]:
    """How it is said: as opinion, as background, as a question, to the reader of a page."""
    parts = []
    first_person = draft.kind is ClaimKind.QUOTE and not FIRST_PERSON.isdisjoint(words)
    if not OPINION.isdisjoint(words) or first_person:
        parts.append(OPINION_PART)
    if not BACKGROUND.isdisjoint(words):
        parts.append(BACKGROUND_PART)
    if "?" in words:
        parts.append(QUESTION)
    first = draft.statements[0].words[0]
    if first in PAGE_VERBS or not BOILERPLATE.isdisjoint(words):
        parts.append(FURNITURE)
    return parts


def _names_somebody(statement: Statement) -> bool:
    """Whether a capital stands anywhere but where a sentence begins, and is of no time."""
    tokens, inside = statement.sentence.tokens, slice(statement.first + 1, statement.last)
    capitals = map(str.isupper, map(_INITIAL, tokens.texts[inside]))
    return any(
        tokens.texts[index] != "I"
        and not (tokens.texts[index - 1] in _OPENING and tokens.touch(index - 1))
        and tokens.lowers[index] not in TIME_WORDS
        for index in compress(range(inside.start, inside.stop), capitals)
    )
