"""Whose a price, a measure, a share or a gain is: the names that the clause gives it to.

"Orbet unveils the Lumo, from $650" gives the price to Orbet and the Lumo, "31% for Ana Reyes" the
share to her; "it costs $650" means whom the sentences before speak of, and "to take on the Lumo"
gives the Lumo nothing.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from annotations.extraction.lexicon.reporting import REPORTING_VERBS
from annotations.extraction.lexicon.words import RELATIVES, SUBORDINATORS, TIME_WORDS, words
from annotations.extraction.text.sentences import Span
from annotations.extraction.text.tokens import tokenize
from annotations.extraction.types import Figure
from annotations.linking.figures.intervals import unit_of
from annotations.linking.figures.units import BARE, is_currency, scale

# Events by which somebody has so many; other counts are of a place or an occurrence.
_HAVING = frozenset({"won", "present", "sold", "earned", "elected"})
_OF_OCCURRENCES = frozenset({"[time]", "magnitude"})

_BREAKS = (frozenset(";:—–()") | SUBORDINATORS | RELATIVES | {"but"}) - {"than", "that"}
_SAYING = REPORTING_VERBS | words("say says")
# What turns the name behind it away: another one, which has a figure of its own or none ...
_RIVALS = words(
    """
    against than versus vs unlike rival rivals rivalling rivaling over beat beats beating overtook
    overtakes overtaking answers answered answering challenge challenges challenged challenging
    outsell outsells outsold outselling ahead behind undercut undercuts undercutting topping tops
    topped
    """
)
# ... or where; "to take on the Lumo" does both.
_PLACING = words("in at near around across outside inside since until during on from")
_PRONOUNS = words("it they he she its their his her")
_POSSESSIVES = words("his her its their")
_GIVING = words("for of by")
_OF_ALL = words("the a an all vote votes units copies price cost weight president")
_FARTHEST = 6  # tokens from a figure to the name that it is given to, from a turn to its name
_SENTENCES_BACK = 6

_MID_SENTENCE = re.compile(r"[^\W\d_],? ([A-Z][^\W\d_]+)")
_OWNED = re.compile(r"\b([A-Z][^\W\d_]+)['’]s? (?:[a-z-]+ ){0,3}([A-Z][^\W\d_]+)")

Names = frozenset[str]
NOBODY: Names = frozenset()


class Holders:
    """Tells of the figures of one article whose they are, as lower-case words of names.

    ``spans`` are those of its sentences, and ``is_name`` tells of a lower-case word whether the
    article writes it as a name.
    """

    def __init__(self, text: str, spans: Sequence[Span], is_name: Callable[[str], bool]) -> None:
        self._text = text
        self._is_name = is_name
        self._spans = spans
        self._starts = [span.start for span in spans]
        self._read: dict[int, _Sentence] = {}

    def of(self, figure: Figure) -> Names:
        """The holder of one figure; nobody where the words do not say."""
        if not has_holder(figure):
            return NOBODY
        place = bisect_right(self._starts, figure.start) - 1
        found = self._sentence(place).holder(figure, of_part=_may_be_of_part(figure))
        return self._spoken_of(place) if found is None else found

    @cached_property
    def _within(self) -> set[str]:
        """The words written with a capital within sentences, in lower case."""
        return {word.lower() for word in _MID_SENTENCE.findall(self._text)}

    def owners(self) -> Iterator[Names]:
        """The names that the article writes as owner and owned: "Orbet's new Lumo"."""
        for owner, owned in _OWNED.findall(self._text):
            yield frozenset(filter(self._is_name, (owner.lower(), owned.lower())))

    def _spoken_of(self, place: int) -> Names:
        """The subject of the nearest sentence before that names one."""
        before = range(place - 1, max(-1, place - 1 - _SENTENCES_BACK), -1)
        return next(filter(None, (self._sentence(at).subject() for at in before)), NOBODY)

    def _sentence(self, place: int) -> "_Sentence":
        if place not in self._read:
            self._read[place] = self._read_sentence(*self._spans[place])
        return self._read[place]

    def _read_sentence(self, start: int, end: int) -> "_Sentence":
        tokens = tokenize(self._text, start, end)
        bare = [word.removesuffix("'s").removesuffix("’s") for word in tokens.lowers]
        capital = [len(word) > 2 and word[0].isupper() for word in tokens.texts]
        named = [
            word if large and self._is_name(word) else ""
            for word, large in zip(bare, capital, strict=True)
        ]
        if named and bare[0] == tokens.lowers[0] and not any(capital[1:2]):
            named[0] = named[0] if named[0] in self._within else ""
        return _Sentence(tokens.lowers, tokens.starts, named)


def has_holder(figure: Figure) -> bool:
    """Whether figures of the kind are somebody's or something's: what it costs, weighs or got."""
    dimension = scale(unit_of(figure)).dimension
    if dimension in ("count", BARE):
        return figure.event in _HAVING
    return dimension not in _OF_OCCURRENCES


def _may_be_of_part(figure: Figure) -> bool:
    """Whether it measures a thing: "the battery" is one of what was spoken of, "the deal" none."""
    unit = figure.unit.partition(" per ")[0]
    return unit not in ("percent", "person", "count", "") and not is_currency(unit)


class _Sentence:
    """Its tokens in lower case, where they start, and which of them are names ("" for no name)."""

    def __init__(self, lowers: list[str], starts: list[int], named: list[str]) -> None:
        self._lowers = lowers
        self._starts = starts
        self._named = named

    def holder(self, figure: Figure, *, of_part: bool) -> Names | None:
        """Who has the figure; None for whom the sentences before speak of. ``of_part``: it may be
        of a part of what they speak of."""
        first = bisect_right(self._starts, figure.start) - 1
        last = bisect_left(self._starts, figure.end)
        if first and self._lowers[first - 1] in _POSSESSIVES:
            return NOBODY
        if found := self._given_to(last):
            return found
        if first <= 1:
            return self._subject_behind(last, pronoun=not first or self._lowers[0] == "at")
        return self._before(first, of_part=of_part)

    def subject(self) -> Names:
        """The names of the first clause."""
        return self._names(0, self._clause_end(1))

    def _given_to(self, last: int) -> Names:
        """The names right behind the figure ("a $650 Lumo"), or that it is for, of or by."""
        given = True
        for at in range(last, min(last + _FARTHEST, len(self._lowers))):
            word = self._lowers[at]
            if self._named[at]:
                return self._names(at, self._run_end(at)) if given else NOBODY
            if word not in _OF_ALL and word not in _GIVING:
                return NOBODY
            given = word in _GIVING or (given and at > last)
        return NOBODY

    def _run_end(self, at: int) -> int:
        while at < len(self._lowers) and self._named[at]:
            at += 1
        return at

    def _subject_behind(self, last: int, *, pronoun: bool) -> Names | None:
        """The subject behind a figure that opens the sentence: "At 182 grams, the Lumo is …"."""
        end = self._clause_end(last)
        found = self._names(last, end)
        return found or (self._meant(last, end) if pronoun else NOBODY)

    def _before(self, first: int, *, of_part: bool) -> Names | None:
        """The names of the nearest clause before that has any. Who says it is a holder only where
        a pronoun stands for them: "Orbet said it had sold 300,000"."""
        end = first
        while end >= 0:
            start = self._clause_start(end)
            if found := self._names(start, end):
                return found
            said = start > 0 and self._lowers[start - 1] in _SAYING
            if said and self._meant(start, end) is NOBODY:
                return NOBODY
            end = start - 1
        return None if of_part and self._lowers[0] == "the" else self._meant(0, first)

    def _meant(self, start: int, end: int) -> Names | None:
        """None where a pronoun points back; nobody where no word does."""
        return NOBODY if _PRONOUNS.isdisjoint(self._lowers[start:end]) else None

    def _clause_start(self, end: int) -> int:
        for at in range(end - 1, -1, -1):
            if self._lowers[at] in _BREAKS or self._lowers[at] in _SAYING:
                return at + 1
        return 0

    def _clause_end(self, start: int) -> int:
        end = len(self._lowers)
        return next((at for at in range(start, end) if self._lowers[at] in _BREAKS | _SAYING), end)

    def _names(self, start: int, end: int) -> Names:
        """The names between two tokens but those of rivals and places."""
        found = set()
        turned = -1  # up to where names are turned away
        for at in range(start, end):
            if self._named[at]:
                if at <= turned:
                    turned = at + 1
                else:
                    found.add(self._named[at])
            elif self._turns(at):
                turned = at + _FARTHEST
            elif self._ends_turn(at) or (at > start and self._named[at - 1]):
                turned = -1
        return frozenset(found)

    def _turns(self, at: int) -> bool:
        word = self._lowers[at]
        return word in _RIVALS or word in _PLACING

    def _ends_turn(self, at: int) -> bool:
        word = self._lowers[at]
        return word in TIME_WORDS or word[0].isdigit()
