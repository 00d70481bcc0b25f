"""Whether a figure's event is asserted, denied, supposed or foretold."""

from annotations.extraction.circumstances.denials import is_denied, negates
from annotations.extraction.circumstances.doubts import of_clause
from annotations.extraction.events.clause import Happening
from annotations.extraction.events.fitting import TIME_UNITS
from annotations.extraction.events.triggers import PLAIN
from annotations.extraction.figures.quantities import Quantity
from annotations.extraction.lexicon.events import MEASURE_VERBS
from annotations.extraction.lexicon.modality import (
    BEFORE_TO,
    CONDITIONS,
    EXPECTING,
    FALSE,
    FALSEHOODS,
    FUTURE,
    JUDGED,
    POSSIBLE,
    UNCERTAIN,
)
from annotations.extraction.lexicon.reporting import DENYING, REPORTING_VERBS
from annotations.extraction.lexicon.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    COORDINATORS,
    NEGATIONS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from annotations.extraction.speakers.attribution import Frame
from annotations.extraction.speakers.speaker_phrases import VERBS
from annotations.extraction.text.tokens import Tokens
from annotations.extraction.types import Standing

_TELLING = (
    POSSIBLE
    | FUTURE
    | NEGATIONS
    | UNCERTAIN
    | CONDITIONS
    | FALSE
    | FALSEHOODS
    | EXPECTING
    | JUDGED.keys()
    | DENYING
    | frozenset({"to"})
)
_CLAUSE_STARTS = (SUBORDINATORS | RELATIVES | frozenset(';:“”"')) - CONDITIONS
# The words before a verb that decide on its auxiliaries, or that those of its clause are passed.
_DECIDING = AUXILIARIES | NEGATIONS | _CLAUSE_STARTS | {"to", "'ll", "’ll"}
_DURING = frozenset({"for", "in", "since"})
_AND_MORE = frozenset({"more", "others", "further", "of", "them"})
_SHOULD_NOT = frozenset({"shouldn't", "shouldn’t"})
_PRIVATIVE = NEGATIONS - AUXILIARIES - {"not", "never"}
_DEGREES = frozenset({"many", "much", "few", "little", "high", "low"})
_FURTHEST = 25  # tokens to the next auxiliary or infinitive
_HORIZON = 60  # tokens to the last of a chain of infinitives: "tried to begin to get to"
_LONGEST_OBJECT = 8
_LONGEST_EXPECTED = 4  # tokens: "a record wheat crop of"
_DENY_BEFORE = NEGATIONS - frozenset({"no", "nor", "without"})  # not what stands before them


def is_plain(tokens: Tokens, frames: list[Frame]) -> bool:
    """Whether nothing in a sentence can make its figures anything but asserted."""
    return _TELLING.isdisjoint(tokens.lowers) and not any(frame.denying for frame in frames)


def standing(
    tokens: Tokens, quantity: Quantity, happening: Happening, frames: list[Frame]
) -> Standing:
    """Give the standing of one figure in its sentence, where that is not plain."""
    if is_denied(tokens, quantity, frames):
        return Standing.DENIED
    by_verb = happening.trigger >= 0 and not happening.by_noun
    by_verb = by_verb and not _is_measured(tokens, quantity, happening.trigger)
    verb = happening.trigger if by_verb else quantity.bound
    if by_verb and _has_own_verb(tokens, quantity, verb):
        return _of_verb(tokens, verb, quantity) or Standing.ASSERTED
    found = _of_verb(tokens, verb, quantity) or of_clause(tokens, verb)
    lasted = found is Standing.DENIED and _lasts(tokens, quantity)
    return Standing.ASSERTED if lasted else found


def _lasts(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a figure is how long something was so: "had no water for three days"."""
    return quantity.unit in TIME_UNITS and tokens.lowers[max(0, quantity.bound - 1)] in _DURING


def _is_measured(tokens: Tokens, quantity: Quantity, trigger: int) -> bool:
    """Whether a verb between the event and its number is what counts: "the toll could reach 40"."""
    between = tokens.lowers[trigger + 1 : quantity.bound]
    return tokens.lowers[trigger] not in VERBS and not MEASURE_VERBS.isdisjoint(between)


def _has_own_verb(tokens: Tokens, quantity: Quantity, verb: int) -> bool:
    """Whether what is feared before is of others: "two are feared dead and six were hurt"."""
    if tokens.lowers[max(0, quantity.bound - 1)] not in COORDINATORS:
        return False
    return not AUXILIARIES.isdisjoint(tokens.lowers[quantity.reach : verb])


def _of_verb(tokens: Tokens, verb: int, quantity: Quantity) -> Standing | None:
    """What the auxiliaries before the verb say; None where they leave it to the clause."""
    floor = max(-1, verb - _HORIZON)
    index = verb - 1
    while index > floor and _is_adverb(tokens.lowers[index]):
        index -= 1
    if index > floor and tokens.lowers[index] == "to":
        found = _of_infinitive(tokens, index, floor)
        foretold = tokens.lowers[verb] in VERBS and _is_of_headline(tokens, index, floor)
        return found or (Standing.FORECAST if foretold else None)
    if index > floor and _is_auxiliary(tokens, index):
        return _of_auxiliaries(tokens, index, floor)
    if _is_expected(tokens, verb, quantity):
        return Standing.FORECAST
    if verb == quantity.bound or tokens.lowers[verb].endswith("ing"):
        behind = _of_auxiliaries_behind(tokens, quantity)
        return behind or _of_nearest_auxiliaries(tokens, verb, floor)
    if tokens.lowers[verb] in PLAIN and tokens.lowers[max(0, index)] in COORDINATORS:
        return _of_nearest_auxiliaries(tokens, verb, floor)  # "may close two and lay off 300"
    return None


def _is_expected(tokens: Tokens, noun: int, quantity: Quantity) -> bool:
    """ "Expects 300 guests", "had expected a loss of $3 million"."""
    if noun != quantity.bound and tokens.lowers[noun] in VERBS:
        return False
    for index in range(noun - 1, max(-1, noun - 1 - _LONGEST_EXPECTED), -1):
        word = tokens.lowers[index]
        if word in EXPECTING:
            return True
        if not word.isalpha() or (word in PREPOSITIONS and word != "of"):
            break
    return False


def _is_adverb(word: str) -> bool:
    return word in ADVERBS and word not in NEGATIONS


def _is_auxiliary(tokens: Tokens, index: int) -> bool:
    word = tokens.lowers[index]
    if word == "may" and index and tokens.texts[index][0].isupper():
        return False  # the month
    return word in AUXILIARIES or negates(tokens, index) or word in {"'ll", "’ll"}


def _of_infinitive(tokens: Tokens, to: int, floor: int) -> Standing | None:
    before = tokens.lowers[to - 1] if to else ""
    if before in BE:
        return Standing.FORECAST
    if before == "going":
        going_to = to > 1 and tokens.lowers[to - 2] in BE
        return Standing.FORECAST if going_to else _of_nearest_auxiliaries(tokens, to - 1, floor)
    if before in BEFORE_TO:
        return BEFORE_TO[before]
    if _has_expected_object(tokens, to):
        return Standing.FORECAST
    return _of_nearest_auxiliaries(tokens, to, floor)


def _is_of_headline(tokens: Tokens, to: int, floor: int) -> bool:
    """ "Mill to cut 300 jobs": no verb stands before, as in "the army managed to free"."""
    if tokens.texts[to - 1].endswith("ed") and tokens.texts[to - 1].islower():
        return False
    return floor < 0 < to and VERBS.isdisjoint(tokens.lowers[:to])


def _has_expected_object(tokens: Tokens, to: int) -> bool:
    """ "Forecasters expect the storm to bring 300 mm"."""
    for index in range(to - 1, max(-1, to - _LONGEST_OBJECT), -1):
        word = tokens.lowers[index]
        if word in EXPECTING:
            return True
        if word in _CLAUSE_STARTS or word in AUXILIARIES or word == ",":
            break
    return False


def _of_auxiliaries(tokens: Tokens, last: int, floor: int) -> Standing | None:
    """What a run of auxiliaries says: "could have been", "will not be"."""
    found = None
    index = last
    while index > floor and (_is_auxiliary(tokens, index) or tokens.lowers[index] in ADVERBS):
        if negates(tokens, index):
            return None if _is_regretted(tokens, index) else Standing.DENIED
        found = _of_modal(tokens, index) or found
        index -= 1
    if found is None and index > floor and tokens.lowers[index] == "to":
        return _of_infinitive(tokens, index, floor)  # "expected to be fined"
    return found


def _is_regretted(tokens: Tokens, index: int) -> bool:
    """Whether what should not have been has been: "should not have read three letters"."""
    if tokens.lowers[index + 1 : index + 2] != ["have"]:
        return False
    return tokens.lowers[index] in _SHOULD_NOT or tokens.lowers[max(0, index - 1)] == "should"


def _is_reported(tokens: Tokens, index: int) -> bool:
    """Whether a reporting verb stands before: "said it would pay" foretells, and "said it would
    have paid" does not.
    """
    if tokens.lowers[index + 1 : index + 2] == ["have"]:
        return False
    return not REPORTING_VERBS.isdisjoint(tokens.lowers[:index])


def _of_nearest_auxiliaries(tokens: Tokens, before: int, floor: int) -> Standing | None:
    """What the auxiliaries of the verb before say: "could collapse, killing two"."""
    lowers = tokens.lowers
    for index in range(before - 1, max(floor, before - _FURTHEST), -1):
        word = lowers[index]
        if word not in _DECIDING or _compares(tokens, index):
            continue
        if word in _CLAUSE_STARTS:
            return None
        if word == "to":
            return _of_infinitive(tokens, index, floor)
        if word in _PRIVATIVE and ("," in lowers[index:before] or lowers[before - 1] == "the"):
            return None  # "without power for a day, 12 people left", "no sign of the 12"
        if _is_auxiliary(tokens, index):
            return _of_auxiliaries(tokens, index, floor)
    return None


def _compares(tokens: Tokens, index: int) -> bool:
    """Whether an "as" belongs to "as many as"."""
    if tokens.lowers[index] != "as":
        return False
    around = [*tokens.lowers[max(0, index - 1) : index], *tokens.lowers[index + 1 : index + 2]]
    return not _DEGREES.isdisjoint(around)


def _of_auxiliaries_behind(tokens: Tokens, quantity: Quantity) -> Standing | None:
    """ "200 workers will be needed"."""
    start = quantity.reach
    while start < tokens.count and tokens.lowers[start] in _AND_MORE:
        start += 1
    for index in range(start, min(tokens.count, start + 2)):
        word = tokens.lowers[index]
        if word in _DENY_BEFORE and negates(tokens, index):
            return Standing.DENIED
        if word not in AUXILIARIES:
            return JUDGED.get(word) if index > start else None
        if found := _of_modal(tokens, index):
            return found
    return None


def _of_modal(tokens: Tokens, index: int) -> Standing | None:
    word = tokens.lowers[index]
    if word in FUTURE or (word == "would" and _is_reported(tokens, index)):
        return Standing.FORECAST
    return Standing.HYPOTHETICAL if word in POSSIBLE else None
