"""The number and the dictionary form of nouns."""

from functools import lru_cache

from annotations.extraction.lexicon.nouns import (
    IRREGULAR,
    NOT_PERSON,
    PERSON,
    PERSON_ENDINGS,
    PLURAL_AS_IS,
    PLURAL_IN_IS,
    SINGULAR_IN_S,
)

_SIBILANTS = ("ches", "shes", "xes", "sses", "zzes", "oes")
_NOT_MEN = frozenset({"specimen", "regimen", "abdomen", "acumen", "yemen", "turkmen"})
_NOT_PLURAL = ("ss", "us", "is", "'s", "’s")


@lru_cache(maxsize=8192)
def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a noun in the plural."""
    if word in PLURAL_AS_IS or word in PLURAL_IN_IS or word in IRREGULAR:
        return True
    if word.endswith("children"):
        return True
    if word.endswith("men"):
        return len(word) > 5 and word not in _NOT_MEN
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(_NOT_PLURAL)
        and word not in SINGULAR_IN_S
    )


@lru_cache(maxsize=8192)
def lemma(word: str) -> str:
    """The singular of a lower-case noun; a word that is no plural comes back as it is.

    >>> lemma("citizens"), lemma("bosses"), lemma("policemen"), lemma("series")
    ('citizen', 'boss', 'policeman', 'series')
    """
    if word in IRREGULAR:
        return IRREGULAR[word]
    if not is_plural(word) or word in PLURAL_AS_IS:
        return word
    if word.endswith("children"):
        return word[:-3]
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(_SIBILANTS):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=8192)
def is_person(noun: str) -> bool:
    """Whether a noun, as its lemma, names a human being or a body of them."""
    last = noun.rpartition("-")[2]
    if last in PERSON:
        return True
    return len(last) > 5 and last.endswith(PERSON_ENDINGS) and last not in NOT_PERSON
