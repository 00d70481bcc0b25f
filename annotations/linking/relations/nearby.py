"""The words right around a number, which say what it is a number of: "a depth of 16 km"."""

from functools import lru_cache

from annotations.extraction.lexicon.events import CLASSES
from annotations.extraction.text.tokens import tokenize
from annotations.linking.articles.context import Node, writes_as_name
from annotations.linking.words.common_words import TOPICAL
from annotations.linking.words.keys import key_of_word

_BEFORE, _BEHIND = 8, 5  # words that are looked at
_LOOKED_AT = 60  # characters

_BREAKS = frozenset(".;:—–()\n")

# Words that go with a number of anything, by their stems.
_OF_ANY_NUMBER = frozenset(
    """
    estim reach expect record total amount level approxim rough averag half maximum minimum
    exact mere short equal equival valu worth put stood stand rose rise fell fall grow grew increas
    magnitud richter scale
    """.split()
)


def told_alike(first: Node, second: Node) -> tuple[float, list[str]]:
    """How much of what is told right around two numbers is the same, and the words that are."""
    one, other = _words_of(first), _words_of(second)
    shared = {key: word for key, word in one.items() if key in other}
    amount = sum(0.5 if word in TOPICAL else 1.0 for word in shared.values())
    return amount, sorted(shared.values())


def _words_of(node: Node) -> dict[str, str]:
    """The telling words around a number by their keys, but for names and for those that say what is
    known of it already: its noun and its event."""
    before, behind = node.around
    nouns = node.figure.counted_text.lower().split()
    event = _words_of_event(node.figure.event)
    return {
        key: word.lower()
        for key, word in _telling(before[-_LOOKED_AT:], behind[:_LOOKED_AT]).items()
        if word not in nouns
        and key not in event
        and (word.islower() or not writes_as_name(node.context, word))
    }


@lru_cache(maxsize=256)
def _words_of_event(event: str) -> frozenset[str]:
    found = [one for one in CLASSES if one.name == event]
    words = (f"{one.transitive} {one.intransitive} {one.nouns} {one.adjectives}" for one in found)
    return frozenset(key_of_word(word) for word in " ".join((event, *words)).split())


@lru_cache(maxsize=8192)
def _telling(before: str, behind: str) -> dict[str, str]:
    """The telling words on both sides of a number by their keys, as far as its clause goes."""
    near = (*_clause(before, -1)[:_BEFORE], *_clause(behind, 1)[:_BEHIND])
    return {key: word for word in near if (key := key_of_word(word)) and key not in _OF_ANY_NUMBER}


def _clause(text: str, step: int) -> list[str]:
    """The words of the text up to where the clause ends, the nearest to the number first."""
    words = tokenize(text).texts[::step]
    end = next((at for at, word in enumerate(words) if word in _BREAKS), len(words))
    return [word for word in words[:end] if word[0].isalnum()]
