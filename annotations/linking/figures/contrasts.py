"""Numbers that one article sets against each other: "17 villages, not 14", "to 41 from 23".

The second of them often stands alone ("more than the 1,200 announced"): it counts what the first
one counts.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from annotations.extraction.types import Figure, Standing
from annotations.linking.figures.intervals import unit_of
from annotations.linking.figures.units import BARE, is_currency, scale
from annotations.linking.types import Article

_LOOKED_AT = 100  # characters before and after a number
_FARTHEST = 160  # characters between the two numbers
_LOOKED_BACK = 3  # numbers before one by which a speaker counters
_NEXT = 2  # claims from the one to the other

_ABOUT = r"(?:only |just |some |about |around |nearly |almost |at least )?"
_SAYING = r"(?:put|puts|gave|gives|set|sets|estimates?|estimated|had put)"
_COUNT = r"(?:number|figure|toll|death toll|count|total|tally|estimate|turnout|price|value|cost)"
_BEFORE_THAT = r"(?:earl(?:y|ier)|first|initial|original|preliminary|previous|provisional)"

_REJECTED = re.compile(rf"(?:[,–—-]| and| but) ?not (?:the |merely |a mere )?{_ABOUT}$", re.I)
_HELD_AGAINST = re.compile(
    r"(?:[,(–—-]|,? (?:well|far|much|slightly|just|and|or)|, (?:an? )?[\w-]+) "
    r"(?:(?:more|fewer|less|higher|lower|larger|smaller|greater) than|above|below|short of|beyond"
    r"|against|versus|compared (?:with|to)|as opposed to|contrary to|rather than|instead of|not)"
    rf" (?:the {_ABOUT}|an? (?:[\w-]+ ){{0,3}}{_COUNT} of {_ABOUT})$"
    rf"|, (?:against|versus) {_ABOUT}$",
    re.I,
)
_AS_SAID = re.compile(
    r"\W+(?:that |which )?(?:[\w’'-]+ ){0,4}?(?:announced|reported|given|stated|claimed|said|cited|"
    r"admits?|admitted|estimated|confirmed|counted|acknowledged|conceded|recorded|declared|listed|"
    r"published|planned|initially|earlier|previously|originally|first|"
    r"in (?:its|the|their|an?) (?:\w+ )?(?:announcement|statement|report|filing|count|tally|toll))"
    r"\b",
    re.I,
)
_DIFFERENCE = re.compile(
    rf" (?:more|fewer|less|higher|lower) than (?:the {_ABOUT}|an? (?:[\w-]+ ){{0,3}}{_COUNT} of )?",
    re.I,
)
_OF_A_COUNT = re.compile(rf"\b{_COUNT} of {_ABOUT}$", re.I)
_SAID_BESIDE = re.compile(
    r"\b(?:while|whereas|but|although|though|a (?:figure|number|count|toll|claim|estimate))\b"
    r"[^.;:]{0,70}\b(?:insist(?:s|ed)? on|spoke of|speaks? of|counts?|counted|kn[eo]ws? of|"
    r"says?|said|claim(?:s|ed)?|believes?|admit(?:s|ted)?(?: to)?|acknowledge[sd]?|"
    r"confirm(?:s|ed)?|"
    rf"{_SAYING} (?:it|that|the {_COUNT}|its {_COUNT}|their {_COUNT}) at) {_ABOUT}$",
    re.I,
)
_PUT_AT = re.compile(
    rf"\b{_SAYING} (?:the|that|its|their|this) (?:number|figure|total|count|tally) at {_ABOUT}$",
    re.I,
)
_OTHERS = re.compile(r" (?:of|more|others?)\b", re.I)
_PUTS_IT_AT = re.compile(rf"\b{_SAYING} it at {_ABOUT}$", re.I)
_EARLIER_COUNT = re.compile(rf"\b{_BEFORE_THAT} {_COUNT} of {_ABOUT}$", re.I)
_REVISED_IT = re.compile(
    r"\b(?:revis|correct|updat|upgrad|downgrad|rais|lower)(?:es?|ed|ing) "
    rf"(?:it|this|that|(?:the|its|their) {_COUNT})(?: up| down)? to {_ABOUT}$",
    re.I,
)
_COUNTERING = re.compile(
    r"(?:insist|maintain|counter|contend|retort|object|argue)(?:s|ed)?|disput(?:es?|ed)"
)
_UP_FROM = re.compile(
    r"\b(?:(?P<way>up|down|revised|increased|reduced|raised|lowered)(?: \w+)? )?from "
    rf"(?:the |an? (?:[\w-]+ ){{0,3}}{_COUNT} of |(?:an?|the|its|their) {_BEFORE_THAT} )?{_ABOUT}$",
    re.I,
)
_BECAME = re.compile(rf"\b(?:to|at|climbed|risen|rose|fell) {_ABOUT}$", re.I)
_FROM = re.compile(rf"\bfrom (?:the |an? (?:[\w-]+ ){{0,3}})?{_ABOUT}$", re.I)
_TO = re.compile(rf"(?:\W+[\w’'-]+){{0,5}}?\W+to (?:the )?{_ABOUT}$", re.I)
_CHANGING = re.compile(
    r"\b(?:rose|risen|rises|rising|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|gr[eo]wn?|growing|went up|"
    r"increas(?:es?|ed|ing)|rais(?:es?|ed|ing)|lift(?:s|ed|ing)?|revis(?:es?|ed|ing)|correct(?:s|ed|ing)?|"
    r"updat(?:es?|ed|ing)|cut(?:s|ting)?|f[ea]ll(?:s|en|ing)?|dropp?(?:s|ed|ing)?|"
    r"lower(?:s|ed|ing)?|reduc(?:es?|ed|ing)|bring(?:s|ing)?|brought|taking|took|up|down)\b",
    re.I,
)


_SENTENCE_END = re.compile(r"[.!?][”\"’']?\s+[^a-z\s]|\n")


class How(StrEnum):
    """How an article sets one number against another one of the same thing."""

    REJECTED = "says that it is not"
    DISPUTED = "holds it against"
    CHANGED = "says that it became another"


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two figures by their place in the article's reading, and the words between that say so."""

    first: int
    second: int
    how: How
    words: str


def contrasts(article: Article) -> list[Contrast]:
    """The pairs of numbers that the article sets against each other, in order."""
    figures = article.reading.figures
    found = []
    for place, other in enumerate(figures):
        next_to = _number_before(article.text, figures, place)
        for before in range(place - 1, max(-1, place - 1 - _LOOKED_BACK), -1):
            one = figures[before]
            near = other.start - one.end <= _FARTHEST
            how = _how(article, one, other) if before == next_to and near else None
            how = how or (How.DISPUTED if _countered(one, other) else None)
            if how:
                words = " ".join(article.text[one.start : other.end].split())
                found.append(Contrast(before, place, how, words))
                break
    return found


def understood(article: Article, found: Sequence[Contrast]) -> tuple[Figure, ...]:
    """The article's figures, where a number that stands alone has the meaning of the one that it
    is set against."""
    figures = list(article.reading.figures)
    for contrast in found:
        if contrast.how is How.REJECTED:  # "six, not five": what is denied is the second alone
            figures[contrast.first] = replace(figures[contrast.first], standing=Standing.ASSERTED)
        first, second = figures[contrast.first], figures[contrast.second]
        if _stands_alone(article.text, second):
            figures[contrast.second] = _meant_like(second, first)
        elif second.standing is Standing.DENIED:
            figures[contrast.second] = replace(second, standing=first.standing)
    return tuple(figures)


def _number_before(text: str, figures: Sequence[Figure], place: int) -> int:
    """The place of the number before, passing over one that only says by how much the two differ:
    "22, eight more than the 14 announced"."""
    between = slice(figures[place - 1].end, figures[place].start)
    differ = place > 1 and _DIFFERENCE.fullmatch(text[between])
    return place - 2 if differ else place - 1


def _how(article: Article, one: Figure, other: Figure) -> How | None:
    text = article.text
    between = text[one.end : other.start]
    alone = _stands_alone(text, other) or _is_what_it_is_put_at(between, one, other)
    if not _may_measure_alike(one, other, alone=alone):
        return None
    if _SENTENCE_END.search(between):
        said = alone and other.event in ("", one.event)
        told = _PUT_AT.search(between) or _EARLIER_COUNT.search(between)
        return How.DISPUTED if said and told else None
    if _REJECTED.search(between):
        return How.REJECTED
    if held := _HELD_AGAINST.search(between):
        told = _AS_SAID.match(text[other.end : other.end + _LOOKED_AT])
        return How.DISPUTED if told or _OF_A_COUNT.search(held.group()) else None
    if alone and (_is_said_beside(text, one, other) or _PUT_AT.search(between)):
        return How.DISPUTED
    if alone and _REVISED_IT.search(between):
        return How.CHANGED
    before = text[max(0, one.start - _LOOKED_AT) : one.start]
    return How.CHANGED if _became(before, between) else None


def _is_said_beside(text: str, one: Figure, other: Figure) -> bool:
    """Whether somebody else is said to count as many: "but the union says 900"."""
    beside = _SAID_BESIDE.search(text[one.end : other.start])
    same = other.event in ("", one.event) and not _OTHERS.match(text, other.end)
    return bool(beside) and same


def _is_what_it_is_put_at(between: str, one: Figure, other: Figure) -> bool:
    """Whether the other number is said to be that of the same thing, in the same unit: "a share of
    46 percent, though the guild puts it at 41 percent"."""
    alike = unit_of(one) == unit_of(other) and not other.counted
    return alike and bool(_PUTS_IT_AT.search(between))


def _countered(one: Figure, other: Figure) -> bool:
    """Whether the one speaker counters in the next sentence what another one says."""
    first, second = one.attribution, other.attribution
    return (
        first is not None
        and second is not None
        and first.speaker != second.speaker
        and bool(_COUNTERING.fullmatch(second.verb))
        and 0 < other.claim - one.claim <= _NEXT
        and (one.unit, one.counted) == (other.unit, other.counted)
        and bool(one.counted)
        and (one.event == other.event or not (one.event and other.event))
        and _stated(one) != _stated(other)
    )


def _stated(figure: Figure) -> tuple[float | None, float | None]:
    return figure.low, figure.high


def _became(before: str, between: str) -> bool:
    """Whether the one number is said to have become the other: "to 41 from 23", "from 23 to 41"."""
    if since := _UP_FROM.search(between):
        return bool(since["way"] or (_BECAME.search(before) and _CHANGING.search(before)))
    return bool(_FROM.search(before) and _TO.fullmatch(between) and _CHANGING.search(before))


def _may_measure_alike(one: Figure, other: Figure, *, alone: bool) -> bool:
    if unit_of(one) == unit_of(other):
        return alone or not other.counted or other.counted == one.counted
    if not alone:
        return {one.unit, other.unit} <= {"person", "count"} and one.counted == other.counted
    if scale(unit_of(other)).dimension in (BARE, "count"):
        return True
    return is_currency(other.unit) and one.unit.startswith(other.unit)


def _stands_alone(text: str, figure: Figure) -> bool:
    """Whether no noun of its own follows the number: "the 1,100 that the banks admit to"."""
    if figure.unit_text and not is_currency(figure.unit):
        return False
    noun = figure.counted_text
    return not noun or not text[figure.end :].lstrip(" -\n").startswith(noun)


def _meant_like(second: Figure, first: Figure) -> Figure:
    return replace(
        second,
        unit=first.unit,
        unit_text=first.unit_text,
        counted=first.counted,
        counted_modifiers=first.counted_modifiers,
        counted_text=first.counted_text,
        event=first.event,
        standing=first.standing,
        scope=replace(first.scope, time=second.scope.time),
    )
