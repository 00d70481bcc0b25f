"""A clause while its words are passed: what each word of no event does to it."""

from dataclasses import dataclass, field

from annotations.extraction.events.triggers import Trigger
from annotations.extraction.figures.quantities import Quantity
from annotations.extraction.lexicon.events import LINKING_VERBS, MEASURE_VERBS, TRANSPARENT
from annotations.extraction.lexicon.reporting import (
    AMBIGUOUS_VERBS,
    PARTICIPLES,
    REPORTING_VERBS,
)
from annotations.extraction.lexicon.words import ADVERBS, BE, GET, TIME_WORDS
from annotations.extraction.text.tokens import Tokens

_BEFORE_TIMES = frozenset({"since", "until", "before", "after"})
_AFTER_COUNTER = frozenset({"of", "to", "for", "among"})
# Shortly before "that" they make it open what is said, and no relative clause.
_SAYING = REPORTING_VERBS | AMBIGUOUS_VERBS | PARTICIPLES | frozenset({"fact", "fears", "evidence"})
_LONGEST_ASIDE = 20  # tokens between two dashes
_ALONGSIDE = (["as", "well", "as"], ["along", "with"], ["together", "with"])


@dataclass(slots=True)
class Happening:
    """What befell the figure: the event's class ("" for none) and the token that says so."""

    event: str = ""
    trigger: int = -1
    whole: int = -1  # the figure that this one is a part of
    by_noun: bool = False  # said by the counted noun itself
    fallback: str = ""  # what the counted noun says where the structure says nothing: "hostages"
    loose: bool = False  # said by a participle behind the noun, which a full verb outweighs


@dataclass(slots=True)
class Clause:
    """What one pass over a sentence has seen so far.

    ``group`` are the figures that may be the subject of the clause's next verb; ``outer`` those
    that wait while a relative clause stands between them and their verb. ``waiting`` is the verb
    whose object comes next, ``dormant`` the one that waited before a preposition. ``counter`` is
    the event noun whose number may follow ("death toll").
    """

    tokens: Tokens
    quantities: list[Quantity]
    found: list[Happening] = field(default_factory=list)
    bounds: dict[int, int] = field(default_factory=dict)  # figures by the token they begin at
    last: int = -1  # the figure before
    listed: int = -1  # the figure that a list behind a colon takes apart
    of_whole: int = -1  # the figure just before, if it only says what another is taken from
    touching: bool = False  # only auxiliaries and adverbs since that figure
    joined: bool = False  # a comma or coordinator just before
    verb_since: bool = False  # a verb since that figure
    group: list[int] = field(default_factory=list)
    outer: list[int] = field(default_factory=list)
    used: bool = False  # the subject has had a verb
    relative: bool = False
    passive: bool = False  # a form of "be" just before
    governor: str = ""  # the preposition that governs what comes
    governor_at: int = -1
    waiting: tuple[Trigger, ...] = ()
    dormant: tuple[Trigger, ...] = ()
    past_verb: tuple[Trigger, ...] = ()
    counter: Trigger | None = None
    outer_counter: Trigger | None = None  # while a relative clause stands between
    counters: list[Trigger] = field(default_factory=list)
    counter_at: int = -2
    verb_since_counter: bool = False
    of_counter: bool = False
    trigger_at: int = -2
    last_trigger: Trigger | None = None
    trigger_verb: int = -1
    oblique: set[int] = field(default_factory=set)
    closing_dash: int = -1
    by_object: set[int] = field(default_factory=set)  # joined to an object: may be a subject yet

    def _follow_figure(self) -> None:
        self.touching = True
        self.joined = self.verb_since = self.passive = False

    def _end_verb(self) -> None:
        """Note that the clause has had a verb, and go back to the main clause after a relative."""
        self.touching = self.joined = self.passive = False
        self.verb_since = True
        if self.relative:
            self.relative = False
            self.group, self.outer, self.used = self.outer, [], False
            self.counter, self.outer_counter = self.outer_counter, None
        else:
            self.used = True

    def _measure_verb(self, index: int, triggers: tuple[Trigger, ...]) -> None:
        self.trigger_verb = index
        self.waiting = triggers
        self.governor = ""
        self._end_verb()

    def _ordinary(self, index: int, word: str) -> None:
        if self.joined and self.used and word not in ADVERBS:
            self.group = []
        if self.joined and word.endswith("ed") and index + 1 in self.bounds:
            self.waiting = self.dormant = self.past_verb = ()  # "arrested ten and questioned two"
            self.verb_since = True
        if self.relative and self.passive:
            self._end_verb()  # "two of whom were cooks"
        self.joined = self.passive = self.touching = False

    def _pronoun(self, index: int, word: str) -> int:
        """The subject of a clause that belongs to the figure before it: "the two men she sued"."""
        if not self.touching or self.quantities[self.last].reach != index:
            self._ordinary(index, word)
            return index + 1
        pending = [] if self.used else self.group
        self._new_clause()
        self.outer, self.relative, self.touching = pending, True, False
        return index + 1

    def _adverb(self, index: int, word: str) -> int:
        return index + 1

    def _determiner(self, index: int, word: str) -> int:
        if self.used and self.joined:
            self.group = []
        self.touching = self.passive = False
        return index + 1

    def _no(self, index: int, word: str) -> int:
        """ "19 hurt, no one killed": what follows is said of nobody."""
        one, of = (*self.tokens.lowers[index + 1 : index + 3], "", "")[:2]
        if self.joined and one == "one" and of != "of":
            self.group = []
        self._ordinary(index, word)
        return index + 1

    def _preposition(self, index: int, word: str) -> int:
        if word == "of" and index and self.tokens.lowers[index - 1] in TRANSPARENT:
            return index + 1
        if word == "along" and (end := self._alongside(index)) is not None:
            return end
        self.of_counter = word in _AFTER_COUNTER and index == self.counter_at + 1
        if not self.of_counter:
            self.waiting, self.dormant = (), self.waiting or self.dormant
        if word != "between" or self.governor_at != index - 1:  # "jailed for between two and ..."
            self.governor, self.governor_at = word, index
        self.touching = self.passive = self.joined = False
        return index + 1

    def _alongside(self, index: int) -> int | None:
        """The index after "as well as" and the like, which join as "and" does."""
        for words in _ALONGSIDE:
            if self.tokens.lowers[index : index + len(words)] == words:
                self._coordinator(index, words[0])
                return index + len(words)
        return None

    def _coordinator(self, index: int, word: str) -> int:
        self.joined, self.touching, self.passive = True, False, False
        if not self.of_counter:
            self.governor = ""
        return index + 1

    def _comma(self, index: int, word: str) -> int:
        self.joined = True
        self.governor, self.of_counter = "", False
        return index + 1

    def _auxiliary(self, index: int, word: str) -> int:
        if word in BE or word in GET:
            self.passive = True
        self.verb_since_counter = True
        self.verb_since = self.verb_since or word != "being"
        self.waiting = ()
        self.joined = False
        self.governor = ""
        return index + 1

    def _verb(self, index: int, word: str) -> int:
        put = self.passive and word == "put"
        if self.counter is not None and (put or word in MEASURE_VERBS):
            self._measure_verb(index, ())
        else:
            self.waiting = self.dormant = self.past_verb = ()
            self.counter, self.governor = None, ""
            self._end_verb()
            self.passive = word in LINKING_VERBS
        return index + 1

    def _measure(self, index: int, word: str) -> int:
        """A word that is the verb of an event noun, or no verb at all: "the toll tops 40"."""
        if self.relative:
            self._end_verb()  # "the quake that hit the coast"
        elif self.counter is None:
            self._ordinary(index, word)
        else:
            self._measure_verb(index, ())
        return index + 1

    def _relative(self, index: int, word: str) -> int:
        if word == "that" and not _SAYING.isdisjoint(self.tokens.lowers[max(0, index - 5) : index]):
            return self._subordinator(index, word)
        before = self.tokens.lowers[index - 1] if index else ""
        antecedent = self.last >= 0 and self.quantities[self.last].reach in (index, index - 1)
        pending = [] if self.used else self.group
        counter = self.counter
        self._new_clause()
        self.outer_counter = counter
        if antecedent and before == "of" and self.found[self.last].whole >= 0:
            pending = [number for number in pending if number != self.last]
            self.group = [self.last]  # "twelve sailors, five of whom died"
        elif antecedent and (self.touching or before == ","):
            self.group = [self.last] if self.last not in pending else list(pending)
        self.outer = pending
        self.relative = True
        self.touching = False
        return index + 1

    def _subordinator(self, index: int, word: str) -> int:
        if (end := self._alongside(index)) is not None:
            return end
        if word in _BEFORE_TIMES and self._before_time(index + 1):
            return self._preposition(index, word)
        if self.passive and word in LINKING_VERBS:
            return self._verb(index, word)  # "were confirmed dead"
        self._new_clause()
        return index + 1

    def _before_time(self, index: int) -> bool:
        """Whether a time follows, and no clause: "since October"."""
        word = self.tokens.lowers[index] if index < self.tokens.count else ""
        return word in TIME_WORDS or (len(word) == 4 and word.isdecimal())

    def _new_clause(self) -> None:
        self.group, self.outer = [], []
        self.used = self.relative = self.passive = self.joined = False
        self.verb_since = True
        self.waiting = self.dormant = self.past_verb = ()
        self.counter = self.outer_counter = None
        self.governor, self.of_counter = "", False

    def _dash(self, index: int, word: str) -> int:
        """Two dashes in a clause are as good as commas: "twelve sailors – five cooks – died"."""
        if index == self.closing_dash:
            self.joined = False
            return index + 1
        ahead = self.tokens.lowers[index + 1 : index + _LONGEST_ASIDE]
        if word in ahead and self.group and not self.used:
            self.closing_dash = index + 1 + ahead.index(word)
            return self._comma(index, word)
        return self._break(index, word)

    def _break(self, index: int, word: str) -> int:
        counter = self.counter if word == ":" and index == self.counter_at + 1 else None
        self._new_clause()
        self.counter, self.trigger_verb = counter, index  # "Deaths: 12"
        self.listed = self.last if word == ":" and counter is None else -1
        self.touching = False
        return index + 1
