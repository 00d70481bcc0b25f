"""What bounds a number (at least, nearly, or more) and which way a change goes (up, fell)."""

from collections.abc import Iterable, Iterator
from itertools import chain

from annotations.extraction.lexicon.bounds import BEFORE, BEHIND, FILLER_PHRASES, FILLERS
from annotations.extraction.lexicon.changes import (
    DOWN_VERBS,
    IMPERATIVES,
    LOWERING,
    RAISING,
    UP_VERBS,
)
from annotations.extraction.lexicon.words import COORDINATORS, RELATIVES, SUBORDINATORS, words
from annotations.extraction.text.tokens import Tokens
from annotations.extraction.types import Direction, Modifier

_FARTHEST_VERB = 12  # tokens from a verb of change to its "by"
_CLAUSE_ENDS = frozenset(",;:()") | SUBORDINATORS | RELATIVES | COORDINATORS | {"by"}
_DIRECTIONS = words("up down upward upwards downward downwards higher lower")
_UP_BY = (UP_VERBS | RAISING) - _DIRECTIONS
_DOWN_BY = (DOWN_VERBS | LOWERING) - _DIRECTIONS
_VERBS = dict.fromkeys(DOWN_VERBS, Direction.DOWN) | dict.fromkeys(UP_VERBS, Direction.UP)
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
    turning come comes came coming round rounds rounded rounding hunt hunted track tracked knock
    knocked
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
_Meaning = tuple[list[str], Modifier | None]  # a phrase and how it bounds
_Phrases = dict[tuple[str, ...], list[_Meaning]]


def _entries(table: dict[Modifier, str]) -> Iterator[_Meaning]:
    for modifier, phrases in table.items():
        for phrase in phrases.split("|"):
            yield phrase.split(), modifier


def _by_words(entries: Iterable[_Meaning], which: slice) -> _Phrases:
    """The phrases by some of their words, the longest first."""
    index: _Phrases = {}
    for phrase, modifier in entries:
        index.setdefault(tuple(phrase[which]), []).append((phrase, modifier))
    for found in index.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return index


_BEFORE = _by_words(
    chain(_entries(BEFORE), ((phrase.split(), None) for phrase in FILLER_PHRASES)), slice(-2, None)
)
_LAST_WORDS = {words[-1] for words in _BEFORE} | FILLERS
_BEHIND = _by_words(_entries(BEHIND), slice(1))
_FIRST_WORDS = {words[0] for words in _BEHIND}


def bound_before(tokens: Tokens, at: int) -> tuple[Modifier | None, int]:
    """The modifier that stands before a token, and the token its words start at.

    The nearest modifier counts; fillers ("a total of") may stand between. Where there is none, the
    token comes back.
    """
    lowers = tokens.lowers
    modifier: Modifier | None = None
    bound = at
    while at and lowers[at - 1] in _LAST_WORDS:
        phrase, meaning = _phrase_before(lowers, at)
        if not phrase and lowers[at - 1] not in FILLERS:
            break
        at -= len(phrase) or 1
        if phrase == ["under"] and tokens.touch(at - 1):
            break  # a six-under 66
        if phrase == ["up", "to"] and _moves(lowers, at):
            break
        if meaning is not None:
            bound = at
            modifier = modifier or meaning
    return modifier, bound


def _phrase_before(lowers: list[str], at: int) -> _Meaning:
    """The longest phrase that ends before a token, and how it bounds; no words for none."""
    for ending in (lowers[max(0, at - 2) : at], lowers[at - 1 : at]):
        for phrase, meaning in _BEFORE.get(tuple(ending), ()):
            if lowers[max(0, at - len(phrase)) : at] == phrase:
                return phrase, meaning
    return [], None


def _moves(lowers: list[str], at: int) -> bool:
    """Whether "up to" is where a movement ends and bounds nothing: edged up to 3.9%."""
    return at > 0 and lowers[at - 1] in _MOVING


def bound_behind(tokens: Tokens, at: int) -> tuple[Modifier | None, int]:
    """The modifier that stands at a token behind a number, and where its words end."""
    if at >= tokens.count or tokens.lowers[at] not in _FIRST_WORDS:
        return None, at
    lowers = tokens.lowers
    for phrase, modifier in _BEHIND[lowers[at],]:
        if lowers[at : at + len(phrase)] == phrase:
            if phrase[0] in {"-", "+"} and not tokens.touch(at - 1):
                continue
            return modifier, at + len(phrase)
    return None, at


def direction_before(tokens: Tokens, at: int) -> Direction | None:
    """Which way the verb or noun right before a quantity takes it: rose 5 %, a cut of 3."""
    lowers = tokens.lowers
    k = at - 1
    k -= k > 0 and lowers[k] == "between" and lowers[k - 1] == "by"
    while k >= 0 and (lowers[k].endswith("ly") or lowers[k] in {"another", "further", "a"}):
        k -= 1
    if k < 0:
        return None
    if lowers[k] == "by":
        if k and lowers[k - 1] in _DIRECTIONS:
            return _VERBS.get(lowers[k - 1])
        return _direction_by(tokens, k)
    if lowers[k] == "of" and k:
        noun = lowers[k - 1]
        if noun in _UP_NOUNS:
            return Direction.UP
        return Direction.DOWN if noun in _DOWN_NOUNS else None
    if not k and lowers[k] in IMPERATIVES:
        return None  # "Add 250 ml of milk"
    phrasal = k and lowers[k] in {"up", "down"} and lowers[k - 1] in _PHRASAL
    return None if phrasal else _VERBS.get(lowers[k])


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
