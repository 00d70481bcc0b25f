"""What a quantity leaves unsaid because its neighbour says it.

"Four-, five- and six-cylinder", "61 lost their lives and 253 were injured", "from $20 in May to
$30": units and nouns that are shared, and a start and an end that are one figure.
"""

from itertools import pairwise

from annotations.extraction.figures.governing import bound_conversions, share_directions
from annotations.extraction.figures.quantities import Quantity
from annotations.extraction.figures.sharing import are_joined, is_aside, source, starts_from
from annotations.extraction.lexicon.bounds import FILLERS
from annotations.extraction.lexicon.casualties import (
    CASUALTY,
    DONE_TO_PEOPLE,
    GROUPS,
    STAFFS,
    TOLLS,
)
from annotations.extraction.lexicon.numerals import LOOSE_COUNTS, ORDERS
from annotations.extraction.lexicon.words import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    words,
)
from annotations.extraction.nouns.counted import read_counted
from annotations.extraction.nouns.heads import CLOSED, VERBS
from annotations.extraction.numbers.units import HYPHENS, same_measure
from annotations.extraction.text.tokens import Tokens
from annotations.extraction.types import Modifier

_LONGEST_KIND = 3  # tokens: full-time
_LONGEST_GAP = 6  # tokens between "from 20" and "to 30"
_SEEMING = AUXILIARIES | words("been people more feared believed reported presumed confirmed left")
_TABLE = 6  # bare numbers in a row
_WHOLE_FIRST = 3
_FARTHEST_TOLL = 14
_PLURAL_ORDERS = ORDERS.keys() | LOOSE_COUNTS.keys()
_SPENT = words("spent paid invested wasted raised saved earned")
_IN_ORDER = words("last past previous first next top final opening remaining original")


def complete(tokens: Tokens, found: list[Quantity]) -> list[Quantity]:
    """Fill in shared units and nouns, and join starts with ends."""
    if not found:
        return found
    behind = 0
    for quantity in found:
        if not quantity.unit and _counts_people(tokens, quantity, behind):
            quantity.unit = "person"
            _take_group(tokens, quantity)
        if quantity.unit != "fold":  # the toll doubled to 40
            behind = quantity.reach
        if not quantity.unit:
            _take_subject(tokens, quantity)
    if len(found) > 1:
        bound_conversions(tokens, found)
        _share_forward(tokens, found)
        _share_back(tokens, found)
        share_directions(tokens, found)
        found = _join(tokens, found)
    found = [quantity for quantity in found if quantity.unit or not _dangles(tokens, quantity)]
    return _without_tables(tokens, found)


def _without_tables(tokens: Tokens, found: list[Quantity]) -> list[Quantity]:
    """Leave out bare numbers that stand in a row without a word between: no statement."""
    if len(found) < _TABLE:
        return found
    kept: list[Quantity] = []
    row: list[Quantity] = []
    for quantity in found:
        if row and (quantity.unit or _has_word(tokens, row[-1].last, quantity.bound)):
            kept += row if len(row) < _TABLE else []
            row = []
        if quantity.unit:
            kept.append(quantity)
        else:
            row.append(quantity)
    return kept + (row if len(row) < _TABLE else [])


def _has_word(tokens: Tokens, first: int, last: int) -> bool:
    return any(word[0].isalnum() for word in tokens.lowers[first:last])


def _take_group(tokens: Tokens, quantity: Quantity) -> None:
    """Count those whom the group before "of" is made up of: a crew of 36."""
    at = quantity.bound - 1
    while at > 0 and tokens.lowers[at] in FILLERS:
        at -= 1
    if at > 0 and tokens.lowers[at] == "of" and tokens.lowers[at - 1] in STAFFS:
        quantity.counted = tokens.lowers[at - 1]
        quantity.counted_text = tokens.text(at - 1, at)


def _take_subject(tokens: Tokens, quantity: Quantity) -> None:
    """Count what the sentence has the number of: the number of cases rose to 1,234."""
    start = max(0, quantity.bound - _FARTHEST_TOLL)
    said = tokens.lowers[start : quantity.bound]
    if "number" not in said or said[said.index("number") + 1 :][:1] != ["of"]:
        return
    at = start + said.index("number") + 2
    counted = read_counted(tokens, at, plural=True)
    if counted and counted.last <= quantity.bound:
        quantity.unit = "person" if counted.person else "count"
        quantity.counted, quantity.counted_modifiers = counted.noun, counted.modifiers
        quantity.counted_text = tokens.text(counted.first, counted.last)


def _dangles(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a hyphen behind a bare number joins it to nothing that was found."""
    return (
        quantity.last < tokens.count
        and tokens.touch(quantity.last - 1)
        and (tokens.texts[quantity.last] in HYPHENS)
    )


def _copy(source: Quantity, target: Quantity) -> None:
    target.unit = source.unit
    target.unit_text = source.unit_text
    target.counted = source.counted
    target.counted_modifiers = source.counted_modifiers
    target.counted_text = source.counted_text


def _share_back(tokens: Tokens, found: list[Quantity]) -> None:
    """Give a bare number the unit of one before it that it goes on with."""
    whole = found[0] if tokens.lowers[0] == "of" and found[0].bound < _WHOLE_FIRST else None
    main = found[0]
    for before, after in pairwise(found):
        if not is_aside(tokens, before):
            main = before
        if whole and not after.unit:
            _copy(whole, after)  # Of the 19 hostages, six were freed
        antecedent = source(tokens, main, before, after)
        if antecedent and (not after.unit or after.unit == antecedent.unit == "person"):
            _copy(antecedent, after)


def _determines(word: str) -> bool:
    return word in DETERMINERS or word in _IN_ORDER or word.endswith(("'s", "’s"))


def _share_forward(tokens: Tokens, found: list[Quantity]) -> None:
    """Give a bare number the unit of the one behind it: 280 million of the 1.5 billion shekels."""
    shared = None
    for after, before in pairwise(reversed(found)):
        said = before.unit and (before.counted or not before.unit == after.unit == "person")
        if said or not after.unit:
            continue
        gap = tokens.lowers[before.last : after.bound]
        hyphen = gap[:1] == ["-"]
        if not hyphen and tokens.texts[after.last - 2] in HYPHENS:
            continue  # 7 of 12 from three-point range
        of = gap[:1] == ["of"] and all(map(_determines, gap[1:]))
        kinds = bool(after.counted) and _are_kinds(gap)
        listed = gap[hyphen:] == [","] and (hyphen or after is shared)  # 5, 10 and 20 dollars
        if of or kinds or listed or are_joined(gap[hyphen:]):
            _copy(after, before)
            shared = before


def _are_kinds(gap: list[str]) -> bool:
    """Whether a gap holds what tells apart two kinds of one thing: 30 full-time and 12 part-time
    teachers.
    """
    *kind, joint = gap or [""]
    return (
        joint in {"and", "or"}
        and 0 < len(kind) <= _LONGEST_KIND
        and all(word in HYPHENS or word.isalpha() for word in kind)
        and (CLOSED | VERBS).isdisjoint(kind)
    )


def _join(tokens: Tokens, found: list[Quantity]) -> list[Quantity]:
    """Make "from A ... to B" one range."""
    joined = [found[0]]
    for quantity in found[1:]:
        start = joined[-1]
        if not _runs_to(tokens, start, quantity):
            joined.append(quantity)
        elif start.unit == "person":  # levels of a toll, each of which was reported
            _copy(start, quantity)
            joined.append(quantity)
        else:
            _stretch(tokens, start, quantity)
    return joined


def _runs_to(tokens: Tokens, start: Quantity, end: Quantity) -> bool:
    lowers = tokens.lowers
    if not starts_from(tokens, start) or lowers[end.bound - 1] != "to":
        return False
    if start.low is None or start.low != start.high or end.low is None or end.low != end.high:
        return False
    gap = lowers[start.last : end.bound - 1]
    return (
        len(gap) <= _LONGEST_GAP
        and all(word[0].isalnum() and word not in COORDINATORS for word in gap)
        and same_measure(start.unit, end.unit)
    )


def _stretch(tokens: Tokens, start: Quantity, end: Quantity) -> None:
    if start.low is None or end.low is None:
        return
    start.low, start.high = min(start.low, end.low), max(start.low, end.low)
    start.modifier = Modifier.ABOUT if start.modifier is Modifier.ABOUT else Modifier.RANGE
    if len(end.unit) > len(start.unit):
        _copy(end, start)
    start.end, start.last, start.reach = end.end, end.last, end.reach
    start.direction = None


def _counts_people(tokens: Tokens, quantity: Quantity, start: int) -> bool:
    """Whether a bare number is one of people: killing two, 12 dead, a toll of 61.

    A toll must be spoken of behind the quantity before, which ends at the token ``start``.
    """
    lowers = tokens.lowers
    k = quantity.bound - 1
    while k > 0 and lowers[k] in FILLERS:
        k -= 1
    if k >= 0 and (lowers[k] in DONE_TO_PEOPLE or (lowers[k] == "of" and lowers[k - 1] in GROUPS)):
        return True
    following = lowers[quantity.last : quantity.last + 4]
    while following and following[0] in _SEEMING:
        following = following[1:]
    if following and following[0] in CASUALTY:
        return True
    if (
        lowers[quantity.last - 1] in _PLURAL_ORDERS
        and following != lowers[quantity.last : quantity.last + 4]
    ):
        return _SPENT.isdisjoint(following[:2])  # thousands are marooned
    said = lowers[max(start, quantity.bound - _FARTHEST_TOLL) : quantity.bound]
    if "," in said and "toll" not in said:
        said = said[len(said) - said[::-1].index(",") :]
    return not TOLLS.isdisjoint(said)
