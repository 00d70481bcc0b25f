"""Who says so, by one name: "Foreign Minister Sergei Lavrov", "Sergey Lavrov" and "Lavrov" are one
speaker, and so is "the ministry" of an article that has named but one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from annotations.linking.common_words import COMMON
from annotations.linking.names import TITLES, first_sound, name_key, place_behind, same_name

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
    people = _people({keys: _names(speaker) for (_, speaker), keys in _shortest_first(named)})
    return {one: " ".join(sorted(people.get(keys, keys))) for one, keys in named.items()}


def _keys(speaker: str) -> frozenset[str]:
    """One key for the ways of writing each word: "Baku's Defence Ministry" is the "Azerbaijani
    defense ministry"."""
    words = _WORDS.findall(speaker.replace("’s", "").replace("'s", ""))
    keys = (place_behind(word) or name_key(word) for word in words if word.lower() not in COMMON)
    return frozenset(key.removeprefix("country:") for key in keys)


def _names(speaker: str) -> frozenset[str]:
    """The words that name a person or a house, but no title, office or state."""
    return frozenset(
        word.lower()
        for word in _WORDS.findall(speaker)
        if word[0].isupper()
        and word.lower() not in COMMON
        and word.lower() not in TITLES
        and not place_behind(word)
    )


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
