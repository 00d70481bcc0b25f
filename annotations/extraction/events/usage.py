"""How an event word is used where it stands: as a verb, and with an object, or as a noun."""

from annotations.extraction.events.fitting import fits
from annotations.extraction.events.placement import Placement
from annotations.extraction.events.triggers import WORDS, Form, Trigger
from annotations.extraction.lexicon.events import MEASURE_VERBS
from annotations.extraction.lexicon.words import (
    ADVERBS,
    AUXILIARIES,
    COMMON_VERBS,
    COORDINATORS,
    DETERMINERS,
    MONTHS,
    PLACE_ADVERBS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
)
from annotations.extraction.numbers.units import HYPHENS

_OBJECT_NEVER = (
    PREPOSITIONS
    | COORDINATORS
    | SUBORDINATORS
    | RELATIVES
    | AUXILIARIES
    | TIME_WORDS
    | PLACE_ADVERBS
    | COMMON_VERBS
    | MEASURE_VERBS
)
_CONTRACTED = PRONOUNS | frozenset("there here what that where".split())
_ARTICLES = frozenset("the a an his her its their our my".split())
_BEFORE_TIME = frozenset("last this next that the".split())
_BEHIND_SUBJECT = PREPOSITIONS | AUXILIARIES | MEASURE_VERBS
_NOMINAL = frozenset({Form.NOUN, Form.ADJECTIVE, Form.LEAD})


class Usage(Placement):
    """A clause that tells what its event words are used as."""

    __slots__ = ()

    def _qualifies(self, index: int, triggers: tuple[Trigger, ...]) -> bool:
        """Whether it is no verb here, but a noun or its qualifier: "the fire", "the freed town"."""
        before = self.tokens.lowers[index - 1] if index else ""
        if before in HYPHENS and self.tokens.touch(index - 1):
            return True  # "game-winning"
        forms = [trigger.form for trigger in triggers]
        if not _NOMINAL.isdisjoint(forms):
            return False
        if before in _ARTICLES or _is_owner(before) or self._is_month(index):
            return True
        if forms.count(Form.ACTIVE) < len(forms):
            return False
        if self.tokens.lowers[index].endswith("ing"):
            return not self._has_object(index + 1)  # "the Maid Building, one of the oldest"
        if before.endswith("ed") and before not in ADVERBS:
            return True  # "opened fire"
        return before in PREPOSITIONS and before != "to"

    def _is_month(self, index: int) -> bool:
        """ "since March", and not "they march"."""
        return self.tokens.lowers[index] in MONTHS and self.tokens.texts[index][0].isupper()

    def _is_active(self, forms: set[Form], index: int, end: int) -> bool:
        """Whether a past form has its object behind it: "killed six", "have risen 3 %"."""
        if self.passive:
            return False
        if not forms.isdisjoint({Form.PAST, Form.PARTICIPLE}):
            if self._shares_object(end):
                return True
            return self._has_object(end)
        phrase = end > index + 1 and Form.SUBJECT in forms
        return phrase and end in self.bounds

    def _is_present_active(self, forms: set[Form], end: int) -> bool:
        """Whether a present form is of a verb with an object: "kills", not "14 shops close"."""
        if Form.ACTIVE not in forms or Form.PAST in forms:
            return False
        return Form.SUBJECT not in forms or self._has_object(end)

    def _is_full(self, index: int, forms: set[Form]) -> bool:
        """Whether a verb stands in full, and not as a participle behind its noun or "on board"."""
        if self.passive:
            return True
        word = self.tokens.lowers[index]
        return Form.SUBJECT in forms and word not in PREPOSITIONS and not word.endswith("ing")

    def _is_noun(self, index: int, forms: set[Form]) -> bool:
        lowers = self.tokens.lowers
        before = lowers[index - 1] if index else ""
        after = lowers[index + 1] if index + 1 < len(lowers) else ""
        if forms == {Form.NOUN} or after == "of" or before in DETERMINERS:
            return True
        if before in PREPOSITIONS and before != "to" and not lowers[index].endswith("ing"):
            return True
        if not index and after in _BEHIND_SUBJECT:
            return True  # "Damage from the storm", "Losses are put at"
        return before.endswith(("'s", "’s")) and not self.touching

    def _shares_object(self, end: int) -> bool:
        """Whether another verb follows whose object is this one's too: "shot and killed two"."""
        joining, verb = [*self.tokens.lowers[end : end + 2], "", ""][:2]
        forms = {trigger.form for trigger in WORDS.get(verb, ())}
        return joining in {"and", "or"} and Form.PAST in forms and self._has_object(end + 2)

    def _has_object(self, end: int) -> bool:
        lowers = self.tokens.lowers
        while end < len(lowers) and end not in self.bounds and lowers[end] in ADVERBS:
            end += 1  # "lasted just over" begins a figure
        if end == len(lowers) or lowers[end] in _OBJECT_NEVER:
            return end in self.bounds
        if lowers[end] in _BEFORE_TIME and not TIME_WORDS.isdisjoint(lowers[end + 1 : end + 2]):
            return False  # "abducted last week"
        return lowers[end][0].isalnum() or lowers[end] in {"$", "€", "£", '"', "“", "‘"}

    def _usable(self, triggers: tuple[Trigger, ...], end: int) -> tuple[Trigger, ...]:
        """The triggers that may be meant: a lead only of what it can lead to."""
        leads = end in self.bounds and [
            trigger
            for trigger in of_form(triggers, Form.LEAD)
            if fits(trigger.takes, self.quantities[self.bounds[end]])
        ]
        if leads:
            return tuple(leads)
        return tuple(trigger for trigger in triggers if trigger.form is not Form.LEAD)

    def _with_alternative(
        self, index: int, triggers: tuple[Trigger, ...]
    ) -> tuple[int | None, tuple[Trigger, ...]]:
        """ "killed or wounded" is neither alone: the first verb's place and the wider event."""
        before = self.last_trigger
        either = (
            before is not None
            and self.trigger_at == index - 2
            and self.tokens.lowers[index - 1] in {"or", "and"}
            and {before.event, triggers[0].event} == {"killed", "injured"}
        )
        self.last_trigger = triggers[0]
        if not either:
            return None, triggers
        if self.tokens.lowers[index - 1] == "and" and triggers[0].event == "killed":
            return index - 2, triggers  # "shot and killed"
        return index - 2, (triggers[0]._replace(event="casualties"),)


def _is_owner(word: str) -> bool:
    """Whether what is behind is somebody's, as "Friday's close"; "it's closed" is a verb."""
    return word.endswith(("'s", "’s")) and word[:-2] not in _CONTRACTED


def of_form(triggers: tuple[Trigger, ...], form: Form) -> tuple[Trigger, ...]:
    return tuple(trigger for trigger in triggers if trigger.form is form)
