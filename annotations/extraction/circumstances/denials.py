"""Whether somebody denies a figure: who speaks of it, "none of", or a report called false."""

from itertools import pairwise

from annotations.extraction.figures.quantities import Quantity
from annotations.extraction.lexicon.modality import (
    AFTER_NO,
    CALLING,
    FALSE,
    FALSEHOODS,
    PRESUPPOSING,
)
from annotations.extraction.lexicon.reporting import DENYING, HEARSAY
from annotations.extraction.lexicon.words import ADVERBS, BE, DETERMINERS, NEGATIONS, words
from annotations.extraction.speakers.attribution import Frame
from annotations.extraction.text.tokens import Tokens

_OF = frozenset({"of", "among"})
_NONE = (["none"], ["neither"], ["nobody"])
_NOT_ONE = (["not", "one"], ["no", "one"])
_REFUSING = words("reject rejects rejected dismiss dismisses dismissed rebuffed")
_REFUSED = words("count charge appeal request application petition bid")
_JOINING = frozenset({"but", "while", "whereas", ";", "and", "though", "although"})
_ASIDES = frozenset({"which", "who", "where"})
_WITHIN = 3  # tokens behind "denied": "any further responsibility"
_FURTHEST = 25  # tokens between what is reported and the figure, or the figure and its denial
_LONGEST_OBJECT = 8  # tokens between "called" and the report


def is_denied(tokens: Tokens, quantity: Quantity, frames: list[Frame]) -> bool:
    """Whether the sentence denies what it says of a figure."""
    return (
        _by_speaker(tokens, quantity, frames)
        or _of_none(tokens, quantity)
        or _of_hearsay(tokens, quantity)
    )


def _by_speaker(tokens: Tokens, quantity: Quantity, frames: list[Frame]) -> bool:
    if not (frames and any(frame.denying for frame in frames)):
        return False
    covering = [frame for frame in frames if frame.covers(quantity.first)]
    covering = _since_another_spoke(tokens, covering)
    if any(frame.owned for frame in covering):
        return False  # it is denied by one, and asserted by whose it is
    before = [frame for frame in covering if frame.end <= quantity.first]
    if before and before[-1].carries_on and not before[-1].denying:
        return False  # "denied it, saying that only four had died"
    alone = len(frames) == 1
    return any(
        frame.denies(alone=alone) and not _presupposes(tokens, frame, quantity)
        for frame in covering
    )


def _since_another_spoke(tokens: Tokens, frames: list[Frame]) -> list[Frame]:
    """The frames from the last main clause on: "Norway denied it, but its navy confirmed 12"."""
    for at in range(len(frames) - 1, 0, -1):
        joined = tokens.lowers[max(0, frames[at].start - 1)] in _JOINING
        if joined and frames[at].after:
            return frames[at:]
    return frames


def _presupposes(tokens: Tokens, frame: Frame, quantity: Quantity) -> bool:
    """Whether the denial takes the figure for granted: "denied any part in the blast that killed
    14", "denied shelling the camp, where 300 live", "rejected it by 40 votes", "denied two counts".
    """
    said = tokens.lowers[frame.end : quantity.bound]
    if quantity.counted == "vote" and "that" not in said:
        return True
    if not said and quantity.counted in _REFUSED:
        return True
    if tokens.lowers[frame.end - 1] in _REFUSING and "that" not in said:
        return HEARSAY.isdisjoint(said)  # an offer is rejected, and a claim
    if not PRESUPPOSING.isdisjoint(said[:_WITHIN]):
        return True
    return any(comma == "," and word in _ASIDES for comma, word in pairwise(said))


def _of_none(tokens: Tokens, quantity: Quantity) -> bool:
    """ "None of the 83 passengers", "not one of 83", "no 83 passengers"."""
    at = quantity.bound
    if at and tokens.lowers[at - 1] == "no":
        return bool(quantity.counted)
    while at and tokens.lowers[at - 1] in DETERMINERS:
        at -= 1
    if not at or tokens.lowers[at - 1] not in _OF:
        return False
    before = tokens.lowers[max(0, at - 3) : at - 1]
    return before[-1:] in _NONE or before in _NOT_ONE


def _of_hearsay(tokens: Tokens, quantity: Quantity) -> bool:
    """ "Reports that six had died were false", "called the claim of six dead a lie"."""
    if HEARSAY.isdisjoint(tokens.lowers):
        return False
    said = _hearsay_before(tokens, quantity.bound)
    if said < 0:
        return False
    called = not CALLING.isdisjoint(tokens.lowers[max(0, said - _LONGEST_OBJECT) : said])
    behind = range(quantity.reach, min(tokens.count, quantity.reach + _FURTHEST))
    return any(_calls_false(tokens, index, called=called) for index in behind)


def _hearsay_before(tokens: Tokens, before: int) -> int:
    """The report whose content a figure stands in: "claims that", "a rumour of"; -1 for none."""
    for index in range(before - 1, max(-1, before - _FURTHEST), -1):
        if tokens.lowers[index] in HEARSAY and tokens.lowers[index + 1] in {"that", "of"}:
            return index
    return -1


def _calls_false(tokens: Tokens, index: int, *, called: bool) -> bool:
    word = tokens.lowers[index]
    false = word in FALSE or word in FALSEHOODS
    if not false and word not in DENYING:
        return False
    if false and called:
        return True
    before = index - 1
    while tokens.lowers[before] in ADVERBS or tokens.lowers[before] in {"a", "an", "been"}:
        before -= 1
    return tokens.lowers[before] in BE


def negates(tokens: Tokens, index: int) -> bool:
    """Whether a word denies: not in "no fewer than" and "not only", which bound and add, nor as
    the abbreviation of a number or in a compound: "No. 2", "no-fly".
    """
    if tokens.lowers[index] not in NEGATIONS:
        return False
    after, number, *_ = *tokens.lowers[index + 1 : index + 3], "", ""
    if after == "-":
        return not tokens.touch(index)
    return after not in AFTER_NO and not (after == "." and number[:1].isdigit())
