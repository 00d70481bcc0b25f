"""A class of events with the words for it.

Verbs are given in their plain form and inflected by rule (irregular ones stand in ``inflection``).
A verb with a particle is written with an underscore: "lay_off". One that is a noun as often has a
star behind it: "raid*" is read as a verb in its past form and as a participle only.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EventClass:
    """One class of events.

    ``takes`` is what can be counted under it: "people", "things" (people among them), "named" (the
    same with a noun behind the number: "hit 12 homes", not "hit 12"), "money", "time", "change"
    (an amount or share without a counted noun) or "any". ``transitive`` verbs
    happen to their object ("killed six"), ``intransitive`` ones to their subject ("six died").
    ``objects``, set apart by "|", are verbs that say it of one noun only, which stands last
    ("claim cost life").
    ``doing`` are transitive verbs, of this class or another, that say this one of whoever does
    it ("40 members backed it", "backed by 40 members").
    ``nouns`` are lemmas that count it themselves ("6 casualties") or through "of" ("the deaths of
    six"); ``adjectives`` follow what they are said of ("six dead", "two were missing").
    ``phrases``, set apart by "|", stand for an intransitive verb, and ``leads`` stand right before
    the figure ("worth $3 million").
    """

    name: str
    takes: str = "things"
    transitive: str = ""
    intransitive: str = ""
    doing: str = ""
    objects: str = ""
    nouns: str = ""
    adjectives: str = ""
    phrases: str = ""
    leads: str = ""
