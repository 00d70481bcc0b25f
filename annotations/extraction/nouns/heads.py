"""Where the head of the noun phrase behind a number stands."""

from annotations.extraction.lexicon.currencies import SIGNS
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
from annotations.extraction.nouns.names import has_capital, is_model
from annotations.extraction.numbers.numerals import is_number
from annotations.extraction.numbers.units import HYPHENS
from annotations.extraction.text.nouns import is_plural
from annotations.extraction.text.tokens import Tokens

_LONGEST = 9  # words of a noun phrase
CLOSED = (
    (PREPOSITIONS | DETERMINERS | PRONOUNS | AUXILIARIES | RELATIVES | SUBORDINATORS | WEEKDAYS)
    | COORDINATORS
    | frozenset(MONTHS)
    | words(
        """
        today yesterday tomorrow tonight ago apiece away ahead back here there said says say told
        not n't than too very last next worth including alone least less fewer nor instead
        around earlier later vs versus
        weighs includes becomes comes goes gets gives keeps knows takes brings allows expects
        believes begins speaks contains consists belongs operates requires seems appears continues
        provides receives happens occurs
        """
    )
) - words("other others further past following one such may march us")
VERBS = (
    COMMON_VERBS
    | ADVERBS
    | words(
        """
    hit hurt let struck died die dies fell rose won lost dead injured wounded killed missing lie lay
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
    services news lives plainclothes crew infantry cavalry
    """
)

_VERBS_ONLY = VERBS - _NOUNS_TOO
_APOSTROPHES = frozenset("'’")
# Adverbs that may stand within a noun phrase: likely voters, badly burned men, daily users.
_DEGREES = words(
    """
    likely critically seriously severely badly recently previously officially publicly formally long
    newly daily weekly monthly yearly overnight lesser well better best widely highly little
    """
)
_NOT_IN_PHRASE = VERBS - _STATES - _DEGREES


def plural_head(tokens: Tokens, first: int) -> int | None:
    lowers = tokens.lowers
    head = owner = None
    joined = False
    for k in range(first, min(first + _LONGEST, tokens.count)):
        word = lowers[k]
        if (is_plural(word) and word not in CLOSED) or are_initials(tokens, k):
            if head is not None and word in _STATES:
                break
            if k == first and _has_price_behind(tokens, k):
                break
            if _is_possessive(tokens, k):
                owner = k
            else:
                head = k
                if word not in _ATTRIBUTIVE and not _is_name_of_more(tokens, k):
                    break
        elif head is not None and _ends_phrase(word, k - head):
            break
        elif word in {"and", "or"} and head is None and k > first and not joined:
            joined = True
        elif not _may_precede(tokens, k, first):
            break
    return owner if head is None else head


def _has_price_behind(tokens: Tokens, at: int) -> bool:
    """Whether a sum of money right behind makes a verb of a "plural": a pack of 12 costs £3.50."""
    return at + 1 < tokens.count and tokens.texts[at + 1] in SIGNS


def _is_name_of_more(tokens: Tokens, at: int) -> bool:
    """Whether a capitalised plural stands before the plural that is meant: Windows users."""
    if not tokens.texts[at][0].isupper() or at + 1 >= tokens.count:
        return False
    following = tokens.texts[at + 1]
    return following.islower() and is_plural(following) and following not in VERBS | CLOSED


def singular_head(tokens: Tokens, first: int) -> int | None:
    lowers = tokens.lowers
    head = None
    if first < tokens.count and lowers[first].endswith("s") and is_plural(lowers[first]):
        return None  # if one wishes to understand
    for k in range(first, min(first + _LONGEST, len(lowers))):
        word = lowers[k]
        if not _in_phrase(tokens, k):
            break
        if word in _VERBS_ONLY or (k > first and (word.endswith("ed") or is_plural(word))):
            break  # one proposal asks
        if word not in HYPHENS and not word.endswith(("'s", "’s")):
            head = k
    return None if head == first and lowers[first].endswith("ed") else head


def _may_precede(tokens: Tokens, at: int, first: int) -> bool:
    if is_model(tokens, at, first) or is_measure(tokens, at):
        return True
    if tokens.texts[at] in _APOSTROPHES:
        return tokens.touch(at - 1)
    if has_capital(tokens, at) and tokens.touch(at) and _goes_on(tokens, at):
        return True
    if at > first and tokens.texts[at - 1] in HYPHENS and tokens.touch(at - 1):
        return tokens.texts[at].isalpha()  # best-known brands
    if at > first and tokens.lowers[at - 1] in _DEGREES and tokens.lowers[at] in VERBS:
        return True
    return _in_phrase(tokens, at) and tokens.lowers[at] not in _NOT_IN_PHRASE


def _in_phrase(tokens: Tokens, at: int) -> bool:
    """Whether a token that is no head may stand within a noun phrase."""
    word = tokens.lowers[at]
    if word in HYPHENS:
        return tokens.touch(at - 1) and tokens.touch(at)
    return word[0].isalpha() and word not in CLOSED


def _ends_phrase(word: str, beyond: int) -> bool:
    """Whether a word so far behind a plural is past its noun phrase: the verb of its clause."""
    return beyond > 2 or word in VERBS or word.endswith(("ed", "ing"))


def _is_possessive(tokens: Tokens, at: int) -> bool:
    """Whether an apostrophe makes a plural the owner of what follows: the States' mysteries."""
    return tokens.touch(at) and tokens.texts[at + 1] in _APOSTROPHES


def are_initials(tokens: Tokens, at: int) -> bool:
    """Whether a word is initials or a model in the plural: EVs, MPs, F-16s."""
    text = tokens.texts[at]
    if text == "s":
        return _are_models(tokens, at)
    return text[-1] == "s" and len(text) > 2 and text[:-1].isupper()


def _are_models(tokens: Tokens, at: int) -> bool:
    """Whether a token is the plural ending of a model's name: F-16s, Model 3s."""
    return (
        tokens.texts[at] == "s"
        and tokens.touch(at - 1)
        and is_model(tokens, at - 1, max(0, at - 4))
    )


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether the letters at a token start a word with more: the A of A320 and of A-levels."""
    k = at + 1 + (tokens.texts[at + 1] in HYPHENS)
    if k >= tokens.count or not tokens.touch(k - 1):
        return False
    return k > at + 1 or is_number(tokens.texts[k])


def is_measure(tokens: Tokens, at: int) -> bool:
    """Whether an amount at a token qualifies a noun: 40-foot containers, 500kg bombs, $50 notes."""
    if tokens.texts[at] in SIGNS:
        return tokens.touch(at) and is_number(tokens.texts[at + 1])
    if not is_numeral(tokens, at):
        return False
    if at and tokens.texts[at - 1] in SIGNS and tokens.touch(at - 1):
        return True
    return tokens.touch(at) and (
        tokens.texts[at + 1][0].isalpha()
        or (tokens.texts[at + 1] in HYPHENS and tokens.touch(at + 1))
    )


def is_numeral(tokens: Tokens, at: int) -> bool:
    return at < tokens.count and (is_number(tokens.texts[at]) or tokens.lowers[at] in NUMBER_WORDS)
