"""A number as a value, and the tokens it is written in."""

from dataclasses import dataclass

from annotations.extraction.types import Modifier

# A float holds 15 significant digits.
EXACT_DIGITS = 15


@dataclass(slots=True)
class Numeral:
    """A number and the tokens it is written in, ``last`` exclusive.

    ``digits``: written in digits. ``scale``: the magnitude it ends in, 1 where it has none.
    ``plain``: a whole number without separators, which may be a year. ``modifier`` is ABOUT or
    RANGE for an indefinite one. ``vague``: said with several, a few, a handful or a couple.
    """

    low: float
    high: float
    first: int
    last: int
    digits: bool = False
    scale: float = 1.0
    plain: bool = False
    modifier: Modifier = Modifier.EXACT
    vague: bool = False

    def times(self, factor: float, last: int) -> "Numeral":
        """The same number so many times over."""
        low = product(self.low, factor)
        high = low if self.high == self.low else product(self.high, factor)
        return Numeral(
            low,
            high,
            self.first,
            last,
            digits=self.digits,
            scale=self.scale * factor,
            modifier=self.modifier,
            vague=self.vague,
        )


def product(value: float, factor: float) -> float:
    """4.1 times a trillion as it is written, not as binary fractions multiply."""
    return float(f"{value * factor:.{EXACT_DIGITS}g}")


def is_number(word: str) -> bool:
    """Whether a token is written in digits."""
    return "." < word < ":" and word != "/"  # what begins with a digit, or with a point before one
