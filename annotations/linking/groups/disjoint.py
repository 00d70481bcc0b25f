"""Disjoint sets some of which must never be joined."""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable

from annotations.linking.types import FigureId


class Disjoint:
    """Sets of figures, each known by its first figure, joined two by two."""

    def __init__(self, figures: Iterable[FigureId]) -> None:
        self._parent = {figure: figure for figure in figures}
        self._members = {figure: [figure] for figure in self._parent}
        self._apart: dict[FigureId, set[FigureId]] = defaultdict(set)

    def root(self, figure: FigureId) -> FigureId:
        while self._parent[figure] != figure:
            self._parent[figure] = self._parent[self._parent[figure]]
            figure = self._parent[figure]
        return figure

    def members(self, root: FigureId) -> list[FigureId]:
        return self._members[root]

    def all(self) -> Iterable[list[FigureId]]:
        return self._members.values()

    def keep_apart(self, first: FigureId, second: FigureId) -> None:
        self._apart[self.root(first)].add(second)
        self._apart[self.root(second)].add(first)

    def must_stay_apart(self, first: FigureId, second: FigureId) -> bool:
        other = self.root(second)
        return any(self.root(figure) == other for figure in self._apart.get(self.root(first), ()))

    def join(self, first: FigureId, second: FigureId) -> FigureId:
        """Make one set of two and give its first figure."""
        one, other = sorted((self.root(first), self.root(second)))
        if one != other:
            self._parent[other] = one
            few, many = sorted((self._members[one], self._members.pop(other)), key=len)
            for figure in few:
                insort(many, figure)
            self._members[one] = many
            if other in self._apart:
                self._apart[one] |= self._apart.pop(other)
        return one
