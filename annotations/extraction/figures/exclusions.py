"""Numbers in digits that are no figures by how they are written: names, addresses, list marks."""

from annotations.extraction.lexicon.labels import BEHIND, CLOCK, ORDINAL_SUFFIXES, STREETS
from annotations.extraction.lexicon.numerals import (
    DENOMINATORS,
    FRACTION_SIGNS,
    MAGNITUDES,
    SCALE_SUFFIXES,
)
from annotations.extraction.lexicon.words import words
from annotations.extraction.numbers.dates import date_end, is_clock
from annotations.extraction.numbers.numerals import is_number
from annotations.extraction.numbers.units import HYPHENS, money_before, unit_behind
from annotations.extraction.text.tokens import Tokens

_DENOMINATORS = frozenset(map(str, DENOMINATORS))
# A 4K screen, 1080p video.
_SCREENS = {("4", "K"), ("8", "K")} | {
    (lines, "p") for lines in words("240 360 480 576 720 1080 1440 2160 4320")
}
# Words in lower case behind a number that may tell what it names.
_NAMING = CLOCK | BEHIND | ORDINAL_SUFFIXES
_TWO_DIGITS = 2
_LONGEST_STREET = 3  # capitalised words between a house number and its "Street"
# Joined to a number by a hyphen, these leave it a number: sub-7, minus-12, now-18.
_PREFIXES = words(
    "sub minus now roughly nearly almost about over under plus to approximately magnitude"
)


def skip(tokens: Tokens, at: int) -> int:
    """Where to go on reading if the number in digits at a token is no figure, else 0."""
    text = tokens.texts[at]
    if len(text) > 1 and text[0] == "0" and text[1].isdecimal():
        return _telephone(tokens, at)
    if at and tokens.touch(at - 1):
        if _is_dialled(tokens, at):
            return _telephone(tokens, at)
        if _glued_before(tokens, at):
            return chain(tokens, at)
    if tokens.touch(at) and _glued_behind(tokens, at):
        return chain(tokens, at)
    if _is_named_behind(tokens, at):
        return at + 1
    return date_end(tokens, at) if len(text) < _TWO_DIGITS + 1 else 0


def chain(tokens: Tokens, at: int) -> int:
    """The end of what is written in one piece with a number: 2023-09-19, 12:03:15, 5G, 9AB8."""
    while tokens.touch(at):
        following = tokens.texts[at + 1]
        if following[0].isalnum() or (following[0] == "." and len(following) > 1):
            at += 1
        elif following in "-/:–'’" and at + 2 < tokens.count and tokens.touch(at + 1):
            if not tokens.texts[at + 2][0].isalnum():
                break
            at += 2
        else:
            break
    magnitude = at + 1 < tokens.count and tokens.lowers[at + 1] in MAGNITUDES
    return at + 1 + magnitude


def _is_named_behind(tokens: Tokens, at: int) -> bool:
    """Whether what follows makes a number a time of day, the mark of a list or an address."""
    if at + 1 == tokens.count:
        return False
    following = tokens.texts[at + 1]
    if following.islower() and following not in _NAMING:
        return False
    return is_clock(tokens, at) or _is_list_mark(tokens, at) or _is_address(tokens, at)


def _is_dialled(tokens: Tokens, at: int) -> bool:
    """Whether a number that touches what stands before it is the code of a telephone number:
    (555) 123-4567, +44 20 7946 0958.
    """
    if not tokens.texts[at].isdecimal():
        return False
    before, beyond = tokens.texts[at - 1], tokens.texts[at + 1 : at + 3]
    if before == "(":
        return beyond[:1] == [")"] and len(beyond) == 2 and _is_numbered(tokens, at + 2)
    return before == "+" and len(beyond) == 2 and all(map(str.isdecimal, beyond))


def _is_numbered(tokens: Tokens, at: int) -> bool:
    """Whether a group of digits that another follows starts at a token: 123-4567."""
    following = tokens.texts[at + 1 : at + 3]
    return (
        is_number(tokens.texts[at])
        and len(following) == 2
        and (following[0] in HYPHENS)
        and is_number(following[1])
    )


def _telephone(tokens: Tokens, at: int) -> int:
    """The end of a number in groups: 0800 123 456."""
    end = chain(tokens, at)
    while end < tokens.count and (
        tokens.texts[end] == ")" or (tokens.texts[end].isdecimal() and len(tokens.texts[end]) > 1)
    ):
        end = chain(tokens, end) if tokens.texts[end] != ")" else end + 1
    return end


def _glued_before(tokens: Tokens, at: int) -> bool:
    """Whether what touches the number from before makes it a part of a name."""
    before = tokens.texts[at - 1]
    if before[0].isalpha():
        return money_before(tokens, at) is None
    beyond = tokens.texts[at - 2] if at > 1 and tokens.touch(at - 2) else ""
    if before in HYPHENS:
        ruling = at > 2 and tokens.texts[at - 3] in HYPHENS  # 5-to-4
        return bool(beyond) and beyond[0].isalnum() and (ruling or beyond.lower() not in _PREFIXES)
    if before in {"'", "’"}:
        return len(tokens.texts[at]) == 2 and not beyond
    if before in {".", ":", "/"}:
        return bool(beyond) and (beyond[0].isalnum() and beyond != "Rs")
    return before in "#@_\\"


def _glued_behind(tokens: Tokens, at: int) -> bool:
    """Whether what touches the number from behind makes it a time, an ordinal, a version."""
    following = tokens.lowers[at + 1]
    beyond = tokens.texts[at + 2] if tokens.touch(at + 1) else ""
    if following in {"'", "’", "′"}:
        return beyond[:1].isalpha() or is_number(beyond or " ")
    if following == ":":
        return bool(beyond) and is_number(beyond)
    if following == "/" and beyond and is_number(beyond):
        return _is_no_fraction(tokens, at, beyond)
    if following in "-–.":
        return _is_numbered_chain(tokens, at + 1) or _is_file(tokens, at + 1)
    if is_number(following):
        return True  # 1.2.3
    if following[0].isalpha() and following not in FRACTION_SIGNS:
        return _is_no_measure(tokens, at)
    return False


def _is_no_fraction(tokens: Tokens, at: int, below: str) -> bool:
    """9/11, 36/5, but not 1/2."""
    if below not in _DENOMINATORS or _is_numbered_chain(tokens, at + 1):
        return True
    return tokens.texts[at].isdecimal() and int(tokens.texts[at][:4]) > int(below)


def _is_no_measure(tokens: Tokens, at: int) -> bool:
    """Whether letters that touch a number are neither a magnitude nor a unit: 3rd, 80s, 5pm, 4K."""
    text, following = tokens.texts[at], tokens.lowers[at + 1]
    if following == "s":
        return "." not in text  # the 80s, but 9.81s
    if following == "st" and not text.endswith("1"):
        return False  # 15st 4lb
    if following in ORDINAL_SUFFIXES or following in CLOCK:
        return True
    if (text, tokens.texts[at + 1]) in _SCREENS:
        return True
    if tokens.texts[at + 1] == "X" and text.isdecimal() and len(text) > _TWO_DIGITS:
        return True  # the 777X
    scaled = tokens.texts[at + 1] in SCALE_SUFFIXES
    return not scaled and unit_behind(tokens, at + 1, 2.0, digits=True) is None


def _is_numbered_chain(tokens: Tokens, at: int) -> bool:
    """Three or more numbers that hyphens, slashes or dots join: a date, a telephone number."""
    mark, links = tokens.texts[at], 0
    while (
        at + 1 < tokens.count
        and tokens.texts[at] == mark
        and tokens.touch(at)
        and is_number(tokens.texts[at + 1])
    ):
        links += 1
        if links == 2:
            return True
        if not tokens.touch(at + 1):
            return False
        at += 2
    return False


def _is_file(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen behind a number goes on as a file's number does: 22-CV-1034."""
    return (
        at + 3 < tokens.count
        and tokens.texts[at + 1].isupper()
        and tokens.texts[at + 2] in HYPHENS
        and is_number(tokens.texts[at + 3])
        and all(tokens.touch(k) for k in range(at, at + 3))
    )


def _is_list_mark(tokens: Tokens, at: int) -> bool:
    """1. at the start of a line, (2) and 3) anywhere."""
    if len(tokens.texts[at]) > _TWO_DIGITS or not tokens.texts[at].isdecimal():
        return False
    following = tokens.texts[at + 1]
    if at == 0:
        return following in {".", ")"} and at + 2 < tokens.count
    return following == ")" and tokens.texts[at - 1] == "(" and at == 1


def _is_address(tokens: Tokens, at: int) -> bool:
    """90049 ZIP, 49 Zorro Ranch Road, 9 E 71st St, 16-18 Industrial Avenue."""
    if not tokens.texts[at].isdecimal():
        return False
    if tokens.lowers[at + 1] in BEHIND:
        return True
    if tokens.texts[at + 1] in HYPHENS and tokens.touch(at) and at + 2 < tokens.count:
        at += 2
    for k in range(at + 1, min(at + 2 + _LONGEST_STREET, tokens.count)):
        if tokens.lowers[k] in STREETS and tokens.texts[k][0].isupper():
            return True
        if not (tokens.texts[k][0].isupper() or _is_ordinal(tokens, k)):
            return False
    return False


def _is_ordinal(tokens: Tokens, at: int) -> bool:
    """Whether a token is the number or the ending of 71st."""
    if tokens.lowers[at] in ORDINAL_SUFFIXES:
        return tokens.touch(at - 1) and is_number(tokens.texts[at - 1])
    return tokens.touch(at) and tokens.lowers[at + 1] in ORDINAL_SUFFIXES


def is_score(tokens: Tokens, at: int) -> bool:
    """Whether a number that ends at a token goes on as a score or a ratio: 2-2, 89-89."""
    return (
        at + 1 < tokens.count
        and tokens.texts[at] in HYPHENS
        and tokens.touch(at - 1)
        and tokens.touch(at)
        and is_number(tokens.texts[at + 1])
    )
