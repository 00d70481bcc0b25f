"""Numbers that are part of a name, or the age of somebody named."""

from annotations.extraction.lexicon.labels import NUMBERED, RANKED
from annotations.extraction.lexicon.numerals import SMALL
from annotations.extraction.lexicon.words import AUXILIARIES, MONTHS, PREPOSITIONS, WEEKDAYS, words
from annotations.extraction.numbers.numerals import is_number
from annotations.extraction.numbers.units import HYPHENS
from annotations.extraction.text.nouns import is_person, is_plural
from annotations.extraction.text.tokens import Tokens

_HEADLINE = 40  # tokens
_CAPITALS = 0.7  # of a headline's words begin with one
_CALENDAR = WEEKDAYS | MONTHS.keys()
OLDEST = 120
_OPENING = frozenset(".:;!?\"'“”‘’()[]-–—…/|•*>")  # behind which a sentence may begin
_DOWNING_STREET = frozenset({"10", "11"})
_JOINTS = frozenset({"and", "or", "to", ",", "-", "–", "through"})
_SINGULAR = words("is was has isn't isn’t wasn't wasn’t hasn't hasn’t")
_LOCATIVES = words("in at near outside inside around across on")
_BEHIND_AGE = frozenset({".", ";", "and", "of", "from", "who", "with", ")"})


def is_numbered(tokens: Tokens, at: int) -> bool:
    """Whether the word before makes the number a name whatever follows: a phase 3 trial."""
    if not at:
        return False
    k = at - 1
    if k and (tokens.texts[k] == "." or (tokens.texts[k] in HYPHENS and tokens.touch(k))):
        k -= 1
    word = tokens.texts[k]
    if word == "no" or (word == "No" and _denies(tokens, k, at)):
        return k < at - 1
    if len(word) == 1 and word.isalpha() and word.isupper():
        return word not in {"A", "I"}
    return tokens.lowers[k] in NUMBERED


def _denies(tokens: Tokens, no: int, at: int) -> bool:
    """Whether "No" opens a sentence that denies a number: No 12 guards were hurt; but not No 10."""
    opens = not no or tokens.texts[no - 1] in _OPENING
    following = tokens.lowers[at + 1] if at + 1 < tokens.count else ""
    return opens and is_plural(following) and tokens.texts[at] not in _DOWNING_STREET


def is_ranked(tokens: Tokens, at: int) -> bool:
    """Whether the word before makes a number a place in an order: week 12, rounds two and three."""
    if not at:
        return False
    word = tokens.lowers[at - 1]
    return word in RANKED or (
        word[-1] == "s" and word[:-1] in RANKED and _is_joined_number(tokens, at + 1)
    )


def _is_joined_number(tokens: Tokens, at: int) -> bool:
    """Whether another number goes on with one at a token: "and 24", "to 24"."""
    joint, number = (*tokens.lowers[at : at + 2], "", "")[:2]
    return joint in _JOINTS and (is_number(number or " ") or number in SMALL)


def is_name(tokens: Tokens, at: int) -> bool:
    """Whether its neighbours make a number a name, when nothing counted follows: Game 7."""
    if not at:
        return _is_make(tokens, at) and not _is_titled(tokens)
    if is_ranked(tokens, at) or tokens.count == at + 1 == 2:
        return True
    before = tokens.texts[at - 1]
    following = tokens.lowers[at + 1] if at + 1 < tokens.count else ""
    if before[0].isupper() and following in _SINGULAR and tokens.texts[at] != "1":
        return True  # Bale 29 has scored
    if has_capital(tokens, at - 1) and not before[0].isupper():
        return True  # iPadOS 17.4
    capital = before[0].isupper() and (at > 1 or (before.isupper() and len(before) > 1))
    if not (capital or _is_make(tokens, at)) or _is_titled(tokens):
        return False
    if tokens.lowers[at - 1] in AUXILIARIES:
        return len(before) > 1 and before.isupper()  # on AM 570
    return tokens.lowers[at - 1] not in WEEKDAYS


def is_title(tokens: Tokens, at: int, *, counted: bool) -> bool:
    """Whether a capital makes a number word a part of a name: the Six Nations, the Big Three.

    ``counted``: a noun was found behind it.
    """
    if not at or not tokens.texts[at][0].isupper() or tokens.texts[at - 1] in _OPENING:
        return False
    following = tokens.texts[at + 1] if at + 1 < tokens.count else ""
    hyphen = following in HYPHENS and at + 2 < tokens.count
    named = (tokens.texts[at + 2] if hyphen else following)[:1].isupper()
    return (named or not counted or tokens.lowers[at - 1] == "big") and not _is_titled(tokens)


def is_model(tokens: Tokens, at: int, first: int) -> bool:
    """Whether a number is part of a name within a noun phrase that starts at the token ``first``:
    F-150 pickups, iPhone 15 handsets, 737 Max jets.
    """
    if not tokens.texts[at].isdecimal():
        return False
    if at + 1 < tokens.count and tokens.texts[at + 1][0].isupper():
        return True
    k = at - 1
    if k > first and tokens.texts[k] in HYPHENS and tokens.touch(k):
        k -= 1
    return k >= first and has_capital(tokens, k)


def has_capital(tokens: Tokens, at: int) -> bool:
    """Whether a word is written with a capital anywhere: Boeing, iPhone."""
    return tokens.texts[at] != tokens.lowers[at]


def _is_make(tokens: Tokens, at: int) -> bool:
    """Whether a number stands before a capitalised name: the 787 Dreamliner."""
    if at + 1 >= tokens.count or not tokens.texts[at].isdecimal() or len(tokens.texts[at]) > 4:
        return False
    following = tokens.texts[at + 1]
    return following[0].isupper() and tokens.lowers[at + 1] not in _CALENDAR


def _is_titled(tokens: Tokens) -> bool:
    """Whether the sentence is a headline in capitals, where a capital tells nothing."""
    letters = [text for text in tokens.texts[:_HEADLINE] if text[0].isalpha()]
    capitals = [text for text in letters if text[0].isupper()]
    return len(capitals) >= _CAPITALS * len(letters)


def is_age(tokens: Tokens, at: int) -> bool:
    """Whether a bare number is the age of somebody named: Ann Smith, 45, said; Smith (45)."""
    texts = tokens.texts
    if at < 2 or not texts[at].isdecimal() or int(texts[at][:4]) > OLDEST:
        return False
    following = tokens.lowers[at + 1] if at + 1 < tokens.count else ","
    if texts[at - 1] == "(":
        return following == ")" and texts[at - 2][0].isupper()
    if texts[at - 1] != ",":
        return False
    name = at - 3 if texts[at - 2] == "." else at - 2
    start = name
    while start >= 0 and texts[start][0].isupper() and tokens.lowers[start] not in PREPOSITIONS:
        start -= 1
    if start == name:
        return following == "," and is_person(tokens.lowers[name])  # the actress, 33, said
    if following == ",":
        return True
    if start >= 0 and tokens.lowers[start] in _LOCATIVES:
        return False
    return following in _BEHIND_AGE or (name - start > 1 and following in AUXILIARIES)
