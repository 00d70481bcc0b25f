"""Points for and against, and the reasons for them in words."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise


@dataclass(slots=True)
class Evidence:
    """Points for and against, with the reasons in the order they were weighed.

    A reason is put in words only when somebody reads it.
    """

    points: float = 0.0
    _reasons: list[str | Callable[[], str]] = field(default_factory=list)

    def add(self, points: float, reason: str | Callable[[], str] = "") -> None:
        self.points += points
        if reason:
            self._reasons.append(reason)

    @property
    def reasons(self) -> tuple[str, ...]:
        words = (one if isinstance(one, str) else one() for one in self._reasons)
        return tuple(filter(None, words))

    @property
    def score(self) -> float:
        """The points as a chance in [0, 1]."""
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, self.points))))


def between(line: tuple[tuple[float, float], ...], value: float) -> float:
    """The points at ``value`` on a line given by its corners."""
    for (left, low), (right, high) in pairwise(line):
        if value <= right:
            return low + (high - low) * (value - left) / (right - left)
    return line[-1][1]
