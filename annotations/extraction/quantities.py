"""A quantity: what the number half of the reader gives, before events and speakers are known."""

from dataclasses import dataclass
from typing import Any

from annotations.extraction.types import Direction, Figure, Modifier


@dataclass(slots=True)
class Quantity:
    """One figure's number, unit and counted noun, with where its words stand in the sentence.

    ``start``/``end`` are code points of the whole text and cover the number with its currency
    sign and unit ("$3 million", "44-day", "six"). ``first``/``last`` are the same span in tokens
    of the sentence, ``last`` exclusive; ``bound`` is the first token of the modifier before it
    (equal to ``first`` where there is none) and ``reach`` the token after the counted noun, so
    that ``tokens[bound:reach]`` is the whole phrase: "at least six Azerbaijani citizens".
    ``unit`` is "" for a bare number whose unit the sentence does not say.
    Everything else is as in ``Figure``.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    modifier: Modifier
    unit: str
    unit_text: str
    counted: str
    counted_modifiers: tuple[str, ...]
    counted_text: str
    direction: Direction | None
    bound: int
    first: int
    last: int
    reach: int

    def figure(self, text: str, **meaning: Any) -> Figure:
        """Make the Figure; ``meaning`` holds event, standing, scope, as_of, attribution, claim."""
        return Figure(
            start=self.start,
            end=self.end,
            text=text[self.start : self.end],
            low=self.low,
            high=self.high,
            modifier=self.modifier,
            unit=self.unit,
            unit_text=self.unit_text,
            counted=self.counted,
            counted_modifiers=self.counted_modifiers,
            counted_text=self.counted_text,
            direction=self.direction,
            **meaning,
        )
