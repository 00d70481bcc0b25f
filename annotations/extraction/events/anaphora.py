"""Numbers that take up what was counted before: "bringing the total to 145", "medics counted 15".

Such a number names neither a noun nor an event of its own; both are those of the last figure of
people or things that had an event, in its sentence or the one before.
"""

from dataclasses import dataclass

from annotations.extraction.events.clause import Happening
from annotations.extraction.events.fitting import fits_event
from annotations.extraction.figures.quantities import Quantity
from annotations.extraction.lexicon.reporting import COUNTING
from annotations.extraction.lexicon.words import ADVERBS, BE, DETERMINERS, words
from annotations.extraction.text.tokens import Tokens

_COUNTS = words("total number figure count tally toll")
_REVISED = words("revised corrected raised lowered adjusted updated cut")
_BEFORE_LEVEL = ADVERBS | words("it to at was is were are as up down upward downward")
_OF_THEM = words("them whom which these those")
_OF_NOTHING = frozenset({"", "present"})  # what a bare "there were 62" says by itself
_COUNTED = frozenset({"person", "count"})


@dataclass(slots=True)
class Antecedent:
    """What was counted last, and what happened to it."""

    quantity: Quantity
    event: str


def name_parts(tokens: Tokens, quantities: list[Quantity], before: Antecedent | None) -> None:
    """Give "118 of them" the noun that was counted in the sentence before; where it goes on "were
    minors", only the unit."""
    for quantity in quantities:
        if before is None or quantity.unit in _COUNTED:
            return  # what the sentence counts itself is nearer
        of, them, verb = (*tokens.lowers[quantity.last : quantity.last + 3], "", "", "")[:3]
        if quantity.unit or of != "of" or them not in _OF_THEM:
            continue
        if verb in BE:
            quantity.unit = before.quantity.unit
        else:
            _take_noun(quantity, before.quantity)


def resume(
    tokens: Tokens,
    quantities: list[Quantity],
    happenings: list[Happening],
    before: Antecedent | None,
) -> Antecedent | None:
    """Fill in the figures of a sentence that take up one before; give what the next may take up.

    ``before`` is what the sentence before gave.
    """
    last = None
    for quantity, happening in zip(quantities, happenings, strict=True):
        antecedent = last or before
        free = happening.event in _OF_NOTHING
        if antecedent is not None and free and _takes_up(tokens, quantity):
            _fill(quantity, happening, antecedent)
        if happening.event and quantity.unit in _COUNTED:
            last = Antecedent(quantity, happening.event)
    return last


def _fill(quantity: Quantity, happening: Happening, antecedent: Antecedent) -> None:
    if fits_event(antecedent.event, antecedent.quantity):
        happening.event = antecedent.event
    _take_noun(quantity, antecedent.quantity)


def _take_noun(quantity: Quantity, counted: Quantity) -> None:
    quantity.unit = counted.unit
    quantity.counted, quantity.counted_text = counted.counted, counted.counted_text
    quantity.counted_modifiers = counted.counted_modifiers


def _takes_up(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a bare number is given of something that "the total" or a verb only points to."""
    if quantity.reach > quantity.last or quantity.unit not in {"", "person"}:
        return False
    index = quantity.bound - 1
    while index >= 0 and tokens.lowers[index] in _BEFORE_LEVEL:
        index -= 1
    if index < 0:
        return False
    if tokens.lowers[index] == "there":
        return tokens.lowers[index + 1] in BE
    if index == quantity.bound - 1:
        return tokens.lowers[index] in COUNTING
    return tokens.lowers[index] in _REVISED or _is_count(tokens, index)


def _is_count(tokens: Tokens, index: int) -> bool:
    """Whether a word is "the total" and the like, not said of what: "the number of trains"."""
    return tokens.lowers[index] in _COUNTS and tokens.lowers[max(0, index - 1)] in DETERMINERS
