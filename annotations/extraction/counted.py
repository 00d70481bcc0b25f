"""What a number counts: the head of the noun phrase behind it, and the head's modifiers."""

from typing import NamedTuple

from annotations.extraction.lexicon.numerals import NUMBER_WORDS
from annotations.extraction.lexicon.words import (
    ADVERBS,
    AUXILIARIES,
    COMMON_VERBS,
    COORDINATORS,
    DETERMINERS,
    MONTHS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    WEEKDAYS,
    words,
)
from annotations.extraction.nouns import is_person, is_plural, lemma
from annotations.extraction.numerals import is_number
from annotations.extraction.tokens import Tokens
from annotations.extraction.units import HYPHENS

_LONGEST = 9  # words of a noun phrase
_SKIPPED = words("other more further additional extra such of the these those its their his her")
_CLOSED = (
    (PREPOSITIONS | DETERMINERS | PRONOUNS | AUXILIARIES | RELATIVES | SUBORDINATORS | WEEKDAYS)
    | COORDINATORS
    | frozenset(MONTHS)
    | words(
        """
        today yesterday tomorrow tonight ago apiece away ahead back here there said says say told
        not n't than too very last next worth including alone least most less fewer nor instead
        around earlier later
        """
    )
) - words("other others further past following one such may march us")
_VERBS = (
    COMMON_VERBS
    | ADVERBS
    | words(
        """
    hit hurt struck died die dies fell rose won lost dead injured wounded killed missing lie lay
    sat sit stood paid pay spent cost cut shot suffered sustained required got get gets getting
    broke sank burned burnt drowned swept tied shut quit beat twice once daily weekly monthly
    annually yearly worldwide nationwide overnight abroad together
    """
    )
)
# Plain forms of verbs that are a noun in the singular as often: one visit, hours of work.
_NOUNS_TOO = words(
    """
    work use support damage demand need fear move run play show plan mark patrol visit look end
    start stop decline face cover attempt result return turn win loss hit shot cut cost
    """
)
_STATES = words("dead injured wounded missing homeless")
# Plurals that stand before a noun as its modifier: sports cars, police officers.
_ATTRIBUTIVE = words(
    """
    sports sales goods arms drugs savings operations systems communications weapons customs rights
    games women men police cattle fish staff media data aircraft deer personnel troops youth
    homeless dead wounded injured missing others clothes earnings electronics forces affairs
    services news lives plainclothes
    """
)

# Of these it is the noun behind "of" that is counted: two kinds of weapons.
_TRANSPARENT = words("type kind sort variety form category brand")
_VERBS_ONLY = _VERBS - _NOUNS_TOO
_APOSTROPHES = frozenset("'’")
_NOT_IN_PHRASE = _VERBS - _STATES


class Counted(NamedTuple):
    """The lemma of what is counted, its modifiers, and the tokens it stands in."""

    noun: str
    modifiers: tuple[str, ...]
    first: int
    last: int

    @property
    def person(self) -> bool:
        """Whether people are counted."""
        return is_person(self.noun)


def read_counted(tokens: Tokens, at: int, *, plural: bool) -> Counted | None:
    """The noun phrase that starts at a token behind a number, None where there is none.

    ``plural`` asks for a head in the plural, as every number but one does.
    """
    first = _skip(tokens, at)
    if _is_numeral(tokens, first):
        return None  # three of the four engines: the engines are the four's
    head = _plural_head(tokens, first) if plural else _singular_head(tokens, first)
    if head is None:
        return None
    counted = _counted(tokens, first, head)
    if counted.noun in _TRANSPARENT:
        return read_whole(tokens, counted.last) or counted
    return counted


def read_whole(tokens: Tokens, at: int) -> Counted | None:
    """The noun behind "of", of which a quantity or a share is: 20 percent of its territory."""
    if at >= tokens.count or tokens.lowers[at] != "of":
        return None
    first = _skip(tokens, at)
    if _is_numeral(tokens, first):
        return None
    head = _plural_head(tokens, first)
    if head is None or (head > first and tokens.lowers[head] in COMMON_VERBS):
        head = _singular_head(tokens, first)  # a third of the population lives
    return None if head is None else _counted(tokens, first, head)


def read_repeated(tokens: Tokens, at: int) -> Counted | None:
    """What happened so many times, where a noun stands before the token: going to war twice."""
    if at < 2 or tokens.lowers[at - 2] not in PREPOSITIONS:
        return None
    word = tokens.lowers[at - 1]
    if not word.isalpha() or word in _CLOSED or word in _VERBS:
        return None
    return Counted(lemma(word), (), at - 1, at)


def read_compound(tokens: Tokens, at: int) -> Counted | None:
    """The noun a hyphen joins to its number: the four-door of a four-door car."""
    if at + 1 >= tokens.count or tokens.texts[at] not in HYPHENS or not tokens.touch(at):
        return None
    word = tokens.lowers[at + 1]
    if not word.isalpha() or word in _CLOSED:
        return None
    return Counted(lemma(word), (), at + 1, at + 2)


def _is_numeral(tokens: Tokens, at: int) -> bool:
    return at < tokens.count and (is_number(tokens.texts[at]) or tokens.lowers[at] in NUMBER_WORDS)


def _skip(tokens: Tokens, at: int) -> int:
    while at < tokens.count and tokens.lowers[at] in _SKIPPED:
        at += 1
    return at


def _counted(tokens: Tokens, first: int, head: int) -> Counted:
    noun, start = lemma(tokens.lowers[head]), head
    if _are_initials(tokens.texts[head]):
        noun = tokens.lowers[head][:-1]
    while start - 2 >= first and tokens.lowers[start - 1] in HYPHENS:
        start -= 2  # co-workers
        noun = f"{tokens.lowers[start]}-{noun}"
    return Counted(noun, tuple(_modifiers(tokens, first, start)), first, head + 1)


def _modifiers(tokens: Tokens, first: int, head: int) -> list[str]:
    """The words before the head; those that hyphens join are one."""
    found: list[str] = []
    joined = False
    for word in tokens.lowers[first:head]:
        if word in HYPHENS:
            joined = bool(found)
        elif joined:
            found[-1] += "-" + word
            joined = False
        elif word not in COORDINATORS:
            found.append(word)
    return found


def _in_phrase(tokens: Tokens, at: int) -> bool:
    """Whether a token that is no head may stand within a noun phrase."""
    word = tokens.lowers[at]
    if word in HYPHENS:
        return tokens.touch(at - 1) and tokens.touch(at)
    return word[0].isalpha() and word not in _CLOSED


def read_acronym(tokens: Tokens, at: int) -> Counted | None:
    """The capitals behind a decimal number, which no name holds: 0.5 WAR."""
    if at >= tokens.count:
        return None
    text = tokens.texts[at]
    if not (text.isalpha() and text.isupper() and 1 < len(text) < 6):
        return None
    return Counted(text.lower(), (), at, at + 1)


def _is_model(tokens: Tokens, at: int, first: int) -> bool:
    """Whether a number within a noun phrase is a name: two new 737 Max jets."""
    return (
        at > first
        and tokens.texts[at].isdecimal()
        and at + 1 < tokens.count
        and (tokens.texts[at + 1][0].isupper() or tokens.texts[at - 1][0].isupper())
    )


def _plural_head(tokens: Tokens, first: int) -> int | None:
    lowers = tokens.lowers
    head = owner = None
    joined = False
    for k in range(first, min(first + _LONGEST, tokens.count)):
        word = lowers[k]
        if (is_plural(word) and word not in _CLOSED) or _are_initials(tokens.texts[k]):
            if head is not None and word in _STATES:
                break
            if _is_possessive(tokens, k):
                owner = k
            else:
                head = k
                if word not in _ATTRIBUTIVE:
                    break
        elif head is not None and _ends_phrase(word, k - head):
            break
        elif word in {"and", "or"} and head is None and k > first and not joined:
            joined = True
        elif not _may_precede(tokens, k, first):
            break
    return owner if head is None else head


def _are_initials(text: str) -> bool:
    """Whether a word is initials in the plural: EVs, MPs."""
    return text[-1] == "s" and len(text) > 2 and text[:-1].isupper()


def _ends_phrase(word: str, beyond: int) -> bool:
    """Whether a word so far behind a plural is past its noun phrase: the verb of its clause."""
    return beyond > 2 or word in _VERBS or word.endswith(("ed", "ing"))


def _may_precede(tokens: Tokens, at: int, first: int) -> bool:
    if _is_model(tokens, at, first):
        return True
    if tokens.texts[at] in _APOSTROPHES:
        return tokens.touch(at - 1)
    return _in_phrase(tokens, at) and tokens.lowers[at] not in _NOT_IN_PHRASE


def _is_possessive(tokens: Tokens, at: int) -> bool:
    """Whether an apostrophe makes a plural the owner of what follows: the States' mysteries."""
    return tokens.touch(at) and tokens.texts[at + 1] in _APOSTROPHES


def _singular_head(tokens: Tokens, first: int) -> int | None:
    lowers = tokens.lowers
    head = None
    for k in range(first, min(first + _LONGEST, len(lowers))):
        word = lowers[k]
        if not _in_phrase(tokens, k):
            break
        if word in _VERBS_ONLY or (k > first and (word.endswith("ed") or is_plural(word))):
            break  # one proposal asks
        if word not in HYPHENS and not word.endswith(("'s", "’s")):
            head = k
    return None if head == first and lowers[first].endswith("ed") else head
