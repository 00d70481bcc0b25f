"""Whether a number counts all there are, some of them, more beside those counted before, or how
many there is room for."""

import re
from collections.abc import Sequence
from enum import StrEnum

from annotations.extraction.types import Figure

_LOOKED_AT = 20  # characters before and after a number
_LOOKED_FOR_ROOM = 60  # characters before a number
_FARTHEST = 250  # characters between two numbers the second of which is "another" so many

_ANOTHER = re.compile(r"\b(?:another|further|additional)\s+$", re.IGNORECASE)
_ROOM = re.compile(
    r"\b(?:(?:made|built|designed|meant|intended|rated|licensed|approved|certified|equipped|room"
    r"|space|beds|places) (?:for|to (?:hold|seat|carry|take|house|last|survive))"
    r"|(?:a|its|the) capacity of|can (?:hold|seat|carry|house))"
    r" (?:only |just |about |up to |a maximum of |no more than )?$",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(r"\b(?:the|its|their|his|her|whose) (?:other|first|last)\s+$", re.IGNORECASE)
_MORE = re.compile(r"\s+(?:more|further|additional)\b(?!\s+than)", re.IGNORECASE)
_OF_THEM = re.compile(
    r"\s+of\s+(?:them|whom|which|these|those(?! (?:aboard|on|present|there|who)\b)"
    r"|the\s+(?:dead|killed|injured|wounded|hurt|missing|rescued|survivors|victims))\b",
    re.IGNORECASE,
)


class Share(StrEnum):
    """What a number counts where it does not count all."""

    MORE = "more beside those counted before"
    SOME = "some of those counted before"
    ROOM = "how many there is room for"


def share_told(text: str, figures: Sequence[Figure], place: int) -> Share | None:
    """What the figure at ``place`` counts of its kind, by the words around it and the figures
    before it; None where it counts all, or the words do not say."""
    figure = figures[place]
    before = text[max(0, figure.start - _LOOKED_AT) : figure.start]
    after = text[figure.end : figure.end + _LOOKED_AT]
    if _MORE.match(after) or (_ANOTHER.search(before) and _follows_its_like(figures, place)):
        return Share.MORE
    if _ROOM.search(text, max(0, figure.start - _LOOKED_FOR_ROOM), figure.start):
        return Share.ROOM
    some = _OF_THEM.match(after) or _is_nested(figures, place) or _is_not_all(figure, before)
    return Share.SOME if some else None


def _is_not_all(figure: Figure, before: str) -> bool:
    """Whether others are counted beside: "the last 14 bodies", but not "the last 14 days"."""
    return figure.unit in ("person", "count") and bool(_NOT_ALL.search(before))


def _follows_its_like(figures: Sequence[Figure], place: int) -> bool:
    """Whether a number just before has the same event: after nine dead, another 21 who are missing
    are all the missing."""
    figure = figures[place]
    return any(
        one.event == figure.event and figure.start - one.end <= _FARTHEST for one in figures[:place]
    )


def _is_nested(figures: Sequence[Figure], place: int) -> bool:
    """Whether its sentence has a higher number of the same things before: what one sentence counts
    twice it counts once in part."""
    figure = figures[place]
    return any(
        one.claim == figure.claim
        and (one.counted, one.event) == (figure.counted, figure.event) != ("", "")
        and one.unit == figure.unit
        and _size(one) > _size(figure)
        for one in figures[:place]
    )


def _size(figure: Figure) -> float:
    return figure.low or figure.high or 0.0
