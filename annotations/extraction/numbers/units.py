"""Units of measure and of money, as they are written around a number.

A unit is known by its canonical name: "kilometer", "square meter", "mile per hour", "percent", or
an ISO 4217 code. To add one, add a row to ``lexicon/units.tsv``.
"""

from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import NamedTuple

from babel import Locale

from annotations.extraction.lexicon.currencies import CODES, DOLLARS, DOUBTFUL, NOUNS, SIGNS
from annotations.extraction.lexicon.words import words
from annotations.extraction.numbers.numerals import is_number
from annotations.extraction.text.tokens import Tokens, tokenize

_Index = dict[str, list[tuple[tuple[str, ...], str]]]

MINUS = frozenset("-−–")
HYPHENS = frozenset("-‐‑–")
TIME_UNITS = words("second minute hour day night week fortnight month quarter year decade century")
_QUAKES = words("earthquake quake tremor temblor aftershock")
_FARTHEST_MAGNITUDE = 4  # tokens: a magnitude of at least 5.9
_LARGE = words("million billion trillion m bn tn")
_SMALL_MONEY = words("cent penny sen paisa")
LENGTHS = words("meter kilometer mile foot yard inch centimeter") | {"nautical mile", "light-year"}
_DIMENSIONS = words("old long wide high tall deep thick away")
# Single letters that are a unit even where a space stands before them.
_SPACED_LETTERS = frozenset("WVCFgmp%°")


class Unit(NamedTuple):
    """A unit's canonical name and the tokens it is written in, ``last`` exclusive."""

    name: str
    first: int
    last: int


def _plural(words_of_unit: str) -> str:
    if words_of_unit.startswith("degree "):
        return "degrees" + words_of_unit[6:]
    for stop in (" per ", " a ", " an ", " of "):
        head, found, rest = words_of_unit.partition(stop)
        if found:
            return _plural(head) + found + rest
    if words_of_unit.endswith("foot"):
        return words_of_unit[:-4] + "feet"
    if words_of_unit.endswith("ry"):
        return words_of_unit[:-1] + "ies"
    return words_of_unit + ("es" if words_of_unit.endswith(("ch", "s", "x")) else "s")


def _rows() -> Iterator[tuple[str, list[str], list[str]]]:
    table = files("annotations.extraction.lexicon").joinpath("units.tsv").read_text("utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            name, written, symbols = line.split("\t")
            yield name, [w for w in written.split(";") if w], symbols.split()


def _currency_names() -> Iterator[tuple[str, str]]:
    for code, name in Locale("en").currencies.items():
        if "(" not in name and " " in name:
            yield name.lower(), code
            yield name.lower().replace(" new ", " "), code
    yield from NOUNS.items()


def _index(names: Iterable[tuple[str, str]]) -> _Index:
    index: _Index = {}
    for written, name in names:
        key = tuple(tokenize(written).texts)
        index.setdefault(key[0], []).append((key, name))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


_WORDS = _index(
    (form, name)
    for name, written, _ in _rows()
    for word in written
    for form in (word, _plural(word), word.replace(" ", "-"))
)
_MONEY = _index((form, code) for word, code in _currency_names() for form in (word, _plural(word)))
_SYMBOLS = _index((symbol, name) for name, _, symbols in _rows() for symbol in symbols)
_BEFORE_SUM = SIGNS.keys() | CODES | DOLLARS.keys() | MINUS | {"$", ".", "="}
# What a unit behind a number can start with.
_FIRST_WORDS = _WORDS.keys() | _MONEY.keys() | _SYMBOLS.keys() | SIGNS.keys() | CODES


def _match(index: _Index, written: list[str], at: int) -> tuple[str, int] | None:
    """The longest entry of the index that stands at a token: its name and where it ends."""
    for key, name in index.get(written[at], ()):
        if len(key) == 1 or tuple(written[at : at + len(key)]) == key:
            return name, at + len(key)
    return None


def money_before(tokens: Tokens, at: int) -> Unit | None:
    """The currency whose sign or code stands right before a number: "$", "US $", "Rs.", "HK$"."""
    texts, k = tokens.texts, at - 1
    if k < 0 or texts[k] not in _BEFORE_SUM:
        return None
    sign = texts[k]
    if sign in MINUS and k and tokens.touch(k) and texts[k - 1] in SIGNS:
        k, sign = k - 1, texts[k - 1]
    if sign == "$":
        whose = texts[k - 1] if k else ""
        if whose in DOLLARS and (len(whose) > 1 or tokens.touch(k - 1)):
            return Unit(DOLLARS[whose], k - 1, at)
        return Unit("USD", k, at)
    if sign in SIGNS and (not sign.isalpha() or _is_sum(tokens, at)):
        return Unit(SIGNS[sign], k, at)
    if sign == "." and k and texts[k - 1] in {"Rs", "Tk", "Rp", "Sh"}:
        return Unit(SIGNS[texts[k - 1]], k - 1, at)
    if sign == "=" and k and texts[k - 1] == "Y":
        return Unit("JPY", k - 1, at)
    if sign in DOLLARS and k and texts[k - 1] == "$" and tokens.touch(k - 1):
        return Unit(DOLLARS[sign], k - 1, at)
    if sign == "COP" and tokens.touch(k):
        return None  # COP28
    return Unit(sign, k, at) if sign in CODES else None


def is_money(unit: str) -> bool:
    """Whether a unit, without what it is for each of, is a currency or a part of one."""
    return (len(unit) == 3 and unit.isupper()) or unit in _SMALL_MONEY


def same_measure(one: str, other: str) -> bool:
    """Whether two units can be those of one range: equal, or one says less than the other."""
    return (
        one == other
        or not (one and other)
        or one.startswith(other + " per ")
        or other.startswith(one + " per ")
    )


def is_magnitude(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a bare number between two tokens is an earthquake's: magnitude 7.8, a 6.1 quake."""
    lowers = tokens.lowers
    if "magnitude" in lowers[max(0, first - _FARTHEST_MAGNITUDE) : first]:
        return True
    following = lowers[last : last + 3]
    return (
        "richter" in following
        or "magnitude" in following[:2]
        or (last < len(lowers) and lowers[last] in _QUAKES)
    )


def _is_sum(tokens: Tokens, at: int) -> bool:
    """Whether a number behind letters is a sum: Rs500 and R26 million are, the 5 of a PS5 console
    and an R18 film are not.
    """
    if len(tokens.texts[at - 1]) == 1:
        following = tokens.lowers[at + 1] if at + 1 < tokens.count else ""
        return not tokens.touch(at - 2) and (following in _LARGE or "," in tokens.texts[at])
    scaled = tokens.touch(at) and tokens.texts[at + 1].isalpha()
    return len(tokens.texts[at]) > 1 or not tokens.touch(at - 1) or scaled


def money_behind(tokens: Tokens, at: int, code: str) -> Unit:
    """The currency of an amount with a sign before it, where its country stands behind it."""
    if at < tokens.count:
        word = tokens.texts[at]
        if code == "USD" and len(word) > 1 and word in DOLLARS:
            return Unit(DOLLARS[word], at, at + 1)
        if word == code:
            return Unit(code, at, at + 1)
    return Unit(code, at, at)


def unit_behind(tokens: Tokens, at: int, value: float, *, digits: bool) -> Unit | None:
    """The unit that stands at a token behind a number, with its "-old", "long" or rate.

    ``digits`` tells whether the number is written in digits: only then symbols are units.
    """
    if at >= tokens.count:
        return None
    hyphen = tokens.texts[at] in HYPHENS and is_hyphenated(tokens, at)
    start = at + 1 if hyphen else at
    if tokens.texts[start] not in _FIRST_WORDS and tokens.lowers[start] not in _FIRST_WORDS:
        return None
    found = (
        (_symbol(tokens, start) or _sign(tokens, start) if digits else None)
        or _match(_WORDS, tokens.lowers, start)
        or _money_noun(tokens, start, value)
    )
    if found is None:
        return None
    name, last = found
    if hyphen and name == "time":
        return None
    if not is_hyphenated(tokens, last):
        return Unit(name, at, _dimension(tokens, last))
    if _is_of_word(tokens, last):
        return None
    return Unit(name, at, last + 2 * (tokens.lowers[last + 1] in _DIMENSIONS))


def unit_noun(tokens: Tokens, at: int, value: float) -> Unit | None:
    """The unit a noun behind other words is: the yards of 517 rushing yards."""
    found = _match(_WORDS, tokens.lowers, at) or _money_noun(tokens, at, value)
    return Unit(found[0], at, found[1]) if found else None


def is_hyphenated(tokens: Tokens, at: int) -> bool:
    return (
        at < tokens.count
        and tokens.texts[at] in HYPHENS
        and tokens.touch(at - 1)
        and tokens.touch(at)
    )


def measure_at(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """The unit of measure whose words stand at a token: its name and where it ends."""
    return _match(_WORDS, tokens.lowers, at)


def symbol_at(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """The unit of measure whose symbol stands at a token, wherever that is."""
    return _match(_SYMBOLS, tokens.texts, at)


def _symbol(tokens: Tokens, at: int) -> tuple[str, int] | None:
    found = _match(_SYMBOLS, tokens.texts, at)
    if found is None:
        return None
    name, last = found
    text = tokens.texts[at]
    letter = len(text) == 1 and text.isalpha() and last == at + 1
    rated = last < tokens.count and tokens.texts[last] == "/" and tokens.touch(last - 1)
    if letter and not (tokens.touch(at - 1) or rated or text in _SPACED_LETTERS):
        return None
    if letter and tokens.texts[at - 1] in HYPHENS:
        return None  # a 10-K form
    if text.isalpha() and is_hyphenated(tokens, at + 1) and is_number(tokens.texts[at + 2]):
        return None  # 1.5 million F-150 pickups, a 1-in-100-year flood
    if text == "in" and not tokens.touch(at - 1):
        return None
    if any(tokens.gaps[at : last - 1]):
        return None
    if last < tokens.count and tokens.touch(last - 1) and tokens.texts[last][0].isalnum():
        return None
    return name, last


def _sign(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """A currency sign or code behind the number: 1,200€, 110 JPY."""
    sign = tokens.texts[at]
    if sign in CODES:
        return sign, at + 1
    if sign not in SIGNS or sign.isalpha():
        return None
    if tokens.touch(at) and tokens.texts[at + 1][0].isdecimal():
        return None
    return SIGNS[sign], at + 1


def _money_noun(tokens: Tokens, at: int, value: float) -> tuple[str, int] | None:
    found = _match(_MONEY, tokens.lowers, at)
    if found and tokens.lowers[at] in DOUBTFUL and value < 100:
        return None
    return found


def _is_of_word(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen makes the unit a part of another word: two second-half goals."""
    following = tokens.lowers[at + 1]
    if following.isdecimal():
        return False  # 6-foot-9
    return following not in _DIMENSIONS and following not in {"a", "an", "per", "owned", "plus"}


def _dimension(tokens: Tokens, at: int) -> int:
    """Where the unit ends with its "old" or "of age"."""
    lowers = tokens.lowers
    if at < len(lowers) and lowers[at] == "old":
        return at + 1
    if lowers[at : at + 2] == ["of", "age"]:
        return at + 2
    return at
