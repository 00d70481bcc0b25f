"""What a span of time tells of: how long something lasted is not how long ago it was."""

import re
from enum import StrEnum

from annotations.extraction.types import Figure

_DIMENSION = "[time]"
_LOOKED_AT = 40  # characters before and after the span

_COUNTED_OVER = re.compile(
    r"\b(?:over|in|during|within) (?:the|these|those) (?:\w+ )?"
    r"(?:last|past|previous|preceding|next|coming|following|first)\W+(?:\w+ )?$",
    re.IGNORECASE,
)
_DISTANT = re.compile(
    r"\s+(?:ago|earlier|later|before|after|previously|from now|hence)\b", re.IGNORECASE
)
_ELAPSED = re.compile(r"\bafter (?:only |just |about |some |nearly |almost |more than )?$", re.I)
_LASTED = re.compile(r"\bfor (?:only |just |about |some |nearly |almost |more than )?$", re.I)
_OLD = re.compile(r"(?:^|[\s-])old\b", re.IGNORECASE)


class Span(StrEnum):
    """What a span of time tells of something."""

    LENGTH = "how long it lasted"
    DISTANCE = "how long before or after it was"
    WINDOW = "the time that is counted over"
    AGE = "how old it is"


def span_told(figure: Figure, dimension: str, text: str) -> Span | None:
    """What a figure of this dimension tells, by the words of its article around it; None for other
    measures, and where the words leave it open."""
    if dimension != _DIMENSION:
        return None
    before = text[max(0, figure.start - _LOOKED_AT) : figure.start]
    after = text[figure.end : figure.end + _LOOKED_AT]
    if _OLD.search(figure.text) or _OLD.match(after):
        return Span.AGE
    if _DISTANT.match(after) and not _LASTED.search(before):
        return Span.DISTANCE
    if _COUNTED_OVER.search(before):
        return Span.WINDOW
    lasted = figure.event == "duration" or _ELAPSED.search(before) or _LASTED.search(before)
    return Span.LENGTH if lasted else None
