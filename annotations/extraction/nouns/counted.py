"""What a number counts: the head of the noun phrase behind it, and the head's modifiers."""

from typing import NamedTuple

from annotations.extraction.lexicon.words import COMMON_VERBS, COORDINATORS, PREPOSITIONS, words
from annotations.extraction.nouns.heads import (
    CLOSED,
    VERBS,
    are_initials,
    is_measure,
    is_numeral,
    plural_head,
    singular_head,
)
from annotations.extraction.nouns.names import is_model
from annotations.extraction.numbers.units import HYPHENS
from annotations.extraction.text.nouns import is_person, is_plural, lemma
from annotations.extraction.text.tokens import Tokens

_SKIPPED = words(
    """
    other more fewer further additional extra such of the these those its their his her our your my
    """
)
_DEFINITE = words("the these those its their his her our my")
_ARTICLES = words("a an")
_BEFORE_ATTRIBUTE = _ARTICLES | words("the this its his her their our my")
_PARTS = words("stake premium discount majority margin slice share dividend")
# Of these it is the noun behind "of" that is counted: two kinds of weapons.
_TRANSPARENT = words("type kind sort variety form category brand")


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


def read_chosen_from(tokens: Tokens, at: int) -> Counted | None:
    """The noun phrase of which one is, behind an "of" at a token: one of its three trains."""
    first = _skip(tokens, at)
    while is_numeral(tokens, first):
        first += 1
    head = plural_head(tokens, first)
    return None if head is None else _counted(tokens, first, head)


def read_counted(tokens: Tokens, at: int, *, plural: bool) -> Counted | None:
    """The noun phrase that starts at a token behind a number, None where there is none.

    ``plural`` asks for a head in the plural, as every number but one does.
    """
    if at < tokens.count and tokens.lowers[at] in _DEFINITE:
        return None  # Platform 9, the arts centre, written without its comma
    first = _skip(tokens, at)
    if is_numeral(tokens, first) and not (
        is_model(tokens, first, first) or is_measure(tokens, first)
    ):
        return None  # three of the four engines: the engines are the four's
    if plural and tokens.lowers[first : first + 2] == ["head", "of"]:
        return read_whole(tokens, first + 1)  # 600 head of cattle
    head = plural_head(tokens, first) if plural else singular_head(tokens, first)
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
    if is_numeral(tokens, first):
        return None
    head = plural_head(tokens, first)
    if head is None or (head > first and tokens.lowers[head] in COMMON_VERBS):
        head = singular_head(tokens, first)  # a third of the population lives
    return None if head is None else _counted(tokens, first, head)


def read_shared(tokens: Tokens, at: int) -> Counted | None:
    """The noun right behind a share in words: one in four voters, half the voters."""
    first = _skip(tokens, at)
    head = None if is_numeral(tokens, first) else plural_head(tokens, first)
    return None if head is None else _counted(tokens, first, head)


def read_part(tokens: Tokens, at: int) -> Counted | None:
    """The noun behind a percentage for what is so large a part: a 31 percent stake."""
    if at >= tokens.count or tokens.lowers[at] not in _PARTS:
        return None
    return Counted(tokens.lowers[at], (), at, at + 1)


def read_divided(tokens: Tokens, at: int) -> Counted | None:
    """What a decimal number is a part of: 0.15 of a share."""
    if tokens.lowers[at : at + 2] not in (["of", "a"], ["of", "an"]):
        return None
    head = singular_head(tokens, at + 2)
    return None if head is None else _counted(tokens, at + 2, head)


def read_repeated(tokens: Tokens, at: int) -> Counted | None:
    """What happened so many times, where a noun stands before the token: going to war twice."""
    if at < 2 or tokens.lowers[at - 2] not in PREPOSITIONS:
        return None
    word = tokens.lowers[at - 1]
    if not word.isalpha() or word in CLOSED or word in VERBS:
        return None
    return Counted(lemma(word), (), at - 1, at)


def read_attribute(tokens: Tokens, first: int, at: int, *, digits: bool) -> Counted | None:
    """The noun at a token that makes with its number, which starts at ``first``, a word before
    another noun, although no hyphen joins them: the member of an 11 member board.

    ``digits`` tells whether the number is written in digits.
    """
    article = tokens.lowers[first - 1] if first else ""
    if at + 1 >= tokens.count or article not in _BEFORE_ATTRIBUTE:
        return None
    if article not in _ARTICLES and not digits:
        return None  # the two deny wrongdoing
    word, head = tokens.texts[at : at + 2]
    noun = word.isalpha() and word.islower() and not is_plural(word)
    if not noun or word in CLOSED or word in VERBS or word.endswith(("ed", "ing")):
        return None
    if not (head.isalpha() and head.islower()) or head in CLOSED or head.endswith("ed"):
        return None
    return Counted(word, (), at, at + 1)


def read_compound(tokens: Tokens, at: int) -> Counted | None:
    """The noun a hyphen joins to its number: the four-door of a four-door car."""
    if at + 1 >= tokens.count or tokens.texts[at] not in HYPHENS or not tokens.touch(at):
        return None
    word = tokens.lowers[at + 1]
    if not word.isalpha() or word in CLOSED:
        return None
    return Counted(lemma(word), (), at + 1, at + 2)


def _skip(tokens: Tokens, at: int) -> int:
    while at < tokens.count and tokens.lowers[at] in _SKIPPED:
        at += 1
    return at


def _counted(tokens: Tokens, first: int, head: int) -> Counted:
    noun, start = lemma(tokens.lowers[head]), head
    if tokens.texts[head] == "s":
        start = _model_start(tokens, first, head)
        noun = tokens.text(start, head).lower()
    elif are_initials(tokens, head):
        noun = tokens.lowers[head][:-1].rstrip("'’")
    elif tokens.touch(head) and tokens.texts[head + 1].isdecimal():
        noun, head = noun + tokens.texts[head + 1], head + 1  # CO2
    while start - 2 >= first and tokens.lowers[start - 1] in HYPHENS:
        start -= 2  # co-workers
        noun = f"{tokens.lowers[start]}-{noun}"
    return Counted(noun, tuple(_modifiers(tokens, first, start)), first, head + 1)


def _model_start(tokens: Tokens, first: int, head: int) -> int:
    """The first token of a model's name whose plural ending is the head: F-16s, Model 3s."""
    start = head - 1
    while start > first and tokens.touch(start - 1):
        start -= 1
    return start - (start == head - 1 and start > first)


def _modifiers(tokens: Tokens, first: int, head: int) -> list[str]:
    """The words before the head; those that hyphens join or that touch are one."""
    found: list[str] = []
    for k in range(first, head):
        word = tokens.lowers[k]
        if found and tokens.touch(k - 1):
            found[-1] += "-" if word in HYPHENS else word
        elif word not in COORDINATORS and word not in HYPHENS:
            found.append(word)
    return [modifier.rstrip("-") for modifier in found]


def read_acronym(tokens: Tokens, at: int) -> Counted | None:
    """The capitals behind a decimal number, which no name holds: 0.5 WAR."""
    if at >= tokens.count:
        return None
    text = tokens.texts[at]
    if not (text.isalpha() and text.isupper() and 1 < len(text) < 6):
        return None
    return Counted(text.lower(), (), at, at + 1)
