"""The event lexicon as it is looked up: words and phrases to the events they may say."""

from enum import IntEnum
from typing import NamedTuple

from annotations.extraction.lexicon.event_class import EventClass
from annotations.extraction.lexicon.events import CLASSES
from annotations.extraction.lexicon.inflection import Forms, spellings, verb_forms

_STAR = "*"  # behind a verb that is a noun as often


class Form(IntEnum):
    """How a word says its event."""

    ACTIVE = 1  # happens to its object: "kills", "killing"
    PAST = 2  # active past or passive participle: "killed"
    PARTICIPLE = 3  # passive only: "slain"
    SUBJECT = 4  # happens to its subject: "died", "lost their lives"
    ADJECTIVE = 5  # of what stands before it: "dead"
    NOUN = 6  # counts it: "deaths"
    LEAD = 7  # happens to the figure right behind it: "worth"


class Trigger(NamedTuple):
    event: str
    takes: str
    form: Form


class Phrase(NamedTuple):
    """A trigger of several words; ``rest`` are those after the first."""

    rest: list[str]
    trigger: Trigger


WORDS: dict[str, tuple[Trigger, ...]] = {}
PHRASES: dict[str, dict[str, list[Phrase]]] = {}  # by their first two words, the longest first
# Plain forms of verbs that no past form is the same as: "lay", not "cut".
PLAIN: set[str] = set()
# By form of a transitive verb, what it says of whoever does it: "40 members backed it".
DOERS: dict[str, Trigger] = {}
# By noun, the verbs that say an event of it alone: "claimed 40 lives".
OBJECTS: dict[str, dict[str, Trigger]] = {}


def _add(written: str, trigger: Trigger) -> None:
    first, *rest = written.split()
    if rest:
        phrases = PHRASES.setdefault(first, {}).setdefault(rest[0], [])
        phrases.append(Phrase(rest, trigger))
        phrases.sort(key=lambda phrase: -len(phrase.rest))
    elif trigger not in WORDS.get(first, ()):
        WORDS[first] = (*WORDS.get(first, ()), trigger)


def _add_class(event: EventClass) -> None:
    for verb in (*event.transitive.split(), *event.intransitive.split()):
        forms = verb_forms(verb.partition("_")[0].rstrip(_STAR))
        if forms.plain not in {forms.past, forms.participle}:
            PLAIN.add(forms.plain)
    for verb in event.transitive.split():
        for written, form in _transitive(verb):
            _add(written, Trigger(event.name, event.takes, form))
    subject = [form for verb in event.intransitive.split() for form in _written(verb)]
    nouns = event.nouns.split()
    for written, form in (
        *((words, Form.SUBJECT) for words in subject + _phrases(event.phrases)),
        *((noun, Form.NOUN) for noun in nouns + [_plural(noun) for noun in nouns]),
        *((adjective, Form.ADJECTIVE) for adjective in event.adjectives.split()),
        *((words, Form.LEAD) for words in _phrases(event.leads)),
    ):
        _add(written, Trigger(event.name, event.takes, form))
    for verb in event.doing.split():
        DOERS.update(dict.fromkeys(_written(verb), Trigger(event.name, event.takes, Form.SUBJECT)))
    for phrase in _phrases(event.objects):
        *verbs, noun = phrase.split()
        trigger = Trigger(event.name, event.takes, Form.NOUN)
        for verb in verbs:
            OBJECTS.setdefault(noun, {}).update(dict.fromkeys(_written(verb), trigger))


def _written(verb: str) -> list[str]:
    """The forms of a verb; of a starred one, those that are no noun."""
    return list(
        dict.fromkeys(
            form for forms in spellings(verb.rstrip(_STAR)) for form in _read(verb, forms)
        )
    )


def _read(verb: str, forms: Forms) -> tuple[str, ...]:
    return (forms.past, forms.participle, forms.ing) if verb.endswith(_STAR) else forms


def _transitive(verb: str) -> list[tuple[str, Form]]:
    plain, _, particle = verb.partition("_")
    found: dict[str, Form] = {}
    for forms in spellings(plain.rstrip(_STAR)):
        found |= dict.fromkeys(_read(plain, forms), Form.ACTIVE)
        found |= {forms.participle: Form.PARTICIPLE, forms.past: Form.PAST}
    return [
        (f"{written} {particle.replace('_', ' ')}".rstrip(), form)
        for written, form in found.items()
    ]


def _phrases(table: str) -> list[str]:
    return [" ".join(phrase.split()) for phrase in table.split("|") if phrase.strip()]


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "sh", "ch")) else "s")


for _class in CLASSES:
    _add_class(_class)


def phrase_at(lowers: list[str], index: int) -> tuple[Trigger, int] | None:
    """The phrase that begins at a word that begins some, with the index after it."""
    following = lowers[index + 1] if index + 1 < len(lowers) else ""
    for rest, trigger in PHRASES[lowers[index]].get(following, ()):
        end = index + 1 + len(rest)
        if lowers[index + 1 : end] == rest:
            return trigger, end
    return None
