"""Whose unit and noun a bare number goes on with, among the quantities before it."""

from dataclasses import replace

from annotations.extraction.figures.quantities import Quantity
from annotations.extraction.lexicon.bounds import FILLERS
from annotations.extraction.lexicon.casualties import DONE_TO_PEOPLE
from annotations.extraction.lexicon.words import AUXILIARIES, DETERMINERS, TIME_WORDS, words
from annotations.extraction.nouns.heads import VERBS
from annotations.extraction.numbers.numerals import is_number
from annotations.extraction.text.nouns import is_person
from annotations.extraction.text.tokens import Tokens

_COMPARING = (["fewer", "than"], ["more", "than"], ["less", "than"], ["compared", "with"])
_BEFORE_OTHER_TIME = words("and from with against than versus to")
_BEFORE_ASIDE = words("including in across throughout")
_PEAKS = words("peak high low record average maximum minimum")
_OTHER_TIMES = words("previous prior same quarter second third fourth first")


def source(tokens: Tokens, main: Quantity, before: Quantity, after: Quantity) -> Quantity | None:
    """Whose unit a quantity without a noun of its own goes on with, None where with no one's.

    ``main`` is the last one before it that stands in no "including ..." aside.
    """
    of, number = (*tokens.lowers[after.last : after.last + 2], "", "")[:2]
    if after.counted or (of == "of" and is_number(number or " ")):
        return None  # 11 of 17 are of what the 17 are
    gap = tokens.lowers[before.reach : after.bound]
    if gap[-3:-1] in _COMPARING and gap[-1] in DETERMINERS and main.unit in {"person", "count"}:
        return main  # fewer than the 320,000 it had targeted
    listed = (are_joined(gap) and of != "of") or (gap == ["to"] and starts_from(tokens, before))
    if listed and before.unit == "percent" and gap[-1] == "or":
        return _in_numbers(before)
    if listed or (before.direction and after.direction):
        return before if before.unit else None
    of_things = main.unit in {"person", "count"}
    if of_things and (_continues(tokens, after) or _does_again(gap)):
        return main
    return main if _is_of_other_time(tokens, after) or _is_peak(gap) else None


def is_aside(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a quantity leaves what goes on behind it to the one before it: including 12 of them,
    in 14 towns, doubled.
    """
    if quantity.unit == "fold":
        return True
    return quantity.bound > 0 and tokens.lowers[quantity.bound - 1] in _BEFORE_ASIDE


def _in_numbers(share: Quantity) -> Quantity | None:
    """What a share is told in numbers of: 40 percent of the homes, or 1,200."""
    if not share.counted:
        return None
    return replace(share, unit="person" if is_person(share.counted) else "count", unit_text="")


def _does_again(gap: list[str]) -> bool:
    """Whether a second verb takes what the first took: killed 40 guards and captured 15."""
    while gap and gap[-1] in FILLERS:
        gap = gap[:-1]
    verb = gap[-1:] and (gap[-1].endswith("ed") or gap[-1] in VERBS or gap[-1] in DONE_TO_PEOPLE)
    return bool(verb) and gap[:-1] in (["and"], ["but"], [","], [",", "and"], [",", "but"])


def _is_peak(gap: list[str]) -> bool:
    """Whether a number is what another came from: down from a peak of 7,500."""
    return gap[-1:] == ["of"] and gap[-2:-1] != [] and gap[-2] in _PEAKS and "from" in gap[-5:]


def starts_from(tokens: Tokens, quantity: Quantity) -> bool:
    return quantity.bound > 0 and tokens.lowers[quantity.bound - 1] == "from"


def are_joined(gap: list[str]) -> bool:
    """Whether nothing but "and", "or", "from" or ", and" stands between two quantities."""
    return gap[gap[:1] == [","] :] in (["and"], ["or"], ["&"], ["from"])


def _continues(tokens: Tokens, quantity: Quantity) -> bool:
    """Of which 61 lost their lives; and 253 got injuries; 357 of them."""
    before = tokens.lowers[quantity.bound - 1] if quantity.bound else ""
    following = tokens.lowers[quantity.last : quantity.last + 2]
    if before in {"which", "whom"} or following == ["of", "them"] or following == ["of", "whom"]:
        return True
    if following[:1] in (["more"], ["fewer"]):
        return following[1:] != ["than"] or before == ","
    if before == ",":  # 40 firms gained, 12 fell and six were unchanged
        return bool(following) and (following[0] in VERBS or following[0].endswith("ed"))
    if before == ";":
        return bool(following) and following[0] in AUXILIARIES
    return before in {"and", "while"} and bool(following) and following[0].isalpha()


def _is_of_other_time(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a bare number is a measure at another time: 3.4 percent in May and 3.1 in June."""
    if not is_number(tokens.lowers[quantity.first]) or not quantity.bound:
        return False
    if tokens.lowers[quantity.bound - 1] not in _BEFORE_OTHER_TIME:
        return False
    opening, time = (*tokens.lowers[quantity.last : quantity.last + 2], "", "")[:2]
    if opening in {"in", "on", "a", "the", "last", "this", "next"}:
        return time in TIME_WORDS or time in _OTHER_TIMES or (time.isdecimal() and len(time) == 4)
    return False
