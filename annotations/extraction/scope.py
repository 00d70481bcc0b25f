"""Where, when and by whom a figure's event came about, as its sentence says."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from annotations.extraction.attribution import Frame
from annotations.extraction.clause import Happening
from annotations.extraction.lexicon.reporting import REPORTING_VERBS
from annotations.extraction.lexicon.words import (
    ADVERBS,
    AUXILIARIES,
    COMMON_VERBS,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    words,
)
from annotations.extraction.places import places_in
from annotations.extraction.quantities import Quantity
from annotations.extraction.times import Time, times_in
from annotations.extraction.tokens import Tokens
from annotations.extraction.triggers import PHRASES, WORDS, Form
from annotations.extraction.types import Scope

# Another clause of the same event begins, or another thing altogether.
_CLAUSES = SUBORDINATORS | RELATIVES
_BREAKS = frozenset((";", ":", "—", "(", ")", "including", "compared", "than", "versus", "against"))
_PHRASE_ENDS = frozenset(',.;:!?()“”"…—–') | SUBORDINATORS | RELATIVES | AUXILIARIES
_SAYING = REPORTING_VERBS | words("say claim")
_NO_VERBS = frozenset({Form.NOUN, Form.LEAD})
_LONGEST_ACTOR = 12
_FURTHEST = 30
_NOWHERE = Scope()
_LONGEST_MANNER = 3  # tokens between a reporting verb and its time: "said in a statement on"


@dataclass(slots=True)
class Circumstances:
    """The places and times of a sentence, from which each figure takes its own."""

    tokens: Tokens
    places: list[tuple[int, int]]
    times: list[Time]
    frames: list[Frame]
    published: dt.date | None

    def of(self, quantity: Quantity, happening: Happening) -> tuple[Scope, str]:
        """The scope of one figure as written, and the ISO date at which it held ("" unknown)."""
        place = self._place_of(quantity)
        time = self._time_of(quantity)
        actor = self._actor(quantity, happening)
        said = self._words(time.start, time.end) if time else ""
        day = self._said_on(quantity) or (self._day_of(time) if time else None)
        scope = Scope(place, said, actor) if place or said or actor else _NOWHERE
        return scope, day.isoformat() if day else ""

    def _place_of(self, quantity: Quantity) -> str:
        if not self.places:
            return ""
        nearest = self._nearest([start for start, _ in self.places], quantity)
        return self._words(*self.places[nearest]) if nearest >= 0 else ""

    def _time_of(self, quantity: Quantity) -> Time | None:
        if not self.times:
            return None
        nearest = self._nearest([time.start for time in self.times], quantity)
        return self.times[nearest] if nearest >= 0 else None

    def _said_on(self, quantity: Quantity) -> dt.date | None:
        """The day a speaker gave the figure, where the frame says it: "said on Monday"."""
        if not self.times:
            return None
        for frame in self.frames:
            if frame.covers(quantity.first):
                for time in self.times:
                    if 0 <= time.start - frame.end <= _LONGEST_MANNER and time.day:
                        return time.day
        return None

    def _day_of(self, time: Time) -> dt.date | None:
        return self.published if time.since else time.day  # it holds until told

    def _nearest(self, starts: Sequence[int], quantity: Quantity) -> int:
        """The next that follows in the figure's clause, else the last before it, else the next of
        a clause that belongs to it; -1 for none.
        """
        following = bisect_left(starts, quantity.first)
        if following == len(starts):
            return following - 1
        between = self.tokens.lowers[quantity.reach : starts[following]]
        if len(between) > _FURTHEST or not _BREAKS.isdisjoint(between):
            return following - 1
        if following and not _CLAUSES.isdisjoint(between):
            return following - 1
        return following

    def _words(self, start: int, end: int) -> str:
        return self.tokens.source[self.tokens.starts[start] : self.tokens.ends[end - 1]]

    def _actor(self, quantity: Quantity, happening: Happening) -> str:
        """Who did it: the subject of a verb before the figure, or "by" whom after it."""
        trigger = happening.trigger
        if trigger < 0 or happening.whole >= 0 or not self._is_finite(trigger):
            return ""
        if trigger < quantity.bound:
            start, end = self._subject_before(trigger)
        else:
            start, end = self._agent_after(trigger)
        return self._words(start, end) if start < end else ""

    def _is_finite(self, trigger: int) -> bool:
        """Whether the event is said by a verb with a subject of its own."""
        word = self.tokens.lowers[trigger]
        verbs = any(found.form not in _NO_VERBS for found in WORDS.get(word, ()))
        return (verbs or word in PHRASES) and not word.endswith("ing")

    def _subject_before(self, verb: int) -> tuple[int, int]:
        lowers = self.tokens.lowers
        end = verb
        while end and (lowers[end - 1] in AUXILIARIES or _is_adverb(lowers[end - 1])):
            end -= 1
        start = end
        while start and end - start < _LONGEST_ACTOR and not self._ends_phrase(start - 1):
            start -= 1
        while start < end and (lowers[start] in COORDINATORS or lowers[start] in PREPOSITIONS):
            start += 1
        while end > start and lowers[end - 1] in COORDINATORS:
            end -= 1
        if start == end or not lowers[start][0].isalpha() or lowers[end - 1] in PREPOSITIONS:
            return end, end  # "the number of displaced"
        return (end, end) if DETERMINERS.issuperset(lowers[start:end]) else (start, end)

    def _agent_after(self, verb: int) -> tuple[int, int]:
        lowers = self.tokens.lowers
        for by in range(verb + 1, min(verb + 8, len(lowers))):
            if lowers[by] == "by":
                return by + 1, self._phrase_end(by + 1)
            if lowers[by] in _PHRASE_ENDS or lowers[by] in COORDINATORS:
                break
        return verb, verb

    def _phrase_end(self, start: int) -> int:
        lowers = self.tokens.lowers
        end = start
        while end < min(len(lowers), start + _LONGEST_ACTOR):
            if self._ends_phrase(end) or (lowers[end] in PREPOSITIONS and lowers[end] != "of"):
                break
            end += 1
        while end > start and lowers[end - 1].endswith("ly"):
            end -= 1
        return end

    def _ends_phrase(self, index: int) -> bool:
        lowers = self.tokens.lowers
        word = lowers[index]
        if word in _PHRASE_ENDS or word in COMMON_VERBS or word in _SAYING:
            return True
        triggers = WORDS.get(word)
        if triggers is not None:
            return triggers[0].form is not Form.NOUN
        participle = word.endswith("ed") or word == "laid"
        return participle and index + 1 < len(lowers) and lowers[index + 1] in PREPOSITIONS


def circumstances(
    tokens: Tokens, quantities: list[Quantity], frames: list[Frame], published: dt.date | None
) -> Circumstances:
    """Read the places and times of a sentence; linear in its tokens."""
    places = places_in(tokens)
    if places:
        counted = {quantity.first for quantity in quantities}
        places = [place for place in places if place[0] not in counted]
    times = times_in(tokens, published)
    times = [time for time in times if not time.bare] or times
    return Circumstances(tokens, places, times, frames, published)


def _is_adverb(word: str) -> bool:
    return word in ADVERBS or word.endswith("ly")
