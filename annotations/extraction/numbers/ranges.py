"""Two amounts joined to a range: 3-4 million, $3 to $4, three or four years."""

from dataclasses import replace

from annotations.extraction.lexicon.casualties import TOLLS
from annotations.extraction.lexicon.currencies import CODES, SIGNS
from annotations.extraction.lexicon.numerals import STARTERS
from annotations.extraction.numbers.amounts import Amount, read_amount
from annotations.extraction.numbers.dates import is_dated
from annotations.extraction.numbers.numerals import is_number
from annotations.extraction.numbers.units import Unit, same_measure
from annotations.extraction.text.tokens import Tokens
from annotations.extraction.types import Modifier

_DASHES = frozenset("-–—−‐‑")
_LINKS = _DASHES | {"and", "to", "or"}
_FARTHEST_TOLL = 8  # tokens from "toll" to its number


def _number_at(tokens: Tokens, at: int) -> int | None:
    """The number that starts at a token, behind a currency sign or a hyphen at most."""
    for k in range(at, min(at + 4, tokens.count)):
        word = tokens.texts[k]
        if is_number(word) or tokens.lowers[k] in STARTERS:
            return k
        if word not in SIGNS and word not in CODES and word not in {"US", "A", "HK", "C", "-", "="}:
            return None
    return None


def read_range(tokens: Tokens, first: Amount, *, changing: bool) -> Amount | None:
    """Join an amount with the one that follows: 3-4 million, $3 to $4, three or four years.

    ``changing``: a verb of change stands before the first: "rose $2 to $5" is no range.
    """
    at = first.last
    if at >= tokens.count or first.number.modifier is not Modifier.EXACT:
        return None
    word = tokens.lowers[at]
    link = _link_end(tokens, first) if word in _LINKS else 0
    start = _number_at(tokens, link) if link else None
    if start is None:
        return None
    currency = Unit(first.unit, first.first, first.first) if first.money else None
    second = read_amount(tokens, start, money=currency)
    if second is None or second.number.modifier is not Modifier.EXACT:
        return None
    if word == "to" and tokens.texts[second.last : second.last + 1] == ["-"]:
        second = read_range(tokens, second, changing=False) or second  # from 24 to 33-35
    if word == "to" and _is_toll(tokens, first, second):
        return None  # cut the toll from 14 to nine: an old and a new level
    if word == "or" and (first.unit or second.number.first > at + 2):
        return None
    if is_dated(tokens, first.number.first) and not is_dated(tokens, second.number.first):
        return None  # in 2008 to 29 mm
    from_before = first.first > 0 and tokens.lowers[first.first - 1] == "from"
    return _join(first, second, changing=changing and word == "to", from_before=from_before)


def _link_end(tokens: Tokens, first: Amount) -> int:
    """The end of what may link two amounts to a range behind the first, 0 where nothing does."""
    at = first.last
    word = tokens.lowers[at]
    if tokens.lowers[at : at + 3] == ["-", "to", "-"]:
        return at + 3  # a 3-to-4-week ban
    if word in _DASHES:
        linked = tokens.touch(at - 1) == tokens.touch(at)
    elif word == "and":
        linked = _between(tokens, first.first)
    else:
        linked = True
    return at + 1 if linked else 0


def _is_toll(tokens: Tokens, first: Amount, second: Amount) -> bool:
    """Whether two bare numbers behind "from" are levels of a toll, each of which was reported."""
    at = first.first
    if first.unit or second.unit or not at or tokens.lowers[at - 1] != "from":
        return False
    return not TOLLS.isdisjoint(tokens.lowers[max(0, at - _FARTHEST_TOLL) : at])


def _between(tokens: Tokens, at: int) -> bool:
    before = tokens.lowers[max(0, at - 4) : at]
    return "between" in before[-3:] or before == ["between", "the", "ages", "of"]


def _join(first: Amount, second: Amount, *, changing: bool, from_before: bool) -> Amount | None:
    if not same_measure(first.unit, second.unit):
        return None
    if (first.unit and not second.unit) or (changing and bool(first.unit) == bool(second.unit)):
        return None
    low = first.low
    scale = second.number.scale
    if scale > 1 and first.number.scale == 1 and low < second.low / scale:
        low *= scale
    comparable = first.money or second.unit in {"", "percent"}
    if low >= second.low and comparable and not from_before:
        return None  # a score, a poll's 44% to 24%, "$45 million to 12 workers"
    specific = max(first, second, key=lambda amount: len(amount.unit))
    return replace(
        second,
        unit=specific.unit,
        unit_first=specific.unit_first,
        unit_last=specific.unit_last,
        low=min(low, second.low),
        high=max(low, second.high),
        first=first.first,
        money=first.money or second.money,
        joined=True,
    )
