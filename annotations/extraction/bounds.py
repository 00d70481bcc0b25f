"""What bounds a number (at least, nearly, or more) and which way a change goes (up, fell)."""

from collections.abc import Iterator

from annotations.extraction.lexicon.bounds import BEFORE, BEHIND, FILLER_PHRASES, FILLERS
from annotations.extraction.lexicon.changes import (
    DOWN_VERBS,
    IMPERATIVES,
    LOWERING,
    RAISING,
    UP_VERBS,
)
from annotations.extraction.lexicon.words import COORDINATORS, RELATIVES, SUBORDINATORS, words
from annotations.extraction.tokens import Tokens
from annotations.extraction.types import Direction, Modifier

_FARTHEST_VERB = 12  # tokens from a verb of change to its "by"
_CLAUSE_ENDS = frozenset(",;:()") | SUBORDINATORS | RELATIVES | COORDINATORS | {"by"}
_DIRECTIONS = words("up down upward upwards downward downwards higher lower")
_UP_BY = (UP_VERBS | RAISING) - _DIRECTIONS
_DOWN_BY = (DOWN_VERBS | LOWERING) - _DIRECTIONS
_UP_NOUNS = words("increase rise gain jump growth surge climb hike improvement")
_DOWN_NOUNS = words("decrease drop fall decline reduction cut dip slump plunge")
# Verbs that take "up" or "down" to themselves: gave up 40 yards, shot down two drones.
_PHRASAL = words(
    """
    give gives gave given giving make makes made making take takes took taken taking pick picks
    picked picking set sets setting put puts putting blow blows blew blown open opened back backed
    use used using rack racked racking pile piled chalk chalked clock sum sign signed signing
    shoot shoots shot shooting gun guns gunned gunning bring brings brought bringing chase chases
    chased chasing tear tears tore torn tearing burn burns burned burnt burning turn turns turned
    turning round rounds rounded rounding hunt hunted track tracked knock knocked
    """
)
# Verbs that "up" goes with as a direction: edged up to 3.9%.
_MOVING = words(
    """
    edge edges edged edging inch inches inched inching tick ticks ticked ticking creep creeps crept
    creeping nudge nudges nudged nudging bump bumps bumped bumping round rounds rounded rounding
    went moved pushed
    """
)
_Phrases = dict[str, list[tuple[tuple[str, ...], Modifier | None]]]


def _entries(
    table: dict[Modifier, str],
) -> Iterator[tuple[tuple[str, ...], Modifier | None]]:
    for modifier, phrases in table.items():
        for phrase in phrases.split("|"):
            yield tuple(phrase.split()), modifier


def _by_end(entries: Iterator[tuple[tuple[str, ...], Modifier | None]], end: int) -> _Phrases:
    index: _Phrases = {}
    for phrase, modifier in entries:
        index.setdefault(phrase[end], []).append((phrase, modifier))
    for found in index.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return index


def _all_before() -> Iterator[tuple[tuple[str, ...], Modifier | None]]:
    yield from _entries(BEFORE)
    for phrase in FILLER_PHRASES:
        yield tuple(phrase.split()), None


_BEFORE = _by_end(_all_before(), -1)
_BEHIND = _by_end(_entries(BEHIND), 0)


def bound_before(tokens: Tokens, at: int) -> tuple[Modifier | None, int]:
    """The modifier that stands before a token, and the token its words start at.

    The nearest modifier counts; fillers ("a total of") may stand between. Where there is none, the
    token comes back.
    """
    lowers = tokens.lowers
    modifier: Modifier | None = None
    bound = at
    while at:
        for phrase, meaning in _BEFORE.get(lowers[at - 1], ()):
            size = len(phrase)
            if size <= at and tuple(lowers[at - size : at]) == phrase:
                at -= size
                if phrase == ("under",) and tokens.touch(at - 1):
                    return modifier, bound  # a six-under 66
                if meaning is Modifier.AT_MOST and phrase == ("up", "to") and _moves(lowers, at):
                    return modifier, bound
                if meaning is not None:
                    bound = at
                    modifier = modifier or meaning
                break
        else:
            if lowers[at - 1] not in FILLERS:
                break
            at -= 1
    return modifier, bound


def _moves(lowers: list[str], at: int) -> bool:
    """Whether "up to" is where a movement ends and bounds nothing: edged up to 3.9%."""
    return at > 0 and lowers[at - 1] in _MOVING


def bound_behind(tokens: Tokens, at: int) -> tuple[Modifier | None, int]:
    """The modifier that stands at a token behind a number, and where its words end."""
    if at >= tokens.count:
        return None, at
    lowers = tokens.lowers
    for phrase, modifier in _BEHIND.get(lowers[at], ()):
        if tuple(lowers[at : at + len(phrase)]) == phrase:
            if phrase[0] in {"-", "+"} and not tokens.touch(at - 1):
                continue
            return modifier, at + len(phrase)
    return None, at


def direction_before(tokens: Tokens, at: int) -> Direction | None:
    """Which way the verb or noun right before a quantity takes it: rose 5 %, a cut of 3."""
    lowers = tokens.lowers
    k = at - 1
    k -= lowers[max(0, k - 1) : k + 1] == ["by", "between"]
    while k >= 0 and (lowers[k].endswith("ly") or lowers[k] in {"another", "further", "a"}):
        k -= 1
    if k < 0:
        return None
    if lowers[k] == "by":
        if k and lowers[k - 1] in _DIRECTIONS:
            return _verb(lowers[k - 1])
        return _direction_by(tokens, k)
    if lowers[k] == "of" and k:
        noun = lowers[k - 1]
        if noun in _UP_NOUNS:
            return Direction.UP
        return Direction.DOWN if noun in _DOWN_NOUNS else None
    if not k and lowers[k] in IMPERATIVES:
        return None  # "Add 250 ml of milk"
    phrasal = k and lowers[k] in {"up", "down"} and lowers[k - 1] in _PHRASAL
    return None if phrasal else _verb(lowers[k])


def _direction_by(tokens: Tokens, at: int) -> Direction | None:
    """Which way the verb before a "by" goes: cut the price of the Model Y by $2,000."""
    for k in range(at - 1, max(-1, at - 1 - _FARTHEST_VERB), -1):
        word = tokens.lowers[k]
        if word in _UP_BY:
            return Direction.UP
        if word in _DOWN_BY:
            return Direction.DOWN
        if word in _CLAUSE_ENDS:
            return None
    return None


def _verb(word: str) -> Direction | None:
    if word in UP_VERBS:
        return Direction.UP
    return Direction.DOWN if word in DOWN_VERBS else None
