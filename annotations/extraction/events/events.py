"""What happened to what a figure counts, read from the structure of its sentence.

One pass over the tokens keeps what a clause has so far: the figures that may be its subject, the
verb that waits for an object, the preposition that governs, the event noun whose number may
follow. A figure takes its event from the place it has there, never from mere nearness: in "a mine
killed two men in three weeks" the weeks are not killed.
"""

from dataclasses import dataclass

from annotations.extraction.events.clause import Happening
from annotations.extraction.events.fitting import fits_event, standing_alone
from annotations.extraction.events.phrase_events import of_subject
from annotations.extraction.events.triggers import DOERS, PHRASES, WORDS, Form, Trigger, phrase_at
from annotations.extraction.events.usage import Usage, of_form
from annotations.extraction.figures.quantities import Quantity
from annotations.extraction.lexicon.events import LIGHT_VERBS, LINKING_VERBS, MEASURE_VERBS
from annotations.extraction.lexicon.numerals import MULTIPLYING
from annotations.extraction.lexicon.reporting import REPORTING_VERBS
from annotations.extraction.lexicon.words import (
    ADVERBS,
    AUXILIARIES,
    COMMON_VERBS,
    COORDINATORS,
    DETERMINERS,
    GET,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from annotations.extraction.text.tokens import Tokens

# The words that begin what may lead to a figure.
_LEADING = frozenset(
    [word for word, triggers in WORDS.items() if any(found.form is Form.LEAD for found in triggers)]
    + [
        word
        for word, following in PHRASES.items()
        if any(p.trigger.form is Form.LEAD for phrases in following.values() for p in phrases)
    ]
)
# What befalls somebody for good: nothing said of him afterwards takes its place.
_FATES = frozenset({"killed", "injured", "casualties", "missing"})


def happenings(tokens: Tokens, quantities: list[Quantity]) -> list[Happening]:
    """Give what happened for each quantity of a sentence, in their order; linear in its tokens."""
    return _Pass(tokens, quantities).run() if quantities else []


@dataclass(slots=True)
class _Pass(Usage):
    """One pass over a sentence: its verbs and event nouns find the figures they befall."""

    def run(self) -> list[Happening]:
        self.found = [Happening() for _ in self.quantities]
        lowers, length = self.tokens.lowers, self.tokens.count
        handlers = list(map(_HANDLERS.get, lowers))
        bounds = [quantity.bound for quantity in self.quantities]
        self.bounds = dict(zip(bounds, range(len(bounds)), strict=True))
        bounds.append(length)
        following = index = 0
        while index < length:
            if bounds[following] <= index:
                index = self._pass_figure(following, index)
                following += 1
                continue
            handler = handlers[index]
            if handler is not None:
                index = handler(self, index, lowers[index])
                continue
            if self.joined or self.touching or self.passive:
                self._ordinary(index, lowers[index])
            index += 1
            while index < bounds[following] and handlers[index] is None:
                index += 1  # what the first ordinary word does, those right behind it change not
        return self._finished()

    def _pass_figure(self, number: int, index: int) -> int:
        verb = self.quantities[number].first
        if self.tokens.lowers[verb] in MULTIPLYING:
            return self._measure(verb, self.tokens.lowers[verb])  # "the toll doubled to 40"
        self._figure(number)
        self._follow_figure()
        return max(index + 1, self.quantities[number].reach)

    def _event(self, index: int, word: str) -> int:
        phrase = phrase_at(self.tokens.lowers, index) if word in PHRASES else None
        if phrase is not None:
            trigger, end = phrase
            triggers: tuple[Trigger, ...] = (trigger,)
        else:
            triggers, end = WORDS.get(word, ()), index + 1
        if word in _LEADING:
            triggers = self._usable(triggers, end)
        if not triggers or self._qualifies(index, triggers):
            return self._else(index, word)
        self._act(index, end, triggers)
        return end

    def _else(self, index: int, word: str) -> int:
        """A word that only begins a phrase, and does not here."""
        handler = _PLAIN_HANDLERS.get(word)
        if handler is not None:
            return handler(self, index, word)
        self._ordinary(index, word)
        return index + 1

    def _act(self, index: int, end: int, triggers: tuple[Trigger, ...]) -> None:
        forms = {trigger.form for trigger in triggers}
        if Form.NOUN in forms and self._is_noun(index, forms):
            self._note_noun(index, of_form(triggers, Form.NOUN))
            return
        if self.counter is not None and self.tokens.lowers[index] in MEASURE_VERBS:
            self._measure_verb(index, triggers)
            return
        either, triggers = self._with_alternative(index, triggers)
        if Form.LEAD in forms:
            self._await_object(index, end, of_form(triggers, Form.LEAD))
        elif self._is_present_active(forms, end):
            self._take_doers(index)
            self._await_object(index, end, of_form(triggers, Form.ACTIVE))
        elif forms == {Form.ADJECTIVE} and self.tokens.lowers[max(0, index - 1)] == "the":
            self._note_noun(index, triggers)
        elif self._is_active(forms, index, end):
            self._take_doers(index)
            self._await_object(index, end, triggers)
        else:
            full = self._is_full(index, forms)
            subject = self._subject(adjective=forms == {Form.ADJECTIVE}, full=full)
            if either is not None:
                subject += [
                    n for n, happening in enumerate(self.found) if happening.trigger == either
                ]
            self._befall(index, subject, triggers, loose=not full)

    def _take_doers(self, index: int) -> None:
        """ "40 members backed the plan"."""
        doing = DOERS.get(self.tokens.lowers[index])
        if doing is not None:
            self.trigger_at = index
            for number in self._subject(adjective=False, full=True):
                if not self._is_object(number):
                    self._assign(number, (doing,))

    def _is_object(self, number: int) -> bool:
        """ "The union, which represents 300 drivers, backed it"."""
        at = self.quantities[number].bound - 1
        return at >= 0 and self.tokens.lowers[at] in COMMON_VERBS

    def _note_noun(self, index: int, triggers: tuple[Trigger, ...]) -> None:
        trigger = triggers[0]
        if index != self.counter_at + 1:
            self.counters.append(trigger)
        if self.counter is None or index != self.counter_at + 1:
            self.counter = trigger
        self.counter_at = self.trigger_at = index
        self.trigger_verb, self.verb_since_counter = -1, False
        self.waiting, self.dormant = (), self.waiting or self.dormant
        self.touching = self.joined = self.passive = False

    def _await_object(self, index: int, end: int, triggers: tuple[Trigger, ...]) -> None:
        if end not in self.bounds:  # what rises by so much is named before the verb or by nothing
            self.waiting = tuple(trigger for trigger in triggers if trigger.takes != "change")
        else:
            self.waiting = triggers
        self.dormant = ()
        self.past_verb = triggers
        self.trigger_at = index
        self.governor = ""
        self.counter = None
        self._end_verb()

    def _befall(
        self, index: int, subject: list[int], triggers: tuple[Trigger, ...], *, loose: bool
    ) -> None:
        self.trigger_at = index
        if loose and self._is_of_whole() and self._assign(self.of_whole, triggers):
            for number in subject:  # unless a verb says more of the part
                self.found[number].fallback = self.found[self.of_whole].event
            subject = []
        befalling = tuple(trigger for trigger in triggers if trigger.takes != "change")
        for number in subject:
            self._assign(number, befalling)
            self.found[number].loose = loose
            self.by_object.discard(number)
        amounts = tuple(
            trigger for trigger in triggers if trigger.takes not in {"people", "things"}
        )
        self.waiting = amounts if self.passive else ()
        self.past_verb = triggers
        counting = not subject and "number" in self.tokens.lowers[max(0, index - 4) : index]
        self.counter = triggers[0] if counting else None
        self.governor = ""
        self._end_verb()

    def _is_of_whole(self) -> bool:
        """Whether a participle says what the whole is a number of: "two of the 12 men hurt"; in a
        headline, which has no article there, it speaks of the part.
        """
        if self.of_whole < 0 or not self.touching:
            return False
        one = self.last >= 0 and self.quantities[self.last].high == 1  # "one of 22 men killed"
        return one or self.tokens.lowers[self.quantities[self.of_whole].bound - 1] in DETERMINERS

    def _subject(self, *, adjective: bool, full: bool) -> list[int]:
        """The figures that an event said of the subject befalls."""
        if self.touching and self._is_apart(self.last, full=full):
            free = not self.found[self.last].event or self.last in self.by_object
            return [self.last] if free else []
        if adjective and not self.touching and not self.passive:
            return []
        return [number for number in self.group if self._is_free(number, full=full)]

    def _is_apart(self, number: int, *, full: bool) -> bool:
        """Whether a figure that the verb touches is its subject without standing in the group."""
        if number < 0 or number in self.group:
            return False
        part = self.found[number].whole >= 0 and self.group  # "six, two of them boys, died"
        governed = full and number in self.oblique  # "a mother of two was killed"
        return not (part or governed)

    def _is_free(self, number: int, *, full: bool) -> bool:
        happening = self.found[number]
        if not happening.event:
            return True
        return full and happening.loose and happening.event not in _FATES

    def _light_verb(self, index: int, word: str) -> int:
        """ "suffered injuries", "got injuries", but "got away with"."""
        for ahead in range(index + 1, min(index + 5, self.tokens.count)):
            if ahead in self.bounds:
                break
            triggers = of_form(WORDS.get(self.tokens.lowers[ahead], ()), Form.NOUN)
            if triggers:
                subject = self._subject(adjective=False, full=True)
                self._befall(index, subject, triggers, loose=False)
                return ahead + 1
        return self._event(index, word)

    def _finished(self) -> list[Happening]:
        if len(self.counters) > 1 and "respectively" in self.tokens.lowers:
            self._pair_counters()
        for number, happening in enumerate(self.found):
            quantity = self.quantities[number]
            if not happening.event and 0 <= happening.whole < number:
                whole = self.found[happening.whole]
                if fits_event(whole.event, quantity):
                    happening.event, happening.trigger = whole.event, whole.trigger
            if not happening.event:
                happening.event = (
                    happening.fallback
                    or of_subject(self.tokens, quantity)
                    or standing_alone(self.tokens, quantity)
                )
        return self.found

    def _pair_counters(self) -> None:
        """ "deaths and injuries stand at 13 and 152, respectively"."""
        after = [
            number
            for number, quantity in enumerate(self.quantities)
            if quantity.bound > self.counter_at
        ]
        if len(after) >= len(self.counters):
            for number, trigger in zip(after, self.counters, strict=False):
                self.found[number].event = trigger.event


_PLAIN_HANDLERS = {
    **dict.fromkeys(SUBJECT_PRONOUNS, _Pass._pronoun),
    **dict.fromkeys(DETERMINERS, _Pass._determiner),
    **dict.fromkeys(ADVERBS, _Pass._adverb),
    **dict.fromkeys(MEASURE_VERBS, _Pass._measure),
    **dict.fromkeys(COMMON_VERBS | LINKING_VERBS, _Pass._verb),
    **dict.fromkeys(PREPOSITIONS, _Pass._preposition),
    **dict.fromkeys(SUBORDINATORS | REPORTING_VERBS, _Pass._subordinator),
    **dict.fromkeys(RELATIVES, _Pass._relative),
    **dict.fromkeys(AUXILIARIES | GET, _Pass._auxiliary),
    **dict.fromkeys(COORDINATORS, _Pass._coordinator),
    **dict.fromkeys((";", ":"), _Pass._break),
    **dict.fromkeys(("—", "–"), _Pass._dash),
    ",": _Pass._comma,
    "no": _Pass._no,
}
_HANDLERS = {
    **_PLAIN_HANDLERS,
    **dict.fromkeys(WORDS, _Pass._event),
    **dict.fromkeys(PHRASES, _Pass._event),
    **dict.fromkeys(LIGHT_VERBS, _Pass._light_verb),
}
