"""The ontology of counted things, read once from ``ontology.toml``, and how two concepts relate."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from annotations.linking.words.names import country_code


@dataclass(frozen=True, slots=True)
class Ontology:
    """Concepts by word, and for each concept the wider ones from itself up to its domain."""

    words: dict[str, tuple[str, ...]]
    line: dict[str, tuple[str, ...]]
    aspects: frozenset[str]
    relational: frozenset[str]
    relatives: frozenset[frozenset[str]]
    apart: frozenset[frozenset[str]]
    generic: frozenset[str]
    wider_events: dict[str, frozenset[str]]
    exclusive_events: tuple[frozenset[str], ...]
    gathering_events: frozenset[str]
    deed_events: frozenset[str]
    growing_events: frozenset[str]
    shrinking_events: frozenset[str]
    alike_events: tuple[frozenset[str], ...]
    fates: dict[str, frozenset[str]]
    stand_for: frozenset[frozenset[str]]
    longest: int

    def aspect(self, concept: str) -> str:
        """The side from which the concept looks at its domain; the domain where it has none."""
        if concept.startswith("country:"):
            return "nationality"
        sides = [wider for wider in self.line[concept] if wider in self.aspects]
        return sides[0] if sides else self.line[concept][-1]

    def domain(self, concept: str) -> str:
        if concept.startswith("country:"):
            return "people"
        last = self.line[concept][-1]
        return "people" if last in self.aspects else last

    def within(self, concept: str, wider: str) -> bool:
        return wider in self.line.get(concept, (concept,))

    def are_apart(self, first: str, second: str) -> bool:
        """Whether nobody is both: the two, or wider concepts of theirs, are listed apart."""
        return self._any_of(self.apart, first, second)

    def are_other_people(self, first: str, second: str) -> bool:
        """Whether one of two sides of people counts somebody's relatives, and the other counts
        none of them."""
        if self.relational.isdisjoint((self.aspect(first), self.aspect(second))):
            return False
        return not self._any_of(self.relatives, first, second)

    def _any_of(self, pairs: frozenset[frozenset[str]], first: str, second: str) -> bool:
        return any(
            frozenset((one, other)) in pairs
            for one in self.line.get(first, (first,))
            for other in self.line.get(second, (second,))
        )

    def exclude(self, event: str, other: str) -> bool:
        """Whether nobody is counted under both events."""
        return event != other and any({event, other} <= fates for fates in self.exclusive_events)

    def find(self, words: tuple[str, ...]) -> frozenset[str]:
        """The concepts of a counted noun, the last of ``words``, and of the words before it.

        The noun decides the domain ("police cars" are vehicles). A word before it adds another
        aspect ("female workers"), and the role where the noun has none of its own ("interior
        ministry staff").
        """
        head, size = self._ending(words)
        if not head:
            return frozenset()
        domain = self.domain(head[0])
        taken = {self.aspect(one) for one in head}
        if words[-1] in self.generic:
            taken.discard("role")
        added = {
            one
            for one in self._inside(words[: len(words) - size])
            if self.domain(one) == domain and self.aspect(one) not in taken
        }
        sides = {self.aspect(one) for one in added}
        return self._narrowest({one for one in head if self.aspect(one) not in sides} | added)

    def _ending(self, words: tuple[str, ...]) -> tuple[tuple[str, ...], int]:
        """The concepts of the longest known phrase that the words end in, and its length."""
        for size in range(min(self.longest, len(words)), 0, -1):
            if concepts := self.words.get(" ".join(words[-size:])):
                return concepts, size
        code = country_code(words[-1]) if words else ""
        return ((f"country:{code}",), 1) if code else ((), 0)

    def _inside(self, words: tuple[str, ...]) -> set[str]:
        """The concepts of all phrases among the words."""
        found = {f"country:{code}" for word in words if (code := country_code(word))}
        for size in range(1, min(self.longest, len(words)) + 1):
            for start in range(len(words) - size + 1):
                found.update(self.words.get(" ".join(words[start : start + size]), ()))
        return found

    def _narrowest(self, concepts: set[str]) -> frozenset[str]:
        return frozenset(
            one
            for one in concepts
            if not any(other != one and self.within(other, one) for other in concepts)
        )


@lru_cache(maxsize=1)
def ontology() -> Ontology:
    source = files(__package__).joinpath("ontology.toml").read_text(encoding="utf-8")
    return build(tomllib.loads(source))


def build(tables: dict[str, Any]) -> Ontology:
    """Make the ontology of the tables; a KeyError names a wider concept that is not defined."""
    aspects = frozenset(tables["aspects"])
    under = {name: table.get("under", "") for name, table in tables["concepts"].items()}
    words: dict[str, tuple[str, ...]] = {}
    for name, table in tables["concepts"].items():
        for word in table["words"]:
            words[word] = (*words.get(word, ()), name)
    return Ontology(
        words=words,
        line={name: _line(name, under, aspects) for name in under},
        aspects=aspects,
        relational=frozenset(tables["relational"]),
        relatives=frozenset(map(frozenset, tables["relatives"])),
        apart=frozenset(frozenset(pair) for pair in tables["apart"]),
        generic=frozenset(tables["generic"]),
        wider_events={event: frozenset(wider) for event, wider in tables["events"].items()},
        exclusive_events=tuple(map(frozenset, tables["exclusive_events"])),
        gathering_events=frozenset(tables["gathering_events"]),
        deed_events=frozenset(tables["deed_events"]),
        growing_events=frozenset(tables["growing_events"]),
        shrinking_events=frozenset(tables["shrinking_events"]),
        alike_events=tuple(map(frozenset, tables["alike_events"])),
        stand_for=frozenset(map(frozenset, tables["stand_for"])),
        fates={event: frozenset(fates) for event, fates in tables["fates"].items()},
        longest=max(len(word.split()) for word in words),
    )


def _line(name: str, under: dict[str, str], aspects: frozenset[str]) -> tuple[str, ...]:
    line = [name]
    while under.get(line[-1]):
        line.append(under[line[-1]])
        if line[-1] not in under and line[-1] not in aspects:
            raise KeyError(line[-1])
    return tuple(line)
