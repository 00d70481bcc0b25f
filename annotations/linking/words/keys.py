"""The keys of words: one for all forms and spellings of a word, a name or a country."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

from annotations.extraction.text.tokens import tokenize
from annotations.linking.words.common_words import COMMON, TOPICAL
from annotations.linking.words.names import (
    SHORT,
    country_code,
    in_use,
    is_told_apart,
    name_key,
    short_key,
)
from annotations.linking.words.words import NAME_WEIGHT, TOPICAL_WEIGHT, WORD_WEIGHT, Weights

_SPELLINGS = (
    ("ellery", "elry"), ("our", "or"), ("ence", "ense"), ("isa", "iza"), ("ise", "ize"),
    ("ising", "izing"), ("yse", "yze"), ("tre", "ter"), ("ogue", "og"), ("lle", "le"),
    ("lli", "li"),
)  # fmt: skip


def weigh_words(text: str, counts: Counter[str]) -> Weights:
    """The keys of the text's names and telling words with their weights; counts them as well."""
    forms = [(_form(word), times) for word, times in Counter(tokenize(text).texts).items()]
    plain = {form.lowered for form, _ in forms if form.is_lower}
    weights: Weights = {}
    for form, times in forms:
        if form.tells:
            named = form.is_capital and form.lowered not in plain
            for key, weight in _keys(form.lowered, named):
                counts[key] += times
                weights[key] = max(weights.get(key, 0.0), weight)
    return weights


class _Form(NamedTuple):
    """A word as it is written, without the ending of a genitive."""

    lowered: str
    is_lower: bool
    is_capital: bool
    tells: bool


@lru_cache(maxsize=65536)
def _form(word: str) -> _Form:
    bare = word.removesuffix("'s").removesuffix("’s")
    lowered = bare.lower()
    tells = len(bare) > 1 and bare[0].isalpha() and lowered not in COMMON
    return _Form(lowered, bare.islower(), bare[:1].isupper(), tells)


@lru_cache(maxsize=65536)
def _keys(lowered: str, named: bool) -> tuple[tuple[str, float], ...]:  # noqa: FBT001
    """The keys of a word with their weights: one for all its forms, and for a country and its
    people; a longer name that is not told apart from another one has half its weight on the sound,
    which other spellings share."""
    key = name_key(lowered)
    if country_code(lowered):
        return ((key, NAME_WEIGHT),)
    if lowered in TOPICAL:
        return ((_stem(lowered), TOPICAL_WEIGHT),)
    if not named:
        return ((_stem(lowered), WORD_WEIGHT),)
    spelled = short_key(lowered) or in_use(lowered)
    if len(spelled) < SHORT or is_told_apart(spelled):
        return ((_stem(spelled), NAME_WEIGHT),)
    return ((_stem(spelled), NAME_WEIGHT / 2), (f"~{key}", NAME_WEIGHT / 2))


def keys_of_name(word: str) -> Iterator[str]:
    """The keys of a word, in lower case, that is part of a name."""
    return (key for key, _ in _keys(word, named=True))


def tells(word: str) -> bool:
    """Whether a word says something of what a text is about."""
    return _form(word).tells


def key_of_word(word: str) -> str:
    """The key of a telling word, or ""."""
    form = _form(word)
    return _stem(form.lowered) if form.tells else ""


@lru_cache(maxsize=1)
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


def _stem(word: str) -> str:
    """One key for the forms of a word, British or American; it need be no word itself."""
    for british, american in _SPELLINGS:
        word = word.replace(british, american)
    return str(_stemmer().stemWord(word))
