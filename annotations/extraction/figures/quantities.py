"""A quantity: what the number half of the reader gives, before events and speakers are known."""

from dataclasses import dataclass
from typing import NamedTuple

from annotations.extraction.types import Attribution, Direction, Figure, Modifier, Scope, Standing


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

    def figure(self, text: str, meaning: "Meaning", claim: int) -> Figure:
        """Make the Figure that the claim of a number states."""
        return Figure(
            self.start,
            self.end,
            text[self.start : self.end],
            self.low,
            self.high,
            self.modifier,
            self.unit,
            self.unit_text,
            self.counted,
            self.counted_modifiers,
            self.counted_text,
            meaning.event,
            self.direction,
            meaning.standing,
            meaning.scope,
            meaning.as_of,
            meaning.attribution,
            claim,
        )


class Meaning(NamedTuple):
    """What a figure means beyond its number, as in ``Figure``."""

    event: str
    standing: Standing
    scope: Scope
    as_of: str
    attribution: Attribution | None
