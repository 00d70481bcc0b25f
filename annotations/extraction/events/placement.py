"""The place of each figure in its clause, and the event it has there."""

from dataclasses import dataclass

from annotations.extraction.events.clause import Clause, Happening
from annotations.extraction.events.fitting import (
    TIME_UNITS,
    fits,
    fits_event,
    is_money,
    is_of_person,
    suits,
)
from annotations.extraction.events.phrase_events import beside_phrase, by_phrase
from annotations.extraction.events.triggers import DOERS, WORDS, Form, Trigger
from annotations.extraction.figures.quantities import Quantity
from annotations.extraction.lexicon.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    COORDINATORS,
    DETERMINERS,
    HAVE,
    PREPOSITIONS,
)

_PLAINLY = frozenset({"at", "to", "from"})  # "cut the toll from 11 to nine"
_MEASURED_TO = frozenset({"", "of", "to", "at", "from", "by", "among", "for", "in"})
_PRICED = frozenset({"for", "at", "of", "to", "with", "by"})
_BEFORE_NUMBER = (
    DETERMINERS | ADVERBS | frozenset("last past first next previous other between".split())
)
_THOSE = frozenset({"them", "whom", "which", "those", "these"})
_SOME = frozenset("some most many much few several part parts majority rest".split())
_JOINING = COORDINATORS | {","}
_AGAINST = (["to"], ["against"], ["-"], ["–"])
_GAPPED = PREPOSITIONS - {"of", "per"}  # what the left out verb would have behind it
_PRESENT = Trigger("present", "things", Form.LEAD)
_FINITE = AUXILIARIES - {"be", "been", "being", "having"}  # "with 57 of them being children"


@dataclass(slots=True)
class Placement(Clause):
    """A clause that gives the figures it meets their event, or their place to wait for one."""

    def _figure(self, number: int) -> None:
        quantity = self.quantities[number]
        happening = self.found[number]
        happening.whole = self._whole_of(number)
        self.of_whole = number if self._is_whole(quantity) else -1
        if self.of_whole >= 0:
            self._take_noun(number)
            return
        trigger = by_phrase(self.tokens, quantity)
        shared = quantity.reach == quantity.last and bool(quantity.counted)  # its noun is another's
        if trigger is not None and not shared and not is_of_person(trigger, quantity):
            happening.event, happening.trigger = trigger.event, max(0, quantity.reach - 1)
            happening.by_noun = True
        else:
            happening.fallback = trigger.event if trigger else beside_phrase(self.tokens, quantity)
            if self.last < 0:
                self._place(number)
            elif self._repeats(number):
                self._share_event(number, self.found[self.last])
                happening.loose = True
            elif self._continues(number):
                self._continue(number)
            else:
                self._place(number)
        self.last = number

    def _take_noun(self, number: int) -> None:
        """Give a whole the event that its noun says: "three of the 30 wounded", "13 days of a
        90-day sentence".
        """
        quantity = self.quantities[number]
        last_word = self.tokens.lowers[quantity.reach - 1]
        if quantity.unit in TIME_UNITS and (trigger := by_phrase(self.tokens, quantity)):
            self.found[number].event, self.found[number].by_noun = trigger.event, True
        for trigger in WORDS.get(last_word, ()):
            if trigger.form is Form.ADJECTIVE:
                self.found[number].event, self.found[number].by_noun = trigger.event, True

    def _is_whole(self, quantity: Quantity) -> bool:
        """Whether the figure only says what another is taken from: "two of the 12", "many of the
        12".
        """
        if self._is_of_some(quantity):
            return True
        if self.last < 0:
            return False
        between = self.tokens.lowers[self.quantities[self.last].last : quantity.bound]
        return 0 < len(between) <= 3 and between[0] == "of" and _JOINING.isdisjoint(between)

    def _is_of_some(self, quantity: Quantity) -> bool:
        """Whether it is untold how many of the figure are meant: "most of the 12"."""
        at = quantity.bound
        while at > 1 and self.tokens.lowers[at - 1] in DETERMINERS:
            at -= 1
        return at > 1 and self.tokens.lowers[at - 1] == "of" and self.tokens.lowers[at - 2] in _SOME

    def _whole_of(self, number: int) -> int:
        """The figure that this one says to be a part of: "61, including 48"; "12, six of them"."""
        quantity, lowers = self.quantities[number], self.tokens.lowers
        if quantity.bound:
            nearest, opening = lowers[quantity.bound - 1], lowers[max(0, quantity.bound - 2)]
            of_them = opening == "of" and nearest in {"which", "whom"}
            if nearest == "including" or opening == "among" or of_them:
                return self.last
        if self.listed >= 0 and not quantity.counted and quantity.unit in {"", "person"}:
            return self.listed
        for end in {quantity.last, quantity.reach}:
            if lowers[end : end + 1] == ["of"] and not _THOSE.isdisjoint(lowers[end + 1 : end + 2]):
                return self.last
        return -1

    def _repeats(self, number: int) -> bool:
        """Whether the figure leaves out the verb of the one before: "six died at sea and two in
        port", "voted 312 to 108".
        """
        if not self.found[self.last].event or self.found[number].whole >= 0:
            return False
        quantity, before = self.quantities[number], self.quantities[self.last]
        if quantity.reach > quantity.last or quantity.unit not in {"", before.unit}:
            return False
        if self.tokens.lowers[before.reach : quantity.bound] in _AGAINST:
            return self.found[self.last].event == "voted"
        if beside_phrase(self.tokens, quantity):
            return False  # "killed six and left four with burns"
        following = self.tokens.lowers[quantity.reach : quantity.reach + 1]
        return self.joined and self.verb_since and _GAPPED.issuperset(following or ".")

    def _continues(self, number: int) -> bool:
        """Whether the figure stands beside the one before it: "four officers and two civilians"."""
        if not self.joined or self.verb_since or self.found[number].whole >= 0:
            return False
        # "Of the 120 passengers, 30 died"
        adverbial = self.last in self.oblique and not self.group and not self.used
        return not (adverbial and self.tokens.lowers[self.quantities[number].bound - 1] == ",")

    def _continue(self, number: int) -> None:
        happening, before = self.found[number], self.found[self.last]
        quantity, previous = self.quantities[number], self.quantities[self.last]
        stated = before.event or (before.whole >= 0 and self.found[before.whole].event)
        if stated and not before.by_noun and self._has_auxiliary(quantity):
            self.group, self.used = [number], False
        elif before.whole >= 0 and not before.event:
            happening.whole = before.whole
        elif self.last in self.oblique and self.dormant and quantity.unit == "person":
            if previous.unit != "person":
                self._assign(number, self.dormant)
                self.by_object.add(number)
            else:
                self.oblique.add(number)
        elif self.last in self.oblique:
            self.oblique.add(number)
        elif before.event and not before.by_noun:
            self._share_event(number, before)
            self.by_object.add(number)
        elif self.last in self.group and not self.used:
            self.group.append(number)
        else:
            self.group = [number]

    def _share_event(self, number: int, before: Happening) -> None:
        """Give the figure the event of the one it is joined to, or what their verb says of it."""
        happening = self.found[number]
        if any(trigger.event == before.event for trigger in self.past_verb):
            self._assign(number, self.past_verb)  # "burned 12 workers and two cars"
        elif fits_event(before.event, self.quantities[number]):
            happening.event = before.event
        happening.trigger = before.trigger if happening.event else -1

    def _place(self, number: int) -> None:
        """Give the figure its event, or its place among those that may yet have one."""
        quantity = self.quantities[number]
        if self.governor:
            self._end_phrase(quantity)
        before = self.tokens.lowers[quantity.bound - 1] if quantity.bound else ""
        waiting = self.waiting or (self.dormant if self.joined else ())
        if (
            waiting
            and not (self.joined and self._has_auxiliary(quantity))
            and self._assign(number, waiting)
        ):
            return
        if self.of_counter and self.counter is not None:
            self._assign(number, (self.counter,))
        elif self._is_measure(quantity):
            self._assign(number, (self.counter,) if self.counter else ())
        elif self._takes_verb(number):
            return
        elif before in HAVE or self._exists(quantity):
            self._assign(number, (_PRESENT,))
        elif self.governor:
            self.oblique.add(number)
        elif self.found[number].whole < 0 or self._opens_clause(quantity):
            self._open_group(number)

    def _open_group(self, number: int) -> None:
        """The subject of the next verb, beside which a figure may stand that waits for one too:
        "twelve sailors, five of them cooks, died".
        """
        self.group = [number] if self.used else [*self.group, number]
        self.used = False

    def _has_auxiliary(self, quantity: Quantity) -> bool:
        """Whether the figure is a subject: "lost power and 300 people were told to leave"."""
        return not _FINITE.isdisjoint(self.tokens.lowers[quantity.reach : quantity.reach + 1])

    def _end_phrase(self, quantity: Quantity) -> None:
        """Forget a preposition whose noun stands before the figure: "in the war 200 died"."""
        between = self.tokens.lowers[self.governor_at + 1 : quantity.bound]
        in_all = self.governor == "in" and between in (["all"], ["total"])
        ranges = self.governor == "between"  # "between 40 and 50 people"
        if in_all or ranges or not _BEFORE_NUMBER.issuperset(between):
            self.governor = ""

    def _opens_clause(self, quantity: Quantity) -> bool:
        """Whether a part has its own verb: "of which 61 lost their lives"; "six of them died"."""
        before = self.tokens.lowers[max(0, quantity.bound - 2) : quantity.bound]
        return "including" not in before and "among" not in before

    def _exists(self, quantity: Quantity) -> bool:
        """ "there were six"."""
        before = self.tokens.lowers[max(0, quantity.bound - 3) : quantity.bound]
        return "there" in before and not BE.isdisjoint(before)

    def _is_measure(self, quantity: Quantity) -> bool:
        """Whether the figure is the number of an event noun before it: "the toll rose to 24"."""
        if self.counter is None:
            return False
        plainly = self.governor in _PLAINLY and not self.verb_since_counter
        if not (self.trigger_verb >= 0 or self.passive or plainly):
            return False
        counts = not quantity.counted or quantity.unit == "person"
        return counts and quantity.unit not in TIME_UNITS and self.governor in _MEASURED_TO

    def _takes_verb(self, number: int) -> bool:
        """Give the figure what its verb says of it through a preposition: "sold for $3m", "opposed
        by 41 members".
        """
        if self._is_priced(self.quantities[number]) and self._assign(number, self.past_verb):
            return True
        return self.governor == "by" and self._assign(number, self._of_doers())

    def _is_priced(self, quantity: Quantity) -> bool:
        """Whether an amount or a term follows its verb through a preposition: "sold for $3m"."""
        if not self.past_verb or self.governor not in _PRICED:
            return False
        if self.past_verb[0].takes == "change":
            return self.governor == "by"  # "to" gives the level, not the change
        return is_money(quantity) or (
            quantity.unit in TIME_UNITS and self.governor in {"to", "for"}
        )

    def _of_doers(self) -> tuple[Trigger, ...]:
        """What a passive verb says of those by whom: "opposed by 41 members"."""
        doing = DOERS.get(self.tokens.lowers[self.trigger_at]) if self.past_verb else None
        if doing is not None:
            return (doing,)
        return tuple(trigger for trigger in self.past_verb if trigger.form is Form.SUBJECT)

    def _assign(self, number: int, triggers: tuple[Trigger, ...]) -> bool:
        """Give the figure the first of the events that its kind can have."""
        quantity, happening = self.quantities[number], self.found[number]
        fitting = [trigger for trigger in triggers if fits(trigger.takes, quantity)]
        if not fitting:
            return False
        best = next((found for found in fitting if suits(found.takes, quantity)), fitting[0])
        happening.event, happening.trigger, happening.loose = best.event, self.trigger_at, False
        return True
