"""Where, when and by whom a figure's event came about, as its sentence says."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from annotations.extraction.circumstances.days import shifted
from annotations.extraction.circumstances.places import places_in
from annotations.extraction.circumstances.times import Time, times_in
from annotations.extraction.events.clause import Happening
from annotations.extraction.events.triggers import PHRASES, WORDS, Form
from annotations.extraction.figures.quantities import Quantity
from annotations.extraction.lexicon.reporting import REPORTING_VERBS
from annotations.extraction.lexicon.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    COMMON_VERBS,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
    words,
)
from annotations.extraction.speakers.attribution import Frame
from annotations.extraction.speakers.speaker_phrases import (
    clause_start,
    first_verb,
    opens_circumstance,
    phrase_left,
)
from annotations.extraction.text.tokens import Tokens
from annotations.extraction.types import Scope

# Another clause of the same event begins, or another thing altogether.
_CLAUSES = SUBORDINATORS | RELATIVES
_BREAKS = frozenset((";", ":", "—", "(", ")", "including", "compared", "than", "versus", "against"))
_PHRASE_ENDS = frozenset(',.;:!?()“”"…—–') | SUBORDINATORS | RELATIVES | AUXILIARIES
_SAYING = REPORTING_VERBS | words("say claim")
_DOING = frozenset({Form.ACTIVE, Form.PAST, Form.PARTICIPLE})
_LEADING = COORDINATORS | PREPOSITIONS | TIME_WORDS
_UNNAMED = DETERMINERS | PRONOUNS
_LONGEST_ACTOR = 12
_FURTHEST = 30
_NOWHERE = Scope()
_WEEK = 7  # days
_LONGEST_MANNER = 3  # tokens between a reporting verb and its time: "said in a statement on"


@dataclass(slots=True)
class Circumstances:
    """The places and times of a sentence, from which each figure takes its own."""

    tokens: Tokens
    places: list[tuple[int, int]]
    times: list[Time]
    frames: list[Frame]
    published: dt.date | None

    def of(
        self, quantity: Quantity, happening: Happening, *, foretold: bool = False
    ) -> tuple[Scope, str]:
        """The scope of one figure as written, and the ISO date at which it held ("" unknown).

        ``foretold`` tells that what it counts is yet to happen.
        """
        place = self._place_of(quantity) if self.places else ""
        actor = self._actor(quantity, happening) if happening.trigger >= 0 else ""
        said, day = self._when(quantity, foretold=foretold) if self.times else ("", None)
        scope = Scope(place, said, actor) if place or said or actor else _NOWHERE
        return scope, day.isoformat() if day else ""

    def _when(self, quantity: Quantity, *, foretold: bool) -> tuple[str, dt.date | None]:
        """The time of a figure as written, and the day at which it held."""
        time = self._time_of(quantity, [time for time in self.times if not time.now] or self.times)
        said = self._words(time.start, time.end) if time else ""
        return said, self._said_on(quantity) or self._held_on(quantity, foretold=foretold)

    def _place_of(self, quantity: Quantity) -> str:
        nearest = self._nearest([start for start, _ in self.places], quantity)
        if nearest < 0:
            return ""
        return self._words(*self.places[nearest]).removesuffix("'s").removesuffix("’s")

    def _time_of(self, quantity: Quantity, times: list[Time]) -> Time | None:
        nearest = self._nearest([time.start for time in times], quantity)
        return times[nearest] if nearest >= 0 else None

    def _said_on(self, quantity: Quantity) -> dt.date | None:
        """The day a speaker gave the figure, where the frame says it: "said on Monday"."""
        for frame in self.frames:
            if frame.covers(quantity.first):
                for time in self.times:
                    if 0 <= time.start - frame.end <= _LONGEST_MANNER and time.day:
                        return time.day
        return None

    def _held_on(self, quantity: Quantity, *, foretold: bool) -> dt.date | None:
        """The day of the figure's time: of a span, the day it was told, until which it lasts; of
        a weekday behind what is foretold, the coming one.
        """
        time = self._time_of(quantity, self.times)
        if time is None:
            return None
        if time.since:
            return self.published
        coming = foretold and time.weekday and time.start >= quantity.reach
        if coming and time.day and self.published and time.day < self.published:
            return shifted(time.day, _WEEK)
        return time.day

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
        if happening.whole >= 0 or not self._is_verb(trigger):
            return ""
        word = self.tokens.lowers[trigger]
        if word.endswith("ing"):
            follows = trigger > 1 and self.tokens.lowers[trigger - 1] == ","
            start, end = self._first_subject(trigger) if follows else (0, 0)
        elif trigger >= quantity.bound:
            start, end = self._agent_after(trigger)
        elif BE.isdisjoint(self.tokens.lowers[max(0, trigger - 2) : trigger]):
            start, end = self._subject_before(trigger)
        else:
            start, end = self._agent_after(quantity.reach - 1)  # "was fined $3 million by"
        return self._words(start, end) if start < end else ""

    def _is_verb(self, trigger: int) -> bool:
        """Whether the event is said by a verb of what somebody does to others."""
        word = self.tokens.lowers[trigger]
        return word in PHRASES or any(found.form in _DOING for found in WORDS.get(word, ()))

    def _subject_before(self, verb: int) -> tuple[int, int]:
        lowers = self.tokens.lowers
        end = verb
        while end and (lowers[end - 1] in AUXILIARIES or _is_adverb(lowers[end - 1])):
            end -= 1
        if end and lowers[end - 1] in COORDINATORS:  # "hit a wall and killed six"
            return self._first_subject(end)
        if end and lowers[end - 1] == ",":  # "Rescuers, who worked all night, pulled"
            start, last = phrase_left(self.tokens, end)
            return (start, last) if lowers[last + 1] in RELATIVES else (end, end)
        start = end
        while start and end - start < _LONGEST_ACTOR and not self._ends_phrase(start - 1):
            start -= 1
        while start < end and lowers[start] in _LEADING:
            start += 1
        while end > start and lowers[end - 1] in COORDINATORS:
            end -= 1
        opening = (at for at in range(start + 1, end) if opens_circumstance(self.tokens, at, end))
        end = next(opening, end)  # "The bank on Tuesday fired"
        if start == end or not lowers[start][0].isalpha() or lowers[end - 1] in PREPOSITIONS:
            return end, end  # "the number of displaced"
        return (end, end) if _UNNAMED.issuperset(lowers[start:end]) else (start, end)

    def _first_subject(self, before: int) -> tuple[int, int]:
        """The subject of the first verb of a clause, behind who says so."""
        said = [frame.end for frame in self.frames if frame.after and frame.end < before]
        start = max(clause_start(self.tokens, before), *said, 0)
        first = first_verb(self.tokens, before, after=start)
        return self._subject_before(first) if first > start else (before, before)

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
