"""Figures as one line each, so that tables of cases can be read."""

from annotations.extraction.figures.figures import quantities_in
from annotations.extraction.figures.quantities import Quantity
from annotations.extraction.text.tokens import tokenize
from annotations.extraction.types import Modifier

_UNSAID = {Modifier.EXACT, Modifier.RANGE}


def gists(sentence: str) -> list[str]:
    """The gist of every figure of a sentence: "at least 6 person people", "up 3..4 percent"."""
    return [gist(quantity) for quantity in quantities_in(tokenize(sentence))]


def gist(quantity: Quantity) -> str:
    """Direction, modifier, value or range, unit and counted noun; nothing where there is none."""
    modifier = "" if quantity.modifier in _UNSAID else quantity.modifier.value.replace("_", " ")
    said = (quantity.direction or "", modifier, _interval(quantity), quantity.unit)
    return " ".join(part for part in (*said, quantity.counted) if part)


def _interval(quantity: Quantity) -> str:
    low, high = quantity.low, quantity.high
    if low is None or high is None or low == high:
        return f"{high if low is None else low:.12g}"
    return f"{low:.12g}..{high:.12g}"
