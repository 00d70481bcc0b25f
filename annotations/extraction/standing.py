"""Whether a figure's event is asserted, denied, supposed or foretold."""

from annotations.extraction.attribution import Frame
from annotations.extraction.clause import Happening
from annotations.extraction.lexicon.modality import (
    AFTER_NO,
    BEFORE_TO,
    CONDITIONS,
    EXPECTING,
    FALSE,
    FUTURE,
    POSSIBLE,
    PROOFS,
    UNCERTAIN,
)
from annotations.extraction.lexicon.reporting import REPORTING_VERBS
from annotations.extraction.lexicon.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    COORDINATORS,
    NEGATIONS,
    RELATIVES,
    SUBORDINATORS,
)
from annotations.extraction.quantities import Quantity
from annotations.extraction.speaker_phrases import VERBS
from annotations.extraction.tokens import Tokens
from annotations.extraction.triggers import PLAIN
from annotations.extraction.types import Standing

_TELLING = POSSIBLE | FUTURE | NEGATIONS | UNCERTAIN | CONDITIONS | FALSE | frozenset({"to"})
_CLAUSE_STARTS = (SUBORDINATORS | RELATIVES | frozenset(';:“”"')) - CONDITIONS
# The words before a verb that decide on its auxiliaries, or that those of its clause are passed.
_DECIDING = AUXILIARIES | NEGATIONS | _CLAUSE_STARTS | {"to", "'ll", "’ll"}
_TURNING = CONDITIONS | UNCERTAIN | FALSE | PROOFS | frozenset(";:,")
_DEGREES = frozenset({"many", "much", "few", "little", "high", "low"})
_FURTHEST = 25  # tokens to the next auxiliary or infinitive
_HORIZON = 60  # tokens to the last of a chain of infinitives: "tried to begin to get to"
_LONGEST_OBJECT = 8
_DENY_BEFORE = NEGATIONS - frozenset({"no", "nor", "without"})  # not what stands before them


def is_plain(tokens: Tokens, frames: list[Frame]) -> bool:
    """Whether nothing in a sentence can make its figures anything but asserted."""
    return _TELLING.isdisjoint(tokens.lowers) and not any(frame.denying for frame in frames)


def standing(
    tokens: Tokens, quantity: Quantity, happening: Happening, frames: list[Frame]
) -> Standing:
    """Give the standing of one figure in its sentence, where that is not plain."""
    if _is_denied(quantity, frames) or _of_none(tokens, quantity):
        return Standing.DENIED
    by_verb = happening.trigger >= 0 and not happening.by_noun
    verb = happening.trigger if by_verb else quantity.bound
    if by_verb and _has_own_verb(tokens, quantity, verb):
        return _of_verb(tokens, verb, quantity) or Standing.ASSERTED
    return _of_verb(tokens, verb, quantity) or _of_clause(tokens, verb)


def _has_own_verb(tokens: Tokens, quantity: Quantity, verb: int) -> bool:
    """Whether what is feared before is of others: "two are feared dead and six were hurt"."""
    if tokens.lowers[max(0, quantity.bound - 1)] not in COORDINATORS:
        return False
    return not AUXILIARIES.isdisjoint(tokens.lowers[quantity.reach : verb])


def _is_denied(quantity: Quantity, frames: list[Frame]) -> bool:
    if not (frames and any(frame.denying for frame in frames)):
        return False
    covering = [frame for frame in frames if frame.covers(quantity.first)]
    if any(frame.owned for frame in covering):
        return False  # it is denied by one, and asserted by whose it is
    before = [frame for frame in covering if frame.end <= quantity.first]
    if before and before[-1].carries_on and not before[-1].denying:
        return False  # "denied it, saying that only four had died"
    return any(frame.denies(alone=len(frames) == 1) for frame in covering)


def _of_none(tokens: Tokens, quantity: Quantity) -> bool:
    """ "None of the 83 passengers"."""
    before = tokens.lowers[max(0, quantity.bound - 3) : quantity.bound]
    return before[-2:] in (["none", "of"], ["neither", "of"]) or before[:2] == ["none", "of"]


def _of_verb(tokens: Tokens, verb: int, quantity: Quantity) -> Standing | None:
    """What the auxiliaries before the verb say; None where they leave it to the clause."""
    floor = max(-1, verb - _HORIZON)
    index = verb - 1
    while index > floor and _is_adverb(tokens.lowers[index]):
        index -= 1
    if index > floor and tokens.lowers[index] == "to":
        if tokens.lowers[verb] in VERBS and _is_of_headline(tokens, index, floor):
            return Standing.FORECAST
        return _of_infinitive(tokens, index, floor)
    if index > floor and _is_auxiliary(tokens, index):
        return _of_auxiliaries(tokens, index, floor)
    if verb == quantity.bound or tokens.lowers[verb].endswith("ing"):
        behind = _of_auxiliaries_behind(tokens, quantity)
        return behind or _of_nearest_auxiliaries(tokens, verb, floor)
    if tokens.lowers[verb] in PLAIN and tokens.lowers[max(0, index)] in COORDINATORS:
        return _of_nearest_auxiliaries(tokens, verb, floor)  # "may close two and lay off 300"
    return None


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
    """ "Mill to cut 300 jobs": no verb stands before."""
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
        word = tokens.lowers[index]
        if negates(tokens, index):
            return Standing.DENIED
        if word in FUTURE or (word == "would" and _is_reported(tokens, index)):
            found = Standing.FORECAST
        elif word in POSSIBLE:
            found = Standing.HYPOTHETICAL
        index -= 1
    if found is None and index > floor and tokens.lowers[index] == "to":
        return _of_infinitive(tokens, index, floor)  # "expected to be fined"
    return found


def _is_reported(tokens: Tokens, index: int) -> bool:
    """Whether a reporting verb stands before: "said it would pay" foretells."""
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
    following = tokens.lowers[quantity.reach : quantity.reach + 2]
    for offset, word in enumerate(following):
        if word in _DENY_BEFORE and negates(tokens, quantity.reach + offset):
            return Standing.DENIED
        if word in POSSIBLE:
            return Standing.HYPOTHETICAL
        if word in FUTURE:
            return Standing.FORECAST
        if word not in AUXILIARIES:
            break
    return None


def negates(tokens: Tokens, index: int) -> bool:
    """Whether a word denies: not in "no fewer than" and "not only", which bound and add, nor as
    the abbreviation of a number: "No. 2".
    """
    if tokens.lowers[index] not in NEGATIONS:
        return False
    after, number, *_ = *tokens.lowers[index + 1 : index + 3], "", ""
    return after not in AFTER_NO and not (after == "." and number[:1].isdigit())


def _of_clause(tokens: Tokens, before: int) -> Standing:
    """What stands earlier in the clause makes of it: a condition, a falsehood, a fear."""
    lowers = tokens.lowers
    for index in range(before - 1, max(-1, before - _FURTHEST), -1):
        word = lowers[index]
        if word not in _TURNING or (word in PROOFS and not _is_lacking(tokens, index)):
            continue
        if word in CONDITIONS or word in UNCERTAIN:
            return Standing.HYPOTHETICAL
        if word in FALSE or word in PROOFS:
            return Standing.DENIED
        if word != "," or lowers[index + 1] not in COORDINATORS:
            break
    return Standing.ASSERTED


def _is_lacking(tokens: Tokens, index: int) -> bool:
    """ "no evidence", "no clear sign"."""
    return "no" in tokens.lowers[max(0, index - 2) : index]
