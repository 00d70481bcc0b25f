"""The places that a sentence names."""

from babel import Locale

from annotations.extraction.events.triggers import WORDS, Form
from annotations.extraction.lexicon.places import (
    BEFALLING,
    DIRECTIONS,
    INVESTED,
    KINDS,
    LOCATIVES,
    OCCASIONS,
    OCCURRENCES,
    RECORDING,
    REGIONS,
    STATES,
)
from annotations.extraction.lexicon.words import (
    ADVERBS,
    AUXILIARIES,
    COMMON_VERBS,
    COORDINATORS,
    HAVE,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
    words,
)
from annotations.extraction.text.tokens import Tokens

Place = tuple[int, int]  # tokens, the last exclusive

_JOINING = words("and of - – the la el al de du")
_ARTICLES = words("the a an")
_LONGEST_PLACE = 12  # tokens
_LONGEST_NAME = 4
_LOCATED = REGIONS | KINDS
_OPENING = LOCATIVES | DIRECTIONS | BEFALLING
_NO_PLACE = TIME_WORDS | AUXILIARIES | PREPOSITIONS | SUBORDINATORS | RELATIVES | COMMON_VERBS
_AFTER_PLACE = (
    ADVERBS | COORDINATORS | PREPOSITIONS | SUBORDINATORS | RELATIVES | TIME_WORDS | AUXILIARIES
)
_COUNTRIES = frozenset(
    name.lower() for code, name in Locale("en").territories.items() if code.isalpha()
)


def places_in(tokens: Tokens) -> list[Place]:
    """Give the places of a sentence in order; linear in its tokens.

    Where no preposition or verb opens one, those named before what happened there ("the Vanuatu
    quake"), else the country that tells of it ("Malawi has recorded").
    """
    return _opened(tokens) or _of_occurrences(tokens) or _of_country(tokens)


def _opened(tokens: Tokens) -> list[Place]:
    if _OPENING.isdisjoint(tokens.lowers):
        return []
    found = [
        _opened_by(tokens, index, word)
        for index, word in enumerate(tokens.lowers)
        if word in _OPENING and not tokens.texts[index].isupper()
    ]
    return [(start, end) for start, end in found if start < end]


def _opened_by(tokens: Tokens, index: int, word: str) -> Place:
    following = tokens.lowers[index + 1 : index + 3]
    following = following[following[:1] == ["the"] :][:1]
    invested = word == "in" and index and tokens.lowers[index - 1] in INVESTED
    if invested or (word in DIRECTIONS and _LOCATED.isdisjoint(following)):
        return index, index
    start, end = _place_after(tokens, index + 1)
    if _is_occasion(tokens, end) or (word in BEFALLING and not _stands_alone(tokens, end)):
        return index, index
    return start, end


def _is_occasion(tokens: Tokens, end: int) -> bool:
    """Whether a headline's capitals are of what happened: "In Mine Blasts As Oldland Rebuilds"."""
    word = tokens.lowers[end] if end < tokens.count else ""
    return word.removesuffix("s") in OCCASIONS and tokens.texts[end][0].isupper()


def _stands_alone(tokens: Tokens, end: int) -> bool:
    """Whether a name is no other noun's: "struck Nepal on", not "struck Nepali soldiers"."""
    word = tokens.lowers[end] if end < tokens.count else "."
    return not word[0].isalnum() or word in _AFTER_PLACE or word.endswith("ing")


def _place_after(tokens: Tokens, start: int) -> Place:
    """The name of a place behind a preposition, with what comes before and after it."""
    end = start
    named = False
    for index in range(start, min(tokens.count, start + _LONGEST_PLACE)):
        if _is_name(tokens, index):
            named, end = True, index + 1
        elif not _may_stand_in_place(tokens, index, named=named):
            break
        elif named and tokens.lowers[index] not in _JOINING:
            end = index + 1
    if not named:
        return start, start
    while start < end and tokens.lowers[start] in _ARTICLES:
        start += 1
    return start, _with_country(tokens, end)


def _with_country(tokens: Tokens, end: int) -> int:
    """The end of a place with the country or state behind it: "Jackson County, Missouri"."""
    if tokens.lowers[end : end + 1] != [","]:
        return end
    for last in range(min(tokens.count, end + 1 + _LONGEST_NAME), end + 1, -1):
        name = " ".join(tokens.lowers[end + 1 : last])
        if (name in _COUNTRIES or name in STATES) and not _goes_on(tokens, last):
            return last
    return end


def _is_name(tokens: Tokens, index: int) -> bool:
    word = tokens.lowers[index]
    day = word.removesuffix("'s").removesuffix("’s")
    if not tokens.texts[index][0].isupper() or day in _NO_PLACE:
        return False
    return word.removesuffix("s") not in OCCASIONS and not _is_verb(word)


def _is_verb(word: str) -> bool:
    """Whether a word that a headline writes with a capital is its verb."""
    triggers = WORDS.get(word) if word.endswith(("s", "ed")) else None
    return word in COMMON_VERBS or (triggers is not None and triggers[0].form is not Form.NOUN)


def _may_stand_in_place(tokens: Tokens, index: int, *, named: bool) -> bool:
    """Whether a word without a capital may belong to a place, before its name or behind it."""
    word = tokens.lowers[index]
    if named:
        return word in KINDS or word in _JOINING
    if word == "of":
        return tokens.lowers[index - 1] in KINDS
    return word not in _NO_PLACE and (word[0].isalpha() or word in "-–")


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Whether a name goes on here: "France Telecom" is no country."""
    return index < tokens.count and tokens.texts[index][0].isupper()


def _of_occurrences(tokens: Tokens) -> list[Place]:
    """Names right before a disaster: "after the Upper Marsh quake"."""
    found: list[Place] = []
    if OCCURRENCES.isdisjoint(tokens.lowers):
        return found
    for index, word in enumerate(tokens.lowers):
        if word not in OCCURRENCES or tokens.texts[index][0].isupper():
            continue
        start = index
        if index == 1 and tokens.lowers[0].endswith(("'s", "’s")):
            found.append((0, 1))  # "Kenya's floods"
        while start and index - start < _LONGEST_NAME and _is_proper(tokens, start - 1):
            start -= 1
        if start < index:
            found.append((start, index))
    return found


def _is_proper(tokens: Tokens, index: int) -> bool:
    """A name, and not an acronym: "Vanuatu", not "FBI"."""
    return _is_name(tokens, index) and not tokens.texts[index].isupper() and index > 0


def _of_country(tokens: Tokens) -> list[Place]:
    """The country at the head of a sentence that records what happened in it."""
    if RECORDING.isdisjoint(tokens.lowers[: _LONGEST_NAME + 2]):
        return []
    end = 1
    while end < min(tokens.count, _LONGEST_NAME) and tokens.texts[end][0].isupper():
        end += 1
    verb = end + (tokens.lowers[end : end + 1] != [] and tokens.lowers[end] in HAVE)
    start = 1 if tokens.lowers[:1] == ["the"] else 0
    if RECORDING.isdisjoint(tokens.lowers[verb : verb + 1]):
        return []
    return [(start, end)] if " ".join(tokens.lowers[start:end]) in _COUNTRIES else []
