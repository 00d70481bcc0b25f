"""Who says so, by one name: "Foreign Minister Sergei Lavrov", "Sergey Lavrov" and "Lavrov" are one
speaker, and so is "the ministry" of an article that has named but one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from annotations.linking.words.common_words import COMMON
from annotations.linking.words.names import (
    HOUSES,
    TITLES,
    first_sound,
    name_key,
    place_behind,
    same_name,
)

_NOBODY = COMMON - {"police"}
_ACRONYM = re.compile(r"[A-Z]{3,6}")
_PLACING = frozenset({"of", "in", "at", "for", "from", "on"})
_WORDS = re.compile(r"[^\W\d_]+")

Written = tuple[str, str]


def speakers(written: Iterable[Written]) -> dict[Written, str]:
    """The key of each speaker, given as the article's id and the speaker as written; "" where the
    words name nobody ("officials")."""
    of_article: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for article, speaker in written:
        of_article[article][speaker] = _keys(speaker)
    named = {
        (article, speaker): _in_full(keys, own.values())
        for article, own in of_article.items()
        for speaker, keys in own.items()
    }
    named = _spelled_out(named)
    people = _people({keys: _names(speaker) for (_, speaker), keys in _shortest_first(named)})
    return {one: " ".join(sorted(people.get(keys, keys))) for one, keys in named.items()}


def _keys(speaker: str) -> frozenset[str]:
    """One key for the ways of writing each word: "Baku's Defence Ministry" is the "Azerbaijani
    defense ministry"."""
    words = _WORDS.findall(speaker.replace("’s", "").replace("'s", ""))
    telling = (word for word in words if word.lower() not in _NOBODY or _ACRONYM.fullmatch(word))
    keys = (place_behind(word) or name_key(word) for word in telling)
    return frozenset(key.removeprefix("country:") for key in keys)


def _names(speaker: str) -> frozenset[str]:
    """The words that name a person or a firm, but no title, office or state, and no place that only
    says whose the office is: none for "the fire brigade of Brenz"."""
    words = _WORDS.findall(speaker)
    lowers = [word.lower() for word in words]
    if not HOUSES.isdisjoint(lowers) and TITLES.isdisjoint(lowers):
        return frozenset()
    found = set()
    placing = False
    for word, lower, following in zip(words, lowers, [*lowers[1:], ""], strict=True):
        placing = lower in _PLACING or (placing and (not word[0].islower() or lower in HOUSES))
        if not placing and following not in HOUSES and _is_name(word):
            found.add(lower)
    return frozenset(found)


def _is_name(word: str) -> bool:
    lower = word.lower()
    return word[0].isupper() and not (
        lower in COMMON or lower in TITLES or lower in HOUSES or place_behind(word)
    )


def _spelled_out(named: Mapping[Written, frozenset[str]]) -> dict[Written, frozenset[str]]:
    """The speakers, where an acronym stands for the only one with these initials: "the WHO"."""
    full: dict[str, set[frozenset[str]]] = defaultdict(set)
    for (_, speaker), keys in named.items():
        words = _WORDS.findall(_without_article(speaker))
        full["".join(word[0] for word in words if word[0].isupper())].add(keys)
    found = dict(named)
    for article, speaker in named:
        short = _without_article(speaker)
        if _ACRONYM.fullmatch(short) and len(full[short]) == 1:
            found[article, speaker] = next(iter(full[short]))
    return found


def _without_article(speaker: str) -> str:
    return speaker.removeprefix("the ").removeprefix("The ")


def _in_full(keys: frozenset[str], others: Iterable[frozenset[str]]) -> frozenset[str]:
    """The keys of the only other speaker of the article whom these words may mean, or these."""
    fuller = {other for other in others if keys < other}
    return fuller.pop() if keys and len(fuller) == 1 else keys


def _shortest_first(
    named: Mapping[Written, frozenset[str]],
) -> list[tuple[Written, frozenset[str]]]:
    return sorted(named.items(), key=lambda entry: (len(entry[1]), entry[0]))


def _people(names: Mapping[frozenset[str], frozenset[str]]) -> dict[frozenset[str], frozenset[str]]:
    """The speakers who are named more fully elsewhere, with the fullest such keys: the names of
    the one are all among those of the other, and of no third who differs."""
    by_initial: dict[str, set[frozenset[str]]] = defaultdict(set)
    for keys, words in names.items():
        for word in words:
            by_initial[word[0]].add(keys)
    spellings = _spellings(frozenset().union(*names.values()))

    def may_be(words: frozenset[str], others: frozenset[str]) -> bool:
        return not any(spellings[word].isdisjoint(others) for word in words)

    found = {}
    for keys, words in names.items():
        if not words:
            continue
        near = set().union(*(by_initial[word[0]] for word in words))
        fuller = {other for other in near if may_be(words, names[other]) and other != keys}
        fullest = max((keys, *fuller), key=lambda one: (len(one), sorted(one)))
        if all(may_be(names[other], names[fullest]) for other in fuller):
            found[keys] = fullest
    return found


def _spellings(words: Iterable[str]) -> dict[str, set[str]]:
    """For each word those that may be spellings of the same name."""
    by_sound: dict[str, list[str]] = defaultdict(list)
    for word in words:
        by_sound[first_sound(word)].append(word)
    return {
        word: {other for other in alike if same_name(word, other)}
        for alike in by_sound.values()
        for word in alike
    }
