"""The event that a figure's own noun phrase says, whatever its clause does."""

from annotations.extraction.events.fitting import fits, is_money
from annotations.extraction.events.triggers import OBJECTS, WORDS, Form, Trigger
from annotations.extraction.figures.quantities import Quantity
from annotations.extraction.lexicon.bounds import FILLERS
from annotations.extraction.lexicon.casualties import DISEASES
from annotations.extraction.lexicon.words import (
    ADVERBS,
    COORDINATORS,
    PREPOSITIONS,
)
from annotations.extraction.text.tokens import Tokens

_ARTICLES = frozenset("a an the its their his her our my another this".split())
_USED = frozenset({"in", "of", "worth"})
_OF = frozenset({"of", "among"})
_THOSE = frozenset({"the", "those", "these", "all"})
_GIVING_NUMBER = frozenset({"at", "is", "was", "reached"})
_OTHER_CLAUSES = frozenset({";", ":", "but", "while", "although", "though"})
_NOMINAL = frozenset({Form.NOUN, Form.ADJECTIVE})
_VERBS = frozenset({Form.PAST, Form.PARTICIPLE, Form.ADJECTIVE})
# Where people are brought, by what it says befell them.
_TAKEN = {
    "to safety": "rescued",
    "ashore": "rescued",
    "to shore": "rescued",
    "to hospital": "injured",
    "to a hospital": "injured",
    "to the hospital": "injured",
}
_LONGEST_WOUND = 4  # tokens: "with severe gunshot wounds"
_LONGEST_GROUP = 5


def by_phrase(tokens: Tokens, quantity: Quantity) -> Trigger | None:
    """The event of the counted noun, or of what a verb or use makes of it alone."""
    if not quantity.counted:
        return _of_use(tokens, quantity) or _of_measured(tokens, quantity)
    return (
        _of_noun(tokens, quantity)
        or _of_object(tokens, quantity)
        or _of_use(tokens, quantity)
        or _of_disease(tokens, quantity)
    )


def beside_phrase(tokens: Tokens, quantity: Quantity) -> str:
    """What is said beside the noun, where nothing else is: "four displaced families"."""
    if quantity.unit not in {"", "person", "count"}:
        return ""
    return (
        _of_modifiers(quantity)
        or _of_wounds(tokens, quantity)
        or _of_those(tokens, quantity)
        or _of_destination(tokens, quantity)
    )


def of_subject(tokens: Tokens, quantity: Quantity) -> str:
    """What the number is of, whatever clause stands between: "the toll of the blast that tore
    through the pit is 44", "the number of people killed when two trains met stands at 31".
    """
    at = quantity.bound - 1
    while at > 0 and tokens.lowers[at] in FILLERS:
        at -= 1
    if quantity.unit not in {"", "person"} or quantity.reach > quantity.last:
        return ""
    if at <= 0 or tokens.lowers[at] not in _GIVING_NUMBER:
        return ""
    for index in range(at - 1, -1, -1):
        word = tokens.lowers[index]
        if word in _OTHER_CLAUSES:
            break
        if word == "toll":
            return _event_of_people(word)
        if word == "number" and tokens.lowers[index + 1] == "of":
            counted = tokens.lowers[index + 2 : min(at, index + 2 + _LONGEST_GROUP)]
            return next(filter(None, map(_event_of_people, counted)), "")
    return ""


def _event_of_people(word: str) -> str:
    found = (trigger.event for trigger in WORDS.get(word, ()) if trigger.takes == "people")
    return next(found, "")


def _of_noun(tokens: Tokens, quantity: Quantity) -> Trigger | None:
    """The event that the counted noun itself names: "6 casualties"."""
    last_word = tokens.lowers[max(0, quantity.reach - 1)]
    for word in (quantity.counted, last_word):
        named = [trigger for trigger in WORDS.get(word, ()) if trigger.form in _NOMINAL]
        if named:
            trigger = next((each for each in named if fits(each.takes, quantity)), named[0])
            return None if _is_part(quantity, last_word, trigger) else trigger
    return None


def _is_part(quantity: Quantity, noun: str, trigger: Trigger) -> bool:
    """Whether a share is of one thing, and counts no such things: "40 percent of his body"."""
    one = noun == quantity.counted and trigger.form is Form.NOUN
    return quantity.unit == "percent" and trigger.takes == "people" and one


def _of_object(tokens: Tokens, quantity: Quantity) -> Trigger | None:
    """The event that a verb says of this noun alone: "claimed 40 lives"."""
    verbs = OBJECTS.get(quantity.counted)
    if verbs is None:
        return None
    for word in tokens.lowers[max(0, quantity.bound - 3) : quantity.bound]:
        if word in verbs:
            return verbs[word]
    return None


def _of_use(tokens: Tokens, quantity: Quantity) -> Trigger | None:
    """ "$5 million in damage", "$5 million in insured losses"."""
    if not is_money(quantity):
        return None
    used = False
    for word in tokens.lowers[quantity.reach : quantity.reach + 3]:
        for trigger in WORDS.get(word, ()):
            if trigger.form is Form.NOUN and trigger.takes == "money":
                return trigger
        if word in _USED:
            used = True
        elif not used and word not in ADVERBS:
            break
    return None


def _of_measured(tokens: Tokens, quantity: Quantity) -> Trigger | None:
    """What a measure is of, the noun behind it: "a 3 percent rise", "a 12-year jail sentence"."""
    if quantity.unit in {"", "person", "count"}:
        return None
    led = not _ARTICLES.isdisjoint(tokens.lowers[max(0, quantity.bound - 1) : quantity.first])
    for word in tokens.lowers[quantity.reach : quantity.reach + 2]:
        if word in PREPOSITIONS or word in COORDINATORS or not word[0].isalpha():
            break
        triggers = WORDS.get(word, ())
        noun_only = all(trigger.form is Form.NOUN for trigger in triggers)
        for trigger in triggers if led or noun_only else ():
            if trigger.form is Form.NOUN and fits(trigger.takes, quantity):
                return trigger
    return None


def _of_disease(tokens: Tokens, quantity: Quantity) -> Trigger | None:
    """ "37,000 cases" where a disease is spoken of."""
    if quantity.counted != "case" or DISEASES.isdisjoint(tokens.lowers):
        return None
    return WORDS["infection"][0]


def _of_modifiers(quantity: Quantity) -> str:
    """ "1,400 displaced people", "six missing hikers"."""
    for modifier in quantity.counted_modifiers:
        for trigger in WORDS.get(modifier, ()):
            if trigger.form in _VERBS and trigger.takes == "people":
                return trigger.event
    return ""


def _of_wounds(tokens: Tokens, quantity: Quantity) -> str:
    """ "left five with severe burns"."""
    if tokens.lowers[quantity.reach : quantity.reach + 1] != ["with"]:
        return ""
    for word in tokens.lowers[quantity.reach + 1 : quantity.reach + 1 + _LONGEST_WOUND]:
        if word in COORDINATORS or not word[0].isalpha():
            break
        for trigger in WORDS.get(word, ()):
            if trigger.form is Form.NOUN and trigger.event == "injured":
                return trigger.event
    return ""


def _of_those(tokens: Tokens, quantity: Quantity) -> str:
    """ "Of the injured, 101 were children", "among those killed were nine guards"."""
    lowers = tokens.lowers
    for index in range(quantity.bound - 1, max(0, quantity.bound - _LONGEST_GROUP), -1):
        if lowers[index] in _THOSE and lowers[index - 1] in _OF:
            return _said_of(lowers[index + 1])
    return ""


def _of_destination(tokens: Tokens, quantity: Quantity) -> str:
    """ "Boats brought 118 of them to safety"."""
    lowers, at = tokens.lowers, quantity.reach
    if lowers[at : at + 1] == ["of"] and lowers[at + 1 : at + 2] != ["the"]:
        at += 2
    following = " ".join(lowers[at : at + 3])
    return next((event for words, event in _TAKEN.items() if following.startswith(words)), "")


def _said_of(word: str) -> str:
    for trigger in WORDS.get(word, ()):
        if trigger.form in _VERBS:
            return trigger.event
    return ""
